use kinde_api::organizations::{AddOrganizationUserApiScope, DeleteOrganizationUserApiScope};
use serde_json::Value;

use crate::world::{World, refused};

#[test]
fn gives_and_takes_scopes_without_a_body() {
    let world = World::new();
    let (api, scopes) = world.emulator.add_api("https://reports.example.com", ["read:reports", "write:reports"]);
    let member = world.member(1);
    let add = |scope: &str| AddOrganizationUserApiScope::new(&world.acme, &member, &api, scope);
    let held = || -> Vec<String> {
        let scopes = world.emulator.member_api_scopes(&world.acme, &member).unwrap();
        assert!(scopes.iter().all(|scope| scope.api_id == api && scope.audience == "https://reports.example.com"));
        scopes.into_iter().map(|scope| scope.key).collect()
    };
    for scope in [&scopes[1], &scopes[0], &scopes[1]] {
        assert_eq!(world.answer(&add(scope.as_str())), (200, Value::Null));
    }
    assert_eq!(held(), ["write:reports", "read:reports"]);

    let delete = DeleteOrganizationUserApiScope::new(&world.acme, &member, &api, &scopes[1]);
    assert_eq!(world.answer(&delete), (200, Value::Null));
    assert_eq!(held(), ["read:reports"]);
    assert_eq!(world.refusal(&delete), refused(400, "SCOPE_NOT_ASSIGNED"));
}

#[test]
fn wants_a_scope_of_that_api() {
    let world = World::new();
    let (api, scopes) = world.emulator.add_api("https://reports.example.com", ["read:reports"]);
    let (other, _) = world.emulator.add_api("https://other.example.com", ["read:other"]);
    let (member, stranger) = (world.member(1), world.user(2));
    for (user, api, scope, code) in [
        (&member, other.as_str(), scopes[0].as_str(), "SCOPE_INVALID"),
        (&member, api.as_str(), "api_scope_0", "SCOPE_INVALID"),
        (&member, "0", scopes[0].as_str(), "API_INVALID"),
        (&stranger, api.as_str(), scopes[0].as_str(), "USER_NOT_IN_ORGANIZATION"),
    ] {
        let add = AddOrganizationUserApiScope::new(&world.acme, user, api, scope);
        assert_eq!(world.refusal(&add), refused(400, code));
        let delete = DeleteOrganizationUserApiScope::new(&world.acme, user, api, scope);
        assert_eq!(world.refusal(&delete), refused(400, code));
    }
    assert!(world.emulator.member_api_scopes(&world.acme, &stranger).is_err());
}

use http::Request;
use http::header::CONTENT_TYPE;
use kinde_api::apis::{
    AddApiApplicationScope, ApiApplicationOperation, DeleteApiApplicationScope, GetApi, UpdateApiApplication,
    UpdateApiApplications,
};
use kinde_api::applications::{ApplicationType, CreateApplication, DeleteApplication};
use kinde_api::{ApiId, ApplicationId};
use serde_json::{Value, json};

use crate::world::{ORIGIN, World, refused};

/// An application, with its secret.
fn application(world: &World, name: &str) -> (ApplicationId, String) {
    let made = world.send(&CreateApplication::new(name, ApplicationType::M2m)).unwrap().application.unwrap();
    (made.id.unwrap(), made.client_secret.unwrap().expose().to_owned())
}

fn connect(world: &World, api: &ApiId, application: &ApplicationId) {
    world.send(&UpdateApiApplications::new(api, [UpdateApiApplication::new(application)])).unwrap();
}

fn connected(world: &World, api: &ApiId) -> Vec<ApplicationId> {
    let api = world.send(&GetApi::new(api)).unwrap().api.unwrap();
    api.applications.into_iter().filter_map(|application| application.id).collect()
}

/// The scope of the token that an application gets for an API; null where it gets none.
fn scope_of_token(world: &World, (id, secret): &(ApplicationId, String), audience: &str) -> Value {
    let form = format!("grant_type=client_credentials&client_id={id}&client_secret={secret}&audience={audience}");
    let request = Request::post(format!("{ORIGIN}/oauth2/token"))
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(form.into_bytes())
        .unwrap();
    world.raw(request).1["scope"].clone()
}

#[test]
fn lets_applications_in_and_out_in_one_call() {
    let world = World::new();
    let (api, _) = world.emulator.add_api("reports", ["read:reports"]);
    let [first, second] = ["First", "Second"].map(|name| application(&world, name).0);
    let updated = |connected: &[&ApplicationId], disconnected: &[&ApplicationId]| {
        let body = json!({
            "code": "API_APPLICATIONS_UPDATED",
            "message": "API applications updated",
            "applications_disconnected": disconnected,
            "applications_connected": connected,
        });
        (200, body)
    };
    let both = [&first, &second].map(UpdateApiApplication::new);
    let update = UpdateApiApplications::new(&api, both);
    assert_eq!(world.answer(&update), updated(&[&first, &second], &[]));
    assert_eq!(world.answer(&update), updated(&[], &[]), "they may already");
    let remove = UpdateApiApplication::new(&first).operation(ApiApplicationOperation::Delete);
    let remove = UpdateApiApplications::new(&api, [remove]);
    assert_eq!(world.answer(&remove), updated(&[], &[&first]));
    assert_eq!(world.answer(&remove), updated(&[], &[]));
    assert_eq!(connected(&world, &api), std::slice::from_ref(&second));

    world.send(&DeleteApplication::new(&second)).unwrap();
    assert!(connected(&world, &api).is_empty());
}

#[test]
fn changes_nothing_where_something_is_unknown() {
    let world = World::new();
    let (api, _) = world.emulator.add_api("reports", ["read:reports"]);
    let (first, _) = application(&world, "First");
    let update = |ids: [&str; 2]| UpdateApiApplications::new(&api, ids.map(UpdateApiApplication::new));
    assert_eq!(world.refusal(&update([first.as_str(), "0"])), refused(400, "APPLICATION_INVALID"));
    let elsewhere = UpdateApiApplications::new("0", [UpdateApiApplication::new(&first)]);
    assert_eq!(world.refusal(&elsewhere), refused(400, "API_INVALID"));
    let valid = format!(r#"{{"id":"{first}"}}"#);
    let bodies = [
        "{}".to_owned(),
        "[]".to_owned(),
        r#"{"applications":{}}"#.to_owned(),
        format!(r#"{{"applications":[{valid},{{}}]}}"#),
        format!(r#"{{"applications":[{valid},["{first}"]]}}"#),
        format!(r#"{{"applications":[{valid},{{"id":"{first}","operation":"drop"}}]}}"#),
    ];
    world.refuses_bodies(&update(["0", "0"]), &bodies.each_ref().map(String::as_str));
    let many = format!(r#"{{"applications":[{}]}}"#, [valid.as_str(); 101].join(","));
    let (status, answer) = world.with_body(&update(["0", "0"]), &many);
    assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!("TOO_MANY_ITEMS")));
    assert!(connected(&world, &api).is_empty());
}

#[test]
fn gives_scopes_that_tokens_have() {
    let world = World::new();
    let (api, scopes) = world.emulator.add_api("reports", ["read:reports", "write:reports"]);
    let reader = application(&world, "Reader");
    connect(&world, &api, &reader.0);
    let add = |scope: usize| AddApiApplicationScope::new(&api, &reader.0, &scopes[scope]);
    assert_eq!(world.answer(&add(0)), (200, Value::Null));
    assert_eq!(world.answer(&add(0)), (200, Value::Null), "once more");
    assert_eq!(scope_of_token(&world, &reader, "reports"), "read:reports");
    world.send(&add(1)).unwrap();

    let delete = DeleteApiApplicationScope::new(&api, &reader.0, &scopes[0]);
    assert_eq!(world.answer(&delete), (200, Value::Null));
    assert_eq!(world.refusal(&delete), refused(400, "SCOPE_NOT_ASSIGNED"));
    assert_eq!(scope_of_token(&world, &reader, "reports"), "write:reports");
}

#[test]
fn gives_no_scope_to_who_may_not_use_the_api() {
    let world = World::new();
    let (api, scopes) = world.emulator.add_api("reports", ["read:reports"]);
    let (_, elsewhere) = world.emulator.add_api("other", ["read:other"]);
    let (reader, _) = application(&world, "Reader");
    let refusals = |api: &str, application: &str, scope: &str| {
        let added = world.refusal(&AddApiApplicationScope::new(api, application, scope));
        assert_eq!(world.refusal(&DeleteApiApplicationScope::new(api, application, scope)), added);
        added
    };
    let (api_id, reader_id, scope_id) = (api.as_str(), reader.as_str(), scopes[0].as_str());
    assert_eq!(refusals(api_id, reader_id, scope_id), refused(400, "APPLICATION_NOT_CONNECTED"));
    connect(&world, &api, &reader);
    assert_eq!(refusals("0", reader_id, scope_id), refused(400, "API_INVALID"));
    assert_eq!(refusals(api_id, "0", scope_id), refused(400, "APPLICATION_INVALID"));
    assert_eq!(refusals(api_id, reader_id, elsewhere[0].as_str()), refused(400, "SCOPE_INVALID"));
}

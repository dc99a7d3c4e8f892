use kinde_api::organizations::{EnableOrgConnection, GetOrganizationConnections, RemoveOrgConnection};
use serde_json::{Value, json};

use crate::world::{World, refused, success};

#[test]
fn turns_connections_on_and_off() {
    let world = World::new();
    let google = world.emulator.add_connection("Google", "oauth2:google");
    let saml = world.emulator.add_connection("Directory", "saml:custom");
    let list = GetOrganizationConnections::new(&world.acme);
    let connections = |connections: Value| {
        (200, json!({"code": "OK", "message": "Success", "connections": connections, "has_more": false}))
    };
    assert_eq!(world.answer(&list), connections(json!([])));
    for connection in [&saml, &google, &google] {
        assert_eq!(world.answer(&EnableOrgConnection::new(&world.acme, connection)), (200, Value::Null));
    }
    let google_is = json!({"id": google, "name": "Google", "display_name": "Google", "strategy": "oauth2:google"});
    let saml_is = json!({"id": saml, "name": "Directory", "display_name": "Directory", "strategy": "saml:custom"});
    assert_eq!(world.answer(&list), connections(json!([google_is, saml_is])));
    assert_eq!(world.answer(&RemoveOrgConnection::new(&world.acme, &google)), success());
    assert_eq!(world.answer(&list), connections(json!([saml_is])));
    let again = RemoveOrgConnection::new(&world.acme, &google);
    assert_eq!(world.refusal(&again), refused(400, "CONNECTION_NOT_ENABLED"));
}

#[test]
fn refuses_what_it_does_not_have() {
    let world = World::new();
    let unknown = refused(400, "CONNECTION_INVALID");
    assert_eq!(world.refusal(&EnableOrgConnection::new(&world.acme, "conn_0")), unknown);
    assert_eq!(world.refusal(&RemoveOrgConnection::new(&world.acme, "conn_0")), unknown);
}

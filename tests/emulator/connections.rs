use kinde_api::ConnectionId;
use kinde_api::connections::{
    ConnectionOptions, CreateConnection, DeleteConnection, GetConnection, GetConnections, ReplaceConnection,
    UpdateConnection,
};
use kinde_api::organizations::{EnableOrgConnection, GetOrganizationConnections};
use serde_json::json;

use crate::world::{World, refused, success};

fn made(world: &World, create: &CreateConnection) -> ConnectionId {
    world.send(create).unwrap().connection.unwrap().id.unwrap()
}

fn google(world: &World) -> ConnectionId {
    let options = ConnectionOptions::new().client_id("an-id").client_secret("a-secret");
    made(world, &CreateConnection::new("google", "Google", "oauth2:google").options(options))
}

#[test]
fn lists_what_is_built_in_and_what_was_made() {
    let world = World::new();
    let google = google(&world);
    let listed = world.send(&GetConnections::new()).unwrap();
    let strategies: Vec<_> = listed.connections.iter().filter_map(|one| one.strategy.as_deref()).collect();
    let expected = ["email:password", "email:otp", "phone:otp", "username:password", "username:otp", "oauth2:google"];
    assert_eq!(strategies, expected);
    assert_eq!(listed.connections.last().and_then(|one| one.id.clone()), Some(google));
}

#[test]
fn a_connection_that_is_made_can_be_turned_on() {
    let world = World::new();
    let google = google(&world);
    let expected = json!({"id": google, "name": "google", "display_name": "Google", "strategy": "oauth2:google"});
    let (_, body) = world.answer(&GetConnection::new(&google));
    assert_eq!(body, json!({"code": "OK", "message": "Success", "connection": expected}));
    world.send(&EnableOrgConnection::new(&world.acme, &google)).unwrap();
    let of_acme = world.send(&GetOrganizationConnections::new(&world.acme)).unwrap().connections;
    assert_eq!(of_acme.into_iter().map(|one| one.id).collect::<Vec<_>>(), [Some(google.clone())]);

    assert_eq!(world.answer(&DeleteConnection::new(&google)), success());
    assert!(world.send(&GetOrganizationConnections::new(&world.acme)).unwrap().connections.is_empty());
    assert_eq!(world.refusal(&GetConnection::new(&google)), refused(400, "CONNECTION_INVALID"));
}

#[test]
fn an_update_keeps_options_and_a_replacement_does_not() {
    let world = World::new();
    let google = google(&world);
    let shown = || world.emulator.connection_options(&google).unwrap();
    let options = ConnectionOptions::new().is_trusted(true);
    let update = UpdateConnection::new(&google).display_name("Google Workspace").options(options.clone());
    assert_eq!(world.answer(&update), success());
    let kept = ConnectionOptions::new().client_id("an-id").client_secret("a-secret").is_trusted(true);
    assert_eq!(shown(), kept);

    assert_eq!(world.answer(&ReplaceConnection::new(&google).options(options.clone())), success());
    assert_eq!(shown(), options);
    let connection = world.send(&GetConnection::new(&google)).unwrap();
    assert_eq!(connection.display_name.as_deref(), Some("Google Workspace"));
}

#[test]
fn finds_a_connection_by_the_domain_of_its_users() {
    let world = World::new();
    let options = ConnectionOptions::new().home_realm_domains(["example.com"]);
    let saml = made(&world, &CreateConnection::new("acme", "Acme", "saml:custom").options(options));
    google(&world);
    let found = world.send(&GetConnections::new().home_realm_domain("EXAMPLE.com")).unwrap().connections;
    assert_eq!(found.into_iter().map(|one| one.id).collect::<Vec<_>>(), [Some(saml)]);
}

#[test]
fn pages_forwards_and_backwards() {
    let world = World::new();
    let google = google(&world);
    let all = world.emulator.client().items(GetConnections::new().page_size(2)).collect::<Result<Vec<_>, _>>().unwrap();
    assert_eq!(all.len(), 6);
    let before = world.send(&GetConnections::new().page_size(2).ending_before(google.as_str())).unwrap();
    assert_eq!((before.connections.as_slice(), before.has_more), (&all[3..5], Some(true)));
}

#[test]
fn refuses_what_makes_no_connection() {
    let world = World::new();
    let create = |strategy: &str| CreateConnection::new("google", "Google", strategy);
    for (create, code) in [
        (create("email:password"), "BAD_REQUEST"),
        (create("telepathy"), "BAD_REQUEST"),
        (create("saml:okta").organization_code("org_0"), "ORGANIZATION_INVALID"),
        (create("oauth2:google").enabled_applications(["0"]), "APPLICATION_INVALID"),
        (CreateConnection::new("", "Google", "oauth2:google"), "BAD_REQUEST"),
    ] {
        assert_eq!(world.refusal(&create), refused(400, code), "{create:?}");
    }
    assert_eq!(world.send(&GetConnections::new()).unwrap().connections.len(), 5);
    let unknown = refused(404, "CONNECTION_NOT_FOUND");
    assert_eq!(world.refusal(&UpdateConnection::new("conn_0")), unknown);
    assert_eq!(world.refusal(&ReplaceConnection::new("conn_0")), unknown);
    assert_eq!(world.refusal(&DeleteConnection::new("conn_0")), unknown);
    let (status, _) = world.with_body(&create("oauth2:google"), r#"{"name":"a","options":[]}"#);
    assert_eq!(status, 400);
}

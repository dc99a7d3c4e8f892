use kinde_api::connections::{CreateConnection, DeleteConnection};
use kinde_api::directories::{
    CreateDirectory, DeleteDirectory, Directory, DirectoryProvider, DirectoryStatus, GetDirectories, GetDirectory,
    UpdateDirectory,
};
use kinde_api::organizations::EnableOrgConnection;
use kinde_api::{ConnectionId, OrgCode};

use crate::world::{World, refused};

/// An enterprise connection that is turned on for an organization.
fn connection(world: &World, organization: &OrgCode) -> ConnectionId {
    let create = CreateConnection::new("okta", "Okta", "saml:okta");
    let id = world.send(&create).unwrap().connection.unwrap().id.unwrap();
    world.send(&EnableOrgConnection::new(organization, &id)).unwrap();
    id
}

fn create(organization: &OrgCode) -> CreateDirectory {
    CreateDirectory::new(organization, "Staff", DirectoryProvider::Okta)
}

fn made(world: &World) -> Directory {
    world.send(&create(&world.acme)).unwrap().directory.unwrap()
}

#[test]
fn makes_a_directory_with_its_token() {
    let world = World::new();
    let okta = connection(&world, &world.acme);
    let directory = made(&world);
    assert!(directory.secret_token.as_ref().is_some_and(|token| !token.expose().is_empty()));
    let expected = {
        let mut expected = Directory::default();
        expected.id.clone_from(&directory.id);
        expected.directory_name = Some("Staff".to_owned());
        expected.directory_endpoint_id.clone_from(&directory.directory_endpoint_id);
        expected.secret_token.clone_from(&directory.secret_token);
        expected.status = Some(DirectoryStatus::Pending);
        expected.organization_code = Some(world.acme.clone());
        expected.enterprise_connection_id = Some(okta.clone());
        expected.enterprise_connection_name = Some("Okta".to_owned());
        expected.created_on = Some("2026-01-01T00:00:00Z".into());
        expected
    };
    assert_eq!(directory, expected);
    let id = directory.id.clone().unwrap();
    assert_eq!(world.send(&GetDirectory::new(&id)).unwrap().directory, Some(directory.clone()));
    assert_eq!(world.send(&GetDirectories::new()).unwrap().directories, [directory]);

    world.send(&DeleteConnection::new(&okta)).unwrap();
    let without = world.send(&GetDirectory::new(&id)).unwrap().directory.unwrap();
    assert_eq!((without.enterprise_connection_id, without.enterprise_connection_name), (None, None));
}

#[test]
fn an_organization_has_one_directory() {
    let world = World::new();
    connection(&world, &world.acme);
    made(&world);
    assert_eq!(world.refusal(&create(&world.acme)), refused(409, "DIRECTORY_EXISTS"));
    let other = world.emulator.add_organization("Other");
    let of_other = world.send(&GetDirectories::new().organization_code(&other)).unwrap();
    assert!(of_other.directories.is_empty());
}

#[test]
fn the_connection_must_be_clear() {
    let world = World::new();
    assert_eq!(world.refusal(&create(&world.acme)), refused(400, "NO_ENTERPRISE_CONNECTIONS"));
    let first = connection(&world, &world.acme);
    connection(&world, &world.acme);
    assert_eq!(world.refusal(&create(&world.acme)), refused(400, "ENTERPRISE_CONNECTION_REQUIRED"));
    let wrong = create(&world.acme).enterprise_connection_id("conn_0");
    assert_eq!(world.refusal(&wrong), refused(400, "INVALID_ENTERPRISE_CONNECTION"));
    let right = create(&world.acme).enterprise_connection_id(&first);
    let directory = world.send(&right).unwrap().directory.unwrap();
    assert_eq!(directory.enterprise_connection_id, Some(first));
}

#[test]
fn renames_and_deletes() {
    let world = World::new();
    connection(&world, &world.acme);
    let id = made(&world).id.unwrap();
    let renamed = world.send(&UpdateDirectory::new(&id).directory_name("All staff")).unwrap();
    assert_eq!(renamed.code.as_deref(), Some("DIRECTORY_UPDATED"));
    assert_eq!(renamed.directory.unwrap().directory_name.as_deref(), Some("All staff"));
    assert_eq!(world.refusal(&UpdateDirectory::new(&id)), refused(400, "NO_FIELDS_TO_UPDATE"));

    assert_eq!(world.send(&DeleteDirectory::new(&id)).unwrap().directory_id, Some(id.clone()));
    let unknown = refused(404, "DIRECTORY_NOT_FOUND");
    assert_eq!(world.refusal(&GetDirectory::new(&id)), unknown);
    assert_eq!(world.refusal(&UpdateDirectory::new(&id).directory_name("Staff")), unknown);
    assert_eq!(world.refusal(&DeleteDirectory::new(&id)), unknown);
}

#[test]
fn refuses_what_makes_no_directory() {
    let world = World::new();
    connection(&world, &world.acme);
    assert_eq!(world.refusal(&create(&"org_0".into())), refused(400, "ORGANIZATION_NOT_FOUND"));
    let unnamed = CreateDirectory::new(&world.acme, " ", DirectoryProvider::Okta);
    assert_eq!(world.refusal(&unnamed), refused(400, "DIRECTORY_NAME_REQUIRED"));
    for (body, code) in [
        ("{}", "ORGANIZATION_REQUIRED"),
        (r#"{"org_code":"org_0","directory_name":"Staff"}"#, "PROVIDER_CODE_REQUIRED"),
        (r#"{"org_code":"org_0","directory_name":"Staff","provider_code":"paper"}"#, "BAD_REQUEST"),
    ] {
        let (status, answer) = world.with_body(&create(&world.acme), body);
        assert_eq!((status, answer["errors"][0]["code"].as_str()), (400, Some(code)), "{body}");
    }
    assert!(world.send(&GetDirectories::new()).unwrap().directories.is_empty());
}

use kinde_api::environment_variables::{
    CreateEnvironmentVariable, DeleteEnvironmentVariable, GetEnvironmentVariable, GetEnvironmentVariables,
    UpdateEnvironmentVariable,
};
use serde_json::{Value, json};

use crate::world::{World, envelope, refused};

fn created(world: &World, create: &CreateEnvironmentVariable) -> String {
    let (status, body) = world.answer(create);
    let id = body["environment_variable"]["id"].as_str().unwrap().to_owned();
    let expected = json!({
        "code": "VARIABLE_CREATED",
        "message": "Environment variable created",
        "environment_variable": {"id": id},
    });
    assert_eq!((status, body), (201, expected));
    id
}

fn view(id: &str, key: &str, value: Option<&str>) -> Value {
    json!({
        "id": id,
        "key": key,
        "value": value,
        "is_secret": value.is_none(),
        "created_on": "2026-01-01T00:00:00Z",
    })
}

fn all(world: &World, variables: &[Value]) {
    let expected = envelope(200, json!({"has_more": false, "environment_variables": variables}));
    assert_eq!(world.answer(&GetEnvironmentVariables::new()), expected);
}

#[test]
fn creates_reads_updates_and_deletes() {
    let world = World::new();
    all(&world, &[]);
    let host = created(&world, &CreateEnvironmentVariable::new("HOST", "db.example"));
    let password = created(&world, &CreateEnvironmentVariable::new("PASSWORD", "hush").is_secret(true));
    let of_host = envelope(200, json!({"environment_variable": view(&host, "HOST", Some("db.example"))}));
    assert_eq!(world.answer(&GetEnvironmentVariable::new(&host)), of_host);
    all(&world, &[view(&host, "HOST", Some("db.example")), view(&password, "PASSWORD", None)]);

    let updated = json!({"code": "ENVIRONMENT_VARIABLE_UPDATED", "message": "Environment variable updated"});
    let update = UpdateEnvironmentVariable::new(&host).key("DB_HOST");
    assert_eq!(world.answer(&update), (200, updated));
    world.send(&UpdateEnvironmentVariable::new(&host).value("")).unwrap();
    all(&world, &[view(&host, "DB_HOST", Some("")), view(&password, "PASSWORD", None)]);

    let deleted = json!({"code": "ENVIRONMENT_VARIABLE_DELETED", "message": "Environment variable deleted"});
    assert_eq!(world.answer(&DeleteEnvironmentVariable::new(&password)), (200, deleted));
    all(&world, &[view(&host, "DB_HOST", Some(""))]);
    created(&world, &CreateEnvironmentVariable::new("PASSWORD", "again"));
}

#[test]
fn tells_no_secret_again() {
    let world = World::new();
    let id = created(&world, &CreateEnvironmentVariable::new("PASSWORD", "hush"));
    world.send(&UpdateEnvironmentVariable::new(&id).is_secret(true)).unwrap();
    all(&world, &[view(&id, "PASSWORD", None)]);
    let reveal = UpdateEnvironmentVariable::new(&id).key("WORD").is_secret(false);
    assert_eq!(world.refusal(&reveal), refused(400, "BAD_REQUEST"));
    all(&world, &[view(&id, "PASSWORD", None)]);
    world.send(&reveal.value("other")).unwrap();
    all(&world, &[view(&id, "WORD", Some("other"))]);
}

#[test]
fn refuses_what_makes_no_variable() {
    let world = World::new();
    let host = created(&world, &CreateEnvironmentVariable::new("HOST", "db.example"));
    let port = created(&world, &CreateEnvironmentVariable::new("PORT", "5432"));
    for (create, code) in [
        (CreateEnvironmentVariable::new("", "a"), "BAD_REQUEST"),
        (CreateEnvironmentVariable::new("K".repeat(129), "a"), "BAD_REQUEST"),
        (CreateEnvironmentVariable::new("A", "v".repeat(2049)), "BAD_REQUEST"),
        (CreateEnvironmentVariable::new("HOST", "a"), "ENVIRONMENT_VARIABLE_ALREADY_EXISTS"),
    ] {
        assert_eq!(world.refusal(&create), refused(400, code));
    }
    let bodies =
        ["{}", "[]", r#"{"key":"A"}"#, r#"{"value":"a"}"#, r#"{"key":"A","value":1}"#, r#"{"key":1,"value":"a"}"#];
    world.refuses_bodies(&CreateEnvironmentVariable::new("A", "a"), &bodies);

    let update = UpdateEnvironmentVariable::new(&port);
    world.refuses_bodies(&update, &["[]", r#"{"key":""}"#, r#"{"value":1}"#, r#"{"is_secret":"yes"}"#]);
    let taken = update.clone().key("HOST").value("1");
    assert_eq!(world.refusal(&taken), refused(400, "ENVIRONMENT_VARIABLE_ALREADY_EXISTS"));
    assert_eq!(world.refusal(&update.clone().key("A").value("v".repeat(2049))), refused(400, "BAD_REQUEST"));
    world.send(&update.key("PORT")).unwrap();
    all(&world, &[view(&host, "HOST", Some("db.example")), view(&port, "PORT", Some("5432"))]);
    created(&world, &CreateEnvironmentVariable::new("K".repeat(128), "v".repeat(2048)));
}

#[test]
fn refuses_what_it_does_not_have() {
    let world = World::new();
    let unknown = refused(400, "ENVIRONMENT_VARIABLE_INVALID");
    assert_eq!(world.refusal(&GetEnvironmentVariable::new("env_var_0")), unknown);
    assert_eq!(world.refusal(&UpdateEnvironmentVariable::new("env_var_0")), unknown);
    assert_eq!(world.refusal(&DeleteEnvironmentVariable::new("env_var_0")), unknown);
}

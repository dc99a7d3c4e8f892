//! What it holds, told and put in.

use serde_json::{Value, json};

use super::running::Running;

/// Something of everything.
fn full_state() -> Value {
    json!({
        "environment": {"passkey_policy": "optional"},
        "permissions": [{"id": "perm_1", "key": "read:reports", "name": "Read reports", "description": "All"}],
        "apis": [{
            "id": "api_1", "audience": "https://reports.example.com", "name": "Reports",
            "scopes": [{"id": "scope_1", "key": "read:reports", "description": "All"}]
        }],
        "roles": [{
            "id": "role_1", "key": "admin", "name": "Administrator", "description": "Everything",
            "is_default": true, "permissions": ["read:reports"],
            "scopes": {"https://reports.example.com": ["read:reports"]}
        }],
        "property_categories": [{"id": "cat_1", "name": "Preferences", "context": "usr"}],
        "properties": [
            {
                "id": "prop_1", "key": "language", "name": "Language", "context": "usr", "is_private": true,
                "is_multi_line": true, "category": "Preferences"
            },
            {"id": "prop_2", "key": "city", "context": "org"},
            {"id": "prop_3", "key": "tier", "context": "app"}
        ],
        "feature_flags": [
            {"key": "beta", "default_value": false},
            {"key": "seats", "name": "Seats", "default_value": 5, "environment_value": 7, "override_level": "org"},
            {"key": "theme", "description": "Colours", "default_value": "blue"}
        ],
        "connections": [{
            "id": "conn_1", "name": "Google", "display_name": "Sign in by Google", "strategy": "oauth2:google",
            "options": {"client_id": "id", "client_secret": "secret"}
        }],
        "applications": [
            {
                "id": "app_1", "name": "Website", "type": "reg", "client_secret": "app-secret",
                "redirect_urls": ["https://example.com/in"], "logout_urls": ["https://example.com/out"],
                "login_uri": "https://example.com/login", "homepage_uri": "https://example.com",
                "connections": ["Google"], "properties": {"tier": "gold"}
            },
            {
                "id": "app_2", "name": "Robot", "type": "m2m", "client_secret": "robot-secret",
                "apis": {"Kinde Management API": ["read:users"], "https://reports.example.com": ["read:reports"]}
            }
        ],
        "users": [
            {
                "id": "kp_1", "provided_id": "17", "email": "member1@example.com", "phone": "+61400000017",
                "username": "member1", "other_emails": ["other@example.com"], "first_name": "Member",
                "last_name": "1", "picture": "https://example.com/1.png", "is_suspended": true,
                "properties": {"language": "en"}, "feature_flags": {"beta": true},
                "mfa_factors": [{"id": "mfa_1", "type": "email", "name": "member1@example.com"}]
            },
            {"id": "kp_2", "username": "member2"}
        ],
        "organizations": [
            {"code": "org_main", "name": "Main", "is_default": true, "members": [{"user": "member2"}]},
            {
                "code": "org_acme", "name": "Acme", "handle": "acme", "external_id": "e17",
                "members": [{
                    "user": "member1@example.com", "roles": ["admin"], "permissions": ["read:reports"]
                }],
                "invites": [{"email": "guest@example.com", "first_name": "Guest", "roles": ["admin"]}],
                "feature_flags": {"seats": 17}, "properties": {"city": "Melbourne"}, "connections": ["Google"]
            }
        ],
        "subscribers": [{"id": "sub_1", "email": "reader@example.com", "first_name": "A", "last_name": "Reader"}],
        "environment_variables": [{"id": "var_1", "key": "KEY", "value": "value", "is_secret": true}],
        "webhooks": [{
            "id": "hook_1", "name": "Receiver", "endpoint": "http://localhost:9/", "event_types": ["user.created"],
            "description": "For a test"
        }]
    })
}

#[test]
fn what_is_put_in_is_what_is_told() {
    let program = Running::start(&[]);
    let put = program.steer("PUT", "state", &full_state().to_string());
    assert_eq!((put.status, put.json), (204, Value::Null));
    assert_eq!(program.steer("GET", "state", "").json, full_state());
}

#[test]
fn operations_see_what_was_put_in() {
    let program = Running::start(&["--seed", "empty"]);
    program.steer("PUT", "state", &full_state().to_string());
    let api = program.api();
    assert_eq!(api.get("user?id=kp_1").json["preferred_email"], "member1@example.com");
    let members = api.get("organizations/org_acme/users").json;
    assert_eq!(members["organization_users"][0]["roles"], json!(["admin"]));
    assert_eq!(api.get("organization?code=org_main").json["is_default"], true);
    // An application of the state has no more than its scopes.
    let robot = program.token_for("app_2", "robot-secret");
    assert_eq!((robot.status, &robot.json["scope"]), (200, &json!("read:users")));
}

#[test]
fn what_is_told_of_the_demo_can_be_put_in_again() {
    let program = Running::start(&[]);
    let told = program.steer("GET", "state", "").json;
    assert_eq!(told["users"].as_array().unwrap().len(), 600);
    assert_eq!(program.steer("PUT", "state", &told.to_string()).status, 204);
    assert_eq!(program.steer("GET", "state", "").json, told);
    let file: Value = serde_json::from_slice(&std::fs::read(program.seed_file()).unwrap()).unwrap();
    assert_eq!(file, told, "the file that is named holds the same");
}

#[test]
fn what_operations_change_is_told() {
    let program = Running::start(&["--seed", "empty"]);
    let api = program.api();
    let profile =
        r#"{"profile": {"given_name": "A"}, "identities": [{"type": "email", "details": {"email": "a@example.com"}}]}"#;
    let user = api.call("POST", "user", profile);
    let told = program.steer("GET", "state", "").json;
    assert_eq!(told["users"], json!([{"id": user.json["id"], "email": "a@example.com", "first_name": "A"}]));
}

#[test]
fn a_schema_describes_it() {
    let program = Running::start(&["--seed", "empty"]);
    let schema = program.steer("GET", "schema", "").json;
    let state = full_state();
    for name in state.as_object().unwrap().keys() {
        assert!(schema["properties"].get(name).is_some(), "{name}");
    }
    assert_eq!(schema["additionalProperties"], false);
}

/// What is wrong, and the line and field that are told.
#[test]
fn what_is_wrong_is_refused_with_line_and_field() {
    let program = Running::start(&[]);
    let before = program.steer("GET", "state", "").json;
    for (body, line, field, message) in [
        ("{\n\"users\": 1}", 2, "users", "invalid type: integer `1`, expected a sequence"),
        (
            "{\n\"users\": [\n{\"email\": true}]}",
            3,
            "users[0].email",
            "invalid type: boolean `true`, expected a string",
        ),
        (
            "{\n\n\"roles\": [{\"key\": \"a\", \"permissions\": [\"x\"]}]}",
            3,
            "roles[0].permissions[0]",
            "there is no permission `x`",
        ),
        (
            "{\"organizations\": [{\"name\": \"A\", \"members\": [\n{\"user\": \"nobody\"}]}]}",
            2,
            "organizations[0].members[0].user",
            "there is no user `nobody`",
        ),
        (
            "{\"users\": [{\"id\": \"kp_1\"},\n{\"id\": \"kp_1\"}]}",
            2,
            "users[1].id",
            "something else has the id `kp_1` already",
        ),
    ] {
        let answer = program.steer("PUT", "state", body);
        let error = &answer.json["error"];
        assert_eq!(
            (answer.status, error["line"].as_u64(), error["field"].as_str(), answer.message()),
            (400, Some(line), Some(field), message),
            "{body}"
        );
    }
    for body in ["", "[]", "{", "{\"user\": []}", "{\"users\": [{\"emial\": \"a\"}]}", "{} {}", "\u{0}"] {
        let answer = program.steer("PUT", "state", body);
        assert_eq!(answer.status, 400, "{body}");
        assert!(answer.json["error"]["line"].is_u64(), "{body}: {answer:?}");
    }
    for body in [
        r#"{"users": [{"email": "a@example.com"}, {"email": "A@example.com"}]}"#,
        r#"{"roles": [{"key": "a"}, {"key": "a"}]}"#,
        r#"{"connections": [{"name": "a", "strategy": "nothing"}]}"#,
        r#"{"properties": [{"key": "a", "context": "usr", "is_private": true}]}"#,
        r#"{"feature_flags": [{"key": "a", "default_value": 3000000000}]}"#,
        r#"{"feature_flags": [{"key": "a", "default_value": null}]}"#,
        r#"{"environment": {"passkey_policy": "sometimes"}}"#,
        r#"{"organizations": [{"name": "A", "is_default": true}, {"name": "B", "is_default": true}]}"#,
        r#"{"organizations": [{"name": "A", "feature_flags": {"x": 1}}]}"#,
        r#"{"organizations": [{"name": "A", "properties": {"x": "1"}}]}"#,
        r#"{"webhooks": [{"name": "a", "endpoint": "ftp://example.com", "event_types": ["user.created"]}]}"#,
        r#"{"webhooks": [{"name": "a", "endpoint": "https://example.com", "event_types": ["user.exploded"]}]}"#,
        r#"{"applications": [{"name": "a", "type": "spa", "client_secret": "b"}]}"#,
        r#"{"users": [{"id": "a/b"}]}"#,
    ] {
        let answer = program.steer("PUT", "state", body);
        assert_eq!(answer.status, 400, "{body}");
        assert!(answer.json["error"]["field"].is_string(), "{body}: {answer:?}");
        assert!(answer.json["error"]["line"].is_u64(), "{body}: {answer:?}");
    }
    assert_eq!(program.steer("GET", "state", "").json, before, "nothing has changed");
}

/// Whether what the program made itself or the state says comes first: an id means one thing.
#[test]
fn ids_of_what_is_there_anyway_are_taken() {
    let program = Running::start(&["--seed", "empty"]);
    let api = program.api();
    let own_application = program.variable("KINDE_MANAGEMENT_CLIENT_ID").to_owned();
    let connection = api.call("GET", "connections", "").json["connections"][0]["id"].as_str().unwrap().to_owned();
    let management_api = api.call("GET", "apis", "").json["apis"][0]["id"].as_str().unwrap().to_owned();
    for id in [own_application, connection, management_api] {
        let state = json!({"applications": [{"id": id, "name": "Robot", "type": "m2m"}]}).to_string();
        let answer = program.steer("PUT", "state", &state);
        let expected = format!("something else has the id `{id}` already");
        assert_eq!((answer.status, answer.message()), (400, expected.as_str()));
        assert_eq!(answer.json["error"]["field"], "applications[0].id");
    }
}

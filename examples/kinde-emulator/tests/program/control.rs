//! What steers it.

use serde_json::json;

use super::running::Running;

#[test]
fn tells_that_it_is_well() {
    let program = Running::start(&["--seed", "empty"]);
    let health = program.steer("GET", "health", "");
    assert_eq!(health.json, json!({"status": "ok", "version": "0.1.0", "domain": program.domain()}));
}

#[test]
fn no_page_in_a_browser_can_steer_it() {
    let program = Running::start(&["--seed", "empty"]);
    for header in [
        ("origin", "https://example.com"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("host", "rebound.example.com"),
    ] {
        let answer = program.send("POST", "/_emulator/reset", &[header], "");
        assert_eq!(answer.status, 403, "{header:?}");
    }
}

#[test]
fn begins_anew_while_clients_keep_their_tokens() {
    let program = Running::start(&[]);
    let api = program.api();
    let created = api.call("POST", "organization", r#"{"name": "Another"}"#);
    assert_eq!(created.status, 200);
    let count = || api.get("organizations").json["organizations"].as_array().unwrap().len();
    assert_eq!(count(), 3);
    program.steer("POST", "faults", r#"{"fault": "closed"}"#);
    assert_eq!(program.steer("POST", "reset", "").status, 204);
    assert_eq!(count(), 2);
    assert_eq!(program.steer("GET", "requests", "").json["requests"].as_array().unwrap().len(), 1);
}

#[test]
fn tells_what_it_was_asked() {
    let program = Running::start(&["--seed", "empty"]);
    let api = program.api();
    api.call("POST", "organization?x=1", r#"{"name": "Acme"}"#);
    let requests = program.steer("GET", "requests", "").json["requests"].clone();
    let (token, call) = (&requests[0], &requests[1]);
    assert_eq!((&token["operation"], &token["status"], &token["body"]), (&json!("token"), &json!(200), &json!(null)));
    assert_eq!(
        (&call["method"], &call["path"], &call["query"], &call["operation"], &call["status"], &call["body"]),
        (
            &json!("POST"),
            &json!("/api/v1/organization"),
            &json!("x=1"),
            &json!("createOrganization"),
            &json!(200),
            &json!({"name": "Acme"})
        )
    );
    assert_eq!(call["headers"]["authorization"], json!(null), "tokens are kept back");
    assert_eq!(program.steer("DELETE", "requests", "").status, 204);
    assert_eq!(program.steer("GET", "requests", "").json, json!({"requests": []}));
}

#[test]
fn misbehaves_on_demand() {
    let program = Running::start(&["--seed", "empty"]);
    let api = program.api();
    let fault = r#"{"fault": "server_error", "status": 503, "operation": "GetRoles", "times": 1}"#;
    let refused = program.steer("POST", "faults", &fault.replace("GetRoles", "getRoles"));
    let message = "Kinde has no operation `getRoles`: did you mean `GetRoles`?";
    assert_eq!((refused.status, refused.message()), (400, message));
    assert_eq!(program.steer("POST", "faults", fault).status, 200);
    assert_eq!(program.steer("GET", "faults", "").json["faults"][0]["times"], 1);
    assert_eq!(api.get("organizations").status, 200);
    assert_eq!(api.get("roles").status, 503);
    assert_eq!(api.get("roles").status, 200);
    assert_eq!(program.steer("GET", "faults", "").json, json!({"faults": []}));
}

#[test]
fn refuses_an_operation_that_does_not_exist() {
    let program = Running::start(&["--seed", "empty"]);
    let answer = program.steer("POST", "faults", "{\n  \"fault\": \"closed\",\n  \"operation\": \"createUsers\"\n}");
    assert_eq!(answer.status, 400);
    assert_eq!(answer.message(), "Kinde has no operation `createUsers`");
    assert_eq!((&answer.json["error"]["field"], &answer.json["error"]["line"]), (&json!("operation"), &json!(3)));
    assert_eq!(program.steer("GET", "faults", "").json, json!({"faults": []}));
}

#[test]
fn the_clock_can_be_moved() {
    let program = Running::start(&["--token-lifetime", "60", "--seed", "empty"]);
    let api = program.api();
    let seconds = || program.steer("GET", "clock", "").json["unix_seconds"].as_u64().unwrap();
    let before = seconds();
    assert_eq!(program.steer("POST", "clock", r#"{"advance_seconds": 3600}"#).status, 200);
    assert!((before + 3600..before + 3700).contains(&seconds()));
    assert_eq!(api.get("roles").status, 401, "the token has expired");
    for body in [r#"{"advance_seconds": -1}"#, r#"{"advance_seconds": 1e30}"#, r#"{"advance": 1}"#, "", "[]"] {
        assert_eq!(program.steer("POST", "clock", body).status, 400, "{body}");
    }
}

#[test]
fn users_sign_in() {
    let program = Running::start(&[]);
    let body = r#"{"user": "member1@example.com", "organization": "org_acme"}"#;
    assert_eq!(program.steer("POST", "sign_in", body).status, 204);
    let user = program.api().get("user?id=kp_member1");
    assert_eq!(user.json["total_sign_ins"], 1);
    for (body, field) in [
        (r#"{"user": "nobody@example.com"}"#, "user"),
        (r#"{"user": "member1@example.com", "organization": "org_none"}"#, "organization"),
        (r#"{"user": "member99@example.com", "organization": "org_acme"}"#, "organization"),
    ] {
        let answer = program.steer("POST", "sign_in", body);
        assert_eq!((answer.status, answer.json["error"]["field"].as_str()), (400, Some(field)), "{body}");
    }
}

#[test]
fn knows_no_other_resources_or_methods() {
    let program = Running::start(&["--seed", "empty"]);
    assert_eq!(program.steer("GET", "nothing", "").status, 404);
    let answer = program.steer("POST", "state", "");
    assert_eq!((answer.status, answer.message()), (405, "/_emulator/state takes GET, PUT"));
}

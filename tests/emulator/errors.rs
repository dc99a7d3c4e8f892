use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderValue, Request};
use kinde_api::Endpoint;
use kinde_api::organizations::{
    AddOrganizationUsers, CreateOrganization, CreateOrganizationInvite, CreateOrganizationUserRole, DeleteOrganization,
    GetOrganization, GetOrganizationUsers, GetOrganizations, ReplaceOrganizationMfa, UpdateOrganization,
    UpdateOrganizationProperties, UpdateOrganizationSessions,
};
use serde_json::{Value, json};

use crate::world::{ORIGIN, World, refused};

#[test]
fn has_an_object_of_errors_for_unknown_routes() {
    let world = World::new();
    let errors = json!({"code": "ROUTE_NOT_FOUND", "message": "The requested API route does not exist"});
    for (method, path) in [
        ("POST", "/api/v1/organizations"),
        ("GET", "/api/v1/organisations"),
        ("PUT", "/api/v1/organizations"),
        ("GET", "/api/v1/organizations/org_1/users/"),
        ("GET", "/api/v1/organizations//users"),
        ("GET", "/oauth2/token"),
        ("GET", "/logo?p_org_code=org_0"),
        ("GET", "/logo"),
        ("GET", "/"),
    ] {
        let request = Request::builder().method(method).uri(format!("{ORIGIN}{path}")).body(Vec::new()).unwrap();
        assert_eq!(world.raw(request), (404, json!({"errors": errors})), "{method} {path}");
    }
}

#[test]
fn has_a_list_of_errors_for_everything_else() {
    let world = World::new();
    let errors = json!([{"code": "ORGANIZATION_INVALID", "message": "there is no organization `org_0`"}]);
    assert_eq!(world.answer(&GetOrganizationUsers::new("org_0")), (400, json!({"errors": errors})));
    let errors = json!({"code": "ORGANIZATION_NOT_FOUND", "message": "there is no organization `org_0`"});
    assert_eq!(world.answer(&DeleteOrganization::new("org_0")), (404, json!({"errors": errors})));
}

#[test]
fn wants_plain_json_to_be_accepted() {
    let world = World::new();
    let answer = |accept: Option<&'static str>| {
        world.changed(&GetOrganization::default(), |request| {
            request.headers_mut().remove(ACCEPT);
            if let Some(accept) = accept {
                request.headers_mut().insert(ACCEPT, HeaderValue::from_static(accept));
            }
        })
    };
    assert_eq!(answer(None).0, 200);
    assert_eq!(answer(Some("*/*")).0, 200);
    let refused = (406, json!({"errors": [{"code": "INVALID_ACCEPT_HEADER"}]}));
    assert_eq!(answer(Some("application/json; charset=utf-8")), refused);
    assert_eq!(answer(Some("text/html")), refused);
}

#[test]
fn takes_an_encoded_slash_for_a_part_of_its_segment() {
    let world = World::new();
    let message = "there is no organization `org_1/users`";
    let errors = json!([{"code": "ORGANIZATION_INVALID", "message": message}]);
    let request = Request::get(format!("{ORIGIN}/api/v1/organizations/org_1%2Fusers/users"))
        .header("authorization", format!("Bearer {}", world.emulator.token()))
        .body(Vec::new())
        .unwrap();
    assert_eq!(world.raw(request), (400, json!({"errors": errors})));
}

#[test]
fn says_json_where_there_is_a_body() {
    let world = World::new();
    for endpoint in [GetOrganization::default(), GetOrganization::new("org_0")] {
        let response = world.emulator.respond(endpoint.request(&world.api).unwrap()).unwrap();
        assert_eq!(response.headers()[CONTENT_TYPE], "application/json");
    }
}

#[test]
fn refuses_bodies_of_another_shape() {
    let world = World::new();
    let acme = &world.acme;
    let member = world.member(1);
    let refuses = |endpoint: &dyn Fn(&str) -> (u16, Value), bodies: &[&str]| {
        for body in bodies {
            let (status, answer) = endpoint(body);
            assert_eq!((status, &answer["errors"][0]["code"]), (400, &json!("BAD_REQUEST")), "{body}");
        }
    };
    let create = |body: &str| world.with_body(&CreateOrganization::new("x"), body);
    refuses(
        &create,
        &[
            "",
            "{}",
            "[]",
            r#"["Acme"]"#,
            r#""Acme""#,
            "null",
            "{",
            "\u{feff}{}",
            r#"{"name":1}"#,
            r#"{"name":null}"#,
            r#"{"name":"a","name":"b"}"#,
            r#"{"name":"a","is_auto_membership_enabled":"yes"}"#,
            r#"{"name":"a","feature_flags":[]}"#,
            r#"{"name":"a"} x"#,
        ],
    );
    let update = |body: &str| world.with_body(&UpdateOrganization::new(acme), body);
    refuses(&update, &[r#"{"allowed_domains":"example.com"}"#, r#"{"is_suspended":1}"#, r#"{"sender_name":1}"#]);
    let add = |body: &str| world.with_body(&AddOrganizationUsers::new(acme, []), body);
    let listed = format!(r#"{{"users":[["{member}"]]}}"#);
    let bad_roles = format!(r#"{{"users":[{{"id":"{member}","roles":"admin"}}]}}"#);
    refuses(&add, &["{}", r#"{"users":{}}"#, r#"{"users":[{}]}"#, r#"{"users":[{"id":1}]}"#, &listed, &bad_roles]);
    let role = |body: &str| world.with_body(&CreateOrganizationUserRole::new(acme, &member, "x"), body);
    refuses(&role, &["{}", r#"{"role_id":7}"#]);
    let properties = |body: &str| world.with_body(&UpdateOrganizationProperties::new(acme, [("a", "b")]), body);
    refuses(&properties, &["{}", r#"{"properties":[]}"#]);
    let mfa = |body: &str| world.with_body(&ReplaceOrganizationMfa::new(acme, ["mfa:sms"]), body);
    refuses(
        &mfa,
        &["{}", r#"{"enabled_factors":"mfa:sms"}"#, r#"{"enabled_factors":[],"is_recovery_codes_enabled":0}"#],
    );
    let sessions = |body: &str| world.with_body(&UpdateOrganizationSessions::new(acme), body);
    refuses(
        &sessions,
        &[
            r#"{"authenticated_session_lifetime":"3600"}"#,
            r#"{"authenticated_session_lifetime":-1}"#,
            r#"{"authenticated_session_lifetime":1.5}"#,
        ],
    );
}

#[test]
fn takes_a_type_without_a_body_but_no_body_of_another_type() {
    let world = World::new();
    let with_type = |content_type: &'static str, body: &str| {
        world.changed(&UpdateOrganization::new(&world.acme), |request| {
            request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
            *request.body_mut() = body.into();
        })
    };
    assert_eq!(with_type("application/json", "").0, 200);
    assert_eq!(with_type("text/plain", "").0, 200);
    assert_eq!(with_type("application/json; charset=utf-8", r#"{"name":"Acme","unknown":1}"#).0, 200);
    let (status, body) = with_type("text/plain", "{}");
    assert_eq!((status, &body["errors"][0]["code"]), (400, &json!("INVALID_CONTENT_TYPE_HEADER")));
    let (status, _) = world.changed(&GetOrganizations::new(), |request| {
        request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    });
    assert_eq!(status, 200);
}

#[test]
fn takes_null_for_absent_where_none_is_declared() {
    let world = World::new();
    world.send(&UpdateOrganization::new(&world.acme).handle("acme")).unwrap();
    assert_eq!(world.with_body(&UpdateOrganization::new(&world.acme), r#"{"handle":null}"#).0, 200);
    assert_eq!(world.send(&GetOrganization::new(&world.acme)).unwrap().handle.as_deref(), Some("acme"));
}

#[test]
fn ignores_unknown_expansions_and_refuses_unknown_flags() {
    let world = World::new();
    let plain = world.answer(&GetOrganization::default());
    assert_eq!(world.answer(&GetOrganization::default().expand("members")), plain);
    assert!(world.send(&UpdateOrganization::new(&world.acme).expand("members")).is_ok());
    let invites = kinde_api::organizations::GetOrganizationInvites::new(&world.acme).include_revoked(true);
    let (status, _) = world.changed(&invites, |request| {
        *request.uri_mut() = request.uri().to_string().replace("=true", "=1").parse().unwrap();
    });
    assert_eq!(status, 400);
}

#[test]
fn looks_at_the_organization_before_the_rest() {
    let world = World::new();
    let unknown = refused(400, "ORGANIZATION_INVALID");
    assert_eq!(world.refusal(&GetOrganizationUsers::new("org_0").page_size(0)), unknown);
    assert_eq!(world.refusal(&UpdateOrganization::new("org_0").name("")), unknown);
    assert_eq!(world.refusal(&CreateOrganizationInvite::new("org_0", "nobody", ["no_role"])), unknown);
}

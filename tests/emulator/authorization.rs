use std::collections::BTreeSet;
use std::time::Duration;

use http::header::{AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderValue, Request, Response};
use kinde_api::emulator::Emulator;
use kinde_api::organizations::GetOrganizations;
use kinde_api::{Api, Endpoint, operations};
use serde_json::{Value, json};

use crate::world::{ORIGIN, World, refused};

const AUDIENCE: &str = "https%3A%2F%2Facme.kinde.com%2Fapi";

fn buy(emulator: &Emulator, form: &str) -> Response<Vec<u8>> {
    let request = Request::post(format!("{ORIGIN}/oauth2/token"))
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(form.as_bytes().to_vec())
        .unwrap();
    emulator.respond(request).unwrap()
}

fn json_of(response: &Response<Vec<u8>>) -> Value {
    serde_json::from_slice(response.body()).unwrap()
}

fn form(emulator: &Emulator) -> String {
    let (id, secret) = (emulator.client_id(), emulator.client_secret());
    format!("grant_type=client_credentials&client_id={id}&client_secret={secret}&audience={AUDIENCE}")
}

fn token(emulator: &Emulator, scope: &str) -> String {
    let answer = json_of(&buy(emulator, &format!("{}&scope={scope}", form(emulator))));
    answer["access_token"].as_str().unwrap().to_owned()
}

fn status(emulator: &Emulator, token: &str) -> u16 {
    let api = Api::new(ORIGIN, token).unwrap();
    emulator.respond(GetOrganizations::new().request(&api).unwrap()).unwrap().status().as_u16()
}

#[test]
fn sells_tokens_for_client_credentials() {
    let emulator = Emulator::new();
    let response = buy(&emulator, &format!("{}&scope=read%3Aorganizations+update:organizations", form(&emulator)));
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()[CACHE_CONTROL], "no-store");
    let answer = json_of(&response);
    let token = answer["access_token"].as_str().unwrap();
    let scope = "read:organizations update:organizations";
    let expected = json!({"access_token": token, "expires_in": 3600, "scope": scope, "token_type": "bearer"});
    assert_eq!(answer, expected);
    assert_eq!(status(&emulator, token), 200);

    let parts: Vec<&str> = token.split('.').collect();
    assert_eq!(parts.len(), 3);
    assert_eq!(claims(parts[0]), json!({"alg": "RS256", "kid": "emulator", "typ": "JWT"}));
    let claims = claims(parts[1]);
    let expected = json!({
        "aud": ["https://acme.kinde.com/api"],
        "azp": emulator.client_id(),
        "exp": 1_767_229_200,
        "gty": ["client_credentials"],
        "iat": 1_767_225_600,
        "iss": "https://acme.kinde.com",
        "jti": claims["jti"],
        "scope": "read:organizations update:organizations",
        "scp": ["read:organizations", "update:organizations"],
        "v": "2",
    });
    assert_eq!(claims, expected);
}

#[test]
fn keeps_so_many_tokens_of_a_client_that_fetches_one_for_each_call() {
    let emulator = Emulator::new();
    emulator.keep_requests(false);
    emulator.declare_token("declared", ["read:organizations"]);
    let [first, second, third] = [(); 3].map(|()| token(&emulator, "read%3Aorganizations"));
    emulator.declare_token(&second, ["read:organizations"]);
    let form = format!("{}&scope=read%3Aorganizations", form(&emulator));
    let statuses = || [&first, &second, &third, "declared"].map(|token| status(&emulator, token));
    for _ in 2..=999 {
        buy(&emulator, &form);
    }
    assert_eq!(statuses(), [200, 200, 200, 200]);
    buy(&emulator, &form);
    assert_eq!(statuses(), [401, 200, 200, 200]);
    buy(&emulator, &form);
    assert_eq!(statuses(), [401, 200, 401, 200], "what was sold and is declared holds for ever");
}

/// The JSON of a part of a JWT.
pub(crate) fn claims(part: &str) -> Value {
    let mut bits = part.bytes().flat_map(|digit| {
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let value = alphabet.bytes().position(|known| known == digit).unwrap();
        (0..6).rev().map(move |bit| u8::from(value >> bit & 1 == 1))
    });
    let bytes = (0..part.len() * 6 / 8).map(|_| (0..8).fold(0, |byte, _| byte << 1 | bits.next().unwrap())).collect();
    serde_json::from_str(&String::from_utf8(bytes).unwrap()).unwrap()
}

#[test]
fn gives_all_scopes_unless_told() {
    let emulator = Emulator::new();
    for form in [form(&emulator), format!("{}&scope=", form(&emulator))] {
        let answer = json_of(&buy(&emulator, &form));
        let scopes: BTreeSet<&str> = answer["scope"].as_str().unwrap().split(' ').collect();
        let every_scope = operations().map(|operation| operation.scope).filter(|scope| !scope.is_empty());
        assert_eq!(scopes, every_scope.collect());
    }
    emulator.set_application_scopes(["read:organizations"]);
    assert_eq!(json_of(&buy(&emulator, &form(&emulator)))["scope"], "read:organizations");
}

#[test]
fn has_secrets_that_need_no_encoding() {
    for seed in 0..20 {
        let emulator = Emulator::with_seed(seed);
        for text in [emulator.client_id(), emulator.client_secret()] {
            assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')), "{text}");
        }
    }
}

#[test]
fn takes_either_scheme_and_further_audiences() {
    let emulator = Emulator::new();
    let buy_for = |audience: &str| buy(&emulator, &form(&emulator).replace(AUDIENCE, audience)).status().as_u16();
    assert_eq!(buy_for("http://acme.kinde.com/api"), 200);
    assert_eq!(buy_for("https://acme.example.com/api"), 403);
    emulator.add_audience("https://acme.example.com/api");
    assert_eq!(buy_for("https://acme.example.com/api"), 200);
}

#[test]
fn knows_the_host_from_the_header_where_the_uri_has_none() {
    let emulator = Emulator::new();
    let request = |host: &str| {
        let form = form(&emulator).replace(AUDIENCE, "http://127.0.0.1:8080/api");
        Request::post("/oauth2/token")
            .header("host", host)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded; charset=utf-8")
            .body(form.into_bytes())
            .unwrap()
    };
    assert_eq!(emulator.respond(request("127.0.0.1:8080")).unwrap().status(), 200);
    assert_eq!(emulator.respond(request("127.0.0.1:8081")).unwrap().status(), 403);
}

#[test]
fn refuses_in_the_words_of_oauth() {
    let emulator = Emulator::new();
    let good = form(&emulator);
    let secret = emulator.client_secret();
    for (form, status, error) in [
        (good.replace("client_credentials", "password"), 400, "unsupported_grant_type"),
        (good.replace(&secret, "wrong"), 401, "invalid_client"),
        (good.replace(&emulator.client_id(), "wrong"), 401, "invalid_client"),
        (good.replace(AUDIENCE, "https://other.kinde.com/api"), 403, "invalid_request"),
        (good.replace(AUDIENCE, ""), 403, "invalid_request"),
        (format!("{good}&scope=read:organizations+read:everything"), 403, "invalid_scope"),
        (String::new(), 400, "unsupported_grant_type"),
    ] {
        let response = buy(&emulator, &form);
        let answer = json_of(&response);
        assert_eq!((response.status().as_u16(), &answer["error"]), (status, &json!(error)), "{form}");
        assert!(answer["error_description"].is_string());
        assert!(!answer.to_string().contains(&secret));
    }
    let json = Request::post(format!("{ORIGIN}/oauth2/token")).header(CONTENT_TYPE, "application/json");
    let response = emulator.respond(json.body(good.into_bytes()).unwrap()).unwrap();
    assert_eq!((response.status().as_u16(), &json_of(&response)["error"]), (400, &json!("invalid_request")));
}

#[test]
fn wants_a_token_that_holds() {
    let emulator = Emulator::new();
    let fetched = token(&emulator, "");
    assert_eq!(status(&emulator, &fetched), 200);
    assert_eq!(status(&emulator, "foreign"), 401);
    assert_eq!(status(&emulator, &fetched[..fetched.len() - 1]), 401, "tokens are compared whole");
    emulator.advance(Duration::from_secs(3599));
    assert_eq!(status(&emulator, &fetched), 200);
    emulator.advance(Duration::from_secs(1));
    assert_eq!(status(&emulator, &fetched), 401);

    emulator.set_token_lifetime(Duration::from_secs(60));
    let short = token(&emulator, "");
    let declared = emulator.token();
    emulator.advance(Duration::from_secs(60));
    assert_eq!(status(&emulator, &short), 401);
    assert_eq!(status(&emulator, &declared), 200, "what was not sold does not expire");
    emulator.revoke_tokens();
    assert_eq!(status(&emulator, &declared), 401);
}

#[test]
fn tells_missing_unknown_and_expired_tokens_apart() {
    let world = World::new();
    let code = |authorization: Option<&'static str>| {
        let (status, body) = world.changed(&GetOrganizations::new(), |request| {
            request.headers_mut().remove(AUTHORIZATION);
            if let Some(authorization) = authorization {
                request.headers_mut().insert(AUTHORIZATION, HeaderValue::from_static(authorization));
            }
        });
        (status, body["errors"][0]["code"].as_str().unwrap_or_default().to_owned())
    };
    world.emulator.declare_token("a-token", [GetOrganizations::SCOPE]);
    assert_eq!(code(None), refused(401, "TOKEN_MISSING"));
    assert_eq!(code(Some("Basic a-token")), refused(401, "TOKEN_MISSING"));
    assert_eq!(code(Some("a-token")), refused(401, "TOKEN_MISSING"));
    assert_eq!(code(Some("Bearer other")), refused(401, "TOKEN_INVALID"));
    assert_eq!(code(Some("bearer a-token")), (200, String::new()));
}

#[test]
fn wants_the_scope_of_each_operation() {
    for operation in operations().filter(|operation| !operation.scope.is_empty()) {
        let emulator = Emulator::new();
        let others = operations().map(|operation| operation.scope).filter(|scope| *scope != operation.scope);
        emulator.declare_token("others", others);
        emulator.declare_token("own", [operation.scope]);
        let respond = |token: &str| {
            let path = operation.path.replace(['{', '}'], "");
            let request = Request::builder()
                .method(&operation.method)
                .uri(format!("{ORIGIN}{path}"))
                .header(AUTHORIZATION, format!("Bearer {token}"))
                .body(Vec::new())
                .unwrap();
            emulator.respond(request).unwrap()
        };
        let refused = respond("others");
        let message = format!("Scope is missing: {}", operation.scope);
        let expected = json!({"errors": [{"code": "SCOPE_MISSING", "message": message}]});
        assert_eq!((refused.status().as_u16(), json_of(&refused)), (403, expected), "{}", operation.operation_id);
        assert_ne!(respond("own").status(), 403, "{}", operation.operation_id);
    }
}

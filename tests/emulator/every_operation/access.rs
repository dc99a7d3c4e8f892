//! Who may call an operation: nobody without a token, and an application with the scopes that it was given.

use http::Request;
use kinde_api::apis::{AddApiApplicationScope, GetApis, UpdateApiApplication, UpdateApiApplications};
use kinde_api::applications::{ApplicationType, CreateApplication};
use kinde_api::{ApiId, ApplicationId, Secret};
use serde_json::{Value, json};

use super::operations;
use super::world::Everything;
use crate::world::ORIGIN;

/// A machine-to-machine application that may use Kinde's own API, without any scope yet.
fn application(everything: &Everything) -> (ApplicationId, Secret, ApiId) {
    let client = everything.emulator.client();
    let made = client.send(&CreateApplication::new("Robot", ApplicationType::M2m)).unwrap().application.unwrap();
    let id = made.id.unwrap();
    let apis = client.send(&GetApis::new()).unwrap().apis;
    let kinde = apis.into_iter().find(|api| api.is_management_api == Some(true)).and_then(|api| api.id).unwrap();
    client.send(&UpdateApiApplications::new(&kinde, [UpdateApiApplication::new(&id)])).unwrap();
    (id, made.client_secret.unwrap(), kinde)
}

fn give(everything: &Everything, api: &ApiId, application: &ApplicationId, scope: &str) {
    let client = everything.emulator.client();
    let apis = client.send(&GetApis::new().expand("scopes")).unwrap().apis;
    let scopes = apis.into_iter().find(|one| one.id.as_ref() == Some(api)).unwrap().scopes;
    let id = scopes.into_iter().find(|one| one.key.as_ref().is_some_and(|key| key.as_str() == scope));
    client.send(&AddApiApplicationScope::new(api, application, id.unwrap().id.unwrap())).unwrap();
}

fn token(everything: &Everything, id: &ApplicationId, secret: &Secret) -> Value {
    let form = format!(
        "grant_type=client_credentials&client_id={id}&client_secret={}&audience=https%3A%2F%2Facme.kinde.com%2Fapi",
        secret.expose()
    );
    let request = Request::post(format!("{ORIGIN}/oauth2/token"))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form.into_bytes())
        .unwrap();
    serde_json::from_slice(everything.emulator.respond(request).unwrap().body()).unwrap()
}

fn code(body: &[u8]) -> Value {
    let answer: Value = serde_json::from_slice(body).unwrap_or_default();
    answer["errors"][0]["code"].clone()
}

#[test]
fn nobody_may_call_without_a_token_that_holds() {
    let everything = Everything::new();
    let before = everything.state();
    for (operation, declared) in operations() {
        let answer = everything.send_with(&everything.call(operation), "another");
        let expected = if operation.scope.is_empty() { declared.success() } else { 401 };
        assert_eq!(answer.0, expected, "{}", operation.operation_id);
    }
    let mut after = everything.state();
    // A key may be verified by anybody, which counts.
    let key = after.insert("getApiKey", before["getApiKey"].clone()).unwrap();
    let verified: Value = serde_json::from_slice(&key.1).unwrap();
    assert_eq!(verified["api_key"]["verification_count"], 1);
    after.insert("getApiKeys", before["getApiKeys"].clone());
    assert_eq!(after, before);
}

#[test]
fn an_application_may_do_what_its_scopes_say_and_nothing_else() {
    for (operation, declared) in operations().filter(|(operation, _)| !operation.scope.is_empty()) {
        let everything = Everything::new();
        let (id, secret, api) = application(&everything);
        assert_eq!(token(&everything, &id, &secret)["scope"], "");
        give(&everything, &api, &id, operation.scope);
        let fetched = token(&everything, &id, &secret);
        assert_eq!(fetched["scope"], json!(operation.scope));
        let fetched = fetched["access_token"].as_str().unwrap();
        for (other, _) in operations().filter(|(other, _)| !["", operation.scope].contains(&other.scope)) {
            let (status, body) = everything.send_with(&everything.call(other), fetched);
            assert_eq!(
                (status, code(&body)),
                (403, json!("SCOPE_MISSING")),
                "{} {}",
                operation.scope,
                other.operation_id
            );
        }
        let (status, body) = everything.send_with(&everything.call(operation), fetched);
        assert_eq!(status, declared.success(), "{}: {}", operation.operation_id, String::from_utf8_lossy(&body));
    }
}

//! Values that hold a secret, or a body.

use http::Method;
use inventory::Answers;
use kinde_api::organizations::{CreateOrganization, GetOrganization, GetOrganizationUsers};
use kinde_api::ureq::UreqTransport;
use kinde_api::{Credentials, Endpoint, RequestBuilder};
use secrets::{CONTENT, ORIGIN, TOKEN, assert_hidden, every_endpoint};

use crate::{api, client, credentials, one_member, sold, token_request};

#[test]
fn hide_tokens_and_client_secrets() {
    assert_hidden(&api());
    assert_hidden(&Credentials::token(TOKEN));
    assert_hidden(&credentials().token_url("https://auth.example.com/token").audience("urn:x").scopes(["read:x"]));
    assert_hidden(&token_request());
    let token = token_request().response(&sold()).unwrap();
    assert_eq!(token.access_token, TOKEN);
    assert_hidden(&token);
    assert_hidden(&(token.clone(), Some(token)));
}

#[test]
fn clients_and_iterators_hide_them_before_and_after_a_token_is_there() {
    let client = client(one_member as Answers);
    let mut pages = client.pages(GetOrganizationUsers::new("org_17"));
    let mut items = client.items(GetOrganizationUsers::new("org_17"));
    for _ in 0..2 {
        assert_hidden(&client);
        assert_hidden(&client.clone());
        assert_hidden(&pages);
        assert_hidden(&items);
        assert_hidden(&pages.next().unwrap().unwrap());
        assert_hidden(&items.next().unwrap().unwrap());
    }
    assert_hidden(&client.send_full(&GetOrganization::new("org_17")).unwrap());
}

#[test]
fn transports_hide_them() {
    let transport = UreqTransport::default().with_user_agent("acme-sync/2").unwrap();
    assert_hidden(&client(transport.clone()));
    assert_hidden(&transport);
}

#[test]
fn endpoints_hide_the_image_of_a_logo() {
    for endpoint in every_endpoint() {
        assert_hidden(&endpoint);
    }
}

#[test]
fn requests_show_no_token_in_their_heads() {
    for endpoint in every_endpoint() {
        // Kinde takes the session of a connected app in the query, of which `http` prints all.
        if endpoint.operation().path.starts_with("/api/v1/connected_apps/") {
            continue;
        }
        // The body of a request is a vector, of which `http` prints the numbers; it is not ours to hide.
        assert_hidden(&endpoint.build(&api()).unwrap().map(drop));
    }
    assert_hidden(&token_request().request().map(drop));
    let request = client(one_member as Answers).request(&CreateOrganization::new("Acme")).unwrap();
    assert_hidden(&request.map(drop));
}

/// An endpoint of a user's own.
struct CreateThing;

impl Endpoint for CreateThing {
    type Output = serde_json::Value;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/things/{thing_id}";
    const OPERATION_ID: &'static str = "createThing";
    const SCOPE: &'static str = "create:things";

    fn request(&self, api: &kinde_api::Api) -> Result<http::Request<Vec<u8>>, kinde_api::RequestError> {
        let mut builder = RequestBuilder::new::<Self>(api);
        assert_hidden(&builder);
        builder.path("thing_17").json(&serde_json::json!({ "content": CONTENT }));
        assert_hidden(&builder);
        builder.multipart("file", "file.bin", "application/octet-stream", CONTENT.as_bytes());
        assert_hidden(&builder);
        builder.build()
    }
}

#[test]
fn a_builder_hides_the_token_and_the_body() {
    let request = CreateThing.request(&api()).unwrap();
    assert_eq!(request.uri(), format!("{ORIGIN}/api/v1/things/thing_17").as_str());
    assert!(secrets::shown(&String::from_utf8_lossy(request.body())).is_some(), "the body was there to be shown");
}

//! The writer of requests, as the endpoints of other crates use it.

use http::{Method, Request};
use kinde_api::organizations::{CreateOrganization, GetOrganization, GetOrganizations, UpdateOrganization};
use kinde_api::{Api, Endpoint, RequestBuilder, RequestError};

use crate::wire::api;

/// An endpoint that this crate does not have.
struct GetScope;

impl Endpoint for GetScope {
    type Output = serde_json::Value;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/apis/{api_id}/scopes/{scope_id}";
    const OPERATION_ID: &'static str = "GetAPIScope";
    const SCOPE: &'static str = "read:api_scopes";

    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path("api_17").path("api_scope_17").build()
    }
}

#[test]
fn an_endpoint_of_another_crate_is_like_the_own() {
    let request = GetScope.request(&api()).unwrap();
    assert_eq!(request.uri(), "https://acme.kinde.com/api/v1/apis/api_17/scopes/api_scope_17");
    assert_eq!(request.headers()["accept"], "application/json");
    assert!(request.extensions().is_empty());
    let response = http::Response::new(r#"{"scope":{"id":"api_scope_17"}}"#);
    assert_eq!(GetScope.response(&response).unwrap()["scope"]["id"], "api_scope_17");
}

#[test]
fn a_path_must_be_filled_and_no_more() {
    let api = api();
    let text = |builder: &mut RequestBuilder<'_>| builder.build().unwrap_err().to_string();
    let new = || RequestBuilder::new::<GetScope>(&api);
    assert_eq!(text(&mut new()), "the path parameter `api_id` is missing");
    assert_eq!(text(new().path("api_17")), "the path parameter `scope_id` is missing");
    assert_eq!(text(new().path("api_17").query("a", Some(1))), "the path parameter `scope_id` is missing");
    assert_eq!(
        text(new().path("api_17").path("api_scope_17").path("more")),
        "a value was given for a path parameter that `/api/v1/apis/{api_id}/scopes/{scope_id}` does not have"
    );
}

#[test]
fn a_builder_builds_once() {
    let api = api();
    let mut builder = RequestBuilder::new::<GetScope>(&api);
    assert!(builder.path("api_17").path("api_scope_17").build().is_ok());
    assert_eq!(builder.build().unwrap_err().to_string(), "the request was built already");
}

#[test]
fn names_of_a_query_are_encoded_like_values() {
    let api = api();
    let request = RequestBuilder::new::<GetScope>(&api)
        .path("api_17")
        .path("api_scope_17")
        .query("filter[name]", Some("a&b"))
        .query("absent", None::<&str>)
        .query_list("ids", Some(&[1, 2]))
        .build()
        .unwrap();
    assert_eq!(request.uri().query(), Some("filter%5Bname%5D=a%26b&ids=1%2C2"));
}

#[test]
fn what_has_no_json_and_no_text_is_refused() {
    struct NoText;

    impl std::fmt::Display for NoText {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Err(std::fmt::Error)
        }
    }

    let api = api();
    let new = || RequestBuilder::new::<GetScope>(&api);
    let error = new().path("a").path("b").query("name", Some(NoText)).build().unwrap_err();
    assert_eq!(error.to_string(), "the query parameter `name` can't be written as text");
    let error = new().path("a").path("b").json(&std::collections::BTreeMap::from([([1], 1)])).build().unwrap_err();
    assert_eq!(error.to_string(), "the body can't be written as JSON");
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "key must be a string");
}

#[test]
fn every_length_is_written_whole() {
    for length in 0..1_100 {
        let text = "a".repeat(length);
        let request = GetOrganizations::new().sort("name_asc").next_token(&text).request(&api()).unwrap();
        assert_eq!(request.uri().query(), Some(&format!("sort=name_asc&next_token={text}")[..]));
        let request = CreateOrganization::new(&text).handle("acme").request(&api()).unwrap();
        assert_eq!(String::from_utf8(request.into_body()).unwrap(), format!(r#"{{"name":"{text}","handle":"acme"}}"#));
    }
}

#[test]
fn a_text_goes_into_json_as_it_is_but_for_the_necessary_escapes() {
    let request = UpdateOrganization::new("org_17").name("\"\\/\n\0\u{7f}é日😀</script>").request(&api()).unwrap();
    assert_eq!(
        String::from_utf8(request.into_body()).unwrap(),
        "{\"name\":\"\\\"\\\\/\\n\\u0000\u{7f}é日😀</script>\"}"
    );
}

#[test]
fn the_origin_is_where_the_request_goes() {
    for (origin, uri) in [
        ("https://acme.kinde.com/", "https://acme.kinde.com/api/v1/organizations"),
        ("https://acme.au.kinde.com:8443", "https://acme.au.kinde.com:8443/api/v1/organizations"),
        ("http://localhost:3000", "http://localhost:3000/api/v1/organizations"),
        ("http://[::1]:3000/", "http://[::1]:3000/api/v1/organizations"),
    ] {
        let request = GetOrganizations::new().request(&Api::new(origin, "a-token").unwrap()).unwrap();
        assert_eq!(request.uri().to_string(), uri);
    }
}

#[test]
fn shows_the_length_of_a_body_alone() {
    let api = api();
    let mut builder = RequestBuilder::new::<GetOrganization>(&api);
    builder.json("s3cret");
    assert_eq!(
        format!("{builder:?}"),
        "RequestBuilder { api: Api { origin: \"https://acme.kinde.com\", .. }, method: GET, \
         path: \"/api/v1/organization\", body: 8 bytes, error: None, .. }"
    );
}

//! The header with the token is marked as sensitive, which `http`, and what logs it, goes by.

use std::cell::RefCell;
use std::convert::Infallible;

use http::header::AUTHORIZATION;
use http::{HeaderValue, Request, Response};
use inventory::Answers;
use kinde_api::Credentials;
use kinde_api::organizations::{GetOrganization, GetOrganizationUsers};
use secrets::{TOKEN, every_endpoint};

use crate::{api, client, one_member, response, sold};

fn assert_sensitive(request: &Request<Vec<u8>>) {
    let values: Vec<&HeaderValue> = request.headers().get_all(AUTHORIZATION).iter().collect();
    let expected = HeaderValue::try_from(format!("Bearer {TOKEN}")).unwrap();
    assert!(values == [&expected], "{} has another token than one", request.uri());
    assert!(values[0].is_sensitive(), "{} shows its token", request.uri());
    let others = request.headers().iter().filter(|(name, _)| *name != AUTHORIZATION);
    for (name, value) in others {
        assert_eq!(secrets::shown(&String::from_utf8_lossy(value.as_bytes())), None, "{name}");
    }
    // Kinde takes the session of a connected app in the query, and nowhere else.
    if !request.uri().path().starts_with("/api/v1/connected_apps/") {
        assert_eq!(secrets::shown(&request.uri().to_string()), None);
    }
}

#[test]
fn in_the_request_of_every_endpoint() {
    let client = client(one_member as Answers);
    for endpoint in every_endpoint() {
        assert_sensitive(&endpoint.build(&api()).unwrap());
    }
    let request = client.request(&GetOrganization::new("org_17")).unwrap();
    assert_sensitive(&request);
}

#[test]
fn in_the_requests_that_a_transport_is_given() {
    let sent = RefCell::new(Vec::new());
    let transport = |request: Request<Vec<u8>>| -> Result<Response<Vec<u8>>, Infallible> {
        if request.uri().path() == "/oauth2/token" {
            return Ok(sold());
        }
        assert_sensitive(&request);
        sent.borrow_mut().push(request.uri().path().to_owned());
        // The first call comes back with a new token.
        Ok(if sent.borrow().len() == 1 { response(401, "") } else { response(200, "{}") })
    };
    let client = client(transport);
    client.send(&GetOrganization::new("org_17")).unwrap();
    assert!(client.items(GetOrganizationUsers::new("org_17")).next().is_some_and(|answer| answer.is_err()));
    let request = client.request(&GetOrganization::new("org_17")).unwrap();
    client.send_request(&GetOrganization::new("org_17"), request).unwrap();
    let paths = ["/api/v1/organization", "/api/v1/organizations/org_17/users"];
    assert_eq!(*sent.borrow(), [paths[0], paths[0], paths[1], paths[0]]);
}

#[test]
fn in_the_requests_with_a_fixed_token() {
    let transport = |request: Request<Vec<u8>>| -> Result<Response<Vec<u8>>, Infallible> {
        assert_sensitive(&request);
        Ok(response(200, "{}"))
    };
    let client = kinde_api::Client::new(transport, secrets::ORIGIN, Credentials::token(TOKEN)).unwrap();
    client.send(&GetOrganization::new("org_17")).unwrap();
}

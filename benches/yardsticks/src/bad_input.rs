//! Input that nobody should send, in two sizes: ten times as much may take ten times as long.

use http::{HeaderValue, Response, StatusCode};
use kinde_api::organizations::GetOrganization;
use kinde_api::{Api, Endpoint};

use crate::requests::by_library;
use crate::samples;
use crate::work::{Subject, Work};

/// Each kind of bad input, small and ten times as large.
pub const BAD_INPUT: [(&str, [Subject; 2]); 8] = [
    (
        "a page of random bytes, 10 MB",
        [
            Subject { name: "random 1", make: || page(samples::image(1_000_000)) },
            Subject { name: "random 10", make: || page(samples::image(10_000_000)) },
        ],
    ),
    (
        "a page that is one text without an end, 10 MB",
        [
            Subject { name: "text 1", make: || page(filled(b"{\"code\":\"", b"a", 1_000_000)) },
            Subject { name: "text 10", make: || page(filled(b"{\"code\":\"", b"a", 10_000_000)) },
        ],
    ),
    (
        "a page that is no UTF-8 at its end, 10 MB",
        [
            Subject { name: "utf-8 1", make: || page([filled(b"{\"code\":\"", b"a", 999_999), vec![0xff]].concat()) },
            Subject {
                name: "utf-8 10",
                make: || page([filled(b"{\"code\":\"", b"a", 9_999_999), vec![0xff]].concat()),
            },
        ],
    ),
    (
        "an unknown field of lists in lists, 10 MB",
        [
            Subject { name: "lists 1", make: || page(filled(b"{\"unknown\":", b"[", 1_000_000)) },
            Subject { name: "lists 10", make: || page(filled(b"{\"unknown\":", b"[", 10_000_000)) },
        ],
    ),
    (
        "an error of random bytes, 10 MB",
        [
            Subject { name: "random error 1", make: || error(samples::image(1_000_000)) },
            Subject { name: "random error 10", make: || error(samples::image(10_000_000)) },
        ],
    ),
    (
        "an error of empty errors, 10 MB",
        [
            Subject { name: "errors 1", make: || error(filled(b"{\"errors\":[", b"{},", 1_000_000)) },
            Subject { name: "errors 10", make: || error(filled(b"{\"errors\":[", b"{},", 10_000_000)) },
        ],
    ),
    (
        "a parameter of 65,000 bytes",
        [
            Subject { name: "parameter 1", make: || by_library(GetOrganization::new("a".repeat(6_500))) },
            Subject { name: "parameter 10", make: || by_library(GetOrganization::new("a".repeat(65_000))) },
        ],
    ),
    (
        "a header of 100 KB, in the token and in an error",
        [
            Subject { name: "header 1", make: || header("9".repeat(10_000)) },
            Subject { name: "header 10", make: || header("9".repeat(100_000)) },
        ],
    ),
];

fn filled(start: &[u8], repeated: &[u8], size: usize) -> Vec<u8> {
    start.iter().chain(repeated.iter().cycle()).copied().take(size).collect()
}

fn page(body: Vec<u8>) -> Box<dyn Work> {
    let (members, response) = (samples::get_organization_users(), Response::new(body));
    Box::new(move || members.response(&response).map_err(|error| error.is_decode()))
}

fn error(body: Vec<u8>) -> Box<dyn Work> {
    let mut response = Response::new(body);
    *response.status_mut() = StatusCode::BAD_GATEWAY;
    let members = samples::get_organization_users();
    Box::new(move || members.response(&response).map_err(|error| error.to_string()))
}

fn header(value: String) -> Box<dyn Work> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    response.headers_mut().insert("retry-after", HeaderValue::try_from(&value).expect("digits can stand in a header"));
    let organization = samples::get_organization();
    Box::new(move || {
        let api = Api::new(samples::ORIGIN, value.clone()).expect("digits can stand in a token");
        (organization.request(&api).is_ok(), organization.response(&response).map_err(|error| error.retry_after()))
    })
}

//! Whatever it is sent, it answers.

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderName, HeaderValue, Request, Uri};
use kinde_api::operations;

use crate::world::World;

/// Numbers that are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn one_of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }
}

const QUERIES: &[&str] = &[
    "",
    "?",
    "?page_size=%00&next_token=%FF",
    "?page_size=99999999999999999999999&sort=name_asc",
    "?next_token=MTg0NDY3NDQwNzM3MDk1NTE2MTU6OjppZF9hc2M%3D&page_size=500",
    "?value=&value=1&expand=&code=",
    "?date_time_from=9999-12-31T23:59:59.9%2B00:00&date_time_to=9999-12-31T23:59:59.9-23:59",
    "?date_time_from=0000-01-01T00:00:00Z&date_time_to=-1",
    "?roles=,,,&permissions=%2C",
    "?&&==&%",
];

const BODIES: &[&[u8]] = &[
    b"",
    b"{}",
    b"[]",
    b"null",
    b"\xff\xfe",
    b"{\"users\":[{}],\"properties\":{},\"enabled_factors\":[],\"roles\":[]}",
    b"{\"name\":\"\\ud800\"}",
    b"{\"users\":[{\"id\":\"\",\"roles\":[\"\"],\"operation\":\"\"}]}",
    b"{\"properties\":{\"\":{\"a\":[1e999]}}}",
    b"{\"background_color\":\"#\xc3\xa9\xc3\xa9\xc3\xa9\",\"name\":\"x\",\"allowed_domains\":[\"\"]}",
    b"--B\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"\r\n\r\nx\r\n--B--",
    b"--B\r\n\r\n\r\n--B",
    b"--B--",
    b"grant_type=client_credentials&client_id=%&client_secret=%ff&&=",
];

const TYPES: &[&str] = &[
    "application/json",
    "multipart/form-data; boundary=B",
    "multipart/form-data; boundary=\"",
    "application/x-www-form-urlencoded",
    ";",
    "",
];

#[test]
fn answers_whatever_it_is_sent() {
    let world = World::new();
    let member = world.member(1);
    let token = format!("Bearer {}", world.emulator.token());
    let mut numbers = Numbers(1);
    let deep = "[".repeat(100_000);
    let operations: Vec<_> = operations().collect();
    for (round, operation) in operations.iter().cycle().take(20_000).enumerate() {
        let segments = [world.acme.as_str(), member.as_str(), "org_0", "%2F", "%00", "%C3%A9", "light", "a%20b"];
        let path: Vec<&str> = operation
            .path
            .split('/')
            .map(|segment| if segment.starts_with('{') { numbers.one_of(&segments) } else { segment })
            .collect();
        let uri = format!("https://acme.kinde.com{}{}", path.join("/"), numbers.one_of(QUERIES));
        let body = if round % 1000 == 999 { deep.as_bytes() } else { numbers.one_of(BODIES) };
        let mut request = Request::new(body.to_vec());
        *request.method_mut() = operation.method.clone();
        *request.uri_mut() = uri.parse().unwrap();
        request.headers_mut().insert(AUTHORIZATION, HeaderValue::from_str(&token).unwrap());
        request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(numbers.one_of(TYPES)));
        let status = world.emulator.respond(request).unwrap().status().as_u16();
        assert!(matches!(status, 200 | 201 | 204 | 400 | 404), "{status} for {} {uri}", operation.method);
    }
}

#[test]
fn answers_requests_without_anything() {
    let world = World::new();
    for uri in ["/", "*", "acme.kinde.com:443", "https://acme.kinde.com", "/%ff", "//", "/oauth2/token"] {
        let mut request = Request::new(vec![0xff; 10]);
        *request.method_mut() = "BREW".parse().unwrap();
        *request.uri_mut() = uri.parse::<Uri>().unwrap();
        for name in [ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderName::from_static("host")] {
            request.headers_mut().insert(name, HeaderValue::from_bytes(b"\xff\xfe").unwrap());
        }
        assert_eq!(world.emulator.respond(request).unwrap().status(), 404, "{uri}");
    }
    let mut request = Request::new(b"\xff".to_vec());
    *request.method_mut() = http::Method::POST;
    *request.uri_mut() = "/oauth2/token".parse().unwrap();
    assert_eq!(world.emulator.respond(request).unwrap().status(), 400);
}

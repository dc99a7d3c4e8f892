//! Any request as a shell command: curl with the parts of the request as arguments, whatever is in them.
//!
//! The lines of the input are the query and up to three values of headers; what follows a zero byte is the body.
#![no_main]

use http::{HeaderName, HeaderValue, Method, Request};
use invariants::check_command;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let mut parts = input.splitn(2, |byte| *byte == 0);
    let (head, body) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let mut lines = head.split(|byte| *byte == b'\n');
    let mut request = Request::new(body.to_vec());
    *request.method_mut() = if body.is_empty() { Method::GET } else { Method::POST };
    let target = [b"https://acme.kinde.com/a?", lines.next().unwrap_or_default()].concat();
    if let Ok(uri) = target.as_slice().try_into() {
        *request.uri_mut() = uri;
    }
    for (name, value) in ["authorization", "content-type", "x-'$(id)`"].into_iter().zip(lines) {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::from_bytes(value)) {
            request.headers_mut().insert(name, value);
        }
    }
    check_command(&request);
});

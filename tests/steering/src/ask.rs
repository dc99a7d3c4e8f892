//! Requests to the program, and answers that are none of the usual ones.

use http::{Request, Response, StatusCode};
use kinde_emulator::InProcess;
use serde_json::Value;

/// The secret of a program that others reach.
pub(crate) const SECRET: &str = "mine";

/// Asks as somebody who is let in.
pub(crate) fn steer(program: &InProcess, method: &str, resource: &str, body: &[u8]) -> Response<Vec<u8>> {
    let request = Request::builder()
        .method(method)
        .uri(format!("/_emulator/{resource}"))
        .header("host", "localhost")
        .header("authorization", format!("Bearer {SECRET}"))
        .body(body.to_vec())
        .expect("it is a request");
    let answer = program.answer(request).expect("nothing that steers breaks a connection");
    check_shape(&answer);
    answer
}

/// What `GET` tells to somebody who is let in.
pub(crate) fn told(program: &InProcess, resource: &str) -> Vec<u8> {
    let answer = steer(program, "GET", resource, b"");
    assert_eq!(answer.status(), StatusCode::OK, "{resource}: {}", String::from_utf8_lossy(answer.body()));
    answer.into_body()
}

/// The status is one of those that the README names, and the body is what it says that it is.
pub(crate) fn check_shape(answer: &Response<Vec<u8>>) {
    let (status, body) = (answer.status(), answer.body());
    if status == StatusCode::NO_CONTENT {
        assert!(body.is_empty() && !answer.headers().contains_key("content-type"), "{answer:?}");
        return;
    }
    assert_eq!(answer.headers().get("content-type").expect("it has a type"), "application/json");
    let json: Value = serde_json::from_slice(body).expect("it is JSON");
    if status == StatusCode::OK {
        assert!(json.is_object(), "{json}");
        return;
    }
    assert!(matches!(status.as_u16(), 400 | 401 | 403 | 404 | 405), "{status}: {json}");
    assert!(json["error"]["message"].as_str().is_some_and(|message| !message.is_empty()), "{json}");
}

//! What holds for every answer of a server.

use http::{HeaderMap, Method, Response};
use inventory::Operation;
use kinde_api::ResponseError;

/// Neither `Display` nor `Debug` of an error has more characters, whatever the server sent.
const LONGEST_TEXT: usize = 4_000;

/// Reads an answer, and checks the result against what is promised of any: a success is an output or an error that
/// says why not, everything else is an error, and an error keeps all of the answer.
///
/// # Panics
///
/// Where the library breaks one of these promises.
pub fn check_answer(operation: &Operation, answer: &Response<&[u8]>) {
    let (status, body) = (answer.status(), *answer.body());
    let is_success = status.is_success();
    match operation.response(answer) {
        Ok(()) => {
            assert!(is_success, "{status} is no success");
            let first = body.iter().find(|byte| !b" \t\r\n".contains(byte));
            assert!(!operation.has_answer() || matches!(first, None | Some(b'{')), "no object was taken for one");
            assert!(operation.method != Method::GET || first.is_some(), "nothing was taken for an answer");
        }
        Err(error) => {
            let has_errors = String::from_utf8_lossy(body).contains("\"errors\"");
            assert!(!is_success || operation.has_answer() || has_errors, "there is nothing to read");
            assert_eq!(error.is_decode(), is_success);
            check_error(error, answer);
        }
    }
}

fn check_error(error: ResponseError, answer: &Response<&[u8]>) {
    assert_eq!(error.status(), answer.status());
    assert_eq!(error.headers(), answer.headers());
    assert_eq!(error.body(), *answer.body());
    assert_eq!(error.retry_after().map(|wait| wait.as_secs()), seconds_to_wait(answer.headers()));
    assert_eq!(error.is_not_found(), answer.status() == 404);
    assert_eq!(error.is_rate_limited(), answer.status() == 429);
    check_texts(&error);
    let response = error.into_response();
    assert_eq!(response.status(), answer.status());
    assert_eq!(response.headers(), answer.headers());
    assert_eq!(response.body(), answer.body());
}

/// What people are shown is the status with the first code and message, cut short and without control characters.
fn check_texts(error: &ResponseError) {
    let (status, reason) = (error.status(), error.status().canonical_reason());
    let mut expected =
        reason.map_or_else(|| status.as_str().to_owned(), |reason| format!("{} {reason}", status.as_str()));
    if error.is_decode() && error.errors().is_empty() {
        let is_empty = error.body().is_empty();
        expected.push_str(if is_empty { ": the body is empty" } else { ": the body is not what was expected" });
    }
    let texts: Vec<&str> = [error.code(), error.message()].into_iter().flatten().collect();
    for text in &texts {
        expected.push_str(": ");
        expected.extend(text.chars().take(200).map(printable));
        expected.push_str(if text.chars().count() > 200 { "…" } else { "" });
    }
    let display = error.to_string();
    if !texts.concat().contains(is_perhaps_hidden) {
        assert_eq!(display, expected);
    }
    assert!(error.is_decode() || error.decode_error().is_none());
    assert!(!error.is_decode() || error.decode_error().is_some() || !error.errors().is_empty() || has_errors(error));
    let source = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
    let debug = format!("{error:?} {:?}", error.decode_error());
    for text in [display, source, debug] {
        assert!(text.chars().count() <= LONGEST_TEXT, "{} characters", text.chars().count());
        assert!(!text.contains(is_hidden), "{text:?}");
    }
}

/// What turns a line around, ends it, or is not there to be seen.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// What may be shown as an escape without being a control character.
fn is_perhaps_hidden(character: char) -> bool {
    !character.is_ascii() && !character.is_control()
}

/// Whether the first member of the body is `errors`, which may be a number or a flag: an error that says nothing.
fn has_errors(error: &ResponseError) -> bool {
    let without_space: Vec<u8> = error.body().iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    without_space.starts_with(b"{\"errors\":")
}

fn printable(character: char) -> String {
    if character.is_control() { character.escape_default().to_string() } else { character.to_string() }
}

/// The longest wait that a header asks for in whole seconds. Dates are none here, where no answer has a `Date`.
fn seconds_to_wait(headers: &HeaderMap) -> Option<u64> {
    let values = headers.get_all("retry-after").iter().chain(headers.get_all("ratelimit-reset"));
    let digits = values.filter_map(|value| value.to_str().ok().map(str::trim));
    let seconds = digits.filter(|text| !text.is_empty() && text.chars().all(|character| character.is_ascii_digit()));
    seconds.map(|digits| digits.parse().unwrap_or(u64::MAX)).max()
}

//! Marked secrets, and what finds them in anything that is printed.
//!
//! The tests send the marks through all that the library has, and look for them in `Debug`, `Display`, the chain of
//! sources and the message of a panic.

mod endpoints;
mod server;

use std::error::Error;
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};

pub use self::endpoints::every_endpoint;
pub use self::server::EchoServer;

/// A token.
pub const TOKEN: &str = "t0Kq7ZxV4wRm9YbJ";
/// The secret of an application.
pub const SECRET: &str = "s3HjU8fQn2LcD6gX";
/// What a body holds and nobody needs to see in a log: an image, say.
pub const CONTENT: &str = "c5PvE1iNk0TsA7hW";

/// Where requests go.
pub const ORIGIN: &str = "https://acme.kinde.com";

/// A part of a secret is too much already.
const SHORTEST_PART: usize = 6;

/// The mark of which a text shows a part, whether as text or as the numbers of its bytes.
#[must_use]
pub fn shown(text: &str) -> Option<&'static str> {
    let numbers = numbers(text);
    let shows = |part: &str| text.contains(part) || numbers.contains(part);
    let parts = |mark: &'static str| (0..=mark.len() - SHORTEST_PART).map(|start| &mark[start..start + SHORTEST_PART]);
    [TOKEN, SECRET, CONTENT].into_iter().find(|mark| parts(mark).any(shows))
}

/// The decimal numbers in a text, as the characters that they are the codes of.
fn numbers(text: &str) -> String {
    let words = text.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| char::from(word.parse::<u8>().unwrap_or_default())).collect()
}

/// Checks what is printed of a value.
///
/// # Panics
///
/// Where it shows a part of a mark.
#[track_caller]
pub fn assert_hidden(value: &impl Debug) {
    assert_text(&format!("{value:?}"));
    assert_text(&format!("{value:#?}"));
}

/// Checks what is printed of an error, of its sources, and by the panic of somebody who did not expect it.
///
/// # Panics
///
/// Where one of these shows a part of a mark.
#[track_caller]
pub fn assert_error_hidden<E: Error + 'static>(error: E) {
    assert_hidden(&error);
    let mut cause: Option<&dyn Error> = Some(&error);
    while let Some(error) = cause {
        assert_text(&format!("{error} {error:?} {error:#?}"));
        cause = error.source();
    }
    let panic = catch_unwind(AssertUnwindSafe(|| expect(Err(error)))).expect_err("it does not work");
    let message = panic.downcast_ref::<String>().expect("the message has the error in it");
    assert!(message.starts_with("it works: "), "this is another panic");
    assert_text(message);
}

fn expect<E: Error>(result: Result<(), E>) {
    result.expect("it works");
}

/// Checks a text. What it fails with does not show the mark either.
///
/// # Panics
///
/// Where the text shows a part of a mark.
#[track_caller]
pub fn assert_text(text: &str) {
    let mark = match shown(text) {
        None => return,
        Some(TOKEN) => "the token",
        Some(SECRET) => "the client secret",
        Some(_) => "the content",
    };
    let hidden = [TOKEN, SECRET, CONTENT].iter().fold(text.to_owned(), |text, mark| text.replace(mark, "[MARK]"));
    panic!("this shows {mark} or a part of it: {hidden}");
}

#[cfg(test)]
mod tests {
    use super::{CONTENT, SECRET, TOKEN, assert_error_hidden, assert_hidden, shown};

    #[derive(Debug, thiserror::Error)]
    #[error("outside")]
    struct Outside(#[source] Inside);

    #[derive(Debug, thiserror::Error)]
    #[error("{0}")]
    struct Inside(String);

    #[test]
    fn finds_marks_in_every_form() {
        let bytes = SECRET.as_bytes();
        for (text, mark) in [
            (format!("Bearer {TOKEN}"), Some(TOKEN)),
            (format!("Bearer {}…", &TOKEN[..6]), Some(TOKEN)),
            (format!("client_secret={SECRET}&"), Some(SECRET)),
            (format!("{bytes:?}"), Some(SECRET)),
            (format!("{bytes:#?}"), Some(SECRET)),
            (format!("{:?}", &bytes[5..12]), Some(SECRET)),
            (format!("{:?}", CONTENT.as_bytes()), Some(CONTENT)),
            (format!("Bearer {}", &TOKEN[..5]), None),
            (format!("{} bytes", CONTENT.len()), None),
        ] {
            assert_eq!(shown(&text), mark, "{text}");
        }
    }

    #[test]
    #[should_panic(expected = "this shows the token or a part of it: \"Bearer [MARK]\"")]
    fn fails_where_a_value_shows_one() {
        assert_hidden(&format!("Bearer {TOKEN}"));
    }

    #[test]
    #[should_panic(expected = "this shows the token")]
    fn fails_where_a_source_shows_one() {
        assert_error_hidden(Outside(Inside(TOKEN.to_owned())));
    }
}

//! Secrets that come from the environment. All in one test, since the environment is shared.
#![cfg(unix)]
#![expect(clippy::unnecessary_wraps, reason = "a value that is set stands beside one that is not")]

use std::env;
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

use kinde_api::Credentials;
use kinde_api::ureq::client_from_env;
use secrets::{SECRET, TOKEN, assert_error_hidden, assert_hidden};

const VARIABLES: [&str; 4] =
    ["KINDE_TOKEN", "KINDE_MANAGEMENT_CLIENT_ID", "KINDE_MANAGEMENT_CLIENT_SECRET", "KINDE_DOMAIN"];

fn set(values: [Option<OsString>; 4]) {
    for (name, value) in VARIABLES.into_iter().zip(values) {
        // SAFETY: this program has one test, and no other thread reads or writes the environment.
        match value {
            Some(value) => unsafe { env::set_var(name, value) },
            None => unsafe { env::remove_var(name) },
        }
    }
}

fn text(text: &str) -> Option<OsString> {
    Some(text.into())
}

/// A value that holds the mark and is not text.
fn no_text(mark: &str) -> Option<OsString> {
    Some(OsString::from_vec([mark.as_bytes(), b"\xff"].concat()))
}

#[test]
fn are_hidden_whether_they_are_in_order_or_not() {
    let domain = || text("acme.kinde.com");
    set([text(TOKEN), None, None, domain()]);
    assert_hidden(&Credentials::from_env().unwrap());
    assert_hidden(&client_from_env().unwrap());
    set([None, text("an-id"), text(SECRET), domain()]);
    assert_hidden(&Credentials::from_env().unwrap());
    assert_hidden(&client_from_env().unwrap());
    for values in [
        [no_text(TOKEN), None, None, domain()],
        [text(&format!("\"{TOKEN}\"")), None, None, domain()],
        [None, None, text(SECRET), domain()],
        [None, text(SECRET), None, domain()],
        [None, text("an-id"), no_text(SECRET), domain()],
        [text(TOKEN), None, None, None],
        [text(TOKEN), None, None, no_text(SECRET)],
        [text(TOKEN), None, None, text(&format!("user:{SECRET}@acme.kinde.com"))],
        [text(TOKEN), None, None, text(&format!("http://{SECRET}"))],
    ] {
        set(values);
        assert_error_hidden(client_from_env().unwrap_err());
    }
}

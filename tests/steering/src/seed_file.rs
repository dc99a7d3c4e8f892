//! What holds for seed files, and for what `PUT` takes for a state.

use http::StatusCode;
use kinde_emulator::InProcess;

use crate::ask::{SECRET, steer, told};

/// What is there before: it must still be there where a file is refused.
const BEFORE: &[u8] = br#"{
    "roles": [{"id": "role_before", "key": "before"}],
    "users": [{"id": "kp_before", "email": "before@example.com"}],
    "organizations": [{"code": "org_before", "name": "Before", "members": [{"user": "kp_before", "roles": ["before"]}]}]
}"#;

/// Begins with a seed file, and puts the same in for a state.
///
/// Both take it, or both refuse it. A file that is taken is told as one that is taken again and told alike, whether it was
/// begun with or put in. One that is refused leaves everything as it was.
///
/// # Panics
///
/// Where the program breaks one of these promises.
pub fn check_seed_file(file: &[u8]) {
    let begun = InProcess::begin(file, None);
    let program = InProcess::begin(BEFORE, Some(SECRET)).expect("the state before is good");
    let before = told(&program, "state");
    let put = steer(&program, "PUT", "state", file);
    let state = told(&program, "state");
    match begun {
        Ok(begun) => {
            assert_eq!(put.status(), StatusCode::NO_CONTENT, "begun with, and refused: {}", text(put.body()));
            assert_eq!(text(&told(&begun, "state")), text(&state), "begun with and put in");
            let again = steer(&program, "PUT", "state", &state);
            assert_eq!(again.status(), StatusCode::NO_CONTENT, "{} of {}", text(again.body()), text(&state));
            assert_eq!(text(&told(&program, "state")), text(&state), "told again");
        }
        Err(reason) => {
            assert_eq!(put.status(), StatusCode::BAD_REQUEST, "not begun with, and taken: {reason}");
            assert_eq!(text(&state), text(&before), "what was refused left something");
        }
    }
}

fn text(json: &[u8]) -> String {
    String::from_utf8_lossy(json).into_owned()
}

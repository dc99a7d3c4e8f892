//! What the tests of the transport have in common: servers on loopback that answer as they are told, and a clock.

mod clock;
mod server;

use std::error::Error;

pub use clock::TestClock;
pub use server::{Answer, Received, Server, refusing_address};

/// What a program prints of an error: its own text, then each cause.
#[must_use]
pub fn chain(error: &dyn Error) -> String {
    texts(error).join(": ")
}

/// The error's own text, and that of each cause.
#[must_use]
pub fn texts(error: &dyn Error) -> Vec<String> {
    let mut texts = vec![error.to_string()];
    let mut cause = error.source();
    while let Some(error) = cause {
        texts.push(error.to_string());
        cause = error.source();
    }
    texts
}

/// The text with `PORT` for the ports of servers on loopback, which are others in each run.
#[must_use]
pub fn without_ports(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some(end) =
        ["127.0.0.1:", "localhost:"].iter().filter_map(|host| Some(rest.find(host)? + host.len())).min()
    {
        kept.push_str(&rest[..end]);
        rest = rest[end..].trim_start_matches(|character: char| character.is_ascii_digit());
        kept.push_str("PORT");
    }
    kept + rest
}

/// The body of a page of members, `first` to `last`, with the token of the next page if there is one.
#[must_use]
pub fn page_of_members(first: usize, last: usize, next_token: Option<&str>) -> String {
    let members: Vec<_> = (first..=last)
        .map(|number| {
            serde_json::json!({
                "id": format!("kp_{number:032x}"),
                "email": format!("member{number}@example.com"),
                "full_name": format!("Member {number}"),
                "first_name": "Member",
                "last_name": number.to_string(),
                "picture": format!("https://example.com/pictures/{number}.png"),
                "joined_on": "2026-11-18T13:32:03.123456+11:00",
                "last_accessed_on": "2026-11-19T08:00:00.654321+11:00",
                "is_suspended": false,
                "roles": ["admin", "member"],
            })
        })
        .collect();
    serde_json::json!({ "code": "OK", "message": "Success", "organization_users": members, "next_token": next_token })
        .to_string()
}

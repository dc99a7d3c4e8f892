//! A page of members as structs by hand: every field as the page has it, and no tolerance for any other.

use serde::Deserialize;

/// A page.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of the library's struct")]
pub struct Page {
    pub code: Option<String>,
    pub message: Option<String>,
    pub organization_users: Vec<Member>,
    pub next_token: Option<String>,
}

/// A member.
#[derive(Debug, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of the library's struct")]
pub struct Member {
    pub id: Option<String>,
    pub email: Option<String>,
    pub full_name: Option<String>,
    pub last_name: Option<String>,
    pub first_name: Option<String>,
    pub picture: Option<String>,
    pub joined_on: Option<String>,
    pub last_accessed_on: Option<String>,
    pub is_suspended: Option<bool>,
    pub roles: Vec<String>,
}

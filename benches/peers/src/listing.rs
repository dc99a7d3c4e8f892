//! Lists all members of an organization: by the library, and by hand over two HTTP stacks.

use std::error::Error;
use std::io::Read;
use std::time::Duration;

use kinde_api::organizations::GetOrganizationUsers;
use kinde_api::ureq::UreqTransport;
use kinde_api::{Client, Credentials};
use ureq::Agent;
use yardsticks::plain::Page;
use yardsticks::samples;

use crate::server::PAGE;

/// How many members there were, each looked at and let go.
pub type Listed = Result<usize, Box<dyn Error + Send + Sync>>;

/// A way to list the members of an organization from a server with this origin.
pub type List = fn(origin: &str, org_code: &str) -> Listed;

/// By the library's ready-made client.
///
/// # Errors
///
/// Of a call.
pub fn by_library(origin: &str, org_code: &str) -> Listed {
    list_with(&client(origin)?, org_code)
}

/// The library's ready-made client.
///
/// # Errors
///
/// Where the origin is none.
pub fn client(origin: &str) -> Result<Client<UreqTransport>, kinde_api::RequestError> {
    kinde_api::ureq::client(origin, Credentials::token(samples::token()))
}

/// By a client that is there already.
///
/// # Errors
///
/// Of a call.
pub fn list_with(client: &Client<UreqTransport>, org_code: &str) -> Listed {
    let mut members = 0;
    for member in client.items(GetOrganizationUsers::new(org_code).page_size(500)) {
        members += usize::from(member?.id.is_some());
    }
    Ok(members)
}

/// By `ureq` and `serde_json::from_slice`, with the time limits that the library sets.
///
/// # Errors
///
/// Of a call.
pub fn by_ureq(origin: &str, org_code: &str) -> Listed {
    let agent = agent();
    follow_pages(|next_token| {
        let body = get(&agent, origin, org_code, next_token)?.body_mut().read_to_vec()?;
        Ok(serde_json::from_slice(&body)?)
    })
}

/// By `ureq` as fast as it can be made by hand: room for the whole body, and its text checked at once.
///
/// # Errors
///
/// Of a call.
pub fn by_tuned_ureq(origin: &str, org_code: &str) -> Listed {
    let agent = agent();
    follow_pages(|next_token| {
        let body = get(&agent, origin, org_code, next_token)?.into_body();
        let mut bytes = Vec::with_capacity(usize::try_from(body.content_length().unwrap_or_default())?);
        body.into_reader().read_to_end(&mut bytes)?;
        Ok(serde_json::from_str(std::str::from_utf8(&bytes)?)?)
    })
}

fn agent() -> Agent {
    let config = Agent::config_builder()
        .timeout_connect(Some(Duration::from_secs(10)))
        .timeout_global(Some(Duration::from_secs(60)));
    config.build().new_agent()
}

fn get(
    agent: &Agent,
    origin: &str,
    org_code: &str,
    next_token: Option<&str>,
) -> Result<http::Response<ureq::Body>, ureq::Error> {
    let mut request = agent
        .get(format!("{origin}/api/v1/organizations/{org_code}/users"))
        .query("page_size", PAGE.to_string())
        .header("Authorization", format!("Bearer {}", samples::token()))
        .header("Accept", "application/json");
    if let Some(next_token) = next_token {
        request = request.query("next_token", next_token);
    }
    request.call()
}

/// By reqwest's blocking client.
///
/// # Errors
///
/// Of a call.
pub fn by_reqwest(origin: &str, org_code: &str) -> Listed {
    let client = reqwest::blocking::Client::builder()
        .connect_timeout(Duration::from_secs(10))
        .timeout(Duration::from_secs(60))
        .build()?;
    follow_pages(|next_token| {
        let request = client
            .get(format!("{origin}/api/v1/organizations/{org_code}/users"))
            .query(&[("page_size", PAGE)])
            .query(&[("next_token", next_token)])
            .bearer_auth(samples::token())
            .header("Accept", "application/json");
        Ok(request.send()?.error_for_status()?.json()?)
    })
}

fn follow_pages(get: impl Fn(Option<&str>) -> Result<Page, Box<dyn Error + Send + Sync>>) -> Listed {
    let mut members = 0;
    let mut next_token = None;
    loop {
        let page = get(next_token.as_deref())?;
        for member in page.organization_users {
            members += usize::from(member.id.is_some());
        }
        match page.next_token {
            Some(token) if !token.is_empty() => next_token = Some(token),
            _ => return Ok(members),
        }
    }
}

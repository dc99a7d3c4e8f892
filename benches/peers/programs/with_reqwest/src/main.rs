//! Lists organizations by hand, with reqwest and rustls.

use std::error::Error;
use std::time::Duration;

use reqwest::blocking::Client;
use reqwest::header::ACCEPT;
use serde::Deserialize;

#[derive(Deserialize)]
struct Page {
    organizations: Option<Vec<Organization>>,
    next_token: Option<String>,
}

#[derive(Deserialize)]
struct Organization {
    code: Option<String>,
    name: Option<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let (domain, token) = (std::env::var("KINDE_DOMAIN")?, std::env::var("KINDE_TOKEN")?);
    let client = Client::builder().timeout(Duration::from_secs(60)).build()?;
    let mut next_token: Option<String> = None;
    loop {
        let request = client.get(format!("{domain}/api/v1/organizations")).query(&[("page_size", "500")]);
        let request = request.query(&[("next_token", &next_token)]);
        let response = request.bearer_auth(&token).header(ACCEPT, "application/json").send()?;
        let page: Page = response.error_for_status()?.json()?;
        for organization in page.organizations.unwrap_or_default() {
            println!("{:?} {:?}", organization.code, organization.name);
        }
        match page.next_token {
            Some(token) if !token.is_empty() => next_token = Some(token),
            _ => return Ok(()),
        }
    }
}

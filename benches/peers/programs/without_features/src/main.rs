//! Lists organizations with the library without features: `curl` sends what it builds.

use std::error::Error;
use std::io;
use std::process::Command;

use http::{Request, Response};
use kinde_api::organizations::GetOrganizations;
use kinde_api::{Client, Credentials, to_curl};

fn main() -> Result<(), Box<dyn Error>> {
    let (domain, token) = (std::env::var("KINDE_DOMAIN")?, std::env::var("KINDE_TOKEN")?);
    // A shell that has the token as `KINDE_TOKEN` runs it.
    let by_curl = |request: Request<Vec<u8>>| {
        let output = Command::new("sh").args(["-c", &to_curl(&request)]).output()?;
        Ok::<_, io::Error>(Response::new(output.stdout))
    };
    let client = Client::new(by_curl, &domain, Credentials::token(token))?;
    for organization in client.items(GetOrganizations::new().page_size(500)) {
        let organization = organization?;
        println!("{:?} {:?}", organization.code, organization.name);
    }
    Ok(())
}

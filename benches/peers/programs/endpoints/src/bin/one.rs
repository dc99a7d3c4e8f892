//! Calls one operation.

use std::error::Error;
use std::io::{self, Read};

use http::{Request, Response};
use kinde_api::organizations::GetOrganization;
use kinde_api::{Client, Credentials};

fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::new(standard_input, "https://acme.kinde.com", Credentials::token("a-token"))?;
    client.send(&GetOrganization::new("org_1"))?;
    Ok(())
}

/// What a server would answer.
fn standard_input(_: Request<Vec<u8>>) -> io::Result<Response<Vec<u8>>> {
    let mut body = Vec::new();
    io::stdin().read_to_end(&mut body)?;
    Ok(Response::new(body))
}

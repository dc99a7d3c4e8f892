//! Prints how many members an organization has, with a client that is set by the environment alone.

use std::env;
use std::error::Error;
use std::process::ExitCode;

use kinde_api::organizations::GetOrganizationUsers;
use kinde_api::ureq::{Client, UreqTransport};
use kinde_api::{Credentials, Retry};

fn main() -> ExitCode {
    match count() {
        Ok(count) => println!("{count}"),
        Err(error) => {
            eprintln!("{}", transport::chain(&*error));
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// Ready-made, or the same in two steps.
fn client() -> Result<Client, Box<dyn Error>> {
    if env::var_os("OVER_DEFAULT_TRANSPORT").is_none() {
        return Ok(kinde_api::ureq::client_from_env()?);
    }
    Ok(Client::new(UreqTransport::default(), &env::var("KINDE_DOMAIN")?, Credentials::from_env()?)?)
}

fn count() -> Result<usize, Box<dyn Error>> {
    let org_code = env::args().nth(1).ok_or("the code of an organization is expected")?;
    let client = client()?.with_retry(Retry::none());
    let members = client.items(GetOrganizationUsers::new(org_code)).collect::<Result<Vec<_>, _>>()?;
    Ok(members.len())
}

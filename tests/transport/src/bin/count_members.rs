//! Prints how many members an organization has, with a client that is set by the environment alone.

use std::env;
use std::error::Error;
use std::process::ExitCode;

use kinde_api::Retry;
use kinde_api::organizations::GetOrganizationUsers;

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

fn count() -> Result<usize, Box<dyn Error>> {
    let org_code = env::args().nth(1).ok_or("the code of an organization is expected")?;
    let client = kinde_api::ureq::client_from_env()?.with_retry(Retry::none());
    let members = client.items(GetOrganizationUsers::new(org_code)).collect::<Result<Vec<_>, _>>()?;
    Ok(members.len())
}

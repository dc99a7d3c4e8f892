//! Lists organizations with the library and its ready-made client.

use std::error::Error;

use kinde_api::organizations::GetOrganizations;

fn main() -> Result<(), Box<dyn Error>> {
    let client = kinde_api::ureq::client_from_env()?;
    for organization in client.items(GetOrganizations::new().page_size(500)) {
        let organization = organization?;
        println!("{:?} {:?}", organization.code, organization.name);
    }
    Ok(())
}

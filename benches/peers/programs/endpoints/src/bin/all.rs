//! Calls all 45 operations.

use std::error::Error;
use std::io::{self, Read};

use http::{Request, Response};
#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::organizations::*;
use kinde_api::{Client, Credentials};

const ORG: &str = "org_1";
const USER: &str = "kp_1";

fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::new(standard_input, "https://acme.kinde.com", Credentials::token("a-token"))?;
    client.send(&GetOrganizationInvites::new(ORG))?;
    client.send(&CreateOrganizationInvite::new(ORG, "member17@example.com", ["admin"]))?;
    client.send(&GetOrganizationInvite::new(ORG, "inv_1"))?;
    client.send(&DeleteOrganizationInvite::new(ORG, "inv_1"))?;
    client.send(&GetOrganization::new(ORG))?;
    client.send(&CreateOrganization::new("Acme"))?;
    client.send(&GetOrganizations::new())?;
    client.send(&UpdateOrganization::new(ORG))?;
    client.send(&DeleteOrganization::new(ORG))?;
    client.send(&GetOrganizationUsers::new(ORG))?;
    client.send(&AddOrganizationUsers::new(ORG, [AddOrganizationUser::new(USER)]))?;
    client.send(&UpdateOrganizationUsers::new(ORG, [UpdateOrganizationUser::new(USER)]))?;
    client.send(&GetOrganizationUserRoles::new(ORG, USER))?;
    client.send(&CreateOrganizationUserRole::new(ORG, USER, "role_1"))?;
    client.send(&DeleteOrganizationUserRole::new(ORG, USER, "role_1"))?;
    client.send(&GetOrganizationRoleUsers::new(ORG, "role_1"))?;
    client.send(&GetOrganizationRoleUsersCount::new(ORG, "role_1"))?;
    client.send(&GetOrganizationRoleActiveUsersCount::new(
        ORG,
        "role_1",
        "2026-11-24T00:00:00Z",
        "2026-11-25T00:00:00Z",
    ))?;
    client.send(&GetOrganizationUserPermissions::new(ORG, USER))?;
    client.send(&CreateOrganizationUserPermission::new(ORG, USER, "permission_1"))?;
    client.send(&DeleteOrganizationUserPermission::new(ORG, USER, "permission_1"))?;
    client.send(&RemoveOrganizationUser::new(ORG, USER))?;
    client.send(&AddOrganizationUserApiScope::new(ORG, USER, "api_1", "scope_1"))?;
    client.send(&DeleteOrganizationUserApiScope::new(ORG, USER, "api_1", "scope_1"))?;
    client.send(&GetOrgUserMfa::new(ORG, USER))?;
    client.send(&ResetOrgUserMfaAll::new(ORG, USER))?;
    client.send(&ResetOrgUserMfa::new(ORG, USER, "mfa_1"))?;
    client.send(&GetOrganizationFeatureFlags::new(ORG))?;
    client.send(&DeleteOrganizationFeatureFlagOverrides::new(ORG))?;
    client.send(&DeleteOrganizationFeatureFlagOverride::new(ORG, "a_flag"))?;
    client.send(&UpdateOrganizationFeatureFlagOverride::new(ORG, "a_flag", true))?;
    client.send(&UpdateOrganizationProperty::new(ORG, "a_property", "a value"))?;
    client.send(&GetOrganizationPropertyValues::new(ORG))?;
    client.send(&UpdateOrganizationProperties::new(ORG, [("a_property", "a value")]))?;
    client.send(&ReplaceOrganizationMfa::new(ORG, ["mfa:email"]))?;
    client.send(&GetOrganizationPasskey::new(ORG))?;
    client.send(&UpdateOrganizationPasskey::new(ORG))?;
    client.send(&DeleteOrganizationHandle::new(ORG))?;
    client.send(&ReadOrganizationLogo::new(ORG))?;
    client.send(&AddOrganizationLogo::new(ORG, "light", "logo.png", "image/png", Vec::new()))?;
    client.send(&DeleteOrganizationLogo::new(ORG, "light"))?;
    client.send(&GetOrganizationConnections::new(ORG))?;
    client.send(&EnableOrgConnection::new(ORG, "conn_1"))?;
    client.send(&RemoveOrgConnection::new(ORG, "conn_1"))?;
    client.send(&UpdateOrganizationSessions::new(ORG))?;
    Ok(())
}

/// What a server would answer.
fn standard_input(_: Request<Vec<u8>>) -> io::Result<Response<Vec<u8>>> {
    let mut body = Vec::new();
    io::stdin().read_to_end(&mut body)?;
    Ok(Response::new(body))
}

//! Every path that a program of the first edition could name is there, whichever area its type is at home in by now.

use std::any::type_name;

use kinde_api::organizations::GetOrganizations;
use kinde_api::{Clock, Endpoint, Operation, Paged, Transport};

/// Paths, and the names of the types that they lead to.
macro_rules! types {
    ($($path:ty),* $(,)?) => { [$((stringify!($path), type_name::<$path>())),*] };
}

fn last_segment(path: &str) -> &str {
    path.rsplit("::").next().map_or(path, |name| name.trim_end_matches("<'_>"))
}

fn each_leads_to_its_type(types: &[(&str, &str)]) {
    for (path, name) in types {
        assert_eq!(last_segment(path), last_segment(name));
    }
}

#[test]
fn the_root_has_what_it_had() {
    each_leads_to_its_type(&types![
        kinde_api::Api,
        kinde_api::ApiId,
        kinde_api::Attempt,
        kinde_api::ConnectionId,
        kinde_api::Credentials,
        kinde_api::DecodeError,
        kinde_api::ErrorDetail,
        kinde_api::FactorId,
        kinde_api::FeatureFlagKey,
        kinde_api::InviteCode,
        kinde_api::Operation,
        kinde_api::OrgCode,
        kinde_api::PermissionId,
        kinde_api::PermissionKey,
        kinde_api::PropertyKey,
        kinde_api::RequestBuilder<'_>,
        kinde_api::RequestError,
        kinde_api::ResponseError,
        kinde_api::Retry,
        kinde_api::RoleId,
        kinde_api::RoleKey,
        kinde_api::ScopeId,
        kinde_api::Token,
        kinde_api::TokenError,
        kinde_api::TokenRequest,
        kinde_api::UserId,
    ]);
}

#[test]
fn organizations_has_what_it_had() {
    each_leads_to_its_type(&types![
        kinde_api::organizations::AddOrganizationLogo,
        kinde_api::organizations::AddOrganizationUser,
        kinde_api::organizations::AddOrganizationUserApiScope,
        kinde_api::organizations::AddOrganizationUsers,
        kinde_api::organizations::AddOrganizationUsersResponse,
        kinde_api::organizations::BillingAgreement,
        kinde_api::organizations::Color,
        kinde_api::organizations::ColorScheme,
        kinde_api::organizations::Connection,
        kinde_api::organizations::CreateOrganization,
        kinde_api::organizations::CreateOrganizationInvite,
        kinde_api::organizations::CreateOrganizationInviteResponse,
        kinde_api::organizations::CreateOrganizationResponse,
        kinde_api::organizations::CreateOrganizationUserPermission,
        kinde_api::organizations::CreateOrganizationUserRole,
        kinde_api::organizations::CreatedOrganization,
        kinde_api::organizations::DeleteOrganization,
        kinde_api::organizations::DeleteOrganizationFeatureFlagOverride,
        kinde_api::organizations::DeleteOrganizationFeatureFlagOverrides,
        kinde_api::organizations::DeleteOrganizationHandle,
        kinde_api::organizations::DeleteOrganizationInvite,
        kinde_api::organizations::DeleteOrganizationLogo,
        kinde_api::organizations::DeleteOrganizationUserApiScope,
        kinde_api::organizations::DeleteOrganizationUserPermission,
        kinde_api::organizations::DeleteOrganizationUserRole,
        kinde_api::organizations::EnableOrgConnection,
        kinde_api::organizations::FeatureFlagType,
        kinde_api::organizations::GetConnectionsResponse,
        kinde_api::organizations::GetOrgUserMfa,
        kinde_api::organizations::GetOrganization,
        kinde_api::organizations::GetOrganizationConnections,
        kinde_api::organizations::GetOrganizationFeatureFlags,
        kinde_api::organizations::GetOrganizationFeatureFlagsResponse,
        kinde_api::organizations::GetOrganizationInvite,
        kinde_api::organizations::GetOrganizationInviteResponse,
        kinde_api::organizations::GetOrganizationInvites,
        kinde_api::organizations::GetOrganizationInvitesResponse,
        kinde_api::organizations::GetOrganizationPasskey,
        kinde_api::organizations::GetOrganizationPasskeyResponse,
        kinde_api::organizations::GetOrganizationPropertyValues,
        kinde_api::organizations::GetOrganizationResponse,
        kinde_api::organizations::GetOrganizationRoleActiveUsersCount,
        kinde_api::organizations::GetOrganizationRoleActiveUsersCountResponse,
        kinde_api::organizations::GetOrganizationRoleUsers,
        kinde_api::organizations::GetOrganizationRoleUsersCount,
        kinde_api::organizations::GetOrganizationRoleUsersCountResponse,
        kinde_api::organizations::GetOrganizationRoleUsersResponse,
        kinde_api::organizations::GetOrganizationUserPermissions,
        kinde_api::organizations::GetOrganizationUserRoles,
        kinde_api::organizations::GetOrganizationUsers,
        kinde_api::organizations::GetOrganizationUsersResponse,
        kinde_api::organizations::GetOrganizations,
        kinde_api::organizations::GetOrganizationsResponse,
        kinde_api::organizations::GetOrganizationsUserPermissionsResponse,
        kinde_api::organizations::GetOrganizationsUserRolesResponse,
        kinde_api::organizations::GetPropertyValuesResponse,
        kinde_api::organizations::GetUserMfaResponse,
        kinde_api::organizations::InviteSort,
        kinde_api::organizations::LogoType,
        kinde_api::organizations::MfaFactor,
        kinde_api::organizations::OrganizationBilling,
        kinde_api::organizations::OrganizationExpand,
        kinde_api::organizations::OrganizationFeatureFlag,
        kinde_api::organizations::OrganizationInvite,
        kinde_api::organizations::OrganizationInviteRole,
        kinde_api::organizations::OrganizationItem,
        kinde_api::organizations::OrganizationLogo,
        kinde_api::organizations::OrganizationRoleUser,
        kinde_api::organizations::OrganizationUser,
        kinde_api::organizations::OrganizationUserPermission,
        kinde_api::organizations::OrganizationUserPermissionRole,
        kinde_api::organizations::OrganizationUserRole,
        kinde_api::organizations::PasskeyPolicy,
        kinde_api::organizations::PermissionExpand,
        kinde_api::organizations::PropertyValue,
        kinde_api::organizations::ReadLogoResponse,
        kinde_api::organizations::ReadOrganizationLogo,
        kinde_api::organizations::RemoveOrgConnection,
        kinde_api::organizations::RemoveOrganizationUser,
        kinde_api::organizations::ReplaceOrganizationMfa,
        kinde_api::organizations::ResetOrgUserMfa,
        kinde_api::organizations::ResetOrgUserMfaAll,
        kinde_api::organizations::Sort,
        kinde_api::organizations::SsoSessionPersistenceMode,
        kinde_api::organizations::SuccessResponse,
        kinde_api::organizations::ThemeCode,
        kinde_api::organizations::UpdateOrganization,
        kinde_api::organizations::UpdateOrganizationFeatureFlagOverride,
        kinde_api::organizations::UpdateOrganizationPasskey,
        kinde_api::organizations::UpdateOrganizationPasskeyResponse,
        kinde_api::organizations::UpdateOrganizationProperties,
        kinde_api::organizations::UpdateOrganizationProperty,
        kinde_api::organizations::UpdateOrganizationSessions,
        kinde_api::organizations::UpdateOrganizationUser,
        kinde_api::organizations::UpdateOrganizationUsers,
        kinde_api::organizations::UpdateOrganizationUsersResponse,
        kinde_api::organizations::UserMfa,
        kinde_api::organizations::UserOperation,
    ]);
}

type Script = fn(http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, std::io::Error>;

#[test]
fn what_is_generic_takes_what_it_took() {
    fn of<T>() -> &'static str {
        type_name::<T>()
    }
    fn traits<C: Clock, P: Endpoint + Paged, T: Transport>() {}
    traits::<kinde_api::SystemClock, GetOrganizations, Script>();
    let operations: &[Operation] = kinde_api::organizations::OPERATIONS;

    assert_eq!(operations.len(), kinde_api::operations().filter(|one| operations.contains(one)).count());
    for (part, name) in [
        ("::Client<", of::<kinde_api::Client<Script>>()),
        ("::Error<", of::<kinde_api::Error<std::io::Error>>()),
        ("::Items<", of::<kinde_api::Items<Script, GetOrganizations>>()),
        ("::Pages<", of::<kinde_api::Pages<Script, GetOrganizations>>()),
        ("::Nullable<", of::<kinde_api::Nullable<kinde_api::UserId>>()),
    ] {
        assert!(name.contains(part), "{name}");
    }
}

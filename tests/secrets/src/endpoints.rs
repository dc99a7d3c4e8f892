//! One value of each endpoint, behind one type.

use std::fmt::Debug;

use http::{Request, Response};
use kinde_api::organizations::{
    AddOrganizationLogo, AddOrganizationUser, AddOrganizationUserApiScope, AddOrganizationUsers, CreateOrganization,
    CreateOrganizationInvite, CreateOrganizationUserPermission, CreateOrganizationUserRole, DeleteOrganization,
    DeleteOrganizationFeatureFlagOverride, DeleteOrganizationFeatureFlagOverrides, DeleteOrganizationHandle,
    DeleteOrganizationInvite, DeleteOrganizationLogo, DeleteOrganizationUserApiScope, DeleteOrganizationUserPermission,
    DeleteOrganizationUserRole, EnableOrgConnection, GetOrgUserMfa, GetOrganization, GetOrganizationConnections,
    GetOrganizationFeatureFlags, GetOrganizationInvite, GetOrganizationInvites, GetOrganizationPasskey,
    GetOrganizationPropertyValues, GetOrganizationRoleActiveUsersCount, GetOrganizationRoleUsers,
    GetOrganizationRoleUsersCount, GetOrganizationUserPermissions, GetOrganizationUserRoles, GetOrganizationUsers,
    GetOrganizations, ReadOrganizationLogo, RemoveOrgConnection, RemoveOrganizationUser, ReplaceOrganizationMfa,
    ResetOrgUserMfa, ResetOrgUserMfaAll, UpdateOrganization, UpdateOrganizationFeatureFlagOverride,
    UpdateOrganizationPasskey, UpdateOrganizationProperties, UpdateOrganizationProperty, UpdateOrganizationSessions,
    UpdateOrganizationUser, UpdateOrganizationUsers,
};
use kinde_api::{Api, Client, Endpoint, Error, RequestError, ResponseError, Transport};

use crate::CONTENT;

/// An [`Endpoint`] whose type and output don't matter, over a transport.
pub trait AnyEndpoint<T: Transport>: Debug {
    /// Its operation.
    fn operation_id(&self) -> &'static str;

    /// Its request.
    ///
    /// # Errors
    ///
    /// As the endpoint.
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError>;

    /// The error that it makes of a response, if it makes one.
    fn error(&self, response: &Response<Vec<u8>>) -> Option<ResponseError>;

    /// Makes the call.
    ///
    /// # Errors
    ///
    /// As the client.
    fn send(&self, client: &Client<T>) -> Result<(), Error<T::Error>>;
}

impl<T: Transport, E: Endpoint + Debug> AnyEndpoint<T> for E {
    fn operation_id(&self) -> &'static str {
        E::OPERATION_ID
    }

    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        Endpoint::request(self, api)
    }

    fn error(&self, response: &Response<Vec<u8>>) -> Option<ResponseError> {
        self.response(response).err()
    }

    fn send(&self, client: &Client<T>) -> Result<(), Error<T::Error>> {
        client.send(self).map(drop)
    }
}

/// One value of each endpoint, in the order of the list of operations. The logo's image is the marked content.
#[must_use]
pub fn every_endpoint<T: Transport + 'static>() -> Vec<Box<dyn AnyEndpoint<T>>> {
    const ORG: &str = "org_17";
    const USER: &str = "kp_17";
    vec![
        Box::new(GetOrganizationInvites::new(ORG)),
        Box::new(CreateOrganizationInvite::new(ORG, "member17@example.com", ["admin"])),
        Box::new(GetOrganizationInvite::new(ORG, "inv_17")),
        Box::new(DeleteOrganizationInvite::new(ORG, "inv_17")),
        Box::new(GetOrganization::new(ORG)),
        Box::new(CreateOrganization::new("Acme")),
        Box::new(GetOrganizations::new()),
        Box::new(UpdateOrganization::new(ORG).name("Acme")),
        Box::new(DeleteOrganization::new(ORG)),
        Box::new(GetOrganizationUsers::new(ORG).page_size(500)),
        Box::new(AddOrganizationUsers::new(ORG, [AddOrganizationUser::new(USER)])),
        Box::new(UpdateOrganizationUsers::new(ORG, [UpdateOrganizationUser::new(USER)])),
        Box::new(GetOrganizationUserRoles::new(ORG, USER)),
        Box::new(CreateOrganizationUserRole::new(ORG, USER, "role_17")),
        Box::new(DeleteOrganizationUserRole::new(ORG, USER, "role_17")),
        Box::new(GetOrganizationRoleUsers::new(ORG, "role_17")),
        Box::new(GetOrganizationRoleUsersCount::new(ORG, "role_17")),
        Box::new(GetOrganizationRoleActiveUsersCount::new(
            ORG,
            "role_17",
            "2026-01-01T00:00:00Z",
            "2026-02-01T00:00:00Z",
        )),
        Box::new(GetOrganizationUserPermissions::new(ORG, USER)),
        Box::new(CreateOrganizationUserPermission::new(ORG, USER, "permission_17")),
        Box::new(DeleteOrganizationUserPermission::new(ORG, USER, "permission_17")),
        Box::new(RemoveOrganizationUser::new(ORG, USER)),
        Box::new(AddOrganizationUserApiScope::new(ORG, USER, "api_17", "scope_17")),
        Box::new(DeleteOrganizationUserApiScope::new(ORG, USER, "api_17", "scope_17")),
        Box::new(GetOrgUserMfa::new(ORG, USER)),
        Box::new(ResetOrgUserMfaAll::new(ORG, USER)),
        Box::new(ResetOrgUserMfa::new(ORG, USER, "mfa_17")),
        Box::new(GetOrganizationFeatureFlags::new(ORG)),
        Box::new(DeleteOrganizationFeatureFlagOverrides::new(ORG)),
        Box::new(DeleteOrganizationFeatureFlagOverride::new(ORG, "theme")),
        Box::new(UpdateOrganizationFeatureFlagOverride::new(ORG, "theme", "blue")),
        Box::new(UpdateOrganizationProperty::new(ORG, "city", "Sydney")),
        Box::new(GetOrganizationPropertyValues::new(ORG)),
        Box::new(UpdateOrganizationProperties::new(ORG, [("city", "Sydney")])),
        Box::new(ReplaceOrganizationMfa::new(ORG, ["mfa:email"])),
        Box::new(GetOrganizationPasskey::new(ORG)),
        Box::new(UpdateOrganizationPasskey::new(ORG)),
        Box::new(DeleteOrganizationHandle::new(ORG)),
        Box::new(ReadOrganizationLogo::new(ORG)),
        Box::new(AddOrganizationLogo::new(ORG, "light", "logo.png", "image/png", image())),
        Box::new(DeleteOrganizationLogo::new(ORG, "light")),
        Box::new(GetOrganizationConnections::new(ORG)),
        Box::new(EnableOrgConnection::new(ORG, "conn_17")),
        Box::new(RemoveOrgConnection::new(ORG, "conn_17")),
        Box::new(UpdateOrganizationSessions::new(ORG)),
    ]
}

/// Bytes that are no text.
fn image() -> Vec<u8> {
    [b"\x89PNG\r\n\x1a\n", CONTENT.as_bytes()].concat()
}

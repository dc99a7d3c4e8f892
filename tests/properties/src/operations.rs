//! The 45 operations as Kinde documents them: routes, parameters and answers.

use std::hint::black_box;

use http::{Method, Request, Response};
#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::organizations::*;
use kinde_api::{Api, Endpoint, RequestError, ResponseError};

use crate::{Draft, Expected, Inputs, Place};

/// A request, or why there is none.
pub type Built = Result<Request<Vec<u8>>, RequestError>;

/// One operation.
#[derive(Debug)]
pub struct Operation {
    /// Its id in Kinde's reference.
    pub id: &'static str,
    /// The method of its requests.
    pub method: Method,
    /// The path of its requests, with each parameter's name in braces.
    pub path: &'static str,
    /// A full answer; empty where none is declared.
    pub answer: &'static str,
    /// Makes a request of these inputs, and says what a server is expected to find in it.
    pub request: fn(&Api, &Inputs) -> (Built, Expected),
    /// Reads a response, and drops what it gives.
    pub response: fn(&Response<&[u8]>) -> Result<(), ResponseError>,
}

impl Operation {
    /// Whether a success has a declared body.
    #[must_use]
    pub fn has_answer(&self) -> bool {
        !self.answer.is_empty()
    }
}

macro_rules! operations {
    ($(
        $id:literal $method:ident $path:literal
        $endpoint:ident::$constructor:ident($($argument:ident: $place:ident $kind:ident),*)
        { $($setter:ident: $setter_place:ident $setter_kind:ident),* $(,)? }
        -> $answer:expr;
    )*) => {
        /// All operations, in the order of Kinde's reference; what can be made in two ways is there twice.
        #[expect(deprecated, reason = "what is deprecated is sent as well")]
        pub static OPERATIONS: &[Operation] = &[$({
            fn endpoint(draft: &mut Draft<'_>) -> $endpoint {
                $(let $argument = draft.$kind(Place::$place, stringify!($argument));)*
                let endpoint = $endpoint::$constructor($($argument),*);
                $(
                    let value = draft.optional(Place::$setter_place, |draft| {
                        draft.$setter_kind(Place::$setter_place, stringify!($setter))
                    });
                    let endpoint = match value {
                        Some(value) => endpoint.$setter(value),
                        None => endpoint,
                    };
                )*
                endpoint
            }

            fn request(api: &Api, inputs: &Inputs) -> (Built, Expected) {
                let mut draft = Draft::new(inputs, $id);
                (endpoint(&mut draft).request(api), draft.expected)
            }

            fn response(response: &Response<&[u8]>) -> Result<(), ResponseError> {
                let endpoint = endpoint(&mut Draft::new(&Inputs::default(), $id));
                endpoint.response(response).map(|output| { black_box(&output); })
            }

            Operation { id: $id, method: Method::$method, path: $path, answer: $answer, request, response }
        }),*];
    };
}

macro_rules! answer {
    ($name:ident) => {
        include_str!(concat!("../answers/", stringify!($name), ".json"))
    };
}

const SUCCESS: &str = answer!(SuccessResponse);
const NOTHING: &str = "";

operations! {
    "getOrganizationInvites" GET "/api/v1/organization/{org_code}/invites"
        GetOrganizationInvites::new(org_code: Path text)
        {
            sort: Query text, page_size: Query count, next_token: Query text, include_revoked: Query flag,
            include_accepted: Query flag,
        }
        -> answer!(GetOrganizationInvitesResponse);
    "createOrganizationInvite" POST "/api/v1/organization/{org_code}/invites"
        CreateOrganizationInvite::new(org_code: Path text, email: Body text, roles: Body texts)
        { first_name: Body nullable, last_name: Body nullable, send_email: Body flag }
        -> answer!(CreateOrganizationInviteResponse);
    "getOrganizationInvite" GET "/api/v1/organization/{org_code}/invites/{invite_code}"
        GetOrganizationInvite::new(org_code: Path text, invite_code: Path text) {}
        -> answer!(GetOrganizationInviteResponse);
    "deleteOrganizationInvite" DELETE "/api/v1/organization/{org_code}/invites/{invite_code}"
        DeleteOrganizationInvite::new(org_code: Path text, invite_code: Path text) {}
        -> SUCCESS;
    "getOrganization" GET "/api/v1/organization"
        GetOrganization::new(code: Query code) { expand: Query text }
        -> answer!(GetOrganizationResponse);
    "getOrganization" GET "/api/v1/organization"
        GetOrganization::default() { code: Query code, expand: Query text }
        -> answer!(GetOrganizationResponse);
    "createOrganization" POST "/api/v1/organization"
        CreateOrganization::new(name: Body text)
        {
            feature_flags: Body pairs, external_id: Body text, background_color: Body text, button_color: Body text,
            button_text_color: Body text, link_color: Body text, background_color_dark: Body text,
            button_color_dark: Body text, button_text_color_dark: Body text, link_color_dark: Body text,
            theme_code: Body text, handle: Body text, is_allow_registrations: Body flag,
            is_auto_membership_enabled: Body flag, sender_name: Body nullable, sender_email: Body nullable,
            is_create_billing_customer: Body flag, billing_email: Body text, billing_plan_code: Body text,
        }
        -> answer!(CreateOrganizationResponse);
    "getOrganizations" GET "/api/v1/organizations"
        GetOrganizations::new() { sort: Query text, page_size: Query count, next_token: Query text }
        -> answer!(GetOrganizationsResponse);
    "updateOrganization" PATCH "/api/v1/organization/{org_code}"
        UpdateOrganization::new(org_code: Path text)
        {
            expand: Query text, name: Body text, external_id: Body text, background_color: Body text,
            button_color: Body text, button_text_color: Body text, link_color: Body text,
            background_color_dark: Body text, button_color_dark: Body text, button_text_color_dark: Body text,
            link_color_dark: Body text, theme_code: Body text, handle: Body text, is_allow_registrations: Body flag,
            is_auto_membership_enabled: Body flag, is_auto_join_domain_list: Body flag, allowed_domains: Body texts,
            is_enable_advanced_orgs: Body flag, is_enforce_mfa: Body flag, sender_name: Body nullable,
            sender_email: Body nullable, is_suspended: Body flag,
        }
        -> SUCCESS;
    "deleteOrganization" DELETE "/api/v1/organization/{org_code}"
        DeleteOrganization::new(org_code: Path text) {}
        -> SUCCESS;
    "GetOrganizationUsers" GET "/api/v1/organizations/{org_code}/users"
        GetOrganizationUsers::new(org_code: Path text)
        {
            sort: Query text, page_size: Query count, next_token: Query text, permissions: Query texts,
            roles: Query texts,
        }
        -> answer!(GetOrganizationUsersResponse);
    "AddOrganizationUsers" POST "/api/v1/organizations/{org_code}/users"
        AddOrganizationUsers::new(org_code: Path text, users: Body users_to_add) {}
        -> answer!(AddOrganizationUsersResponse);
    "UpdateOrganizationUsers" PATCH "/api/v1/organizations/{org_code}/users"
        UpdateOrganizationUsers::new(org_code: Path text, users: Body users_to_update) {}
        -> answer!(UpdateOrganizationUsersResponse);
    "GetOrganizationUserRoles" GET "/api/v1/organizations/{org_code}/users/{user_id}/roles"
        GetOrganizationUserRoles::new(org_code: Path text, user_id: Path text) {}
        -> answer!(GetOrganizationsUserRolesResponse);
    "CreateOrganizationUserRole" POST "/api/v1/organizations/{org_code}/users/{user_id}/roles"
        CreateOrganizationUserRole::new(org_code: Path text, user_id: Path text, role_id: Body text) {}
        -> SUCCESS;
    "DeleteOrganizationUserRole" DELETE "/api/v1/organizations/{org_code}/users/{user_id}/roles/{role_id}"
        DeleteOrganizationUserRole::new(org_code: Path text, user_id: Path text, role_id: Path text) {}
        -> SUCCESS;
    "GetOrganizationRoleUsers" GET "/api/v1/organizations/{org_code}/roles/{role_id}/users"
        GetOrganizationRoleUsers::new(org_code: Path text, role_id: Path text)
        { page_size: Query count, next_token: Query text }
        -> answer!(GetOrganizationRoleUsersResponse);
    "GetOrganizationRoleUsersCount" GET "/api/v1/organizations/{org_code}/roles/{role_id}/users/count"
        GetOrganizationRoleUsersCount::new(org_code: Path text, role_id: Path text) {}
        -> answer!(GetOrganizationRoleUsersCountResponse);
    "GetOrganizationRoleActiveUsersCount" GET "/api/v1/organizations/{org_code}/roles/{role_id}/active_users/count"
        GetOrganizationRoleActiveUsersCount::new(
            org_code: Path text, role_id: Path text, date_time_from: Query text, date_time_to: Query text
        ) {}
        -> answer!(GetOrganizationRoleActiveUsersCountResponse);
    "GetOrganizationUserPermissions" GET "/api/v1/organizations/{org_code}/users/{user_id}/permissions"
        GetOrganizationUserPermissions::new(org_code: Path text, user_id: Path text) { expand: Query text }
        -> answer!(GetOrganizationsUserPermissionsResponse);
    "CreateOrganizationUserPermission" POST "/api/v1/organizations/{org_code}/users/{user_id}/permissions"
        CreateOrganizationUserPermission::new(org_code: Path text, user_id: Path text, permission_id: Body text) {}
        -> SUCCESS;
    "DeleteOrganizationUserPermission"
        DELETE "/api/v1/organizations/{org_code}/users/{user_id}/permissions/{permission_id}"
        DeleteOrganizationUserPermission::new(org_code: Path text, user_id: Path text, permission_id: Path text) {}
        -> SUCCESS;
    "RemoveOrganizationUser" DELETE "/api/v1/organizations/{org_code}/users/{user_id}"
        RemoveOrganizationUser::new(org_code: Path text, user_id: Path text) {}
        -> SUCCESS;
    "addOrganizationUserAPIScope"
        POST "/api/v1/organizations/{org_code}/users/{user_id}/apis/{api_id}/scopes/{scope_id}"
        AddOrganizationUserApiScope::new(
            org_code: Path text, user_id: Path text, api_id: Path text, scope_id: Path text
        ) {}
        -> NOTHING;
    "deleteOrganizationUserAPIScope"
        DELETE "/api/v1/organizations/{org_code}/users/{user_id}/apis/{api_id}/scopes/{scope_id}"
        DeleteOrganizationUserApiScope::new(
            org_code: Path text, user_id: Path text, api_id: Path text, scope_id: Path text
        ) {}
        -> NOTHING;
    "GetOrgUserMFA" GET "/api/v1/organizations/{org_code}/users/{user_id}/mfa"
        GetOrgUserMfa::new(org_code: Path text, user_id: Path text) {}
        -> answer!(GetUserMfaResponse);
    "ResetOrgUserMFAAll" DELETE "/api/v1/organizations/{org_code}/users/{user_id}/mfa"
        ResetOrgUserMfaAll::new(org_code: Path text, user_id: Path text) {}
        -> SUCCESS;
    "ResetOrgUserMFA" DELETE "/api/v1/organizations/{org_code}/users/{user_id}/mfa/{factor_id}"
        ResetOrgUserMfa::new(org_code: Path text, user_id: Path text, factor_id: Path text) {}
        -> SUCCESS;
    "GetOrganizationFeatureFlags" GET "/api/v1/organizations/{org_code}/feature_flags"
        GetOrganizationFeatureFlags::new(org_code: Path text) {}
        -> answer!(GetOrganizationFeatureFlagsResponse);
    "DeleteOrganizationFeatureFlagOverrides" DELETE "/api/v1/organizations/{org_code}/feature_flags"
        DeleteOrganizationFeatureFlagOverrides::new(org_code: Path text) {}
        -> SUCCESS;
    "DeleteOrganizationFeatureFlagOverride"
        DELETE "/api/v1/organizations/{org_code}/feature_flags/{feature_flag_key}"
        DeleteOrganizationFeatureFlagOverride::new(org_code: Path text, feature_flag_key: Path text) {}
        -> SUCCESS;
    "UpdateOrganizationFeatureFlagOverride"
        PATCH "/api/v1/organizations/{org_code}/feature_flags/{feature_flag_key}"
        UpdateOrganizationFeatureFlagOverride::new(
            org_code: Path text, feature_flag_key: Path text, value: Query value
        ) {}
        -> SUCCESS;
    "UpdateOrganizationProperty" PUT "/api/v1/organizations/{org_code}/properties/{property_key}"
        UpdateOrganizationProperty::new(org_code: Path text, property_key: Path text, value: Query value) {}
        -> SUCCESS;
    "GetOrganizationPropertyValues" GET "/api/v1/organizations/{org_code}/properties"
        GetOrganizationPropertyValues::new(org_code: Path text) {}
        -> answer!(GetPropertyValuesResponse);
    "UpdateOrganizationProperties" PATCH "/api/v1/organizations/{org_code}/properties"
        UpdateOrganizationProperties::new(org_code: Path text, properties: Body pairs) {}
        -> SUCCESS;
    "ReplaceOrganizationMFA" PUT "/api/v1/organizations/{org_code}/mfa"
        ReplaceOrganizationMfa::new(org_code: Path text, enabled_factors: Body texts)
        { is_recovery_codes_enabled: Body flag }
        -> SUCCESS;
    "GetOrganizationPasskey" GET "/api/v1/organizations/{org_code}/passkey"
        GetOrganizationPasskey::new(org_code: Path text) {}
        -> answer!(GetOrganizationPasskeyResponse);
    "UpdateOrganizationPasskey" PUT "/api/v1/organizations/{org_code}/passkey"
        UpdateOrganizationPasskey::new(org_code: Path text)
        { policy: Body text, is_override_environment_passkey_settings: Body flag }
        -> answer!(UpdateOrganizationPasskeyResponse);
    "DeleteOrganizationHandle" DELETE "/api/v1/organization/{org_code}/handle"
        DeleteOrganizationHandle::new(org_code: Path text) {}
        -> SUCCESS;
    "ReadOrganizationLogo" GET "/api/v1/organizations/{org_code}/logos"
        ReadOrganizationLogo::new(org_code: Path text) {}
        -> answer!(ReadLogoResponse);
    "AddOrganizationLogo" POST "/api/v1/organizations/{org_code}/logos/{type}"
        AddOrganizationLogo::new(
            org_code: Path text, r#type: Path text, file_name: Body file_name, content_type: Body content_type,
            bytes: Body bytes
        ) {}
        -> SUCCESS;
    "DeleteOrganizationLogo" DELETE "/api/v1/organizations/{org_code}/logos/{type}"
        DeleteOrganizationLogo::new(org_code: Path text, r#type: Path text) {}
        -> SUCCESS;
    "GetOrganizationConnections" GET "/api/v1/organizations/{org_code}/connections"
        GetOrganizationConnections::new(org_code: Path text) {}
        -> answer!(GetConnectionsResponse);
    "EnableOrgConnection" POST "/api/v1/organizations/{org_code}/connections/{connection_id}"
        EnableOrgConnection::new(org_code: Path text, connection_id: Path text) {}
        -> NOTHING;
    "RemoveOrgConnection" DELETE "/api/v1/organizations/{org_code}/connections/{connection_id}"
        RemoveOrgConnection::new(org_code: Path text, connection_id: Path text) {}
        -> SUCCESS;
    "UpdateOrganizationSessions" PATCH "/api/v1/organizations/{org_code}/sessions"
        UpdateOrganizationSessions::new(org_code: Path text)
        {
            is_use_org_sso_session_policy: Body flag, sso_session_persistence_mode: Body text,
            is_use_org_authenticated_session_lifetime: Body flag, authenticated_session_lifetime: Body seconds,
        }
        -> SUCCESS;
}

//! The codes by which Kinde names an error, as far as they are known.

/// The codes by which Kinde names an error, to compare with without spelling them.
///
/// Kinde publishes no list. These are from its reference, from its SDKs and from answers that others have met; more may
/// come at any time, which is why a code is a text.
///
/// ```
/// use http::Response;
/// use kinde_api::{Endpoint, ErrorCode, organizations::GetOrganization};
///
/// let refusal = r#"{"errors":[{"code":"SCOPE_MISSING","message":"Scope is missing"}]}"#;
/// let response = Response::builder().status(403).body(refusal)?;
/// let error = GetOrganization::new("org_1ccfb819462").response(&response).unwrap_err();
/// assert_eq!(error.code(), Some(ErrorCode::SCOPE_MISSING));
/// # Ok::<(), http::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum ErrorCode {}

/// Of the Management API.
impl ErrorCode {
    /// The application can't have access roles.
    pub const ACCESS_CONTROL_NOT_SUPPORTED: &str = "ACCESS_CONTROL_NOT_SUPPORTED";
    /// Access roles are missing in the input.
    pub const ACCESS_ROLES_REQUIRED: &str = "ACCESS_ROLES_REQUIRED";
    /// There is no such application.
    pub const APPLICATION_NOT_FOUND: &str = "APPLICATION_NOT_FOUND";
    /// The application is missing in the input.
    pub const APPLICATION_REQUIRED: &str = "APPLICATION_REQUIRED";
    /// An application of this type can't have what was asked for.
    pub const APPLICATION_TYPE_NOT_SUPPORTED: &str = "APPLICATION_TYPE_NOT_SUPPORTED";
    /// The two times are three days apart or more.
    pub const DATE_TIME_RANGE_TOO_LARGE: &str = "DATE_TIME_RANGE_TOO_LARGE";
    /// The default organization can't be suspended.
    pub const DEFAULT_ORGANIZATION_CANNOT_BE_SUSPENDED: &str = "DEFAULT_ORGANIZATION_CANNOT_BE_SUSPENDED";
    /// The organization has a directory already.
    pub const DIRECTORY_EXISTS: &str = "DIRECTORY_EXISTS";
    /// The directory is missing in the input.
    pub const DIRECTORY_ID_REQUIRED: &str = "DIRECTORY_ID_REQUIRED";
    /// The name of the directory is missing in the input.
    pub const DIRECTORY_NAME_REQUIRED: &str = "DIRECTORY_NAME_REQUIRED";
    /// There is no such directory.
    pub const DIRECTORY_NOT_FOUND: &str = "DIRECTORY_NOT_FOUND";
    /// The address has more than 254 characters.
    pub const EMAIL_TOO_LONG: &str = "EMAIL_TOO_LONG";
    /// The organization has several enterprise connections: one has to be named.
    pub const ENTERPRISE_CONNECTION_REQUIRED: &str = "ENTERPRISE_CONNECTION_REQUIRED";
    /// The first name has more than 64 characters.
    pub const FIRST_NAME_TOO_LONG: &str = "FIRST_NAME_TOO_LONG";
    /// The id of the user is missing in the input.
    pub const ID_REQUIRED: &str = "ID_REQUIRED";
    /// The `Accept` header is not exactly `application/json`.
    pub const INVALID_ACCEPT_HEADER: &str = "INVALID_ACCEPT_HEADER";
    /// The enterprise connection is not one of the organization.
    pub const INVALID_ENTERPRISE_CONNECTION: &str = "INVALID_ENTERPRISE_CONNECTION";
    /// The permission is unknown, or the role does not hold it.
    pub const INVALID_PERMISSION_ID: &str = "INVALID_PERMISSION_ID";
    /// The role does not hold the permission.
    pub const INVALID_PERMISSION_ID_ROLE: &str = "INVALID_PERMISSION_ID_ROLE";
    /// The directory's provider is unknown, or its endpoint is not set up.
    pub const INVALID_PROVIDER: &str = "INVALID_PROVIDER";
    /// The last name has more than 64 characters.
    pub const LAST_NAME_TOO_LONG: &str = "LAST_NAME_TOO_LONG";
    /// The organization has no enterprise connection, which a directory needs.
    pub const NO_ENTERPRISE_CONNECTIONS: &str = "NO_ENTERPRISE_CONNECTIONS";
    /// The input changes nothing.
    pub const NO_FIELDS_TO_UPDATE: &str = "NO_FIELDS_TO_UPDATE";
    /// There is no such organization. Its status is 400, not 404.
    pub const ORGANIZATION_INVALID: &str = "ORGANIZATION_INVALID";
    /// There is no such organization.
    pub const ORGANIZATION_NOT_FOUND: &str = "ORGANIZATION_NOT_FOUND";
    /// The organization is missing in the input.
    pub const ORGANIZATION_REQUIRED: &str = "ORGANIZATION_REQUIRED";
    /// A larger page was asked for than the operation allows: 100 for access roles.
    pub const PAGE_SIZE_LIMIT_EXCEEDED: &str = "PAGE_SIZE_LIMIT_EXCEEDED";
    /// The directory's provider is missing in the input.
    pub const PROVIDER_CODE_REQUIRED: &str = "PROVIDER_CODE_REQUIRED";
    /// The roles are not a list of keys.
    pub const ROLES_INVALID_FORMAT: &str = "ROLES_INVALID_FORMAT";
    /// There is no such role.
    pub const ROLE_NOT_FOUND: &str = "ROLE_NOT_FOUND";
    /// The role is missing in the input.
    pub const ROLE_REQUIRED: &str = "ROLE_REQUIRED";
    /// There is no such operation: often a wrong path or method.
    pub const ROUTE_NOT_FOUND: &str = "ROUTE_NOT_FOUND";
    /// The token lacks the scope that the operation needs: [`Endpoint::SCOPE`](crate::Endpoint::SCOPE).
    pub const SCOPE_MISSING: &str = "SCOPE_MISSING";
    /// Two parameters exclude each other, such as `starting_after` and `ending_before`.
    pub const TOO_MANY_PARAMETERS: &str = "TOO_MANY_PARAMETERS";
    /// There is no such user, or no longer.
    pub const USER_INVALID: &str = "USER_INVALID";
    /// The user is not a member of the organization.
    pub const USER_NOT_IN_ORGANIZATION: &str = "USER_NOT_IN_ORGANIZATION";
}

/// Of the token endpoint, in the words of OAuth 2.0.
impl ErrorCode {
    /// The token lacks a scope, in the words of OAuth.
    pub const INSUFFICIENT_SCOPE: &str = "insufficient_scope";
    /// The client id or the secret is wrong.
    pub const INVALID_CLIENT: &str = "invalid_client";
    /// The audience is wrong, or the application is not authorized for the API.
    pub const INVALID_REQUEST: &str = "invalid_request";
    /// A scope was asked for that the application does not have.
    pub const INVALID_SCOPE: &str = "invalid_scope";
    /// The application may not exchange its credentials for tokens.
    pub const UNAUTHORIZED_CLIENT: &str = "unauthorized_client";
}

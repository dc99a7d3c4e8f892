//! APIs that are registered with Kinde: their scopes, and the applications that may use them.
//!
//! A program knows an API by its audience and a scope by its key; the endpoints want their ids. One call has both:
//!
//! ```
//! # use kinde_api::{Api, Endpoint};
//! # let api = Api::new("https://acme.kinde.com", "a-token")?;
//! use kinde_api::apis::{AddApiApplicationScope, ApiExpand, GetApis};
//!
//! let apis = GetApis::new().expand(ApiExpand::Scopes);
//! assert_eq!(apis.request(&api)?.uri().query(), Some("expand=scopes"));
//!
//! let response = http::Response::new(
//!     r#"{"apis":[{"id":"838f208d006a","audience":"https://api.example.com",
//!         "scopes":[{"id":"api_scope_1","key":"read:reports"}]}]}"#,
//! );
//! let mut apis = apis.response(&response)?.apis.into_iter();
//! let reports = apis.find(|api| api.audience.as_deref() == Some("https://api.example.com")).unwrap_or_default();
//! let scope = reports.scopes.into_iter().find(|scope| scope.key == Some("read:reports".into())).unwrap_or_default();
//!
//! if let (Some(api_id), Some(scope_id)) = (reports.id, scope.id) {
//!     let request = AddApiApplicationScope::new(api_id, "3b0b5c6c8fcc464f", scope_id).request(&api)?;
//!     assert_eq!(request.uri().path(), "/api/v1/apis/838f208d006a/applications/3b0b5c6c8fcc464f/scopes/api_scope_1");
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#[expect(clippy::module_inception, reason = "the family is named by the noun of its path, as in every area")]
mod apis;
mod applications;
mod scopes;

pub use apis::{
    AddApis, ApiApplication, ApiApplicationType, ApiExpand, ApiItem, CreateApisResponse, CreatedApi, DeleteApi,
    DeleteApiResponse, GetApi, GetApiResponse, GetApis, GetApisResponse, RegisteredApi,
};
pub use applications::{
    AddApiApplicationScope, ApiApplicationOperation, AuthorizeAppApiResponse, DeleteApiApplicationScope,
    UpdateApiApplication, UpdateApiApplications,
};
pub use scopes::{
    AddApiScope, ApiScope, ApiScopeItem, CreateApiScopesResponse, CreatedApiScope, DeleteApiScope, GetApiScope,
    GetApiScopeResponse, GetApiScopes, GetApiScopesResponse, UpdateApiScope,
};

use crate::Operation;

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::apis::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.operation_id == "getAPIs"));
/// ```
pub static OPERATIONS: &[Operation] = &[
    Operation::of::<GetApis>(),
    Operation::of::<AddApis>(),
    Operation::of::<GetApi>(),
    Operation::of::<DeleteApi>(),
    Operation::of::<GetApiScopes>(),
    Operation::of::<AddApiScope>(),
    Operation::of::<GetApiScope>(),
    Operation::of::<UpdateApiScope>(),
    Operation::of::<DeleteApiScope>(),
    Operation::of::<UpdateApiApplications>(),
    Operation::of::<AddApiApplicationScope>(),
    Operation::of::<DeleteApiApplicationScope>(),
];

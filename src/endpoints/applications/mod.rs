//! Applications: their settings, connections, access roles, properties and tokens.
//!
//! A program that calls an API is an application of the type `m2m`. For example, to make one for each customer; the
//! answer has the id and the secret that the program signs in with:
//!
//! ```
//! # use kinde_api::{Api, Endpoint};
//! # let api = Api::new("https://acme.kinde.com", "a-token")?;
//! use kinde_api::Credentials;
//! use kinde_api::applications::{ApplicationType, CreateApplication};
//!
//! let worker = CreateApplication::new("Worker", ApplicationType::M2m).org_code("org_1ccfb819462");
//! assert_eq!(worker.request(&api)?.body(), br#"{"name":"Worker","type":"m2m","org_code":"org_1ccfb819462"}"#);
//!
//! let response = http::Response::new(
//!     r#"{"application":{"id":"3b0b5c6c8fcc464f","client_id":"3b0b5c6c8fcc464f","client_secret":"s3cret"}}"#,
//! );
//! let made = worker.response(&response)?.application.unwrap_or_default();
//! if let (Some(id), Some(secret)) = (made.client_id, made.client_secret) {
//!     let credentials = Credentials::client(id.as_str(), secret.expose());
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The id of an application is its client id. Its redirect and logout URLs are in [`callbacks`](crate::callbacks), the
//! APIs that it may use in [`apis`](crate::apis).

mod access_roles;
#[expect(clippy::module_inception, reason = "the family is named by the noun of its path, as in every area")]
mod applications;
mod connections;
mod properties;
mod tokens;

pub use access_roles::{
    AddApplicationAccessRole, ApplicationAccessRole, GetApplicationAccessRoles, GetApplicationAccessRolesResponse,
    RemoveApplicationAccessRole,
};
pub use applications::{
    Application, ApplicationItem, ApplicationSort, ApplicationType, CreateApplication, CreateApplicationResponse,
    CreatedApplication, DeleteApplication, GetApplication, GetApplicationResponse, GetApplications,
    GetApplicationsResponse, UpdateApplication,
};
pub use connections::{EnableConnection, GetApplicationConnections, RemoveConnection};
pub use properties::{GetApplicationPropertyValues, UpdateApplicationsProperty};
pub use tokens::UpdateApplicationTokens;

use crate::Operation;
pub use crate::SuccessResponse;
pub use crate::connections::{Connection, GetConnectionsResponse};
pub use crate::properties::{GetPropertyValuesResponse, PropertyValue};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::applications::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.operation_id == "getApplications"));
/// ```
pub static OPERATIONS: &[Operation] = &[
    Operation::of::<GetApplications>(),
    Operation::of::<CreateApplication>(),
    Operation::of::<GetApplication>(),
    Operation::of::<UpdateApplication>(),
    Operation::of::<DeleteApplication>(),
    Operation::of::<GetApplicationConnections>(),
    Operation::of::<EnableConnection>(),
    Operation::of::<RemoveConnection>(),
    Operation::of::<GetApplicationAccessRoles>(),
    Operation::of::<AddApplicationAccessRole>(),
    Operation::of::<RemoveApplicationAccessRole>(),
    Operation::of::<GetApplicationPropertyValues>(),
    Operation::of::<UpdateApplicationsProperty>(),
    Operation::of::<UpdateApplicationTokens>(),
];

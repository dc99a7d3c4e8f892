//! The URLs of an application that sign-in and sign-out may lead back to.
//!
//! Kinde sends users to no other URL. A preview deployment, for example, adds its own URL when it starts and removes it
//! when it ends:
//!
//! ```
//! # use kinde_api::{Api, Endpoint};
//! # let api = Api::new("https://acme.kinde.com", "a-token")?;
//! use kinde_api::callbacks::{AddRedirectCallbackUrls, DeleteCallbackUrls};
//!
//! let urls = ["https://preview-17.example.com/callback"];
//!
//! let added = AddRedirectCallbackUrls::new("3b0b5c6c8fcc464f", urls).request(&api)?;
//! assert_eq!(added.body(), br#"{"urls":["https://preview-17.example.com/callback"]}"#);
//!
//! let deleted = DeleteCallbackUrls::new("3b0b5c6c8fcc464f", urls).request(&api)?;
//! assert_eq!(deleted.uri().query(), Some("urls=https%3A%2F%2Fpreview-17.example.com%2Fcallback"));
//! # Ok::<(), kinde_api::RequestError>(())
//! ```
//!
//! The scopes of the two lists are spelled differently: `read:applications_redirect_uris`, but
//! `read:application_logout_uris`.

mod logout_urls;
mod redirect_urls;

pub use logout_urls::{
    AddLogoutRedirectUrls, DeleteLogoutUrls, GetLogoutUrls, LogoutRedirectUrls, ReplaceLogoutRedirectUrls,
};
pub use redirect_urls::{
    AddRedirectCallbackUrls, DeleteCallbackUrls, GetCallbackUrls, RedirectCallbackUrls, ReplaceRedirectCallbackUrls,
};

use crate::Operation;
pub use crate::SuccessResponse;

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::callbacks::OPERATIONS;
///
/// assert!(OPERATIONS.iter().any(|operation| operation.operation_id == "getCallbackURLs"));
/// ```
pub static OPERATIONS: &[Operation] = &[
    Operation::of::<GetCallbackUrls>(),
    Operation::of::<AddRedirectCallbackUrls>(),
    Operation::of::<ReplaceRedirectCallbackUrls>(),
    Operation::of::<DeleteCallbackUrls>(),
    Operation::of::<GetLogoutUrls>(),
    Operation::of::<AddLogoutRedirectUrls>(),
    Operation::of::<ReplaceLogoutRedirectUrls>(),
    Operation::of::<DeleteLogoutUrls>(),
];

//! A client for Kinde's Management API, over any HTTP stack or a blocking one that comes with it.
//!
//! Each operation is a plain value with two pure functions: one turns its inputs into an [`http::Request`], the other turns
//! the [`http::Response`] into its output. Sending is up to you, or to a [`Client`].
//!
//! New here? Begin with [getting started](guide::getting_started); the [guide] has all pages:
//!
//! | you want | read |
//! |---|---|
//! | a first call; where id, secret and scopes come from | [`guide::getting_started`] |
//! | an operation, with its request and scope | [`guide::operations`] |
//! | the id of something whose address, key or name you know | [`guide::names_to_ids`] |
//! | to understand an error | [`guide::errors`] |
//! | to live with rate limits | [`guide::rate_limits`] |
//! | log lines, progress, a dry run | [`guide::logging`] |
//! | an async program, or an HTTP stack of your own | [`guide::async_stacks`] |
//! | tests without an account or a network | [`guide::testing`] |
//! | to know what Kinde does that one would not expect | [`guide::surprises`] |
//!
//! # One request
//!
//! An endpoint is a struct with the name of the operation in Kinde's reference. `new` takes what is required; the rest
//! are setters. [`Api`] knows the origin and the token.
//!
//! ```
//! use kinde_api::organizations::GetOrganizationUsers;
//! use kinde_api::{Api, Endpoint};
//!
//! let api = Api::new("https://acme.kinde.com", "a-token")?;
//! let members = GetOrganizationUsers::new("org_1ccfb819462").roles(["admin"]).page_size(50);
//!
//! let request: http::Request<Vec<u8>> = members.request(&api)?;
//! assert_eq!(
//!     request.uri(),
//!     "https://acme.kinde.com/api/v1/organizations/org_1ccfb819462/users?page_size=50&roles=admin"
//! );
//! # Ok::<(), kinde_api::RequestError>(())
//! ```
//!
//! An input that would change which endpoint is called, or make the request malformed, is a [`RequestError`] here, before
//! anything is sent: an empty id, `..` for an id, a line end in a token. Kinde's own limits are left to Kinde.
//!
//! # One response
//!
//! Send the request with whatever you have, and hand the response back. A 2xx from Kinde is a success; everything else is a
//! [`ResponseError`] that keeps status, headers and body.
//!
//! ```
//! use kinde_api::Endpoint;
//! use kinde_api::organizations::GetOrganizationUsers;
//!
//! let members = GetOrganizationUsers::new("org_1ccfb819462");
//!
//! let response = http::Response::new(r#"{"organization_users":[{"id":"kp_1","full_name":"Member One"}]}"#);
//! let page = members.response(&response)?;
//! assert_eq!(page.organization_users[0].full_name.as_deref(), Some("Member One"));
//!
//! let refused = r#"{"errors":[{"code":"SCOPE_MISSING","message":"Scope is missing: read:organization_users"}]}"#;
//! let response = http::Response::builder().status(403).body(refused)?;
//! let error = members.response(&response).unwrap_err();
//! assert_eq!((error.status().as_u16(), error.code()), (403, Some("SCOPE_MISSING")));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Every scalar of an output is an `Option`, every list a `Vec`, and enums keep values that this version does not know:
//! Kinde sends nulls that it does not declare, and adds to what it sends.
//!
//! # All pages
//!
//! Lists come in pages, of ten items unless you ask for more. [`Paged::next_page`] makes the endpoint of the next page, as
//! pure as the rest; [`Client::items`] follows all of them.
//!
//! # A client
//!
//! [`Client`] does the rest over any [`Transport`], such as a closure: it fetches a token and keeps it, waits out rate
//! limits, tries again what is safe to try again, and follows pages. The feature `ureq` brings a transport that is ready
//! for use:
//!
//! ```no_run
//! # #[cfg(feature = "ureq")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use kinde_api::Credentials;
//! use kinde_api::organizations::{AddOrganizationUser, AddOrganizationUsers, GetOrganizationUsers};
//!
//! let client = kinde_api::ureq::client("https://acme.kinde.com", Credentials::client("an-id", "a-secret"))?;
//!
//! let admin = AddOrganizationUser::new("kp_c3143a4b50ad43c88e541d9077681782").roles(["admin"]);
//! client.send(&AddOrganizationUsers::new("org_1ccfb819462", [admin]))?;
//!
//! for member in client.items(GetOrganizationUsers::new("org_1ccfb819462")) {
//!     println!("{:?}", member?.full_name);
//! }
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "ureq"))]
//! # fn main() {}
//! ```
//!
//! [`Error`] says what failed: the inputs, the token, the transport, or what Kinde answered. [`Retry`] sets when and how
//! often to try again, [`Credentials`] are the way to a token, an observer is told of each [`Event`], and [`to_curl`] shows a
//! request without its secrets.
//!
//! # Operations
//!
//! Each area of Kinde's reference is a module: [`users`], [`organizations`], [`roles`], …. [`guide::operations`] is a table of
//! all, [`operations()`] lists them with their scopes, and [`Endpoint`] shows how to add one that this crate lacks.
//!
//! # Features
//!
//! All are off by default.
//!
//! | feature | brings |
//! |---|---|
//! | `ureq` | [`ureq::client`][client]: a transport with rustls, ready for use |
//! | `ureq-platform-verifier` | the same, trusting the [certificates] that the system trusts |
//! | `ureq-agent` | [`ureq::UreqTransport`][transport] over an agent of your own, with TLS of your own choice |
//! | `ureq-socks-proxy` | SOCKS [proxies] for both |
//! | `emulator` | an in-memory Kinde to test against |
//!
//! [client]: https://docs.rs/kinde-api/latest/kinde_api/ureq/fn.client.html
//! [certificates]: https://docs.rs/kinde-api/latest/kinde_api/ureq/#whose-certificates-are-trusted
//! [transport]: https://docs.rs/kinde-api/latest/kinde_api/ureq/struct.UreqTransport.html
//! [proxies]: https://docs.rs/kinde-api/latest/kinde_api/ureq/#proxies
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod client;
mod date_time;
#[cfg(feature = "emulator")]
pub mod emulator;
mod endpoints;
pub mod guide;
mod id;
mod nullable;
mod open_enum;
mod secret;
mod token;
#[cfg(feature = "ureq-agent")]
#[cfg_attr(docsrs, doc(cfg(feature = "ureq-agent")))]
pub mod ureq;
mod wire;

pub use client::Client;
pub use client::boxed::{BoxError, BoxTransport};
pub use client::call::{Call, Step};
pub use client::clock::{Clock, SystemClock};
pub use client::error::{CallError, Error};
pub use client::observer::{Event, Failure, WaitReason};
pub use client::pages::{Items, Pages};
pub use client::repeatable::Repeatable;
pub use client::retry::Retry;
pub use client::session::Session;
pub use client::token_wait::TokenWait;
pub use client::transport::{Attempt, Transport};
pub use date_time::DateTime;
pub use endpoints::success::SuccessResponse;
pub use endpoints::{
    api_keys, apis, applications, billing_agreements, billing_entitlements, billing_meter_usage, business, callbacks,
    connected_apps, connections, directories, environment_variables, environments, feature_flags, identities,
    industries, mfa, operations, organizations, permissions, properties, property_categories, roles, search,
    subscribers, timezones, users, webhooks,
};
pub use id::{
    ApiId, ApiKeyId, ApplicationId, BillingAgreementId, BillingCustomerId, ConnectionId, DirectoryId,
    EnvironmentVariableId, EventId, FactorId, FeatureFlagKey, IdentityId, InviteCode, OrgCode, PermissionId,
    PermissionKey, PropertyCategoryId, PropertyId, PropertyKey, RoleId, RoleKey, ScopeId, ScopeKey, SubscriberId,
    UserId, WebhookId,
};
pub use nullable::Nullable;
pub use secret::Secret;
pub use token::credentials::Credentials;
pub use token::error::TokenError;
pub use token::request::{Token, TokenRequest};
pub use wire::api::Api;
pub use wire::curl::to_curl;
pub use wire::endpoint::{Endpoint, Operation};
pub use wire::error::{DecodeError, ErrorDetail, RequestError, ResponseError};
pub use wire::error_code::ErrorCode;
pub use wire::paged::Paged;
pub use wire::request::RequestBuilder;

/// The rules by which a page leads to the next one, for a [`Paged`] of your own.
pub mod paging {
    pub use crate::wire::paged::{next_id, next_token};
}

/// The examples of the README, as tests.
#[cfg(all(doctest, feature = "ureq", feature = "emulator"))]
#[doc = include_str!("../README.md")]
pub struct Readme;

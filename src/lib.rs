//! A blocking, sans-IO client for Kinde's Organizations API.
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod api;
mod client;
mod client_error;
mod clock;
mod credentials;
mod curl;
mod decode;
mod endpoint;
mod error;
mod id;
mod multipart;
mod nullable;
mod open_enum;
pub mod organizations;
mod paging;
mod request;
mod response;
mod retry;
mod token;
mod token_cache;
mod tokens;
mod transport;
#[cfg(feature = "ureq-agent")]
#[cfg_attr(docsrs, doc(cfg(feature = "ureq-agent")))]
pub mod ureq;

pub use api::Api;
pub use client::{Attempt, Client};
pub use client_error::{Error, TokenError};
pub use clock::Clock;
pub use credentials::Credentials;
pub use curl::to_curl;
pub use endpoint::{Endpoint, Operation};
pub use error::{DecodeError, ErrorDetail, RequestError, ResponseError};
pub use id::{
    ApiId, ConnectionId, FactorId, FeatureFlagKey, InviteCode, OrgCode, PermissionId, PermissionKey, PropertyKey,
    RoleId, RoleKey, ScopeId, UserId,
};
pub use nullable::Nullable;
pub use paging::{Items, Paged, Pages};
pub use request::RequestBuilder;
pub use retry::Retry;
pub use token::{Token, TokenRequest};
pub use transport::Transport;

//! A blocking, sans-IO client for Kinde's Organizations API.
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod api;
mod decode;
mod endpoint;
mod error;
mod id;
mod multipart;
mod nullable;
mod open_enum;
pub mod organizations;
mod request;
mod response;
mod transport;

pub use api::Api;
pub use endpoint::{Endpoint, Operation};
pub use error::{DecodeError, ErrorDetail, RequestError, ResponseError};
pub use id::{
    ApiId, ConnectionId, FactorId, FeatureFlagKey, InviteCode, OrgCode, PermissionId, PermissionKey, PropertyKey,
    RoleId, RoleKey, ScopeId, UserId,
};
pub use nullable::Nullable;
pub use request::RequestBuilder;
pub use transport::Transport;

//! A blocking, sans-IO client for Kinde's Organizations API.
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod id;
mod nullable;
mod open_enum;
mod transport;

pub use id::{
    ApiId, ConnectionId, FactorId, FeatureFlagKey, InviteCode, OrgCode, PermissionId, PermissionKey, PropertyKey,
    RoleId, RoleKey, ScopeId, UserId,
};
pub use nullable::Nullable;
pub use transport::Transport;

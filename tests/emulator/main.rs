//! The emulator, asked by way of the library's own endpoints.

mod authorization;
mod connections;
mod errors;
mod faults;
mod feature_flags;
mod figures;
mod invites;
mod logos;
mod loopback;
mod mfa;
mod organization;
mod paging;
mod passkey;
mod properties;
mod requests;
mod robustness;
mod roles;
mod sessions;
mod user_api_scopes;
mod user_mfa;
mod user_permissions;
mod user_roles;
mod users;
mod world;

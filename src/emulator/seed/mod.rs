//! What is put in beforehand: a file a thing, its type and its method together.

mod api;
mod application;
mod connection;
mod environment;
mod event;
mod feature_flag;
mod mfa_factor;
mod organization;
mod permission;
mod property;
mod role;
mod sign_in;
mod user;

pub use feature_flag::FeatureFlag;
pub use permission::Permission;
pub use property::Property;
pub use role::Role;
pub use user::User;

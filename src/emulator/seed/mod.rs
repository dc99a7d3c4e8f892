//! What is put in beforehand: a file a thing, its type and its method together.

mod api;
mod application;
mod billing;
mod connected_app;
mod connection;
mod environment;
mod event;
mod feature_flag;
mod mfa_factor;
mod organization;
mod permission;
mod property;
mod role;
mod session;
mod sign_in;
mod user;

pub use billing::{BillingFeature, BillingOwner, BillingPlan};
pub use feature_flag::FeatureFlag;
pub use permission::Permission;
pub use property::Property;
pub use role::Role;
pub use session::Session;
pub use user::User;

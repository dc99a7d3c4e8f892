//! The emulator, asked by way of the library's own endpoints.
//!
//! An area of the API is a module or a folder, named as in `src/endpoints`; the other modules are of what all areas have in
//! common.

mod authorization;
mod errors;
mod events;
mod every_operation;
mod faults;
mod figures;
mod loopback;
mod paging;
mod requests;
mod robustness;
mod world;

mod api_keys;
mod apis;
mod applications;
mod billing_agreements;
mod billing_entitlements;
mod billing_meter_usage;
mod business;
mod callbacks;
mod connected_apps;
mod connections;
mod directories;
mod environment_variables;
mod environments;
mod feature_flags;
mod identities;
mod industries;
mod mfa;
mod organizations;
mod permissions;
mod properties;
mod property_categories;
mod roles;
mod search;
mod subscribers;
mod timezones;
mod users;
mod webhooks;

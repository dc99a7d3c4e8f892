//! Directories: where an organization's own system keeps its users.

use serde::Deserialize;

use super::register::Registered;
use crate::emulator::unknown::Thing;
use crate::{ConnectionId, DirectoryId, OrgCode, Secret};

#[derive(Debug)]
pub(crate) struct Directory {
    pub(crate) id: DirectoryId,
    pub(crate) name: String,
    pub(crate) endpoint_id: String,
    pub(crate) secret_token: Secret,
    /// An organization has one at most.
    pub(crate) organization_code: OrgCode,
    /// The enterprise connection of its users.
    pub(crate) connection_id: Option<ConnectionId>,
    pub(crate) created_on: u64,
}

/// Where the users come from: it is asked for, and never told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum DirectoryProvider {
    #[serde(rename = "entra_id_azure_ad")]
    EntraId,
    #[serde(rename = "okta")]
    Okta,
    #[serde(rename = "google_workspace")]
    GoogleWorkspace,
    #[serde(rename = "custom_scim_v2")]
    Custom,
    #[serde(rename = "cyberark")]
    CyberArk,
    #[serde(rename = "jumpcloud")]
    JumpCloud,
    #[serde(rename = "onelogin")]
    OneLogin,
    #[serde(rename = "pingfederate")]
    PingFederate,
    #[serde(rename = "rippling")]
    Rippling,
}

impl Registered for Directory {
    const THING: Thing = Thing::Directory;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

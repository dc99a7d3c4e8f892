//! Directories that an organization provisions its users from.
//!
//! A directory at an identity provider, such as Okta or Entra ID, tells Kinde about users by SCIM. Its administrator
//! needs the endpoint and the token that [`CreateDirectory`] answers with:
//!
//! ```
//! use kinde_api::Endpoint;
//! use kinde_api::directories::{CreateDirectory, DirectoryProvider};
//!
//! let create = CreateDirectory::new("org_1", "Staff", DirectoryProvider::Okta);
//! let answer = create.response(&http::Response::new(
//!     r#"{"directory":{"id":"dir_1","directory_endpoint_id":"endpoint_1","secret_token":"s3cret"}}"#,
//! ))?;
//! let directory = answer.directory.unwrap_or_default();
//! assert_eq!(directory.directory_endpoint_id.as_deref(), Some("endpoint_1"));
//! assert_eq!(directory.secret_token, Some("s3cret".into()));
//! # Ok::<(), kinde_api::ResponseError>(())
//! ```

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_id;
use crate::{
    Api, ConnectionId, DateTime, DirectoryId, Endpoint, Operation, OrgCode, RequestBuilder, RequestError, Secret,
};

/// All operations of this area, in the order of Kinde's OpenAPI document.
///
/// ```
/// use kinde_api::directories::OPERATIONS;
///
/// assert!(OPERATIONS.iter().all(|operation| operation.scope.ends_with(":scim_directories")));
/// ```
pub static OPERATIONS: &[Operation] = &[
    Operation::of::<GetDirectories>(),
    Operation::of::<CreateDirectory>(),
    Operation::of::<GetDirectory>(),
    Operation::of::<UpdateDirectory>(),
    Operation::of::<DeleteDirectory>(),
];

/// `GET /api/v1/directories`: the directories of all organizations, or of one.
///
/// Scope: `read:scim_directories`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetDirectoriesResponse`].
/// [`Client::items`](crate::Client::items) gives each [`Directory`] of all pages.
///
/// ```
/// use kinde_api::directories::{DirectoryStatus, GetDirectories};
/// use kinde_api::Endpoint;
///
/// let directories = GetDirectories::new().organization_code("org_1");
///
/// let response = http::Response::new(r#"{"directories":[{"id":"dir_1","status":"Active"}],"has_more":false}"#);
/// let page = directories.response(&response)?;
/// assert_eq!(page.directories[0].status, Some(DirectoryStatus::Active));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/directories/get/api/v1/directories)
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetDirectories {
    /// How many results a page has; 50 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the id of the last directory of the page before.
    pub starting_after: Option<String>,
    /// Only those of this organization.
    pub organization_code: Option<OrgCode>,
}

options! {
    /// All of them, in Kinde's order.
    GetDirectories::new() {
        page_size: plain u32;
        starting_after: into String;
        organization_code: into OrgCode;
    }
}

impl Endpoint for GetDirectories {
    type Output = GetDirectoriesResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/directories";
    const OPERATION_ID: &'static str = "getDirectories";
    const SCOPE: &'static str = "read:scim_directories";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .query("page_size", self.page_size)
            .query("starting_after", self.starting_after.as_ref())
            .query_not_empty("organization_code", self.organization_code.as_ref())
            .build()
    }
}

pages_by_id!(GetDirectories: directories of Directory by id);

/// What [`GetDirectories`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetDirectoriesResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// Whether there are more than these.
    pub has_more: Option<bool>,
    /// The directories of this page.
    pub directories: Vec<Directory>,
}

fields!(GetDirectoriesResponse { code, message, has_more, directories: page required });

/// A directory, as [`GetDirectories`] lists them and [`GetDirectory`] gives one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Directory {
    /// The id.
    pub id: Option<DirectoryId>,
    /// Its name for people.
    pub directory_name: Option<String>,
    /// The id of the endpoint that the identity provider calls.
    pub directory_endpoint_id: Option<String>,
    /// The token that the identity provider calls it with.
    pub secret_token: Option<Secret>,
    /// Whether it works.
    pub status: Option<DirectoryStatus>,
    /// The organization that the directory belongs to.
    pub organization_code: Option<OrgCode>,
    /// The enterprise connection by which its users sign in.
    pub enterprise_connection_id: Option<ConnectionId>,
    /// The name of that connection.
    pub enterprise_connection_name: Option<String>,
    /// When the last synchronisation of users began.
    pub last_sync_started_at: Option<DateTime>,
    /// When the last synchronisation of users was complete.
    pub last_sync_completed_at: Option<DateTime>,
    /// What went wrong in the last synchronisation.
    pub last_sync_error: Option<String>,
    /// When it was made.
    pub created_on: Option<DateTime>,
}

fields!(Directory {
    id,
    directory_name,
    directory_endpoint_id,
    secret_token,
    status,
    organization_code,
    enterprise_connection_id,
    enterprise_connection_name,
    last_sync_started_at,
    last_sync_completed_at,
    last_sync_error,
    created_on,
});

open_enum! {
    /// Whether a directory works, as in [`GetDirectories`].
    pub enum DirectoryStatus {
        /// It has not been called yet.
        Pending = "Pending",
        /// It is being tried.
        Validating = "Validating",
        /// It works.
        Active = "Active",
        /// It is turned off.
        Inactive = "Inactive",
        /// It does not work.
        Error = "Error",
    }
}

open_enum! {
    /// The identity provider of a directory, as in [`CreateDirectory`].
    pub enum DirectoryProvider {
        /// Microsoft Entra ID.
        EntraIdAzureAd = "entra_id_azure_ad",
        /// Okta.
        Okta = "okta",
        /// Google Workspace.
        GoogleWorkspace = "google_workspace",
        /// Any other that speaks SCIM 2.
        CustomScimV2 = "custom_scim_v2",
        /// `CyberArk`.
        Cyberark = "cyberark",
        /// `JumpCloud`.
        Jumpcloud = "jumpcloud",
        /// `OneLogin`.
        Onelogin = "onelogin",
        /// `PingFederate`.
        Pingfederate = "pingfederate",
        /// Rippling.
        Rippling = "rippling",
    }
}

/// `GET /api/v1/directories/{directory_id}`: one directory, with its token.
///
/// Scope: `read:scim_directories`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetDirectoryResponse`].
///
/// An unknown directory is a 404 with the code `DIRECTORY_NOT_FOUND`.
///
/// ```
/// use kinde_api::{Endpoint, directories::GetDirectory};
///
/// let response = http::Response::new(r#"{"directory":{"id":"dir_1","directory_name":"Staff"}}"#);
/// let directory = GetDirectory::new("dir_1").response(&response)?.directory.unwrap_or_default();
/// assert_eq!(directory.directory_name.as_deref(), Some("Staff"));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/directories/get/api/v1/directories/{directory_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetDirectory {
    /// The directory.
    pub directory_id: DirectoryId,
}

impl GetDirectory {
    /// The directory with this id.
    #[must_use]
    pub fn new(directory_id: impl Into<DirectoryId>) -> Self {
        Self { directory_id: directory_id.into() }
    }
}

impl Endpoint for GetDirectory {
    type Output = GetDirectoryResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/directories/{directory_id}";
    const OPERATION_ID: &'static str = "getDirectory";
    const SCOPE: &'static str = "read:scim_directories";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.directory_id).build()
    }
}

/// What [`GetDirectory`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetDirectoryResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The directory.
    pub directory: Option<Directory>,
}

fields!(GetDirectoryResponse { code, message, directory });

/// `POST /api/v1/directories`: makes a directory for an organization.
///
/// Scope: `create:scim_directories`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreateDirectoryResponse`].
///
/// An organization has one at most: a second is a 409 with the code `DIRECTORY_EXISTS`. It needs an enterprise
/// connection (`NO_ENTERPRISE_CONNECTIONS`), and if it has several, you must name the [one to
/// use](Self::enterprise_connection_id) (`ENTERPRISE_CONNECTION_REQUIRED`). Kinde answers 201; a 409 was seen although
/// the directory had been made. The provider can't be read back.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::directories::CreateDirectory;
///
/// let request = CreateDirectory::new("org_1", "Staff", "okta").request(&api)?;
/// assert_eq!(request.body(), br#"{"org_code":"org_1","directory_name":"Staff","provider_code":"okta"}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/directories/post/api/v1/directories)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateDirectory {
    /// The organization that the directory will belong to.
    pub org_code: OrgCode,
    /// Its name for people.
    pub directory_name: String,
    /// The identity provider.
    pub provider_code: DirectoryProvider,
    /// The enterprise connection by which its users sign in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enterprise_connection_id: Option<ConnectionId>,
}

options! {
    CreateDirectory::new(org_code: into OrgCode, directory_name: into String, provider_code: into DirectoryProvider) {
        enterprise_connection_id: into ConnectionId;
    }
}

impl Endpoint for CreateDirectory {
    type Output = CreateDirectoryResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/directories";
    const OPERATION_ID: &'static str = "createDirectory";
    const SCOPE: &'static str = "create:scim_directories";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).json(self).build()
    }
}

/// What [`CreateDirectory`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateDirectoryResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The directory that was made, with its token.
    pub directory: Option<Directory>,
}

fields!(CreateDirectoryResponse { code, message, directory });

/// `PATCH /api/v1/directories/{directory_id}`: renames a directory.
///
/// Scope: `update:scim_directories`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`UpdateDirectoryResponse`].
///
/// If nothing is set, Kinde answers 400 with the code `NO_FIELDS_TO_UPDATE`.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::directories::UpdateDirectory;
///
/// let rename = UpdateDirectory::new("dir_1").directory_name("All staff");
/// assert_eq!(rename.request(&api)?.body(), br#"{"directory_name":"All staff"}"#);
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/directories/patch/api/v1/directories/{directory_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateDirectory {
    /// The directory.
    #[serde(skip)]
    pub directory_id: DirectoryId,
    /// Its name for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub directory_name: Option<String>,
}

options! {
    UpdateDirectory::new(directory_id: into DirectoryId) {
        directory_name: into String;
    }
}

impl Endpoint for UpdateDirectory {
    type Output = UpdateDirectoryResponse;
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/api/v1/directories/{directory_id}";
    const OPERATION_ID: &'static str = "updateDirectory";
    const SCOPE: &'static str = "update:scim_directories";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.directory_id).json(self).build()
    }
}

/// What [`UpdateDirectory`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct UpdateDirectoryResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The directory as it is now.
    pub directory: Option<Directory>,
}

fields!(UpdateDirectoryResponse { code, message, directory });

/// `DELETE /api/v1/directories/{directory_id}`: deletes a directory and everything that belongs to it.
///
/// Scope: `delete:scim_directories`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`DeleteDirectoryResponse`].
///
/// It can't be undone: the identity provider's calls are refused from then on.
///
/// ```
/// use kinde_api::{Endpoint, directories::DeleteDirectory};
///
/// let response = http::Response::new(r#"{"code":"OK","directory_id":"dir_1"}"#);
/// assert_eq!(DeleteDirectory::new("dir_1").response(&response)?.directory_id, Some("dir_1".into()));
/// # Ok::<(), kinde_api::ResponseError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/directories/delete/api/v1/directories/{directory_id})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteDirectory {
    /// The directory.
    pub directory_id: DirectoryId,
}

impl DeleteDirectory {
    /// The directory with this id.
    #[must_use]
    pub fn new(directory_id: impl Into<DirectoryId>) -> Self {
        Self { directory_id: directory_id.into() }
    }
}

impl Endpoint for DeleteDirectory {
    type Output = DeleteDirectoryResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/directories/{directory_id}";
    const OPERATION_ID: &'static str = "deleteDirectory";
    const SCOPE: &'static str = "delete:scim_directories";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.directory_id).build()
    }
}

/// What [`DeleteDirectory`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct DeleteDirectoryResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The directory that was deleted.
    pub directory_id: Option<DirectoryId>,
}

fields!(DeleteDirectoryResponse { code, message, directory_id });

//! Invitations to an organization.

use http::{Method, Request};
use serde::Serialize;

use crate::endpoints::inputs::options;
use crate::open_enum::open_enum;
use crate::wire::fields::fields;
use crate::wire::paged::pages_by_token;
use crate::{
    Api, DateTime, Endpoint, InviteCode, Nullable, OrgCode, RequestBuilder, RequestError, RoleKey, SuccessResponse,
};

/// `GET /api/v1/organization/{org_code}/invites`: the invitations to an organization that are pending.
///
/// Scope: `read:organization_invites`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is a page, [`GetOrganizationInvitesResponse`].
/// [`Client::items`](crate::Client::items) gives each [`OrganizationInvite`] of all pages.
///
/// An invitation is pending until it is accepted or revoked.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::{GetOrganizationInvites, InviteSort};
///
/// let invites = GetOrganizationInvites::new("org_1ccfb819462")
///     .sort(InviteSort::CreatedOnDesc)
///     .include_accepted(true);
/// assert_eq!(
///     invites.request(&api)?.uri().query(),
///     Some("sort=created_on_desc&include_accepted=true")
/// );
///
/// let response = http::Response::new(
///     r#"{"invites":[{"email":"member17@example.com","roles":[{"key":"admin"}]}]}"#,
/// );
/// let page = invites.response(&response)?;
/// assert_eq!(page.invites[0].email.as_deref(), Some("member17@example.com"));
/// assert_eq!(page.invites[0].roles[0].key, Some("admin".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organization/{org_code}/invites)
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetOrganizationInvites {
    /// The organization.
    pub org_code: OrgCode,
    /// The field and direction to sort by.
    pub sort: Option<InviteSort>,
    /// How many results a page has; 10 unless set, at most 500.
    pub page_size: Option<u32>,
    /// Where to go on: the `next_token` of the page before. Its form is Kinde's own.
    pub next_token: Option<String>,
    /// Whether to list revoked invitations too; no unless set.
    pub include_revoked: Option<bool>,
    /// Whether to list accepted invitations too; no unless set.
    pub include_accepted: Option<bool>,
}

options! {
    /// All that are pending.
    GetOrganizationInvites::new(org_code: into OrgCode) {
        sort: into InviteSort;
        page_size: plain u32;
        next_token: into String;
        include_revoked: plain bool;
        include_accepted: plain bool;
    }
}

impl Endpoint for GetOrganizationInvites {
    type Output = GetOrganizationInvitesResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organization/{org_code}/invites";
    const OPERATION_ID: &'static str = "getOrganizationInvites";
    const SCOPE: &'static str = "read:organization_invites";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api)
            .path(&self.org_code)
            .query("sort", self.sort.as_ref())
            .query("page_size", self.page_size)
            .query("next_token", self.next_token.as_ref())
            .query("include_revoked", self.include_revoked)
            .query("include_accepted", self.include_accepted)
            .build()
    }
}

pages_by_token!(GetOrganizationInvites: invites of OrganizationInvite);

/// What [`GetOrganizationInvites`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetOrganizationInvitesResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The invitations of this page.
    pub invites: Vec<OrganizationInvite>,
    /// Where to go on; absent or empty where there is nothing more.
    pub next_token: Option<String>,
}

fields!(GetOrganizationInvitesResponse { code, message, invites: page required, next_token });

/// An invitation to an organization, as [`GetOrganizationInvites`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct OrganizationInvite {
    /// The id of the invitation; endpoints want its code.
    pub id: Option<String>,
    /// The code of the invitation.
    pub code: Option<InviteCode>,
    /// The address that is invited.
    pub email: Option<String>,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// First and last name.
    pub full_name: Option<String>,
    /// When it was made, as Kinde writes it.
    pub created_on: Option<DateTime>,
    /// Whether an e-mail is on its way.
    pub is_sent: Option<bool>,
    /// When it was accepted.
    pub accepted_on: Option<DateTime>,
    /// The roles that come with it.
    pub roles: Vec<OrganizationInviteRole>,
    /// Whether it was revoked.
    pub is_revoked: Option<bool>,
    /// The link to pass on. Whoever has it can accept the invitation.
    pub invite_link: Option<String>,
}

fields!(OrganizationInvite {
    id,
    code,
    email,
    first_name,
    last_name,
    full_name,
    created_on,
    is_sent,
    accepted_on,
    roles: list,
    is_revoked,
    invite_link,
});

/// A role that comes with an invitation, as [`GetOrganizationInvites`] lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct OrganizationInviteRole {
    /// Its key.
    pub key: Option<RoleKey>,
    /// Its name.
    pub name: Option<String>,
}

fields!(OrganizationInviteRole { key, name });

/// `GET /api/v1/organization/{org_code}/invites/{invite_code}`: one invitation.
///
/// Scope: `read:organization_invites`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`GetOrganizationInviteResponse`].
///
/// An unknown invitation is a 404.
///
/// ```
/// use kinde_api::{Endpoint, organizations::GetOrganizationInvite};
///
/// let invite = GetOrganizationInvite::new("org_1ccfb819462", "inv_abc123def456");
///
/// let response = http::Response::new(r#"{"code":"inv_abc123def456","accepted_on":null}"#);
/// let answer = invite.response(&response)?;
/// assert_eq!(answer.code, Some("inv_abc123def456".into()));
/// assert_eq!(answer.accepted_on, None);
///
/// let response = http::Response::builder().status(404).body("")?;
/// assert!(invite.response(&response).unwrap_err().is_not_found());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/get/api/v1/organization/{org_code}/invites/{invite_code})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetOrganizationInvite {
    /// The organization.
    pub org_code: OrgCode,
    /// The invitation, by code, not by id.
    pub invite_code: InviteCode,
}

impl GetOrganizationInvite {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, invite_code: impl Into<InviteCode>) -> Self {
        Self { org_code: org_code.into(), invite_code: invite_code.into() }
    }
}

impl Endpoint for GetOrganizationInvite {
    type Output = GetOrganizationInviteResponse;
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/api/v1/organization/{org_code}/invites/{invite_code}";
    const OPERATION_ID: &'static str = "getOrganizationInvite";
    const SCOPE: &'static str = "read:organization_invites";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.invite_code).build()
    }
}

/// What [`GetOrganizationInvite`] answers: the invitation itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct GetOrganizationInviteResponse {
    /// A message for people.
    pub message: Option<String>,
    /// The id of the invitation; endpoints want its code.
    pub id: Option<String>,
    /// The code of the invitation; not a code for the success.
    pub code: Option<InviteCode>,
    /// The address that is invited.
    pub email: Option<String>,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// First and last name.
    pub full_name: Option<String>,
    /// When it was made, as Kinde writes it.
    pub created_on: Option<DateTime>,
    /// Whether an e-mail is on its way.
    pub is_sent: Option<bool>,
    /// When it was accepted.
    pub accepted_on: Option<DateTime>,
    /// The roles that come with it.
    pub roles: Vec<OrganizationInviteRole>,
    /// Whether it was revoked.
    pub is_revoked: Option<bool>,
    /// The link to pass on. Whoever has it can accept the invitation.
    pub invite_link: Option<String>,
}

fields!(GetOrganizationInviteResponse {
    message,
    id,
    code,
    email,
    first_name,
    last_name,
    full_name,
    created_on,
    is_sent,
    accepted_on,
    roles: list,
    is_revoked,
    invite_link,
});

/// `POST /api/v1/organization/{org_code}/invites`: invites somebody to an organization.
///
/// Scope: `create:organization_invites`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`CreateOrganizationInviteResponse`].
///
/// Kinde takes addresses of up to 254 characters and names of up to 64, limits how many invitations an organization
/// makes in 24 hours and has open at a time, and refuses them where a directory manages the members. A role that needs
/// a permission to be handed out is refused to a caller without it. Invitations have to be switched on in Kinde first.
/// A refusal has a code such as `EMAIL_TOO_LONG`.
///
/// An invitation doesn't expire: it is pending until it is accepted or [revoked](DeleteOrganizationInvite). It can't be
/// sent a second time.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::CreateOrganizationInvite;
///
/// let invite = CreateOrganizationInvite::new("org_1", "member17@example.com", ["admin"]);
/// let request = invite.request(&api)?;
/// assert_eq!(request.body(), br#"{"email":"member17@example.com","roles":["admin"]}"#);
///
/// // Nothing was sent by e-mail: this link is to be passed on.
/// let response = http::Response::new(
///     r#"{"invite":{"is_sent":false,"invite_link":"https://acme.kinde.com/…"}}"#,
/// );
/// let link = invite.response(&response)?.invite.and_then(|invite| invite.invite_link);
/// assert_eq!(link.as_deref(), Some("https://acme.kinde.com/…"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/post/api/v1/organization/{org_code}/invites)
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateOrganizationInvite {
    /// The organization.
    #[serde(skip)]
    pub org_code: OrgCode,
    /// The address to invite.
    pub email: String,
    /// The first name.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub first_name: Nullable<String>,
    /// The last name.
    #[serde(skip_serializing_if = "Nullable::is_absent")]
    pub last_name: Nullable<String>,
    /// The roles that come with it, by key; at least one.
    pub roles: Vec<RoleKey>,
    /// Whether Kinde sends the invitation by e-mail; if it doesn't, which is the default, pass on the link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send_email: Option<bool>,
}

options! {
    CreateOrganizationInvite::new(org_code: into OrgCode, email: into String, roles: list RoleKey) {
        first_name: nullable String;
        last_name: nullable String;
        send_email: plain bool;
    }
}

impl Endpoint for CreateOrganizationInvite {
    type Output = CreateOrganizationInviteResponse;
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/api/v1/organization/{org_code}/invites";
    const OPERATION_ID: &'static str = "createOrganizationInvite";
    const SCOPE: &'static str = "create:organization_invites";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).json(self).build()
    }
}

/// What [`CreateOrganizationInvite`] answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct CreateOrganizationInviteResponse {
    /// A code for the success, such as `OK`. Don't compare it: the status tells success.
    pub code: Option<String>,
    /// A message for people.
    pub message: Option<String>,
    /// The invitation.
    pub invite: Option<OrganizationInvite>,
}

fields!(CreateOrganizationInviteResponse { code, message, invite });

/// `DELETE /api/v1/organization/{org_code}/invites/{invite_code}`: revokes an invitation.
///
/// Scope: `delete:organization_invites`.
///
/// Send it with [`Client::send`](crate::Client::send); the output is [`SuccessResponse`].
///
/// **It can't be undone**: the link never works again. The invitation stays in the list of revoked ones. An unknown
/// invitation is a 404.
///
/// ```
/// # use kinde_api::{Api, Endpoint};
/// # let api = Api::new("https://acme.kinde.com", "a-token")?;
/// use kinde_api::organizations::DeleteOrganizationInvite;
///
/// let request = DeleteOrganizationInvite::new("org_1", "inv_abc123def456").request(&api)?;
/// assert_eq!(request.uri().path(), "/api/v1/organization/org_1/invites/inv_abc123def456");
///
/// // A server may shorten `…/invites/..` to the path that deletes the organization.
/// assert!(DeleteOrganizationInvite::new("org_1", "..").request(&api).is_err());
/// # Ok::<(), kinde_api::RequestError>(())
/// ```
///
/// [Kinde's reference](https://docs.kinde.com/kinde-apis/management/#tag/organizations/delete/api/v1/organization/{org_code}/invites/{invite_code})
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DeleteOrganizationInvite {
    /// The organization.
    pub org_code: OrgCode,
    /// The invitation, by code, not by id.
    pub invite_code: InviteCode,
}

impl DeleteOrganizationInvite {
    /// With the required inputs.
    #[must_use]
    pub fn new(org_code: impl Into<OrgCode>, invite_code: impl Into<InviteCode>) -> Self {
        Self { org_code: org_code.into(), invite_code: invite_code.into() }
    }
}

impl Endpoint for DeleteOrganizationInvite {
    type Output = SuccessResponse;
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/api/v1/organization/{org_code}/invites/{invite_code}";
    const OPERATION_ID: &'static str = "deleteOrganizationInvite";
    const SCOPE: &'static str = "delete:organization_invites";

    #[inline]
    fn request(&self, api: &Api) -> Result<Request<Vec<u8>>, RequestError> {
        RequestBuilder::new::<Self>(api).path(&self.org_code).path(&self.invite_code).build()
    }
}

open_enum! {
    /// How to sort invitations, for [`GetOrganizationInvites`].
    pub enum InviteSort {
        /// The oldest first.
        CreatedOnAsc = "created_on_asc",
        /// The newest first.
        CreatedOnDesc = "created_on_desc",
        /// By address, A to Z.
        EmailAsc = "email_asc",
        /// By address, Z to A.
        EmailDesc = "email_desc",
        /// By name, A to Z.
        NameAsc = "name_asc",
        /// By name, Z to A.
        NameDesc = "name_desc",
    }
}

//! What operations take but never tell, for a test to look at.

use super::Emulator;
use super::received::ReceivedRequest;
use super::state::Business;
use super::unknown::{Thing, Unknown};
use crate::organizations::{LogoType, ReplaceOrganizationMfa, UpdateOrganizationSessions};
use crate::{ApiId, OrgCode, ScopeId, UserId};

/// A scope of an API that is [registered](Emulator::add_api) with the business.
///
/// What a member was given is told by [`Emulator::member_api_scopes`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApiScope {
    /// The API.
    pub api_id: ApiId,
    /// The audience of the API.
    pub audience: String,
    /// The scope.
    pub id: ScopeId,
    /// The key of the scope, such as `read:reports`.
    pub key: String,
}

impl Emulator {
    /// Everything that the emulator was sent, the oldest first.
    #[must_use]
    pub fn requests(&self) -> Vec<ReceivedRequest> {
        self.with(|business| business.requests.clone())
    }

    /// Forgets what it was sent until now.
    ///
    /// ```
    /// use kinde_api::{emulator::Emulator, organizations::GetOrganizations};
    ///
    /// let emulator = Emulator::new();
    /// emulator.client().send(&GetOrganizations::new())?;
    /// assert_eq!(emulator.requests().len(), 2, "the call, and before it that for a token");
    /// emulator.clear_requests();
    /// assert!(emulator.requests().is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn clear_requests(&self) {
        self.with(|business| business.requests.clear());
    }

    /// Keeps what it is sent for [`requests`](Self::requests), or not; it does unless said. A server that runs for long
    /// must not.
    ///
    /// ```
    /// use kinde_api::{emulator::Emulator, organizations::GetOrganizations};
    ///
    /// let emulator = Emulator::new();
    /// emulator.keep_requests(false);
    /// emulator.client().send(&GetOrganizations::new())?;
    /// assert!(emulator.requests().is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn keep_requests(&self, keeps: bool) {
        self.with(|business| business.keeps_requests = keeps);
    }

    /// What [`ReplaceOrganizationMfa`] last set for an organization; `None` before.
    ///
    /// ```
    /// use kinde_api::organizations::{MfaFactor, ReplaceOrganizationMfa};
    /// use kinde_api::{Api, Endpoint, emulator::Emulator};
    ///
    /// let emulator = Emulator::new();
    /// let acme = emulator.add_organization("Acme");
    /// let api = Api::new("https://acme.kinde.com", emulator.token())?;
    /// emulator.respond(ReplaceOrganizationMfa::new(&acme, [MfaFactor::Email]).request(&api)?)?;
    /// let mfa = emulator.organization_mfa(&acme)?.unwrap();
    /// assert_eq!(mfa.enabled_factors, [MfaFactor::Email]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such organization.
    pub fn organization_mfa(&self, org_code: impl Into<OrgCode>) -> Result<Option<ReplaceOrganizationMfa>, Unknown> {
        let org_code = org_code.into();
        self.with(|business| Ok(business.organizations.get(org_code.as_str())?.mfa.clone()))
    }

    /// What all calls of [`UpdateOrganizationSessions`] together set for an organization.
    ///
    /// # Errors
    ///
    /// Where there is no such organization.
    pub fn organization_sessions(&self, org_code: impl Into<OrgCode>) -> Result<UpdateOrganizationSessions, Unknown> {
        let org_code = org_code.into();
        self.with(|business| Ok(business.organizations.get(org_code.as_str())?.sessions.clone()))
    }

    /// The bytes of an organization's logo; `None` where it has none.
    ///
    /// # Errors
    ///
    /// Where there is no such organization.
    pub fn organization_logo(
        &self,
        org_code: impl Into<OrgCode>,
        r#type: impl Into<LogoType>,
    ) -> Result<Option<Vec<u8>>, Unknown> {
        let (org_code, r#type) = (org_code.into(), r#type.into());
        self.with(|business| {
            let logos = &business.organizations.get(org_code.as_str())?.logos;
            Ok(logos.get(&r#type).map(|logo| logo.bytes.clone()))
        })
    }

    /// The API scopes of a member, in the order in which they were given.
    ///
    /// ```
    /// use kinde_api::emulator::Emulator;
    /// use kinde_api::organizations::{AddOrganizationUser, AddOrganizationUserApiScope};
    ///
    /// let emulator = Emulator::new();
    /// let (api_id, scope_ids) = emulator.add_api("https://api.example.com", ["read:reports"]);
    /// let user = emulator.add_user("member17@example.com");
    /// let org_code = emulator.default_organization();
    /// emulator.add_members(&org_code, [AddOrganizationUser::new(&user)])?;
    ///
    /// let scope = AddOrganizationUserApiScope::new(&org_code, &user, api_id, &scope_ids[0]);
    /// emulator.client().send(&scope)?;
    /// assert_eq!(emulator.member_api_scopes(&org_code, &user)?[0].key, "read:reports");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such organization, or the user is no member of it.
    pub fn member_api_scopes(
        &self,
        org_code: impl Into<OrgCode>,
        user_id: impl Into<UserId>,
    ) -> Result<Vec<ApiScope>, Unknown> {
        let (org_code, user_id) = (org_code.into(), user_id.into());
        self.with(|business| {
            let members = &business.organizations.get(org_code.as_str())?.members;
            let number =
                business.users.number(user_id.as_str()).map_err(|_| Thing::Member.unknown(user_id.as_str()))?;
            let held = &members.get(number, user_id.as_str())?.api_scopes;
            Ok(held.iter().filter_map(|id| ApiScope::of(business, id.as_str())).collect())
        })
    }
}

impl ApiScope {
    fn of(business: &Business, id: &str) -> Option<Self> {
        let (api, scope) = business.apis.scope(id).ok()?;
        Some(Self {
            api_id: api.id.clone(),
            audience: api.audience.clone(),
            id: scope.id.clone(),
            key: scope.key.clone(),
        })
    }
}

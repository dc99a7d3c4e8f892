//! What operations take but never tell, for a test to look at.

use std::collections::BTreeMap;

use super::Emulator;
use super::received::ReceivedRequest;
use super::state::Business;
use super::unknown::{Thing, Unknown};
use crate::applications::UpdateApplicationTokens;
use crate::billing_meter_usage::CreateMeterUsageRecord;
use crate::connections::ConnectionOptions;
use crate::mfa::ReplaceMfa;
use crate::organizations::{LogoType, ReplaceOrganizationMfa, UpdateOrganizationSessions};
use crate::users::SetUserPassword;
use crate::{ApiId, ApplicationId, ConnectionId, FeatureFlagKey, OrgCode, ScopeId, UserId};

/// A scope of an API that is [registered](Emulator::add_api) with the business.
///
/// [`Emulator::member_api_scopes`] lists those of a member.
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
    /// All requests that the emulator got, the oldest first.
    #[must_use]
    pub fn requests(&self) -> Vec<ReceivedRequest> {
        self.with(|business| business.requests.clone())
    }

    /// Forgets the requests that it got until now.
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

    /// Sets whether it keeps requests for [`requests`](Self::requests). By default it does. A server that runs for long
    /// should not: each request stays in memory.
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
    /// If there is no such organization.
    pub fn organization_mfa(&self, org_code: impl Into<OrgCode>) -> Result<Option<ReplaceOrganizationMfa>, Unknown> {
        let org_code = org_code.into();
        self.with(|business| Ok(business.organizations.get(org_code.as_str())?.mfa.clone()))
    }

    /// What an organization's calls of [`UpdateOrganizationSessions`] have set, all taken together.
    ///
    /// # Errors
    ///
    /// If there is no such organization.
    pub fn organization_sessions(&self, org_code: impl Into<OrgCode>) -> Result<UpdateOrganizationSessions, Unknown> {
        let org_code = org_code.into();
        self.with(|business| Ok(business.organizations.get(org_code.as_str())?.sessions.clone()))
    }

    /// The bytes of an organization's logo; `None` without a logo.
    ///
    /// # Errors
    ///
    /// If there is no such organization.
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
    /// If there is no such organization, or the user is not a member.
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

/// What no operation reads back.
impl Emulator {
    /// What an application's calls of [`UpdateApplicationTokens`] have set, all taken together.
    ///
    /// ```
    /// use kinde_api::applications::UpdateApplicationTokens;
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// let client_id = emulator.client_id();
    /// let nothing_yet = UpdateApplicationTokens::new(&client_id);
    /// assert_eq!(emulator.application_tokens(&client_id)?, nothing_yet);
    /// # Ok::<(), kinde_api::emulator::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no such application.
    pub fn application_tokens(
        &self,
        application_id: impl Into<ApplicationId>,
    ) -> Result<UpdateApplicationTokens, Unknown> {
        let application_id = application_id.into();
        self.with(|business| Ok(business.applications.get(application_id.as_str())?.tokens.clone()))
    }

    /// What [`ReplaceMfa`] last set for the environment; `None` before.
    ///
    /// ```
    /// assert_eq!(kinde_api::emulator::Emulator::new().environment_mfa(), None);
    /// ```
    #[must_use]
    pub fn environment_mfa(&self) -> Option<ReplaceMfa> {
        self.with(|business| business.environment.mfa.clone())
    }

    /// The values of feature flags that a user has instead of those of the organization and the environment, as text.
    ///
    /// ```
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// let user = emulator.add_user("member1@example.com");
    /// assert!(emulator.user_feature_flags(user)?.is_empty());
    /// # Ok::<(), kinde_api::emulator::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no such user.
    pub fn user_feature_flags(&self, user_id: impl Into<UserId>) -> Result<BTreeMap<FeatureFlagKey, String>, Unknown> {
        let user_id = user_id.into();
        self.with(|business| Ok((*business.users.get(user_id.as_str())?.feature_flags).clone()))
    }

    /// What [`SetUserPassword`] last set for a user; `None` before.
    ///
    /// ```
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// let user = emulator.add_user("member1@example.com");
    /// assert_eq!(emulator.user_password(user)?, None);
    /// # Ok::<(), kinde_api::emulator::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no such user.
    pub fn user_password(&self, user_id: impl Into<UserId>) -> Result<Option<SetUserPassword>, Unknown> {
        let user_id = user_id.into();
        self.with(|business| Ok(business.users.get(user_id.as_str())?.password.as_deref().cloned()))
    }

    /// Everything that [`CreateMeterUsageRecord`] has recorded, the oldest first.
    ///
    /// ```
    /// assert!(kinde_api::emulator::Emulator::new().meter_usage().is_empty());
    /// ```
    #[must_use]
    pub fn meter_usage(&self) -> Vec<CreateMeterUsageRecord> {
        self.with(|business| business.billing.meter_usage.clone())
    }

    /// The options of a connection, with their secrets.
    ///
    /// ```
    /// use kinde_api::connections::ConnectionOptions;
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// let google = emulator.add_connection("Google", "oauth2:google");
    /// assert_eq!(emulator.connection_options(google)?, ConnectionOptions::new());
    /// # Ok::<(), kinde_api::emulator::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no such connection.
    pub fn connection_options(&self, connection_id: impl Into<ConnectionId>) -> Result<ConnectionOptions, Unknown> {
        let connection_id = connection_id.into();
        self.with(|business| Ok(business.connections.get(connection_id.as_str())?.options.clone()))
    }
}

impl ApiScope {
    pub(super) fn of(business: &Business, id: &str) -> Option<Self> {
        let (api, scope) = business.apis.scope(id).ok()?;
        Some(Self {
            api_id: api.id.clone(),
            audience: api.audience.clone(),
            id: scope.id.clone(),
            key: scope.key.clone(),
        })
    }
}

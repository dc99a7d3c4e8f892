//! Applications: who asks for tokens, and where users are sent.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Business;
use super::register::{Number, Registered};
use crate::applications::UpdateApplicationTokens;
use crate::emulator::unknown::{Thing, Unknown};
use crate::{ApplicationId, ConnectionId, OrgCode, PropertyKey, Secret};

#[derive(Debug)]
pub(crate) struct Application {
    /// The client id.
    pub(crate) id: ApplicationId,
    pub(crate) name: String,
    pub(crate) r#type: ApplicationType,
    /// Absent where the application runs in the hands of its users.
    pub(crate) client_secret: Option<Secret>,
    /// The only organization that it is for.
    pub(crate) org_code: Option<OrgCode>,
    pub(crate) settings: ApplicationSettings,
    /// Where users may be sent after they have signed in.
    pub(crate) redirect_urls: Vec<String>,
    /// Where users may be sent after they have signed out.
    pub(crate) logout_urls: Vec<String>,
    /// In the order in which they were enabled.
    pub(crate) connections: Vec<ConnectionId>,
    /// Numbers of the roles that let users in, where access is controlled.
    pub(crate) access_roles: Vec<Number>,
    pub(crate) properties: BTreeMap<PropertyKey, String>,
    /// What all calls together have set.
    pub(crate) tokens: UpdateApplicationTokens,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ApplicationType {
    /// A web application with a back end.
    Reg,
    /// A front end alone.
    Spa,
    /// Machine to machine.
    M2m,
    Device,
}

impl ApplicationType {
    /// What an API calls the type of those that may use it.
    pub(crate) fn display_name(self) -> &'static str {
        match self {
            Self::Reg => "Back-end web",
            Self::Spa => "Front-end and mobile",
            Self::M2m => "Machine to machine (M2M)",
            Self::Device => "Device and IoT",
        }
    }

    /// Whether it can keep a secret.
    pub(crate) fn has_secret(self) -> bool {
        matches!(self, Self::Reg | Self::M2m)
    }
}

/// What an application is set to, beside what has rules of its own.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "Kinde has these switches, and each means nothing but itself")]
pub(crate) struct ApplicationSettings {
    pub(crate) language_key: Option<String>,
    pub(crate) login_uri: Option<String>,
    pub(crate) homepage_uri: Option<String>,
    pub(crate) has_cancel_button: bool,
    pub(crate) is_access_control_enabled: bool,
    pub(crate) is_allow_faceless_auth: bool,
    pub(crate) is_ask_for_name: bool,
    pub(crate) has_marketing_consent: bool,
    pub(crate) has_sign_in_link_on_sign_up_page: bool,
    pub(crate) has_register_link_on_sign_in_page: bool,
    pub(crate) has_sign_in_with_sso_button: bool,
    pub(crate) use_gravatar_fallback: bool,
}

impl Application {
    pub(crate) fn new(
        id: ApplicationId,
        name: String,
        r#type: ApplicationType,
        client_secret: Option<Secret>,
        org_code: Option<OrgCode>,
    ) -> Self {
        Self {
            tokens: UpdateApplicationTokens::new(&id),
            id,
            name,
            r#type,
            client_secret,
            org_code,
            settings: ApplicationSettings::default(),
            redirect_urls: Vec::new(),
            logout_urls: Vec::new(),
            connections: Vec::new(),
            access_roles: Vec::new(),
            properties: BTreeMap::new(),
        }
    }
}

impl Registered for Application {
    const THING: Thing = Thing::Application;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Business {
    pub(crate) fn add_application(
        &mut self,
        name: String,
        r#type: ApplicationType,
        org_code: Option<OrgCode>,
    ) -> ApplicationId {
        let id = ApplicationId::from(self.random.hex(32));
        let client_secret = r#type.has_secret().then(|| Secret::from(self.random.secret()));
        self.applications.add(Application::new(id.clone(), name, r#type, client_secret, org_code));
        id
    }

    /// Deletes an application: it can use no API any more, and its tokens die.
    pub(crate) fn remove_application(&mut self, id: &str) -> Result<Application, Unknown> {
        let number = self.applications.number(id)?;
        self.apis.forget_application(number);
        self.authorization.revoke_of(id);
        self.applications.remove(number).ok_or_else(|| Thing::Application.unknown(id))
    }
}

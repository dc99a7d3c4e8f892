//! How a program steers an emulator that it serves: what it sets up, and what it takes over from another one.

use http::{Request, Response};

use super::state::Business;
use super::state::applications::Application;
use super::unknown::Unknown;
use super::{Emulator, Misbehaviour};
use crate::{ApplicationId, OrgCode, Secret};

impl Emulator {
    /// Carries an operation out without asking for a token. Faults and the rate limit don't affect the request, and it is
    /// not among the [`requests`](Self::requests).
    ///
    /// ```
    /// use kinde_api::{Api, Endpoint, emulator::Emulator, organizations::CreateOrganization};
    ///
    /// let emulator = Emulator::new();
    /// let api = Api::new("https://acme.kinde.com", "no-token")?;
    /// assert_eq!(emulator.carry_out(CreateOrganization::new("Acme").request(&api)?).status(), 200);
    /// assert!(emulator.requests().is_empty());
    /// # Ok::<(), kinde_api::RequestError>(())
    /// ```
    #[must_use]
    pub fn carry_out(&self, request: Request<Vec<u8>>) -> Response<Vec<u8>> {
        self.with(|business| business.carry_out_unseen(request))
    }

    /// The next thing that is made gets this id or code. So what was read from one emulator can be added to another with
    /// the same ids. Make sure that nothing else has the id: the emulator does not check it.
    ///
    /// ```
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// emulator.choose_id("kp_17");
    /// assert_eq!(emulator.add_user("member17@example.com"), "kp_17");
    /// ```
    pub fn choose_id(&self, id: impl Into<String>) {
        self.with(|business| business.random.choose(id.into()));
    }

    /// Gives the machine-to-machine application another client id and secret. Its tokens end.
    ///
    /// ```
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// emulator.set_credentials("my-id", "my-secret");
    /// assert_eq!((emulator.client_id(), emulator.client_secret()), ("my-id".to_owned(), "my-secret".to_owned()));
    /// ```
    pub fn set_credentials(&self, client_id: impl Into<ApplicationId>, client_secret: impl Into<Secret>) {
        let (client_id, client_secret) = (client_id.into(), client_secret.into());
        self.with(|business| business.rename_own_application(client_id, client_secret));
    }

    /// Sets the client secret of an application, which no operation does.
    ///
    /// ```
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// emulator.set_client_secret(emulator.client_id(), "another-secret")?;
    /// assert_eq!(emulator.client_secret(), "another-secret");
    /// # Ok::<(), kinde_api::emulator::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no such application.
    pub fn set_client_secret(
        &self,
        application_id: impl Into<ApplicationId>,
        client_secret: impl Into<Secret>,
    ) -> Result<(), Unknown> {
        let (application_id, client_secret) = (application_id.into(), client_secret.into());
        self.with(|business| {
            business.applications.get_mut(application_id.as_str())?.client_secret = Some(client_secret);
            Ok(())
        })
    }

    /// Makes another organization the default one. Then the old default organization can be deleted.
    ///
    /// ```
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// let acme = emulator.add_organization("Acme");
    /// emulator.set_default_organization(&acme)?;
    /// assert_eq!(emulator.default_organization(), acme);
    /// # Ok::<(), kinde_api::emulator::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no such organization.
    pub fn set_default_organization(&self, org_code: impl Into<OrgCode>) -> Result<(), Unknown> {
        let org_code = org_code.into();
        self.with(|business| {
            business.organizations.get(org_code.as_str())?;
            for organization in business.organizations.iter_mut() {
                organization.is_default = organization.code == org_code;
            }
            business.default_organization = org_code;
            Ok(())
        })
    }

    /// Accepts the tokens that are valid at another emulator, so that a client can go on with the token that it has.
    ///
    /// ```
    /// use http::StatusCode;
    /// use kinde_api::{Api, Endpoint, emulator::Emulator, organizations::GetOrganizations};
    ///
    /// let (before, after) = (Emulator::new(), Emulator::new());
    /// let api = Api::new("https://acme.kinde.com", before.token())?;
    /// after.adopt_tokens(&before);
    /// assert_eq!(after.respond(GetOrganizations::new().request(&api)?)?.status(), StatusCode::OK);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn adopt_tokens(&self, other: &Self) {
        // One lock after the other: two emulators that take over from each other at once don't wait for ever.
        let tokens = other.with(|business| business.authorization.tokens().clone());
        self.with(|business| business.authorization.add_tokens(tokens));
    }

    /// The misbehaviours that are still to happen, in the order in which they were added. `times` is how often is left.
    ///
    /// ```
    /// use kinde_api::emulator::{Emulator, Fault, Misbehaviour};
    ///
    /// let emulator = Emulator::new();
    /// let closed = Misbehaviour::new(Fault::Closed).times(2);
    /// emulator.misbehave(closed.clone());
    /// assert_eq!(emulator.misbehaviours(), [closed]);
    /// ```
    #[must_use]
    pub fn misbehaviours(&self) -> Vec<Misbehaviour> {
        self.with(|business| business.faults.active().cloned().collect())
    }
}

impl Business {
    fn rename_own_application(&mut self, client_id: ApplicationId, client_secret: Secret) {
        let Ok(number) = self.applications.number(self.authorization.client_id.as_str()) else {
            return;
        };
        self.authorization.revoke_of(self.authorization.client_id.clone().as_str());
        let Some(application) = self.applications.remove(number) else {
            return;
        };
        let tokens = crate::applications::UpdateApplicationTokens {
            application_id: client_id.clone(),
            ..application.tokens.clone()
        };
        let renamed = Application { id: client_id.clone(), client_secret: Some(client_secret), tokens, ..application };
        let renamed = self.applications.add(renamed);
        self.apis.hand_over(number, renamed);
        self.authorization.client_id = client_id;
    }
}

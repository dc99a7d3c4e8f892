//! Sessions of users, put in: no operation signs a user in.

use crate::emulator::state::sessions;
use crate::emulator::{Emulator, Unknown};
use crate::{OrgCode, UserId};

/// Thirty days, in seconds.
const LIFETIME: u64 = 30 * 86_400;

/// A browser or a device that a user is signed in with, for [`Emulator::add_session`]. A user's id alone will do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Session {
    /// The user.
    pub user_id: UserId,
    /// The organization that the user has signed in to.
    pub org_code: Option<OrgCode>,
    /// The IP address of the user.
    pub ip_address: String,
    /// The user agent of the browser.
    pub user_agent: String,
}

impl Session {
    /// Of this user, without an organization, on this machine.
    #[must_use]
    pub fn new(user_id: impl Into<UserId>) -> Self {
        Self {
            user_id: user_id.into(),
            org_code: None,
            ip_address: "127.0.0.1".to_owned(),
            user_agent: "Mozilla/5.0".to_owned(),
        }
    }

    /// Sets the organization that the user has signed in to, as [`Emulator::add_session`] shows.
    #[must_use]
    pub fn org_code(mut self, org_code: impl Into<OrgCode>) -> Self {
        self.org_code = Some(org_code.into());
        self
    }

    /// Sets the IP address of the user, as [`Emulator::add_session`] shows.
    #[must_use]
    pub fn ip_address(mut self, ip_address: impl Into<String>) -> Self {
        self.ip_address = ip_address.into();
        self
    }

    /// Sets the user agent of the browser, as [`Emulator::add_session`] shows.
    #[must_use]
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = user_agent.into();
        self
    }
}

impl<T: Into<UserId>> From<T> for Session {
    fn from(user_id: T) -> Self {
        Self::new(user_id)
    }
}

impl Emulator {
    /// A user signs in through the application of the credentials, for thirty days. Returns the id of the session.
    ///
    /// ```
    /// use kinde_api::emulator::{Emulator, Session};
    ///
    /// let emulator = Emulator::new();
    /// let user = emulator.add_user("member1@example.com");
    /// emulator.add_session(&user)?;
    /// let there = Session::new(&user).org_code(emulator.default_organization());
    /// let id = emulator.add_session(there.ip_address("192.0.2.17").user_agent("curl/8.9.1"))?;
    /// assert!(id.starts_with("session_"));
    /// # Ok::<(), kinde_api::emulator::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no such user or organization.
    pub fn add_session(&self, session: impl Into<Session>) -> Result<String, Unknown> {
        let session = session.into();
        self.with(|business| {
            let user = business.users.number(session.user_id.as_str())?;
            if let Some(org_code) = &session.org_code {
                business.organizations.get(org_code.as_str())?;
            }
            let (id, now) = (business.random.id("session_0x"), business.now());
            let password = business.connections.iter().find(|connection| connection.strategy == "email:password");
            let session = sessions::Session {
                id: id.clone(),
                org_code: session.org_code,
                client_id: business.authorization.client_id.clone(),
                connection_id: password.map(|connection| connection.id.clone()),
                started_on: now,
                updated_on: now,
                expires_on: now.saturating_add(LIFETIME),
                ip_address: session.ip_address,
                user_agent: session.user_agent,
            };
            business.sessions.add(user, session);
            Ok(id)
        })
    }
}

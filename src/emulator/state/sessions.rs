//! Where users are signed in.

use std::collections::BTreeMap;

use super::register::Number;
use crate::{ApplicationId, ConnectionId, OrgCode};

/// The sessions by the number of the user, the oldest first.
#[derive(Debug, Default)]
pub(crate) struct Sessions(BTreeMap<Number, Vec<Session>>);

/// A browser or a device that a user is signed in with.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub(crate) id: String,
    pub(crate) org_code: Option<OrgCode>,
    pub(crate) client_id: ApplicationId,
    pub(crate) connection_id: Option<ConnectionId>,
    pub(crate) started_on: u64,
    pub(crate) updated_on: u64,
    pub(crate) expires_on: u64,
    pub(crate) ip_address: String,
    pub(crate) user_agent: String,
}

impl Sessions {
    pub(crate) fn add(&mut self, user: Number, session: Session) {
        self.0.entry(user).or_default().push(session);
    }

    pub(crate) fn of(&self, user: Number) -> &[Session] {
        self.0.get(&user).map_or(&[], Vec::as_slice)
    }

    /// Signs a user out everywhere.
    pub(crate) fn remove_all(&mut self, user: Number) {
        self.0.remove(&user);
    }

    /// The sessions of an organization go on without it.
    pub(super) fn forget_organization(&mut self, code: &str) {
        for session in self.0.values_mut().flatten() {
            session.org_code.take_if(|org_code| org_code == code);
        }
    }
}

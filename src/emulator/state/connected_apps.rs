//! Connected apps: other services that users let the business use in their name.

use std::collections::BTreeSet;

use super::register::{Number, Register, Registered};
use crate::emulator::unknown::{Thing, Unknown};
use crate::{OrgCode, Secret, UserId};

/// The apps by their reference, and who has begun to sign in to one.
#[derive(Debug, Default)]
pub(crate) struct ConnectedApps {
    apps: BTreeSet<String>,
    sessions: Register<ConnectedAppSession>,
}

#[derive(Debug)]
pub(crate) struct ConnectedAppSession {
    pub(crate) id: Secret,
    pub(crate) user_id: Option<UserId>,
    pub(crate) org_code: Option<OrgCode>,
    /// What the app gave when the user signed in, and until when it holds.
    pub(crate) access_token: Option<(Secret, u64)>,
}

impl Registered for ConnectedAppSession {
    const THING: Thing = Thing::ConnectedAppSession;

    fn id(&self) -> &str {
        self.id.expose()
    }
}

impl ConnectedApps {
    pub(crate) fn add(&mut self, key_code_ref: String) {
        self.apps.insert(key_code_ref);
    }

    /// Whether there is such an app.
    pub(crate) fn check(&self, key_code_ref: &str) -> Result<(), Unknown> {
        if self.apps.contains(key_code_ref) { Ok(()) } else { Err(Thing::ConnectedApp.unknown(key_code_ref)) }
    }

    pub(crate) fn begin(&mut self, session: ConnectedAppSession) {
        self.sessions.add(session);
    }

    /// A session by its id, which no message repeats: it is a secret.
    pub(crate) fn session_mut(&mut self, id: &str) -> Result<&mut ConnectedAppSession, Unknown> {
        self.sessions.get_mut(id).map_err(|_| Thing::ConnectedAppSession.unknown("that was given"))
    }

    pub(super) fn remove_of(&mut self, is_of: impl Fn(&ConnectedAppSession) -> bool) {
        let gone = self.sessions.numbered().filter(|(_, session)| is_of(session)).map(|(number, _)| number);
        let gone: Vec<Number> = gone.collect();
        for number in gone {
            self.sessions.remove(number);
        }
    }
}

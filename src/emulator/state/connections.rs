//! Connections: the ways to sign in.

use super::Business;
use super::register::{Register, Registered};
use super::users::User;
use crate::connections::ConnectionOptions;
use crate::emulator::random::Random;
use crate::emulator::unknown::{Thing, Unknown};
use crate::{ConnectionId, OrgCode};

#[derive(Debug)]
pub(crate) struct Connection {
    pub(crate) id: ConnectionId,
    pub(crate) name: String,
    pub(crate) display_name: String,
    pub(crate) strategy: String,
    /// Secrets and all; no operation reads them back.
    pub(crate) options: ConnectionOptions,
    /// The only organization that it is for, where it is an enterprise's.
    pub(crate) organization_code: Option<OrgCode>,
}

impl Registered for Connection {
    const THING: Thing = Thing::Connection;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Connection {
    /// Whether it leads to an identity provider of one organization.
    pub(crate) fn is_enterprise(&self) -> bool {
        ["saml:", "wsfed:"].iter().any(|family| self.strategy.starts_with(family)) || self.strategy == "oauth2:azure_ad"
    }
}

/// Those that every environment has: by address, number and name, without anybody else.
const BUILT_IN: [(&str, &str); 5] = [
    ("email:password", "Email and password"),
    ("email:otp", "Email and code"),
    ("phone:otp", "Phone and code"),
    ("username:password", "Username and password"),
    ("username:otp", "Username and code"),
];

/// The connections that there are at first.
pub(super) fn connections(random: &mut Random) -> Register<Connection> {
    let mut register = Register::default();
    for (strategy, name) in BUILT_IN {
        register.add(Connection {
            id: ConnectionId::from(random.id("conn_")),
            name: name.to_owned(),
            display_name: name.to_owned(),
            strategy: strategy.to_owned(),
            options: ConnectionOptions::new(),
            organization_code: None,
        });
    }
    register
}

impl Business {
    /// Deletes a connection: nobody signs in by it any more, and the identities that came of it go.
    pub(crate) fn remove_connection(&mut self, id: &str) -> Result<Connection, Unknown> {
        let number = self.connections.number(id)?;
        for organization in self.organizations.iter_mut() {
            organization.connections.remove(id);
        }
        for application in self.applications.iter_mut() {
            application.connections.retain(|connection| connection != id);
        }
        for directory in self.directories.iter_mut() {
            directory.connection_id.take_if(|connection| connection == id);
        }
        let identities = self.users.iter().flat_map(User::identities);
        let is_its = |connection: Option<&ConnectionId>| connection.is_some_and(|connection| connection == id);
        let identities = identities.filter(|identity| is_its(identity.kind.connection_id()));
        let identities: Vec<_> = identities.map(|identity| identity.id.clone()).collect();
        for identity in identities {
            self.remove_identity(identity.as_str())?;
        }
        self.connections.remove(number).ok_or_else(|| Thing::Connection.unknown(id))
    }
}

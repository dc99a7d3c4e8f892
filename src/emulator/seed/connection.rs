//! Connections, put in.

use crate::ConnectionId;
use crate::emulator::Emulator;
use crate::organizations::Connection;

impl Emulator {
    /// Adds an authentication connection to the environment, turned on for no organization yet.
    ///
    /// The name is the one that users see as well; a strategy is such as `oauth2:google`.
    pub fn add_connection(&self, name: impl Into<String>, strategy: impl Into<String>) -> ConnectionId {
        let name = name.into();
        self.with(|business| {
            let id = ConnectionId::from(business.random.id("conn_"));
            business.connections.push(Connection {
                id: Some(id.clone()),
                name: Some(name.clone()),
                display_name: Some(name),
                strategy: Some(strategy.into()),
                ..Connection::default()
            });
            id
        })
    }
}

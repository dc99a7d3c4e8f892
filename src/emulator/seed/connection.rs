//! Connections, put in.

use crate::ConnectionId;
use crate::connections::ConnectionOptions;
use crate::emulator::Emulator;
use crate::emulator::state::connections::Connection;

impl Emulator {
    /// Adds an authentication connection to the environment, turned on for no organization yet.
    ///
    /// The name is the one that users see as well; a strategy is such as `oauth2:google`.
    pub fn add_connection(&self, name: impl Into<String>, strategy: impl Into<String>) -> ConnectionId {
        let name = name.into();
        self.with(|business| {
            let id = ConnectionId::from(business.random.id("conn_"));
            business.connections.add(Connection {
                id: id.clone(),
                display_name: name.clone(),
                name,
                strategy: strategy.into(),
                options: ConnectionOptions::new(),
                organization_code: None,
            });
            id
        })
    }
}

//! Connections, put in.

use crate::ConnectionId;
use crate::connections::ConnectionOptions;
use crate::emulator::Emulator;
use crate::emulator::state::connections::Connection;

impl Emulator {
    /// Adds an authentication connection to the environment. It is not turned on for any organization yet.
    ///
    /// Users see the name. The strategy is `oauth2:google`, for example.
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

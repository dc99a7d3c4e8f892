//! Events, put in: those that no operation makes, such as that a user has signed in.

use serde_json::Value;

use crate::EventId;
use crate::emulator::Emulator;

impl Emulator {
    /// Adds an event that no operation causes. It has a type, such as `user.authenticated`, and data, which is a JSON
    /// object. The webhooks for the type [get it](Self::webhooks).
    ///
    /// ```
    /// use kinde_api::emulator::Emulator;
    /// use serde_json::json;
    ///
    /// let emulator = Emulator::new();
    /// let event = emulator.add_event("user.authenticated", json!({"user": {"id": "kp_17"}}));
    /// assert!(event.as_str().starts_with("event_"));
    /// ```
    pub fn add_event(&self, r#type: impl Into<String>, data: impl Into<Value>) -> EventId {
        let (r#type, data) = (r#type.into(), data.into());
        self.with(|business| business.record_code(&r#type, &data))
    }
}

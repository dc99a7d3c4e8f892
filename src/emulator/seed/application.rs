//! What the application of the credentials may do.

use std::collections::BTreeSet;

use crate::emulator::Emulator;

impl Emulator {
    /// Sets the scopes that are enabled on the machine-to-machine application: at first those of all operations. A
    /// token can be had for these alone.
    pub fn set_application_scopes(&self, scopes: impl IntoIterator<Item = impl Into<String>>) {
        let scopes: BTreeSet<String> = scopes.into_iter().map(Into::into).collect();
        self.with(|business| business.authorization.scopes = scopes);
    }

    /// Lets tokens be bought for one more audience than `/api` of the host that is asked.
    pub fn add_audience(&self, audience: impl Into<String>) {
        let audience = audience.into();
        self.with(|business| business.authorization.audiences.insert(audience));
    }
}

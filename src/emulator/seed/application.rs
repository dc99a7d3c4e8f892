//! What the application of the credentials may do.

use crate::emulator::Emulator;
use crate::emulator::state::Business;

impl Emulator {
    /// Sets the scopes of the machine-to-machine application: at first those of all operations. Its tokens have no
    /// others.
    pub fn set_application_scopes(&self, scopes: impl IntoIterator<Item = impl Into<String>>) {
        let scopes = scopes.into_iter().map(Into::into).collect();
        self.with(|business| business.set_own_scopes(scopes));
    }

    /// Allows tokens for one more audience. `/api` of the host that is asked is always allowed.
    pub fn add_audience(&self, audience: impl Into<String>) {
        let audience = audience.into();
        self.with(|business| business.authorization.audiences.insert(audience));
    }
}

impl Business {
    /// A scope that no operation has becomes one of Kinde's own API.
    fn set_own_scopes(&mut self, keys: Vec<String>) {
        let Ok(application) = self.applications.number(self.authorization.client_id.as_str()) else {
            return;
        };
        let Some(api) = self.apis.management_mut() else {
            return;
        };
        let scopes = keys.into_iter().map(|key| api.scope_or_add(key, &mut self.random)).collect();
        api.applications.insert(application, scopes);
    }
}

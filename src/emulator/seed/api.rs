//! APIs with their scopes, put in.

use crate::emulator::{ApiScope, Emulator};
use crate::{ApiId, ScopeId};

impl Emulator {
    /// Registers an API, by its audience, with its scopes: the ids of both, those of the scopes in their order.
    ///
    /// ```
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// let (api, scopes) = emulator.add_api("https://api.example.com", ["read:reports", "write:reports"]);
    /// assert_eq!(scopes.len(), 2);
    /// # let _ = api;
    /// ```
    pub fn add_api(
        &self,
        audience: impl Into<String>,
        scopes: impl IntoIterator<Item = impl Into<String>>,
    ) -> (ApiId, Vec<ScopeId>) {
        let audience = audience.into();
        let keys: Vec<String> = scopes.into_iter().map(Into::into).collect();
        self.with(|business| {
            let api_id = ApiId::from(business.random.hex(32));
            let mut ids = Vec::with_capacity(keys.len());
            for key in keys {
                let id = ScopeId::from(business.random.id("api_scope_"));
                ids.push(id.clone());
                business.api_scopes.push(ApiScope { api_id: api_id.clone(), audience: audience.clone(), id, key });
            }
            (api_id, ids)
        })
    }
}

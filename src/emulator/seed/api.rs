//! APIs with their scopes, put in.

use std::collections::BTreeMap;

use crate::emulator::Emulator;
use crate::emulator::state::apis::{Api, Scope};
use crate::{ApiId, ScopeId};

impl Emulator {
    /// Registers an API with an audience and scopes. Returns the id of the API, and those of the scopes in their order.
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
            let id = ApiId::from(business.random.hex(32));
            let scope = |key| Scope { id: ScopeId::from(business.random.id("api_scope_")), key, description: None };
            let scopes: Vec<Scope> = keys.into_iter().map(scope).collect();
            let ids = scopes.iter().map(|scope| scope.id.clone()).collect();
            business.apis.add(Api {
                id: id.clone(),
                name: audience.clone(),
                audience,
                is_management: false,
                scopes,
                applications: BTreeMap::new(),
            });
            (id, ids)
        })
    }
}

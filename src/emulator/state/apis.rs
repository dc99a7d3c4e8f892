//! APIs, their scopes, and which applications may use them.

use std::collections::BTreeMap;

use super::Business;
use super::register::{Number, Register, Registered};
use crate::emulator::random::Random;
use crate::emulator::unknown::{Thing, Unknown};
use crate::{ApiId, ScopeId, operations};

#[derive(Debug)]
pub(crate) struct Api {
    pub(crate) id: ApiId,
    pub(crate) name: String,
    pub(crate) audience: String,
    /// Whether it is Kinde's own, which can't be changed.
    pub(crate) is_management: bool,
    /// In the order in which they were made.
    pub(crate) scopes: Vec<Scope>,
    /// The numbers of the applications that may use it, each with the scopes that it was given.
    pub(crate) applications: BTreeMap<Number, Vec<ScopeId>>,
}

#[derive(Debug)]
pub(crate) struct Scope {
    pub(crate) id: ScopeId,
    pub(crate) key: String,
    pub(crate) description: Option<String>,
}

impl Registered for Api {
    const THING: Thing = Thing::Api;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Api {
    pub(crate) fn scope(&self, id: &str) -> Result<&Scope, Unknown> {
        self.scopes.iter().find(|scope| scope.id == *id).ok_or_else(|| Thing::ApiScope.unknown(id))
    }

    pub(crate) fn scope_mut(&mut self, id: &str) -> Result<&mut Scope, Unknown> {
        self.scopes.iter_mut().find(|scope| scope.id == *id).ok_or_else(|| Thing::ApiScope.unknown(id))
    }

    pub(crate) fn scope_by_key(&self, key: &str) -> Option<&Scope> {
        self.scopes.iter().find(|scope| scope.key == key)
    }

    /// The id of a scope, which is made where it isn't there.
    pub(crate) fn scope_or_add(&mut self, key: String, random: &mut Random) -> ScopeId {
        if let Some(scope) = self.scope_by_key(&key) {
            return scope.id.clone();
        }
        let id = ScopeId::from(random.id("api_scope_"));
        self.scopes.push(Scope { id: id.clone(), key, description: None });
        id
    }

    /// The keys of the scopes that an application was given; `None` where it may not use the API.
    pub(crate) fn granted(&self, application: Number) -> Option<impl Iterator<Item = &str>> {
        let given = self.applications.get(&application)?;
        Some(given.iter().filter_map(|id| self.scope(id.as_str()).ok()).map(|scope| scope.key.as_str()))
    }
}

/// The APIs of the environment, Kinde's own first.
#[derive(Debug)]
pub(crate) struct Apis {
    all: Register<Api>,
    management: Number,
}

impl Apis {
    /// Kinde's own alone, with a scope for each operation, all of which an application has.
    pub(super) fn new(application: Number, random: &mut Random) -> Self {
        let id = ApiId::from(random.hex(32));
        let mut api = Api {
            id,
            name: "Kinde Management API".to_owned(),
            // The host that is asked may be any.
            audience: "https://emulator.kinde.com/api".to_owned(),
            is_management: true,
            scopes: Vec::new(),
            applications: BTreeMap::new(),
        };
        for scope in operations().map(|operation| operation.scope).filter(|scope| !scope.is_empty()) {
            api.scope_or_add(scope.to_owned(), random);
        }
        api.applications.insert(application, api.scopes.iter().map(|scope| scope.id.clone()).collect());
        let mut all = Register::default();
        let management = all.add(api);
        Self { all, management }
    }

    pub(crate) fn add(&mut self, api: Api) {
        self.all.add(api);
    }

    pub(crate) fn get(&self, id: &str) -> Result<&Api, Unknown> {
        self.all.get(id)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Result<&mut Api, Unknown> {
        self.all.get_mut(id)
    }

    /// Kinde's own.
    pub(crate) fn management(&self) -> Option<&Api> {
        self.all.at(self.management)
    }

    pub(crate) fn management_mut(&mut self) -> Option<&mut Api> {
        self.all.at_mut(self.management)
    }

    pub(crate) fn by_audience(&self, audience: &str) -> Option<&Api> {
        self.all.iter().find(|api| api.audience == audience)
    }

    /// A scope by its id alone, with its API.
    pub(crate) fn scope(&self, id: &str) -> Result<(&Api, &Scope), Unknown> {
        let of_api = |api| Some((api, Api::scope(api, id).ok()?));
        self.all.iter().find_map(of_api).ok_or_else(|| Thing::ApiScope.unknown(id))
    }

    /// The oldest first.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &Api> {
        self.all.iter()
    }

    /// An application has a new number.
    pub(crate) fn hand_over(&mut self, from: Number, to: Number) {
        for api in self.all.iter_mut() {
            if let Some(scopes) = api.applications.remove(&from) {
                api.applications.insert(to, scopes);
            }
        }
    }

    /// Takes all APIs away from an application.
    pub(super) fn forget_application(&mut self, application: Number) {
        for api in self.all.iter_mut() {
            api.applications.remove(&application);
        }
    }
}

impl Business {
    /// Deletes an API with its scopes, wherever these were given, and its keys.
    pub(crate) fn remove_api(&mut self, id: &str) -> Result<Api, Unknown> {
        let number = self.apis.all.number(id)?;
        let scopes: Vec<ScopeId> = self.apis.get(id)?.scopes.iter().map(|scope| scope.id.clone()).collect();
        self.take_scopes_away(&scopes);
        self.api_keys.remove_of(|key| key.api_id == *id);
        self.apis.all.remove(number).ok_or_else(|| Thing::Api.unknown(id))
    }

    /// Deletes a scope of an API, and takes it away from applications, roles, members and keys.
    pub(crate) fn remove_scope(&mut self, api_id: &str, id: &str) -> Result<(), Unknown> {
        let scope_id = self.apis.get(api_id)?.scope(id)?.id.clone();
        self.take_scopes_away(&[scope_id]);
        self.apis.get_mut(api_id)?.scopes.retain(|scope| scope.id != *id);
        Ok(())
    }

    fn take_scopes_away(&mut self, gone: &[ScopeId]) {
        let is_gone = |scope: &ScopeId| gone.contains(scope);
        for api in self.apis.all.iter_mut() {
            api.applications.values_mut().for_each(|given| given.retain(|scope| !is_gone(scope)));
        }
        for role in self.roles.iter_mut() {
            role.scopes.retain(|scope| !is_gone(scope));
        }
        for organization in self.organizations.iter_mut() {
            organization.members.drop_scopes(is_gone);
        }
        for key in self.api_keys.iter_mut() {
            key.scopes.retain(|scope| !is_gone(scope));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Api, Scope};
    use crate::emulator::state::Business;
    use crate::emulator::state::api_keys::{ApiKey, ApiKeyType, NewApiKey};
    use crate::emulator::state::roles::Role;
    use crate::{ApiId, ScopeId, Secret};

    /// A business with the scopes `1` and `2` of the API `0`, given to its application, a role and a key.
    fn business() -> Business {
        let mut business = Business::new(0);
        let application = business.applications.number(business.authorization.client_id.as_str()).unwrap();
        let scopes = [ScopeId::from("1"), ScopeId::from("2")];
        let scope = |id: &ScopeId| Scope { id: id.clone(), key: format!("key:{id}"), description: None };
        business.apis.add(Api {
            id: ApiId::from("0"),
            name: "Reports".to_owned(),
            audience: "https://reports.example.com".to_owned(),
            is_management: false,
            scopes: scopes.iter().map(scope).collect(),
            applications: BTreeMap::from([(application, scopes.to_vec())]),
        });
        let role = Role::new("role".into(), "admin".into(), "Administrator".to_owned());
        business.roles.add(Role { scopes: scopes.to_vec(), ..role });
        let new = NewApiKey {
            name: "Key".to_owned(),
            r#type: ApiKeyType::Environment,
            api_id: ApiId::from("0"),
            scopes: scopes.to_vec(),
            user_id: None,
            org_code: None,
        };
        business.api_keys.add(ApiKey::new("api_key".into(), Secret::from("a-key"), new, 0));
        business
    }

    #[test]
    fn takes_a_scope_away_wherever_it_was_given() {
        let mut business = business();
        business.remove_scope("0", "1").unwrap();
        let api = business.apis.get("0").unwrap();
        assert_eq!(api.scopes.iter().map(|scope| scope.id.as_str()).collect::<Vec<_>>(), ["2"]);
        let kept = [ScopeId::from("2")];
        assert_eq!(api.applications.values().collect::<Vec<_>>(), [&kept]);
        assert_eq!(business.roles.get("role").unwrap().scopes, kept);
        assert_eq!(business.api_keys.get("api_key").unwrap().scopes, kept);
        assert!(business.remove_scope("0", "1").is_err());
    }

    #[test]
    fn takes_an_api_away_with_its_scopes_and_keys() {
        let mut business = business();
        business.remove_api("0").unwrap();
        assert!(business.apis.get("0").is_err());
        assert!(business.apis.scope("1").is_err());
        assert!(business.roles.get("role").unwrap().scopes.is_empty());
        assert!(business.api_keys.get("api_key").is_err());
        assert!(business.api_keys.by_secret_mut("a-key").is_none());
    }

    #[test]
    fn begins_with_a_scope_for_each_operation() {
        let business = Business::new(0);
        let api = business.apis.management().unwrap();
        for operation in crate::operations().filter(|operation| !operation.scope.is_empty()) {
            assert_eq!(
                api.scopes.iter().filter(|scope| scope.key == operation.scope).count(),
                1,
                "{}",
                operation.scope
            );
        }
    }
}

//! API keys, which others than Kinde's own API are called with.

use serde::{Deserialize, Serialize};

use super::register::{Index, Number, Register, Registered};
use crate::emulator::unknown::{Thing, Unknown};
use crate::{ApiId, ApiKeyId, OrgCode, ScopeId, Secret, UserId};

#[derive(Debug)]
pub(crate) struct ApiKey {
    pub(crate) id: ApiKeyId,
    pub(crate) name: String,
    pub(crate) r#type: ApiKeyType,
    pub(crate) status: ApiKeyStatus,
    pub(crate) api_id: ApiId,
    pub(crate) scopes: Vec<ScopeId>,
    pub(crate) user_id: Option<UserId>,
    pub(crate) org_code: Option<OrgCode>,
    pub(crate) created_on: u64,
    pub(crate) last_verified_on: Option<u64>,
    pub(crate) verification_count: u64,
    secret: Secret,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ApiKeyType {
    User,
    Organization,
    Environment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ApiKeyStatus {
    Active,
    Inactive,
    Revoked,
}

impl Registered for ApiKey {
    const THING: Thing = Thing::ApiKey;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

/// What an API key is made of.
#[derive(Debug)]
pub(crate) struct NewApiKey {
    pub(crate) name: String,
    pub(crate) r#type: ApiKeyType,
    pub(crate) api_id: ApiId,
    pub(crate) scopes: Vec<ScopeId>,
    pub(crate) user_id: Option<UserId>,
    pub(crate) org_code: Option<OrgCode>,
}

impl ApiKey {
    pub(crate) fn new(id: ApiKeyId, secret: Secret, new: NewApiKey, created_on: u64) -> Self {
        Self {
            id,
            name: new.name,
            r#type: new.r#type,
            status: ApiKeyStatus::Active,
            api_id: new.api_id,
            scopes: new.scopes,
            user_id: new.user_id,
            org_code: new.org_code,
            created_on,
            last_verified_on: None,
            verification_count: 0,
            secret,
        }
    }

    /// The first six characters.
    pub(crate) fn prefix(&self) -> &str {
        self.secret.expose().get(..6).unwrap_or_default()
    }

    /// The last four characters.
    pub(crate) fn suffix(&self) -> &str {
        let secret = self.secret.expose();
        secret.get(secret.len().saturating_sub(4)..).unwrap_or_default()
    }
}

/// The API keys, found by id and by what they are.
#[derive(Debug, Default)]
pub(crate) struct ApiKeys {
    all: Register<ApiKey>,
    secrets: Index,
}

impl ApiKeys {
    pub(crate) fn add(&mut self, key: ApiKey) {
        let secret = key.secret.clone();
        let number = self.all.add(key);
        self.secrets.insert(secret.expose(), number);
    }

    pub(crate) fn get(&self, id: &str) -> Result<&ApiKey, Unknown> {
        self.all.get(id)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Result<&mut ApiKey, Unknown> {
        self.all.get_mut(id)
    }

    /// The oldest first.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &ApiKey> {
        self.all.iter()
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut ApiKey> {
        self.all.iter_mut()
    }

    /// The key of a secret, whether it holds or not. An old secret of a key is none.
    pub(crate) fn by_secret_mut(&mut self, secret: &str) -> Option<&mut ApiKey> {
        let all = &self.all;
        let is_it = |number: &Number| all.at(*number).is_some_and(|key| key.secret.expose() == secret);
        let number = self.secrets.candidates(secret).find(is_it)?;
        self.all.at_mut(number)
    }

    /// Gives a key another secret; the one before holds no more.
    pub(crate) fn rotate(&mut self, id: &str, secret: Secret) -> Result<(), Unknown> {
        let number = self.all.number(id)?;
        if let Some(key) = self.all.at_mut(number) {
            self.secrets.remove(key.secret.expose(), number);
            self.secrets.insert(secret.expose(), number);
            key.secret = secret;
        }
        Ok(())
    }

    /// Takes keys out: those of whom or what is gone.
    pub(super) fn remove_of(&mut self, is_of: impl Fn(&ApiKey) -> bool) {
        let gone: Vec<Number> = self.all.numbered().filter(|(_, key)| is_of(key)).map(|(number, _)| number).collect();
        for number in gone {
            if let Some(key) = self.all.remove(number) {
                self.secrets.remove(key.secret.expose(), number);
            }
        }
    }
}

//! By what users sign in.

use serde::Serialize;

use super::Business;
use super::register::Number;
use crate::emulator::answer::Refusal;
use crate::emulator::unknown::{Thing, Unknown};
use crate::{ConnectionId, IdentityId};

/// One of the identities of a user.
#[derive(Clone, Debug)]
pub(crate) struct Identity {
    pub(crate) id: IdentityId,
    pub(crate) kind: IdentityKind,
    /// The address, the number in E.164, or the name.
    pub(crate) value: Box<str>,
    /// Of one of its kind alone, for each user.
    pub(crate) is_primary: bool,
    /// Absent where there is nothing to confirm.
    pub(crate) is_confirmed: Option<bool>,
    pub(crate) created_on: u64,
    pub(crate) last_login_on: Option<u64>,
    pub(crate) total_logins: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum IdentityKind {
    Email,
    Phone,
    Username,
    /// By a social or an enterprise connection.
    Connection {
        strategy: Box<str>,
        connection_id: Box<ConnectionId>,
    },
}

impl IdentityKind {
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Username => "username",
            Self::Connection { strategy, .. } => strategy,
        }
    }

    pub(crate) fn connection_id(&self) -> Option<&ConnectionId> {
        match self {
            Self::Connection { connection_id, .. } => Some(connection_id),
            _ => None,
        }
    }

    /// What no two users can have both. Case makes no difference.
    pub(crate) fn address(&self, value: &str) -> String {
        let owner = self.connection_id().map_or("", ConnectionId::as_str);
        format!("{}:{owner}:{}", self.as_str(), value.to_lowercase())
    }
}

impl Serialize for IdentityKind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Identity {
    pub(crate) fn address(&self) -> String {
        self.kind.address(&self.value)
    }
}

/// An identity to give to a user.
#[derive(Clone, Debug)]
pub(crate) struct NewIdentity {
    pub(crate) kind: IdentityKind,
    pub(crate) value: String,
    /// Whether it is known to be the user's own: of no meaning for usernames and connections.
    pub(crate) is_verified: bool,
}

impl NewIdentity {
    pub(crate) fn of(kind: IdentityKind, value: impl Into<String>) -> Self {
        Self { kind, value: value.into(), is_verified: true }
    }
}

impl Business {
    /// Refuses an identity that a user has already.
    pub(crate) fn check_identity(&self, kind: &IdentityKind, value: &str) -> Result<(), Refusal> {
        if self.users.holder(kind, value).is_none() {
            return Ok(());
        }
        let (code, message) = match kind {
            IdentityKind::Email => ("EMAIL_ALREADY_EXISTS", "Email already in use"),
            IdentityKind::Phone => ("PHONE_ALREADY_EXISTS", "Phone already in use"),
            IdentityKind::Username => ("USERNAME_ALREADY_EXISTS", "Username already in use"),
            IdentityKind::Connection { .. } => ("IDENTITY_ALREADY_EXISTS", "Identity already in use"),
        };
        Err(Refusal::bad(code, message))
    }

    /// Gives a user an identity; the first of its kind is the primary one. Whoever calls has checked that nobody has it.
    pub(crate) fn add_identity(&mut self, user: Number, new: NewIdentity) -> IdentityId {
        let id = IdentityId::from(self.random.id("identity_"));
        let identity = self.identity(id.clone(), new);
        self.rearrange(user, |users| users.add_identity(user, identity));
        id
    }

    fn identity(&self, id: IdentityId, new: NewIdentity) -> Identity {
        let is_confirmed = matches!(new.kind, IdentityKind::Email | IdentityKind::Phone).then_some(new.is_verified);
        Identity {
            id,
            kind: new.kind,
            value: new.value.into(),
            is_primary: false,
            is_confirmed,
            created_on: self.now(),
            last_login_on: None,
            total_logins: 0,
        }
    }

    /// Takes an identity away from its user, who stays even with none. Another of the kind becomes the primary one.
    pub(crate) fn remove_identity(&mut self, id: &str) -> Result<Identity, Unknown> {
        let (user, _) = self.users.by_identity(id)?;
        self.rearrange(user, |users| users.remove_identity(user, id)).ok_or_else(|| Thing::Identity.unknown(id))
    }

    /// Makes an identity the primary one of its kind.
    pub(crate) fn promote_identity(&mut self, id: &str) -> Result<(), Unknown> {
        let (user, _) = self.users.by_identity(id)?;
        self.rearrange(user, |users| users.promote_identity(user, id));
        Ok(())
    }
}

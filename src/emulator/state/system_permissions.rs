//! What Kinde's own pages let the holders of a role do: a set that nobody can change.

use super::register::{Keyed, Register, Registered};
use crate::emulator::random::Random;
use crate::emulator::unknown::Thing;

#[derive(Debug)]
pub(crate) struct SystemPermission {
    pub(crate) id: String,
    pub(crate) key: &'static str,
    pub(crate) name: &'static str,
    pub(crate) description: &'static str,
}

impl Registered for SystemPermission {
    const THING: Thing = Thing::SystemPermission;

    fn id(&self) -> &str {
        &self.id
    }
}

impl Keyed for SystemPermission {
    fn key(&self) -> &str {
        self.key
    }
}

const ALL: [(&str, &str, &str); 8] = [
    ("org:read:billing", "Read billing details", "See the plan and its invoices"),
    ("org:write:billing", "Change billing details", "Choose another plan and another card"),
    ("org:read:profile", "Read the profile", "See the name and the logo of the organization"),
    ("org:write:profile", "Change the profile", "Give the organization another name or logo"),
    ("org:read:members", "Read members", "See who is a member, and with which roles"),
    ("org:write:members", "Change members", "Invite and remove members, and give them roles"),
    ("org:read:api_keys", "Read API keys", "See the API keys of the organization"),
    ("org:write:api_keys", "Change API keys", "Make and revoke API keys of the organization"),
];

/// All that there are.
pub(super) fn system_permissions(random: &mut Random) -> Register<SystemPermission> {
    let mut register = Register::default();
    for (key, name, description) in ALL {
        register.add(SystemPermission { id: random.id("perm_"), key, name, description });
    }
    register
}

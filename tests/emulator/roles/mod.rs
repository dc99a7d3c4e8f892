mod permissions;
#[expect(clippy::module_inception, reason = "the mirror of the family that bears the area's name")]
mod roles;
mod scopes;
mod system_permissions;
mod users;

use kinde_api::RoleId;
use kinde_api::roles::CreateRole;

use crate::world::World;

/// A role that an operation has made.
fn created(world: &World, name: &str, key: &str) -> RoleId {
    world.send(&CreateRole::new(name, key)).unwrap().role.and_then(|role| role.id).unwrap()
}

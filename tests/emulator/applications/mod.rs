mod access_roles;
#[expect(clippy::module_inception, reason = "the mirror of the family that bears the area's name")]
mod applications;
mod connections;
mod properties;
mod tokens;

use kinde_api::ApplicationId;
use kinde_api::applications::{ApplicationType, CreateApplication};

use crate::world::World;

/// An application that an operation has made.
fn created(world: &World, name: &str, r#type: ApplicationType) -> ApplicationId {
    world.send(&CreateApplication::new(name, r#type)).unwrap().application.and_then(|one| one.id).unwrap()
}

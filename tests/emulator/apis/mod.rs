#[expect(clippy::module_inception, reason = "the mirror of the family that bears the area's name")]
mod apis;
mod applications;
mod scopes;

use kinde_api::apis::{AddApis, GetApis};
use kinde_api::{ApiId, ScopeId};

use crate::world::World;

/// An API that an operation has made.
fn created(world: &World, name: &str, audience: &str) -> ApiId {
    world.send(&AddApis::new(name, audience)).unwrap().api.and_then(|api| api.id).unwrap()
}

/// Kinde's own API, and a scope of it.
fn management(world: &World) -> (ApiId, ScopeId) {
    let apis = world.send(&GetApis::new().expand("scopes")).unwrap().apis;
    let api = apis.into_iter().find(|api| api.is_management_api == Some(true)).unwrap();
    (api.id.unwrap(), api.scopes[0].id.clone().unwrap())
}

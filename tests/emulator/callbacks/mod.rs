mod logout_urls;
mod redirect_urls;

use kinde_api::ApplicationId;
use kinde_api::applications::{ApplicationType, CreateApplication};

use crate::world::World;

const CALLBACK: &str = "https://shop.example/callback?a=b&c=d";
const MOBILE: &str = "com.example.shop://done";
const OTHER: &str = "http://localhost:3000/ü";

fn application(world: &World) -> ApplicationId {
    let create = CreateApplication::new("Shop", ApplicationType::Spa);
    world.send(&create).unwrap().application.and_then(|one| one.id).unwrap()
}

use std::collections::BTreeSet;

use kinde_api::business::{GetBusiness, UpdateBusiness};
use kinde_api::timezones::GetTimezones;
use serde_json::json;

use crate::world::World;

#[test]
fn lists_keys_and_names() {
    let world = World::new();
    let (status, body) = world.answer(&GetTimezones::new());
    assert_eq!((status, &body["code"], &body["message"]), (200, &json!("OK"), &json!("Success")));
    let first = json!({"key": "honolulu_hawaii_standard_time", "name": "Honolulu (Hawaii Standard Time) [-10:00]"});
    assert_eq!(body["timezones"][0], first);
}

#[test]
fn each_can_be_that_of_the_business() {
    let world = World::new();
    let timezones = world.send(&GetTimezones::new()).unwrap().timezones;
    let keys: BTreeSet<_> = timezones.iter().map(|timezone| timezone.key.clone()).collect();
    assert_eq!(keys.len(), timezones.len(), "no key is there twice");
    for timezone in timezones {
        world.send(&UpdateBusiness::new().timezone_key(timezone.key.unwrap())).unwrap();
        assert_eq!(world.send(&GetBusiness::new()).unwrap().business.unwrap().timezone, timezone.name);
    }
}

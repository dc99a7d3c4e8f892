use std::collections::BTreeSet;

use kinde_api::business::{GetBusiness, UpdateBusiness};
use kinde_api::industries::GetIndustries;
use serde_json::json;

use crate::world::World;

#[test]
fn lists_keys_and_names() {
    let world = World::new();
    let (status, body) = world.answer(&GetIndustries::new());
    assert_eq!((status, &body["code"], &body["message"]), (200, &json!("OK"), &json!("Success")));
    let first = json!({"key": "administration_office_support", "name": "Administration & Office Support"});
    assert_eq!(body["industries"][0], first);
}

#[test]
fn each_can_be_that_of_the_business() {
    let world = World::new();
    let industries = world.send(&GetIndustries::new()).unwrap().industries;
    let keys: BTreeSet<_> = industries.iter().map(|industry| industry.key.clone()).collect();
    assert_eq!(keys.len(), industries.len(), "no key is there twice");
    for industry in industries {
        world.send(&UpdateBusiness::new().industry_key(industry.key.unwrap())).unwrap();
        assert_eq!(world.send(&GetBusiness::new()).unwrap().business.unwrap().industry, industry.name);
    }
}

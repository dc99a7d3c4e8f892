use kinde_api::webhooks::GetEventTypes;
use serde_json::{Value, json};

use crate::world::World;

#[test]
fn lists_what_can_happen() {
    let world = World::new();
    let (status, body) = world.answer(&GetEventTypes::new());
    let types = body["event_types"].as_array().unwrap();
    let codes: Vec<&str> = types.iter().filter_map(|one| one["code"].as_str()).collect();
    assert_eq!(
        (status, &codes[..3]),
        (200, &["organization.created", "organization.updated", "organization.deleted"][..])
    );
    assert!(codes.contains(&"user.authenticated") && codes.contains(&"customer.plan_changed"));
    let first = json!({
        "id": types[0]["id"],
        "code": "organization.created",
        "name": "Organization Created",
        "origin": "kinde",
        "schema": {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"},
    });
    assert_eq!(types[0], first);
    assert!(types.iter().all(|one| one["id"].as_str().is_some_and(|id| id.starts_with("et_"))));
    let of_another: Value = World::new().answer(&GetEventTypes::new()).1;
    assert_eq!(of_another, body, "the same in every business");
}

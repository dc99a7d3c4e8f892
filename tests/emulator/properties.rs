use kinde_api::organizations::{GetOrganizationPropertyValues, UpdateOrganizationProperty};
use kinde_api::properties::{
    CreateProperty, DeleteProperty, GetProperties, PropertyContext, PropertyType, UpdateProperty,
};
use kinde_api::property_categories::CreateCategory;
use kinde_api::{PropertyCategoryId, PropertyId};
use serde_json::{Value, json};

use crate::world::{World, envelope, refused, success};

fn category(world: &World, context: PropertyContext) -> PropertyCategoryId {
    world.send(&CreateCategory::new("About", context)).unwrap().category.and_then(|one| one.id).unwrap()
}

fn city(category: &PropertyCategoryId) -> CreateProperty {
    CreateProperty::new("City", "city", PropertyType::SingleLineText, PropertyContext::Org, false, category)
}

fn created(world: &World, create: &CreateProperty) -> PropertyId {
    world.send(create).unwrap().property.and_then(|one| one.id).unwrap()
}

fn properties(world: &World) -> Value {
    world.answer(&GetProperties::new()).1["properties"].take()
}

#[test]
fn creates_lists_and_updates() {
    let world = World::new();
    let about = category(&world, PropertyContext::Org);
    assert_eq!(world.answer(&GetProperties::new()), envelope(200, json!({"properties": [], "has_more": false})));
    let (_, body) = world.answer(&city(&about).description("Where it is"));
    let id = body["property"]["id"].as_str().unwrap().to_owned();
    assert_eq!((201, body), envelope(201, json!({"property": {"id": id}})));
    let view = |name: &str, description: &str, is_private: bool| {
        json!({
            "id": id,
            "key": "city",
            "name": name,
            "is_private": is_private,
            "description": description,
            "is_kinde_property": false,
        })
    };
    let all = json!({"properties": [view("City", "Where it is", false)], "has_more": false});
    assert_eq!(world.answer(&GetProperties::new()), envelope(200, all));

    let update = UpdateProperty::new(&*id, "Town", true, &about);
    assert_eq!(world.answer(&update), success());
    assert_eq!(properties(&world), json!([view("Town", "Where it is", true)]));
    world.send(&update.description("Where")).unwrap();
    assert_eq!(properties(&world), json!([view("Town", "Where", true)]));
}

#[test]
fn lists_by_context_page_by_page() {
    let world = World::new();
    let about = category(&world, PropertyContext::Usr);
    let of_users = |key: &str| {
        let r#type = PropertyType::MultiLineText;
        created(&world, &CreateProperty::new(key, key, r#type, PropertyContext::Usr, true, &about))
    };
    let ids: Vec<_> = ["a", "b", "c", "d"].map(of_users).into();
    let other = created(&world, &city(&category(&world, PropertyContext::Org)));
    let list = GetProperties::new().context(PropertyContext::Usr).page_size(2);
    let page = |list: &GetProperties| {
        let page = world.send(list).unwrap();
        (page.properties.into_iter().filter_map(|one| one.id).collect::<Vec<_>>(), page.has_more)
    };
    assert_eq!(page(&list), (ids[..2].to_vec(), Some(true)));
    assert_eq!(page(&list.clone().starting_after(ids[1].as_str())), (ids[2..].to_vec(), Some(false)));
    assert_eq!(page(&list.clone().ending_before(ids[3].as_str())), (ids[1..3].to_vec(), Some(true)));
    assert_eq!(world.refusal(&list.clone().starting_after(other.as_str())), refused(400, "BAD_REQUEST"));
    assert_eq!(world.refusal(&list.clone().page_size(0)), refused(400, "BAD_REQUEST"));
    assert_eq!(world.refusal(&list.context("planet")), refused(400, "BAD_REQUEST"));
    assert_eq!(page(&GetProperties::new().context(PropertyContext::Org)), (vec![other], Some(false)));
}

#[test]
fn refuses_what_makes_no_property() {
    let world = World::new();
    let about = category(&world, PropertyContext::Org);
    let of_users = category(&world, PropertyContext::Usr);
    created(&world, &city(&about));
    let create = |name: &str, key: &str, r#type: &str, context: &str, category: &str| {
        CreateProperty::new(name, key, r#type, context, false, category)
    };
    let text = "single_line_text";
    for (create, code) in [
        (create("City", "city", text, "org", about.as_str()), "PROPERTY_ALREADY_EXISTS"),
        (create("City", "city", text, "usr", of_users.as_str()), "PROPERTY_ALREADY_EXISTS"),
        (create("", "town", text, "org", about.as_str()), "BAD_REQUEST"),
        (create("Town", "", text, "org", about.as_str()), "BAD_REQUEST"),
        (create("Town", "town", "boolean", "org", about.as_str()), "BAD_REQUEST"),
        (create("Town", "town", text, "planet", about.as_str()), "BAD_REQUEST"),
        (create("Town", "town", text, "org", of_users.as_str()), "BAD_REQUEST"),
        (create("Town", "town", text, "org", "0"), "CATEGORY_INVALID"),
    ] {
        assert_eq!(world.refusal(&create), refused(400, code), "{create:?}");
    }
    let whole = json!({
        "name": "Town",
        "key": "town",
        "type": "single_line_text",
        "context": "org",
        "is_private": false,
        "category_id": about,
    });
    for name in ["name", "key", "type", "context", "is_private", "category_id"] {
        let mut body = whole.clone();
        body.as_object_mut().unwrap().remove(name);
        world.refuses_bodies(&city(&about), &[&body.to_string()]);
        body[name] = json!(1);
        world.refuses_bodies(&city(&about), &[&body.to_string()]);
    }
    world.refuses_bodies(&city(&about), &["{}", "[]"]);
    assert_eq!(properties(&world).as_array().unwrap().len(), 1);
}

#[test]
fn refuses_updates_that_are_none() {
    let world = World::new();
    let about = category(&world, PropertyContext::Org);
    let of_users = category(&world, PropertyContext::Usr);
    let id = created(&world, &city(&about));
    let before = properties(&world);
    let update = |id: &str, name: &str, category: &str| world.refusal(&UpdateProperty::new(id, name, true, category));
    assert_eq!(update("0", "Town", about.as_str()), refused(400, "PROPERTY_INVALID"));
    assert_eq!(update(id.as_str(), "", about.as_str()), refused(400, "BAD_REQUEST"));
    assert_eq!(update(id.as_str(), "Town", of_users.as_str()), refused(400, "BAD_REQUEST"));
    assert_eq!(update(id.as_str(), "Town", "0"), refused(400, "CATEGORY_INVALID"));
    let bodies = ["{}", "[]", r#"{"name":"Town","is_private":true}"#, r#"{"name":"Town","category_id":"x"}"#];
    world.refuses_bodies(&UpdateProperty::new(&id, "Town", true, &about), &bodies);
    assert_eq!(properties(&world), before);
}

#[test]
fn deleting_takes_the_values_along() {
    let world = World::new();
    let about = category(&world, PropertyContext::Org);
    let id = created(&world, &city(&about));
    world.send(&UpdateOrganizationProperty::new(&world.acme, "city", "Bern")).unwrap();
    assert_eq!(world.answer(&DeleteProperty::new(&id)), success());
    assert_eq!(world.refusal(&DeleteProperty::new(&id)), refused(400, "PROPERTY_INVALID"));
    created(&world, &city(&about));
    let (_, of_acme) = world.answer(&GetOrganizationPropertyValues::new(&world.acme));
    assert_eq!(of_acme["properties"][0]["value"], Value::Null);
}

#[test]
fn kindes_own_stay() {
    let world = World::new();
    let about = category(&world, PropertyContext::Org);
    world.emulator.add_property("kp_org_city");
    let before = properties(&world);
    assert_eq!(before[0]["is_kinde_property"], true);
    let id = before[0]["id"].as_str().unwrap();
    assert_eq!(world.refusal(&DeleteProperty::new(id)), refused(400, "KINDE_PROPERTY"));
    assert_eq!(world.refusal(&UpdateProperty::new(id, "Town", true, &about)), refused(400, "KINDE_PROPERTY"));
    assert_eq!(properties(&world), before);
}

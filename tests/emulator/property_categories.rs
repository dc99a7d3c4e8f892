use kinde_api::PropertyCategoryId;
use kinde_api::properties::PropertyContext;
use kinde_api::property_categories::{CreateCategory, GetCategories, UpdateCategory};
use serde_json::json;

use crate::world::{World, envelope, refused, success};

fn created(world: &World, name: &str, context: PropertyContext) -> PropertyCategoryId {
    world.send(&CreateCategory::new(name, context)).unwrap().category.and_then(|one| one.id).unwrap()
}

#[test]
fn creates_lists_and_renames() {
    let world = World::new();
    assert_eq!(world.answer(&GetCategories::new()), envelope(200, json!({"categories": [], "has_more": false})));
    let (_, body) = world.answer(&CreateCategory::new("About", PropertyContext::Usr));
    let about = body["category"]["id"].as_str().unwrap().to_owned();
    assert_eq!((201, body), envelope(201, json!({"category": {"id": about}})));
    let place = created(&world, "Place", PropertyContext::Org);
    let shop = created(&world, "Shop", PropertyContext::App);

    assert_eq!(world.answer(&UpdateCategory::new(&about).name("Person")), success());
    assert_eq!(world.answer(&UpdateCategory::new(&about)), success());
    let views = [
        json!({"id": about, "name": "Person"}),
        json!({"id": place, "name": "Place"}),
        json!({"id": shop, "name": "Shop"}),
    ];
    let listed = |list: GetCategories| world.answer(&list);
    let expected = |views: &[_]| envelope(200, json!({"categories": views, "has_more": false}));
    assert_eq!(listed(GetCategories::new()), expected(&views));
    assert_eq!(listed(GetCategories::new().context(PropertyContext::Usr)), expected(&views[..1]));
    assert_eq!(listed(GetCategories::new().context(PropertyContext::Org)), expected(&views[1..2]));
    assert_eq!(listed(GetCategories::new().context(PropertyContext::App)), expected(&views[2..]));
}

#[test]
fn pages_both_ways() {
    let world = World::new();
    let ids: Vec<_> = ["a", "b", "c", "d"].map(|name| created(&world, name, PropertyContext::Usr)).into();
    let other = created(&world, "e", PropertyContext::Org);
    let list = GetCategories::new().context(PropertyContext::Usr).page_size(2);
    let page = |list: &GetCategories| {
        let page = world.send(list).unwrap();
        (page.categories.into_iter().filter_map(|one| one.id).collect::<Vec<_>>(), page.has_more)
    };
    assert_eq!(page(&list), (ids[..2].to_vec(), Some(true)));
    assert_eq!(page(&list.clone().starting_after(ids[1].as_str())), (ids[2..].to_vec(), Some(false)));
    assert_eq!(page(&list.clone().ending_before(ids[3].as_str())), (ids[1..3].to_vec(), Some(true)));
    assert_eq!(world.refusal(&list.clone().starting_after(other.as_str())), refused(400, "BAD_REQUEST"));
    assert_eq!(world.refusal(&list.clone().page_size(0)), refused(400, "BAD_REQUEST"));
    assert_eq!(world.refusal(&list.context("planet")), refused(400, "BAD_REQUEST"));
}

#[test]
fn refuses_what_makes_no_category() {
    let world = World::new();
    assert_eq!(world.refusal(&CreateCategory::new("", PropertyContext::Usr)), refused(400, "BAD_REQUEST"));
    assert_eq!(world.refusal(&CreateCategory::new("About", "planet")), refused(400, "BAD_REQUEST"));
    let bodies = ["{}", "[]", r#"{"name":"About"}"#, r#"{"context":"usr"}"#, r#"{"name":1,"context":"usr"}"#];
    world.refuses_bodies(&CreateCategory::new("About", PropertyContext::Usr), &bodies);
    assert!(world.send(&GetCategories::new()).unwrap().categories.is_empty());
    let id = created(&world, "About", PropertyContext::Usr);
    world.refuses_bodies(&UpdateCategory::new(&id), &["[]", r#"{"name":""}"#, r#"{"name":1}"#]);
    assert_eq!(world.refusal(&UpdateCategory::new("0").name("x")), refused(400, "CATEGORY_INVALID"));
    assert_eq!(world.send(&GetCategories::new()).unwrap().categories[0].name.as_deref(), Some("About"));
}

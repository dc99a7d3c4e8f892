use kinde_api::applications::{
    ApplicationSort, ApplicationType, CreateApplication, DeleteApplication, GetApplication, GetApplications,
    UpdateApplication,
};
use kinde_api::callbacks::{GetCallbackUrls, GetLogoutUrls};
use kinde_api::organizations::DeleteOrganization;
use serde_json::{Value, json};

use super::created;
use crate::world::{World, envelope, refused, success};

fn names(world: &World, endpoint: &GetApplications) -> Vec<String> {
    world.send(endpoint).unwrap().applications.into_iter().filter_map(|one| one.name).collect()
}

fn read(world: &World, id: &str) -> Value {
    let (status, mut body) = world.answer(&GetApplication::new(id));
    assert_eq!(status, 200);
    body["application"].take()
}

#[test]
fn creates_and_reads() {
    let world = World::new();
    let (_, body) = world.answer(&CreateApplication::new("Shop", ApplicationType::Reg));
    let (id, secret) = (&body["application"]["id"], &body["application"]["client_secret"]);
    assert!(secret.as_str().is_some_and(|secret| !secret.is_empty()));
    let made = json!({"application": {"id": id, "client_id": id, "client_secret": secret}});
    assert_eq!((201, body.clone()), envelope(201, made));

    let application = json!({
        "id": id,
        "name": "Shop",
        "type": "reg",
        "client_id": id,
        "client_secret": secret,
        "login_uri": null,
        "homepage_uri": null,
        "has_cancel_button": false,
        "is_access_control_enabled": false,
        "is_allow_faceless_auth": false,
        "is_ask_for_name": false,
        "has_marketing_consent": false,
        "has_sign_in_link_on_sign_up_page": false,
        "has_register_link_on_sign_in_page": false,
        "has_sign_in_with_sso_button": false,
        "use_gravatar_fallback": false,
    });
    let id = id.as_str().unwrap();
    assert_eq!(world.answer(&GetApplication::new(id)), envelope(200, json!({"application": application})));
    let own = json!({"id": world.emulator.client_id(), "name": "Management API client", "type": "m2m"});
    let all = json!({"applications": [own, {"id": id, "name": "Shop", "type": "reg"}]});
    assert_eq!(world.answer(&GetApplications::new()), envelope(200, all));
}

#[test]
fn has_no_secret_where_users_run_it() {
    let world = World::new();
    for r#type in [ApplicationType::Spa, ApplicationType::Device] {
        let (status, body) = world.answer(&CreateApplication::new("Front", r#type));
        assert_eq!((status, &body["application"]["client_secret"]), (201, &Value::Null));
        let id = body["application"]["id"].as_str().unwrap();
        assert_eq!(read(&world, id)["client_secret"], Value::Null);
    }
    assert_eq!(names(&world, &GetApplications::new())[1..], ["Front", "Front"], "names need not differ");
}

#[test]
fn sorts_and_pages() {
    let world = World::new();
    for name in ["beta", "Alpha", "Gamma"] {
        created(&world, name, ApplicationType::Spa);
    }
    let list = GetApplications::new();
    assert_eq!(names(&world, &list), ["Management API client", "beta", "Alpha", "Gamma"]);
    let by_name = list.clone().sort(ApplicationSort::NameAsc);
    assert_eq!(names(&world, &by_name), ["Alpha", "beta", "Gamma", "Management API client"]);
    let backwards = list.clone().sort(ApplicationSort::NameDesc);
    assert_eq!(names(&world, &backwards), ["Management API client", "Gamma", "beta", "Alpha"]);

    let first = world.send(&by_name.page_size(3)).unwrap();
    assert_eq!(first.applications.len(), 3);
    let second = world.send(&list.clone().page_size(3).next_token(first.next_token.unwrap())).unwrap();
    assert_eq!((second.applications.len(), second.next_token), (1, None));
    assert_eq!(world.refusal(&list.clone().sort("id_asc")), refused(400, "BAD_REQUEST"));
    assert_eq!(world.refusal(&list.clone().page_size(0)), refused(400, "BAD_REQUEST"));
    assert_eq!(world.refusal(&list.next_token("none")), refused(400, "NEXT_TOKEN_INVALID"));
}

#[test]
fn updates_what_is_given() {
    let world = World::new();
    let id = created(&world, "Shop", ApplicationType::Reg);
    let before = read(&world, id.as_str());
    assert_eq!(world.answer(&UpdateApplication::new(&id)), (200, Value::Null));
    assert_eq!(read(&world, id.as_str()), before);

    let update = UpdateApplication::new(&id)
        .name("Store")
        .language_key("de")
        .login_uri("https://shop.example/login")
        .redirect_uris(["https://shop.example/callback"])
        .logout_uris(["https://shop.example/bye"])
        .is_ask_for_name(true)
        .use_gravatar_fallback(true);
    assert_eq!(world.answer(&update), (200, Value::Null));
    world.send(&UpdateApplication::new(&id).homepage_uri("https://shop.example").is_ask_for_name(false)).unwrap();
    let mut expected = before;
    expected["name"] = json!("Store");
    expected["login_uri"] = json!("https://shop.example/login");
    expected["homepage_uri"] = json!("https://shop.example");
    expected["use_gravatar_fallback"] = json!(true);
    assert_eq!(read(&world, id.as_str()), expected);
    let redirect = world.send(&GetCallbackUrls::new(&id)).unwrap().redirect_urls;
    assert_eq!(redirect, ["https://shop.example/callback"]);
    let logout = world.send(&GetLogoutUrls::new(&id)).unwrap().logout_urls;
    assert_eq!(logout, ["https://shop.example/bye"]);
}

#[test]
fn refuses_what_makes_no_application() {
    let world = World::new();
    let create = |name: &str, r#type: &str| CreateApplication::new(name, r#type);
    for (create, code) in [
        (create("", "spa"), "BAD_REQUEST"),
        (create("Shop", "toaster"), "BAD_REQUEST"),
        (create("Shop", "m2m").org_code("org_0"), "ORGANIZATION_INVALID"),
        (create("Shop", "reg").org_code(&world.acme), "BAD_REQUEST"),
    ] {
        assert_eq!(world.refusal(&create), refused(400, code), "{create:?}");
    }
    let bodies = ["{}", "[]", r#"{"name":"Shop"}"#, r#"{"type":"spa"}"#, r#"{"name":1,"type":"spa"}"#];
    world.refuses_bodies(&create("Shop", "spa"), &bodies);
    assert_eq!(names(&world, &GetApplications::new()).len(), 1);
}

#[test]
fn refuses_updates_that_are_none() {
    let world = World::new();
    let id = created(&world, "Shop", ApplicationType::Reg);
    let before = read(&world, id.as_str());
    let update = UpdateApplication::new(&id);
    let bodies = [r#"{"name":""}"#, r#"{"name":1}"#, r#"{"redirect_uris":"a"}"#, r#"{"is_ask_for_name":"yes"}"#, "[]"];
    world.refuses_bodies(&update, &bodies);
    let no_url = update.clone().name("Store").redirect_uris(["callback"]);
    assert_eq!(world.refusal(&no_url), refused(400, "URL_INVALID"));
    let no_url = update.name("Store").logout_uris(["bye"]);
    assert_eq!(world.refusal(&no_url), refused(400, "URL_INVALID"));
    assert_eq!(read(&world, id.as_str()), before);
    assert_eq!(world.refusal(&UpdateApplication::new("0")), refused(400, "APPLICATION_INVALID"));
    assert_eq!(world.refusal(&GetApplication::new("0")), refused(400, "APPLICATION_INVALID"));
}

#[test]
fn deletes_all_but_the_one_that_calls() {
    let world = World::new();
    let id = created(&world, "Shop", ApplicationType::Reg);
    assert_eq!(world.answer(&DeleteApplication::new(&id)), success());
    assert_eq!(world.refusal(&GetApplication::new(&id)), refused(400, "APPLICATION_INVALID"));
    assert_eq!(world.refusal(&DeleteApplication::new(&id)), refused(400, "APPLICATION_INVALID"));
    let own = DeleteApplication::new(world.emulator.client_id());
    assert_eq!(world.refusal(&own), refused(400, "APPLICATION_IN_USE"));
    assert_eq!(names(&world, &GetApplications::new()), ["Management API client"]);
}

#[test]
fn goes_with_its_organization() {
    let world = World::new();
    world.send(&CreateApplication::new("Robot", ApplicationType::M2m).org_code(&world.acme)).unwrap();
    world.send(&DeleteOrganization::new(&world.acme)).unwrap();
    assert_eq!(names(&world, &GetApplications::new()), ["Management API client"]);
}

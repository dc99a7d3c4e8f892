use kinde_api::applications::DeleteApplication;
use kinde_api::callbacks::{AddLogoutRedirectUrls, DeleteLogoutUrls, GetLogoutUrls, ReplaceLogoutRedirectUrls};
use serde_json::json;

use super::{CALLBACK, MOBILE, OTHER, application};
use crate::world::{World, envelope, refused, success};

#[test]
fn adds_replaces_and_deletes() {
    let world = World::new();
    let id = application(&world);
    let list =
        |urls: &[&str]| assert_eq!(world.answer(&GetLogoutUrls::new(&id)), envelope(200, json!({"logout_urls": urls})));
    list(&[]);
    assert_eq!(world.answer(&AddLogoutRedirectUrls::new(&id, [CALLBACK, MOBILE])), success());
    assert_eq!(world.answer(&AddLogoutRedirectUrls::new(&id, [OTHER, CALLBACK])), success());
    list(&[CALLBACK, MOBILE, OTHER]);
    let delete = DeleteLogoutUrls::new(&id, [CALLBACK, OTHER]);
    assert_eq!(world.answer(&delete), success());
    list(&[MOBILE]);
    assert_eq!(world.answer(&delete), success(), "what is not there does no harm");
    assert_eq!(world.answer(&ReplaceLogoutRedirectUrls::new(&id, [OTHER])), success());
    list(&[OTHER]);
    assert_eq!(world.answer(&ReplaceLogoutRedirectUrls::new(&id, [""; 0])), success());
    list(&[]);
}

#[test]
fn refuses_what_is_no_list_of_urls() {
    let world = World::new();
    let id = application(&world);
    let (add, replace) = (AddLogoutRedirectUrls::new(&id, [CALLBACK]), ReplaceLogoutRedirectUrls::new(&id, [OTHER]));
    world.send(&add).unwrap();
    let bodies = ["{}", "[]", r#"{"urls":"https://a.example"}"#, r#"{"urls":[1]}"#, r#"{"urls":null}"#];
    world.refuses_bodies(&add, &bodies);
    world.refuses_bodies(&replace, &bodies);
    assert_eq!(world.refusal(&AddLogoutRedirectUrls::new(&id, [OTHER, "callback"])), refused(400, "URL_INVALID"));
    assert_eq!(world.refusal(&ReplaceLogoutRedirectUrls::new(&id, [OTHER, "callback"])), refused(400, "URL_INVALID"));
    let without = world.changed(&DeleteLogoutUrls::new(&id, [CALLBACK]), |request| {
        *request.uri_mut() = request.uri().to_string().split('?').next().unwrap().parse().unwrap();
    });
    assert_eq!((without.0, &without.1["errors"][0]["code"]), (400, &json!("BAD_REQUEST")));
    assert_eq!(world.send(&GetLogoutUrls::new(&id)).unwrap().logout_urls, [CALLBACK]);
}

#[test]
fn refuses_applications_that_are_not_there() {
    let world = World::new();
    let id = application(&world);
    world.send(&DeleteApplication::new(&id)).unwrap();
    let unknown = refused(400, "APPLICATION_INVALID");
    assert_eq!(world.refusal(&GetLogoutUrls::new(&id)), unknown);
    assert_eq!(world.refusal(&AddLogoutRedirectUrls::new(&id, [CALLBACK])), unknown);
    assert_eq!(world.refusal(&ReplaceLogoutRedirectUrls::new(&id, [CALLBACK])), unknown);
    assert_eq!(world.refusal(&DeleteLogoutUrls::new(&id, [CALLBACK])), unknown);
}

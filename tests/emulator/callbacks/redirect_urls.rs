use kinde_api::applications::DeleteApplication;
use kinde_api::callbacks::{AddRedirectCallbackUrls, DeleteCallbackUrls, GetCallbackUrls, ReplaceRedirectCallbackUrls};
use serde_json::json;

use super::{CALLBACK, MOBILE, OTHER, application};
use crate::world::{World, refused, success};

#[test]
fn adds_replaces_and_deletes() {
    let world = World::new();
    let id = application(&world);
    let list =
        |urls: &[&str]| assert_eq!(world.answer(&GetCallbackUrls::new(&id)), (200, json!({"redirect_urls": urls})));
    list(&[]);
    assert_eq!(world.answer(&AddRedirectCallbackUrls::new(&id, [CALLBACK, MOBILE])), success());
    assert_eq!(world.answer(&AddRedirectCallbackUrls::new(&id, [OTHER, CALLBACK])), success());
    list(&[CALLBACK, MOBILE, OTHER]);
    let delete = DeleteCallbackUrls::new(&id, [CALLBACK, OTHER]);
    assert_eq!(world.answer(&delete), success());
    list(&[MOBILE]);
    assert_eq!(world.answer(&delete), success(), "what is not there does no harm");
    assert_eq!(world.answer(&ReplaceRedirectCallbackUrls::new(&id, [OTHER])), success());
    list(&[OTHER]);
    assert_eq!(world.answer(&ReplaceRedirectCallbackUrls::new(&id, [""; 0])), success());
    list(&[]);
}

#[test]
fn refuses_what_is_no_list_of_urls() {
    let world = World::new();
    let id = application(&world);
    let (add, replace) =
        (AddRedirectCallbackUrls::new(&id, [CALLBACK]), ReplaceRedirectCallbackUrls::new(&id, [OTHER]));
    world.send(&add).unwrap();
    let bodies = ["{}", "[]", r#"{"urls":"https://a.example"}"#, r#"{"urls":[1]}"#, r#"{"urls":null}"#];
    world.refuses_bodies(&add, &bodies);
    world.refuses_bodies(&replace, &bodies);
    assert_eq!(world.refusal(&AddRedirectCallbackUrls::new(&id, [OTHER, "callback"])), refused(400, "URL_INVALID"));
    assert_eq!(world.refusal(&ReplaceRedirectCallbackUrls::new(&id, [OTHER, "callback"])), refused(400, "URL_INVALID"));
    let without = world.changed(&DeleteCallbackUrls::new(&id, [CALLBACK]), |request| {
        *request.uri_mut() = request.uri().to_string().split('?').next().unwrap().parse().unwrap();
    });
    assert_eq!((without.0, &without.1["errors"][0]["code"]), (400, &json!("BAD_REQUEST")));
    assert_eq!(world.send(&GetCallbackUrls::new(&id)).unwrap().redirect_urls, [CALLBACK]);
}

#[test]
fn refuses_applications_that_are_not_there() {
    let world = World::new();
    let id = application(&world);
    world.send(&DeleteApplication::new(&id)).unwrap();
    let unknown = refused(400, "APPLICATION_INVALID");
    assert_eq!(world.refusal(&GetCallbackUrls::new(&id)), unknown);
    assert_eq!(world.refusal(&AddRedirectCallbackUrls::new(&id, [CALLBACK])), unknown);
    assert_eq!(world.refusal(&ReplaceRedirectCallbackUrls::new(&id, [CALLBACK])), unknown);
    assert_eq!(world.refusal(&DeleteCallbackUrls::new(&id, [CALLBACK])), unknown);
}

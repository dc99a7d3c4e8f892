use kinde_api::applications::{ApplicationType, EnableConnection, GetApplicationConnections, RemoveConnection};
use kinde_api::connections::DeleteConnection;
use serde_json::{Value, json};

use super::created;
use crate::world::{World, envelope, refused, success};

#[test]
fn turns_on_and_off() {
    let world = World::new();
    let id = created(&world, "Shop", ApplicationType::Spa);
    let google = world.emulator.add_connection("Google", "oauth2:google");
    let github = world.emulator.add_connection("GitHub", "oauth2:github");
    let list = GetApplicationConnections::new(&id);
    assert_eq!(world.answer(&list), envelope(200, json!({"connections": [], "has_more": false})));
    for connection in [&google, &github, &google] {
        assert_eq!(world.answer(&EnableConnection::new(&id, connection)), (200, Value::Null));
    }
    let view =
        |id, name: &str, strategy: &str| json!({"id": id, "name": name, "display_name": name, "strategy": strategy});
    let both = [view(&google, "Google", "oauth2:google"), view(&github, "GitHub", "oauth2:github")];
    assert_eq!(world.answer(&list), envelope(200, json!({"connections": both, "has_more": false})));

    let remove = RemoveConnection::new(&id, &google);
    assert_eq!(world.answer(&remove), success());
    assert_eq!(world.refusal(&remove), refused(400, "CONNECTION_NOT_ENABLED"));
    assert_eq!(world.answer(&list).1["connections"], json!([both[1]]));
    world.send(&DeleteConnection::new(&github)).unwrap();
    assert_eq!(world.answer(&list).1["connections"], json!([]));
}

#[test]
fn refuses_what_it_does_not_have() {
    let world = World::new();
    let id = created(&world, "Shop", ApplicationType::Spa);
    let google = world.emulator.add_connection("Google", "oauth2:google");
    for (application, connection, code) in
        [("0", google.as_str(), "APPLICATION_INVALID"), (id.as_str(), "conn_0", "CONNECTION_INVALID")]
    {
        assert_eq!(world.refusal(&EnableConnection::new(application, connection)), refused(400, code));
        assert_eq!(world.refusal(&RemoveConnection::new(application, connection)), refused(400, code));
    }
    assert_eq!(world.refusal(&GetApplicationConnections::new("0")), refused(400, "APPLICATION_INVALID"));
}

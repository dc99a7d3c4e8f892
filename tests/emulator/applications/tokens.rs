use kinde_api::applications::{ApplicationType, UpdateApplicationTokens};

use super::created;
use crate::world::{World, refused, success};

#[test]
fn keeps_what_all_calls_have_set() {
    let world = World::new();
    let id = created(&world, "Shop", ApplicationType::Spa);
    let tokens = UpdateApplicationTokens::new(&id);
    let first = tokens.clone().access_token_lifetime(3600).refresh_token_lifetime(7200);
    assert_eq!(world.answer(&first), success());
    let second = tokens.clone().access_token_lifetime(60).is_hasura_mapping_enabled(true);
    assert_eq!(world.answer(&second), success());
    let expected =
        tokens.clone().access_token_lifetime(60).refresh_token_lifetime(7200).is_hasura_mapping_enabled(true);
    assert_eq!(world.emulator.application_tokens(&id), Ok(expected.clone()));

    let bodies = [r#"{"id_token_lifetime":"long"}"#, r#"{"id_token_lifetime":-1}"#, "[]"];
    world.refuses_bodies(&tokens, &bodies);
    assert_eq!(world.emulator.application_tokens(&id), Ok(expected));
    assert_eq!(world.refusal(&UpdateApplicationTokens::new("0")), refused(400, "APPLICATION_INVALID"));
}

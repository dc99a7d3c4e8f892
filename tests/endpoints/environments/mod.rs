mod environment;
mod feature_flags;
mod logos;
mod passkey;

use crate::wire::RequestCase;

pub(crate) fn requests() -> Vec<RequestCase> {
    [environment::requests(), feature_flags::requests(), logos::requests(), passkey::requests()]
        .into_iter()
        .flatten()
        .collect()
}

pub(crate) fn answers() -> Vec<&'static str> {
    [environment::answers(), feature_flags::answers(), logos::answers(), passkey::answers()].concat()
}

mod permissions;
#[expect(clippy::module_inception, reason = "the family is named by the noun of its path, as in every area")]
mod roles;
mod scopes;
mod system_permissions;
mod users;

use crate::wire::RequestCase;

pub(crate) fn requests() -> Vec<RequestCase> {
    [permissions::requests(), roles::requests(), scopes::requests(), system_permissions::requests(), users::requests()]
        .into_iter()
        .flatten()
        .collect()
}

pub(crate) fn answers() -> Vec<&'static str> {
    [permissions::answers(), roles::answers(), scopes::answers(), system_permissions::answers(), users::answers()]
        .concat()
}

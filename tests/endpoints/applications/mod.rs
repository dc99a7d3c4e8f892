mod access_roles;
#[expect(clippy::module_inception, reason = "the family is named by the noun of its path, as in every area")]
mod applications;
mod connections;
mod properties;
mod tokens;

use kinde_api::ApplicationId;
use kinde_api::applications::{
    Application, ApplicationAccessRole, ApplicationItem, ApplicationSort, ApplicationType, CreatedApplication,
};

use crate::signatures::{has_values, is_a_text, is_part_of_an_output};
use crate::wire::RequestCase;

pub(crate) fn requests() -> Vec<RequestCase> {
    [
        applications::requests(),
        connections::requests(),
        access_roles::requests(),
        properties::requests(),
        tokens::requests(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

pub(crate) fn answers() -> Vec<&'static str> {
    [applications::answers(), connections::answers(), access_roles::answers(), properties::answers(), tokens::answers()]
        .concat()
}

#[test]
fn types_are_texts_and_parts_like_all_others() {
    is_a_text::<ApplicationId>();
    is_a_text::<ApplicationSort>();
    is_a_text::<ApplicationType>();
    has_values([(ApplicationSort::NameAsc, "name_asc"), (ApplicationSort::NameDesc, "name_desc")]);
    has_values([
        (ApplicationType::Reg, "reg"),
        (ApplicationType::Spa, "spa"),
        (ApplicationType::M2m, "m2m"),
        (ApplicationType::Device, "device"),
    ]);
    is_part_of_an_output::<Application>();
    is_part_of_an_output::<ApplicationAccessRole>();
    is_part_of_an_output::<ApplicationItem>();
    is_part_of_an_output::<CreatedApplication>();
}

#[expect(clippy::module_inception, reason = "the family is named by the noun of its path, as in every area")]
mod apis;
mod applications;
mod scopes;

use kinde_api::apis::{
    ApiApplication, ApiApplicationOperation, ApiApplicationType, ApiExpand, ApiItem, ApiScope, ApiScopeItem,
    CreatedApi, CreatedApiScope, RegisteredApi,
};

use crate::signatures::{has_values, is_a_text, is_part_of_an_output};
use crate::wire::RequestCase;

pub(crate) fn requests() -> Vec<RequestCase> {
    [apis::requests(), scopes::requests(), applications::requests()].into_iter().flatten().collect()
}

pub(crate) fn answers() -> Vec<&'static str> {
    [apis::answers(), scopes::answers(), applications::answers()].concat()
}

#[test]
fn types_are_texts_and_parts_like_all_others() {
    is_a_text::<ApiApplicationOperation>();
    is_a_text::<ApiApplicationType>();
    is_a_text::<ApiExpand>();
    has_values([(ApiApplicationOperation::Delete, "delete")]);
    has_values([
        (ApiApplicationType::MachineToMachine, "Machine to machine (M2M)"),
        (ApiApplicationType::BackEndWeb, "Back-end web"),
        (ApiApplicationType::FrontEndAndMobile, "Front-end and mobile"),
        (ApiApplicationType::DeviceAndIot, "Device and IoT"),
    ]);
    has_values([(ApiExpand::Scopes, "scopes")]);
    is_part_of_an_output::<ApiApplication>();
    is_part_of_an_output::<ApiItem>();
    is_part_of_an_output::<ApiScope>();
    is_part_of_an_output::<ApiScopeItem>();
    is_part_of_an_output::<CreatedApi>();
    is_part_of_an_output::<CreatedApiScope>();
    is_part_of_an_output::<RegisteredApi>();
}

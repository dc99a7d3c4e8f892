use kinde_api::industries::{GetIndustries, GetIndustriesResponse, Industry};

use crate::signatures::is_part_of_an_output;
use crate::wire::{RequestCase, assert_answer, output, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![request(
        GetIndustries::new(),
        "GET https://acme.kinde.com/api/v1/industries
        authorization: Bearer a-token
        accept: application/json",
    )]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![assert_answer(
        &GetIndustries::new(),
        &output!(GetIndustriesResponse {
            code: some("OK"),
            message: some("Two industries"),
            industries: vec![
                output!(Industry { key: some("construction"), name: some("Construction") }),
                output!(Industry { key: some("healthcare_medical"), name: some("Healthcare & Medical") }),
            ],
        }),
    )]
}

#[test]
fn an_industry_is_a_part_like_all_others() {
    is_part_of_an_output::<Industry>();
}

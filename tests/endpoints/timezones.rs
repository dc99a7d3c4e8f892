use kinde_api::timezones::{GetTimezones, GetTimezonesResponse, Timezone};

use crate::signatures::is_part_of_an_output;
use crate::wire::{RequestCase, assert_answer, output, request, some};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![request(
        GetTimezones::new(),
        "GET https://acme.kinde.com/api/v1/timezones
        authorization: Bearer a-token
        accept: application/json",
    )]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![assert_answer(
        &GetTimezones::new(),
        &output!(GetTimezonesResponse {
            code: some("OK"),
            message: some("Two time zones"),
            timezones: vec![
                output!(Timezone {
                    key: some("london_greenwich_mean_time"),
                    name: some("London (Greenwich Mean Time) [+01:00]"),
                }),
                output!(Timezone {
                    key: some("los_angeles_pacific_standard_time"),
                    name: some("Los Angeles (Pacific Standard Time) [-08:00]"),
                }),
            ],
        }),
    )]
}

#[test]
fn a_time_zone_is_a_part_like_all_others() {
    is_part_of_an_output::<Timezone>();
}

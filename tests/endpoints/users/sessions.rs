use kinde_api::users::{DeleteUserSessions, GetUserSessions, GetUserSessionsResponse, UserSession};

use crate::signatures::is_part_of_an_output;
use crate::wire::{RequestCase, assert_answer, output, request, some, success};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            GetUserSessions::new("kp_17"),
            "GET https://acme.kinde.com/api/v1/users/kp_17/sessions
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            DeleteUserSessions::new("kp_17"),
            "DELETE https://acme.kinde.com/api/v1/users/kp_17/sessions
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

pub(crate) fn answers() -> Vec<&'static str> {
    vec![
        assert_answer(
            &GetUserSessions::new("kp_17"),
            &output!(GetUserSessionsResponse {
                code: some("OK"),
                message: some("Two sessions"),
                has_more: Some(false),
                sessions: vec![
                    output!(UserSession {
                        user_id: some("kp_17"),
                        org_code: some("org_17"),
                        client_id: some("app_17"),
                        expires_on: some("2026-01-03T03:04:05.123456+11:00"),
                        session_id: some("session_17"),
                        started_on: some("2026-01-02T03:04:05.123456+11:00"),
                        updated_on: some("2026-01-02T03:04:06+11"),
                        connection_id: some("conn_17"),
                        last_ip_address: some("192.0.2.17"),
                        last_user_agent: some("A browser"),
                        initial_ip_address: some("192.0.2.18"),
                        initial_user_agent: some("Another browser"),
                    }),
                    output!(UserSession { user_id: some("kp_17"), session_id: some("session_18") }),
                ],
            }),
        ),
        assert_answer(&DeleteUserSessions::new("kp_17"), &success()),
    ]
}

#[test]
fn a_session_is_a_part_like_all_others() {
    is_part_of_an_output::<UserSession>();
}

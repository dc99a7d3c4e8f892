use kinde_api::Endpoint;
use kinde_api::organizations::{AddOrganizationUserApiScope, DeleteOrganizationUserApiScope};

use crate::wire::{RequestCase, request, response};

pub(crate) fn requests() -> Vec<RequestCase> {
    vec![
        request(
            AddOrganizationUserApiScope::new("org_17", "kp_17", "api_17", "api_scope_17"),
            "POST https://acme.kinde.com/api/v1/organizations/org_17/users/kp_17/apis/api_17/scopes/api_scope_17
            authorization: Bearer a-token
            accept: application/json",
        ),
        request(
            DeleteOrganizationUserApiScope::new("org_17", "kp_17", "api_17", "api_scope_17"),
            "DELETE https://acme.kinde.com/api/v1/organizations/org_17/users/kp_17/apis/api_17/scopes/api_scope_17
            authorization: Bearer a-token
            accept: application/json",
        ),
    ]
}

#[test]
fn any_body_of_a_success_is_taken() {
    let add = AddOrganizationUserApiScope::new("org_17", "kp_17", "api_17", "api_scope_17");
    let delete = DeleteOrganizationUserApiScope::new("org_17", "kp_17", "api_17", "api_scope_17");
    for body in [&b""[..], b"{}", b"null", b"<html>", b"\xef\xbb\xbf{}", b"{\"code\":", b"\xff"] {
        for status in [200, 201, 202, 204, 299] {
            add.response(&response(status, body)).unwrap();
            delete.response(&response(status, body)).unwrap();
        }
    }
}

//! APIs that are registered with Kinde: their scopes, and the applications that may use them.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::apis::*;

use crate::operation::{operations, parts};

parts! {
    application: UpdateApiApplication::new(id: Body text) { operation: Body text }
}

operations! {
    "getAPIs" GET "/api/v1/apis" "read:apis"
        GetApis::new() { expand: Query text }
        -> apis::GetApisResponse listing apis;
    "addAPIs" POST "/api/v1/apis" "create:apis"
        AddApis::new(name: Body text, audience: Body text) {}
        -> apis::CreateApisResponse;
    "getAPI" GET "/api/v1/apis/{api_id}" "read:apis"
        GetApi::new(api_id: Path text) {}
        -> apis::GetApiResponse;
    "deleteAPI" DELETE "/api/v1/apis/{api_id}" "delete:apis"
        DeleteApi::new(api_id: Path text) {}
        -> apis::DeleteApiResponse;
    "getAPIScopes" GET "/api/v1/apis/{api_id}/scopes" "read:api_scopes"
        GetApiScopes::new(api_id: Path text) {}
        -> apis::GetApiScopesResponse listing scopes;
    "addAPIScope" POST "/api/v1/apis/{api_id}/scopes" "create:api_scopes"
        AddApiScope::new(api_id: Path text, key: Body text) { description: Body text }
        -> apis::CreateApiScopesResponse;
    "getAPIScope" GET "/api/v1/apis/{api_id}/scopes/{scope_id}" "read:api_scopes"
        GetApiScope::new(api_id: Path text, scope_id: Path text) {}
        -> apis::GetApiScopeResponse;
    "updateAPIScope" PATCH "/api/v1/apis/{api_id}/scopes/{scope_id}" "update:api_scopes"
        UpdateApiScope::new(api_id: Path text, scope_id: Path text) { description: Body text }
        -> nothing;
    "deleteAPIScope" DELETE "/api/v1/apis/{api_id}/scopes/{scope_id}" "delete:apis_scopes"
        DeleteApiScope::new(api_id: Path text, scope_id: Path text) {}
        -> nothing;
    "updateAPIApplications" PATCH "/api/v1/apis/{api_id}/applications" "update:apis"
        UpdateApiApplications::new(api_id: Path text, applications: Body objects(application)) {}
        -> apis::AuthorizeAppApiResponse;
    "addAPIApplicationScope" POST "/api/v1/apis/{api_id}/applications/{application_id}/scopes/{scope_id}"
        "create:api_application_scopes"
        AddApiApplicationScope::new(api_id: Path text, application_id: Path text, scope_id: Path text) {}
        -> nothing;
    "deleteAPIApplicationScope" DELETE "/api/v1/apis/{api_id}/applications/{application_id}/scopes/{scope_id}"
        "delete:apis_application_scopes"
        DeleteApiApplicationScope::new(api_id: Path text, application_id: Path text, scope_id: Path text) {}
        -> nothing;
}

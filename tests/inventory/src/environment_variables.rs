//! Environment variables, which workflows read.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::environment_variables::*;

use crate::operation::operations;

operations! {
    "getEnvironmentVariables" GET "/api/v1/environment_variables" "read:environment_variables"
        GetEnvironmentVariables::new() {}
        -> environment_variables::GetEnvironmentVariablesResponse listing environment_variables;
    "createEnvironmentVariable" POST "/api/v1/environment_variables" "create:environment_variables"
        CreateEnvironmentVariable::new(key: Body text, value: Body secret) { is_secret: Body flag }
        -> environment_variables::CreateEnvironmentVariableResponse;
    "getEnvironmentVariable" GET "/api/v1/environment_variables/{variable_id}" "read:environment_variables"
        GetEnvironmentVariable::new(variable_id: Path text) {}
        -> environment_variables::GetEnvironmentVariableResponse;
    "updateEnvironmentVariable" PATCH "/api/v1/environment_variables/{variable_id}" "update:environment_variables"
        UpdateEnvironmentVariable::new(variable_id: Path text)
        { key: Body text, value: Body secret, is_secret: Body flag }
        -> environment_variables::UpdateEnvironmentVariableResponse;
    "deleteEnvironmentVariable" DELETE "/api/v1/environment_variables/{variable_id}" "delete:environment_variables"
        DeleteEnvironmentVariable::new(variable_id: Path text) {}
        -> environment_variables::DeleteEnvironmentVariableResponse;
}

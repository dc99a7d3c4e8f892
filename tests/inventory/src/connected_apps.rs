//! Connected apps: tokens of other services, for a user or an organization.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::connected_apps::*;

use crate::operation::operations;

operations! {
    "GetConnectedAppAuthUrl" GET "/api/v1/connected_apps/auth_url" "read:connected_apps"
        GetConnectedAppAuthUrl::new(key_code_ref: Query nonempty)
        { user_id: Query nonempty, org_code: Query nonempty, override_callback_url: Query text }
        -> connected_apps::ConnectedAppsAuthUrl;
    "GetConnectedAppToken" GET "/api/v1/connected_apps/token" "read:connected_apps"
        GetConnectedAppToken::new(session_id: Query secret) {}
        -> connected_apps::ConnectedAppsAccessToken;
    "RevokeConnectedAppToken" POST "/api/v1/connected_apps/revoke" "create:connected_apps"
        RevokeConnectedAppToken::new(session_id: Query secret) {}
        -> SuccessResponse;
}

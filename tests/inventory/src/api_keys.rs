//! API keys: made, listed, verified, rotated and revoked.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::api_keys::*;

use crate::operation::operations;

operations! {
    "getApiKeys" GET "/api/v1/api_keys" "read:api_keys"
        GetApiKeys::new()
        {
            page_size: Query count, starting_after: Query text, key_type: Query text, status: Query text,
            user_id: Query nonempty, org_code: Query nonempty,
        }
        -> api_keys::GetApiKeysResponse listing api_keys;
    "createApiKey" POST "/api/v1/api_keys" "create:api_keys"
        CreateApiKey::new(name: Body text, r#type: Body text, api_id: Body text)
        { scope_ids: Body texts, user_id: Body nullable, org_code: Body nullable }
        -> api_keys::CreateApiKeyResponse;
    "getApiKey" GET "/api/v1/api_keys/{key_id}" "read:api_keys"
        GetApiKey::new(key_id: Path text) {}
        -> api_keys::GetApiKeyResponse;
    "deleteApiKey" DELETE "/api/v1/api_keys/{key_id}" "delete:api_keys"
        DeleteApiKey::new(key_id: Path text) {}
        -> SuccessResponse;
    "rotateApiKey" PUT "/api/v1/api_keys/{key_id}" "update:api_keys"
        RotateApiKey::new(key_id: Path text) {}
        -> api_keys::RotateApiKeyResponse;
    "verifyApiKey" POST "/api/v1/api_keys/verify" ""
        VerifyApiKey::new(api_key: Body secret) {}
        -> api_keys::VerifyApiKeyResponse;
}

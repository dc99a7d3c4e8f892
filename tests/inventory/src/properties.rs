//! Properties that users, organizations and applications can have.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::properties::*;

use crate::operation::operations;

operations! {
    "GetProperties" GET "/api/v1/properties" "read:properties"
        GetProperties::new()
        { page_size: Query count, starting_after: Query text, ending_before: Query text, context: Query text }
        -> properties::GetPropertiesResponse listing properties;
    "CreateProperty" POST "/api/v1/properties" "create:properties"
        CreateProperty::new(
            name: Body text, key: Body text, r#type: Body text, context: Body text, is_private: Body flag,
            category_id: Body text
        )
        { description: Body text }
        -> properties::CreatePropertyResponse;
    "UpdateProperty" PUT "/api/v1/properties/{property_id}" "update:properties"
        UpdateProperty::new(property_id: Path text, name: Body text, is_private: Body flag, category_id: Body text)
        { description: Body text }
        -> SuccessResponse;
    "DeleteProperty" DELETE "/api/v1/properties/{property_id}" "delete:properties"
        DeleteProperty::new(property_id: Path text) {}
        -> SuccessResponse;
}

//! Categories of properties: how Kinde's own pages group them.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::property_categories::*;

use crate::operation::operations;

operations! {
    "GetCategories" GET "/api/v1/property_categories" "read:property_categories"
        GetCategories::new()
        { page_size: Query count, starting_after: Query text, ending_before: Query text, context: Query text }
        -> property_categories::GetCategoriesResponse listing categories;
    "CreateCategory" POST "/api/v1/property_categories" "create:property_categories"
        CreateCategory::new(name: Body text, context: Body text) {}
        -> property_categories::CreateCategoryResponse;
    "UpdateCategory" PUT "/api/v1/property_categories/{category_id}" "update:property_categories"
        UpdateCategory::new(category_id: Path text) { name: Body text }
        -> SuccessResponse;
}

//! Search for users.

use kinde_api::search::SearchUsers;

use crate::operation::operations;

operations! {
    "searchUsers" GET "/api/v1/search/users" "read:users"
        SearchUsers::new()
        {
            page_size: Query count, query: Query text, api_scopes: Query text, properties: Query lists,
            starting_after: Query text, ending_before: Query text, expand: Query texts,
        }
        -> search::SearchUsersResponse listing results;
}

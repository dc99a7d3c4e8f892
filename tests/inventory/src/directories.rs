//! Directories that an organization provisions its users from.

#[allow(clippy::wildcard_imports, reason = "all of the endpoints are used, each once")]
use kinde_api::directories::*;

use crate::operation::operations;

operations! {
    "getDirectories" GET "/api/v1/directories" "read:scim_directories"
        GetDirectories::new()
        { page_size: Query count, starting_after: Query text, organization_code: Query nonempty }
        -> directories::GetDirectoriesResponse listing directories;
    "createDirectory" POST "/api/v1/directories" "create:scim_directories"
        CreateDirectory::new(org_code: Body text, directory_name: Body text, provider_code: Body text)
        { enterprise_connection_id: Body text }
        -> directories::CreateDirectoryResponse;
    "getDirectory" GET "/api/v1/directories/{directory_id}" "read:scim_directories"
        GetDirectory::new(directory_id: Path text) {}
        -> directories::GetDirectoryResponse;
    "updateDirectory" PATCH "/api/v1/directories/{directory_id}" "update:scim_directories"
        UpdateDirectory::new(directory_id: Path text)
        { directory_name: Body text }
        -> directories::UpdateDirectoryResponse;
    "deleteDirectory" DELETE "/api/v1/directories/{directory_id}" "delete:scim_directories"
        DeleteDirectory::new(directory_id: Path text) {}
        -> directories::DeleteDirectoryResponse;
}

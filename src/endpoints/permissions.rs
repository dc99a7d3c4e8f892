//! Permissions, which roles are made of.

use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;
use crate::{Operation, PermissionId, PermissionKey};

/// All operations of this area, in the order of Kinde's OpenAPI document.
pub static OPERATIONS: &[Operation] = &[];

/// A permission, as [`GetRolePermissions`](crate::roles::GetRolePermissions) lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Permission {
    /// The id: what the endpoints for a single permission want.
    pub id: Option<PermissionId>,
    /// The key: what a program asks a token for.
    pub key: Option<PermissionKey>,
    /// Its name for people.
    pub name: Option<String>,
    /// What it allows, for people.
    pub description: Option<String>,
}

open_enum! {
    /// What permissions are sorted by, as in [`GetRolePermissions`](crate::roles::GetRolePermissions).
    pub enum PermissionSort {
        /// By name, A first.
        NameAsc = "name_asc",
        /// By name, Z first.
        NameDesc = "name_desc",
        /// By id, upwards.
        IdAsc = "id_asc",
        /// By id, downwards.
        IdDesc = "id_desc",
    }
}

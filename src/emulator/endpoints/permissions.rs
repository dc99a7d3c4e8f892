//! Permissions, which roles are made of.

use serde_json::{Value, json};

use super::Entry;
use crate::emulator::state::permissions::Permission;

/// `id` is the order of creation.
pub(super) const SORTS: &[&str] = &["name_asc", "name_desc", "id_asc", "id_desc"];

pub(super) static TABLE: &[Entry] = &[];

pub(super) fn view(permission: &Permission) -> Value {
    json!({
        "id": permission.id,
        "key": permission.key,
        "name": permission.name,
        "description": permission.description,
    })
}

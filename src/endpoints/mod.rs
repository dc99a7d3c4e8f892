//! What can be asked of Kinde, by the tags of its reference.

pub(crate) mod inputs;
pub mod organizations;
pub(crate) mod success;

use crate::Operation;

/// All operations of the Management API, the areas in alphabetical order, each in the order of Kinde's reference.
///
/// ```
/// let scopes_to_read = kinde_api::operations()
///     .filter(|operation| operation.method == http::Method::GET && !operation.scope.is_empty())
///     .map(|operation| operation.scope);
/// assert!(scopes_to_read.into_iter().all(|scope| scope.starts_with("read:")));
/// ```
pub fn operations() -> impl Iterator<Item = &'static Operation> {
    [organizations::OPERATIONS].into_iter().flatten()
}

//! Connected apps: tokens of other services, for a user or an organization.

use crate::operation::operations;

operations! {}

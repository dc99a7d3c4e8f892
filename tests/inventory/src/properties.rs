//! Properties that users, organizations and applications can have.

use crate::operation::operations;

operations! {}

//! Applications: their settings, connections, access roles, properties and tokens.

use crate::operation::operations;

operations! {}

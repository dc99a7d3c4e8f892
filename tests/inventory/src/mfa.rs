//! Multi-factor authentication of the environment.

use crate::operation::operations;

operations! {}

//! Users of the business: their data, identities, properties, sessions, factors and passwords.

use crate::operation::operations;

operations! {}

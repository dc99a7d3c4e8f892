//! Authentication connections: how users sign in, from passwords to SAML.

use crate::operation::operations;

operations! {}

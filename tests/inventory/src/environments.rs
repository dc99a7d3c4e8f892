//! The environment: its settings, logos, passkeys, and the feature flags that are overridden in it.

use crate::operation::operations;

operations! {}

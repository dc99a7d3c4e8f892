//! Billing entitlements: what a customer may use by the plans that were agreed on.

use crate::operation::operations;

operations! {}

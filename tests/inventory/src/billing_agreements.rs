//! Billing agreements: which plan a customer agreed on.

use crate::operation::operations;

operations! {}

//! Webhooks, the events that they tell of, and the types of these.

use crate::operation::operations;

operations! {}

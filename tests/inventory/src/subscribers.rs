//! Subscribers: people who asked to hear from the business.

use crate::operation::operations;

operations! {}

//! The business itself: its name, its contact details and its locale.

use crate::operation::operations;

operations! {}

//! Categories of properties: how Kinde's own pages group them.

use crate::operation::operations;

operations! {}

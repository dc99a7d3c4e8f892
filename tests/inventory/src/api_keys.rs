//! API keys: made, listed, verified, rotated and revoked.

use crate::operation::operations;

operations! {}

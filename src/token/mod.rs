//! What a token costs, without a socket: the credentials, the request that exchanges them, and why there is none.

pub(crate) mod credentials;
pub(crate) mod error;
pub(crate) mod request;

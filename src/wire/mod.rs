//! From typed inputs to a request, and from a response to typed output: nothing here touches a socket or a clock.

pub(crate) mod api;
mod budget;
pub(crate) mod buffer;
pub(crate) mod curl;
pub(crate) mod decode;
pub(crate) mod details;
pub(crate) mod encode;
pub(crate) mod endpoint;
pub(crate) mod error;
pub(crate) mod error_code;
pub(crate) mod fields;
mod json_members;
mod mend;
mod multipart;
pub(crate) mod origin;
pub(crate) mod paged;
pub(crate) mod request;
pub(crate) mod response;
pub(crate) mod retry_hints;
mod sender;
mod template;

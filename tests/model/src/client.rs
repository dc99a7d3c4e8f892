//! The library's own files, and the locks under them.
#![expect(dead_code, reason = "not all of what the library needs is looked at here")]

#[path = "../../../src/client/fetch.rs"]
pub(crate) mod fetch;
#[path = "../../../src/client/rate_limit.rs"]
pub(crate) mod rate_limit;
#[path = "../../../src/client/token_cache.rs"]
pub(crate) mod token_cache;

pub(crate) mod sync {
    pub(crate) use std::sync::PoisonError;

    pub(crate) use shuttle::sync::{Condvar, Mutex, MutexGuard};
}

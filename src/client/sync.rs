//! What threads share state by, in one place, so that `tests/model` can put a model checker's locks in its place.

pub(crate) use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

//! The URLs of an application that sign-in and sign-out may lead back to.

use crate::operation::operations;

operations! {}

//! The emulator, asked by way of the library's own endpoints.
//!
//! An area of the API is a module or a folder, named as in `src/endpoints`; the other modules are of what all areas have in
//! common.

mod authorization;
mod errors;
mod faults;
mod figures;
mod loopback;
mod paging;
mod requests;
mod robustness;
mod world;

mod organizations;

use kinde_api::Operation;

/// The operations that the emulator knows.
fn operations() -> impl Iterator<Item = &'static Operation> {
    kinde_api::organizations::OPERATIONS.iter()
}

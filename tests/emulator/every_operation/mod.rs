//! What holds for every operation, by what Kinde's document declares of it.

mod access;
mod answers;
mod bad_input;
mod events;
mod faults;
mod world;

use inventory::{Declared, declarations};
use kinde_api::Operation;

/// Every operation, with what is declared of it.
fn operations() -> impl Iterator<Item = (&'static Operation, &'static Declared)> {
    kinde_api::operations().map(|operation| {
        let declared = declarations().find(|declared| declared.id == operation.operation_id);
        (operation, declared.unwrap())
    })
}

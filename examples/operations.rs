//! Prints what the crate covers: one operation a line, as JSON.
//!
//! ```sh
//! cargo run --example operations
//! ```

use serde::Serialize;

/// `Operation` as a line, its fields in this order.
#[derive(Serialize)]
struct Line {
    operation_id: &'static str,
    method: &'static str,
    path: &'static str,
    scope: &'static str,
}

fn main() -> Result<(), serde_json::Error> {
    for operation in kinde_api::operations() {
        let line = Line {
            operation_id: operation.operation_id,
            method: operation.method.as_str(),
            path: operation.path,
            scope: operation.scope,
        };
        println!("{}", serde_json::to_string(&line)?);
    }
    Ok(())
}

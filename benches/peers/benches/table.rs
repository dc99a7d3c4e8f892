//! The whole table: `cargo bench --manifest-path benches/peers/Cargo.toml`.

use peers::reqwest_builder::REQWEST;
use yardsticks::table::Table;

fn main() {
    yardsticks::serve(&[]);
    let mut table = Table::default();
    table.requests(Some(&REQWEST));
    table.responses();
    table.bad_input();
    assert_eq!(table.missed(), 0, "goals were missed");
}

//! The whole table: `cargo bench --manifest-path benches/peers/Cargo.toml`.

use peers::reqwest_builder::REQWEST;
use peers::{builds, end_to_end, process};
use yardsticks::table::Table;

fn main() {
    process::serve(&end_to_end::PROGRAMS);
    yardsticks::serve(&end_to_end::TEN_PAGES);
    let mut table = Table::default();
    table.requests(Some(&REQWEST));
    table.responses();
    table.users();
    table.decisions();
    table.bad_input();
    end_to_end::measure_all(&mut table);
    builds::measure_all(&mut table);
    assert_eq!(table.missed(), 0, "goals were missed");
}

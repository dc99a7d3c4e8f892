//! The figures of requests and responses: `cargo bench -p yardsticks`.

use yardsticks::table::Table;
use yardsticks::work::Subject;
use yardsticks::{callgrind, requests, responses};

fn main() {
    let subjects: Vec<Subject> = [
        requests::GET_ORGANIZATION.as_slice(),
        &requests::GET_ORGANIZATION_USERS,
        &requests::UPDATE_ORGANIZATION,
        &requests::ADD_ORGANIZATION_LOGO,
        &responses::PAGE,
    ]
    .concat();
    callgrind::serve(&subjects);
    let mut table = Table::default();
    table.requests();
    table.responses();
    table.bad_input();
    assert_eq!(table.missed(), 0, "goals were missed");
}

//! What the library does, written by hand on the same crates, and the harness that measures both.

pub mod bad_input;
pub mod callgrind;
pub mod decisions;
pub mod idiomatic;
pub mod limit;
pub mod plain;
pub mod requests;
pub mod responses;
pub mod samples;
pub mod table;
pub mod time;
pub mod users;
pub mod work;

use work::Subject;

/// Does the one piece of work that this process was started for, if it was: [`callgrind::serve`] for all that is here,
/// and for others.
pub fn serve(others: &[Subject]) {
    let ours: [&[Subject]; 10] = [
        &requests::GET_ORGANIZATION,
        &requests::GET_ORGANIZATION_USERS,
        &requests::UPDATE_ORGANIZATION,
        &requests::ADD_ORGANIZATION_LOGO,
        &responses::PAGE,
        &users::GET_USERS,
        &users::CREATE_USER,
        &users::UPDATE_USER_PROPERTIES,
        &users::PAGE_OF_USERS,
        &decisions::CALL,
    ];
    callgrind::serve(&[&ours.concat(), others].concat());
}

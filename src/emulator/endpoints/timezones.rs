//! The time zones that a business can be in.

use serde_json::{Value, json};

use super::Entry;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::state::timezones::TIMEZONES;
use crate::timezones::GetTimezones;

pub(super) static TABLE: &[Entry] = &[Entry::of::<GetTimezones>(list)];

fn list(_: &mut Business, _: &Call<'_>) -> Result<Answer, Refusal> {
    let timezones: Vec<Value> = TIMEZONES.iter().map(|(key, name)| json!({"key": key, "name": name})).collect();
    Ok(Answer::envelope(json!({"timezones": timezones})))
}

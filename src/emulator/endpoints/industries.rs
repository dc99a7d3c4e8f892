//! The industries that a business can be in.

use serde_json::{Value, json};

use super::Entry;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::state::Business;
use crate::emulator::state::industries::INDUSTRIES;
use crate::industries::GetIndustries;

pub(super) static TABLE: &[Entry] = &[Entry::of::<GetIndustries>(list)];

fn list(_: &mut Business, _: &Call<'_>) -> Result<Answer, Refusal> {
    let industries: Vec<Value> = INDUSTRIES.iter().map(|(key, name)| json!({"key": key, "name": name})).collect();
    Ok(Answer::envelope(json!({"industries": industries})))
}

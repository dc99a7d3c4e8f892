//! The password of a user.

use serde::Deserialize;

use super::{record_update, user, user_mut};
use crate::Secret;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::{Call, required};
use crate::emulator::state::Business;
use crate::users::{HashingMethod, SaltPosition, SetUserPassword};

#[derive(Deserialize)]
struct Body {
    hashed_password: Option<String>,
    hashing_method: Option<HashingMethod>,
    salt: Option<String>,
    salt_position: Option<SaltPosition>,
    iterations: Option<u32>,
    variant: Option<String>,
    signer_key: Option<String>,
    salt_separator: Option<String>,
    rounds: Option<u32>,
    mem_cost: Option<u32>,
    is_temporary_password: Option<bool>,
}

/// Keeps what was set: nobody signs in by it here.
pub(super) fn set(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let mut password = SetUserPassword::new(user(business, call)?.id.clone(), "");
    let body: Body = call.json()?;
    check(&body)?;
    password.hashed_password = Secret::from(required(body.hashed_password, "hashed_password")?);
    password.hashing_method = body.hashing_method;
    password.salt = body.salt.map(Secret::from);
    password.salt_position = body.salt_position;
    password.iterations = body.iterations;
    password.variant = body.variant;
    password.signer_key = body.signer_key.map(Secret::from);
    password.salt_separator = body.salt_separator.map(Secret::from);
    password.rounds = body.rounds;
    password.mem_cost = body.mem_cost;
    password.is_temporary_password = body.is_temporary_password;
    let user = user_mut(business, call)?;
    user.password = Some(Box::new(password));
    user.is_password_reset_requested = false;
    record_update(business, call)?;
    Ok(Answer::success())
}

/// What each way to hash needs.
fn check(body: &Body) -> Result<(), Refusal> {
    if body.hashed_password.as_deref().is_none_or(str::is_empty) {
        return Err(Refusal::missing("hashed_password"));
    }
    if let Some(SaltPosition::Unknown(position)) = &body.salt_position {
        return Err(Refusal::bad_value("salt_position", format_args!("`{position}` is unknown")));
    }
    match body.hashing_method.as_ref().unwrap_or(&HashingMethod::Bcrypt) {
        HashingMethod::Unknown(method) => {
            Err(Refusal::bad_value("hashing_method", format_args!("`{method}` is unknown")))
        }
        HashingMethod::Md5 | HashingMethod::Sha256 if body.salt.is_some() && body.salt_position.is_none() => {
            Err(Refusal::missing("salt_position"))
        }
        HashingMethod::Pbkdf2 => present(&[("salt", body.salt.is_some()), ("variant", body.variant.is_some())]),
        HashingMethod::FirebaseScrypt => check_firebase(body),
        _ => Ok(()),
    }
}

fn check_firebase(body: &Body) -> Result<(), Refusal> {
    present(&[
        ("salt", body.salt.is_some()),
        ("signer_key", body.signer_key.is_some()),
        ("salt_separator", body.salt_separator.is_some()),
        ("rounds", body.rounds.is_some()),
        ("mem_cost", body.mem_cost.is_some()),
    ])?;
    if body.rounds.is_some_and(|rounds| !(1..=16).contains(&rounds)) {
        return Err(Refusal::bad_value("rounds", "is not from 1 to 16"));
    }
    if body.mem_cost.is_some_and(|cost| !(1..=20).contains(&cost)) {
        return Err(Refusal::bad_value("mem_cost", "is not from 1 to 20"));
    }
    if body.iterations.is_some() || body.variant.is_some() {
        return Err(Refusal::bad_value("iterations", "neither it nor a variant goes with firebase-scrypt"));
    }
    Ok(())
}

fn present(fields: &[(&str, bool)]) -> Result<(), Refusal> {
    match fields.iter().find(|(_, is_there)| !is_there) {
        Some((name, _)) => Err(Refusal::missing(name)),
        None => Ok(()),
    }
}

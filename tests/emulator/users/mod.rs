mod feature_flags;
mod identities;
mod mfa;
mod password;
mod properties;
mod sessions;
#[expect(clippy::module_inception, reason = "the mirror of the family that bears the area's name")]
mod users;

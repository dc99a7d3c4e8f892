mod event_types;
mod events;
#[expect(clippy::module_inception, reason = "the mirror of the family that bears the area's name")]
mod webhooks;

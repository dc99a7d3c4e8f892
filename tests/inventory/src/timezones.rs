//! The time zones that a business can be in.

use kinde_api::timezones::GetTimezones;

use crate::operation::operations;

operations! {
    "getTimezones" GET "/api/v1/timezones" "read:timezones"
        GetTimezones::new() {}
        -> timezones::GetTimezonesResponse listing timezones;
}

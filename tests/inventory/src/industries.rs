//! The industries that a business can be in.

use kinde_api::industries::GetIndustries;

use crate::operation::operations;

operations! {
    "getIndustries" GET "/api/v1/industries" "read:industries"
        GetIndustries::new() {}
        -> industries::GetIndustriesResponse listing industries;
}

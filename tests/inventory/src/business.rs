//! The business itself: its name, its contact details and its locale.

use kinde_api::business::{GetBusiness, UpdateBusiness};

use crate::operation::operations;

operations! {
    "getBusiness" GET "/api/v1/business" "read:businesses"
        GetBusiness::new() {}
        -> business::GetBusinessResponse;
    "updateBusiness" PATCH "/api/v1/business" "update:businesses"
        UpdateBusiness::new()
        {
            business_name: Body nullable, email: Body nullable, industry_key: Body nullable,
            is_click_wrap: Body nullable_flag, is_show_kinde_branding: Body nullable_flag,
            kinde_perk_code: Body nullable, phone: Body nullable, privacy_url: Body nullable,
            terms_url: Body nullable, timezone_key: Body nullable,
        }
        -> SuccessResponse;
}

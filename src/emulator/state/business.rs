//! What the business says of itself.

use crate::emulator::random::Random;

#[derive(Debug)]
pub(crate) struct BusinessDetails {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<String>,
    /// A key of the list of industries.
    pub(crate) industry_key: Option<String>,
    /// A key of the list of time zones.
    pub(crate) timezone_key: Option<String>,
    pub(crate) privacy_url: Option<String>,
    pub(crate) terms_url: Option<String>,
    pub(crate) has_clickwrap: bool,
    pub(crate) has_kinde_branding: bool,
    pub(crate) created_on: u64,
}

impl BusinessDetails {
    pub(super) fn new(created_on: u64, random: &mut Random) -> Self {
        Self {
            code: format!("bus_{}", random.hex(11)),
            name: "Emulated Business".to_owned(),
            phone: None,
            email: None,
            industry_key: None,
            timezone_key: None,
            privacy_url: None,
            terms_url: None,
            has_clickwrap: false,
            has_kinde_branding: true,
            created_on,
        }
    }
}

//! The industries that a business can be in.

use crate::emulator::unknown::{Thing, Unknown};

/// Key and name of each.
pub(crate) const INDUSTRIES: &[(&str, &str)] = &[
    ("administration_office_support", "Administration & Office Support"),
    ("advertising_marketing", "Advertising & Marketing"),
    ("agriculture", "Agriculture"),
    ("banking_finance", "Banking & Finance"),
    ("community_services", "Community Services"),
    ("construction", "Construction"),
    ("education_training", "Education & Training"),
    ("engineering", "Engineering"),
    ("government", "Government"),
    ("healthcare_medical", "Healthcare & Medical"),
    ("hospitality_tourism", "Hospitality & Tourism"),
    ("information_technology", "Information Technology"),
    ("insurance", "Insurance"),
    ("legal", "Legal"),
    ("manufacturing", "Manufacturing"),
    ("real_estate", "Real Estate"),
    ("retail", "Retail"),
    ("science", "Science"),
    ("sport_recreation", "Sport & Recreation"),
    ("transport_logistics", "Transport & Logistics"),
    ("other", "Other"),
];

/// The name of an industry.
pub(crate) fn industry(key: &str) -> Result<&'static str, Unknown> {
    let found = INDUSTRIES.iter().find(|(known, _)| *known == key);
    found.map(|(_, name)| *name).ok_or_else(|| Thing::Industry.unknown(key))
}

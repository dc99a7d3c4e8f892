//! Who holds a role, in any organization.

use std::collections::BTreeMap;

use serde_json::json;

use crate::OrgCode;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::paging::Page;
use crate::emulator::state::Business;
use crate::emulator::state::register::Number;
use crate::emulator::state::users::User;

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let role = business.roles.number(call.path("role_id"))?;
    let page = Page::of(call, &[])?;
    let mut holders: BTreeMap<Number, Vec<&OrgCode>> = BTreeMap::new();
    for organization in business.organizations.iter() {
        for holder in organization.members.with_role(role) {
            holders.entry(holder).or_default().push(&organization.code);
        }
    }
    let holders = holders.into_iter().filter_map(|(holder, codes)| Some((business.users.at(holder)?, codes)));
    let view = |(user, codes): (&User, Vec<&OrgCode>)| json!({"id": user.id, "org_codes": codes});
    let (users, next_token) = page.of_list(holders, view);
    Ok(Answer::envelope(json!({"users": users, "next_token": next_token})))
}

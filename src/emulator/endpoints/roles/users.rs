//! Who holds a role, in any organization.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::OrgCode;
use crate::emulator::answer::{Answer, Refusal};
use crate::emulator::call::Call;
use crate::emulator::paging::Page;
use crate::emulator::state::Business;
use crate::emulator::state::register::Number;

pub(super) fn list(business: &mut Business, call: &Call<'_>) -> Result<Answer, Refusal> {
    let role = business.roles.number(call.path("role_id"))?;
    let page = Page::of(call, &[])?;
    let mut holders: BTreeMap<Number, Vec<&OrgCode>> = BTreeMap::new();
    for organization in business.organizations.iter() {
        for holder in organization.members.with_role(role) {
            holders.entry(holder).or_default().push(&organization.code);
        }
    }
    let users = holders
        .into_iter()
        .filter_map(|(holder, codes)| business.users.at(holder).map(|user| json!({"id": user.id, "org_codes": codes})));
    let (users, next_token): (Vec<Value>, _) = page.of_list(users);
    Ok(Answer::envelope(json!({"users": users, "next_token": next_token})))
}

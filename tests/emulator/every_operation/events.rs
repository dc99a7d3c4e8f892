//! What makes which events.

use kinde_api::webhooks::{CreateWebHook, GetEventTypes};
use serde_json::Value;

use super::operations;
use super::world::Everything;
use crate::events::claims;

/// The operations that change something of which Kinde tells; no other makes an event.
const EVENTS: &[(&str, &[&str])] = &[
    ("createBillingAgreement", &["customer.agreement_cancelled", "customer.agreement_created"]),
    ("createMeterUsageRecord", &["customer.meter_usage_updated"]),
    ("DeleteIdentity", &["user.updated"]),
    ("createOrganization", &["organization.created"]),
    ("updateOrganization", &["organization.updated"]),
    ("deleteOrganization", &["organization.deleted"]),
    ("AddOrganizationUsers", &["user.updated"]),
    ("UpdateOrganizationUsers", &["user.updated", "user.updated", "user.updated"]),
    ("CreateOrganizationUserRole", &["user.updated"]),
    ("DeleteOrganizationUserRole", &["user.updated"]),
    ("CreateOrganizationUserPermission", &["user.updated"]),
    ("DeleteOrganizationUserPermission", &["user.updated"]),
    ("RemoveOrganizationUser", &["user.updated"]),
    ("UpdateOrganizationProperty", &["organization.updated"]),
    ("UpdateOrganizationProperties", &["organization.updated"]),
    ("DeleteOrganizationHandle", &["organization.updated"]),
    ("CreatePermission", &["permission.created"]),
    ("UpdatePermissions", &["permission.updated"]),
    ("DeletePermission", &["permission.deleted"]),
    ("CreateRole", &["role.created"]),
    ("UpdateRoles", &["role.updated"]),
    ("DeleteRole", &["role.deleted"]),
    ("AddRoleScope", &["role.updated"]),
    ("DeleteRoleScope", &["role.updated"]),
    ("UpdateRolePermissions", &["role.updated"]),
    ("UpdateRoleSystemPermissions", &["role.updated"]),
    ("RemoveRolePermission", &["role.updated"]),
    ("CreateSubscriber", &["subscriber.created"]),
    ("createUser", &["user.created"]),
    ("updateUser", &["user.updated"]),
    ("deleteUser", &["user.deleted"]),
    ("UpdateUserFeatureFlagOverride", &["user.updated"]),
    ("UpdateUserProperty", &["user.updated"]),
    ("UpdateUserProperties", &["user.updated"]),
    ("SetUserPassword", &["user.updated"]),
    ("CreateUserIdentity", &["user.updated"]),
];

#[test]
fn are_made_by_what_changes_something() {
    let mut made = Vec::new();
    for (operation, _) in operations() {
        let everything = Everything::new();
        let client = everything.emulator.client();
        let types = client.send(&GetEventTypes::new()).unwrap().event_types;
        let codes: Vec<String> = types.into_iter().filter_map(|r#type| r#type.code).collect();
        client.send(&CreateWebHook::new("https://example.com/all", codes, "All")).unwrap();
        let _ = everything.emulator.webhooks();
        everything.send(&everything.call(operation));
        let deliveries = everything.emulator.webhooks();
        let of_all = deliveries.iter().filter(|delivery| delivery.uri().path() == "/all");
        let types: Vec<Value> = of_all.map(|delivery| claims(delivery)["type"].clone()).collect();
        if !types.is_empty() {
            made.push((operation.operation_id, types));
        }
    }
    let values = |types: &[&str]| types.iter().map(|r#type| Value::from(*r#type)).collect::<Vec<_>>();
    let expected: Vec<_> = EVENTS.iter().map(|(id, types)| (*id, values(types))).collect();
    assert_eq!(made, expected);
}

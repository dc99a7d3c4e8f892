//! What can happen.

use serde::{Deserialize, Serialize};

use crate::emulator::unknown::{Thing, Unknown};

macro_rules! event_types {
    ($($variant:ident = $code:literal $name:literal,)*) => {
        /// A type of events, by its code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
        pub(crate) enum EventType {
            $(#[serde(rename = $code)] $variant,)*
        }

        impl EventType {
            /// All that there are, in Kinde's order.
            pub(crate) const ALL: &[Self] = &[$(Self::$variant,)*];

            pub(crate) fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }

            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

event_types! {
    OrganizationCreated = "organization.created" "Organization Created",
    OrganizationUpdated = "organization.updated" "Organization Updated",
    OrganizationDeleted = "organization.deleted" "Organization Deleted",
    UserCreated = "user.created" "User Created",
    UserUpdated = "user.updated" "User Updated",
    UserDeleted = "user.deleted" "User Deleted",
    UserAuthenticated = "user.authenticated" "User Authenticated",
    UserAuthenticationFailed = "user.authentication_failed" "User Authentication Failed",
    SubscriberCreated = "subscriber.created" "Subscriber Created",
    AccessRequestCreated = "access_request.created" "Access Request Created",
    PasskeyAdded = "passkey.added" "Passkey Added",
    PasskeyRemoved = "passkey.removed" "Passkey Removed",
    RoleCreated = "role.created" "Role Created",
    RoleUpdated = "role.updated" "Role Updated",
    RoleDeleted = "role.deleted" "Role Deleted",
    PermissionCreated = "permission.created" "Permission Created",
    PermissionUpdated = "permission.updated" "Permission Updated",
    PermissionDeleted = "permission.deleted" "Permission Deleted",
    CustomerAgreementCreated = "customer.agreement_created" "Customer Agreement Created",
    CustomerAgreementCancelled = "customer.agreement_cancelled" "Customer Agreement Cancelled",
    CustomerInvoiceOverdue = "customer.invoice_overdue" "Customer Invoice Overdue",
    CustomerMeterUsageUpdated = "customer.meter_usage_updated" "Customer Meter Usage Updated",
    CustomerPaymentFailed = "customer.payment_failed" "Customer Payment Failed",
    CustomerPaymentSucceeded = "customer.payment_succeeded" "Customer Payment Succeeded",
    CustomerPlanCreated = "customer.plan_created" "Customer Plan Created",
    CustomerPlanAssigned = "customer.plan_assigned" "Customer Plan Assigned",
    CustomerPlanChanged = "customer.plan_changed" "Customer Plan Changed",
}

impl EventType {
    pub(crate) fn of(code: &str) -> Result<Self, Unknown> {
        Self::ALL.iter().copied().find(|known| known.code() == code).ok_or_else(|| Thing::EventType.unknown(code))
    }

    /// The id of a type: the same in every business.
    pub(crate) fn id(self) -> String {
        // Any number that is its own for each, and looks like the others.
        let number = (self as u128 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
        format!("et_{number:032x}")
    }
}

#[cfg(test)]
mod tests {
    use super::EventType;

    #[test]
    fn has_a_code_and_an_id_for_each() {
        for r#type in EventType::ALL {
            assert_eq!(EventType::of(r#type.code()), Ok(*r#type));
            assert_eq!(serde_json::to_value(r#type).unwrap(), r#type.code());
            assert_eq!(r#type.id().len(), 35);
            assert_eq!(EventType::ALL.iter().filter(|other| other.id() == r#type.id()).count(), 1);
        }
        assert!(EventType::of("user.renamed").is_err());
    }
}

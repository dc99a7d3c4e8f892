//! Plans, and who pays for them.

use std::collections::BTreeMap;

use super::Business;
use super::organizations::Organization;
use super::register::{Number, Register, Registered};
use crate::billing_meter_usage::CreateMeterUsageRecord;
use crate::emulator::unknown::{Thing, Unknown};
use crate::{BillingAgreementId, BillingCustomerId, OrgCode};

/// The plans by code, the customers, and what was metered.
#[derive(Debug, Default)]
pub(crate) struct Billing {
    pub(crate) plans: BTreeMap<String, Plan>,
    pub(crate) customers: Register<Customer>,
    pub(crate) meter_usage: Vec<CreateMeterUsageRecord>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    pub(crate) features: Vec<Feature>,
}

/// What a plan has, at what price. Amounts are in cents.
#[derive(Clone, Debug)]
pub(crate) struct Feature {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) price_name: Option<String>,
    pub(crate) fixed_charge: Option<i64>,
    pub(crate) unit_amount: Option<i64>,
    pub(crate) limit_max: Option<u64>,
    pub(crate) limit_min: Option<u64>,
}

#[derive(Debug)]
pub(crate) struct Customer {
    pub(crate) id: BillingCustomerId,
    pub(crate) owner: CustomerOwner,
    /// The oldest first, with those that have ended.
    pub(crate) agreements: Vec<Agreement>,
}

/// Who it is that pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CustomerOwner {
    /// A user, by number.
    User(Number),
    Organization(OrgCode),
}

#[derive(Clone, Debug)]
pub(crate) struct Agreement {
    pub(crate) id: BillingAgreementId,
    pub(crate) plan_code: String,
    pub(crate) subscribed_on: u64,
    pub(crate) expires_on: Option<u64>,
    pub(crate) entitlements: Vec<Entitlement>,
}

/// A feature that comes with an agreement.
#[derive(Clone, Debug)]
pub(crate) struct Entitlement {
    pub(crate) id: String,
    pub(crate) feature: Feature,
}

impl Registered for Customer {
    const THING: Thing = Thing::BillingCustomer;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Customer {
    /// The agreements that hold.
    pub(crate) fn current(&self) -> impl Iterator<Item = &Agreement> {
        self.agreements.iter().filter(|agreement| agreement.expires_on.is_none())
    }
}

impl Billing {
    pub(crate) fn plan(&self, code: &str) -> Result<&Plan, Unknown> {
        self.plans.get(code).ok_or_else(|| Thing::BillingPlan.unknown(code))
    }

    /// An agreement by its id alone, with its customer.
    pub(crate) fn agreement(&self, id: &str) -> Result<(&Customer, &Agreement), Unknown> {
        let agreements = self
            .customers
            .iter()
            .flat_map(|customer| customer.agreements.iter().map(move |agreement| (customer, agreement)));
        let mut of_id = agreements.filter(|(_, agreement)| agreement.id == *id);
        of_id.next().ok_or_else(|| Thing::BillingAgreement.unknown(id))
    }

    pub(super) fn remove(&mut self, customer_id: &str) {
        if let Ok(number) = self.customers.number(customer_id) {
            self.customers.remove(number);
        }
    }

    pub(super) fn remove_of_user(&mut self, user: Number) {
        let owner = CustomerOwner::User(user);
        let gone = self.customers.numbered().find(|(_, customer)| customer.owner == owner).map(|(number, _)| number);
        gone.and_then(|number| self.customers.remove(number));
    }
}

impl Business {
    /// Makes somebody a customer, without an agreement yet; one who is a customer already stays one.
    pub(crate) fn add_customer(&mut self, owner: CustomerOwner) -> BillingCustomerId {
        let known = self.billing.customers.iter().find(|customer| customer.owner == owner);
        if let Some(customer) = known {
            return customer.id.clone();
        }
        let id = BillingCustomerId::from(self.random.id("customer_"));
        match &owner {
            CustomerOwner::User(number) => {
                if let Some(user) = self.users.at_mut(*number) {
                    user.customer_id = Some(Box::new(id.clone()));
                }
            }
            CustomerOwner::Organization(code) => {
                if let Ok(organization) = self.organizations.get_mut(code.as_str()) {
                    organization.customer_id = Some(id.clone());
                }
            }
        }
        self.billing.customers.add(Customer { id: id.clone(), owner, agreements: Vec::new() });
        id
    }

    /// Puts a customer on a plan, with the features that the plan has now; the agreements before end.
    pub(crate) fn agree(&mut self, customer_id: &str, plan_code: &str) -> Result<BillingAgreementId, Unknown> {
        let now = self.now();
        let features = self.billing.plans.get(plan_code).map(|plan| plan.features.clone()).unwrap_or_default();
        let id = BillingAgreementId::from(self.random.id("agreement_"));
        let entitlement = |feature| Entitlement { id: self.random.id("entitlement_"), feature };
        let entitlements = features.into_iter().map(entitlement).collect();
        let customer = self.billing.customers.get_mut(customer_id)?;
        for agreement in &mut customer.agreements {
            agreement.expires_on.get_or_insert(now);
        }
        let plan_code = plan_code.to_owned();
        customer.agreements.push(Agreement {
            id: id.clone(),
            plan_code,
            subscribed_on: now,
            expires_on: None,
            entitlements,
        });
        Ok(id)
    }

    /// The customer that an organization is.
    pub(crate) fn customer_of(&self, organization: &Organization) -> Option<&Customer> {
        self.billing.customers.get(organization.customer_id.as_ref()?.as_str()).ok()
    }
}

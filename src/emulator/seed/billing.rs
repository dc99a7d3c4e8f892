//! Plans and those who pay for them, put in: no operation makes a customer of a user, or a plan.

use crate::emulator::state::billing::{self, CustomerOwner, Feature};
use crate::emulator::{Emulator, Unknown};
use crate::{BillingAgreementId, BillingCustomerId, OrgCode, UserId};

/// A plan, for [`Emulator::add_billing_plan`]. A code alone will do, for a plan without features.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BillingPlan {
    /// The code.
    pub code: String,
    /// The features.
    pub features: Vec<BillingFeature>,
}

impl BillingPlan {
    /// With this code and no features.
    #[must_use]
    pub fn new(code: impl Into<String>) -> Self {
        Self { code: code.into(), features: Vec::new() }
    }

    /// Adds a feature.
    #[must_use]
    pub fn feature(mut self, feature: impl Into<BillingFeature>) -> Self {
        self.features.push(feature.into());
        self
    }
}

impl<T: Into<String>> From<T> for BillingPlan {
    fn from(code: T) -> Self {
        Self::new(code)
    }
}

/// A feature of a plan, for [`Emulator::add_billing_plan`]. A code alone will do, for one that is free and unlimited.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BillingFeature {
    /// The code.
    pub code: String,
    /// The name of the feature and of its price.
    pub name: String,
    /// What it costs even if nobody uses it, in cents.
    pub fixed_charge: Option<i64>,
    /// What a unit costs, in cents.
    pub unit_amount: Option<i64>,
    /// The most units that can be used.
    pub limit_max: Option<u64>,
}

impl BillingFeature {
    /// With this code, which is the name too. It is free and unlimited.
    #[must_use]
    pub fn new(code: impl Into<String>) -> Self {
        let code = code.into();
        Self { name: code.clone(), code, fixed_charge: None, unit_amount: None, limit_max: None }
    }

    /// Sets the name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets what it costs even if nobody uses it, in cents.
    #[must_use]
    pub fn fixed_charge(mut self, cents: i64) -> Self {
        self.fixed_charge = Some(cents);
        self
    }

    /// Sets what a unit costs, in cents.
    #[must_use]
    pub fn unit_amount(mut self, cents: i64) -> Self {
        self.unit_amount = Some(cents);
        self
    }

    /// Sets the most units that can be used.
    #[must_use]
    pub fn limit_max(mut self, units: u64) -> Self {
        self.limit_max = Some(units);
        self
    }
}

impl<T: Into<String>> From<T> for BillingFeature {
    fn from(code: T) -> Self {
        Self::new(code)
    }
}

/// Who pays, for [`Emulator::add_billing_customer`]: a user, or an organization.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BillingOwner {
    /// A user.
    User(UserId),
    /// An organization.
    Organization(OrgCode),
}

impl From<UserId> for BillingOwner {
    fn from(user_id: UserId) -> Self {
        Self::User(user_id)
    }
}

impl From<&UserId> for BillingOwner {
    fn from(user_id: &UserId) -> Self {
        Self::User(user_id.clone())
    }
}

impl From<OrgCode> for BillingOwner {
    fn from(org_code: OrgCode) -> Self {
        Self::Organization(org_code)
    }
}

impl From<&OrgCode> for BillingOwner {
    fn from(org_code: &OrgCode) -> Self {
        Self::Organization(org_code.clone())
    }
}

impl Emulator {
    /// Adds a plan. If there is a plan with this code, the new one replaces it. Agreements keep the features that the old
    /// one had.
    ///
    /// ```
    /// use kinde_api::emulator::{BillingFeature, BillingPlan, Emulator};
    ///
    /// let emulator = Emulator::new();
    /// let seats = BillingFeature::new("seats").name("Seats").fixed_charge(2500).unit_amount(500).limit_max(50);
    /// emulator.add_billing_plan(BillingPlan::new("pro").feature(seats).feature("support"));
    ///
    /// let user = emulator.add_user("member1@example.com");
    /// let customer = emulator.add_billing_customer(&user)?;
    /// let agreement = emulator.add_billing_agreement(&customer, "pro")?;
    /// assert!(agreement.as_str().starts_with("agreement_"));
    /// # Ok::<(), kinde_api::emulator::Unknown>(())
    /// ```
    pub fn add_billing_plan(&self, plan: impl Into<BillingPlan>) {
        let BillingPlan { code, features } = plan.into();
        let feature = |feature: BillingFeature| Feature {
            code: feature.code,
            price_name: Some(feature.name.clone()),
            name: feature.name,
            fixed_charge: feature.fixed_charge,
            unit_amount: feature.unit_amount,
            limit_max: feature.limit_max,
            limit_min: None,
        };
        let plan = billing::Plan { features: features.into_iter().map(feature).collect() };
        self.with(|business| business.billing.plans.insert(code, plan));
    }

    /// Makes a user or an organization a customer, without an agreement yet. A customer stays the same customer.
    ///
    /// ```
    /// use kinde_api::emulator::{BillingOwner, Emulator};
    ///
    /// let emulator = Emulator::new();
    /// let organization = emulator.default_organization();
    /// let customer = emulator.add_billing_customer(&organization)?;
    /// assert_eq!(emulator.add_billing_customer(BillingOwner::Organization(organization))?, customer);
    /// # Ok::<(), kinde_api::emulator::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no such user or organization.
    pub fn add_billing_customer(&self, owner: impl Into<BillingOwner>) -> Result<BillingCustomerId, Unknown> {
        let owner = owner.into();
        self.with(|business| {
            let owner = match owner {
                BillingOwner::User(user_id) => CustomerOwner::User(business.users.number(user_id.as_str())?),
                BillingOwner::Organization(org_code) => {
                    business.organizations.get(org_code.as_str())?;
                    CustomerOwner::Organization(org_code)
                }
            };
            Ok(business.add_customer(owner))
        })
    }

    /// A customer agrees to a plan, as [`Emulator::add_billing_plan`] shows. The customer's earlier agreements end.
    ///
    /// # Errors
    ///
    /// If there is no such customer or plan.
    pub fn add_billing_agreement(
        &self,
        customer_id: impl Into<BillingCustomerId>,
        plan_code: &str,
    ) -> Result<BillingAgreementId, Unknown> {
        let customer_id = customer_id.into();
        self.with(|business| {
            business.billing.plan(plan_code)?;
            business.agree(customer_id.as_str(), plan_code)
        })
    }
}

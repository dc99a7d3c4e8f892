//! Second factors, put in: no operation sets one up.

use crate::emulator::clock::date_time;
use crate::emulator::{Emulator, Unknown};
use crate::organizations::UserMfa;
use crate::{DateTime, FactorId, UserId};

impl Emulator {
    /// Sets up a second factor for a user. The type is `email`, for example, and the name an address.
    ///
    /// ```
    /// use kinde_api::emulator::Emulator;
    ///
    /// let emulator = Emulator::new();
    /// let user = emulator.add_user("member1@example.com");
    /// let factor = emulator.add_mfa_factor(user, "email", "member1@example.com")?;
    /// assert!(factor.as_str().starts_with("mfa_"));
    /// # Ok::<(), kinde_api::emulator::Unknown>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If there is no such user.
    pub fn add_mfa_factor(
        &self,
        user_id: impl Into<UserId>,
        r#type: impl Into<String>,
        name: impl Into<String>,
    ) -> Result<FactorId, Unknown> {
        let user_id = user_id.into();
        self.with(|business| {
            let created_on = DateTime::from(date_time(business.now()));
            let id = FactorId::from(business.random.id("mfa_"));
            business.users.get_mut(user_id.as_str())?.factors.push(UserMfa {
                id: Some(id.clone()),
                r#type: Some(r#type.into()),
                created_on: Some(created_on.clone()),
                name: Some(name.into()),
                is_verified: Some(true),
                usage_count: Some(1),
                last_used_on: Some(created_on),
            });
            Ok(id)
        })
    }
}

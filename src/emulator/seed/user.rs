//! Users, put in.

use crate::UserId;
use crate::emulator::Emulator;
use crate::emulator::state::Business;
use crate::emulator::state::identities::{IdentityKind, NewIdentity};
use crate::emulator::state::register::Number;
use crate::emulator::state::users::NewUser;

/// A user to [add](crate::emulator::Emulator::add_user). An address alone will do.
///
/// ```
/// use kinde_api::emulator::{Emulator, User};
///
/// let user = User::new("member1@example.com").phone("+61400000017").username("member1");
/// let id = Emulator::new().add_user(user);
/// assert!(id.as_str().starts_with("kp_"));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct User {
    /// The address.
    pub email: Option<String>,
    /// The phone number, in E.164.
    pub phone: Option<String>,
    /// The username.
    pub username: Option<String>,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The URL of a picture.
    pub picture: Option<String>,
    /// Whether the user is suspended.
    pub is_suspended: bool,
}

impl User {
    /// With this address.
    #[must_use]
    pub fn new(email: impl Into<String>) -> Self {
        Self { email: Some(email.into()), ..Self::default() }
    }

    /// Sets the phone number, such as `+61400000017`. It is a second identity beside the address.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets the username. It is another identity beside the address.
    #[must_use]
    pub fn username(mut self, username: impl Into<String>) -> Self {
        self.username = Some(username.into());
        self
    }

    /// Sets the first name.
    #[must_use]
    pub fn first_name(mut self, first_name: impl Into<String>) -> Self {
        self.first_name = Some(first_name.into());
        self
    }

    /// Sets the last name.
    #[must_use]
    pub fn last_name(mut self, last_name: impl Into<String>) -> Self {
        self.last_name = Some(last_name.into());
        self
    }

    /// Sets the URL of a picture.
    #[must_use]
    pub fn picture(mut self, picture: impl Into<String>) -> Self {
        self.picture = Some(picture.into());
        self
    }

    /// Sets whether the user is suspended.
    #[must_use]
    pub fn is_suspended(mut self, is_suspended: bool) -> Self {
        self.is_suspended = is_suspended;
        self
    }
}

impl<T: Into<String>> From<T> for User {
    fn from(email: T) -> Self {
        Self::new(email)
    }
}

impl Emulator {
    /// Adds a user to the business. The user is not a member of any organization yet.
    ///
    /// ```
    /// use kinde_api::emulator::{Emulator, User};
    ///
    /// let emulator = Emulator::new();
    /// let first = emulator.add_user("member1@example.com");
    /// let second = emulator.add_user(User::new("member2@example.com").first_name("Member").last_name("2"));
    /// assert_ne!(first, second);
    /// ```
    pub fn add_user(&self, user: impl Into<User>) -> UserId {
        let user = user.into();
        self.with(|business| {
            let number = add_user(business, user);
            business.users.at(number).map_or_else(|| UserId::from(""), |user| user.id.clone())
        })
    }
}

pub(super) fn add_user(business: &mut Business, user: User) -> Number {
    let identities =
        [(IdentityKind::Email, user.email), (IdentityKind::Phone, user.phone), (IdentityKind::Username, user.username)];
    let identity = |(kind, value): (IdentityKind, Option<String>)| Some(NewIdentity::of(kind, value?));
    let identities = identities.into_iter().filter_map(identity).collect();
    business.add_user(NewUser {
        provided_id: None,
        first_name: user.first_name,
        last_name: user.last_name,
        picture: user.picture,
        is_suspended: user.is_suspended,
        identities,
    })
}

//! Subscribers: people who want to hear of the business, and are no users.

use super::Business;
use super::register::Registered;
use super::users::full_name;
use crate::SubscriberId;
use crate::emulator::unknown::Thing;

#[derive(Debug)]
pub(crate) struct Subscriber {
    pub(crate) id: SubscriberId,
    pub(crate) email: String,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
}

impl Registered for Subscriber {
    const THING: Thing = Thing::Subscriber;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

impl Subscriber {
    pub(crate) fn full_name(&self) -> String {
        full_name(self.first_name.as_deref(), self.last_name.as_deref())
    }
}

impl Business {
    /// Deletes the subscribers of an address, as deleting a user with the profile does.
    pub(crate) fn remove_subscribers(&mut self, email: &str) {
        let of_address = |subscriber: &Subscriber| subscriber.email.eq_ignore_ascii_case(email);
        let gone = self.subscribers.numbered().filter(|(_, subscriber)| of_address(subscriber));
        let gone: Vec<_> = gone.map(|(number, _)| number).collect();
        for number in gone {
            self.subscribers.remove(number);
        }
    }
}

//! Categories, by which properties are sorted for those who look at them.

use super::properties::Context;
use super::register::Registered;
use crate::PropertyCategoryId;
use crate::emulator::unknown::Thing;

#[derive(Debug)]
pub(crate) struct PropertyCategory {
    pub(crate) id: PropertyCategoryId,
    pub(crate) name: String,
    pub(crate) context: Context,
}

impl Registered for PropertyCategory {
    const THING: Thing = Thing::PropertyCategory;

    fn id(&self) -> &str {
        self.id.as_str()
    }
}

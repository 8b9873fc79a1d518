//! Where session keys come from: randomness is outside, like the clock.

use std::fmt;

use crate::center::Guid;

/// Makes the key that lets a customer come back to a chat.
pub(crate) struct Keys(Box<dyn FnMut(Guid) -> String + Send>);

impl Keys {
    pub(crate) fn new(source: impl FnMut(Guid) -> String + Send + 'static) -> Self {
        Self(Box::new(source))
    }

    pub(crate) fn fresh(&mut self, guid: Guid) -> String {
        (self.0)(guid)
    }
}

impl Default for Keys {
    /// Predictable keys, for tests of the rules.
    fn default() -> Self {
        Self::new(|guid| format!("key-of-{guid}"))
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys")
    }
}

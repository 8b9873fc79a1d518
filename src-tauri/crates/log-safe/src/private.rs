//! What a customer or an agent wrote, and names, addresses and numbers of people.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A value that only a screen or the wire may see.
///
/// It has no `Display`, and its `Debug` prints the type's size class only, so that a derived
/// `Debug` of a whole message is always safe to log. Reading it takes an explicit
/// [`Private::expose`], which is what a reviewer searches for.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Private<T>(T);

impl<T> Private<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value itself, for the screen or the wire; never for a log, a path or a command line.
    pub const fn expose(&self) -> &T {
        &self.0
    }

    /// Takes the value out, for the screen or the wire.
    pub fn into_exposed(self) -> T {
        self.0
    }

    /// Applies a function inside the wrapper.
    pub fn map<U>(self, apply: impl FnOnce(T) -> U) -> Private<U> {
        Private(apply(self.0))
    }
}

impl Private<String> {
    /// The text, for the screen or the wire.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True for the empty text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> From<T> for Private<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl From<&str> for Private<String> {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl<T> fmt::Debug for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Private(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::Private;

    #[test]
    fn debug_shows_nothing() {
        let line = Private::<String>::from("my card is 4111");
        assert_eq!(format!("{line:?}"), "Private(..)");
        assert_eq!(format!("{:?}", Some(vec![line])), "Some([Private(..)])");
    }

    #[test]
    fn json_is_the_bare_value() {
        let line: Private<String> = serde_json::from_str("\"hi\"").unwrap();
        assert_eq!(serde_json::to_string(&line).unwrap(), "\"hi\"");
    }
}

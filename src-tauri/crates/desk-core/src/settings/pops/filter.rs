//! A condition for a screen pop: an intrinsic and the values that match.

use crate::settings::ready::filled;
use crate::settings::section::Section;

/// A condition for a screen pop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopFilter {
    /// What the pops call it.
    pub name: String,
    /// The intrinsic's key.
    pub intrinsic: String,
    /// The values that match; one is enough.
    pub values: Vec<String>,
}

impl PopFilter {
    pub(super) fn read(entry: &mut Section<'_, '_>) -> Option<Self> {
        let (mut name, mut intrinsic, mut values) = (None, None, Vec::new());
        entry.required("name", "a name, not empty", &mut name, filled);
        entry.required("intrinsic", "the key of an intrinsic", &mut intrinsic, filled);
        entry.list("values", "a value that matches, not empty", &mut values, filled);
        if values.is_empty() {
            entry.missing("values", "a list in brackets of at least one value that matches");
            return None;
        }
        Some(Self { name: name?, intrinsic: intrinsic?, values })
    }

    /// Whether a value matches; case does not count.
    pub fn matches(&self, value: &str) -> bool {
        let value = value.trim().to_lowercase();
        self.values.iter().any(|wanted| wanted.to_lowercase() == value)
    }
}

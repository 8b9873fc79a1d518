//! Key and value pairs on a contact, such as the EWC guid and the skillset (section 5.4).

use log_safe::Private;

use crate::xml_reader::Element;

/// `intrinsic` (section 2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intrinsic {
    /// The key as received; look-ups ignore case (section 5.3).
    pub key: String,
    /// Always a text.
    pub value: Private<String>,
    /// True if it cannot be changed.
    pub immutable: bool,
}

impl Intrinsic {
    /// The value of the first intrinsic with this key, ignoring case.
    pub fn find<'a>(all: &'a [Self], key: &str) -> Option<&'a Private<String>> {
        all.iter()
            .find(|intrinsic| intrinsic.key.eq_ignore_ascii_case(key))
            .map(|intrinsic| &intrinsic.value)
    }

    /// Reads all children of this name; those without a key say nothing and are skipped.
    pub(crate) fn read_all(element: Element<'_>, name: &'static str) -> Vec<Self> {
        element
            .all(name)
            .filter_map(|item| {
                Some(Self {
                    key: item.filled_word("key")?,
                    value: item.child_private("value").unwrap_or_default(),
                    immutable: item.child_boolean("immutable").unwrap_or(false),
                })
            })
            .collect()
    }
}

//! Activity codes: no operation of the server lists them, so a setting does.

use super::ready::{ReasonCode, codes};
use super::section::Section;

/// Reads the activity codes that an agent may give a contact.
pub(super) fn read(into: &mut Vec<ReasonCode>, section: &mut Section<'_, '_>) {
    if let Some(read) =
        codes(section, "activity_codes", "an activity code as text in quotes, not empty")
    {
        *into = read;
    }
}

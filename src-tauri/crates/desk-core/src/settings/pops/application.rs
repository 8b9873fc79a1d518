//! What a screen pop of the settings can open.

use crate::contact::pop::PopPath;
use crate::settings::ready::filled;
use crate::settings::section::{Refusal, Section};

/// What a screen pop can open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopApplication {
    /// What the pops call it.
    pub name: String,
    /// The address or program line; may hold a token.
    pub path: PopPath,
}

const PATH: &str = "an http or https address whose host has no gap, or a program with its \
     arguments; gaps are {INTRINSIC}, {0} and %VALUE%, braces {{ and }}";

impl PopApplication {
    pub(super) fn read(entry: &mut Section<'_, '_>) -> Option<Self> {
        let (mut name, mut path) = (None, None);
        entry.required("name", "a name, not empty", &mut name, filled);
        // The path may hold a token, so a problem never quotes it.
        entry.required_unquoted("path", PATH, &mut path, |text| {
            PopPath::of_settings(text).map_err(|_| Refusal::Bad)
        });
        Some(Self { name: name?, path: path? })
    }
}

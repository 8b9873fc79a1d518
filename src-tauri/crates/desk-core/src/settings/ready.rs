//! Not Ready reason codes: no operation of the server lists them, so a setting does.

use super::problem::quoted;
use super::section::{Place, Refusal, Section};

/// A code of the server with the words an agent reads.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReasonCode {
    /// What is sent to the server: text, digits as a rule.
    pub code: String,
    /// What the agent reads.
    pub label: String,
}

/// The Not Ready reasons an agent chooses from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ready {
    /// The reasons in the order of the menu; empty: Not Ready has no reasons.
    pub reason_codes: Vec<ReasonCode>,
    /// The code taken when the agent goes Not Ready without choosing; one of the list.
    pub default_reason_code: Option<String>,
}

const CODE: &str = "a reason code as text in quotes, not empty";
const LABEL: &str = "the words for the menu, not empty";

impl Ready {
    pub(super) fn read(&mut self, section: &mut Section<'_, '_>) {
        if let Some(codes) = codes(section, "reason_codes", CODE) {
            self.reason_codes = codes;
        }
        section.optional("default_reason_code", CODE, &mut self.default_reason_code, filled);
        if let Some(default) = &self.default_reason_code
            && !self.reason_codes.iter().any(|r| r.code == *default)
        {
            let codes: Vec<_> = self.reason_codes.iter().map(|r| quoted(&r.code)).collect();
            let accepted = if codes.is_empty() {
                "nothing while ready.reason_codes is empty".to_owned()
            } else {
                format!("one of {}", codes.join(", "))
            };
            section.conflict(
                &["default_reason_code", "reason_codes"],
                "ready.reason_codes",
                &accepted,
            );
            self.default_reason_code = None;
        }
    }
}

/// A list of codes with their words; none where the key is absent.
pub(super) fn codes(
    section: &mut Section<'_, '_>,
    key: &str,
    accepted: &str,
) -> Option<Vec<ReasonCode>> {
    let read = section.tables(key, |entry| {
        let mut code = None;
        let mut label = None;
        entry.required("code", accepted, &mut code, filled);
        entry.required("label", LABEL, &mut label, filled);
        code.zip(label).map(|(code, label)| ReasonCode { code, label })
    })?;
    let mut codes: Vec<ReasonCode> = Vec::with_capacity(read.len());
    let mut places: Vec<Place> = Vec::with_capacity(read.len());
    for (place, reason) in read {
        if let Some(first) = codes.iter().position(|known| known.code == reason.code) {
            let accepted = "a code that stands in the list only once";
            let found = Some(quoted(&reason.code));
            section.conflict_at(&place, &places[first].entry, found, accepted);
        } else {
            codes.push(reason);
            places.push(place);
        }
    }
    Some(codes)
}

/// A text that is not empty.
pub(super) fn filled(text: &str) -> Result<String, Refusal> {
    if text.trim().is_empty() { Err(Refusal::Bad) } else { Ok(text.trim().to_owned()) }
}

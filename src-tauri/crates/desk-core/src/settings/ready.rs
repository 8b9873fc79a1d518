//! Not Ready reason codes: no operation of the server lists them, so a setting does.

use super::problem::quoted;
use super::section::{Place, Refusal, Section};

/// One Not Ready reason.
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
        if let Some(codes) = section.tables("reason_codes", |entry| {
            let mut code = None;
            let mut label = None;
            entry.required("code", CODE, &mut code, filled);
            entry.required("label", LABEL, &mut label, filled);
            code.zip(label).map(|(code, label)| ReasonCode { code, label })
        }) {
            self.reason_codes = Vec::with_capacity(codes.len());
            let mut places: Vec<Place> = Vec::with_capacity(codes.len());
            for (place, reason) in codes {
                let same = |r: &ReasonCode| r.code == reason.code;
                if let Some(first) = self.reason_codes.iter().position(same) {
                    let accepted = "a code that stands in the list only once";
                    let found = Some(quoted(&reason.code));
                    section.conflict_at(&place, &places[first].entry, found, accepted);
                } else {
                    self.reason_codes.push(reason);
                    places.push(place);
                }
            }
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

fn filled(text: &str) -> Result<String, Refusal> {
    if text.trim().is_empty() { Err(Refusal::Bad) } else { Ok(text.trim().to_owned()) }
}

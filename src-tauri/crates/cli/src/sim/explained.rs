//! What every switch of the simulator is for.
//!
//! The explanations are the documentation of the switches themselves, read out of the source that
//! declares them, so that the list is never behind.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use contact_center_sim::cct::CctQuirks;
use contact_center_sim::center::Quirks;
use serde_json::Value;

use super::switches::Switches;

/// The declarations of the web chat side's switches.
const EWC_SOURCE: &str = include_str!("../../../contact-center-sim/src/center/quirks.rs");
/// The declarations of the CCT side's switches, and of the types it takes from its neighbours.
const CCT_SOURCES: [&str; 4] = [
    include_str!("../../../contact-center-sim/src/cct/quirks.rs"),
    include_str!("../../../contact-center-sim/src/soap/xsd/check.rs"),
    include_str!("../../../contact-center-sim/src/soap/fault.rs"),
    include_str!("../../../contact-center-sim/src/soap/writer.rs"),
];

/// Every switch with its meaning, its default and its alternatives.
pub(super) fn list() -> String {
    let ewc = serde_json::to_value(Quirks::default());
    let cct = serde_json::to_value(CctQuirks::default());
    let mut text = String::new();
    for (option, defaults, sources, holder) in [
        (Quirks::OPTION, ewc, &[EWC_SOURCE][..], "Quirks"),
        (CctQuirks::OPTION, cct, &CCT_SOURCES[..], "CctQuirks"),
    ] {
        let _ = writeln!(text, "{option} NAME=VALUE, repeatable:\n");
        let defaults = defaults.unwrap_or_default();
        let docs = Declarations::read(sources);
        for member in docs.of(holder) {
            let default = defaults.get(&member.name).map(Value::to_string).unwrap_or_default();
            let default = default.trim_matches('"');
            let _ = writeln!(text, "  {}={default}\n      {}", member.name, member.explanation);
            for choice in docs.of(&member.of_type) {
                let _ = writeln!(text, "      {:<26} {}", choice.name, choice.explanation);
            }
        }
        text.push('\n');
    }
    text
}

/// A field of a struct or a variant of an enum.
struct Member {
    name: String,
    of_type: String,
    explanation: String,
}

/// Members by the type that declares them.
struct Declarations(BTreeMap<String, Vec<Member>>);

impl Declarations {
    fn read(sources: &[&str]) -> Self {
        let mut found: BTreeMap<String, Vec<Member>> = BTreeMap::new();
        for source in sources {
            let mut holder: Option<String> = None;
            let mut explanation = String::new();
            for line in source.lines() {
                let code = line.trim();
                if let Some(words) = code.strip_prefix("///") {
                    if !explanation.is_empty() {
                        explanation.push(' ');
                    }
                    explanation.push_str(words.trim());
                } else if code.starts_with("#[") {
                    // An attribute stands between the words and what they are about.
                } else if let Some(name) = declared(line) {
                    holder = Some(name);
                    explanation.clear();
                } else if line == "}" {
                    holder = None;
                } else {
                    let words = std::mem::take(&mut explanation);
                    let is_member = line.starts_with("    ") && !line.starts_with("     ");
                    if let (Some(holder), true, false) = (&holder, is_member, words.is_empty()) {
                        found.entry(holder.clone()).or_default().push(member(code, words));
                    }
                }
            }
        }
        Self(found)
    }

    fn of(&self, holder: &str) -> &[Member] {
        self.0.get(holder).map_or(&[], Vec::as_slice)
    }
}

/// The name of the public struct or enum that a line begins to declare.
fn declared(line: &str) -> Option<String> {
    let rest = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum "))?;
    Some(rest.strip_suffix(" {")?.to_owned())
}

fn member(code: &str, explanation: String) -> Member {
    let code = code.trim_start_matches("pub ").trim_end_matches(',');
    let (name, of_type) = code.split_once(": ").unwrap_or((code, ""));
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    Member { name: snake, of_type: of_type.to_owned(), explanation }
}

#[cfg(test)]
mod tests {
    use contact_center_sim::cct::CctQuirks;
    use contact_center_sim::center::Quirks;

    use super::{CCT_SOURCES, Declarations, EWC_SOURCE, Switches, list};

    #[test]
    fn every_switch_and_every_alternative_is_explained() {
        fn check<S: Switches>(defaults: serde_json::Value, sources: &[&str], holder: &str) {
            let docs = Declarations::read(sources);
            for (name, default) in defaults.as_object().unwrap() {
                let member = docs.of(holder).iter().find(|member| member.name == *name);
                let member = member.unwrap_or_else(|| panic!("{name} is not explained"));
                let choices = docs.of(&member.of_type);
                assert_eq!(default.is_string(), !choices.is_empty(), "{name}: {}", member.of_type);
                for choice in choices {
                    let named = [(name.clone(), choice.name.clone().into())];
                    assert!(S::from_named(named.into_iter().collect()).is_ok(), "{}", choice.name);
                }
            }
        }
        let ewc = serde_json::to_value(Quirks::default()).unwrap();
        check::<Quirks>(ewc, &[EWC_SOURCE], "Quirks");
        let cct = serde_json::to_value(CctQuirks::default()).unwrap();
        check::<CctQuirks>(cct, &CCT_SOURCES, "CctQuirks");
        assert!(list().contains("timestamps=mixed"));
    }
}

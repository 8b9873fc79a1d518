//! Scripted customers that come by themselves once the simulator runs.

use std::path::Path;

use contact_center_sim::serve::control::Customers;
use serde_json::{Value, json};

use crate::failure::Failure;

/// Scenarios that need no file, with their explanations.
pub(super) const NAMED: [(&str, &str); 3] = [
    ("greeting", "one customer says hello, answers the first reply and stays"),
    ("goodbye", "one customer says hello, waits for a reply and leaves"),
    ("rush", "five customers come at once, each with a question"),
];

/// The customers of a scenario: a name of [`NAMED`], or a file with what the control interface
/// takes at `/control/customers`.
///
/// # Errors
/// [`Failure::Scenario`]: neither a name nor a file that can be read.
pub(super) fn read(scenario: &str) -> Result<Customers, Failure> {
    let bad = |why: String| Failure::Scenario { scenario: scenario.to_owned(), why };
    let value: Value = match named(scenario) {
        Some(value) => value,
        None => {
            let text = std::fs::read_to_string(Path::new(scenario))
                .map_err(|error| bad(format!("no known name, and as a file: {error}")))?;
            serde_json::from_str(&text).map_err(|error| bad(error.to_string()))?
        }
    };
    serde_json::from_value(value).map_err(|error| bad(error.to_string()))
}

fn named(scenario: &str) -> Option<Value> {
    let hello = json!({ "step": "say", "text": "Hello, are there seats on the night train?" });
    let heard = json!({ "step": "await_message" });
    Some(match scenario {
        "greeting" => json!({ "steps": [
            { "step": "await_agent" }, hello, heard,
            { "step": "say", "text": "Thank you, that is what I wanted to know." },
        ] }),
        "goodbye" => {
            json!({ "steps": [{ "step": "await_agent" }, hello, heard, { "step": "leave" }] })
        }
        "rush" => json!({ "count": 5, "steps": [
            { "step": "await_agent" },
            { "step": "say", "text": "I am number {n}. Can you find my booking?" },
        ] }),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{NAMED, read};

    #[test]
    fn every_named_scenario_can_be_played() {
        for (name, _) in NAMED {
            assert!(!read(name).unwrap().steps.is_empty(), "{name}");
        }
    }

    #[test]
    fn an_unknown_one_is_named() {
        let failure = read("no-such-scenario").unwrap_err().to_string();
        assert!(failure.contains("no-such-scenario"), "{failure}");
    }
}

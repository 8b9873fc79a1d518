//! Situations that play by themselves once the simulator runs.

use std::path::Path;

use contact_center_sim::Scenario;
use contact_center_sim::scenario::Arrival;
use contact_center_sim::serve::control::Customers;
use serde_json::Value;

use crate::failure::Failure;

/// The built-in scenarios, name and explanation.
///
/// # Errors
/// [`Failure::Scenario`]: one of them is broken.
pub(super) fn named() -> Result<Vec<(&'static str, String)>, Failure> {
    Scenario::NAMES.iter().map(|name| Ok((*name, read(name)?.1.about))).collect()
}

/// Name and content of a scenario: built in, or a file that holds one. A file may hold what the
/// control interface takes at `/control/customers` as well.
///
/// # Errors
/// [`Failure::Scenario`]: neither a name nor a file that can be read.
pub(super) fn read(scenario: &str) -> Result<(String, Scenario), Failure> {
    let bad = |why: String| Failure::Scenario { scenario: scenario.to_owned(), why };
    if Scenario::NAMES.contains(&scenario) {
        let built_in = Scenario::named(scenario).map_err(|error| bad(error.to_string()))?;
        return Ok((scenario.to_owned(), built_in));
    }
    let path = Path::new(scenario);
    let text = std::fs::read_to_string(path)
        .map_err(|error| bad(format!("no known name, and as a file: {error}")))?;
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let value: Value = serde_json::from_str(&text).map_err(|error| bad(error.to_string()))?;
    let only_customers = ["count", "chat", "steps"].iter().any(|key| value.get(key).is_some());
    let found = if only_customers {
        serde_json::from_value(value).map(of_customers)
    } else {
        serde_json::from_value(value)
    };
    Ok((name.unwrap_or_default(), found.map_err(|error| bad(error.to_string()))?))
}

fn of_customers(Customers { count, chat, steps }: Customers) -> Scenario {
    Scenario {
        about: format!("{count} scripted customers"),
        customers: vec![Arrival { after_ms: 0, count, chat, steps }],
        ..Scenario::default()
    }
}

#[cfg(test)]
mod tests {
    use super::{named, read};

    #[test]
    fn every_built_in_scenario_is_explained() {
        let names: Vec<_> = named().unwrap().into_iter().map(|(name, _)| name).collect();
        for wanted in [
            "quiet-day",
            "busy-hour",
            "consult-to-transfer",
            "consult-to-conference",
            "barge",
            "supervisor-wall",
        ] {
            assert!(names.contains(&wanted), "{wanted}");
        }
    }

    #[test]
    fn a_file_holds_a_scenario_or_customers_only() {
        let folder = std::env::temp_dir().join(format!("desk-scenario-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("mine.json");
        for (text, customers, contacts) in [
            (r#"{ "count": 3, "steps": [{ "step": "await_agent" }] }"#, 3, 0),
            (r#"{ "contacts": [{ "contact": { "kind": "email" } }] }"#, 0, 1),
        ] {
            std::fs::write(&file, text).unwrap();
            let (name, read) = read(file.to_str().unwrap()).unwrap();
            let count: usize = read.customers.iter().map(|arrival| arrival.count).sum();
            assert_eq!((name.as_str(), count, read.contacts.len()), ("mine", customers, contacts));
        }
        std::fs::write(&file, r#"{ "colleages": [] }"#).unwrap();
        let failure = read(file.to_str().unwrap()).unwrap_err().to_string();
        assert!(failure.contains("colleagues"), "{failure}");
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn an_unknown_one_is_named() {
        let failure = read("no-such-scenario").unwrap_err().to_string();
        assert!(failure.contains("no-such-scenario"), "{failure}");
    }
}

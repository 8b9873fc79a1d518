//! The simulator's switches on the command line: `name=value`.

use contact_center_sim::cct::CctQuirks;
use contact_center_sim::center::Quirks;
use serde_json::{Map, Value};

use crate::failure::Failure;

/// A side of the simulator that has switches.
pub(super) trait Switches: Sized {
    /// The option that sets one.
    const OPTION: &'static str;
    /// Builds the switches from those that are named; the others keep their default.
    fn from_named(named: Map<String, Value>) -> Result<Self, serde_json::Error>;
}

impl Switches for Quirks {
    const OPTION: &'static str = "--quirk";
    fn from_named(named: Map<String, Value>) -> Result<Self, serde_json::Error> {
        serde_json::from_value(Value::Object(named))
    }
}

impl Switches for CctQuirks {
    const OPTION: &'static str = "--cct-quirk";
    fn from_named(named: Map<String, Value>) -> Result<Self, serde_json::Error> {
        serde_json::from_value(Value::Object(named))
    }
}

/// Reads `name=value` words; a value is JSON, or a bare word.
///
/// # Errors
/// [`Failure::Switch`] with the first word that is none.
pub(super) fn read<S: Switches>(words: &[String]) -> Result<S, Failure> {
    let mut all = Map::new();
    for word in words {
        let bad = |why: String| Failure::Switch { option: S::OPTION, switch: word.clone(), why };
        let Some((name, value)) = word.split_once('=') else {
            return Err(bad("name=value is wanted".to_owned()));
        };
        let value: Value = serde_json::from_str(value).unwrap_or_else(|_| Value::from(value));
        // One by one first, so that the message names the switch that is wrong.
        S::from_named(Map::from_iter([(name.to_owned(), value.clone())]))
            .map_err(|error| bad(error.to_string()))?;
        all.insert(name.to_owned(), value);
    }
    S::from_named(all).map_err(|error| Failure::Switch {
        option: S::OPTION,
        switch: words.join(" "),
        why: error.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use contact_center_sim::center::Quirks;

    use super::read;

    #[test]
    fn named_switches_change_and_others_do_not() {
        let words = ["acknowledge=false".to_owned(), "timestamps=milliseconds".to_owned()];
        let quirks: Quirks = read(&words).unwrap();
        assert!(!quirks.acknowledge);
        assert_eq!(
            quirks,
            Quirks { acknowledge: false, timestamps: quirks.timestamps, ..Quirks::default() }
        );
    }

    #[test]
    fn a_mistake_names_the_switch() {
        for (word, says) in [
            ("acknowlege=true", "acknowledge"),
            ("timestamps=hours", "milliseconds"),
            ("acknowledge", "name=value"),
        ] {
            let failure = read::<Quirks>(&[word.to_owned()]).unwrap_err().to_string();
            assert!(failure.contains(word) && failure.contains(says), "{failure}");
        }
    }
}

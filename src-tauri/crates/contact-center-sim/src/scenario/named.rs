//! The built-in scenarios, each a file of its own.

macro_rules! scenarios {
    ($($name:literal,)*) => {
        pub(super) const NAMES: [&str; [$($name),*].len()] = [$($name),*];

        pub(super) fn text(name: &str) -> Option<&'static str> {
            match name {
                $($name => Some(include_str!(concat!(
                    env!("CARGO_MANIFEST_DIR"), "/assets/scenarios/", $name, ".json"
                ))),)*
                _ => None,
            }
        }
    };
}

scenarios! {
    "greeting",
    "goodbye",
    "rush",
    "quiet-day",
    "busy-hour",
    "consult-to-transfer",
    "consult-to-conference",
    "barge",
    "supervisor-wall",
}

#[cfg(test)]
mod tests {
    use super::super::Scenario;
    use crate::demo;

    #[test]
    fn every_built_in_scenario_can_be_read_and_has_its_people() {
        let agents: Vec<_> = demo::setup().agents.into_iter().map(|agent| agent.id).collect();
        for name in Scenario::NAMES {
            let scenario = Scenario::named(name).unwrap();
            assert!(!scenario.about.is_empty(), "{name}");
            for colleague in &scenario.colleagues {
                assert!(agents.contains(&colleague.agent), "{name}");
            }
        }
        assert!(Scenario::named("no-such").is_err());
    }
}

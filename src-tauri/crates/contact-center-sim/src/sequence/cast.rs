//! Who plays whom: ids of one run to the names of a chart.

use std::collections::BTreeMap;

/// Replaces agent ids and contact ids; what has no part keeps its own name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cast {
    agents: BTreeMap<String, String>,
    contacts: BTreeMap<String, String>,
}

impl Cast {
    /// Nobody is renamed.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An agent gets a part.
    #[must_use]
    pub fn with_agent(mut self, id: &str, part: &str) -> Self {
        self.agents.insert(id.to_owned(), part.to_owned());
        self
    }

    /// A contact gets a part.
    #[must_use]
    pub fn with_contact(mut self, guid: u64, part: &str) -> Self {
        self.contacts.insert(guid.to_string(), part.to_owned());
        self
    }

    /// Reads `20001:A,20002:B,7001:g`: letters in capitals are agents, others contacts.
    #[must_use]
    pub fn read(text: &str) -> Self {
        text.split(',').filter_map(|one| one.split_once(':')).fold(Self::new(), |cast, (id, to)| {
            let agent = to.chars().next().is_some_and(char::is_uppercase);
            match id.parse::<u64>() {
                Ok(guid) if !agent => cast.with_contact(guid, to),
                _ => cast.with_agent(id, to),
            }
        })
    }

    pub(crate) fn agent(&self, id: &str) -> String {
        self.agents.get(id).map_or_else(|| id.to_owned(), String::clone)
    }

    pub(crate) fn contact(&self, guid: &str) -> String {
        self.contacts.get(guid).map_or_else(|| guid.to_owned(), String::clone)
    }
}

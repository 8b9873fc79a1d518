//! From what the server lists to what a supervisor reads: agents merged, contacts flagged, sorted.

use std::collections::BTreeMap;

use ewc_wire::agent::{
    AgentDataNotification, Measure, SupervisedAgent, SupervisedConversation, Threshold,
};
use ewc_wire::{AgentId, Guid};
use log_safe::Private;

use super::urgency::{by_importance, by_urgency};
use super::{BoardAgent, BoardRow, Counters, Flag, Trend};

/// What one answer says.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) agents: Vec<BoardAgent>,
    pub(crate) rows: Vec<BoardRow>,
    pub(crate) skipped: u32,
}

/// One agent, however often the server lists it.
#[derive(Default)]
struct Entry<'a> {
    name: Option<&'a Private<String>>,
    status: Option<&'a String>,
    conversations: BTreeMap<Guid, &'a SupervisedConversation>,
}

impl Reading {
    pub(crate) fn of(data: &AgentDataNotification) -> Self {
        let mut reading = Self { skipped: data.skipped, ..Self::default() };
        let mut entries: BTreeMap<&AgentId, Entry<'_>> = BTreeMap::new();
        for agent in &data.agents {
            reading.skipped = reading.skipped.saturating_add(agent.skipped);
            entries.entry(&agent.agent_id).or_default().add(agent);
        }
        for (id, entry) in entries {
            let rows = entry.conversations.values();
            reading.rows.extend(rows.map(|chat| row(id, chat, &data.thresholds)));
            reading.agents.push(entry.agent(id));
        }
        reading.agents.sort_by_cached_key(|agent| agent.name.as_str().to_lowercase());
        reading.rows.sort_by(by_urgency);
        reading
    }
}

impl<'a> Entry<'a> {
    /// The same agent may be listed again, with the same or other contacts: the later word counts.
    fn add(&mut self, agent: &'a SupervisedAgent) {
        let name = agent.display_name.as_ref().filter(|name| !name.as_str().trim().is_empty());
        self.name = name.or(self.name);
        self.status = agent.status.as_ref().or(self.status);
        self.conversations.extend(agent.conversations.iter().map(|chat| (chat.guid, chat)));
    }

    fn agent(self, id: &AgentId) -> BoardAgent {
        BoardAgent {
            id: id.clone(),
            name: self.name.cloned().unwrap_or_else(|| id.as_str().into()),
            status: self.status.cloned(),
            contacts: u32::try_from(self.conversations.len()).unwrap_or(u32::MAX),
        }
    }
}

fn row(
    agent: &AgentId,
    chat: &SupervisedConversation,
    thresholds: &BTreeMap<Measure, Threshold>,
) -> BoardRow {
    let measure = |measure: Measure| chat.measures.get(&measure).copied();
    let counters = Counters {
        length: measure(Measure::ConversationLength),
        since_agent: measure(Measure::LastMessageOut),
        since_customer: measure(Measure::LastMessageIn),
        agent_lines: measure(Measure::NumberOfAgentMessages),
        unanswered: measure(Measure::NumberOfUnansweredCustomerMessages),
    };
    let mut flags: Vec<Flag> = thresholds
        .iter()
        .filter_map(|(measure, limit)| {
            let value = *chat.measures.get(measure)?;
            let Threshold { threshold, priority } = *limit;
            let flag = || Flag { measure: measure.clone(), value, threshold, priority };
            (value > threshold).then(flag)
        })
        .collect();
    flags.sort_by(by_importance);
    BoardRow { guid: chat.guid, agent: agent.clone(), counters, flags, trend: Trend::Steady }
}

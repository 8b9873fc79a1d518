//! The supervisor's board: agents, their contacts, and why one of them needs a look.

mod reading;
#[cfg(test)]
mod tests;
mod trend;
mod urgency;

use ewc_wire::agent::Measure;
use ewc_wire::{AgentId, Guid};
use log_safe::Private;

use crate::failure::Failure;
use crate::time::Millis;

pub(crate) use reading::Reading;
pub(crate) use trend::Samples;

/// What a supervisor sees of the agents (chapter 11, "Agent Data Notification").
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Board {
    /// True while a screen shows it, so that it is asked for.
    pub watched: bool,
    /// When the data came, by the desk's clock.
    pub at: Option<Millis>,
    /// Why the last question failed, until the next answer.
    pub failure: Option<Failure>,
    /// The agents, by name.
    pub agents: Vec<BoardAgent>,
    /// Their contacts, most urgent first. One contact stands once for each agent who has it, as
    /// in a consult: guid and agent together tell two rows apart.
    pub rows: Vec<BoardRow>,
    /// Agents, contacts and thresholds of the last answer that could not be read.
    pub skipped: u32,
}

/// One agent of the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardAgent {
    /// The id.
    pub id: AgentId,
    /// The name, or the id where there is none.
    pub name: Private<String>,
    /// Ready or not, in the server's words, where it says so.
    pub status: Option<String>,
    /// How many contacts the agent has.
    pub contacts: u32,
}

/// One contact of the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardRow {
    /// The room.
    pub guid: Guid,
    /// Whose.
    pub agent: AgentId,
    /// What is measured of it; the five that the guide names, each where the server sent it.
    pub counters: Counters,
    /// The thresholds it exceeds, most important first.
    pub flags: Vec<Flag>,
    /// Where it is heading, by the desk's own samples.
    pub trend: Trend,
}

/// The five counters of a contact.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counters {
    /// How long the conversation lasts, in seconds.
    pub length: Option<i64>,
    /// Time since the agent's last line, in seconds.
    pub since_agent: Option<i64>,
    /// Time since the customer's last line, in seconds.
    pub since_customer: Option<i64>,
    /// How many lines the agent wrote.
    pub agent_lines: Option<i64>,
    /// How many lines of the customer wait for an answer.
    pub unanswered: Option<i64>,
}

/// A threshold that is exceeded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// What is measured.
    pub measure: Measure,
    /// The value.
    pub value: i64,
    /// A greater value than this is flagged.
    pub threshold: i64,
    /// 1 matters most; `None` matters least.
    pub priority: Option<i64>,
}

/// Where a contact is heading.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Trend {
    /// No earlier sample, or no change that matters.
    #[default]
    Steady,
    /// It needs a look sooner than before.
    Worse,
    /// It needs one later than before.
    Better,
}

//! The supervisor's board.

use serde::Serialize;
use ts_rs::TS;

use crate::api_error::ApiError;

/// What a supervisor sees of the agents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardView {
    /// When the data came; absent before the first answer.
    #[ts(type = "number | null")]
    pub at: Option<i64>,
    /// Why the last question failed, until the next answer.
    pub failure: Option<ApiError>,
    /// The agents, by name.
    pub agents: Vec<BoardAgentView>,
    /// Their contacts, most urgent first.
    pub rows: Vec<BoardRowView>,
}

/// One agent of the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardAgentView {
    /// The id.
    pub id: String,
    /// The name, or the id.
    pub name: String,
    /// Ready or not, in the server's words, where it says so.
    pub status: Option<String>,
    /// How many contacts the agent has.
    pub contacts: u32,
}

/// One contact of the board. All times are seconds at [`BoardView::at`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardRowView {
    /// The room.
    pub guid: String,
    /// Whose (the agent's id).
    pub agent: String,
    /// How long the conversation lasts, in seconds.
    #[ts(type = "number | null")]
    pub length: Option<i64>,
    /// Time since the agent's last line, in seconds.
    #[ts(type = "number | null")]
    pub since_agent: Option<i64>,
    /// Time since the customer's last line, in seconds.
    #[ts(type = "number | null")]
    pub since_customer: Option<i64>,
    /// How many lines the agent wrote.
    #[ts(type = "number | null")]
    pub agent_lines: Option<i64>,
    /// How many lines of the customer wait for an answer.
    #[ts(type = "number | null")]
    pub unanswered: Option<i64>,
    /// The thresholds it exceeds, most important first.
    pub flags: Vec<FlagView>,
    /// Where it is heading.
    pub trend: TrendView,
}

/// A threshold that is exceeded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FlagView {
    /// What is measured.
    pub measure: MeasureView,
    /// The server's name for it.
    pub name: String,
    /// The value.
    #[ts(type = "number")]
    pub value: i64,
    /// A greater value than this is flagged.
    #[ts(type = "number")]
    pub threshold: i64,
    /// 1 matters most; absent matters least.
    #[ts(type = "number | null")]
    pub priority: Option<i64>,
}

/// What is measured of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MeasureView {
    /// How long the conversation lasts.
    Length,
    /// Time since the agent's last line.
    SinceAgent,
    /// Time since the customer's last line.
    SinceCustomer,
    /// How many lines the agent wrote.
    AgentLines,
    /// How many lines of the customer wait for an answer.
    Unanswered,
    /// Something this desk has no words for.
    Other,
}

/// Where a contact is heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TrendView {
    /// No earlier sample, or no change that matters.
    Steady,
    /// It needs a look sooner than before.
    Worse,
    /// It needs one later than before.
    Better,
}

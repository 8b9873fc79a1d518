//! Consult, transfer and conference: where to, with whom, how far.

use serde::Serialize;
use ts_rs::TS;

use super::possible::Possible;
use super::timeline::Author;
use crate::api_error::ApiError;

/// The part the signed-in agent plays in a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartView {
    /// Nobody has said so yet.
    Unknown,
    /// Owns the room.
    Owner,
    /// Was asked for help: sees the customer, whispers.
    Consulted,
    /// Takes part in a conference without owning it: writes to the customer.
    Member,
    /// A supervisor has taken the room over: whispers only.
    Bystander,
    /// A supervisor who watches.
    Observer,
}

/// A consult, transfer or conference that the agent has begun. Gone once its end is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JointView {
    /// The other agent's id; absent for a skillset.
    pub agent_id: Option<String>,
    /// The other agent's or the skillset's name.
    pub name: String,
    /// How far it has got.
    pub step: JointStep,
    /// When it was begun.
    #[ts(type = "number")]
    pub begun_at: i64,
    /// When the step it is at is given up, where it has a limit.
    #[ts(type = "number | null")]
    pub until: Option<i64>,
    /// Why the last step failed.
    pub failure: Option<ApiError>,
}

/// How far a consult or transfer has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum JointStep {
    /// The server has been asked to invite the agent.
    Inviting,
    /// The invitation is out; the other agent has not come yet.
    Ringing,
    /// The other agent is in the room; whispers go to and fro.
    Talking,
    /// The reason for a transfer to a skillset is on its way as a whisper.
    Briefing,
    /// The server has been asked to complete the transfer.
    Transferring,
    /// The server has been asked to complete the conference.
    Conferring,
    /// The server has been asked to end it.
    Ending,
    /// It did not come about; the agent may try again.
    Failed,
}

/// Where a contact can go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DestinationsView {
    /// True while the server is asked; an earlier list stays.
    pub asking: bool,
    /// When the list came; absent before.
    #[ts(type = "number | null")]
    pub at: Option<i64>,
    /// Why there is no list.
    pub failure: Option<ApiError>,
    /// The skillsets.
    pub queues: Vec<QueueView>,
}

/// A skillset, with the agents who are there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QueueView {
    /// What a transfer names it by.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether the contact can be transferred there.
    pub transfer: Possible,
    /// Its agents.
    pub agents: Vec<AgentChoiceView>,
}

/// An agent who may be consulted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AgentChoiceView {
    /// The id.
    pub id: String,
    /// The name, or the id.
    pub name: String,
    /// Whether the agent can be consulted.
    pub consult: Possible,
}

/// What a hand-over brief can be made of; the words around it are the screen's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BriefFacts {
    /// How long the agent has been in the room, in minutes.
    pub minutes: u32,
    /// The last exchanges, oldest first.
    pub exchanges: Vec<BriefLine>,
    /// The pages pushed so far.
    pub pages: Vec<String>,
}

/// One line of a brief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BriefLine {
    /// Who wrote it.
    pub author: Author,
    /// The name shown.
    pub name: String,
    /// The text, shortened.
    pub text: String,
}

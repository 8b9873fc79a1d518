//! Where a contact can go, as the chat server listed it.

use ewc_wire::{AgentId, QueueId};
use log_safe::Private;

use crate::ewc::RequestId;
use crate::failure::{Failure, WhyNot};
use crate::time::Millis;

/// Where a contact can go (chapter 11, "Get Destinations Notification").
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Destinations {
    /// Where the question stands.
    pub state: DestinationsState,
    /// When the list came.
    pub at: Option<Millis>,
    /// The skillsets, in the server's order.
    pub queues: Vec<QueueChoice>,
    /// True between the server's answer and the list in it.
    pub(crate) coming: bool,
}

/// Where the question for destinations stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum DestinationsState {
    /// Nobody has asked.
    #[default]
    NotAsked,
    /// The server has been asked; an earlier list stays.
    Asking(RequestId),
    /// The list is here.
    Here,
    /// The server did not answer, or refused.
    Failed(Failure),
}

/// A skillset, with the agents who are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueChoice {
    /// What a transfer names it by.
    pub queue: QueueId,
    /// Its name.
    pub name: String,
    /// Why the contact cannot be transferred there, when it cannot.
    pub refused: Option<WhyNot>,
    /// Its agents.
    pub agents: Vec<AgentChoice>,
}

/// An agent who may be consulted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgentChoice {
    /// The id.
    pub id: AgentId,
    /// The name, or the id where there is none.
    pub name: Private<String>,
    /// Why the agent cannot be consulted, when that is so.
    pub refused: Option<WhyNot>,
}

//! A consult, transfer or conference that the agent has begun: with whom, how far, until when.

use ewc_wire::{AgentId, QueueId};
use log_safe::Private;

use crate::ewc::RequestId;
use crate::failure::Failure;
use crate::time::Millis;

/// A consult, transfer or conference that the agent has begun (guide, chapter 7, "Transferring a
/// chat session" and "Conferencing a chat session"). It is gone once its end is reached: after a
/// transfer the contact is, after a conference has begun the room itself says so.
#[derive(Debug, Clone, PartialEq)]
pub struct Joint {
    /// With whom, or where to.
    pub target: Target,
    /// How far it has got.
    pub step: Step,
    /// When it was begun.
    pub begun_at: Millis,
    /// When the step it is at is given up, where it has a limit.
    pub until: Option<Millis>,
    /// Why the last step failed; the step before it stands.
    pub failure: Option<Failure>,
    /// What the other agent is told first, as a whisper.
    pub(crate) brief: Option<Private<String>>,
    /// The request that the step waits for.
    pub(crate) request: Option<RequestId>,
}

/// Where a consult or transfer goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An agent.
    Agent {
        /// The id.
        id: AgentId,
        /// The name, or the id where there is none.
        name: Private<String>,
    },
    /// A skillset's queue.
    Skillset {
        /// What the transfer names it by.
        queue: QueueId,
        /// Its name.
        name: String,
    },
}

/// How far a consult or transfer has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
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
    /// It did not come about, for the reason in [`Joint::failure`]; the agent may try again.
    Failed,
}

impl Step {
    /// True while the server owes an answer, so that nothing else may be begun.
    pub const fn is_running(self) -> bool {
        matches!(
            self,
            Self::Inviting | Self::Briefing | Self::Transferring | Self::Conferring | Self::Ending
        )
    }
}

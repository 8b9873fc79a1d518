//! A consult, transfer or conference that the agent has begun: with whom, how far, until when.

use ewc_wire::{AgentId, QueueId};
use log_safe::Private;

use super::room::Room;
use crate::ewc::RequestId;
use crate::failure::Failure;
use crate::time::Millis;
use crate::timeline::ItemId;

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
    /// The whisper that tells the reason of a transfer to a skillset.
    pub(crate) reason: Option<ItemId>,
    /// True when the link died before the answer: entering the room again tells what happened.
    pub(crate) in_doubt: bool,
    /// True after a transfer that nobody answered in time: it may have gone through.
    pub(crate) maybe_over: bool,
    /// True when the server refused to remove the other agent, who may have left without a word.
    pub(crate) maybe_alone: bool,
    /// Why the step [`Step::Ending`] was begun, where the agent did not ask for it.
    pub(crate) ended_by: Option<Failure>,
    /// How long the invitation rings.
    pub(crate) rings_until: Option<Millis>,
}

/// What is over for good in a contact.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Spent {
    /// Whether the one transfer was used.
    pub(crate) transfer: Transfer,
    /// True when this agent has begun a conference here.
    pub(crate) conference: bool,
}

/// Whether the one transfer that a chat allows was used (guide, chapter 7).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Transfer {
    /// As far as anybody said, it was not.
    #[default]
    Free,
    /// The server refused one, with the other agent in the room: most likely for this reason. What
    /// shows another reason takes it back.
    Refused,
    /// This agent got the chat by it.
    Used,
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

/// How long an invitation rings where the room's timers do not say so, in milliseconds; a guess.
const RING_MS: i64 = 30_000;

/// How long the reason for a transfer may take on its way, in milliseconds.
pub(crate) const REASON_MS: i64 = 15_000;

/// How long an invitation rings, by the room's `consultRequestTimeout`, in milliseconds.
pub(crate) fn ring_ms(room: &Room) -> i64 {
    room.timers.consult_request_timeout.map_or(RING_MS, |seconds| i64::from(seconds) * 1_000)
}

impl Joint {
    pub(crate) fn new(now: Millis, target: Target, step: Step) -> Self {
        Self {
            target,
            step,
            begun_at: now,
            until: None,
            failure: None,
            brief: None,
            request: None,
            reason: None,
            in_doubt: false,
            maybe_over: false,
            maybe_alone: false,
            ended_by: None,
            rings_until: None,
        }
    }

    /// The agent it is with.
    pub fn agent(&self) -> Option<&AgentId> {
        match &self.target {
            Target::Agent { id, .. } => Some(id),
            Target::Skillset { .. } => None,
        }
    }

    /// The name of this agent, where the consult is with that one.
    pub(crate) fn name_of(&self, agent: &AgentId) -> Option<&Private<String>> {
        match &self.target {
            Target::Agent { id, name } if id == agent => Some(name),
            _ => None,
        }
    }

    /// True while the other agent is invited or in the room.
    pub fn is_consult(&self) -> bool {
        matches!(self.target, Target::Agent { .. }) && self.step != Step::Failed
    }

    /// Takes a step that waits for an answer.
    pub(crate) fn waits_for(&mut self, step: Step, request: RequestId) {
        self.step = step;
        self.request = Some(request);
        self.maybe_over = false;
        self.failure = None;
        self.until = None;
    }

    /// The invitation is out.
    pub(crate) fn rings(&mut self, until: Millis, failure: Option<Failure>) {
        self.step = Step::Ringing;
        self.until = Some(until);
        self.rings_until = Some(until);
        self.request = None;
        self.in_doubt = false;
        self.ended_by = None;
        self.failure = failure;
    }

    /// The other agent is there, for all that is known.
    pub(crate) fn talks(&mut self, failure: Option<Failure>) {
        self.step = Step::Talking;
        self.until = None;
        self.request = None;
        self.in_doubt = false;
        self.ended_by = None;
        self.failure = failure;
    }

    /// It did not come about.
    pub(crate) fn fails(&mut self, why: Failure) {
        self.step = Step::Failed;
        self.until = None;
        self.request = None;
        self.in_doubt = false;
        self.ended_by = None;
        self.failure = Some(why);
    }
}

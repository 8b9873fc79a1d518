//! Why a call did not do what it was for, and how that is told to the agent.

use cct_wire::{CallError, Fault, FaultKind, Reply};

use crate::failure::{Failure, FailureKind, LinkFailure};

/// The answer to a call, or why there is none.
pub(super) type Outcome = Result<Reply, Trouble>;

/// Why there is no answer.
#[derive(Debug, Clone)]
pub(super) enum Trouble {
    /// The server refused.
    Fault(Fault),
    /// The server answered something that is not the answer to this call; the words are ours.
    Strange(String),
    /// The server could not be reached, or what answers is not it.
    Link(LinkFailure),
}

impl Trouble {
    /// True when the token is not known to the server (any more).
    pub(super) fn is_session_lost(&self) -> bool {
        matches!(self, Self::Fault(fault) if fault.kind == FaultKind::SessionNotCreated)
    }

    /// True when nothing that could be the server answered.
    pub(super) const fn is_link(&self) -> bool {
        matches!(self, Self::Link(_))
    }

    /// For the agent: a fault is of this kind, a broken link is always a link failure.
    pub(super) fn failure(&self, kind: FailureKind, server: &str) -> Failure {
        match self {
            Self::Fault(fault) => {
                let kind = if self.is_session_lost() { FailureKind::SessionEnded } else { kind };
                Failure::with_detail(kind, fault.message.as_str()).about(server)
            }
            Self::Strange(words) => Failure::with_detail(kind, words.as_str()).about(server),
            Self::Link(link) => Failure::of(FailureKind::Link(link.clone())).about(server),
        }
    }
}

impl From<CallError> for Trouble {
    fn from(error: CallError) -> Self {
        match error {
            CallError::Fault(fault) => Self::Fault(fault),
            CallError::NotXml { .. } => Self::Link(LinkFailure::NotTheServer),
            CallError::HttpStatus(status) => Self::Link(LinkFailure::HttpStatus(status)),
            CallError::UnexpectedBody { .. }
            | CallError::MissingElement { .. }
            | CallError::BadValue { .. } => Self::Strange(error.to_string()),
        }
    }
}

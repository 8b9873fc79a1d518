//! A verb of a conference on its way: to remove, leave, promote or end.
//!
//! Of these only the promotion has an answer of its own. For the rest an acknowledgement or an error
//! may come; where neither does within its time the server has done it, a guess.

use crate::ewc::RequestId;

/// A verb of a conference on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verb {
    /// What was asked.
    pub(crate) kind: VerbKind,
    /// The request; none once the link died before the answer.
    pub(crate) request: Option<RequestId>,
}

/// What was asked of the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum VerbKind {
    /// To make the other agent the owner.
    ChangeOwner,
    /// To remove the other agent.
    Drop,
    /// To let this agent leave.
    Leave,
    /// To end the conference for everybody else.
    CloseConference,
}

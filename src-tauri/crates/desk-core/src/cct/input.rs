//! What the outside tells the CCT session.

use ewc_wire::AgentId;
use log_safe::Secret;

use crate::failure::LinkFailure;

/// The number of a SOAP call; a reply names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CallId(pub u64);

/// What a sign-in needs.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// The CCT user.
    pub user: String,
    /// The user's domain; may be empty.
    pub domain: String,
    /// The user's password.
    pub password: Secret,
    /// The agent to take where the user has several.
    pub agent_id: Option<AgentId>,
}

/// Something that happened outside.
#[derive(Debug, Clone)]
pub enum CctInput {
    /// A call was answered, or its connection failed.
    Replied { call: CallId, outcome: Result<HttpReply, LinkFailure> },
    /// The listener is open at this URL, as the server must use it.
    Listening { url: String },
    /// The listener could not be opened.
    ListenFailed { why: LinkFailure },
    /// A body arrived at the listener.
    Notified { body: String },
    /// Time has passed a deadline.
    Tick,
}

/// An HTTP answer.
#[derive(Clone)]
pub struct HttpReply {
    /// The status.
    pub status: u16,
    /// The body.
    pub body: String,
}

impl std::fmt::Debug for HttpReply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "HttpReply({}, {} bytes)", self.status, self.body.len())
    }
}

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
#[derive(Clone)]
pub enum CctInput {
    /// A call was answered, or its connection failed.
    Replied {
        /// Which call.
        call: CallId,
        /// The answer, or why there is none.
        outcome: Result<HttpReply, LinkFailure>,
    },
    /// The listener is open at this URL, as the server must use it.
    Listening {
        /// Its address.
        url: String,
    },
    /// The listener could not be opened.
    ListenFailed {
        /// Why.
        why: LinkFailure,
    },
    /// A body arrived at the listener.
    Notified {
        /// What arrived; may hold customer data.
        body: String,
    },
    /// Time has passed a deadline.
    Tick,
}

impl std::fmt::Debug for CctInput {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Replied { call, outcome } => write!(f, "Replied({}, {outcome:?})", call.0),
            Self::Listening { .. } => f.write_str("Listening"),
            Self::ListenFailed { why } => write!(f, "ListenFailed({why:?})"),
            Self::Notified { body } => write!(f, "Notified({} bytes)", body.len()),
            Self::Tick => f.write_str("Tick"),
        }
    }
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

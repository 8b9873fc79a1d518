//! What the EWC session tells the desk.

use ewc_wire::agent::Notification;
use ewc_wire::{Guid, Method};

use super::input::RequestId;
use crate::failure::Failure;
use crate::time::Millis;

/// Something the desk must know.
#[derive(Debug, Clone, PartialEq)]
pub enum EwcEvent {
    /// An attempt to connect has begun.
    Connecting,
    /// Logged in; `again` after a lost connection, when rooms must be entered again.
    LoggedIn {
        /// True after a lost connection.
        again: bool,
    },
    /// The first log-in failed; the session is over.
    LogInFailed(Failure),
    /// The connection is down. `retry_at` is absent when nothing is tried without a click.
    Down {
        /// Why.
        why: Failure,
        /// The number of the next attempt, from 1.
        attempt: u32,
        /// When it starts.
        retry_at: Option<Millis>,
    },
    /// A notification that is no answer to a request, or one that is (after its `Answered`).
    Notified(Box<Notification>),
    /// A request has left the desk.
    Transmitted(RequestId),
    /// A request has its answer.
    Answered {
        /// Which.
        request: RequestId,
        /// What.
        answer: Answer,
    },
    /// An acknowledgement that belongs to no open request: one of this method in this room that
    /// counted as handed over has arrived after all.
    LateAcknowledgement {
        /// The acknowledged method.
        method: Method,
        /// The room.
        guid: Option<Guid>,
    },
    /// An error that belongs to no open request: every line of this method that was handed over
    /// without an acknowledgement is in doubt.
    Doubt {
        /// The method in the error, when it names one.
        method: Option<Method>,
        /// What the server said.
        why: Failure,
    },
    /// Frames that could not be read so far on this session.
    Unreadable {
        /// How many.
        count: u32,
    },
    /// A message of a kind this desk does not know, or with a field that does not fit; kept by
    /// the recorder, shown nowhere.
    Unrecognized {
        /// Its method, as far as it can be read; an id of the protocol, never customer text.
        method: String,
    },
    /// The session has ended after `stop`.
    Ended,
}

/// How a request was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The server took it.
    Accepted,
    /// The server refused it.
    Refused(Failure),
    /// It was written to a server that does not acknowledge this method.
    HandedOver,
    /// It was written and the deadline passed without a word.
    NoAnswer,
    /// It was written, and the connection died before an answer.
    Lost,
    /// It was never written: the connection died first.
    NotSent,
}

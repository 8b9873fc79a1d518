//! What goes into the rules and what comes out of them.

use serde_json::Value;

use crate::center::{CctEvent, Guid};

/// One socket, numbered by whoever accepts it; never used twice.
pub type ConnId = u64;

/// What happened outside. Frames were checked against the schemas before.
#[derive(Clone, Debug)]
pub enum Input {
    /// A frame from an agent socket.
    AgentFrame {
        /// The socket.
        conn: ConnId,
        /// The whole frame.
        frame: Value,
    },
    /// An agent socket ended.
    AgentGone {
        /// The socket.
        conn: ConnId,
    },
    /// A frame from a customer socket.
    CustomerFrame {
        /// The socket.
        conn: ConnId,
        /// The whole frame.
        frame: Value,
    },
    /// A customer socket ended.
    CustomerGone {
        /// The socket.
        conn: ConnId,
    },
    /// The transcript filter answered, or failed.
    Filtered {
        /// The contact.
        guid: Guid,
        /// The messages to store, or why the filter gave none.
        messages: Result<Value, String>,
    },
    /// The active server changed: chats survive, agents go Not Ready and stay logged in.
    SwitchOver,
    /// Only time passed.
    Tick,
}

/// What to do outside, in this order.
#[derive(Clone, Debug, PartialEq)]
pub enum Output {
    /// Send a frame to an agent socket.
    ToAgent {
        /// The socket.
        conn: ConnId,
        /// The whole frame.
        frame: Value,
    },
    /// Send a frame to a customer socket.
    ToCustomer {
        /// The socket.
        conn: ConnId,
        /// The whole frame.
        frame: Value,
    },
    /// Close a socket after what was sent.
    Close {
        /// The socket.
        conn: ConnId,
        /// WebSocket close code.
        code: u16,
        /// Close reason.
        reason: &'static str,
    },
    /// Tell the CCT side.
    Cct(CctEvent),
    /// POST the messages of an ended chat to the transcript filter, then feed
    /// [`Input::Filtered`].
    Filter {
        /// The contact.
        guid: Guid,
        /// Where to.
        url: String,
        /// `{"messages":[…]}`.
        messages: Value,
    },
    /// A line for the log of the centre itself.
    Note(String),
}

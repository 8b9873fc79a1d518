//! What the EWC session wants done.

use std::fmt;

use super::event::EwcEvent;
use super::input::ConnectionId;

/// Something to do outside, or to tell the desk.
pub enum EwcOutput {
    /// Open a connection to this URL, with a fresh name look-up; answer with `EwcInput::Opened`
    /// or `EwcInput::Failed` within the time.
    Open {
        /// Its number.
        connection: ConnectionId,
        /// The WebSocket URL.
        url: String,
        /// Give up after this many milliseconds.
        timeout_ms: i64,
    },
    /// Send this text frame; it holds secrets and customer text.
    Transmit {
        /// Which connection.
        connection: ConnectionId,
        /// The frame; holds secrets and customer text.
        text: String,
    },
    /// Send a WebSocket ping.
    Ping {
        /// Which connection.
        connection: ConnectionId,
    },
    /// Close the connection; no answer is wanted.
    Shut {
        /// Which connection.
        connection: ConnectionId,
    },
    /// Tell the desk.
    Event(EwcEvent),
}

impl fmt::Debug for EwcOutput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open { connection, .. } => write!(f, "Open({})", connection.0),
            Self::Transmit { connection, text } => {
                write!(f, "Transmit({}, {} bytes)", connection.0, text.len())
            }
            Self::Ping { connection } => write!(f, "Ping({})", connection.0),
            Self::Shut { connection } => write!(f, "Shut({})", connection.0),
            Self::Event(event) => write!(f, "Event({event:?})"),
        }
    }
}

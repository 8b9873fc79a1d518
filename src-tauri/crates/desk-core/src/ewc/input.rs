//! What the outside tells the EWC session.

use ewc_wire::AgentId;
use log_safe::Secret;

use crate::failure::LinkFailure;

/// The number of a connection; events of an older one are ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ConnectionId(pub u64);

/// The number of a request; its answer names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RequestId(pub u64);

/// What the settings say about the agent socket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EwcConfig {
    /// The WebSocket URL (`WebSocketURL`).
    pub url: String,
    /// Whether a lost connection is restored without asking (`AutoReconnect`).
    pub auto_reconnect: bool,
}

impl EwcConfig {
    /// Host and port, to name the server in a failure.
    pub fn server(&self) -> String {
        url::Url::parse(&self.url).ok().map_or_else(
            || self.url.clone(),
            |url| {
                let host = url.host_str().unwrap_or_default().to_owned();
                url.port_or_known_default().map_or(host.clone(), |port| format!("{host}:{port}"))
            },
        )
    }
}

/// What logging in needs.
#[derive(Debug, Clone)]
pub struct LogIn {
    /// The agent's id.
    pub agent_id: AgentId,
    /// The CCMM password.
    pub password: Secret,
}

/// Something that happened outside.
#[derive(Clone)]
pub enum EwcInput {
    /// The connection is open.
    Opened {
        /// Which connection.
        connection: ConnectionId,
    },
    /// A text frame arrived.
    Frame {
        /// Which connection.
        connection: ConnectionId,
        /// The frame; holds secrets and customer text.
        text: String,
    },
    /// A frame arrived that was too large to take (its length in bytes); the connection lives.
    TooLarge {
        /// Which connection.
        connection: ConnectionId,
        /// Its length.
        bytes: usize,
    },
    /// A pong arrived.
    Pong {
        /// Which connection.
        connection: ConnectionId,
    },
    /// The connection could not be made, or broke.
    Failed {
        /// Which connection.
        connection: ConnectionId,
        /// Why.
        why: LinkFailure,
    },
    /// Time has passed a deadline.
    Tick,
}

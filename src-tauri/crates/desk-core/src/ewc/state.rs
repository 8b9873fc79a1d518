//! Where the session stands: offline → connecting → logging in → online, and back after a loss.

use super::input::{ConnectionId, RequestId};
use super::keep_alive::KeepAlive;
use crate::time::Millis;

/// Where the session stands.
#[derive(Debug)]
pub(super) enum State {
    /// Nothing is wanted: never started, stopped, or waiting for a click.
    Offline,
    /// A connection is being made.
    Connecting { connection: ConnectionId, deadline: Millis },
    /// The log-in is out.
    LoggingIn { connection: ConnectionId, request: RequestId },
    /// Everything works, since then.
    Online { connection: ConnectionId, keep_alive: KeepAlive, since: Millis },
    /// Lost; the next attempt starts at this moment.
    Waiting { retry_at: Millis },
}

impl State {
    /// The connection that counts, if there is one.
    pub(super) const fn connection(&self) -> Option<ConnectionId> {
        match self {
            Self::Connecting { connection, .. }
            | Self::LoggingIn { connection, .. }
            | Self::Online { connection, .. } => Some(*connection),
            Self::Offline | Self::Waiting { .. } => None,
        }
    }
}

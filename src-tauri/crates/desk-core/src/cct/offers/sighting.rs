//! One piece of news about a contact, whichever source it came from.

use cct_wire::{
    ConnectionId, ConnectionState, Contact, Reason, Terminal, TerminalConnectionId,
    TerminalConnectionState,
};

use crate::cct::event::Can;
use crate::time::Millis;

/// What a state means for the agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cct) enum Seen {
    /// It is offered.
    Alerting,
    /// The agent is on it.
    Active,
    /// It is on somebody else's terminal (shared terminals; inferred, section 5.5).
    Elsewhere,
    /// It is no longer the agent's.
    Gone,
}

impl Seen {
    /// What a terminal connection's state means; nothing for states before the offer.
    pub(in crate::cct) const fn at_terminal(state: &TerminalConnectionState) -> Option<Self> {
        match state {
            TerminalConnectionState::Ringing => Some(Self::Alerting),
            TerminalConnectionState::Active
            | TerminalConnectionState::Held
            | TerminalConnectionState::AutoHeld => Some(Self::Active),
            TerminalConnectionState::InUse | TerminalConnectionState::Bridged => {
                Some(Self::Elsewhere)
            }
            TerminalConnectionState::Dropped => Some(Self::Gone),
            TerminalConnectionState::Idle
            | TerminalConnectionState::Unknown
            | TerminalConnectionState::Other(_) => None,
        }
    }

    /// What the state of our address's connection means; nothing for states before the offer.
    pub(in crate::cct) const fn at_address(state: &ConnectionState) -> Option<Self> {
        match state {
            ConnectionState::Alerting => Some(Self::Alerting),
            ConnectionState::Established | ConnectionState::Active => Some(Self::Active),
            ConnectionState::Disconnected | ConnectionState::Failed => Some(Self::Gone),
            _ => None,
        }
    }
}

/// Where a piece of news came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cct) enum Source {
    /// The server pushed it.
    Pushed,
    /// We asked, at this moment.
    Asked(Millis),
}

/// One piece of news.
#[derive(Debug, Clone)]
pub(in crate::cct) struct Sighting {
    pub(in crate::cct) contact: Contact,
    pub(in crate::cct) terminal: Option<Terminal>,
    pub(in crate::cct) terminal_connection: Option<TerminalConnectionId>,
    pub(in crate::cct) connection: Option<ConnectionId>,
    pub(in crate::cct) seen: Seen,
    pub(in crate::cct) reason: Option<Reason>,
    /// What may be done, as far as the news says.
    pub(in crate::cct) can: Can,
    /// When it happened, by the server's clock, in milliseconds since 1970.
    pub(in crate::cct) happened: Option<i64>,
    pub(in crate::cct) source: Source,
}

impl Sighting {
    /// True when another agent invites this one (inferred from the reason's name, section 6.3).
    pub(in crate::cct) const fn is_consult(&self) -> bool {
        matches!(
            self.reason,
            Some(Reason::ConsultInit | Reason::TransferInit | Reason::ConferenceInit)
        )
    }

    /// True when the contact went back to its queue (inferred, section 7.6).
    pub(in crate::cct) const fn is_return(&self) -> bool {
        matches!(self.reason, Some(Reason::Reject | Reason::NotReady))
    }
}

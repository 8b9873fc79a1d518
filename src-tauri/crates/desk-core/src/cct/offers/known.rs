//! One contact of this agent, and what is left of one that ended.

use cct_wire::{ConnectionId, Contact, Provider, Terminal, TerminalConnectionId};

use super::facts::Facts;
use crate::cct::capabilities::Asked;
use crate::cct::event::{Can, CctContact, CctEvent};
use crate::time::Millis;

/// How far a contact has come; it never goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::cct) enum Stage {
    /// It is offered.
    Alerting,
    /// The agent is on it.
    Active,
}

/// A contact that alerts or is active.
#[derive(Debug)]
pub(in crate::cct) struct Known {
    pub(in crate::cct) contact: Contact,
    pub(in crate::cct) terminal: Option<Terminal>,
    pub(in crate::cct) terminal_connection: Option<TerminalConnectionId>,
    pub(in crate::cct) connection: Option<ConnectionId>,
    pub(in crate::cct) stage: Stage,
    pub(in crate::cct) facts: Facts,
    /// True when another agent asks for help.
    pub(in crate::cct) consult: bool,
    /// What may be done with it.
    pub(in crate::cct) can: Can,
    /// What was asked about that.
    pub(in crate::cct) asked: Asked,
    /// When it began to alert, by the server's clock where known.
    pub(in crate::cct) since: Millis,
    /// When the news that counts happened, by the server's clock.
    pub(in crate::cct) happened: Option<i64>,
    /// When that news arrived, by ours.
    pub(in crate::cct) heard: Millis,
    /// True once the desk was told of it since the last reconnect.
    pub(in crate::cct) mentioned: bool,
    /// A rejected contact, and all that alert with it, are being returned until then.
    pub(in crate::cct) returning_until: Option<Millis>,
}

impl Known {
    /// What the desk is told.
    pub(in crate::cct) fn view(&self) -> CctContact {
        CctContact {
            id: self.contact.id.clone(),
            guid: self.facts.guid(&self.contact),
            types: self.contact.types.clone().unwrap_or_default().0,
            intrinsics: self.facts.intrinsics.clone(),
            from: self.facts.from(),
            consult: self.consult,
            can: self.can,
            since: self.since,
        }
    }

    pub(in crate::cct) fn is_returning(&self, now: Millis) -> bool {
        self.returning_until.is_some_and(|until| now <= until)
    }

    /// Only multimedia contacts are returned together; one whose provider is unknown may be one.
    pub(in crate::cct) fn may_be_multimedia(&self) -> bool {
        self.contact.provider.as_ref().is_none_or(Provider::is_multimedia)
    }

    pub(in crate::cct) fn mention(&mut self) -> Vec<CctEvent> {
        self.mentioned = true;
        match self.stage {
            Stage::Alerting => vec![CctEvent::Offered(self.view())],
            Stage::Active => {
                vec![CctEvent::Facts(self.view()), CctEvent::Answered(self.contact.id.clone())]
            }
        }
    }
}

/// A contact that ended: late news about the same presentation must not bring it back.
#[derive(Debug)]
pub(super) struct Gone {
    pub(super) contact: Contact,
    pub(super) terminal_connection: Option<TerminalConnectionId>,
    pub(super) connection: Option<ConnectionId>,
    pub(super) happened: Option<i64>,
    pub(super) heard: Millis,
}

impl Gone {
    pub(super) fn of(known: &Known, now: Millis) -> Self {
        Self {
            contact: known.contact.clone(),
            terminal_connection: known.terminal_connection.clone(),
            connection: known.connection.clone(),
            happened: known.happened,
            heard: now,
        }
    }
}

//! The contacts of this agent as a set, from two sources that may repeat, overtake or miss each
//! other (sections 5.5, 7.3).

mod facts;
mod known;
mod merge;
mod sighting;

use std::collections::BTreeMap;

use cct_wire::{ConnectionId, Contact, ContactId, TerminalConnectionId};

pub(super) use facts::Reading;
pub(super) use known::{Known, Stage};
pub(super) use sighting::{Seen, Sighting, Source};

use super::event::{CctEvent, ContactEnd};
use crate::time::Millis;
use known::Gone;

/// All contacts that alert or are active, and those that ended lately.
#[derive(Debug, Default)]
pub(super) struct Offers {
    known: BTreeMap<ContactId, Known>,
    gone: BTreeMap<ContactId, Gone>,
}

/// How long an ended contact is remembered against late news, in milliseconds.
const REMEMBERED: i64 = 600_000;

impl Offers {
    pub(super) fn get(&self, id: &ContactId) -> Option<&Known> {
        self.known.get(id)
    }

    pub(super) fn get_mut(&mut self, id: &ContactId) -> Option<&mut Known> {
        self.known.get_mut(id)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&ContactId, &Known)> {
        self.known.iter()
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = (&ContactId, &mut Known)> {
        self.known.iter_mut()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// The contact of a terminal connection.
    pub(super) fn of_terminal_connection(&self, id: &TerminalConnectionId) -> Option<&ContactId> {
        let holds = |known: &Known| known.terminal_connection.as_ref() == Some(id);
        self.known.iter().find(|(_, known)| holds(known)).map(|(id, _)| id)
    }

    /// The contact of a terminal connection that ended lately; servers may go on listing it.
    pub(super) fn gone_at(&self, id: &TerminalConnectionId) -> Option<&Contact> {
        let held = |gone: &Gone| gone.terminal_connection.as_ref() == Some(id);
        self.gone.values().find(|gone| held(gone)).map(|gone| &gone.contact)
    }

    /// The contact of a connection.
    pub(super) fn of_connection(&self, id: &ConnectionId) -> Option<&ContactId> {
        let holds = |known: &Known| known.connection.as_ref() == Some(id);
        self.known.iter().find(|(_, known)| holds(known)).map(|(id, _)| id)
    }

    /// The contact is no longer the agent's.
    pub(super) fn end(&mut self, now: Millis, id: &ContactId, returned: bool) -> Option<CctEvent> {
        let known = self.known.remove(id)?;
        let end = match known.stage {
            Stage::Active => ContactEnd::Released,
            Stage::Alerting if returned || known.is_returning(now) => ContactEnd::Returned,
            Stage::Alerting => ContactEnd::GoneWhileAlerting,
        };
        self.gone.retain(|_, gone| now.since(gone.heard) < REMEMBERED);
        self.gone.insert(id.clone(), Gone::of(&known, now));
        Some(CctEvent::Ended { contact: id.clone(), end })
    }

    /// Calls under way were dropped: what was asked is due again.
    pub(super) fn ask_again(&mut self) {
        for known in self.known.values_mut() {
            known.facts.ask_again();
            known.asked = super::capabilities::Asked::default();
            known.returning_until = None;
        }
    }

    /// After a reconnect every contact must be mentioned again.
    pub(super) fn forget_mentions(&mut self) {
        for known in self.known.values_mut() {
            known.mentioned = false;
        }
    }

    /// The events that mention every contact not mentioned yet.
    pub(super) fn mention_all(&mut self) -> Vec<CctEvent> {
        self.known.values_mut().filter(|known| !known.mentioned).flat_map(Known::mention).collect()
    }
}

//! Rejects of the agent: one rejected chat sends back all that alert with it (section 7.6).

use std::collections::BTreeMap;

use cct_wire::{Call, ContactId, Reply};

use super::event::CctEvent;
use super::link::Link;
use super::offers::{Offers, Stage};
use super::purpose::Purpose;
use super::seat::Seat;
use super::trouble::Outcome;
use crate::failure::{Failure, FailureKind, WhyNot};
use crate::time::Millis;

/// Rejects under way.
#[derive(Debug, Default)]
pub(super) struct Rejecting {
    steps: BTreeMap<ContactId, Step>,
}

#[derive(Debug)]
enum Step {
    /// The connection is not known yet; without it nothing can be rejected.
    FindConnection,
    Asked,
    /// The server agreed; the contacts must be gone by then.
    Confirming(Millis),
}

/// How long the contacts may take to go.
const GONE_WITHIN: i64 = 5_000;

impl Rejecting {
    pub(super) fn begin(
        &mut self,
        now: Millis,
        link: &mut Link,
        seat: &Seat,
        offers: &mut Offers,
        id: &ContactId,
    ) {
        if self.steps.contains_key(id) {
            return;
        }
        let Some(known) = offers.get(id) else {
            return refuse(link, id, Failure::of(FailureKind::NoSuchContact));
        };
        if known.stage == Stage::Active {
            return refuse(link, id, Failure::of(FailureKind::NotPossible(WhyNot::Joining)));
        }
        let (step, call) = match (&known.connection, &known.terminal_connection) {
            (Some(connection), _) => (Step::Asked, Call::Reject(connection.clone())),
            (None, Some(terminal_connection)) => (
                Step::FindConnection,
                Call::GetTerminalConnectionConnection(terminal_connection.clone(), seat.api),
            ),
            (None, None) => return refuse(link, id, Failure::of(FailureKind::NoSuchContact)),
        };
        self.steps.insert(id.clone(), step);
        mark(offers, id, Some(now + link.config.call_timeout_ms));
        link.call_first(now, Purpose::Reject(id.clone()), call);
    }

    /// Takes an answer; true when the effect should be looked for.
    pub(super) fn replied(
        &mut self,
        now: Millis,
        link: &mut Link,
        offers: &mut Offers,
        id: &ContactId,
        outcome: Outcome,
    ) -> bool {
        match (self.steps.remove(id), outcome) {
            (Some(Step::FindConnection), Ok(Reply::Connection(connection))) => {
                if let Some(known) = offers.get_mut(id) {
                    known.connection = Some(connection.clone());
                }
                self.steps.insert(id.clone(), Step::Asked);
                link.call_first(now, Purpose::Reject(id.clone()), Call::Reject(connection));
                false
            }
            (_, Ok(_)) => {
                let until = now + GONE_WITHIN;
                mark(offers, id, Some(until));
                if offers.get(id).is_some() {
                    self.steps.insert(id.clone(), Step::Confirming(until));
                }
                true
            }
            (_, Err(trouble)) => {
                let why = trouble.failure(FailureKind::ServerFault, &link.server());
                mark(offers, id, None);
                if offers.get(id).is_some() {
                    refuse(link, id, why);
                }
                true
            }
        }
    }

    /// The contact is gone, or was answered.
    pub(super) fn settled(&mut self, id: &ContactId) {
        self.steps.remove(id);
    }

    /// Contacts that still alert after all are offered as before.
    pub(super) fn tick(&mut self, now: Millis, link: &mut Link, offers: &mut Offers) {
        let late = |step: &Step| matches!(step, Step::Confirming(until) if *until <= now);
        for (id, _) in self.steps.extract_if(.., |_, step| late(step)) {
            mark(offers, &id, None);
            if offers.get(&id).is_some() {
                refuse(link, &id, Failure::of(FailureKind::NoAnswer).about(link.server()));
            }
        }
    }

    /// The link is gone: nothing is known about the rejects under way.
    pub(super) fn suspend(&mut self, link: &mut Link) {
        for id in std::mem::take(&mut self.steps).into_keys() {
            let why = FailureKind::NotPossible(WhyNot::ContactControlDown);
            refuse(link, &id, Failure::of(why).about(link.server()));
        }
    }

    pub(super) fn deadline(&self) -> Option<Millis> {
        let until = |step: &Step| match step {
            Step::FindConnection | Step::Asked => None,
            Step::Confirming(until) => Some(*until),
        };
        self.steps.values().filter_map(until).min()
    }
}

/// All web chats that alert are returned with the rejected one.
fn mark(offers: &mut Offers, id: &ContactId, until: Option<Millis>) {
    for (_, known) in offers.iter_mut() {
        let with_it = known.contact.id == *id || known.may_be_multimedia();
        if known.stage == Stage::Alerting && with_it {
            known.returning_until = until;
        }
    }
}

fn refuse(link: &mut Link, id: &ContactId, why: Failure) {
    link.tell(CctEvent::RejectRefused { contact: id.clone(), why });
}

//! The end of a contact that the agent has closed: the server drops it, or we do (section 7.7).

use std::collections::BTreeMap;

use cct_wire::{Call, ContactId, Reply};

use super::event::{CctEvent, ContactEnd};
use super::link::Link;
use super::offers::{Known, Offers};
use super::purpose::Purpose;
use super::seat::Seat;
use super::trouble::Outcome;
use crate::failure::{Failure, FailureKind};
use crate::time::Millis;

/// Releases under way.
#[derive(Debug, Default)]
pub(super) struct Releasing {
    steps: BTreeMap<ContactId, Step>,
}

/// Who ends a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Release {
    /// The chat server knows that it is over and has a while to end it.
    AfterTheServer,
    /// Nobody but us.
    AtOnce,
}

#[derive(Debug)]
enum Step {
    /// The server has until then to drop the contact by itself.
    Waiting(Millis),
    FindConnection,
    Disconnecting,
    Dropping,
    /// The contact must be gone by then; next comes the drop, or the end of our means.
    Confirming {
        until: Millis,
        dropped: bool,
        refused: Option<Failure>,
    },
}

/// How long the server has to drop the contact by itself: who ends it is not documented.
const DROPS_WITHIN: i64 = 5_000;

impl Releasing {
    pub(super) fn begin(
        &mut self,
        now: Millis,
        link: &mut Link,
        offers: &Offers,
        id: &ContactId,
        how: Release,
    ) {
        if offers.get(id).is_none() {
            let end = ContactEnd::Released;
            return link.tell(CctEvent::Ended { contact: id.clone(), end });
        }
        let wait = if how == Release::AtOnce { 0 } else { DROPS_WITHIN };
        self.steps.entry(id.clone()).or_insert(Step::Waiting(now + wait));
    }

    /// Takes an answer; true when the effect should be looked for.
    pub(super) fn replied(
        &mut self,
        now: Millis,
        link: &mut Link,
        seat: &Seat,
        offers: &mut Offers,
        id: &ContactId,
        outcome: Outcome,
    ) -> bool {
        let Some(step) = self.steps.remove(id) else { return true };
        let Some(known) = offers.get_mut(id) else { return true };
        let server = link.server();
        match (step, outcome) {
            (Step::FindConnection, Ok(Reply::Connection(connection))) => {
                known.connection = Some(connection.clone());
                self.ask(now, link, id, Step::Disconnecting, Call::Disconnect(connection));
                false
            }
            (Step::FindConnection, _) | (Step::Disconnecting, Err(_)) => {
                self.drop_by_terminal(now, link, seat, known);
                true
            }
            (step, outcome) => {
                let refused =
                    outcome.err().map(|trouble| trouble.failure(FailureKind::ServerFault, &server));
                let dropped = matches!(step, Step::Dropping);
                let confirming = Step::Confirming { until: now + DROPS_WITHIN, dropped, refused };
                self.steps.insert(id.clone(), confirming);
                true
            }
        }
    }

    /// The contact is gone.
    pub(super) fn settled(&mut self, id: &ContactId) {
        self.steps.remove(id);
    }

    /// Goes on where the time for the current step is over; true when the effect should be
    /// looked for.
    pub(super) fn tick(
        &mut self,
        now: Millis,
        link: &mut Link,
        seat: &Seat,
        offers: &Offers,
    ) -> bool {
        let due: Vec<(ContactId, Step)> = self
            .steps
            .extract_if(.., |_, step| step.deadline().is_some_and(|until| until <= now))
            .collect();
        let any = !due.is_empty();
        for (id, step) in due {
            let Some(known) = offers.get(&id) else { continue };
            match step {
                Step::Confirming { dropped: true, refused, .. } => {
                    let no_answer = || Failure::of(FailureKind::NoAnswer).about(link.server());
                    let why = refused.unwrap_or_else(no_answer);
                    link.tell(CctEvent::ReleaseRefused { contact: id, why });
                }
                Step::Confirming { .. } => self.drop_by_terminal(now, link, seat, known),
                _ => match (&known.connection, &known.terminal_connection) {
                    (Some(connection), _) => {
                        let call = Call::Disconnect(connection.clone());
                        self.ask(now, link, &id, Step::Disconnecting, call);
                    }
                    (None, Some(at)) => {
                        let call = Call::GetTerminalConnectionConnection(at.clone(), seat.api);
                        self.ask(now, link, &id, Step::FindConnection, call);
                    }
                    (None, None) => self.drop_by_terminal(now, link, seat, known),
                },
            }
        }
        any
    }

    /// What lets go at once of everything closed here: the agent leaves and nobody waits for the
    /// server any more.
    pub(super) fn at_once(&self, offers: &Offers) -> Vec<Call> {
        let connections = self.steps.keys().filter_map(|id| offers.get(id)?.connection.clone());
        connections.map(Call::Disconnect).collect()
    }

    /// The link is gone: releases are taken up again when it is back.
    pub(super) fn suspend(&mut self) {
        for step in self.steps.values_mut() {
            *step = Step::Waiting(Millis(0));
        }
    }

    /// The link is back.
    pub(super) fn resume(&mut self, now: Millis) {
        for step in self.steps.values_mut() {
            *step = Step::Waiting(now + DROPS_WITHIN);
        }
    }

    pub(super) fn deadline(&self) -> Option<Millis> {
        self.steps.values().filter_map(Step::deadline).min()
    }

    fn drop_by_terminal(&mut self, now: Millis, link: &mut Link, seat: &Seat, known: &Known) {
        let id = &known.contact.id;
        match known.terminal.clone().or_else(|| seat.terminals.first().cloned()) {
            Some(terminal) => {
                let contact = known.contact.clone();
                self.ask(
                    now,
                    link,
                    id,
                    Step::Dropping,
                    Call::LiteDropContact { terminal, contact },
                );
            }
            None => {
                let why = Failure::of(FailureKind::NoSuchContact);
                link.tell(CctEvent::ReleaseRefused { contact: id.clone(), why });
            }
        }
    }

    fn ask(&mut self, now: Millis, link: &mut Link, id: &ContactId, step: Step, call: Call) {
        self.steps.insert(id.clone(), step);
        link.call_first(now, Purpose::Release(id.clone()), call);
    }
}

impl Step {
    const fn deadline(&self) -> Option<Millis> {
        match self {
            Self::Waiting(until) | Self::Confirming { until, .. } => Some(*until),
            Self::FindConnection | Self::Disconnecting | Self::Dropping => None,
        }
    }
}

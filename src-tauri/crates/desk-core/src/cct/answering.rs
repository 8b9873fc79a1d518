//! Answers of the agent: asked, refused or confirmed by the contact's state (section 5.2).

use std::collections::BTreeMap;

use cct_wire::{Call, ContactId};

use super::event::CctEvent;
use super::link::Link;
use super::offers::{Known, Offers, Stage};
use super::purpose::Purpose;
use super::seat::Seat;
use super::trouble::Outcome;
use crate::failure::{Failure, FailureKind, WhyNot};
use crate::time::Millis;

/// Answers under way.
#[derive(Debug, Default)]
pub(super) struct Answering {
    steps: BTreeMap<ContactId, Step>,
}

#[derive(Debug)]
enum Step {
    /// `Answer`, or the Lite twin after it was refused with this.
    Asked { refused: Option<Failure> },
    /// The server agreed; the state must follow until then.
    Confirming(Millis),
}

/// How long the state may take to follow.
const CONFIRM_WITHIN: i64 = 10_000;

impl Answering {
    pub(super) fn begin(
        &mut self,
        now: Millis,
        link: &mut Link,
        seat: &Seat,
        offers: &Offers,
        id: &ContactId,
    ) {
        let call = match offers.get(id) {
            None => return refuse(link, id, Failure::of(FailureKind::NoSuchContact)),
            Some(known) if known.stage == Stage::Active => {
                return link.tell(CctEvent::Answered(id.clone()));
            }
            Some(known) if known.is_returning(now) => {
                let why = FailureKind::NotPossible(WhyNot::BeingReturned);
                return refuse(link, id, Failure::of(why));
            }
            Some(_) if self.steps.contains_key(id) => return,
            Some(known) => match &known.terminal_connection {
                Some(terminal_connection) => Some(Call::Answer(terminal_connection.clone())),
                None => lite(seat, known),
            },
        };
        let Some(call) = call else {
            return refuse(link, id, Failure::of(FailureKind::NoSuchContact));
        };
        self.steps.insert(id.clone(), Step::Asked { refused: None });
        link.call_first(now, Purpose::Answer(id.clone()), call);
    }

    /// Takes the answer to an answer; true when the effect should be looked for.
    pub(super) fn replied(
        &mut self,
        now: Millis,
        link: &mut Link,
        seat: &Seat,
        offers: &Offers,
        id: &ContactId,
        outcome: Outcome,
    ) -> bool {
        let Some(step) = self.steps.remove(id) else { return true };
        let trouble = match outcome {
            Ok(_) => {
                self.steps.insert(id.clone(), Step::Confirming(now + CONFIRM_WITHIN));
                return true;
            }
            Err(trouble) => trouble,
        };
        let why = trouble.failure(FailureKind::ServerFault, &link.server());
        let earlier = match step {
            Step::Asked { refused } => refused,
            Step::Confirming(_) => None,
        };
        let fallback = offers.get(id).and_then(|known| lite(seat, known));
        match (earlier, fallback) {
            (None, Some(call)) if !trouble.is_link() => {
                self.steps.insert(id.clone(), Step::Asked { refused: Some(why) });
                link.call_first(now, Purpose::Answer(id.clone()), call);
                false
            }
            (earlier, _) => {
                refuse(link, id, earlier.unwrap_or(why));
                true
            }
        }
    }

    /// The state has followed, or the contact is gone.
    pub(super) fn settled(&mut self, id: &ContactId) {
        self.steps.remove(id);
    }

    pub(super) fn tick(&mut self, now: Millis, link: &mut Link) {
        let late = |step: &Step| matches!(step, Step::Confirming(until) if *until <= now);
        for (id, _) in self.steps.extract_if(.., |_, step| late(step)) {
            refuse(link, &id, Failure::of(FailureKind::NoAnswer).about(link.server()));
        }
    }

    /// The link is gone: nothing is known about the answers under way.
    pub(super) fn suspend(&mut self, link: &mut Link) {
        for id in std::mem::take(&mut self.steps).into_keys() {
            let why = FailureKind::NotPossible(WhyNot::ContactControlDown);
            refuse(link, &id, Failure::of(why).about(link.server()));
        }
    }

    pub(super) fn deadline(&self) -> Option<Millis> {
        let until = |step: &Step| match step {
            Step::Asked { .. } => None,
            Step::Confirming(until) => Some(*until),
        };
        self.steps.values().filter_map(until).min()
    }
}

fn lite(seat: &Seat, known: &Known) -> Option<Call> {
    let terminal = known.terminal.clone().or_else(|| seat.terminals.first().cloned())?;
    Some(Call::LiteAnswerContact { terminal, contact: known.contact.clone() })
}

fn refuse(link: &mut Link, id: &ContactId, why: Failure) {
    link.tell(CctEvent::AnswerRefused { contact: id.clone(), why });
}

//! Activity codes that the agent gives contacts: one call at a time for each, the last code wins
//! (section 4.3).

use std::collections::BTreeMap;

use cct_wire::{Call, ContactId};

use super::event::CctEvent;
use super::link::Link;
use super::offers::{Known, Offers};
use super::purpose::Purpose;
use super::seat::Seat;
use super::trouble::Outcome;
use crate::failure::{Failure, FailureKind, WhyNot};
use crate::time::Millis;

/// Activity codes on their way.
#[derive(Debug, Default)]
pub(super) struct Activities {
    steps: BTreeMap<ContactId, Step>,
}

#[derive(Debug)]
struct Step {
    code: String,
    /// What the agent chose meanwhile.
    next: Option<String>,
    /// Why the terminal connection's service did not take it; its terminal was asked then.
    refused: Option<Failure>,
}

impl Activities {
    pub(super) fn begin(
        &mut self,
        now: Millis,
        link: &mut Link,
        seat: &Seat,
        offers: &Offers,
        id: &ContactId,
        code: String,
    ) {
        if let Some(step) = self.steps.get_mut(id) {
            step.next = Some(code);
            return;
        }
        let call = offers.get(id).and_then(|known| match &known.terminal_connection {
            Some(terminal_connection) => Some(Call::SetActivityCode {
                terminal_connection: terminal_connection.clone(),
                activity_code: code.clone(),
            }),
            None => at_terminal(seat, known, &code),
        });
        let Some(call) = call else {
            return refuse(link, id, code, Failure::of(FailureKind::NoSuchContact));
        };
        self.steps.insert(id.clone(), Step { code, next: None, refused: None });
        link.call_first(now, Purpose::Activity(id.clone()), call);
    }

    pub(super) fn replied(
        &mut self,
        now: Millis,
        link: &mut Link,
        seat: &Seat,
        offers: &Offers,
        id: &ContactId,
        outcome: Outcome,
    ) {
        let Some(Step { code, next, refused }) = self.steps.remove(id) else { return };
        if let Some(next) = next {
            return self.begin(now, link, seat, offers, id, next);
        }
        let trouble = match outcome {
            Ok(_) => return link.tell(CctEvent::ActivitySet { contact: id.clone(), code }),
            Err(trouble) => trouble,
        };
        let why = trouble.failure(FailureKind::ServerFault, &link.server());
        let fallback = offers.get(id).filter(|known| known.terminal_connection.is_some());
        match fallback.and_then(|known| at_terminal(seat, known, &code)) {
            Some(call) if refused.is_none() && !trouble.is_link() => {
                self.steps.insert(id.clone(), Step { code, next: None, refused: Some(why) });
                link.call_first(now, Purpose::Activity(id.clone()), call);
            }
            _ => refuse(link, id, code, refused.unwrap_or(why)),
        }
    }

    /// The contact is gone.
    pub(super) fn settled(&mut self, id: &ContactId) {
        self.steps.remove(id);
    }

    /// The link is gone: nothing is known about the codes on their way.
    pub(super) fn suspend(&mut self, link: &mut Link) {
        for (id, step) in std::mem::take(&mut self.steps) {
            let why = FailureKind::NotPossible(WhyNot::ContactControlDown);
            let why = Failure::of(why).about(link.server());
            refuse(link, &id, step.next.unwrap_or(step.code), why);
        }
    }
}

fn at_terminal(seat: &Seat, known: &Known, code: &str) -> Option<Call> {
    let terminal = known.terminal.clone().or_else(|| seat.terminals.first().cloned())?;
    Some(Call::SetTerminalActivityCode { terminal, activity_code: code.to_owned() })
}

fn refuse(link: &mut Link, id: &ContactId, code: String, why: Failure) {
    link.tell(CctEvent::ActivityRefused { contact: id.clone(), code, why });
}

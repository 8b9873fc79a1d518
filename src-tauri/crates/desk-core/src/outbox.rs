//! Own lines on their way, per room and strictly in order.
//!
//! `Queued → InFlight → Delivered | Sent | Refused | Unknown → Delivered | NotDelivered`. The
//! truth stands in the timeline's rows; this maps requests to rows and knows the rules. Nothing
//! is ever sent again without a click, for the protocol has no key against duplicates.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use ewc_wire::Method;

use crate::ewc::{Answer, RequestId};
use crate::revision::Revision;
use crate::time::Millis;
use crate::timeline::{Content, ItemId, SendState, Timeline};

/// How long after a rejoin lines in doubt are read again, in milliseconds.
pub const SETTLE_MS: i64 = 3_000;

/// An error that comes without an open request can be about lines written this long ago at most,
/// in milliseconds; a guess. Older ones were refused long ago or not at all.
const DOUBT_MS: i64 = 30_000;

/// Own lines of one room on their way.
#[derive(Debug, Clone, Default)]
pub struct Outbox {
    requests: BTreeMap<RequestId, ItemId>,
    /// Own lines whose echo has come.
    echoed: BTreeSet<ItemId>,
    /// Lines handed over on this connection whose acknowledgement may still come, oldest first.
    unacknowledged: Vec<ItemId>,
    /// When lines in doubt are to be settled.
    settle_at: Option<Millis>,
}

impl Outbox {
    /// A line was given to the session.
    pub fn submitted(&mut self, request: RequestId, item: ItemId) {
        self.requests.insert(request, item);
    }

    /// A request was taken back before it was written: its line waits as before.
    pub fn withdrawn(&mut self, request: RequestId) {
        self.requests.remove(&request);
    }

    /// True when this line was given to the session.
    pub fn is_submitted(&self, item: ItemId) -> bool {
        self.requests.values().any(|known| *known == item)
    }

    /// True when this request is a line of this room.
    pub fn has(&self, request: RequestId) -> bool {
        self.requests.contains_key(&request)
    }

    /// The requests that are open or wait.
    pub fn requests(&self) -> BTreeSet<RequestId> {
        self.requests.keys().copied().collect()
    }

    /// The line that a request carries.
    pub fn item_of(&self, request: RequestId) -> Option<ItemId> {
        self.requests.get(&request).copied()
    }

    /// The session has written a line.
    pub fn transmitted(&self, timeline: &mut Timeline, now: Revision, request: RequestId) {
        if let Some(item) = self.requests.get(&request) {
            timeline.set_send(now, *item, SendState::InFlight);
        }
    }

    /// A line has its answer; true when it means that the server has the line or was handed it.
    /// A line that has come back is delivered, whatever else is said or not said.
    pub fn answered(
        &mut self,
        timeline: &mut Timeline,
        now: Revision,
        request: RequestId,
        answer: Answer,
    ) -> bool {
        let Some(item) = self.requests.remove(&request) else { return false };
        if matches!(answer, Answer::HandedOver | Answer::NoAnswer) {
            self.unacknowledged.push(item);
        }
        if self.echoed.contains(&item) {
            return false;
        }
        let state = match answer {
            Answer::Accepted => SendState::Delivered,
            Answer::Refused(why) => SendState::Refused(why),
            Answer::HandedOver | Answer::NoAnswer => SendState::Sent,
            Answer::Lost => SendState::Unknown,
            Answer::NotSent => SendState::Queued,
        };
        let out = state.is_out();
        timeline.set_send(now, item, state);
        out
    }

    /// Our own line has come back: the oldest one of this content that has not yet. It confirms
    /// that line, also one that was given up; `false` means that this desk did not write it.
    pub fn echoed(&mut self, timeline: &mut Timeline, now: Revision, content: &Content) -> bool {
        let written = timeline.find_own(content, &self.echoed, |state| {
            matches!(
                state,
                SendState::InFlight | SendState::Sent | SendState::Unknown | SendState::Delivered
            )
        });
        let given_up = || timeline.find_own(content, &self.echoed, SendState::is_given_up);
        let Some(item) = written.or_else(given_up) else { return false };
        self.echoed.insert(item);
        timeline.set_send(now, item, SendState::Delivered);
        true
    }

    /// An acknowledgement came for a line (or page) that counted as handed over: the oldest one.
    pub fn acknowledged_late(&mut self, timeline: &mut Timeline, now: Revision, method: &Method) {
        let sends = |item: &ItemId| {
            timeline.item(*item).is_some_and(|item| is_of(Some(method), &item.content))
        };
        let Some(oldest) = self.unacknowledged.iter().position(sends) else { return };
        let item = self.unacknowledged.remove(oldest);
        timeline.set_send(now, item, SendState::Delivered);
    }

    /// The link is gone: lines handed over without an answer are in doubt like those in flight,
    /// for a server that does not acknowledge may not have read them.
    pub fn link_lost(&mut self, timeline: &mut Timeline, now: Revision) {
        for item in timeline.own(|state| matches!(state, SendState::InFlight | SendState::Sent)) {
            timeline.set_send(now, item, SendState::Unknown);
        }
        self.unacknowledged.clear();
        self.settle_at = None;
    }

    /// An error without a room came: lines handed over lately without an answer are in doubt.
    pub fn in_doubt(
        &mut self,
        timeline: &mut Timeline,
        now: Revision,
        at: Millis,
        method: Option<&Method>,
    ) {
        let open: Vec<ItemId> = timeline
            .items()
            .iter()
            .filter(|item| {
                is_of(method, &item.content)
                    && item.content.send() == Some(&SendState::Sent)
                    && at.since(item.at) <= DOUBT_MS
            })
            .map(|item| item.id)
            .collect();
        for item in &open {
            timeline.set_send(now, *item, SendState::Unknown);
        }
        if !open.is_empty() {
            self.settle_at = Some(at + SETTLE_MS);
        }
    }

    /// The transcript was read after a rejoin. Lines still in doubt are read once more after a
    /// settling time, and `settled` then decides. Echoes of lines that it holds do not come any
    /// more, for they were the old connection's.
    pub fn rejoined(&mut self, timeline: &Timeline, now: Millis) {
        self.echoed.extend(timeline.own(|state| *state == SendState::Delivered));
        let doubt = !timeline.own(|state| *state == SendState::Unknown).is_empty();
        self.settle_at = doubt.then_some(now + SETTLE_MS);
    }

    /// When lines in doubt are to be settled.
    pub const fn settle_at(&self) -> Option<Millis> {
        self.settle_at
    }

    /// Takes the settling time away: a re-read is on its way.
    pub const fn settling(&mut self) {
        self.settle_at = None;
    }

    /// Lines still in doubt did not arrive. A line that waited behind one that did not arrive is
    /// held back with it: out of order it could say something else.
    pub fn settled(&mut self, timeline: &mut Timeline, now: Revision) -> u32 {
        self.settle_at = None;
        let missing = timeline.own(|state| *state == SendState::Unknown);
        let held = if missing.is_empty() {
            Vec::new()
        } else {
            timeline.own(|state| *state == SendState::Queued)
        };
        let count = missing.len() + held.len();
        for item in missing.into_iter().chain(held) {
            timeline.set_send(now, item, SendState::NotDelivered);
        }
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// Lines that were never written and may go out now: none while one before them is in doubt.
    pub fn ready(&self, timeline: &Timeline) -> Vec<ItemId> {
        if !timeline.own(|state| *state == SendState::Unknown).is_empty() {
            return Vec::new();
        }
        let submitted = |item: &ItemId| self.requests.values().any(|known| known == item);
        let mut queued = timeline.own(|state| *state == SendState::Queued);
        queued.retain(|item| !submitted(item));
        queued
    }
}

/// True for what a method sends; an error may name none.
fn is_of(method: Option<&Method>, content: &Content) -> bool {
    match method {
        None => matches!(content, Content::Line(_) | Content::Page(_)),
        Some(Method::NewMessage) => matches!(content, Content::Line(_)),
        Some(Method::PagePush) => matches!(content, Content::Page(_)),
        Some(_) => false,
    }
}

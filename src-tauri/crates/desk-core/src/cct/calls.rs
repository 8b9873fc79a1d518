//! The calls on their way: at most five, each with a deadline of our own (section 7.5).

use std::collections::{BTreeMap, VecDeque};

use cct_wire::Call;

use super::input::CallId;
use super::purpose::Purpose;
use crate::time::Millis;

/// A call that waits for its answer.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) call: Call,
    pub(super) purpose: Purpose,
    /// When it went out.
    pub(super) asked: Millis,
    deadline: Millis,
}

/// Calls under way and calls that wait for one of them to end.
#[derive(Debug, Default)]
pub(super) struct Calls {
    last: u64,
    open: BTreeMap<CallId, Open>,
    waiting: VecDeque<(Call, Purpose)>,
}

/// Calls under way at the same time.
const AT_ONCE: usize = 5;

/// The driver gives up first; after this much longer we no longer count on its word.
const GRACE: i64 = 2_000;

impl Calls {
    /// Puts a call in the queue.
    pub(super) fn add(&mut self, call: Call, purpose: Purpose) {
        self.waiting.push_back((call, purpose));
    }

    /// Puts a call before all that wait.
    pub(super) fn add_first(&mut self, call: Call, purpose: Purpose) {
        self.waiting.push_front((call, purpose));
    }

    /// The next call that may go out now.
    pub(super) fn send(&mut self, now: Millis, timeout_ms: i64) -> Option<(CallId, &Call)> {
        if self.open.len() >= AT_ONCE {
            return None;
        }
        let (call, purpose) = self.waiting.pop_front()?;
        self.last += 1;
        let id = CallId(self.last);
        let deadline = now + timeout_ms + GRACE;
        let open = self.open.entry(id).or_insert(Open { call, purpose, asked: now, deadline });
        Some((id, &open.call))
    }

    /// Takes a call that was answered; none when nobody waits for it any more.
    pub(super) fn take(&mut self, id: CallId) -> Option<Open> {
        self.open.remove(&id)
    }

    /// A call whose answer the driver owes for too long.
    pub(super) fn overdue(&self, now: Millis) -> Option<CallId> {
        self.open.iter().find(|(_, open)| open.deadline <= now).map(|(id, _)| *id)
    }

    pub(super) fn deadline(&self) -> Option<Millis> {
        self.open.values().map(|open| open.deadline).min()
    }

    /// True when a call of this purpose waits or is under way.
    pub(super) fn has(&self, purpose: &Purpose) -> bool {
        self.open.values().any(|open| open.purpose == *purpose)
            || self.waiting.iter().any(|(_, waiting)| waiting == purpose)
    }

    /// The number of the call sent last.
    pub(super) const fn last(&self) -> CallId {
        CallId(self.last)
    }

    /// Forgets all calls; late answers then find nobody.
    pub(super) fn clear(&mut self) {
        self.open.clear();
        self.waiting.clear();
    }
}

//! One unanswered request per method at a time: what makes every error attributable.
//!
//! The protocol has no request ids, acknowledgements carry method and guid, errors only the
//! method. So requests of a method wait for the one before; methods do not wait for each other.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use ewc_wire::Method;
use ewc_wire::agent::Request;

use super::answering::{Answering, BRIEF_MS, answering, deadline_ms};
use super::input::RequestId;
use crate::time::Millis;

/// A request on its way.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) id: RequestId,
    pub(super) request: Request,
    pub(super) answering: Answering,
    pub(super) deadline: Millis,
}

/// The lanes of one connection, one per method.
#[derive(Debug, Default)]
pub(super) struct InFlight {
    open: BTreeMap<Method, Open>,
    waiting: BTreeMap<Method, VecDeque<(RequestId, Request)>>,
    /// Those that only a refusal answers for certain.
    brief: BTreeSet<RequestId>,
}

impl InFlight {
    /// Takes a request; [`Self::next`] says when it may be written.
    pub(super) fn push(&mut self, id: RequestId, request: Request) {
        self.waiting.entry(request.method()).or_default().push_back((id, request));
    }

    /// Takes a request that only a refusal answers for certain: it is open for a moment, so that an
    /// error is known to be about it.
    pub(super) fn push_brief(&mut self, id: RequestId, request: Request) {
        self.brief.insert(id);
        self.push(id, request);
    }

    /// Takes away the requests of these that were not written yet; answers which.
    pub(super) fn withdraw(&mut self, ids: &BTreeSet<RequestId>) -> BTreeSet<RequestId> {
        let mut withdrawn = BTreeSet::new();
        for queue in self.waiting.values_mut() {
            withdrawn.extend(queue.iter().map(|(id, _)| *id).filter(|id| ids.contains(id)));
            queue.retain(|(id, _)| !ids.contains(id));
        }
        withdrawn
    }

    /// Takes away the brief requests that were not written yet.
    pub(super) fn take_brief(&mut self) -> Vec<Request> {
        let mut taken = Vec::new();
        for queue in self.waiting.values_mut() {
            for (id, request) in std::mem::take(queue) {
                if self.brief.remove(&id) {
                    taken.push(request);
                } else {
                    queue.push_back((id, request));
                }
            }
        }
        taken
    }

    /// The next request that may be written now. It counts as open, unless its method is not
    /// answered or `acknowledges` says that this server does not acknowledge it.
    pub(super) fn next(
        &mut self,
        now: Millis,
        acknowledges: impl Fn(&Method) -> bool,
    ) -> Option<(RequestId, Request, Answering)> {
        let method = self
            .waiting
            .iter()
            .find(|(method, queue)| !queue.is_empty() && !self.open.contains_key(*method))
            .map(|(method, _)| method.clone())?;
        let (id, request) = self.waiting.get_mut(&method)?.pop_front()?;
        let mut how = answering(&request);
        if how == Answering::Acknowledgement && !acknowledges(&method) {
            how = Answering::Nothing;
        }
        let brief = self.brief.remove(&id);
        if brief && how == Answering::Nothing {
            how = Answering::Acknowledgement;
        }
        if how != Answering::Nothing {
            let deadline = now + if brief { BRIEF_MS } else { deadline_ms(&request, how) };
            let open = Open { id, request: request.clone(), answering: how, deadline };
            self.open.insert(method, open);
        }
        Some((id, request, how))
    }

    pub(super) fn open(&self, method: &Method) -> Option<&Open> {
        self.open.get(method)
    }

    pub(super) fn close(&mut self, method: &Method) -> Option<Open> {
        self.open.remove(method)
    }

    /// Closes the open request that this answers, with what the answer says.
    pub(super) fn close_answered(
        &mut self,
        answer: impl Fn(&Request) -> Option<bool>,
    ) -> Option<(Open, bool)> {
        let (method, accepted) = self
            .open
            .iter()
            .find_map(|(method, open)| Some((method.clone(), answer(&open.request)?)))?;
        Some((self.open.remove(&method)?, accepted))
    }

    /// The method of the open request, when there is exactly one.
    pub(super) fn only_method(&self) -> Option<Method> {
        let mut methods = self.open.keys();
        methods.next().filter(|_| methods.next().is_none()).cloned()
    }

    /// An open request whose deadline has passed.
    pub(super) fn overdue(&mut self, now: Millis) -> Option<Open> {
        let method =
            self.open.iter().find(|(_, open)| open.deadline <= now).map(|(m, _)| m.clone())?;
        self.open.remove(&method)
    }

    pub(super) fn deadline(&self) -> Option<Millis> {
        self.open.values().map(|open| open.deadline).min()
    }

    /// Ends all lanes: first the requests that were written, then those that were not.
    pub(super) fn drain(&mut self) -> (Vec<RequestId>, Vec<RequestId>) {
        self.brief.clear();
        let written = std::mem::take(&mut self.open).into_values().map(|open| open.id).collect();
        let mut waiting: Vec<RequestId> =
            std::mem::take(&mut self.waiting).into_values().flatten().map(|(id, _)| id).collect();
        waiting.sort_unstable();
        (written, waiting)
    }
}

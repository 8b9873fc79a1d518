//! One unanswered request per method at a time: what makes every error attributable.
//!
//! The protocol has no request ids, acknowledgements carry method and guid, errors only the
//! method. So requests of a method wait for the one before; methods do not wait for each other.

use std::collections::{BTreeMap, VecDeque};

use ewc_wire::Method;
use ewc_wire::agent::Request;

use super::answering::{Answering, answering, deadline_ms};
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
}

impl InFlight {
    /// Takes a request; [`Self::next`] says when it may be written.
    pub(super) fn push(&mut self, id: RequestId, request: Request) {
        self.waiting.entry(request.method()).or_default().push_back((id, request));
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
        if how != Answering::Nothing {
            let deadline = now + deadline_ms(&request, how);
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
        let written = std::mem::take(&mut self.open).into_values().map(|open| open.id).collect();
        let mut waiting: Vec<RequestId> =
            std::mem::take(&mut self.waiting).into_values().flatten().map(|(id, _)| id).collect();
        waiting.sort_unstable();
        (written, waiting)
    }
}

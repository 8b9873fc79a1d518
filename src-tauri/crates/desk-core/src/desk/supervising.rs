//! Supervision: the board, observing, barging in.

mod barging;
mod leaving;
mod legs;
mod observing;
mod watching;

use std::collections::{BTreeMap, BTreeSet};

use ewc_wire::Guid;

use super::Desk;
use crate::board::{Board, Samples};
use crate::contact::ContactKey;
use crate::ewc::{Answer, RequestId};
use crate::failure::{Failure, FailureKind, WhyNot};
use crate::session_state::SessionPhase;
use crate::time::Millis;

/// What a supervisor's desk remembers beside its contacts.
#[derive(Debug, Default)]
pub(super) struct Supervising {
    /// The question for the board that is open.
    asked: Option<RequestId>,
    /// When the board is asked for again.
    ask_at: Option<Millis>,
    /// What was seen of every contact of the board the last time.
    samples: Samples,
    /// The barges whose answer is open.
    barges: BTreeMap<RequestId, ContactKey>,
    /// The barges of which nobody has said how they ended.
    in_doubt: BTreeSet<ContactKey>,
    /// Rooms that are being left; their contacts are gone.
    leaving: BTreeMap<RequestId, leaving::Leaving>,
    /// The verb by which an observer leaves, as far as the server has shown.
    leaves_by: leaving::Verb,
    /// Rooms left while the chat server was away: told when it is back.
    to_leave: BTreeSet<Guid>,
    /// Rooms left before they were entered, with the join that is still open.
    unwanted: BTreeMap<Guid, RequestId>,
    /// True once the server has refused a whisper of an observer.
    refuses_whispers: bool,
}

impl Supervising {
    pub(super) const fn next_deadline(&self) -> Option<Millis> {
        self.ask_at
    }
}

impl Desk {
    /// Nothing but a supervisor who is signed in may look at others' contacts.
    fn may_supervise(&self) -> Result<(), Failure> {
        let session = self.session.get();
        if session.phase != SessionPhase::SignedIn {
            return Err(Failure::of(FailureKind::NotSignedIn));
        }
        match &session.agent {
            Some(agent) if agent.supervisor => Ok(()),
            _ => Err(Self::not_possible(WhyNot::NotSupervisor)),
        }
    }

    /// The chat server is there again.
    pub(super) fn supervise_again(&mut self, now: Millis) {
        self.leave_belatedly(now);
        self.ask_for_board(now);
    }

    /// The chat server is gone: what was asked of it is answered by that.
    pub(super) fn supervising_lost(&mut self) {
        self.supervising.asked = None;
        self.supervising.ask_at = None;
    }

    /// Nobody is signed in any more.
    pub(super) fn supervising_over(&mut self) {
        self.supervising = Supervising::default();
        let revision = self.touch();
        self.board.set(Board::default(), revision);
    }

    /// The answer to something that was asked here; true when it was.
    pub(super) fn supervising_answered(
        &mut self,
        now: Millis,
        request: RequestId,
        answer: &Answer,
    ) -> bool {
        self.unwanted_answered(now, request, answer);
        self.board_answered(now, request, answer)
            || self.barge_answered(now, request, answer)
            || self.leave_answered(now, request, answer)
    }
}

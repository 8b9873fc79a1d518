//! The board: asked for while a screen shows it, taken whenever it comes.

use ewc_wire::agent::{AgentDataNotification, Request};

use super::super::Desk;
use crate::board::{Board, Reading};
use crate::ewc::{Answer, RequestId};
use crate::failure::Failure;
use crate::time::Millis;

/// How long after an answer the board is asked for again, in milliseconds. Whether the server also
/// pushes it is not documented.
const EVERY_MS: i64 = 5_000;
/// How long after a refusal, in milliseconds: who is refused once is likely to be refused again.
const AFTER_REFUSAL_MS: i64 = 30_000;

impl Desk {
    /// Says whether a screen shows the board: only then the chat server is asked for it, and only
    /// then it is kept.
    ///
    /// # Errors
    /// Nobody is signed in; only supervisors may.
    pub fn watch_board(&mut self, now: Millis, watch: bool) -> Result<(), Failure> {
        self.may_supervise()?;
        if self.board.get().watched != watch {
            let revision = self.touch();
            self.board.set(Board { watched: watch, ..Board::default() }, revision);
            self.supervising.samples = crate::board::Samples::default();
            self.supervising.ask_at = None;
            self.ask_for_board(now);
        }
        self.settle(now);
        Ok(())
    }

    pub(in crate::desk) fn tick_board(&mut self, now: Millis) {
        if self.supervising.ask_at.is_some_and(|at| at <= now) {
            self.supervising.ask_at = None;
            self.ask_for_board(now);
        }
    }

    /// Asks, where somebody looks, the server is there and no question is open.
    pub(super) fn ask_for_board(&mut self, now: Millis) {
        let wanted = self.board.get().watched && self.ewc.is_online();
        if wanted && self.supervising.asked.is_none() {
            let request = self.ewc.send(now, Request::AgentData);
            self.supervising.asked = Some(request);
        }
    }

    /// The server lists the agents, asked or of its own accord.
    pub(in crate::desk) fn board_came(&mut self, now: Millis, data: &AgentDataNotification) {
        if !self.board.get().watched {
            return;
        }
        let Reading { agents, mut rows, skipped } = Reading::of(data);
        self.supervising.samples.judge(now, &mut rows);
        let revision = self.touch();
        self.board.change(revision, |board| {
            *board = Board { watched: true, at: Some(now), failure: None, agents, rows, skipped };
        });
    }

    /// The answer to the question for the board; true when it was one. The notification itself
    /// brings the data.
    pub(super) fn board_answered(
        &mut self,
        now: Millis,
        request: RequestId,
        answer: &Answer,
    ) -> bool {
        if self.supervising.asked != Some(request) {
            return false;
        }
        self.supervising.asked = None;
        let (why, again) = match answer {
            Answer::Accepted => (None, Some(EVERY_MS)),
            Answer::Refused(why) => (Some(why.clone()), Some(AFTER_REFUSAL_MS)),
            Answer::NoAnswer | Answer::HandedOver => (Some(Self::no_answer()), Some(EVERY_MS)),
            // The log-in after the loss asks again.
            Answer::Lost | Answer::NotSent => (None, None),
        };
        if !self.board.get().watched {
            return true;
        }
        self.supervising.ask_at = again.map(|after| now + after);
        if let Some(why) = why {
            let why = why.about(self.config.ewc.server());
            let revision = self.touch();
            self.board.change(revision, |board| board.failure = Some(why));
        }
        true
    }
}

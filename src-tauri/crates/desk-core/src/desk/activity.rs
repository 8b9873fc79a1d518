//! The activity code of a contact (CCT `SetActivityCode`).

use super::Desk;
use crate::contact::ContactKey;
use crate::failure::{Failure, WhyNot};
use crate::time::Millis;

impl Desk {
    /// Gives the contact an activity code.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn set_activity_code(
        &mut self,
        now: Millis,
        key: ContactKey,
        code: String,
    ) -> Result<(), Failure> {
        let _ = (now, code);
        self.contact_or_fail(key)?;
        Err(Self::not_possible(WhyNot::StepRunning))
    }
}

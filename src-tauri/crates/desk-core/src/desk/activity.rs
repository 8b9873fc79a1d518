//! The activity code of a contact (CCT `SetActivityCode`), and the end of a contact that only
//! CCT has.

use cct_wire::ContactId;

use super::Desk;
use crate::contact::{Activity, ActivityState, Contact, ContactKey, Part, Phase};
use crate::failure::{Failure, FailureKind, WhyNot};
use crate::notice::NoticeKind;
use crate::session_state::LinkState;
use crate::time::Millis;

impl Desk {
    /// Gives the contact an activity code of the settings' list.
    ///
    /// # Errors
    /// No such contact; no such code ([`FailureKind::NoSuchItem`]); not possible now.
    pub fn set_activity_code(
        &mut self,
        now: Millis,
        key: ContactKey,
        code: String,
    ) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        self.actions(contact).set_activity_code?;
        if !self.config.activity_codes.iter().any(|known| known.code == code) {
            return Err(Failure::of(FailureKind::NoSuchItem));
        }
        let id = contact.cct_id().clone();
        self.update_contact(key, |contact, _| {
            let state = ActivityState::Setting;
            contact.activity = Some(Activity { code: code.clone(), state });
        });
        self.cct.set_activity(now, &id, code);
        self.settle(now);
        Ok(())
    }

    /// Why no activity code can be set. Of an observed contact only its own agent may (chapter 7,
    /// on observing); that the same goes for one who was asked for help is our reading.
    pub(super) fn activity_impossible(&self, contact: &Contact) -> Option<WhyNot> {
        let part = self.part(contact);
        if self.config.activity_codes.is_empty() {
            Some(WhyNot::NoneConfigured)
        } else if contact.observed
            || !contact.in_cct
            || matches!(part, Part::Consulted | Part::Member | Part::Observer)
        {
            Some(WhyNot::NotOwnContact)
        } else {
            self.at_terminal(contact)
        }
    }

    /// Why a contact that only CCT has cannot be ended.
    pub(super) fn end_impossible(&self, contact: &Contact) -> Option<WhyNot> {
        if contact.ending {
            return Some(WhyNot::Closing);
        }
        let forbidden = contact.cct.can.release == Some(false);
        self.at_terminal(contact).or_else(|| forbidden.then_some(WhyNot::NotAllowedByCentre))
    }

    /// Why CCT cannot do anything with a contact that was answered.
    fn at_terminal(&self, contact: &Contact) -> Option<WhyNot> {
        match contact.phase {
            Phase::Offered => Some(WhyNot::NotAccepted),
            Phase::BeingReturned => Some(WhyNot::BeingReturned),
            _ if !contact.on_terminal => Some(WhyNot::Joining),
            _ if self.session.get().contact_control.state != LinkState::Up => {
                Some(WhyNot::ContactControlDown)
            }
            _ => None,
        }
    }

    /// What the contact server made of a code; one that was chosen meanwhile counts instead.
    pub(super) fn activity_is(&mut self, id: &ContactId, code: &str, refused: Option<Failure>) {
        let Some(key) = self.key_of_cct(id) else { return };
        self.update_contact(key, |contact, _| {
            if let Some(activity) = contact.activity.as_mut().filter(|known| known.code == code) {
                activity.state = refused.map_or(ActivityState::Set, ActivityState::Refused);
            }
        });
    }

    /// The contact server does not let go of a contact.
    pub(super) fn end_refused(&mut self, now: Millis, id: &ContactId, why: Failure) {
        let ending = |contact: &&Contact| contact.in_cct && contact.ending;
        let here = self.contacts.values().filter(ending).find(|c| c.cct_id() == id).map(|c| c.key);
        match here {
            Some(key) => {
                self.update_contact(key, |contact, _| {
                    contact.ending = false;
                    contact.failure = Some(why);
                });
            }
            None => self.notify(now, NoticeKind::Failed(why)),
        }
    }
}

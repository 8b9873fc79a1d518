//! Offers: accepting one, declining them all.

use super::Desk;
use crate::contact::{ContactKey, Phase};
use crate::failure::{Failure, FailureKind, WhyNot};
use crate::notice::{OfferEnd, RecentOffer};
use crate::session_state::Ready;
use crate::time::Millis;

/// How many ended offers are kept.
const RECENT: usize = 20;

impl Desk {
    /// Accepts an offer: answers it in CCT; the room is entered when CCT says so. For a contact
    /// whose room could not be entered, tries that again.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn accept(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        self.actions(contact).accept?;
        if contact.join_has_failed() {
            self.update_contact(key, |contact, _| {
                contact.failure = None;
                contact.answered_at = Some(now);
            });
            self.join_if_due(now, key);
            self.settle(now);
            return Ok(());
        }
        let id = self.update_contact(key, |contact, _| {
            contact.phase = Phase::Joining;
            contact.failure = None;
            contact.cct_id().clone()
        });
        if let Some(id) = id {
            self.cct.answer(now, &id);
        }
        self.quiet(key);
        self.settle(now);
        Ok(())
    }

    /// Declines an offer. Every other alerting contact goes back with it, and the agent becomes
    /// Not Ready (chapter 7, "Declining a Web communications contact"). A contact whose room could
    /// not be entered is let go of, alone.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn decline(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        self.actions(contact).decline?;
        if contact.join_has_failed() {
            let id = contact.cct_id().clone();
            self.cct.release(now, &id);
            self.settle(now);
            return Ok(());
        }
        for other in self.offered() {
            self.update_contact(other, |contact, _| contact.phase = Phase::BeingReturned);
            self.quiet(other);
        }
        self.attention.declined(now, key);
        self.update_session(|session| session.readiness.target = Ready::NotReady);
        if let Some(id) = self.contact(key).map(|contact| contact.cct_id().clone()) {
            self.cct.reject(now, &id);
        }
        self.settle(now);
        Ok(())
    }

    /// The keys of all alerting contacts.
    pub(super) fn offered(&self) -> Vec<ContactKey> {
        let offered = |phase| matches!(phase, Phase::Offered);
        self.contacts.values().filter(|c| offered(c.phase)).map(|c| c.key).collect()
    }

    /// Writes down how an offer ended.
    pub(super) fn offer_ended(&mut self, now: Millis, key: ContactKey, end: OfferEnd) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let ended = RecentOffer {
            title: contact.title().into(),
            skillset: contact.skillset().map(str::to_owned),
            offered_at: contact.offered_at,
            ended_at: now,
            end,
        };
        let revision = self.touch();
        self.recent_offers.update(revision, |offers| {
            offers.push(ended);
            let surplus = offers.len().saturating_sub(RECENT);
            offers.drain(..surplus);
        });
    }

    /// A refusal of the contact server: the offer stands again.
    pub(super) fn offer_stands(&mut self, key: ContactKey, why: Failure) {
        self.update_contact(key, |contact, _| {
            if matches!(contact.phase, Phase::Joining | Phase::BeingReturned)
                && !contact.on_terminal
            {
                contact.phase = Phase::Offered;
            }
            contact.failure = Some(why);
        });
    }

    /// Not possible, for a reason.
    pub(super) const fn not_possible(why: WhyNot) -> Failure {
        Failure::of(FailureKind::NotPossible(why))
    }
}

//! Offers: accepting one, declining them all.

use cct_wire::ContactId;

use super::Desk;
use crate::contact::{Contact, ContactKey, Phase};
use crate::failure::{Failure, FailureKind, WhyNot};
use crate::notice::{OfferEnd, RecentOffer};
use crate::session_state::Ready;
use crate::time::Millis;

/// How many ended offers are kept.
const RECENT: usize = 20;
/// An offer that should have gone back with a declined one, and still alerts this much later,
/// stands after all, in milliseconds: whether the server returns all of them is not certain.
const RETURN_MS: i64 = 10_000;

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
    /// not be entered, or whose closing form was refused, is let go of, alone.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn decline(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        self.actions(contact).decline?;
        if contact.observed {
            self.stop_observing(now, key);
            self.settle(now);
            return Ok(());
        }
        if contact.join_has_failed() || contact.form_was_refused() {
            self.keep_unsent(now, key);
            self.closed(now, key);
            self.settle(now);
            return Ok(());
        }
        for other in self.offered() {
            self.update_contact(other, |contact, _| {
                contact.phase = Phase::BeingReturned;
                contact.returning_until = Some(now + RETURN_MS);
            });
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
        let Some(contact) = self.contacts.get(&key).filter(|contact| !contact.observed) else {
            // Nobody has offered what is only observed.
            return;
        };
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

    /// A refusal to return a contact: those that would have gone with it stay, too.
    pub(super) fn reject_refused(&mut self, now: Millis, id: &ContactId, why: Failure) {
        let returning = |contact: &&Contact| contact.returning_until.is_some();
        let keys: Vec<_> = self.contacts.values().filter(returning).map(|c| c.key).collect();
        for key in keys {
            self.offer_stands(now, key, None);
        }
        if let Some(key) = self.key_of_cct(id) {
            self.offer_stands(now, key, Some(why));
        }
        self.update_session(|session| {
            // The agent stays Ready where nothing was returned.
            session.readiness.target = session.readiness.actual;
        });
    }

    /// An offer that did not go back alerts again.
    pub(super) fn miss_return(&mut self, now: Millis, key: ContactKey) {
        let until = self.contacts.get(&key).and_then(|contact| contact.returning_until);
        if until.is_some_and(|until| until <= now) {
            self.offer_stands(now, key, None);
        }
    }

    /// A refusal of the contact server: the offer stands again.
    pub(super) fn offer_stands(&mut self, now: Millis, key: ContactKey, why: Option<Failure>) {
        let again = self.update_contact(key, |contact, _| {
            contact.returning_until = None;
            let again = matches!(contact.phase, Phase::Joining | Phase::BeingReturned)
                && !contact.on_terminal;
            if again {
                contact.phase = Phase::Offered;
            }
            contact.failure = why.or(contact.failure.take());
            again
        });
        if again == Some(true) {
            self.cue_offer(now, key, true);
        }
    }

    /// Not possible, for a reason.
    pub(super) const fn not_possible(why: WhyNot) -> Failure {
        Failure::of(FailureKind::NotPossible(why))
    }
}

//! The leg that contact control may give a supervisor with a barge: it belongs to the chat that is
//! on screen already, and never rings.

use cct_wire::ContactId;

use super::super::Desk;
use crate::cct::CctContact;
use crate::contact::{Contact, ContactKey};
use crate::time::Millis;

impl Desk {
    /// Contact control has a contact that no card stands for by its id: if it is the leg of a chat
    /// taken over here, that chat's key. Whether a barge gives a leg is not documented.
    pub(in crate::desk) fn adopt_leg(&mut self, cct: &CctContact) -> Option<ContactKey> {
        let key = self.barged_without_leg(cct)?;
        self.update_contact(key, |contact, _| {
            contact.cct = cct.clone();
            contact.in_cct = true;
        });
        Some(key)
    }

    /// A leg of a chat taken over here rings: it is answered, for the agent has said what is
    /// wanted.
    pub(in crate::desk) fn answer_leg(&mut self, now: Millis, id: &ContactId) {
        self.cct.answer(now, id);
    }

    /// An offer has turned out to be the leg of a chat taken over here: its card goes. True when
    /// it was one.
    pub(in crate::desk) fn merge_leg(&mut self, now: Millis, key: ContactKey) -> bool {
        let Some(card) = self.contacts.get(&key).filter(|contact| contact.in_cct) else {
            return false;
        };
        let Some(barged) = self.barged_without_leg(&card.cct) else { return false };
        let Some(card) = self.remove_contact(key) else { return false };
        let id = card.cct_id().clone();
        self.update_contact(barged, |contact, _| {
            contact.cct = card.cct;
            contact.in_cct = true;
            contact.on_terminal = card.on_terminal;
        });
        if !card.on_terminal {
            self.answer_leg(now, &id);
        }
        true
    }

    /// The barge was refused and the leg that came meanwhile is none of it: an offer after all.
    pub(super) fn give_leg_back(&mut self, now: Millis, key: ContactKey) {
        let leg = self.update_contact(key, |contact, _| {
            let guid = contact.guid().filter(|_| contact.observed && contact.in_cct)?;
            let without = CctContact::without_leg(guid, contact.offered_at);
            contact.in_cct = false;
            let on_terminal = std::mem::take(&mut contact.on_terminal);
            Some((std::mem::replace(&mut contact.cct, without), on_terminal))
        });
        let Some((leg, on_terminal)) = leg.flatten() else { return };
        let id = leg.id.clone();
        self.offered_contact(now, leg);
        if on_terminal {
            self.answered_contact(now, &id);
        }
    }

    /// The agent is on a contact whose chat is on screen as well. One that is taken over is the
    /// card that stays; observing ends, so that the room can be entered as one's own. The card
    /// that stays.
    pub(in crate::desk) fn settle_twins(&mut self, now: Millis, key: ContactKey) -> ContactKey {
        let Some(twin) = self.twin_of(key) else { return key };
        if self.merge_leg(now, key) {
            return twin;
        }
        if self.contacts.get(&twin).is_some_and(|twin| twin.observed) {
            self.stop_observing(now, twin);
        }
        key
    }

    /// A chat was taken over: an offer of it that rings beside it is its leg.
    pub(super) fn take_leg(&mut self, now: Millis, key: ContactKey) {
        if let Some(card) = self.twin_of(key) {
            self.merge_leg(now, card);
        }
    }

    /// The other card of the same chat.
    fn twin_of(&self, key: ContactKey) -> Option<ContactKey> {
        let guid = self.contacts.get(&key)?.guid()?;
        let twin = |other: &&Contact| other.key != key && other.guid() == Some(guid);
        self.contacts.values().find(twin).map(|contact| contact.key)
    }

    /// The chat taken over here, or about to be, that this is the leg of.
    fn barged_without_leg(&self, cct: &CctContact) -> Option<ContactKey> {
        let guid = cct.guid?;
        self.contacts
            .values()
            .filter(|contact| !contact.in_cct && contact.guid() == Some(guid))
            .find(|contact| {
                let key = contact.key;
                !contact.observed
                    || self.is_barging(key)
                    || self.supervising.in_doubt.contains(&key)
            })
            .map(|contact| contact.key)
    }
}

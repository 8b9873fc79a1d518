//! One rule set for drawing the agent's attention: offers repeat until handled, the contact that
//! the agent looks at stays quiet, bursts merge, and a contact that is gone is silent at once.

use std::collections::BTreeMap;

use super::Desk;
use crate::contact::ContactKey;
use crate::effect::{Cue, Effect};
use crate::time::Millis;

/// Messages of one contact within this time make one cue, in milliseconds.
const BURST_MS: i64 = 5_000;
/// CCT tells of an alerting contact first and whom it is with in the next answer; a call for
/// attention waits this long for that, in milliseconds.
const NAMELESS_MS: i64 = 700;

/// What was said to the agent, and when.
#[derive(Debug, Default)]
pub(super) struct Attention {
    /// Offers of whom nothing is known yet, and when they are cued all the same.
    nameless: BTreeMap<ContactKey, Millis>,
    offers: BTreeMap<ContactKey, Millis>,
    repeat_at: Option<Millis>,
    messages: BTreeMap<ContactKey, Millis>,
    declined: Option<(Millis, ContactKey)>,
}

impl Attention {
    pub(super) fn next_deadline(&self) -> Option<Millis> {
        self.nameless.values().copied().chain(self.repeat_at).min()
    }

    pub(super) const fn declined(&mut self, now: Millis, key: ContactKey) {
        self.declined = Some((now, key));
    }

    /// When the agent last declined an offer.
    pub(super) fn declined_at(&self) -> Option<Millis> {
        self.declined.map(|(at, _)| at)
    }

    /// True for the offer that the agent declined, false for those that went back with it.
    pub(super) fn was_declined(&self, key: ContactKey) -> bool {
        self.declined.is_some_and(|(_, declined)| declined == key)
    }
}

impl Desk {
    /// An offer is new: cued as soon as it has a name, or a moment later without.
    pub(super) fn cue_new_offer(&mut self, now: Millis, key: ContactKey) {
        let nameless = self.contacts.get(&key).is_some_and(|contact| contact.is_nameless());
        if nameless {
            self.attention.nameless.insert(key, now + NAMELESS_MS);
        } else {
            self.cue_offer(now, key, false);
        }
    }

    /// More is known of a contact: an offer that waited for its name is cued.
    pub(super) fn named(&mut self, now: Millis, key: ContactKey) {
        let nameless = self.contacts.get(&key).is_none_or(|contact| contact.is_nameless());
        if !nameless && self.attention.nameless.remove(&key).is_some() {
            self.cue_offer(now, key, false);
        }
    }

    /// An offer alerts.
    pub(super) fn cue_offer(&mut self, now: Millis, key: ContactKey, again: bool) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let cue = Cue::Offer {
            contact: key,
            title: contact.title().into(),
            skillset: contact.skillset().map(str::to_owned),
            again,
        };
        self.effects.push_back(Effect::Attention(cue));
        self.attention.offers.insert(key, now);
        self.plan_repeat(now);
    }

    /// A line arrived; quiet when the agent looks at the contact or one was just announced.
    pub(super) fn cue_message(&mut self, now: Millis, key: ContactKey) {
        let observed = self.contacts.get(&key).is_some_and(|contact| contact.observed);
        if observed || self.looked_at.contains(&key) {
            return;
        }
        let last = self.attention.messages.get(&key);
        if last.is_some_and(|last| now.since(*last) < BURST_MS) {
            return;
        }
        self.attention.messages.insert(key, now);
        let Some(contact) = self.contacts.get(&key) else { return };
        let cue = Cue::Message { contact: key, title: contact.title().into() };
        self.effects.push_back(Effect::Attention(cue));
    }

    /// The agent looks at the contact: its messages need no attention, an offer still does.
    pub(super) fn seen(&mut self, key: ContactKey) {
        if self.attention.messages.remove(&key).is_some() {
            self.effects.push_back(Effect::Attention(Cue::Quiet { contact: key }));
        }
    }

    /// The contact needs no attention any more.
    pub(super) fn quiet(&mut self, key: ContactKey) {
        self.attention.nameless.remove(&key);
        let offered = self.attention.offers.remove(&key).is_some();
        let messaged = self.attention.messages.remove(&key).is_some();
        if offered || messaged {
            self.effects.push_back(Effect::Attention(Cue::Quiet { contact: key }));
        }
        if self.attention.offers.is_empty() {
            self.attention.repeat_at = None;
        }
    }

    pub(super) fn tick_attention(&mut self, now: Millis) {
        let due = |(key, at): (&ContactKey, &Millis)| (*at <= now).then_some(*key);
        for key in self.attention.nameless.iter().filter_map(due).collect::<Vec<_>>() {
            self.attention.nameless.remove(&key);
            self.cue_offer(now, key, false);
        }
        if self.attention.repeat_at.is_some_and(|at| at <= now) {
            for key in self.attention.offers.keys().copied().collect::<Vec<_>>() {
                self.cue_offer(now, key, true);
            }
            self.plan_repeat(now);
        }
    }

    fn plan_repeat(&mut self, now: Millis) {
        let every = self.config.repeat_offer_ms;
        let wanted = every > 0 && !self.attention.offers.is_empty();
        self.attention.repeat_at = wanted.then(|| now + every);
    }
}

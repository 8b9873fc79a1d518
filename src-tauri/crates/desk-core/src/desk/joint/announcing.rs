//! A conference told to the other agent by a whisper, where the server does not tell it.
//!
//! Who completes a conference knows it from the answer; whether the consulted agent is told is not
//! documented. Without a word that desk would go on to whisper only. So after a moment without the
//! server's notice the owner's desk whispers a sentence that reads well on any desktop, and a desk
//! of this kind takes it as the notice. A server that did tell is never spoken for.

use ewc_wire::{AgentId, Audience, UserType};

use super::super::Desk;
use crate::contact::{Contact, ContactKey, Part, Phase};
use crate::time::Millis;
use crate::timeline::{Author, Content};

/// The sentence.
const BEGAN: &str = "Conference: you can write to the customer now.";
/// How long the server has to tell it, in milliseconds.
const TELLS_WITHIN_MS: i64 = 2_000;

impl Desk {
    /// The server has taken the conference with this agent.
    pub(super) fn announce_unless_told(&mut self, now: Millis, key: ContactKey, partner: &AgentId) {
        let told =
            |contact: &Contact| contact.room.role(partner) == Some(&UserType::ActiveParticipant);
        if !self.contacts.get(&key).is_some_and(told) {
            self.update_contact(key, |contact, _| {
                contact.announce_at = Some(now + TELLS_WITHIN_MS)
            });
        }
    }

    /// The server has told it.
    pub(super) fn told_of_conference(&mut self, key: ContactKey, role: &UserType) {
        let waits = self.contacts.get(&key).is_some_and(|contact| contact.announce_at.is_some());
        if waits && *role == UserType::ActiveParticipant {
            self.update_contact(key, |contact, _| contact.announce_at = None);
        }
    }

    /// Tells it, when it is time.
    pub(in crate::desk) fn tick_announcing(&mut self, now: Millis, key: ContactKey) {
        let Some(contact) = self.contacts.get(&key) else { return };
        if contact.announce_at.is_none_or(|at| at > now) {
            return;
        }
        let confers = self.agent_id().is_some_and(|me| contact.room.is_conference(me));
        let ours = confers && self.part(contact) == Part::Owner && contact.phase == Phase::Active;
        self.update_contact(key, |contact, _| contact.announce_at = None);
        if ours && self.write(now, key, Audience::Whisper, &BEGAN.into()).is_ok() {
            self.submit_ready(now, key);
        }
    }

    /// A line that may be the sentence: it counts from the owner of the room, and only for who was
    /// asked for help.
    pub(in crate::desk) fn hears_of_conference(
        &mut self,
        now: Millis,
        key: ContactKey,
        from: &AgentId,
        content: &Content,
    ) {
        let Content::Line(line) = content else { return };
        let says = line.author == Author::Agent
            && line.audience == Audience::Whisper
            && line.text.as_str() == BEGAN;
        let Some(contact) = self.contacts.get(&key).filter(|_| says) else { return };
        let Some(me) = self.agent_id().cloned() else { return };
        if self.part(contact) == Part::Consulted && contact.room.part(from) == Part::Owner {
            self.agent_enters(now, key, &me, UserType::ActiveParticipant);
        }
    }
}

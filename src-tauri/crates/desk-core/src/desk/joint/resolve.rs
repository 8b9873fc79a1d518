//! A step that was under way when the link died: the room, entered again, says what became of it.
//! Nothing is asked of the server a second time.

use super::super::Desk;
use super::answers::link_lost;
use crate::contact::joint::ring_ms;
use crate::contact::{ContactKey, Part, Phase, Step};
use crate::failure::{Failure, FailureKind};
use crate::notice::OfferEnd;
use crate::time::Millis;

impl Desk {
    /// The link is gone: a reason that was on its way may or may not have got there, so the
    /// transfer behind it is the agent's to decide on again.
    pub(in crate::desk) fn joint_link_lost(&mut self, key: ContactKey) {
        self.update_joint(key, |joint| {
            if joint.step == Step::Briefing {
                joint.fails(link_lost());
            }
        });
    }

    /// The room was entered again.
    pub(in crate::desk) fn joint_rejoined(&mut self, now: Millis, key: ContactKey) {
        self.verb_rejoined(key);
        let Some(contact) = self.contacts.get(&key) else { return };
        let Some(joint) = contact.joint.as_ref().filter(|joint| joint.in_doubt) else {
            return self.seats_changed(now, key);
        };
        let is_here = joint.agent().is_some_and(|agent| contact.room.holds(agent));
        let me = self.agent_id().cloned();
        let confers = me.is_some_and(|me| contact.room.is_conference(&me));
        let (step, rings_until) = (joint.step, joint.begun_at + ring_ms(&contact.room));
        if self.part(contact) != Part::Owner {
            // Handed over, or taken over meanwhile: nothing of it is this agent's any more.
            self.end_of_joint(now, key, None);
            return self.seats_changed(now, key);
        }
        match step {
            Step::Inviting if is_here => self.talk(now, key),
            Step::Inviting if rings_until > now => {
                self.update_joint(key, |joint| joint.rings(rings_until, None));
            }
            Step::Inviting => {
                let late = Failure::of(FailureKind::ConsultTimedOut);
                self.update_joint(key, |joint| joint.fails(late));
            }
            Step::Conferring if confers => self.confers(now, key),
            Step::Transferring | Step::Conferring | Step::Ending if is_here => {
                self.update_joint(key, |joint| joint.talks(Some(link_lost())));
            }
            Step::Ending => self.joint_ended(now, key),
            Step::Conferring => {
                let left = Failure::of(FailureKind::PartnerLeft);
                self.update_joint(key, |joint| joint.fails(left));
            }
            _ => self.update_joint(key, |joint| joint.fails(link_lost())),
        }
        self.no_joint_while_closing(now, key);
        self.seats_changed(now, key);
    }

    /// The room does not take the agent back. Where that is what was asked for, it is done; true then.
    pub(in crate::desk) fn left_meanwhile(&mut self, now: Millis, key: ContactKey) -> bool {
        let end = self.end_in_doubt(key);
        if let Some(end) = end {
            self.out_of_room(now, key, end);
        }
        end.is_some()
    }

    /// The room does not take the agent back while the closing form is open, so nothing will tell
    /// what became of a step: it is over with the contact.
    pub(in crate::desk) fn nothing_tells(&mut self, now: Millis, key: ContactKey) {
        if self.contacts.get(&key).is_some_and(|contact| contact.phase == Phase::WrapUp) {
            self.end_of_joint(now, key, None);
            self.update_contact(key, |contact, _| contact.verb = None);
        }
    }

    /// How the agent's part ended, if a verb whose answer was lost did what it should.
    pub(in crate::desk) fn end_in_doubt(&self, key: ContactKey) -> Option<OfferEnd> {
        let contact = self.contacts.get(&key).filter(|c| c.in_cct && !c.on_terminal)?;
        let in_doubt = contact.joint.as_ref().filter(|joint| joint.in_doubt);
        if in_doubt.is_some_and(|joint| joint.step == Step::Transferring) {
            return Some(OfferEnd::Transferred);
        }
        self.leaving(contact).then_some(OfferEnd::Left)
    }
}

//! What the server answers to a step of a consult or transfer, and what time does.

use ewc_wire::AgentId;
use ewc_wire::agent::Operation;
use log_safe::Private;

use super::super::Desk;
use crate::contact::joint::{Spent, Transfer, ring_ms};
use crate::contact::{Contact, ContactKey, Joint, Phase, Step, Target};
use crate::ewc::{Answer, RequestId};
use crate::failure::{Failure, FailureKind, LinkFailure};
use crate::notice::{NoticeKind, OfferEnd};
use crate::time::Millis;
use crate::timeline::SendState;

/// A refusal of an invitation that comes this close to its end, in milliseconds, is its end: the
/// server's words for it are not documented.
const CLOSE_TO_END_MS: i64 = 2_000;

impl Desk {
    /// The answer to a step; true when it was one.
    pub(in crate::desk) fn joint_answered(
        &mut self,
        now: Millis,
        request: RequestId,
        answer: &Answer,
    ) -> bool {
        let waits = |joint: &Joint| joint.request == Some(request);
        let found = self.contacts.values().find_map(|contact| {
            Some((contact.key, contact.joint.as_ref().filter(|j| waits(j))?.step))
        });
        let Some((key, step)) = found else { return false };
        match answer {
            Answer::Accepted => self.step_taken(now, key, step),
            // Nothing answers this one everywhere.
            Answer::NoAnswer | Answer::HandedOver if step == Step::Ending => {
                self.step_taken(now, key, step);
            }
            Answer::NoAnswer | Answer::HandedOver if step == Step::Transferring => {
                let contact = self.contacts.get(&key);
                if contact.is_some_and(|contact| contact.in_cct && !contact.on_terminal) {
                    // The contact server has taken the contact away: it was handed over.
                    self.out_of_room(now, key, OfferEnd::Transferred);
                } else {
                    self.step_refused(now, key, step, Self::no_answer());
                    self.update_joint(key, |joint| joint.maybe_over = true);
                }
            }
            Answer::NoAnswer | Answer::HandedOver => {
                self.step_refused(now, key, step, Self::no_answer());
            }
            Answer::Refused(why) => self.step_refused(now, key, step, why.clone()),
            Answer::NotSent => self.step_refused(now, key, step, link_lost()),
            Answer::Lost => {
                self.update_joint(key, |joint| {
                    joint.request = None;
                    joint.in_doubt = true;
                });
            }
        }
        true
    }

    /// An operation has worked whose answer nobody waits for any more: a transfer, if there was one.
    pub(in crate::desk) fn worked_late(&mut self, now: Millis, key: ContactKey) {
        if self.contacts.get(&key).is_some_and(Self::may_be_handed_over) {
            self.out_of_room(now, key, OfferEnd::Transferred);
        }
    }

    /// True after a transfer that nobody answered in time.
    pub(in crate::desk) fn may_be_handed_over(contact: &Contact) -> bool {
        contact.joint.as_ref().is_some_and(|joint| joint.maybe_over)
    }

    pub(super) fn update_joint(&mut self, key: ContactKey, change: impl FnOnce(&mut Joint)) {
        self.update_contact(key, |contact, _| {
            if let Some(joint) = &mut contact.joint {
                change(joint);
            }
        });
    }

    fn step_taken(&mut self, now: Millis, key: ContactKey, step: Step) {
        match step {
            Step::Inviting => {
                let Some(contact) = self.contacts.get(&key) else { return };
                let until = now + ring_ms(&contact.room);
                self.update_joint(key, |joint| joint.rings(until, None));
            }
            Step::Transferring => self.out_of_room(now, key, OfferEnd::Transferred),
            Step::Conferring => {
                let partner = self.contacts.get(&key).and_then(|contact| contact.joint.as_ref());
                if let Some(partner) = partner.and_then(Joint::agent).cloned() {
                    self.announce_unless_told(now, key, &partner);
                }
                self.confers(now, key);
            }
            Step::Ending => self.joint_ended(now, key),
            Step::Ringing | Step::Talking | Step::Briefing | Step::Failed => {}
        }
        self.no_joint_while_closing(now, key);
        self.seats_changed(now, key);
    }

    fn step_refused(&mut self, now: Millis, key: ContactKey, step: Step, why: Failure) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let Some(joint) = &contact.joint else { return };
        let is_here = joint.agent().is_some_and(|agent| contact.room.holds(agent));
        let timed_out = joint.rings_until.is_none_or(|until| until <= now);
        let ring_end = joint.rings_until.unwrap_or(now);
        let refused = why.kind == FailureKind::OperationRefused
            || matches!(why.kind, FailureKind::ServerError(_));
        self.update_contact(key, |contact, _| {
            let Contact { joint: Some(joint), spent, .. } = contact else { return };
            match step {
                Step::Transferring if joint.agent().is_some() && is_here => {
                    // The document knows one reason why a consulted agent cannot have the chat.
                    let likely = refused && !joint.maybe_alone;
                    if likely && spent.transfer == Transfer::Free {
                        spent.transfer = Transfer::Refused;
                    }
                    joint.talks(Some(why));
                }
                Step::Conferring if is_here => joint.talks(Some(why)),
                Step::Transferring | Step::Conferring if joint.agent().is_some() => {
                    joint.fails(Failure::of(FailureKind::PartnerLeft));
                }
                Step::Ending if is_here => {
                    joint.talks(Some(why));
                    joint.maybe_alone = true;
                    *spent = took_back(*spent);
                }
                Step::Ending => match joint.ended_by.take() {
                    Some(ended_by) => joint.fails(ended_by),
                    None if timed_out => joint.fails(Failure::of(FailureKind::ConsultTimedOut)),
                    None => joint.rings(ring_end, Some(why)),
                },
                _ => joint.fails(why),
            }
        });
        self.no_joint_while_closing(now, key);
        self.seats_changed(now, key);
    }

    /// Both agents may write to the customer now.
    pub(super) fn confers(&mut self, now: Millis, key: ContactKey) {
        let Some(me) = self.agent_id().cloned() else { return };
        let joint = self.end_of_joint(now, key, None);
        self.update_contact(key, |contact, _| {
            if let Some(partner) = joint.as_ref().and_then(Joint::agent) {
                contact.room.confers_with(&me, partner);
            }
            contact.spent.conference = true;
        });
    }

    /// The invitation is taken back, or the other agent is out.
    pub(super) fn joint_ended(&mut self, now: Millis, key: ContactKey) {
        let Some(joint) = self.contacts.get(&key).and_then(|contact| contact.joint.as_ref()) else {
            return;
        };
        let room = self.contacts.get(&key).map(|contact| &contact.room);
        let here = |agent: &&AgentId| room.is_some_and(|room| room.holds(agent));
        let (agent, ended_by) = (joint.agent().filter(here).cloned(), joint.ended_by.clone());
        match ended_by {
            Some(why) => self.update_joint(key, |joint| joint.fails(why)),
            None => drop(self.end_of_joint(now, key, None)),
        }
        if let Some(agent) = agent {
            self.agent_is_out(now, key, &agent);
        }
    }

    /// The invited agent will not come, or the consulted one has gone.
    pub(super) fn partner_out(&mut self, now: Millis, key: ContactKey) {
        let Some(joint) = self.contacts.get(&key).and_then(|contact| contact.joint.as_ref()) else {
            return;
        };
        let late = joint.until.is_some_and(|until| until.since(now) <= CLOSE_TO_END_MS);
        match joint.step {
            Step::Inviting | Step::Ringing => {
                let kind =
                    if late { FailureKind::ConsultTimedOut } else { FailureKind::ConsultDeclined };
                self.update_joint(key, |joint| joint.fails(Failure::of(kind)));
            }
            Step::Ending => self.joint_ended(now, key),
            Step::Talking => {
                let left = Failure::of(FailureKind::PartnerLeft);
                self.update_joint(key, |joint| joint.fails(left));
            }
            // The answer decides.
            Step::Transferring | Step::Conferring | Step::Briefing | Step::Failed => {}
        }
        self.update_contact(key, |contact, _| contact.spent = took_back(contact.spent));
    }

    /// A step has reached its limit.
    pub(in crate::desk) fn tick_joint(&mut self, now: Millis, key: ContactKey) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let Some(joint) = &contact.joint else { return };
        if joint.until.is_none_or(|until| until > now) {
            return;
        }
        let timed_out = Failure::of(FailureKind::ConsultTimedOut);
        match joint.step {
            // The document leaves open who ends the ringing. The server is told in any case: an
            // agent who came after the one who asked has given up would sit there alone.
            Step::Ringing if contact.phase == Phase::Active && self.ewc.is_online() => {
                self.end_joint(now, key, Some(timed_out));
            }
            Step::Ringing => self.update_joint(key, |joint| joint.fails(timed_out)),
            Step::Briefing => self.update_joint(key, |joint| joint.fails(Self::no_answer())),
            _ => self.update_joint(key, |joint| joint.until = None),
        }
    }

    /// The reason for a transfer to a skillset is out: now the transfer; or it will not be.
    pub(in crate::desk) fn reason_moved(&mut self, now: Millis, key: ContactKey) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let briefing = contact.joint.as_ref().filter(|joint| joint.step == Step::Briefing);
        let Some(joint) = briefing else { return };
        let Target::Skillset { queue, .. } = &joint.target else { return };
        let queue = queue.clone();
        let line = joint.reason.and_then(|item| contact.timeline.item(item));
        let failure = match line.and_then(|line| line.content.send()) {
            Some(SendState::Queued | SendState::InFlight) => return,
            Some(SendState::Sent | SendState::Delivered) => {
                return self.operate(now, key, Operation::Queue(queue), Step::Transferring);
            }
            Some(SendState::Refused(why)) => why.clone(),
            Some(SendState::Unknown | SendState::NotDelivered) | None => link_lost(),
        };
        self.update_joint(key, |joint| joint.fails(failure));
    }

    /// The customer has left, or the agent closes: there is nobody to consult about any more. A
    /// step whose answer is still to come waits for it, for a transfer may have gone through.
    pub(in crate::desk) fn no_joint_while_closing(&mut self, now: Millis, key: ContactKey) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let enters = contact.join_request.is_some() || !self.ewc.is_online();
        let waits = |joint: &Joint| joint.request.is_some() || (joint.in_doubt && enters);
        if contact.phase == Phase::WrapUp && contact.joint.as_ref().is_some_and(|j| !waits(j)) {
            self.end_of_joint(now, key, None);
        }
    }

    /// The step is over: a brief that nobody has heard is kept, unless it goes with the next one.
    pub(super) fn end_of_joint(
        &mut self,
        now: Millis,
        key: ContactKey,
        next: Option<&Private<String>>,
    ) -> Option<Joint> {
        let joint = self.update_contact(key, |contact, _| contact.joint.take()).flatten()?;
        if let Some(text) = joint.brief.clone().filter(|brief| Some(brief) != next) {
            let title = self.contacts.get(&key).map(Contact::title).unwrap_or_default().into();
            self.notify(now, NoticeKind::UndeliveredText { title, text });
        }
        Some(joint)
    }
}

/// What a refused transfer was taken for, taken back.
const fn took_back(spent: Spent) -> Spent {
    match spent.transfer {
        Transfer::Refused => Spent { transfer: Transfer::Free, ..spent },
        Transfer::Free | Transfer::Used => spent,
    }
}

pub(super) const fn link_lost() -> Failure {
    Failure::of(FailureKind::Link(LinkFailure::Lost))
}

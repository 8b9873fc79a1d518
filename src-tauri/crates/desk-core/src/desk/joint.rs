//! Consult, transfer, conference: one more agent in the room, step by step.
//!
//! invite → ringing → talking → transfer, conference or end (guide, chapter 7, "Transferring a chat
//! session", "Conferencing a chat session"). The server decides each step; what it does not say is
//! taken from who is in the room.

mod announcing;
mod answers;
mod resolve;
pub(super) mod rules;
mod seats;

use ewc_wire::agent::{DropPassiveParticipantRequest, Operation, OperationRequest, Request};
use ewc_wire::{AgentId, Audience, QueueId};
use log_safe::Private;

use super::Desk;
use crate::contact::joint::REASON_MS;
use crate::contact::{Contact, ContactKey, Joint, Part, Step, Target};
use crate::failure::{Failure, FailureKind};
use crate::time::Millis;

impl Desk {
    /// The part the agent plays in a contact's room.
    pub fn part(&self, contact: &Contact) -> Part {
        if contact.observed {
            return Part::Observer;
        }
        self.agent_id().map_or(Part::Unknown, |me| contact.room.part(me))
    }

    /// Invites an agent to a consult; the brief goes out as the first whisper once the agent is there.
    ///
    /// # Errors
    /// No such contact; not possible now; no such agent in the list; the brief is too long.
    pub fn consult(
        &mut self,
        now: Millis,
        key: ContactKey,
        agent: &AgentId,
        brief: Option<Private<String>>,
    ) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        self.actions(contact).consult?;
        let name = self.agent_choice(contact, agent)?;
        let brief = self.told(brief)?;
        let target = Target::Agent { id: agent.clone(), name };
        let again = contact.joint.as_ref().filter(|joint| joint.agent() == Some(agent));
        // The same agent, asked again without a new one: what was not heard goes along.
        let unheard = again.and_then(|joint| joint.brief.clone());
        let joint = Joint { brief: brief.or(unheard), ..Joint::new(now, target, Step::Inviting) };
        self.end_of_joint(now, key, joint.brief.as_ref());
        self.update_contact(key, |contact, _| {
            contact.failure = None;
            contact.joint = Some(joint);
        });
        self.operate(now, key, Operation::Consult(agent.clone()), Step::Inviting);
        self.settle(now);
        Ok(())
    }

    /// Takes the invitation back, or ends the consult. Where it has failed, that is taken note of.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn end_consult(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        self.actions(contact).end_consult?;
        if contact.joint.as_ref().is_some_and(|joint| joint.step == Step::Failed) {
            self.end_of_joint(now, key, None);
        } else {
            self.end_joint(now, key, None);
        }
        self.settle(now);
        Ok(())
    }

    /// Hands the contact over to the consulted agent.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn complete_transfer(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        self.actions(contact).complete_transfer?;
        let agent = Self::partner(contact)?;
        self.operate(now, key, Operation::Agent(agent), Step::Transferring);
        self.settle(now);
        Ok(())
    }

    /// Lets the consulted agent write to the customer too.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn complete_conference(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        self.actions(contact).complete_conference?;
        let agent = Self::partner(contact)?;
        self.operate(now, key, Operation::Conference(agent), Step::Conferring);
        self.settle(now);
        Ok(())
    }

    /// Hands the contact over to a skillset; the reason goes out as a whisper just before, so that
    /// whoever answers finds it in the transcript. If the whisper is refused, nothing is handed over.
    ///
    /// # Errors
    /// No such contact; not possible now; no such skillset in the list; the reason is too long.
    pub fn transfer_to_skillset(
        &mut self,
        now: Millis,
        key: ContactKey,
        queue: &QueueId,
        reason: Option<Private<String>>,
    ) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        self.actions(contact).transfer_to_skillset?;
        let name = Self::queue_choice(contact, queue)?;
        let reason = self.told(reason)?;
        let target = Target::Skillset { queue: queue.clone(), name };
        let mut joint = Joint::new(now, target, Step::Briefing);
        joint.until = Some(now + REASON_MS);
        if let Some(reason) = reason {
            joint.reason = Some(self.append_own(now, key, Audience::Whisper, reason)?);
        }
        let at_once = joint.reason.is_none();
        self.end_of_joint(now, key, None);
        self.update_contact(key, |contact, _| {
            contact.failure = None;
            contact.joint = Some(joint);
        });
        if at_once {
            self.operate(now, key, Operation::Queue(queue.clone()), Step::Transferring);
        } else {
            self.submit_ready(now, key);
        }
        self.settle(now);
        Ok(())
    }

    /// Asks the server for a step.
    fn operate(&mut self, now: Millis, key: ContactKey, operation: Operation, step: Step) {
        let Some(guid) = self.contacts.get(&key).and_then(Contact::guid) else { return };
        let request = OperationRequest { guid, operation };
        let request = self.ewc.send(now, Request::OperationRequest(request));
        self.update_contact(key, |contact, _| {
            if let Some(joint) = &mut contact.joint {
                joint.waits_for(step, request);
            }
        });
    }

    /// Takes the invitation back, or removes the other agent. That the same verb does both is a
    /// guess; no document names another one for an invitation that rings.
    fn end_joint(&mut self, now: Millis, key: ContactKey, ended_by: Option<Failure>) {
        let Some(guid) = self.contacts.get(&key).and_then(Contact::guid) else { return };
        let request = DropPassiveParticipantRequest { guid };
        let request = self.ewc.send_brief(now, Request::DropPassiveParticipant(request));
        self.update_contact(key, |contact, _| {
            if let Some(joint) = &mut contact.joint {
                joint.waits_for(Step::Ending, request);
                joint.ended_by = ended_by;
            }
        });
    }

    fn partner(contact: &Contact) -> Result<AgentId, Failure> {
        let agent = contact.joint.as_ref().and_then(Joint::agent);
        agent.cloned().ok_or(Failure::of(FailureKind::NoSuchDestination))
    }

    /// A text for other agents that may be left out.
    fn told(&self, text: Option<Private<String>>) -> Result<Option<Private<String>>, Failure> {
        let text = text.filter(|text| !text.as_str().trim().is_empty());
        text.map(|text| Ok(self.checked(&text)?.into_private())).transpose()
    }
}

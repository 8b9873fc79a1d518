//! Consult, transfer, conference: one more agent in the room, step by step.

use ewc_wire::{AgentId, QueueId};
use log_safe::Private;

use super::Desk;
use crate::contact::{Contact, ContactKey, Part};
use crate::failure::{Failure, WhyNot};
use crate::time::Millis;
use crate::timeline::Author;

/// What a hand-over brief can be made of; the words around it are the screen's.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BriefFacts {
    /// How long the agent has been in the room, in minutes.
    pub minutes: u32,
    /// The last exchanges, oldest first.
    pub exchanges: Vec<Exchange>,
    /// The pages pushed so far.
    pub pages: Vec<Private<String>>,
}

/// One line of a brief.
#[derive(Debug, Clone, PartialEq)]
pub struct Exchange {
    /// Who wrote it.
    pub author: Author,
    /// The name shown.
    pub name: Private<String>,
    /// The text, shortened.
    pub text: Private<String>,
}

impl Desk {
    /// The part the agent plays in a contact's room.
    pub fn part(&self, contact: &Contact) -> Part {
        let _ = contact;
        Part::Unknown
    }

    /// Asks where the contact can go (chapter 11, "Get Destinations Request").
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn request_destinations(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let _ = (now,);
        self.contact_or_fail(key)?;
        Err(Self::not_possible(WhyNot::StepRunning))
    }

    /// Invites an agent to a consult; the brief goes out as the first whisper once the agent is there.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn consult(
        &mut self,
        now: Millis,
        key: ContactKey,
        agent: &AgentId,
        brief: Option<Private<String>>,
    ) -> Result<(), Failure> {
        let _ = (now, agent, brief);
        self.contact_or_fail(key)?;
        Err(Self::not_possible(WhyNot::StepRunning))
    }

    /// Takes the invitation back, or ends the consult.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn end_consult(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let _ = (now,);
        self.contact_or_fail(key)?;
        Err(Self::not_possible(WhyNot::StepRunning))
    }

    /// Hands the contact over to the consulted agent.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn complete_transfer(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let _ = (now,);
        self.contact_or_fail(key)?;
        Err(Self::not_possible(WhyNot::StepRunning))
    }

    /// Lets the consulted agent write to the customer too.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn complete_conference(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let _ = (now,);
        self.contact_or_fail(key)?;
        Err(Self::not_possible(WhyNot::StepRunning))
    }

    /// Hands the contact over to a skillset; the reason goes out as a whisper just before.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn transfer_to_skillset(
        &mut self,
        now: Millis,
        key: ContactKey,
        queue: &QueueId,
        reason: Option<Private<String>>,
    ) -> Result<(), Failure> {
        let _ = (now, queue, reason);
        self.contact_or_fail(key)?;
        Err(Self::not_possible(WhyNot::StepRunning))
    }

    /// Makes the other agent of a conference the owner.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn change_owner(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let _ = (now,);
        self.contact_or_fail(key)?;
        Err(Self::not_possible(WhyNot::StepRunning))
    }

    /// Removes the other agent from the room.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn drop_participant(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let _ = (now,);
        self.contact_or_fail(key)?;
        Err(Self::not_possible(WhyNot::StepRunning))
    }

    /// Leaves a room that somebody else owns.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn leave_room(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        self.actions(contact).leave?;
        if contact.observed {
            self.stop_observing(now, key);
            self.settle(now);
            return Ok(());
        }
        Err(Self::not_possible(WhyNot::StepRunning))
    }

    /// Ends a conference for everybody else.
    ///
    /// # Errors
    /// No such contact; not possible now.
    pub fn close_conference(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let _ = (now,);
        self.contact_or_fail(key)?;
        Err(Self::not_possible(WhyNot::StepRunning))
    }

    /// What a hand-over brief can be made of.
    ///
    /// # Errors
    /// No such contact.
    pub fn brief_facts(&self, now: Millis, key: ContactKey) -> Result<BriefFacts, Failure> {
        let _ = now;
        self.contact_or_fail(key)?;
        Ok(BriefFacts::default())
    }
}

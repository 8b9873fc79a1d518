//! Where a contact can go: asked for, listed, and what of the list cannot be had.

use ewc_wire::agent::{GetDestinationsNotification, GetDestinationsRequest, Request};
use ewc_wire::{AgentId, QueueId};
use log_safe::Private;

use super::Desk;
use crate::contact::{AgentChoice, Contact, ContactKey, DestinationsState, Part, QueueChoice};
use crate::ewc::{Answer, RequestId};
use crate::failure::{Failure, FailureKind, LinkFailure, WhyNot};
use crate::time::Millis;

impl Desk {
    /// Asks where the contact can go (chapter 11, "Get Destinations Request").
    ///
    /// # Errors
    /// No such contact; neither a consult nor a transfer is possible now.
    pub fn request_destinations(&mut self, now: Millis, key: ContactKey) -> Result<(), Failure> {
        let contact = self.contact_or_fail(key)?;
        let actions = self.actions(contact);
        if actions.transfer_to_skillset.is_err() {
            actions.consult?;
        }
        if matches!(contact.destinations.state, DestinationsState::Asking(_)) {
            return Ok(());
        }
        let guid = contact.guid().ok_or(Failure::of(FailureKind::NoSuchContact))?;
        let request = self.ewc.send(now, Request::GetDestinations(GetDestinationsRequest { guid }));
        self.update_contact(key, |contact, _| {
            contact.destinations.state = DestinationsState::Asking(request);
        });
        self.settle(now);
        Ok(())
    }

    /// The answer to the question; true when it was one.
    pub(super) fn destinations_answered(&mut self, request: RequestId, answer: &Answer) -> bool {
        let asked = DestinationsState::Asking(request);
        let found = self.contacts.values().find(|contact| contact.destinations.state == asked);
        let Some(key) = found.map(|contact| contact.key) else { return false };
        let why = match answer {
            Answer::Accepted => None,
            Answer::Refused(why) => Some(why.clone()),
            Answer::NoAnswer | Answer::HandedOver => Some(Self::no_answer()),
            Answer::Lost | Answer::NotSent => {
                Some(Failure::of(FailureKind::Link(LinkFailure::Lost)))
            }
        };
        self.update_contact(key, |contact, _| match why {
            // The notification itself brings the list, which may not name its room.
            None => contact.destinations.coming = true,
            Some(why) => contact.destinations.state = DestinationsState::Failed(why),
        });
        true
    }

    /// The list is here.
    pub(super) fn destinations_came(&mut self, now: Millis, list: &GetDestinationsNotification) {
        let waits = |contact: &&Contact| contact.destinations.coming;
        let waiting = self.contacts.values().find(waits).map(|contact| contact.key);
        let named = list.guid.and_then(|guid| self.key_of_guid(guid));
        let Some(key) = named.or(waiting) else { return };
        let Some(contact) = self.contacts.get(&key) else { return };
        let off =
            |allowed: Option<bool>| (allowed == Some(false)).then_some(WhyNot::SwitchedOffByServer);
        let queues = list
            .queues
            .iter()
            .map(|queue| {
                let agents: Vec<AgentChoice> = queue
                    .agents
                    .iter()
                    .map(|agent| AgentChoice {
                        id: agent.agent_id.clone(),
                        name: named_or_id(agent.display_name.as_ref(), &agent.agent_id),
                        refused: off(list.allow_transfer_to_agent)
                            .or_else(|| self.agent_refused(contact, &agent.agent_id)),
                    })
                    .collect();
                // Who asks does not count: a contact does not come back to who hands it over.
                let active = agents.iter().any(|agent| agent.refused != Some(WhyNot::ThatIsMe));
                QueueChoice {
                    queue: queue.queue_id.clone(),
                    name: queue.queue_name.clone(),
                    refused: off(list.allow_transfer_to_skillset)
                        .or_else(|| (!active).then_some(WhyNot::NobodyActive)),
                    agents,
                }
            })
            .collect();
        self.update_contact(key, |contact, _| {
            contact.destinations.queues = queues;
            contact.destinations.state = DestinationsState::Here;
            contact.destinations.at = Some(now);
            contact.destinations.coming = false;
        });
    }

    fn agent_refused(&self, contact: &Contact, agent: &AgentId) -> Option<WhyNot> {
        if self.agent_id() == Some(agent) {
            Some(WhyNot::ThatIsMe)
        } else if self.part(contact) == Part::Owner && contact.room.holds(agent) {
            Some(WhyNot::InRoomAlready)
        } else {
            None
        }
    }

    /// The name of an agent of the list who may be consulted.
    pub(super) fn agent_choice(
        &self,
        contact: &Contact,
        agent: &AgentId,
    ) -> Result<Private<String>, Failure> {
        let listed = |choice: &&AgentChoice| choice.id == *agent;
        let mut choices = contact.destinations.queues.iter().flat_map(|queue| &queue.agents);
        let choice = choices.find(listed).ok_or(Failure::of(FailureKind::NoSuchDestination))?;
        // Who is in the room may have changed since the list came.
        let in_room = Some(WhyNot::InRoomAlready);
        match choice.refused.filter(|why| Some(*why) != in_room) {
            Some(why) => Err(Self::not_possible(why)),
            None => match self.agent_refused(contact, agent) {
                Some(why) => Err(Self::not_possible(why)),
                None => Ok(choice.name.clone()),
            },
        }
    }

    /// The name of a skillset of the list that the contact can be handed over to.
    pub(super) fn queue_choice(contact: &Contact, queue: &QueueId) -> Result<String, Failure> {
        let choice = contact.destinations.queues.iter().find(|choice| choice.queue == *queue);
        let choice = choice.ok_or(Failure::of(FailureKind::NoSuchDestination))?;
        choice.refused.map_or_else(|| Ok(choice.name.clone()), |why| Err(Self::not_possible(why)))
    }
}

fn named_or_id(name: Option<&Private<String>>, id: &AgentId) -> Private<String> {
    name.filter(|name| !name.is_empty()).cloned().unwrap_or_else(|| id.as_str().into())
}

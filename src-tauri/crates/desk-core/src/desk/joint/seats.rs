//! Who comes, goes and owns the room, and what that means for a consult.

use std::collections::BTreeSet;

use ewc_wire::{AgentId, Audience, UserType};
use log_safe::Private;

use super::super::Desk;
use crate::contact::joint::Transfer;
use crate::contact::room::Entrance;
use crate::contact::verb::VerbKind;
use crate::contact::{Contact, ContactKey, CustomerPresence, Joint, Part, Phase, Step, Target};
use crate::ewc::RequestId;
use crate::failure::{Failure, FailureKind, WhyNot};
use crate::time::Millis;
use crate::timeline::{Content, ItemId, RoomEvent, SendState};

impl Desk {
    /// An agent came in or plays another part.
    pub(in crate::desk) fn agent_enters(
        &mut self,
        now: Millis,
        key: ContactKey,
        agent: &AgentId,
        role: UserType,
    ) {
        let watches = role == UserType::SupervisorObserve;
        self.told_of_conference(key, &role);
        let entrance = self.update_contact(key, |contact, _| contact.room.enters(agent, role));
        self.name_agents(key);
        let name = self.name_in(key, agent);
        if self.agent_id() != Some(agent) {
            match entrance {
                Some(Entrance::New) if watches => {
                    self.event(now, key, RoomEvent::ObserverJoined, name);
                }
                Some(Entrance::New) => self.event(now, key, RoomEvent::AgentJoined, name),
                Some(Entrance::Barged) => self.event(now, key, RoomEvent::SupervisorBarged, name),
                Some(Entrance::Known) | None => {}
            }
        }
        self.seats_changed(now, key);
    }

    /// The server tells a room the ids of its agents only: who was invited was chosen by name, and
    /// a supervisor's board has the names of the others.
    pub(in crate::desk) fn name_agents(&mut self, key: ContactKey) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let on_board = |agent: &AgentId| {
            let agents = &self.board.get().agents;
            agents.iter().find(|known| known.id == *agent).map(|known| &known.name)
        };
        let names: Vec<(AgentId, Private<String>)> = contact
            .room
            .participants
            .iter()
            .filter(|known| known.name.is_none())
            .filter_map(|known| {
                let invited = contact.joint.as_ref().and_then(|joint| joint.name_of(&known.agent));
                let name = invited.or_else(|| on_board(&known.agent))?;
                Some((known.agent.clone(), name.clone()))
            })
            .collect();
        if !names.is_empty() {
            self.update_contact(key, |contact, _| {
                for (agent, name) in &names {
                    contact.room.learn_name(agent, name);
                }
            });
        }
    }

    /// A supervisor has taken the room over; for the supervisor's own desk the success of the barge
    /// says so.
    pub(in crate::desk) fn taken_over(
        &mut self,
        now: Millis,
        key: ContactKey,
        supervisor: &AgentId,
    ) {
        let name = self.name_in(key, supervisor);
        self.update_contact(key, |contact, _| contact.room.taken_over_by(supervisor));
        self.event(now, key, RoomEvent::SupervisorBarged, name);
        self.seats_changed(now, key);
    }

    /// The room has another owner.
    pub(in crate::desk) fn owner_is(&mut self, now: Millis, key: ContactKey, owner: &AgentId) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let Some(me) = self.agent_id().cloned() else { return };
        let mine = *owner == me;
        let handed_over = mine
            && self.part(contact) == Part::Consulted
            && contact.room.partners(&me).next().is_some();
        let customer_left = contact.room.customer == CustomerPresence::Left;
        let name = self.name_in(key, owner);
        self.update_contact(key, |contact, _| {
            contact.room.owned_by(owner);
            if handed_over {
                contact.spent.transfer = Transfer::Used;
            }
            contact.verb.take_if(|verb| verb.kind == VerbKind::ChangeOwner);
        });
        self.event(now, key, RoomEvent::OwnerChanged, name);
        self.seats_changed(now, key);
        if mine && customer_left {
            // Whoever owns a chat that its customer has left must close it.
            drop(self.close(now, key));
        }
    }

    /// An agent is out of the room; who never came in leaves no word.
    pub(in crate::desk) fn agent_is_out(&mut self, now: Millis, key: ContactKey, agent: &AgentId) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let was_here = contact.room.holds(agent);
        let was_partner = contact.joint.as_ref().and_then(Joint::agent) == Some(agent);
        let name = self.name_in(key, agent);
        self.update_contact(key, |contact, _| contact.room.leaves(agent));
        if was_here || !was_partner {
            self.event(now, key, RoomEvent::AgentLeft, name);
        }
        if was_partner {
            self.partner_out(now, key);
        }
        self.seats_changed(now, key);
    }

    /// An agent has written or types: is in the room, then.
    pub(in crate::desk) fn agent_is_heard(&mut self, key: ContactKey, agent: &AgentId) {
        let me = self.agent_id() == Some(agent);
        self.update_contact(key, |contact, _| {
            if !me {
                contact.room.is_heard(agent);
            }
            if let Some(joint) = contact.joint.as_mut().filter(|j| j.agent() == Some(agent)) {
                joint.maybe_alone = false;
            }
        });
    }

    /// Looks at the seats: has the invited agent come, is the consulted one still here, is it still
    /// this agent's room?
    pub(in crate::desk) fn seats_changed(&mut self, now: Millis, key: ContactKey) {
        self.verb_by_seats(key);
        let Some(contact) = self.contacts.get(&key) else { return };
        let Some(me) = self.agent_id().cloned() else { return };
        let part = contact.room.part(&me);
        let only_whispers = matches!(part, Part::Consulted | Part::Bystander);
        if contact.only_whispers != only_whispers {
            self.update_contact(key, |contact, _| contact.only_whispers = only_whispers);
            if only_whispers {
                self.hold_back(key, part);
            }
        }
        let Some(contact) = self.contacts.get(&key) else { return };
        if contact.phase != Phase::Active {
            return;
        }
        if part != Part::Owner {
            // A step under way may be why; its answer ends it.
            if contact.joint.as_ref().is_some_and(|joint| joint.request.is_none()) {
                self.end_of_joint(now, key, None);
            }
            return;
        }
        let partner = contact.room.partners(&me).map(|known| known.agent.clone()).next();
        let consults = |contact: &Contact| !contact.room.is_conference(&me);
        let named = contact.joint.as_ref().and_then(Joint::agent);
        let is_here = named.is_some_and(|agent| contact.room.holds(agent));
        match contact.joint.as_ref().map(|joint| joint.step) {
            Some(Step::Ringing) if is_here => self.talk(now, key),
            Some(Step::Talking | Step::Failed) if is_here && !consults(contact) => {
                self.confers(now, key);
            }
            Some(Step::Failed) if is_here && self.is_passive(contact, named) => {
                self.talk(now, key);
            }
            Some(Step::Talking) if !is_here => {
                let left = Failure::of(FailureKind::PartnerLeft);
                self.update_joint(key, |joint| joint.fails(left));
            }
            None | Some(Step::Failed) => {
                let waiting = partner
                    .filter(|partner| consults(contact) && self.is_passive(contact, Some(partner)));
                if let Some(agent) = waiting {
                    // A consult that this desk did not see begin, or had given up.
                    let name = contact.room.name_of(&agent);
                    let target = Target::Agent { id: agent, name };
                    let joint = Joint::new(now, target, Step::Talking);
                    self.end_of_joint(now, key, None);
                    self.update_contact(key, |contact, _| contact.joint = Some(joint));
                }
            }
            Some(_) => {}
        }
    }

    /// The word to the customer is somebody else's now: what still waits for them stays here.
    pub(in crate::desk) fn hold_back(&mut self, key: ContactKey, part: Part) {
        let Some(contact) = self.contacts.get(&key) else { return };
        let for_customer = |item: &ItemId| match contact.timeline.item(*item).map(|i| &i.content) {
            Some(Content::Line(line)) => line.audience == Audience::Normal,
            Some(Content::Page(_)) => true,
            _ => false,
        };
        let mut waiting = contact.timeline.own(|state| *state == SendState::Queued);
        waiting.retain(for_customer);
        let of_them = |request: &RequestId| {
            contact.outbox.item_of(*request).is_some_and(|item| waiting.contains(&item))
        };
        let requests: BTreeSet<_> = contact.outbox.requests().into_iter().filter(of_them).collect();
        let withdrawn = self.ewc.withdraw(&requests);
        let why = match part {
            Part::Bystander => WhyNot::TakenOver,
            Part::Observer => WhyNot::ObservingOnly,
            _ => WhyNot::ConsultedOnly,
        };
        self.update_contact(key, |contact, revision| {
            for request in withdrawn {
                contact.outbox.withdrawn(request);
            }
            waiting.retain(|item| !contact.outbox.is_submitted(*item));
            for item in waiting {
                let refused = SendState::Refused(Self::not_possible(why));
                contact.timeline.set_send(revision, item, refused);
            }
        });
    }

    fn is_passive(&self, contact: &Contact, agent: Option<&AgentId>) -> bool {
        let role = agent.and_then(|agent| contact.room.role(agent));
        self.agent_id() != agent && role == Some(&UserType::PassiveParticipant)
    }

    /// The invited agent is there: the brief goes out.
    pub(super) fn talk(&mut self, now: Millis, key: ContactKey) {
        let brief = self.update_contact(key, |contact, _| {
            let joint = contact.joint.as_mut()?;
            joint.talks(None);
            joint.brief.take()
        });
        if let Some(brief) = brief.flatten()
            && let Err(why) = self.write(now, key, Audience::Whisper, &brief)
        {
            self.update_joint(key, |joint| {
                joint.brief = Some(brief);
                joint.failure = Some(why);
            });
        }
        self.submit_ready(now, key);
    }
}

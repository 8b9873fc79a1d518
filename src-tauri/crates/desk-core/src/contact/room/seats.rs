//! Who sits in a room as what: owner, others, conference, barge, and so the agent's own part.
//!
//! The server says it in pieces, and some servers leave pieces out: the list on joining, who enters
//! or plays another part, who owns the room, who is out. What it says last counts.

use ewc_wire::agent::{JoinType, Participant as Listed};
use ewc_wire::{AgentId, UserType};

use super::{Participant, Room};
use crate::contact::part::Part;

/// What is known of the seats beyond the roles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Seats {
    /// Who owns the room, where that was said.
    owner: Option<AgentId>,
    /// Several agents may write to the customer.
    conference: bool,
    /// The supervisor who took the room over, while it is so.
    barged_by: Option<AgentId>,
    /// How this desk entered.
    entered: Option<JoinType>,
}

/// What the entrance of an agent, or a new role, turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entrance {
    /// Was not here before.
    New,
    /// A watching supervisor has become active.
    Barged,
    /// Nothing that anybody must be told.
    Known,
}

impl Room {
    /// The part an agent plays here.
    pub fn part(&self, me: &AgentId) -> Part {
        let seats = &self.seats;
        if seats.owner.as_ref() == Some(me) {
            return Part::Owner;
        }
        match self.role(me) {
            Some(UserType::SupervisorObserve) => Part::Observer,
            Some(role) if is_active(role) => match (&seats.owner, seats.entered) {
                (Some(_), _) => Part::Member,
                (None, Some(JoinType::Consult)) if self.partners(me).next().is_some() => {
                    Part::Member
                }
                (None, _) => Part::Owner,
            },
            Some(UserType::PassiveParticipant) => {
                if seats.barged_by.is_some() {
                    Part::Bystander
                } else if seats.conference {
                    Part::Member
                } else {
                    Part::Consulted
                }
            }
            // The list does not name this agent: how it entered is what is left.
            _ => match seats.entered {
                None => Part::Unknown,
                Some(JoinType::Active) if seats.barged_by.is_some() => Part::Bystander,
                Some(JoinType::Active) if seats.owner.is_some() => Part::Member,
                Some(JoinType::Active) => Part::Owner,
                Some(JoinType::Consult) if seats.conference => Part::Member,
                Some(JoinType::Consult) => Part::Consulted,
                Some(JoinType::Observe) => Part::Observer,
            },
        }
    }

    /// The role of an agent.
    pub fn role(&self, agent: &AgentId) -> Option<&UserType> {
        self.participants.iter().find(|known| known.agent == *agent).map(|known| &known.role)
    }

    /// True when this agent is in the room.
    pub fn holds(&self, agent: &AgentId) -> bool {
        self.role(agent).is_some()
    }

    /// The other agents, watching supervisors left out.
    pub fn partners(&self, me: &AgentId) -> impl Iterator<Item = &Participant> {
        let me = me.clone();
        self.participants
            .iter()
            .filter(move |known| known.agent != me && known.role != UserType::SupervisorObserve)
    }

    /// True when anybody hears a whisper.
    pub fn has_hearers(&self, me: &AgentId) -> bool {
        self.participants.iter().any(|known| known.agent != *me)
    }

    /// True while several agents may write to the customer, or a supervisor shares the room with
    /// the agents it took it from.
    pub fn is_conference(&self, me: &AgentId) -> bool {
        (self.seats.conference || self.seats.barged_by.is_some())
            && self.partners(me).next().is_some()
    }

    /// The list that came on joining, with what is remembered of the time before.
    pub(super) fn seated(&mut self, list: &[Listed], me: Option<&AgentId>, entered: JoinType) {
        let was = me.map_or(Part::Unknown, |me| self.part(me));
        let names = std::mem::take(&mut self.participants);
        for listed in list {
            let known = names.iter().find(|known| known.agent == listed.agent_id);
            let name = known.and_then(|known| known.name.clone());
            let (agent, role) = (listed.agent_id.clone(), listed.user_type.clone());
            self.participants.push(Participant { agent, role, name });
        }
        self.seats.entered.get_or_insert(entered);
        let active: Vec<&AgentId> = self
            .participants
            .iter()
            .filter(|known| is_active(&known.role))
            .map(|known| &known.agent)
            .collect();
        let kept = self.seats.owner.take().filter(|owner| active.contains(&owner));
        self.seats.owner = kept.or_else(|| match active[..] {
            [only] => Some(only.clone()),
            _ => None,
        });
        let several = active.len() > 1;
        self.seats.conference = !self.is_for_one() && (several || self.seats.conference);
        let by_another = self.seats.owner.as_ref().filter(|owner| Some(*owner) != me);
        self.seats.barged_by = match (was, by_another) {
            // Owner before the loss and passive after it, without a conference: a supervisor came.
            (Part::Owner, Some(owner)) if !self.seats.conference => Some(owner.clone()),
            _ => self.seats.barged_by.take().filter(|by| self.seats.owner.as_ref() == Some(by)),
        };
    }

    /// An agent came in or plays another part.
    pub(crate) fn enters(&mut self, agent: &AgentId, role: UserType) -> Entrance {
        let becomes_active = is_active(&role);
        let was = self.participants.iter_mut().find(|known| known.agent == *agent);
        let was = was.map(|known| std::mem::replace(&mut known.role, role.clone()));
        match was {
            Some(UserType::SupervisorObserve) if becomes_active => {
                self.taken_over_by(agent);
                Entrance::Barged
            }
            Some(_) => {
                self.joins_in(agent, becomes_active);
                Entrance::Known
            }
            None => {
                self.participants.push(Participant { agent: agent.clone(), role, name: None });
                self.joins_in(agent, becomes_active);
                Entrance::New
            }
        }
    }

    /// A second agent who may write to the customer makes a conference.
    fn joins_in(&mut self, agent: &AgentId, becomes_active: bool) {
        let other = |known: &Participant| known.agent != *agent && is_active(&known.role);
        if becomes_active && self.participants.iter().any(other) {
            if self.seats.owner.is_none() {
                let owner = self.participants.iter().find(|known| other(known));
                self.seats.owner = owner.map(|known| known.agent.clone());
            }
            self.seats.conference = true;
        }
    }

    /// Somebody writes who is not in the list: in the room, then.
    pub(crate) fn is_heard(&mut self, agent: &AgentId) {
        if !self.holds(agent) {
            let role = UserType::Other(String::new());
            self.participants.push(Participant { agent: agent.clone(), role, name: None });
        }
    }

    /// An agent is out of the room.
    pub fn leaves(&mut self, agent: &AgentId) {
        self.participants.retain(|known| known.agent != *agent);
        self.typing.retain(|typing| typing.agent.as_ref() != Some(agent));
        let owner_left = self.seats.owner.as_ref() == Some(agent);
        if owner_left {
            self.seats.owner = None;
        }
        if self.seats.barged_by.as_ref() == Some(agent) || self.is_for_one() {
            self.seats.barged_by = None;
        }
        // Who was in a conference stays in it until a new owner is named.
        if self.is_for_one() && !owner_left {
            self.seats.conference = false;
        }
    }

    /// True with at most one agent who does not only watch.
    fn is_for_one(&self) -> bool {
        let watches = |known: &&Participant| known.role == UserType::SupervisorObserve;
        self.participants.len() - self.participants.iter().filter(watches).count() < 2
    }

    /// The other agent of a consult may write to the customer now.
    pub(crate) fn confers_with(&mut self, me: &AgentId, partner: &AgentId) {
        self.enters(me, UserType::ActiveParticipant);
        self.seats.owner = Some(me.clone());
        self.enters(partner, UserType::ActiveParticipant);
        self.seats.conference = true;
    }

    /// One agent owns the room now. In a conference, or where a supervisor gives the room back, the
    /// former owner stays and is passive; else the room was handed over, and the former owner is
    /// out, for of that some servers say nothing more.
    pub fn owned_by(&mut self, owner: &AgentId) {
        let stays = self.seats.conference || self.seats.barged_by.is_some();
        if !stays {
            let out = |known: &Participant| known.agent != *owner && is_active(&known.role);
            self.participants.retain(|known| !out(known));
        }
        self.now_owned_by(owner);
        self.seats.barged_by = None;
        self.seats.conference = stays && !self.is_for_one();
    }

    /// A supervisor owns the room now; everybody else may only whisper.
    pub fn taken_over_by(&mut self, supervisor: &AgentId) {
        self.now_owned_by(supervisor);
        self.seats.barged_by = Some(supervisor.clone());
        self.seats.conference = false;
    }

    fn now_owned_by(&mut self, owner: &AgentId) {
        for known in &mut self.participants {
            if is_active(&known.role) {
                known.role = UserType::PassiveParticipant;
            }
        }
        let known = self.participants.iter_mut().find(|known| known.agent == *owner);
        match known {
            Some(known) => known.role = UserType::ActiveParticipant,
            None => self.participants.push(Participant {
                agent: owner.clone(),
                role: UserType::ActiveParticipant,
                name: None,
            }),
        }
        self.seats.owner = Some(owner.clone());
    }
}

/// True for a role that writes to the customer. The second word is the customer page's for a
/// supervisor in the room; that agents may see it after a barge is a guess.
const fn is_active(role: &UserType) -> bool {
    matches!(role, UserType::ActiveParticipant | UserType::Supervisor)
}

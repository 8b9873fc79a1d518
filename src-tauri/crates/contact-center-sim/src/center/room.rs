//! One contact as a room: who is in it, in which role, and what was said.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::center::customer::Customer;
use crate::center::{AgentId, Can, ContactKind, Guid, Millis};

/// What a member may do in a room (guide chapter 11, userType).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Active,
    Passive,
    Observer,
}

impl Role {
    pub(crate) fn user_type(self) -> &'static str {
        match self {
            Self::Active => "active_participant",
            Self::Passive => "passive_participant",
            Self::Observer => "supervisor_observe",
        }
    }
}

/// An agent in a room.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) agent: AgentId,
    pub(crate) role: Role,
    /// The agent asked to quit and owes the closed reason.
    pub(crate) quitting: bool,
    /// The agent's socket came back and it has not joined again.
    pub(crate) rejoin_due: bool,
    /// The customer was told of this agent.
    pub(crate) shown: bool,
}

/// Where a contact is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Waiting for an agent.
    Queued,
    /// Alerting at one.
    Offered(AgentId),
    /// Answered at least once since it was last queued.
    Answered,
    /// Over.
    Ended,
}

/// A consult that is asked for or going on.
#[derive(Clone, Debug)]
pub(crate) struct Consult {
    pub(crate) target: AgentId,
    pub(crate) asked_at: Millis,
    /// The target has joined.
    pub(crate) joined: bool,
}

/// One line of a transcript.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The entry as the join reply lists it, timestamp in milliseconds.
    pub(crate) json: Value,
    pub(crate) at: Millis,
    pub(crate) kind: EntryKind,
}

/// What a line counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EntryKind {
    FromCustomer,
    FromAgent,
    FromCentre,
    Whisper,
}

/// A contact.
#[derive(Clone, Debug)]
pub(crate) struct Room {
    pub(crate) guid: Guid,
    /// Only a chat is a room to the chat server.
    pub(crate) kind: ContactKind,
    /// What `contactTypes` says, where it is not the usual text.
    pub(crate) contact_type: Option<String>,
    pub(crate) can: Can,
    /// Intrinsics given from outside, before those of the rules.
    pub(crate) own_intrinsics: BTreeMap<String, String>,
    /// Activity codes by the agents who gave them.
    pub(crate) activity_codes: BTreeMap<AgentId, String>,
    pub(crate) skillset: String,
    pub(crate) customer: Customer,
    pub(crate) arrived: Millis,
    /// Place in the queue: earlier first; returned contacts keep a rank before all others.
    pub(crate) queued_since: Millis,
    pub(crate) front: bool,
    pub(crate) phase: Phase,
    pub(crate) owner: Option<AgentId>,
    pub(crate) members: Vec<Member>,
    pub(crate) transcript: Vec<Entry>,
    pub(crate) consult: Option<Consult>,
    /// A conference is going on.
    pub(crate) conference: bool,
    /// A supervisor has barged in.
    pub(crate) barged: bool,
    pub(crate) transfers: u32,
    pub(crate) welcomed: bool,
    pub(crate) comforted: bool,
    /// A room entered from the wall: until when its people have said what they say.
    pub(crate) told_until: Option<Millis>,
    /// Who handed it over; gets it back last.
    pub(crate) last_from: Option<AgentId>,
    /// An agent ticked the transcript for the customer.
    pub(crate) mail_wanted: bool,
    /// Closed reasons given: (agent, code, note).
    pub(crate) reasons: Vec<(AgentId, i64, String)>,
}

impl Room {
    pub(crate) fn new(guid: Guid, skillset: String, customer: Customer, now: Millis) -> Self {
        Self {
            guid,
            kind: ContactKind::WebChat,
            contact_type: None,
            can: Can::default(),
            own_intrinsics: BTreeMap::new(),
            activity_codes: BTreeMap::new(),
            skillset,
            customer,
            arrived: now,
            queued_since: now,
            front: false,
            phase: Phase::Queued,
            owner: None,
            members: Vec::new(),
            transcript: Vec::new(),
            consult: None,
            conference: false,
            barged: false,
            transfers: 0,
            welcomed: false,
            comforted: false,
            told_until: None,
            last_from: None,
            mail_wanted: false,
            reasons: Vec::new(),
        }
    }

    pub(crate) fn member(&self, agent: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.agent == agent)
    }

    pub(crate) fn member_mut(&mut self, agent: &str) -> Option<&mut Member> {
        self.members.iter_mut().find(|member| member.agent == agent)
    }

    pub(crate) fn is_owner(&self, agent: &str) -> bool {
        self.owner.as_deref() == Some(agent)
    }

    /// Agents in the room who are not mere observers, the given one left out.
    pub(crate) fn others(&self, agent: &str) -> Vec<AgentId> {
        self.members
            .iter()
            .filter(|member| member.agent != agent && member.role != Role::Observer)
            .map(|member| member.agent.clone())
            .collect()
    }

    /// Everybody in the room but the given agent.
    pub(crate) fn everyone_but(&self, agent: &str) -> Vec<AgentId> {
        self.members
            .iter()
            .filter(|member| member.agent != agent)
            .map(|member| member.agent.clone())
            .collect()
    }

    pub(crate) fn is_chat(&self) -> bool {
        self.kind == ContactKind::WebChat
    }

    pub(crate) fn is_open(&self) -> bool {
        self.phase != Phase::Ended
    }

    /// Back into the queue, before everybody else or behind.
    pub(crate) fn requeue(&mut self, front: bool, now: Millis) {
        self.phase = Phase::Queued;
        self.front = front;
        if !front {
            self.queued_since = now;
        }
    }
}

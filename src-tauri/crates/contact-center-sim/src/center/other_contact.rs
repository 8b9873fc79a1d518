//! Contacts that are no web chat: e-mails, calls, call-backs. They alert at agents through CCT
//! like a chat, but no chat server knows a room for them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::center::customer::Customer;
use crate::center::room::{Phase, Room};
use crate::center::{CctEvent, Center, DropReason, Guid};

/// What kind of contact it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactKind {
    /// A web chat: the only kind with a room.
    WebChat,
    /// An e-mail.
    #[default]
    Email,
    /// A call.
    Voice,
    /// A call that the customer has asked for on the web.
    CallBack,
}

impl ContactKind {
    /// What `contactTypes` says of it. Only `Voice` was seen on a real server.
    pub(crate) fn type_text(self) -> &'static str {
        match self {
            Self::WebChat => "Web_Communications",
            Self::Email => "EMail",
            Self::Voice => "Voice",
            Self::CallBack => "Outbound",
        }
    }

    /// What the intrinsic `CONTACTSUBTYPE` says. `Scheduled Callback` was seen, `EMail` is a guess.
    pub(crate) fn subtype(self) -> Option<&'static str> {
        match self {
            Self::WebChat => Some("Web_Communications"),
            Self::Email => Some("EMail"),
            Self::Voice => None,
            Self::CallBack => Some("Scheduled Callback"),
        }
    }

    fn usual_skillset(self) -> &'static str {
        match self {
            Self::WebChat => "WC_Travel",
            Self::Email => "EM_Travel",
            Self::Voice => "VO_Travel",
            Self::CallBack => "OB_Bookings",
        }
    }
}

/// What CCT lets an agent do with a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Can {
    /// Answer it while it alerts.
    pub answer: bool,
    /// Reject it while it alerts.
    pub reject: bool,
    /// Release it once it is answered.
    pub disconnect: bool,
}

impl Default for Can {
    fn default() -> Self {
        Self { answer: true, reject: true, disconnect: true }
    }
}

/// A contact to start.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OtherContact {
    /// Its kind; a web chat is started by a customer instead.
    pub kind: ContactKind,
    /// Its text in `contactTypes`, where it shall not be the usual one.
    pub contact_type: Option<String>,
    /// Skillset that it is queued for; absent = the demo's for this kind.
    pub skillset: Option<String>,
    /// Intrinsics beside the usual ones, or instead of them.
    pub intrinsics: BTreeMap<String, String>,
    /// What CCT lets an agent do with it.
    pub can: Can,
}

/// Why no contact was started.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContactRefusal {
    /// A chat needs a customer.
    #[error("a web chat is started by a customer; start one at /control/customers")]
    IsChat,
    /// It would wait for ever.
    #[error("no agent has the skillset {0}; name one that an agent has")]
    NobodyFor(String),
}

impl Center {
    /// Queues a contact without a room; it alerts at an agent as soon as one can take it.
    ///
    /// # Errors
    /// [`ContactRefusal`].
    pub fn start_contact(&mut self, asked: &OtherContact) -> Result<Guid, ContactRefusal> {
        if asked.kind == ContactKind::WebChat {
            return Err(ContactRefusal::IsChat);
        }
        let usual = || asked.kind.usual_skillset().to_owned();
        let skillset = asked.skillset.clone().unwrap_or_else(usual);
        if !self.agents.values().any(|agent| agent.has_skillset(&skillset)) {
            return Err(ContactRefusal::NobodyFor(skillset));
        }
        let guid = self.next_guid;
        self.next_guid += 1;
        let mut room = Room::new(guid, skillset, Customer::default(), self.now);
        room.kind = asked.kind;
        room.contact_type.clone_from(&asked.contact_type);
        room.can = asked.can;
        room.own_intrinsics.clone_from(&asked.intrinsics);
        self.rooms.insert(guid, room);
        Ok(guid)
    }

    /// Ends a contact without a room: its caller hung up, its mail was withdrawn. False when there
    /// is none.
    pub fn end_contact(&mut self, guid: Guid) -> bool {
        let Some(room) = self.rooms.get(&guid).filter(|room| room.is_open() && !room.is_chat())
        else {
            return false;
        };
        if let Phase::Offered(agent) = room.phase.clone() {
            self.drop_leg(&agent, guid, DropReason::Abandoned);
        }
        for agent in self.holders(guid) {
            self.drop_leg(&agent, guid, DropReason::Closed);
        }
        self.finish_contact(guid);
        true
    }

    /// Gives a contact intrinsics, in place of those of the same name; every agent who has it is
    /// told. False when there is no such contact.
    pub fn change_intrinsics(&mut self, guid: Guid, changes: &BTreeMap<String, String>) -> bool {
        let Some(room) = self.rooms.get_mut(&guid).filter(|room| room.is_open()) else {
            return false;
        };
        room.own_intrinsics.extend(changes.clone());
        for agent in self.holders(guid) {
            let legs = self.agents.get_mut(&agent).into_iter().flat_map(|state| &mut state.legs);
            for leg in legs.filter(|leg| leg.guid == guid) {
                overlay(&mut leg.intrinsics, changes);
                let leg = leg.clone();
                self.out.push(crate::center::Output::Cct(CctEvent::Intrinsics { leg }));
            }
        }
        true
    }

    /// Agents who have a leg of this contact.
    pub(crate) fn holders(&self, guid: Guid) -> Vec<String> {
        let own = self.agents.values().filter(|agent| agent.leg(guid).is_some());
        own.map(|agent| agent.setup.id.clone()).collect()
    }

    /// Nobody has it any more.
    pub(crate) fn finish_contact(&mut self, guid: Guid) {
        if let Some(room) = self.rooms.get_mut(&guid) {
            room.phase = Phase::Ended;
        }
    }
}

/// Replaces intrinsics of the same name and adds the others.
pub(crate) fn overlay(list: &mut Vec<(String, String)>, changes: &BTreeMap<String, String>) {
    for (name, value) in changes {
        match list.iter_mut().find(|(known, _)| known == name) {
            Some((_, old)) => old.clone_from(value),
            None => list.push((name.clone(), value.clone())),
        }
    }
}

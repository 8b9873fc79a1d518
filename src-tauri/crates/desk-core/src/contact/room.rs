//! What the server said of a room on joining, and who types there.

mod seats;

use ewc_wire::agent::{AgentJoinRoomNotification, JoinType, PhraseGroup, TimerList, UrlGroup};
use ewc_wire::{AgentId, UserType};
use log_safe::Private;

pub(crate) use seats::Entrance;

use super::presence::CustomerPresence;
use crate::time::Millis;

/// A room.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Room {
    /// The customer's device.
    pub device: Option<Private<String>>,
    /// How many earlier conversations the server has.
    pub previous_transcripts: Option<u32>,
    /// The agents in the room.
    pub participants: Vec<Participant>,
    /// The name the customer goes by here.
    pub customer_name: Option<Private<String>>,
    /// The room's timers.
    pub timers: TimerList,
    /// Phrases, by skillset.
    pub phrases: Vec<PhraseGroup>,
    /// Pages that may be pushed, by skillset.
    pub pages: Vec<UrlGroup>,
    /// Whether the customer is there.
    pub customer: CustomerPresence,
    /// Who types now.
    pub typing: Vec<Typing>,
    /// Who sits here as what, beyond the roles.
    seats: seats::Seats,
}

/// An agent in a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The agent's id.
    pub agent: AgentId,
    /// The role.
    pub role: UserType,
    /// The name, where a line or typing told it.
    pub name: Option<Private<String>>,
}

/// Someone types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typing {
    /// The agent, or `None` for the customer.
    pub agent: Option<AgentId>,
    /// The name.
    pub name: Private<String>,
    /// True when a whisper is being typed.
    pub whisper: bool,
    /// Forgotten at this moment, unless it is said again.
    pub until: Millis,
}

/// How long "is typing" is believed, in milliseconds. The guide's customer page uses three
/// seconds; five leave room for a slow line.
const TYPING_MS: i64 = 5_000;

impl Room {
    /// Takes over what a join answers.
    pub fn joined(
        &mut self,
        reply: &AgentJoinRoomNotification,
        me: Option<&AgentId>,
        entered: JoinType,
    ) {
        self.device.clone_from(&reply.device_type);
        self.previous_transcripts = reply.previous_transcripts;
        self.timers = reply.timers.clone();
        self.phrases.clone_from(&reply.phrases);
        self.pages.clone_from(&reply.page_push_urls);
        self.seated(&reply.participants.participants, me, entered);
        if self.customer == CustomerPresence::Unknown {
            self.customer = CustomerPresence::Connected;
        }
        self.typing.clear();
    }

    /// The name of an agent, or the id.
    pub fn name_of(&self, agent: &AgentId) -> Private<String> {
        self.participants
            .iter()
            .find(|known| known.agent == *agent)
            .and_then(|known| known.name.clone())
            .unwrap_or_else(|| agent.as_str().into())
    }

    /// Learns an agent's name from a line or typing.
    pub fn learn_name(&mut self, agent: &AgentId, name: &Private<String>) {
        if let Some(known) = self.participants.iter_mut().find(|known| known.agent == *agent) {
            known.name = Some(name.clone());
        }
    }

    /// The customer has left the chat.
    pub fn customer_left(&mut self) {
        self.customer = CustomerPresence::Left;
        self.typing.retain(|typing| typing.agent.is_some());
    }

    /// Somebody types or has stopped.
    pub fn types(
        &mut self,
        now: Millis,
        agent: Option<AgentId>,
        name: Private<String>,
        whisper: bool,
        typing: bool,
    ) {
        self.typing.retain(|known| known.agent != agent);
        if typing {
            self.typing.push(Typing { agent, name, whisper, until: now + TYPING_MS });
        }
    }

    /// Forgets typing that was not repeated; true when there was some.
    pub fn forget_typing(&mut self, now: Millis) -> bool {
        let before = self.typing.len();
        self.typing.retain(|typing| typing.until > now);
        self.typing.len() != before
    }

    /// When [`Self::forget_typing`] has something to do.
    pub fn next_deadline(&self) -> Option<Millis> {
        self.typing.iter().map(|typing| typing.until).min()
    }

    /// True when an address stands in the list of pages.
    pub fn lists_page(&self, url: &str) -> bool {
        self.pages.iter().flat_map(|group| &group.urls).any(|page| page.url == url)
    }
}

//! A thousand agents at work for a supervisor's board: every number is computed from a seed and the
//! time, so that nothing is kept and nothing runs for conversations that nobody looks into.
//!
//! A conversation that a supervisor enters becomes a room like all others, with what was said so
//! far; from then on its people write by the same timetable.

mod talk;
mod words;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::center::agent::{Agent, AgentSetup};
use crate::center::customer::Customer;
use crate::center::room::{Member, Phase, Role, Room};
use crate::center::{AgentId, Center, Guid, Millis};
use talk::{Speaker, Talk, Timetable};

/// Conversations of the wall have numbers from here on.
const FIRST_GUID: Guid = 1_000_000_000;
/// Agents of the wall have login ids from here on.
const FIRST_AGENT: u64 = 40_001;

/// How many agents, and which story they live.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Wall {
    /// How many agents.
    pub agents: u32,
    /// How many conversations each has at any time.
    pub chats_each: u32,
    /// The same seed tells the same story.
    pub seed: u64,
}

impl Default for Wall {
    fn default() -> Self {
        Self { agents: 1_000, chats_each: 5, seed: 1 }
    }
}

/// A wall that stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Standing {
    wall: Wall,
    timetable: Timetable,
}

impl Standing {
    fn slots(&self) -> u64 {
        u64::from(self.wall.agents) * u64::from(self.wall.chats_each)
    }

    fn agent_id(&self, index: u64) -> AgentId {
        (FIRST_AGENT + index).to_string()
    }

    /// Which agent of the wall this is.
    fn index_of(&self, agent: &str) -> Option<u64> {
        let index = agent.parse::<u64>().ok()?.checked_sub(FIRST_AGENT)?;
        (index < u64::from(self.wall.agents)).then_some(index)
    }

    fn guid(&self, talk: &Talk) -> Guid {
        FIRST_GUID + talk.number * self.slots() + talk.slot
    }

    /// The conversation of this number, if it goes on now, and its agent.
    fn find(&self, guid: Guid, now: Millis) -> Option<(u64, Talk)> {
        let slots = self.slots();
        let number = guid.checked_sub(FIRST_GUID).filter(|_| slots > 0)?;
        let talk = self.timetable.talk(number % slots, now);
        let index = talk.slot / u64::from(self.wall.chats_each);
        (self.guid(&talk) == guid).then_some((index, talk))
    }
}

impl Center {
    /// Puts up a wall, in place of one that stands; without agents there is none.
    pub fn put_up_wall(&mut self, wall: Wall) {
        let timetable = Timetable { seed: wall.seed, since: self.now };
        self.wall =
            (wall.agents > 0 && wall.chats_each > 0).then_some(Standing { wall, timetable });
    }

    /// Whether an agent is one of the wall, whose row the wall itself writes.
    pub(crate) fn is_on_wall(&self, agent: &str) -> bool {
        self.wall.is_some_and(|wall| wall.index_of(agent).is_some())
    }

    /// The rows of the wall, as the board lists them.
    pub(crate) fn wall_rows(&self) -> Vec<Value> {
        let Some(standing) = self.wall else { return Vec::new() };
        let each = u64::from(standing.wall.chats_each);
        let mut rows = Vec::with_capacity(usize::try_from(standing.wall.agents).unwrap_or(0));
        for index in 0..u64::from(standing.wall.agents) {
            let chats = (index * each..(index + 1) * each).filter_map(|slot| {
                let talk = standing.timetable.talk(slot, self.now);
                let guid = standing.guid(&talk);
                match self.rooms.get(&guid) {
                    Some(room) => room.is_open().then(|| self.counters(room)),
                    None => Some(measures(guid, &talk)),
                }
            });
            let (id, name) = (standing.agent_id(index), words::name(index));
            let ready = standing.timetable.ready(index, self.now);
            rows.extend(self.board_rows(&id, &name, ready, chats.collect()));
        }
        rows
    }

    /// Makes a room of a conversation of the wall that somebody wants to enter.
    pub(crate) fn enter_wall(&mut self, guid: Guid) {
        let Some(standing) = self.wall.filter(|_| !self.rooms.contains_key(&guid)) else { return };
        let Some((index, talk)) = standing.find(guid, self.now) else { return };
        let agent = standing.agent_id(index);
        if !self.agents.contains_key(&agent) {
            let mut state = Agent::new(at_desk(&agent, index));
            state.ewc_logged_in = true;
            self.agents.insert(agent.clone(), state);
        }
        let customer = Customer { name: format!("Customer {guid}"), ..Customer::default() };
        let mut room = Room::new(guid, "WC_Support".to_owned(), customer, talk.started);
        room.phase = Phase::Answered;
        room.owner = Some(agent.clone());
        room.welcomed = true;
        room.comforted = true;
        room.told_until = Some(talk.started - 1);
        room.members.push(Member {
            agent,
            role: Role::Active,
            quitting: false,
            rejoin_due: false,
            shown: true,
        });
        self.rooms.insert(guid, room);
        self.catch_up(guid);
    }

    /// When the next thing happens in a room that was entered from the wall.
    pub(crate) fn next_on_wall(&self, room: &Room) -> Option<Millis> {
        let told = room.told_until.filter(|_| !room.customer.gone)?;
        let (_, talk) = self.wall?.find(room.guid, told.max(room.arrived))?;
        Some(talk.next_after(told).map_or(talk.ends, |(at, ..)| at))
    }

    /// Lets the people of such a room write what they have written by now; at the end of the
    /// conversation the customer leaves, and an agent who is still there closes.
    pub(crate) fn catch_up(&mut self, guid: Guid) {
        let Some(standing) = self.wall else { return };
        let now = self.now;
        while let Some(room) = self.rooms.get_mut(&guid)
            && let Some(told) = room.told_until
            && let Some((index, talk)) = standing.find(guid, told.max(room.arrived))
        {
            let agent = standing.agent_id(index);
            let Some((at, speaker, number)) = talk.next_after(told).filter(|(at, ..)| *at <= now)
            else {
                if talk.ends <= now {
                    room.told_until = None;
                    self.customer_leaves(guid);
                    let serves = |room: &Room| room.member(&agent).is_some();
                    if self.rooms.get(&guid).is_some_and(serves) {
                        self.part(&agent, guid, "left the chat");
                    }
                }
                return;
            };
            room.told_until = Some(at);
            self.now = at;
            self.speak(guid, &agent, speaker, talk.slot + number);
            self.now = now;
        }
    }

    fn speak(&mut self, guid: Guid, agent: &str, speaker: Speaker, number: u64) {
        match speaker {
            Speaker::Customer => {
                self.customer_line_in(guid, "message", "message", words::of_customer(number));
            }
            Speaker::Agent => {
                let text = words::of_agent(number);
                let line = json!({ "guid": guid, "message": text, "messageType": "normal" });
                // After a barge the rules let the agent say nothing to the customer.
                let _ = self.agent_says(agent, guid, &line);
            }
        }
    }
}

fn measures(guid: Guid, talk: &Talk) -> Value {
    json!({
        "guid": guid,
        "conversationLength_inSeconds": talk.length / 1000,
        "lastMessageOut_inSeconds": talk.since_agent / 1000,
        "lastMessageIn_inSeconds": talk.since_customer / 1000,
        "numberOfAgentMessages": talk.agent_lines,
        "numberOfUnansweredCustomerMessages": talk.unanswered,
    })
}

fn at_desk(id: &str, index: u64) -> AgentSetup {
    AgentSetup {
        id: id.to_owned(),
        name: words::name(index),
        password: id.to_owned(),
        cct_user: format!("wall{index}"),
        cct_password: id.to_owned(),
        cct_domain: "wall".to_owned(),
        skillsets: Vec::new(),
        supervisor: false,
        multiplicity: 0,
    }
}

//! Many agents busy at once, without sockets: what a supervisor's board must bear.

use serde_json::json;

use crate::center::customer::Customer;
use crate::center::room::{EntryKind, Member, Phase, Role, Room};
use crate::center::{Center, Guid, Millis, OfferReason};

impl Center {
    /// Logs every agent in who is not, and gives each so many chats that are going on, of various
    /// age and with various numbers of lines, as if the customers had just lost sight of time.
    /// The multiplicity limit holds. Answers how many chats there are now.
    pub fn crowd(&mut self, chats_each: usize) -> usize {
        let agents: Vec<_> = self
            .agents
            .values()
            .filter(|agent| !agent.setup.supervisor)
            .map(|agent| {
                let skillset = agent.setup.skillsets.first().cloned().unwrap_or_default();
                let room = agent.setup.multiplicity.saturating_sub(agent.legs.len());
                (agent.setup.id.clone(), skillset, room.min(chats_each))
            })
            .collect();
        for (agent, skillset, chats) in agents {
            if let Some(state) = self.agents.get_mut(&agent) {
                state.cct_logged_in = true;
            }
            for _ in 0..chats {
                self.going_on(&agent, &skillset);
            }
        }
        self.rooms.values().filter(|room| room.is_open()).count()
    }

    fn going_on(&mut self, agent: &str, skillset: &str) {
        let guid = self.next_guid;
        self.next_guid += 1;
        // Spread by the number, so that the board has all sorts.
        let age = Millis::try_from(guid * 37 % 1_200).unwrap_or(0) * 1_000;
        let customer = Customer { name: format!("Customer {guid}"), ..Customer::default() };
        let mut room = Room::new(guid, skillset.to_owned(), customer, self.now - age);
        room.phase = Phase::Answered;
        room.owner = Some(agent.to_owned());
        room.welcomed = true;
        room.members.push(Member {
            agent: agent.to_owned(),
            role: Role::Active,
            quitting: false,
            rejoin_due: false,
            shown: true,
        });
        self.rooms.insert(guid, room);
        self.lines_of(agent, guid, age);
        self.offer(agent, guid, OfferReason::Default);
        let answered = crate::center::CctPort::answer(self, agent, guid);
        debug_assert!(answered.is_ok(), "it was offered just now");
    }

    fn lines_of(&mut self, agent: &str, guid: Guid, age: Millis) {
        let name = self.agent_name(agent);
        let now = self.now;
        for number in 0..guid % 7 {
            let from_agent = (guid + number).is_multiple_of(3);
            let (sender, who, kind) = if from_agent {
                (json!({ "type": "agent", "agentId": agent }), name.clone(), EntryKind::FromAgent)
            } else {
                (json!({ "type": "customer" }), "Customer".to_owned(), EntryKind::FromCustomer)
            };
            self.now = now - age + age * Millis::try_from(number).unwrap_or(0) / 7;
            let line = json!({
                "sender": sender,
                "displayName": who,
                "timestamp": self.now,
                "message": format!("line {number}"),
                "messageType": "normal",
            });
            self.record(guid, "message", &line, kind);
        }
        self.now = now;
        if let Some(room) = self.rooms.get_mut(&guid) {
            // Nobody sits at these desks; a wave of comfort messages would be no use.
            room.comforted = true;
        }
    }
}

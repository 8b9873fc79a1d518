//! What agents may look up: destinations, the supervisor's board, a customer's history.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::center::frames::{Refusal, Verdict, notification};
use crate::center::room::{EntryKind, Role};
use crate::center::{Agent, AgentStatusKey, Center, Guid, Millis, Room};

impl Center {
    pub(crate) fn destinations(&mut self, agent: &str, guid: Guid) -> Verdict {
        let room = self.owned(agent, guid)?;
        let queues: Vec<_> = self
            .setup
            .skillsets
            .iter()
            .map(|skillset| {
                let agents: Vec<_> = self
                    .agents
                    .values()
                    .filter(|other| {
                        self.can_be_consulted(other, guid)
                            && other.has_skillset(&skillset.name)
                            && room.member(&other.setup.id).is_none()
                    })
                    .map(|other| {
                        json!({ "agentId": other.setup.id, "displayName": other.setup.name })
                    })
                    .collect();
                json!({
                    "queueName": skillset.name,
                    "queueId": skillset.queue_id,
                    "queueCCMSId": skillset.ccms_id,
                    "routepoint": skillset.route_point,
                    "agents": agents,
                })
            })
            .collect();
        let fields = json!({
            "guid": guid,
            "allowTransferToSkillset": self.setup.transfer_to_skillset,
            "allowTransferToAgent": self.setup.transfer_to_agent,
            "queues": queues,
        });
        self.tell_agent(agent, notification("getDestinations", fields));
        Ok(())
    }

    /// Whether an agent has a place for a consult in this contact now. Whoever has not released
    /// the contact yet cannot get it again.
    pub(crate) fn can_be_consulted(&self, agent: &Agent, guid: Guid) -> bool {
        let ready = agent.ready || self.quirks.consult_not_ready;
        let room = agent.legs.len() < agent.setup.multiplicity && agent.leg(guid).is_none();
        agent.cct_logged_in && ready && room
    }

    pub(crate) fn agent_data(&mut self, agent: &str) -> Verdict {
        if !self.is_supervisor(agent) {
            return Err(Refusal("only supervisors may ask for agent data"));
        }
        let board = self.board(agent);
        self.tell_agent(agent, notification("agentData", board));
        Ok(())
    }

    /// Thresholds, and every logged-in agent but the asking one with the chats it serves.
    fn board(&self, supervisor: &str) -> Value {
        let mut thresholds = json!({});
        for (name, is_time, threshold, priority) in &self.setup.thresholds {
            let key = if *is_time { format!("{name}_inSeconds") } else { name.clone() };
            thresholds[key] = json!({ "threshold": threshold, "priority": priority });
        }
        let mut agents = Vec::new();
        let mut chats = BTreeMap::<&str, Vec<Value>>::new();
        for room in self.rooms.values().filter(|room| room.is_open()) {
            for member in room.members.iter().filter(|member| member.role != Role::Observer) {
                chats.entry(&member.agent).or_default().push(self.counters(room));
            }
        }
        for id in self.logged_in_agents() {
            if id == supervisor || self.is_on_wall(&id) {
                continue;
            }
            let chats = chats.remove(id.as_str()).unwrap_or_default();
            let ready = self.agents.get(&id).is_some_and(|agent| agent.ready);
            agents.extend(self.board_rows(&id, &self.agent_name(&id), ready, chats));
        }
        agents.extend(self.wall_rows());
        json!({ "thresholds": thresholds, "agents": agents })
    }

    /// The entry of one agent, or one for each of the chats.
    pub(crate) fn board_rows(
        &self,
        id: &str,
        name: &str,
        ready: bool,
        chats: Vec<Value>,
    ) -> Vec<Value> {
        if self.quirks.agent_data_repeats_agents && chats.len() > 1 {
            return chats
                .into_iter()
                .map(|chat| self.board_row(id, name, ready, vec![chat]))
                .collect();
        }
        vec![self.board_row(id, name, ready, chats)]
    }

    /// One entry of the board's list.
    fn board_row(&self, id: &str, name: &str, ready: bool, chats: Vec<Value>) -> Value {
        let mut row = json!({ "agentId": id, "displayName": name, "conversations": chats });
        let key = match self.quirks.agent_data_status {
            AgentStatusKey::Status => "status",
            AgentStatusKey::AgentStatus => "agentStatus",
            AgentStatusKey::State => "state",
            AgentStatusKey::Absent => return row,
        };
        row[key] = json!(if ready { "Ready" } else { "Not Ready" });
        row
    }

    pub(crate) fn counters(&self, room: &Room) -> Value {
        let since = |at: Millis| (self.now - at).max(0) / 1000;
        let last = |kind: EntryKind| {
            let entry = room.transcript.iter().rev().find(|entry| entry.kind == kind);
            since(entry.map_or(room.arrived, |entry| entry.at))
        };
        let spoken = room.transcript.iter().filter(|entry| entry.kind == EntryKind::FromAgent);
        let unanswered = room
            .transcript
            .iter()
            .rev()
            .take_while(|entry| entry.kind != EntryKind::FromAgent)
            .filter(|entry| entry.kind == EntryKind::FromCustomer);
        json!({
            "guid": room.guid,
            "conversationLength_inSeconds": since(room.arrived),
            "lastMessageOut_inSeconds": last(EntryKind::FromAgent),
            "lastMessageIn_inSeconds": last(EntryKind::FromCustomer),
            "numberOfAgentMessages": spoken.count(),
            "numberOfUnansweredCustomerMessages": unanswered.count(),
        })
    }

    /// Pushes the board to every supervisor whose socket is up.
    pub(crate) fn push_boards(&mut self) {
        let supervisors: Vec<_> = self
            .agents
            .values()
            .filter(|agent| agent.setup.supervisor && agent.conn.is_some())
            .map(|agent| agent.setup.id.clone())
            .collect();
        for supervisor in supervisors {
            let board = self.board(&supervisor);
            self.tell_agent(&supervisor, notification("agentData", board));
        }
    }
}

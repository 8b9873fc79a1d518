//! What an agent socket says: sign-in first, then verbs, each answered or refused.

use serde_json::{Value, json};

use crate::center::frames::{Refusal, Verdict, error_frame, notification};
use crate::center::room::{Member, Role};
use crate::center::{AgentId, Center, ConnId, Guid, Mishap, Output, Room};

impl Center {
    /// One frame of an agent socket; it has passed its schema.
    pub(crate) fn agent_frame(&mut self, conn: ConnId, frame: &Value) {
        let body = &frame["body"];
        let method = body["method"].as_str().unwrap_or_default();
        let verdict = if method == "agentLogin" {
            self.log_in(conn, body)
        } else {
            match self.agent_conns.get(&conn).cloned() {
                Some(agent) => self.verb(&agent, method, body),
                None => Err(Refusal("log in first: send agentLogin")),
            }
        };
        if let Err(Refusal(message)) = verdict {
            self.tell_conn(conn, error_frame(Some(method), 1, message));
        }
    }

    fn verb(&mut self, agent: &str, method: &str, body: &Value) -> Verdict {
        let guid = body["guid"].as_u64().unwrap_or_default();
        let spoilt = self.next_requests.iter().position(|(known, _)| known == method);
        match spoilt.map(|index| self.next_requests.remove(index).1) {
            Some(Mishap::Lost) => return Ok(()),
            Some(Mishap::Refused) => {
                let refusal = Err(Refusal("this is refused just now; try again"));
                if method == "operationRequest" {
                    return self.refuse_operation(agent, guid, refusal);
                }
                return refusal;
            }
            None => {}
        }
        match method {
            "agentLogout" => self.log_out(agent),
            "agentJoinRoom" => self.join_room(agent, guid, body["joinType"].as_str()),
            "screenPops" => self.screen_pops(agent),
            "isTyping" => self.agent_types(agent, guid, body),
            "newMessage" => self.agent_says(agent, guid, body),
            "pagePush" => self.agent_pushes(agent, guid, body),
            "agentQuitChat" => self.quit_chat(agent, guid),
            "agentSetClosedReason" => self.closed_reason(agent, guid, body),
            "customerHistory" => self.customer_history(agent, guid, body),
            "getDestinations" => self.destinations(agent, guid),
            "operationRequest" => self.operation(agent, guid, body),
            "changeConferenceOwner" => self.change_owner(agent, guid),
            "leaveRoom" => self.leave_room(agent, guid),
            "dropPassiveParticipant" => self.drop_passive(agent, guid),
            "conferenceClose" => self.close_conference(agent, guid),
            "agentData" => self.agent_data(agent),
            _ => Err(Refusal("unknown method")),
        }
    }

    fn log_in(&mut self, conn: ConnId, body: &Value) -> Verdict {
        if self.agent_conns.contains_key(&conn) {
            return Err(Refusal("this connection is logged in already"));
        }
        let id = body["agentId"].as_str().unwrap_or_default().to_owned();
        let known = self
            .agents
            .get(&id)
            .is_some_and(|agent| body["password"].as_str() == Some(agent.setup.password.as_str()));
        if !known {
            self.tell_conn(conn, notification("agentLogin", json!({ "loginSuccess": false })));
            return Ok(());
        }
        if let Some(old) = self.agents.get(&id).and_then(|agent| agent.conn) {
            self.agent_conns.remove(&old);
            self.emit(Output::Close { conn: old, code: 1008, reason: "logged in elsewhere" });
        }
        if let Some(agent) = self.agents.get_mut(&id) {
            agent.conn = Some(conn);
            agent.ewc_logged_in = true;
        }
        self.agent_conns.insert(conn, id.clone());
        let reconnect = body["reconnect"] == json!(true);
        self.after_login(&id, reconnect);
        self.tell_conn(conn, notification("agentLogin", json!({ "loginSuccess": true })));
        Ok(())
    }

    /// A reconnect keeps the rooms, to be joined again; a fresh login has left them.
    fn after_login(&mut self, agent: &str, reconnect: bool) {
        for guid in self.rooms_of(agent) {
            if reconnect {
                if let Some(member) =
                    self.rooms.get_mut(&guid).and_then(|room| room.member_mut(agent))
                {
                    member.rejoin_due = true;
                }
            } else {
                self.forget_member(agent, guid);
            }
        }
    }

    fn log_out(&mut self, agent: &str) -> Verdict {
        if self.has_open_contact(agent) {
            return Err(Refusal("a contact is open; close it before logging out"));
        }
        for guid in self.rooms_of(agent) {
            self.observer_leaves(agent, guid);
        }
        self.acknowledge(agent, "agentLogout", None);
        if let Some(state) = self.agents.get_mut(agent) {
            state.ewc_logged_in = false;
            if let Some(conn) = state.conn.take() {
                self.agent_conns.remove(&conn);
            }
        }
        Ok(())
    }

    /// An agent socket ended; its rooms stay.
    pub(crate) fn agent_gone(&mut self, conn: ConnId) {
        let Some(agent) = self.agent_conns.remove(&conn) else { return };
        if let Some(state) = self.agents.get_mut(&agent)
            && state.conn == Some(conn)
        {
            state.conn = None;
        }
    }

    fn screen_pops(&mut self, agent: &str) -> Verdict {
        if self.rooms_of(agent).is_empty() {
            return Err(Refusal("screenPops belongs into a room; join one first"));
        }
        let pops: Vec<_> = self
            .setup
            .screen_pops
            .iter()
            .map(|pop| json!({ "name": pop.name, "path": pop.path, "forceLaunch": pop.force_launch }))
            .collect();
        self.tell_agent(agent, notification("screenPops", json!({ "screenPops": pops })));
        Ok(())
    }

    /// Open rooms in which an agent is, in order.
    pub(crate) fn rooms_of(&self, agent: &str) -> Vec<Guid> {
        self.rooms
            .values()
            .filter(|room| room.is_open() && room.member(agent).is_some())
            .map(|room| room.guid)
            .collect()
    }

    /// The room and the agent's seat in it.
    pub(crate) fn seat(&self, agent: &str, guid: Guid) -> Result<(&Room, &Member), Refusal> {
        let room = self.rooms.get(&guid).filter(|room| room.is_open());
        let room = room.ok_or(Refusal("no such room"))?;
        let member = room.member(agent).ok_or(Refusal("you are not in this room"))?;
        Ok((room, member))
    }

    /// The room, if the agent owns it and is not on the way out.
    pub(crate) fn owned(&self, agent: &str, guid: Guid) -> Result<&Room, Refusal> {
        let (room, member) = self.seat(agent, guid)?;
        if !room.is_owner(agent) || member.role != Role::Active {
            return Err(Refusal("only the active owner of the room may do this"));
        }
        if member.quitting {
            return Err(Refusal("you are leaving this chat; give the closed reason"));
        }
        Ok(room)
    }

    /// Display name of an agent.
    pub(crate) fn agent_name(&self, agent: &str) -> String {
        self.agents.get(agent).map_or_else(String::new, |agent| agent.setup.name.clone())
    }

    pub(crate) fn is_supervisor(&self, agent: &str) -> bool {
        self.agents.get(agent).is_some_and(|agent| agent.setup.supervisor)
    }

    pub(crate) fn logged_in_agents(&self) -> Vec<AgentId> {
        self.agents
            .values()
            .filter(|agent| agent.cct_logged_in || agent.ewc_logged_in)
            .map(|agent| agent.setup.id.clone())
            .collect()
    }
}

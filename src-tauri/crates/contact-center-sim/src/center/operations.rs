//! operationRequest: consult, complete transfer, complete conference, transfer to a skillset, barge.

use serde_json::{Value, json};

use crate::center::frames::{Refusal, Verdict, notification};
use crate::center::quirks::Refusals;
use crate::center::room::{Consult, Phase, Role};
use crate::center::{CctPort, Center, DropReason, Guid, OfferReason, Room};

impl Center {
    pub(crate) fn operation(&mut self, agent: &str, guid: Guid, body: &Value) -> Verdict {
        self.seat(agent, guid)?;
        let target = body["destinationId"].as_str().unwrap_or_default().to_owned();
        let verdict = match body["destinationType"].as_str() {
            Some("consult") => self.consult(agent, guid, &target),
            Some("agent") => self.transfer(agent, guid, &target),
            Some("conference") => self.conference(agent, guid, &target),
            Some("queue") => self.transfer_to_queue(agent, guid, &target),
            Some("barge") => self.barge(agent, guid, &target),
            _ => Err(Refusal("unknown destinationType")),
        };
        self.refuse_operation(agent, guid, verdict)
    }

    /// A refused operation in the way that the switch says.
    pub(crate) fn refuse_operation(
        &mut self,
        agent: &str,
        guid: Guid,
        verdict: Verdict,
    ) -> Verdict {
        match (verdict, self.quirks.refusals) {
            (Err(_), Refusals::SuccessFalse) => {
                self.operation_result(agent, guid, false);
                Ok(())
            }
            (verdict, _) => verdict,
        }
    }

    fn operation_result(&mut self, agent: &str, guid: Guid, success: bool) {
        let fields = json!({ "guid": guid, "success": success });
        self.tell_agent(agent, notification("operationRequest", fields));
    }

    fn consult(&mut self, agent: &str, guid: Guid, target: &str) -> Verdict {
        let room = self.owned(agent, guid)?;
        if room.consult.is_some() || room.conference || !room.others(agent).is_empty() {
            return Err(Refusal("a consult or conference is going on already"));
        }
        if room.customer.gone {
            return Err(Refusal("the customer has left this chat"));
        }
        if !self.setup.transfer_to_agent {
            return Err(Refusal("transfers to agents are not allowed"));
        }
        let free = self.agents.get(target).is_some_and(|other| self.can_be_consulted(other, guid));
        if target == agent || !free {
            return Err(Refusal("this agent cannot be consulted now"));
        }
        if room.member(target).is_some() {
            return Err(Refusal("this agent is in the room already"));
        }
        let asked_at = self.now;
        if let Some(room) = self.rooms.get_mut(&guid) {
            room.consult = Some(Consult { target: target.to_owned(), asked_at, joined: false });
        }
        self.operation_result(agent, guid, true);
        let reason = if self.quirks.consult_init_reason {
            OfferReason::ConsultInit
        } else {
            OfferReason::Default
        };
        self.offer(target, guid, reason);
        Ok(())
    }

    /// The consulted agent who has joined, if it is the one named.
    fn consulted(&self, agent: &str, guid: Guid, target: &str) -> Result<&Room, Refusal> {
        let room = self.owned(agent, guid)?;
        let joined =
            room.consult.as_ref().is_some_and(|consult| consult.joined && consult.target == target);
        if room.customer.gone {
            return Err(Refusal("the customer has left this chat"));
        }
        if joined && !room.conference { Ok(room) } else { Err(Refusal("consult this agent first")) }
    }

    fn transfer(&mut self, agent: &str, guid: Guid, target: &str) -> Verdict {
        let room = self.consulted(agent, guid, target)?;
        if room.transfers > 0 {
            return Err(Refusal("a chat can be transferred only once"));
        }
        self.operation_result(agent, guid, true);
        let Some(room) = self.rooms.get_mut(&guid) else { return Ok(()) };
        let shown = room.member(agent).is_some_and(|member| member.shown);
        room.transfers += 1;
        room.consult = None;
        room.members.retain(|member| member.agent != agent);
        room.owner = Some(target.to_owned());
        let everyone = room.everyone_but("");
        if let Some(member) = room.member_mut(target) {
            member.role = Role::Active;
        }
        self.transferred(agent, guid);
        let fields = json!({ "guid": guid, "newOwner": target });
        self.tell_members(&everyone, guid, &notification("changeConferenceOwner", fields));
        self.set_ready_after_transfer(agent, guid);
        self.hide_from_customer(agent, guid, shown, false);
        self.show_to_customer(target, guid);
        Ok(())
    }

    fn transferred(&mut self, agent: &str, guid: Guid) {
        if self.quirks.transfer_exit_notice {
            let exit = json!({ "guid": guid, "agentId": agent, "scenario": "transferred" });
            self.tell_agent(agent, notification("exitRoom", exit));
        }
    }

    /// The agent's part ends and the agent is Ready (guide chapter 7, transferring).
    fn set_ready_after_transfer(&mut self, agent: &str, guid: Guid) {
        self.drop_leg(agent, guid, DropReason::Transferred);
        let now = self.now;
        if let Some(state) = self.agents.get_mut(agent)
            && state.cct_logged_in
            && !state.ready
        {
            state.ready = true;
            state.reason_code = None;
            state.idle_since = now;
            self.ready_event(agent);
        }
    }

    fn conference(&mut self, agent: &str, guid: Guid, target: &str) -> Verdict {
        self.consulted(agent, guid, target)?;
        self.operation_result(agent, guid, true);
        let Some(room) = self.rooms.get_mut(&guid) else { return Ok(()) };
        room.conference = true;
        room.consult = None;
        if let Some(member) = room.member_mut(target) {
            member.role = Role::Active;
        }
        let everyone = room.everyone_but("");
        if self.quirks.conference_active_notice {
            let fields =
                json!({ "guid": guid, "agentId": target, "userType": Role::Active.user_type() });
            self.tell_members(&everyone, guid, &notification("activeAgentNotification", fields));
        }
        self.show_to_customer(target, guid);
        Ok(())
    }

    fn transfer_to_queue(&mut self, agent: &str, guid: Guid, queue: &str) -> Verdict {
        let room = self.owned(agent, guid)?;
        if room.transfers > 0 {
            return Err(Refusal("a chat can be transferred only once"));
        }
        if room.consult.is_some() || !room.others(agent).is_empty() {
            return Err(Refusal("end the consult or conference first"));
        }
        if room.customer.gone {
            return Err(Refusal("the customer has left this chat"));
        }
        if !self.setup.transfer_to_skillset {
            return Err(Refusal("transfers to skillsets are not allowed"));
        }
        let skillset =
            self.setup.skillsets.iter().find(|skillset| skillset.queue_id.to_string() == queue);
        let skillset = skillset.ok_or(Refusal("no such skillset"))?.name.clone();
        let active =
            self.agents.values().any(|other| other.cct_logged_in && other.has_skillset(&skillset));
        if !active {
            return Err(Refusal("nobody is active in this skillset"));
        }
        self.operation_result(agent, guid, true);
        let now = self.now;
        let Some(room) = self.rooms.get_mut(&guid) else { return Ok(()) };
        let leaving = std::mem::take(&mut room.members);
        room.transfers += 1;
        room.owner = None;
        room.skillset = skillset;
        room.last_from = Some(agent.to_owned());
        room.requeue(false, now);
        let shown = leaving.iter().any(|member| member.agent == agent && member.shown);
        for observer in leaving.iter().filter(|member| member.role == Role::Observer) {
            let id = &observer.agent;
            let exit = json!({ "guid": guid, "agentId": id, "scenario": "transferred" });
            self.tell_agent(id, notification("exitRoom", exit));
        }
        self.transferred(agent, guid);
        self.hide_from_customer(agent, guid, shown, false);
        self.set_ready_after_transfer(agent, guid);
        Ok(())
    }

    /// A supervisor who observes takes the room; everybody else turns passive.
    fn barge(&mut self, agent: &str, guid: Guid, target: &str) -> Verdict {
        let (room, member) = self.seat(agent, guid)?;
        if member.role != Role::Observer {
            return Err(Refusal("observe the chat before barging in"));
        }
        if self.quirks.barge_needs_own_id && target != agent {
            return Err(Refusal("a barge names the supervisor's own id"));
        }
        if room.phase != Phase::Answered || room.customer.gone {
            return Err(Refusal("there is no conversation to barge into"));
        }
        self.operation_result(agent, guid, true);
        self.withdraw_consult(guid, None);
        let Some(room) = self.rooms.get_mut(&guid) else { return Ok(()) };
        for member in &mut room.members {
            if member.agent == agent {
                member.role = Role::Active;
            } else if member.role == Role::Active {
                member.role = Role::Passive;
            }
        }
        room.owner = Some(agent.to_owned());
        room.barged = true;
        room.conference = false;
        room.consult = None;
        let others = room.everyone_but(agent);
        let fields = json!({ "guid": guid, "supervisorId": agent });
        self.tell_members(&others, guid, &notification("supervisorBarge", fields));
        let in_cct = self
            .agents
            .get(agent)
            .is_some_and(|agent| agent.cct_logged_in && agent.leg(guid).is_none());
        if self.quirks.barge_gives_leg && in_cct {
            self.offer(agent, guid, OfferReason::Default);
            // It rings, since it was offered just now.
            let _ = self.answer(agent, guid);
        }
        self.show_to_customer(agent, guid);
        Ok(())
    }
}

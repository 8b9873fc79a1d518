//! Verbs inside a consult or conference: change owner, drop, leave, close; and consults that fail.

use serde_json::json;

use crate::center::frames::{Refusal, Verdict, notification};
use crate::center::quirks::{ExitNotices, ObserverLeaves};
use crate::center::room::{Member, Role};
use crate::center::{AgentId, Center, DropReason, Guid};

impl Center {
    pub(crate) fn change_owner(&mut self, agent: &str, guid: Guid) -> Verdict {
        let room = self.owned(agent, guid)?;
        if !room.conference && !room.barged {
            return Err(Refusal("there is no conference; complete it first"));
        }
        let heir = room.others(agent).first().cloned();
        let heir = heir.ok_or(Refusal("there is no other agent to promote"))?;
        self.make_owner(&heir, guid);
        Ok(())
    }

    pub(crate) fn drop_passive(&mut self, agent: &str, guid: Guid) -> Verdict {
        let room = self.owned(agent, guid)?;
        if room.consult.as_ref().is_some_and(|consult| !consult.joined) {
            self.withdraw_consult(guid, None);
            self.acknowledge(agent, "dropPassiveParticipant", Some(guid));
            return Ok(());
        }
        if room.others(agent).is_empty() {
            return Err(Refusal("there is no passive participant"));
        }
        self.acknowledge(agent, "dropPassiveParticipant", Some(guid));
        self.send_out(agent, guid, "dropped by conference owner");
        Ok(())
    }

    pub(crate) fn close_conference(&mut self, agent: &str, guid: Guid) -> Verdict {
        let room = self.owned(agent, guid)?;
        if room.others(agent).is_empty() {
            return Err(Refusal("there is no conference"));
        }
        self.acknowledge(agent, "conferenceClose", Some(guid));
        self.send_out(agent, guid, "conference closed by owner");
        Ok(())
    }

    /// Removes everybody but the owner and the observers.
    fn send_out(&mut self, owner: &str, guid: Guid, scenario: &'static str) {
        let Some(room) = self.rooms.get_mut(&guid) else { return };
        let out: Vec<Member> = room
            .members
            .iter()
            .filter(|member| member.agent != owner && member.role != Role::Observer)
            .cloned()
            .collect();
        room.members.retain(|member| member.agent == owner || member.role == Role::Observer);
        room.conference = false;
        room.consult = None;
        for member in out {
            let exit = notification(
                "exitRoom",
                json!({ "guid": guid, "agentId": member.agent, "scenario": scenario }),
            );
            self.tell_agent(&member.agent, exit.clone());
            if self.quirks.exit_notices == ExitNotices::Everyone {
                let rest = self.rooms.get(&guid).map(|room| room.everyone_but(""));
                self.tell_members(&rest.unwrap_or_default(), guid, &exit);
            }
            self.hide_from_customer(&member.agent, guid, member.shown, false);
            self.drop_leg(&member.agent, guid, DropReason::Closed);
        }
    }

    pub(crate) fn leave_room(&mut self, agent: &str, guid: Guid) -> Verdict {
        let (room, member) = self.seat(agent, guid)?;
        if member.role == Role::Observer {
            if self.quirks.observer_leaves == ObserverLeaves::LeaveRoom {
                self.acknowledge(agent, "leaveRoom", Some(guid));
                self.observer_leaves(agent, guid);
                return Ok(());
            }
            return Err(Refusal("an observer leaves with agentQuitChat"));
        }
        if room.is_owner(agent) {
            return Err(Refusal("the owner leaves with agentQuitChat"));
        }
        let shown = member.shown;
        self.acknowledge(agent, "leaveRoom", Some(guid));
        let Some(room) = self.rooms.get_mut(&guid) else { return Ok(()) };
        room.members.retain(|member| member.agent != agent);
        room.conference = false;
        if room.consult.as_ref().is_some_and(|consult| consult.target == agent) {
            room.consult = None;
        }
        self.tell_of_exit(agent, guid, "left the room");
        self.hide_from_customer(agent, guid, shown, false);
        self.drop_leg(agent, guid, DropReason::Closed);
        Ok(())
    }

    /// An observer is out; the customer never knew.
    pub(crate) fn observer_leaves(&mut self, agent: &str, guid: Guid) {
        if let Some(room) = self.rooms.get_mut(&guid) {
            room.members.retain(|member| member.agent != agent);
        }
        self.tell_of_exit(agent, guid, "stopped observing");
    }

    /// Says that somebody left of their own will, to whom the switch names.
    fn tell_of_exit(&mut self, agent: &str, guid: Guid, scenario: &'static str) {
        let exit = notification(
            "exitRoom",
            json!({ "guid": guid, "agentId": agent, "scenario": scenario }),
        );
        let Some(room) = self.rooms.get(&guid) else { return };
        let hearers: Vec<AgentId> = match self.quirks.exit_notices {
            ExitNotices::Concerned => room.owner.iter().cloned().collect(),
            ExitNotices::Everyone => {
                self.tell_agent(agent, exit.clone());
                self.rooms.get(&guid).map(|room| room.everyone_but("")).unwrap_or_default()
            }
            ExitNotices::ThrownOutOnly => Vec::new(),
        };
        self.tell_members(&hearers, guid, &exit);
    }

    /// Calls an unjoined consult off; the initiator hears why, where there is a reason.
    pub(crate) fn withdraw_consult(&mut self, guid: Guid, scenario: Option<&'static str>) {
        let Some(room) = self.rooms.get_mut(&guid) else { return };
        let Some(consult) = room.consult.take_if(|consult| !consult.joined) else { return };
        let why = if self.rings(&consult.target, guid) {
            DropReason::Abandoned
        } else {
            DropReason::Closed
        };
        self.drop_leg(&consult.target, guid, why);
        if let Some(scenario) = scenario {
            self.tell_consult_ended(&consult.target, guid, scenario);
        }
    }

    /// The consulted agent will not come.
    pub(crate) fn consult_refused(&mut self, target: &str, guid: Guid, scenario: &'static str) {
        let Some(room) = self.rooms.get_mut(&guid) else { return };
        if room.consult.take_if(|consult| consult.target == target).is_some() {
            self.tell_consult_ended(target, guid, scenario);
        }
    }

    fn tell_consult_ended(&mut self, target: &str, guid: Guid, scenario: &'static str) {
        if !self.quirks.consult_end_notice {
            return;
        }
        let owner = self.rooms.get(&guid).and_then(|room| room.owner.clone());
        if let Some(owner) = owner {
            let exit = json!({ "guid": guid, "agentId": target, "scenario": scenario });
            self.tell_member(&owner, guid, notification("exitRoom", exit));
        }
    }
}

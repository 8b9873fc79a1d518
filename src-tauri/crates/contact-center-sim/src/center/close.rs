//! The way out: quitting with a closed reason, the customer's leaving, the end of a room.

use serde_json::{Value, json};

use crate::center::frames::{Refusal, Verdict, notification};
use crate::center::quirks::{CustomerDisconnect, ObserverLeaves};
use crate::center::room::{Phase, Role};
use crate::center::{Center, DropReason, Guid, LegState};

impl Center {
    pub(crate) fn quit_chat(&mut self, agent: &str, guid: Guid) -> Verdict {
        let (room, member) = self.seat(agent, guid)?;
        if member.role == Role::Observer {
            if self.quirks.observer_leaves == ObserverLeaves::AgentQuitChat {
                self.observer_leaves(agent, guid);
                return Ok(());
            }
            return Err(Refusal("an observer leaves with leaveRoom"));
        }
        if member.role == Role::Passive && !room.barged {
            return Err(Refusal("a consulted agent leaves with leaveRoom"));
        }
        let consulting = room.consult.is_some() && !room.conference && !room.customer.gone;
        if room.is_owner(agent) && consulting {
            return Err(Refusal("a consult is going on; complete it or drop the other agent"));
        }
        if let Some(member) = self.rooms.get_mut(&guid).and_then(|room| room.member_mut(agent)) {
            member.quitting = true;
        }
        let fields = json!({ "guid": guid, "closedReasonCodes": self.reason_list() });
        self.tell_agent(agent, notification("agentQuitChat", fields));
        Ok(())
    }

    pub(crate) fn closed_reason(&mut self, agent: &str, guid: Guid, body: &Value) -> Verdict {
        let (room, member) = self.seat(agent, guid)?;
        if member.role == Role::Observer {
            return Err(Refusal("an observer does not close a chat"));
        }
        let told = room.customer.gone
            && self.quirks.customer_disconnect == CustomerDisconnect::WithReasons;
        if !member.quitting && !told {
            return Err(Refusal("ask to quit first: send agentQuitChat"));
        }
        let code = body["closedReasonCode"].as_i64().unwrap_or_default();
        let listed = self.setup.closed_reasons.iter().any(|reason| reason.id == code);
        let accepted = listed || (code == 0 && !self.quirks.closed_reason_required);
        let answer = json!({ "guid": guid, "accepted": accepted });
        self.tell_agent(agent, notification("agentSetClosedReason", answer));
        if !accepted {
            return Ok(());
        }
        let note = body["agentNote"].as_str().unwrap_or_default().to_owned();
        let mail = body["sendTranscript"] == json!(true);
        if let Some(room) = self.rooms.get_mut(&guid) {
            room.reasons.push((agent.to_owned(), code, note));
            room.mail_wanted |= mail;
        }
        self.part(agent, guid, "left the chat");
        if self.quirks.leg_ends_with_close {
            self.drop_leg(agent, guid, DropReason::Closed);
        }
        Ok(())
    }

    /// An agent (no mere observer) is out; the others go on, or the room ends.
    pub(crate) fn part(&mut self, agent: &str, guid: Guid, scenario: &'static str) {
        let Some(room) = self.rooms.get_mut(&guid) else { return };
        let Some(index) = room.members.iter().position(|member| member.agent == agent) else {
            return;
        };
        let member = room.members.remove(index);
        if room.consult.as_ref().is_some_and(|consult| consult.target == agent) {
            room.consult = None;
        }
        let others = room.others("");
        if others.len() < 2 {
            room.conference = false;
        }
        let Some(heir) = others.first().cloned() else {
            self.end_room(guid, Some((agent, member.shown)));
            return;
        };
        let was_owner = room.is_owner(agent);
        let everyone = room.everyone_but("");
        self.hide_from_customer(agent, guid, member.shown, false);
        let exit = json!({ "guid": guid, "agentId": agent, "scenario": scenario });
        self.tell_members(&everyone, guid, &notification("exitRoom", exit));
        if was_owner {
            self.make_owner(&heir, guid);
        }
    }

    /// A new owner, who may speak to the customer.
    pub(crate) fn make_owner(&mut self, agent: &str, guid: Guid) {
        let Some(room) = self.rooms.get_mut(&guid) else { return };
        room.owner = Some(agent.to_owned());
        if room.consult.as_ref().is_some_and(|consult| consult.joined) {
            room.consult = None;
        }
        let everyone = room.everyone_but("");
        let Some(member) = room.member_mut(agent) else { return };
        member.role = Role::Active;
        let shown = member.shown;
        let fields = json!({ "guid": guid, "newOwner": agent });
        self.tell_members(&everyone, guid, &notification("changeConferenceOwner", fields));
        if !shown {
            self.show_to_customer(agent, guid);
        }
    }

    /// The end: the customer hears it, observers are sent out, the transcript is kept.
    pub(crate) fn end_room(&mut self, guid: Guid, last: Option<(&str, bool)>) {
        self.withdraw_consult(guid, None);
        if let Some((agent, true)) = last {
            self.hide_from_customer(agent, guid, true, true);
        }
        let Some(room) = self.rooms.get_mut(&guid) else { return };
        room.phase = Phase::Ended;
        room.owner = None;
        room.customer.gone = true;
        let observers: Vec<_> = room.members.drain(..).map(|member| member.agent).collect();
        for observer in observers {
            let exit =
                json!({ "guid": guid, "agentId": observer, "scenario": "the chat has ended" });
            self.tell_agent(&observer, notification("exitRoom", exit));
        }
        self.archive(guid);
    }

    /// The customer closed the chat, or was lost for too long.
    pub(crate) fn customer_leaves(&mut self, guid: Guid) {
        let Some(room) = self.rooms.get_mut(&guid) else { return };
        if room.customer.gone {
            return;
        }
        room.customer.gone = true;
        room.customer.lost_at = None;
        room.customer.backlog.clear();
        match room.phase.clone() {
            Phase::Queued => self.end_room(guid, None),
            Phase::Offered(agent) => {
                self.drop_leg(&agent, guid, DropReason::Abandoned);
                self.end_room(guid, None);
            }
            Phase::Answered => {
                let everyone = room.everyone_but("");
                self.withdraw_consult(guid, None);
                for agent in everyone {
                    self.send_customer_disconnect(&agent, guid);
                }
            }
            Phase::Ended => {}
        }
    }

    pub(crate) fn send_customer_disconnect(&mut self, agent: &str, guid: Guid) {
        let mut fields = json!({ "guid": guid, "timestamp": self.now });
        if self.quirks.customer_disconnect == CustomerDisconnect::WithReasons {
            fields["closedReasonCodes"] = self.reason_list();
        }
        self.tell_member(agent, guid, notification("customerDisconnect", fields));
    }

    /// The agent ended the leg in CCT before the chat was closed: out of the room without a
    /// reason; an unserved customer waits again, before all others.
    pub(crate) fn leave_after_disconnect(&mut self, agent: &str, guid: Guid) {
        let now = self.now;
        let Some(room) = self.rooms.get_mut(&guid).filter(|room| room.is_open()) else { return };
        if room.member(agent).is_some() {
            self.part(agent, guid, "left the chat");
        } else if room.consult.as_ref().is_some_and(|consult| consult.target == agent) {
            self.consult_refused(agent, guid, "consult rejected");
        } else if room.owner.is_none() && room.phase == Phase::Answered {
            if room.customer.gone {
                self.end_room(guid, None);
            } else {
                room.requeue(true, now);
            }
        }
    }

    /// A fresh login (`reconnect: false`) has left its rooms; the answered contact stays with the
    /// agent, who may join again.
    pub(crate) fn forget_member(&mut self, agent: &str, guid: Guid) {
        let alone = self.rooms.get(&guid).is_some_and(|room| room.others(agent).is_empty());
        let keeps_leg = self.agents.get(agent).is_some_and(|agent| agent.has_active_leg(guid));
        let observer =
            self.seat(agent, guid).is_ok_and(|(_, member)| member.role == Role::Observer);
        if observer {
            self.observer_leaves(agent, guid);
        } else if alone && keeps_leg {
            // Nobody is there to hand over to whoever was asked.
            self.withdraw_consult(guid, None);
            self.leave_unowned(agent, guid);
        } else if alone && self.rooms.get(&guid).is_some_and(|room| !room.customer.gone) {
            // A supervisor who barged in has no leg to come back to: somebody else must serve.
            let now = self.now;
            self.withdraw_consult(guid, None);
            self.leave_unowned(agent, guid);
            let Some(room) = self.rooms.get_mut(&guid) else { return };
            let observers = std::mem::take(&mut room.members);
            room.barged = false;
            room.requeue(true, now);
            for observer in observers {
                let id = &observer.agent;
                let exit =
                    json!({ "guid": guid, "agentId": id, "scenario": "the chat waits again" });
                self.tell_agent(id, notification("exitRoom", exit));
            }
        } else {
            self.part(agent, guid, "left the chat");
            self.drop_leg(agent, guid, DropReason::Closed);
        }
    }

    /// The only agent is out, and the customer stays.
    fn leave_unowned(&mut self, agent: &str, guid: Guid) {
        let Some(room) = self.rooms.get_mut(&guid) else { return };
        let shown = room.member(agent).is_some_and(|member| member.shown);
        room.members.retain(|member| member.agent != agent);
        room.owner = None;
        self.hide_from_customer(agent, guid, shown, false);
    }

    pub(crate) fn reason_list(&self) -> Value {
        let codes: Vec<_> = self
            .setup
            .closed_reasons
            .iter()
            .map(|reason| json!({ "id": reason.id, "closedReason": reason.label }))
            .collect();
        json!({ "defaultReasonCode": self.setup.default_reason, "codes": codes })
    }

    /// Whether an agent's answered leg to this contact still rings.
    pub(crate) fn rings(&self, agent: &str, guid: Guid) -> bool {
        let leg = self.agents.get(agent).and_then(|agent| agent.leg(guid));
        leg.is_some_and(|leg| leg.state == LegState::Ringing)
    }
}

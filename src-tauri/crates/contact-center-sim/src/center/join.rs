//! Entering a room: who may, what the reply lists, and who hears of it.

use serde_json::{Value, json};

use crate::center::frames::{Refusal, Verdict, notification};
use crate::center::room::{Member, Phase, Role};
use crate::center::{Center, Guid, PerSkillset, Room};

impl Center {
    pub(crate) fn join_room(&mut self, agent: &str, guid: Guid, kind: Option<&str>) -> Verdict {
        if std::mem::take(&mut self.refuse_next_join) {
            return Err(Refusal("the room cannot be joined now; try again"));
        }
        if kind == Some("observe") && self.is_supervisor(agent) {
            self.enter_wall(guid);
        }
        let room = self.rooms.get(&guid).filter(|room| room.is_open() && room.is_chat());
        let room = room.ok_or(Refusal("no such room"))?;
        if let Some(member) = room.member(agent) {
            return self.rejoin(agent, guid, member.role, kind);
        }
        let role = self.may_join(agent, room, kind)?;
        self.enter(agent, guid, role);
        Ok(())
    }

    fn may_join(&self, agent: &str, room: &Room, kind: Option<&str>) -> Result<Role, Refusal> {
        let consulted = room.consult.as_ref().is_some_and(|consult| consult.target == agent);
        let answered = self.agents.get(agent).is_some_and(|agent| agent.has_active_leg(room.guid));
        match kind {
            Some("observe") if !self.is_supervisor(agent) => {
                Err(Refusal("only supervisors may observe"))
            }
            Some("observe") if room.owner.is_none() => {
                Err(Refusal("nobody serves this contact yet"))
            }
            Some("observe") => Ok(Role::Observer),
            _ if !answered => Err(Refusal("answer the contact in CCT first")),
            Some("active") if consulted => Err(Refusal("this is a consult; join with consult")),
            Some("active") if room.owner.is_some() => {
                Err(Refusal("the room has an active participant already"))
            }
            Some("active") => Ok(Role::Active),
            Some("consult") if consulted => Ok(Role::Passive),
            Some("consult") => Err(Refusal("nobody asked you for a consult in this room")),
            _ => Err(Refusal("unknown joinType")),
        }
    }

    /// A member asks again, after a lost connection or to read the transcript anew: the same
    /// reply, and nobody else hears of it.
    fn rejoin(&mut self, agent: &str, guid: Guid, role: Role, kind: Option<&str>) -> Verdict {
        let fits = match role {
            Role::Observer => kind == Some("observe"),
            // After a transfer, a conference or a barge no document says which word is right.
            Role::Active | Role::Passive => matches!(kind, Some("active" | "consult")),
        };
        if !fits {
            return Err(Refusal("you are in this room in another role"));
        }
        if let Some(member) = self.rooms.get_mut(&guid).and_then(|room| room.member_mut(agent)) {
            member.rejoin_due = false;
        }
        self.send_join_reply(agent, guid);
        Ok(())
    }

    fn enter(&mut self, agent: &str, guid: Guid, role: Role) {
        let Some(room) = self.rooms.get_mut(&guid) else { return };
        room.members.push(Member {
            agent: agent.to_owned(),
            role,
            quitting: false,
            rejoin_due: false,
            shown: false,
        });
        match role {
            Role::Active => {
                room.owner = Some(agent.to_owned());
                room.phase = Phase::Answered;
            }
            Role::Passive => {
                if let Some(consult) = &mut room.consult {
                    consult.joined = true;
                }
            }
            Role::Observer => {}
        }
        let others = room.everyone_but(agent);
        let welcome = role == Role::Active && !std::mem::replace(&mut room.welcomed, true);
        let gone = room.customer.gone;
        self.send_join_reply(agent, guid);
        let note = json!({ "guid": guid, "agentId": agent, "userType": role.user_type() });
        self.tell_members(&others, guid, &notification("activeAgentNotification", note));
        if gone {
            self.send_customer_disconnect(agent, guid);
            return;
        }
        if role == Role::Active || (role == Role::Passive && self.quirks.passive_shown_to_customer)
        {
            self.show_to_customer(agent, guid);
        }
        if welcome && let Some(text) = self.setup.welcome.clone() {
            self.centre_says(guid, &text, "welcomeMessage");
        }
    }

    fn send_join_reply(&mut self, agent: &str, guid: Guid) {
        if let Some(room) = self.rooms.get(&guid) {
            let reply = self.join_reply(room);
            self.tell_agent(agent, notification("agentJoinRoom", reply));
        }
    }

    fn join_reply(&self, room: &Room) -> Value {
        let messages: Vec<_> = room
            .transcript
            .iter()
            .map(|entry| {
                let mut json = entry.json.clone();
                if !self.quirks.save_timestamp_on_messages
                    && let Some(fields) = json.as_object_mut()
                {
                    fields.remove("timestamp");
                }
                json
            })
            .collect();
        let participants: Vec<_> = room
            .members
            .iter()
            .map(|member| json!({ "agentId": member.agent, "userType": member.role.user_type() }))
            .collect();
        json!({
            "guid": room.guid,
            "deviceType": room.customer.device,
            "previousTranscripts": self.past_contacts(&room.customer.email).len(),
            "conversationTranscript": { "messages": messages },
            "currentParticipantList": { "participants": participants },
            "timerList": self.timer_list(),
            "resources": {
                "agentLabel": self.setup.agent_label,
                "customerLabel": self.setup.customer_label,
            },
            "frequentlyUsedPhraseList":
                per_skillset(&self.setup.phrases, room, "phrases", "name", "phraseText"),
            "pagePushURLList":
                per_skillset(&self.setup.pages, room, "urls", "url", "description"),
        })
    }

    fn timer_list(&self) -> Value {
        let (timers, limits) = (&self.setup.timers, &self.setup.limits);
        json!({
            "keepAliveTime_inSeconds": timers.keep_alive,
            "desirableResponseToCust_inSeconds": timers.response_to_customer,
            "desirableResponseToAgent_inSeconds": timers.response_to_agent,
            "consultRequestTimeout_inSeconds": timers.consult_request,
            "forceIdleCustomerCheck": timers.idle_customer_check,
            "forceIdleCustomerCheckTimeout_inSeconds": timers.idle_customer,
            "saveTimestampOnMessages": self.quirks.save_timestamp_on_messages,
            "saveChatHistory": self.setup.save_history,
            "concurrentChatsLimitPerCustomer": limits.chats_per_customer,
            "requestedCallBacksLimitPerCustomer": limits.callbacks_per_customer,
            "emailChatLogToCustomer": self.setup.email_transcripts,
        })
    }
}

/// Lists for all skillsets and for the room's own.
fn per_skillset(lists: &[PerSkillset], room: &Room, key: &str, first: &str, second: &str) -> Value {
    let fitting = |list: &&PerSkillset| list.skillset == "all" || list.skillset == room.skillset;
    lists
        .iter()
        .filter(fitting)
        .map(|list| {
            let entries: Vec<_> = list
                .entries
                .iter()
                .map(|(one, two)| json!({ (first): one, (second): two }))
                .collect();
            json!({ "skillset": list.skillset, (key): entries })
        })
        .collect()
}

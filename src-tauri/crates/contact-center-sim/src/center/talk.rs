//! Lines, typing and pages: who may say what to whom. A whisper never reaches a customer.

use serde_json::{Value, json};

use crate::center::frames::{Refusal, Verdict, notification};
use crate::center::room::{Entry, EntryKind, Role};
use crate::center::{AgentId, Center, Guid};

impl Center {
    pub(crate) fn agent_says(&mut self, agent: &str, guid: Guid, body: &Value) -> Verdict {
        let whisper = self.may_speak(agent, guid, body)?;
        let text = body["message"].as_str().unwrap_or_default();
        if text.chars().count() > self.setup.limits.message_characters {
            return Err(Refusal("the message is too long"));
        }
        let name = self.agent_name(agent);
        let message_type = if whisper { "whisper" } else { "normal" };
        let line = json!({
            "sender": { "type": "agent", "agentId": agent },
            "displayName": name,
            "timestamp": self.now,
            "message": text,
            "messageType": message_type,
        });
        self.acknowledge(agent, "newMessage", Some(guid));
        let kind = if whisper { EntryKind::Whisper } else { EntryKind::FromAgent };
        self.record(guid, "message", &line, kind);
        let mut frame = notification("newMessage", line);
        frame["body"]["guid"] = json!(guid);
        let audience = self.audience(agent, guid, self.quirks.echo_own_messages);
        self.tell_members(&audience, guid, &frame);
        if !whisper {
            self.customer_line(guid, &name, text, "normal");
        }
        Ok(())
    }

    pub(crate) fn agent_types(&mut self, agent: &str, guid: Guid, body: &Value) -> Verdict {
        let whisper = self.may_speak(agent, guid, body)?;
        let name = self.agent_name(agent);
        let typing = body["isTyping"] == json!(true);
        self.acknowledge(agent, "isTyping", Some(guid));
        let frame = notification(
            "isTyping",
            json!({
                "sender": { "type": "agent", "agentId": agent },
                "guid": guid,
                "displayName": name,
                "timestamp": self.now,
                "isTyping": typing,
                "messageType": if whisper { "whisper" } else { "normal" },
            }),
        );
        let audience = self.audience(agent, guid, false);
        self.tell_members(&audience, guid, &frame);
        if !whisper && self.rooms.get(&guid).is_some_and(|room| room.customer.conn.is_some()) {
            let fields = json!({
                "agentId": agent, "displayName": name, "isTyping": typing, "timestamp": self.now,
            });
            self.tell_customer(guid, notification("isTyping", fields));
        }
        Ok(())
    }

    pub(crate) fn agent_pushes(&mut self, agent: &str, guid: Guid, body: &Value) -> Verdict {
        self.may_speak(agent, guid, &json!({ "messageType": "normal" }))?;
        let name = self.agent_name(agent);
        let url = body["url"].as_str().unwrap_or_default();
        // The guide's request says newBrowserTab and its notification newTab.
        let line = json!({
            "sender": { "type": "agent", "agentId": agent },
            "displayName": name,
            "timestamp": self.now,
            "url": url,
            "destination": "newTab",
        });
        self.acknowledge(agent, "pagePush", Some(guid));
        self.record(guid, "pagePush", &line, EntryKind::FromAgent);
        let mut frame = notification("pagePush", line);
        frame["body"]["guid"] = json!(guid);
        let audience = self.audience(agent, guid, self.quirks.echo_own_pages);
        self.tell_members(&audience, guid, &frame);
        let fields = json!({
            "displayName": name,
            "pagePushURL": url,
            "pagePushDestination": "newTab",
            "timestamp": self.now,
        });
        self.tell_customer(guid, notification("newPushPageMessage", fields));
        Ok(())
    }

    /// A line of the centre itself, in the name of whoever owns the room (guide chapter 11: after
    /// a barge comfort messages come from the supervisor).
    pub(crate) fn centre_says(&mut self, guid: Guid, text: &str, message_type: &str) {
        let Some(owner) = self.rooms.get(&guid).and_then(|room| room.owner.clone()) else { return };
        let name = self.agent_name(&owner);
        let line = json!({
            "sender": { "type": "agent", "agentId": owner },
            "displayName": name,
            "timestamp": self.now,
            "message": text,
            "messageType": message_type,
        });
        self.record(guid, "message", &line, EntryKind::FromCentre);
        let mut frame = notification("newMessage", line);
        frame["body"]["guid"] = json!(guid);
        let everyone = self.rooms.get(&guid).map(|room| room.everyone_but("")).unwrap_or_default();
        self.tell_members(&everyone, guid, &frame);
        self.customer_line(guid, &name, text, message_type);
    }

    fn customer_line(&mut self, guid: Guid, name: &str, text: &str, message_type: &str) {
        let fields = json!({
            "displayName": name,
            "timestamp": self.now,
            "message": text,
            "messageType": message_type,
        });
        self.tell_customer(guid, notification("newMessage", fields));
    }

    /// May this agent say something of this type here? Answers whether it is a whisper.
    fn may_speak(&self, agent: &str, guid: Guid, body: &Value) -> Result<bool, Refusal> {
        let (room, member) = self.seat(agent, guid)?;
        let whisper = body["messageType"] == "whisper";
        if member.quitting {
            return Err(Refusal("you are leaving this chat; give the closed reason"));
        }
        match (member.role, whisper) {
            (Role::Observer, true) if !self.quirks.observer_may_whisper => {
                Err(Refusal("an observer may not whisper"))
            }
            (Role::Observer | Role::Passive, false) => {
                Err(Refusal("only active participants may speak to the customer"))
            }
            (Role::Active, false) if room.customer.gone => {
                Err(Refusal("the customer has left this chat"))
            }
            _ => Ok(whisper),
        }
    }

    fn audience(&self, agent: &str, guid: Guid, echo: bool) -> Vec<AgentId> {
        let except = if echo { "" } else { agent };
        self.rooms.get(&guid).map(|room| room.everyone_but(except)).unwrap_or_default()
    }

    /// Adds a line to the transcript.
    pub(crate) fn record(&mut self, guid: Guid, kind: &str, line: &Value, counts_as: EntryKind) {
        let at = self.now;
        let mut json = line.clone();
        json["type"] = json!(kind);
        if let Some(room) = self.rooms.get_mut(&guid) {
            room.transcript.push(Entry { json, at, kind: counts_as });
            if counts_as == EntryKind::FromAgent {
                room.comforted = false;
            }
        }
    }
}

//! The rules on a stage: virtual time, sockets by name, and what everybody hears as short lines.

use std::collections::BTreeMap;

use contact_center_sim::center::{
    CctEvent, CctPort, Center, ConnId, Guid, Input, Millis, Output, Quirks, Setup,
};
use contact_center_sim::schema::{Door, Way, check};
use serde_json::{Value, json};

pub(crate) const ANN: &str = "20001";
pub(crate) const TOM: &str = "20002";
pub(crate) const SAM: &str = "20090";

pub(crate) struct Stage {
    pub(crate) center: Center,
    pub(crate) now: Millis,
    next_conn: ConnId,
    agents: BTreeMap<String, ConnId>,
    customers: BTreeMap<Guid, ConnId>,
    heard: Vec<String>,
    /// Every frame as it was, newest last.
    pub(crate) frames: Vec<Value>,
    pub(crate) filtered: Vec<(Guid, Value)>,
}

impl Stage {
    pub(crate) fn new() -> Self {
        Self::with(contact_center_sim::demo::setup())
    }

    pub(crate) fn with(setup: Setup) -> Self {
        Self {
            center: Center::new(setup),
            now: 1_790_000_000_000,
            next_conn: 1,
            agents: BTreeMap::new(),
            customers: BTreeMap::new(),
            heard: Vec::new(),
            frames: Vec::new(),
            filtered: Vec::new(),
        }
    }

    pub(crate) fn quirks(&mut self, change: impl FnOnce(&mut Quirks)) {
        let mut quirks = self.center.quirks().clone();
        change(&mut quirks);
        self.center.set_quirks(quirks);
    }

    /// What was heard since the last call.
    pub(crate) fn take(&mut self) -> Vec<String> {
        std::mem::take(&mut self.heard)
    }

    /// Forgets what was heard.
    pub(crate) fn clear(&mut self) -> &mut Self {
        self.heard.clear();
        self
    }

    pub(crate) fn pass(&mut self, millis: Millis) {
        self.now += millis;
        self.input(Input::Tick);
    }

    fn input(&mut self, input: Input) {
        let outputs = self.center.handle(self.now, input);
        self.note(outputs);
    }

    fn conn(&mut self) -> ConnId {
        self.next_conn += 1;
        self.next_conn
    }

    // ---- CCT

    pub(crate) fn port<R>(&mut self, run: impl FnOnce(&mut Center) -> R) -> R {
        self.center.advance(self.now);
        let answer = run(&mut self.center);
        let outputs = self.center.settle();
        self.note(outputs);
        answer
    }

    pub(crate) fn ready(&mut self, agent: &str) {
        self.port(|center| {
            center.agent_login(agent).expect("login");
            center.set_ready(agent, true).expect("ready");
        });
        self.log_in(agent, false);
        self.clear();
    }

    pub(crate) fn answer(&mut self, agent: &str, guid: Guid) {
        self.port(|center| center.answer(agent, guid)).expect("answer");
    }

    // ---- agent socket

    pub(crate) fn log_in(&mut self, agent: &str, reconnect: bool) {
        let conn = self.conn();
        self.agents.insert(agent.to_owned(), conn);
        let fields = json!({
            "agentId": agent, "password": agent, "reconnect": reconnect, "clientType": "custom",
        });
        self.agent(agent, "agentLogin", fields);
    }

    pub(crate) fn lose_agent(&mut self, agent: &str) {
        let conn = self.agents.remove(agent).expect("a socket");
        self.input(Input::AgentGone { conn });
    }

    pub(crate) fn agent(&mut self, agent: &str, method: &str, fields: Value) {
        let conn = self.agents[agent];
        let frame = request(method, fields);
        check(Door::Agent, Way::In, &frame).expect("our own frames fit");
        self.input(Input::AgentFrame { conn, frame });
    }

    pub(crate) fn join(&mut self, agent: &str, guid: Guid, kind: &str) {
        self.agent(agent, "agentJoinRoom", json!({ "guid": guid, "joinType": kind }));
    }

    pub(crate) fn say(&mut self, agent: &str, guid: Guid, kind: &str, text: &str) {
        let fields = json!({ "guid": guid, "message": text, "messageType": kind });
        self.agent(agent, "newMessage", fields);
    }

    pub(crate) fn operate(&mut self, agent: &str, guid: Guid, kind: &str, target: &str) {
        let fields = json!({ "guid": guid, "destinationType": kind, "destinationId": target });
        self.agent(agent, "operationRequest", fields);
    }

    pub(crate) fn verb(&mut self, agent: &str, method: &str, guid: Guid) {
        self.agent(agent, method, json!({ "guid": guid }));
    }

    pub(crate) fn close(&mut self, agent: &str, guid: Guid) {
        self.verb(agent, "agentQuitChat", guid);
        self.reason(agent, guid, 1);
    }

    pub(crate) fn reason(&mut self, agent: &str, guid: Guid, code: i64) {
        let fields = json!({
            "guid": guid, "closedReasonCode": code, "agentNote": "done", "sendTranscript": false,
        });
        self.agent(agent, "agentSetClosedReason", fields);
    }

    // ---- customer socket

    /// A customer asks for a chat; answers the contact id, or the refusal.
    pub(crate) fn ask(&mut self, email: &str, skillset: &str) -> Result<Guid, String> {
        let conn = self.conn();
        let frame = request(
            "requestChat",
            json!({
                "guid": null, "authenticationKey": null, "deviceType": "Test/1",
                "requestTranscript": false,
                "intrinsics": { "email": email, "name": "Kim", "skillset": skillset },
            }),
        );
        check(Door::Customer, Way::In, &frame).expect("our own frames fit");
        self.input(Input::CustomerFrame { conn, frame });
        match self.center.contact_on(conn) {
            Some(guid) => {
                self.customers.insert(guid, conn);
                Ok(guid)
            }
            None => Err(self.heard.last().cloned().unwrap_or_default()),
        }
    }

    pub(crate) fn customer(&mut self, guid: Guid, method: &str, fields: Value) {
        let conn = self.customers[&guid];
        let frame = request(method, fields);
        check(Door::Customer, Way::In, &frame).expect("our own frames fit");
        self.input(Input::CustomerFrame { conn, frame });
    }

    pub(crate) fn has_customer(&self, guid: Guid) -> bool {
        self.customers.contains_key(&guid)
    }

    pub(crate) fn lose_customer(&mut self, guid: Guid) {
        let conn = self.customers.remove(&guid).expect("a socket");
        self.input(Input::CustomerGone { conn });
    }

    pub(crate) fn resume(&mut self, guid: Guid, key: &str) {
        let conn = self.conn();
        self.customers.insert(guid, conn);
        let fields = json!({
            "guid": guid, "authenticationKey": key, "deviceType": "Test/1",
            "intrinsics": { "skillset": "WC_Travel" },
        });
        self.customer(guid, "requestChat", fields);
    }

    pub(crate) fn filter_answers(&mut self, guid: Guid, messages: Result<Value, String>) {
        self.input(Input::Filtered { guid, messages });
    }

    /// A chat that Ann serves, with nothing heard yet.
    pub(crate) fn served(&mut self) -> Guid {
        let guid = self.ask("kim@example.org", "WC_Sales").expect("a chat");
        self.answer(ANN, guid);
        self.join(ANN, guid, "active");
        self.clear();
        guid
    }

    /// A chat that Ann serves with Tom as the consulted agent.
    pub(crate) fn consulting(&mut self) -> Guid {
        let guid = self.served();
        self.operate(ANN, guid, "consult", TOM);
        self.answer(TOM, guid);
        self.join(TOM, guid, "consult");
        self.clear();
        guid
    }

    fn note(&mut self, outputs: Vec<Output>) {
        for output in outputs {
            let line = match output {
                Output::ToAgent { conn, frame } => {
                    check(Door::Agent, Way::Out, &frame).expect("frames to agents fit");
                    let who = self.agents.iter().find(|(_, known)| **known == conn);
                    let line = format!("{} < {}", who.map_or("?", |(id, _)| id), brief(&frame));
                    self.frames.push(frame);
                    line
                }
                Output::ToCustomer { frame, .. } => {
                    check(Door::Customer, Way::Out, &frame).expect("frames to customers fit");
                    let line = format!("C < {}", brief(&frame));
                    self.frames.push(frame);
                    line
                }
                Output::Close { code, reason, .. } => format!("close {code} {reason}"),
                Output::Cct(event) => cct(&event),
                Output::Filter { guid, messages, .. } => {
                    self.filtered.push((guid, messages));
                    format!("filter {guid}")
                }
                Output::Note(text) => format!("note {text}"),
            };
            self.heard.push(line);
        }
    }
}

fn request(method: &str, fields: Value) -> Value {
    let mut body = fields;
    body["method"] = json!(method);
    json!({ "apiVersion": "1.0", "type": "request", "body": body })
}

fn cct(event: &CctEvent) -> String {
    match event {
        CctEvent::Offered { leg } => format!("cct {} offered {:?}", leg.agent, leg.reason),
        CctEvent::Answered { leg } => format!("cct {} answered", leg.agent),
        CctEvent::Dropped { leg, why, .. } => format!("cct {} dropped {why:?}", leg.agent),
        CctEvent::Intrinsics { leg } => format!("cct {} intrinsics", leg.agent),
        CctEvent::Activity { leg, code } => format!("cct {} activity {code}", leg.agent),
        CctEvent::Ready { agent, ready: true, .. } => format!("cct {agent} ready"),
        CctEvent::Ready { agent, reason_code, .. } => {
            format!("cct {agent} not ready {}", reason_code.as_deref().unwrap_or("-"))
        }
        CctEvent::Login { agent, logged_in: true } => format!("cct {agent} logged in"),
        CctEvent::Login { agent, .. } => format!("cct {agent} logged out"),
    }
}

/// A frame in one line: the method, then what matters of it.
fn brief(frame: &Value) -> String {
    let body = &frame["body"];
    let method = body["method"].as_str().unwrap_or("-");
    let text = |key: &str| match &body[key] {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let sender = body["sender"]["agentId"].as_str().map_or("customer", |id| id);
    let people = || {
        let list = body["participants"].as_array().cloned().unwrap_or_default();
        list.iter()
            .filter_map(|one| one["id"].as_str().map(str::to_owned))
            .collect::<Vec<_>>()
            .join(",")
    };
    let customer = body.get("sender").is_none();
    match (frame["type"].as_str(), method) {
        (Some("error"), _) => {
            format!("error {} {}: {}", method, text("code"), text("errorMessage"))
        }
        (Some("acknowledgement"), _) => format!("ack {method}"),
        (_, "agentLogin") => format!("agentLogin {}", text("loginSuccess")),
        (_, "agentJoinRoom") => {
            let people: Vec<_> = body["currentParticipantList"]["participants"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|one| {
                    let role = one["userType"].as_str().unwrap_or("?");
                    format!("{}:{}", one["agentId"].as_str().unwrap_or("?"), &role[..3])
                })
                .collect();
            let lines = body["conversationTranscript"]["messages"].as_array().map_or(0, Vec::len);
            format!("agentJoinRoom {lines} lines, {}", people.join(" "))
        }
        (_, "newMessage") if customer => {
            format!("newMessage {}: {}", text("messageType"), text("message"))
        }
        (_, "newMessage") => {
            format!("newMessage {} {sender}: {}", text("messageType"), text("message"))
        }
        (_, "isTyping") if customer => format!("isTyping {} {}", text("agentId"), text("isTyping")),
        (_, "isTyping") => {
            format!("isTyping {} {sender} {}", text("messageType"), text("isTyping"))
        }
        (_, "pagePush") => format!("pagePush {sender} {}", text("url")),
        (_, "newPushPageMessage") => format!("newPushPageMessage {}", text("pagePushURL")),
        (_, "activeAgentNotification") => {
            format!("activeAgentNotification {} {}", text("agentId"), text("userType"))
        }
        (_, "changeConferenceOwner") => format!("changeConferenceOwner {}", text("newOwner")),
        (_, "exitRoom") => format!("exitRoom {} {}", text("agentId"), text("scenario")),
        (_, "operationRequest") => format!("operationRequest {}", text("success")),
        (_, "supervisorBarge") => format!("supervisorBarge {}", text("supervisorId")),
        (_, "customerConnectionStatus") => {
            format!("customerConnectionStatus {}", text("isConnected"))
        }
        (_, "agentSetClosedReason") => format!("agentSetClosedReason {}", text("accepted")),
        (_, "customerHistory") => {
            format!("customerHistory {}", body["history"].as_array().map_or(0, Vec::len))
        }
        (_, "newParticipant") => {
            format!("newParticipant {} {} [{}]", text("agentId"), text("role"), people())
        }
        (_, "participantLeave") => {
            format!(
                "participantLeave {} end={} [{}]",
                text("agentId"),
                text("endChatFlag"),
                people()
            )
        }
        (_, "queueStatus") => {
            format!("queueStatus {} {}", text("positionInQueue"), text("estimatedWaitTime"))
        }
        (_, "closeConversation") => format!("closeConversation {}", text("result")),
        _ => method.to_owned(),
    }
}

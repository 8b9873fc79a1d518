//! The mind of a colleague: what it heard goes in, what it does and when comes out. No clock.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::center::{AgentId, CctEvent, ContactKind, Guid, Millis, OfferReason};
use crate::colleague::script::{Act, Asked, Colleague, JoinAs, When};

/// How often a supervisor looks at the board.
const LOOK: Millis = 1_000;
/// How long a colleague takes to close a chat that its customer has left.
const TIDY: u64 = 1_000;

/// Something done to the contact centre.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Deed {
    /// A request on the agent socket.
    Ask(Value),
    /// Through CCT.
    Answer(Guid),
    /// Through CCT.
    Reject(Guid),
    /// Through CCT.
    Ready(bool),
}

/// A colleague at work.
#[derive(Debug)]
pub(super) struct Acting {
    script: Colleague,
    default_reason: i64,
    /// Deeds to come, by time and number.
    plan: BTreeMap<(Millis, u64), (Guid, Act)>,
    planned: u64,
    /// How often a rule was followed in a contact.
    followed: BTreeMap<(usize, Guid), u32>,
    consults: BTreeSet<Guid>,
    rooms: BTreeMap<Guid, JoinAs>,
    barging: BTreeSet<Guid>,
    next_look: Option<Millis>,
}

impl Acting {
    pub(super) fn new(script: Colleague, default_reason: i64, now: Millis) -> Self {
        let looks = script.rules.iter().any(|rule| matches!(rule.when, When::Chat { .. }));
        Self {
            script,
            default_reason,
            plan: BTreeMap::new(),
            planned: 0,
            followed: BTreeMap::new(),
            consults: BTreeSet::new(),
            rooms: BTreeMap::new(),
            barging: BTreeSet::new(),
            next_look: looks.then_some(now),
        }
    }

    /// When there is something to do.
    pub(super) fn next_deadline(&self) -> Option<Millis> {
        let planned = self.plan.keys().next().map(|(at, _)| *at);
        planned.into_iter().chain(self.next_look).min()
    }

    /// What is to be done by now, in order.
    pub(super) fn due(&mut self, now: Millis) -> Vec<Deed> {
        let mut deeds = Vec::new();
        while let Some(entry) = self.plan.first_entry()
            && entry.key().0 <= now
        {
            let (guid, act) = entry.remove();
            self.carry_out(guid, &act, &mut deeds);
        }
        if self.next_look.is_some_and(|at| at <= now) {
            self.next_look = Some(now + LOOK);
            deeds.push(Deed::Ask(request("agentData", json!({}))));
        }
        deeds
    }

    /// After a lost connection: the rooms are entered again.
    pub(super) fn back(&self) -> Vec<Deed> {
        let kind = |how: &JoinAs| match how {
            JoinAs::Active => "active",
            JoinAs::Consult => "consult",
            JoinAs::Observe => "observe",
        };
        self.rooms.iter().map(|(guid, how)| join(*guid, kind(how))).collect()
    }

    /// Something happened in CCT, to anybody.
    pub(super) fn hear_cct(&mut self, now: Millis, event: &CctEvent) -> Vec<Deed> {
        if *event.agent() != self.script.agent {
            return Vec::new();
        }
        match event {
            CctEvent::Offered { leg } => {
                let consult = leg.reason == OfferReason::ConsultInit;
                if consult {
                    self.consults.insert(leg.guid);
                }
                let asked = if consult { Asked::Consult } else { Asked::Queue };
                self.notice(now, leg.guid, |when| {
                    matches!(when, When::Offered { asked: wanted }
                        if wanted.is_none_or(|wanted| wanted == asked))
                });
            }
            CctEvent::Answered { leg } if leg.kind == ContactKind::WebChat => {
                let consult = self.consults.remove(&leg.guid);
                // A barge gives a leg, too; the room is entered already.
                if !self.rooms.contains_key(&leg.guid) {
                    return vec![join(leg.guid, if consult { "consult" } else { "active" })];
                }
            }
            CctEvent::Dropped { leg, .. } => self.forget(leg.guid),
            _ => {}
        }
        Vec::new()
    }

    /// A frame came on the agent socket.
    pub(super) fn hear(&mut self, now: Millis, frame: &Value) {
        let body = &frame["body"];
        let me = self.script.agent.clone();
        let guid = number(&body["guid"]);
        let is = |name: &str, id: &AgentId| text(&body[name]).as_ref() == Some(id);
        match body["method"].as_str().unwrap_or_default() {
            _ if frame["type"] != "notification" => {}
            "agentJoinRoom" => self.joined(now, guid, &body["currentParticipantList"]),
            "newMessage" if body["sender"]["type"] == "customer" => {
                self.notice(now, guid, |when| *when == When::CustomerSays);
            }
            "newMessage"
                if body["messageType"] == "whisper"
                    && text(&body["sender"]["agentId"]).as_ref() != Some(&me) =>
            {
                self.notice(now, guid, |when| *when == When::Whispered);
            }
            "changeConferenceOwner" if is("newOwner", &me) => {
                self.rooms.insert(guid, JoinAs::Active);
                self.notice(now, guid, |when| *when == When::Owner);
            }
            "activeAgentNotification"
                if is("agentId", &me) && body["userType"] == "active_participant" =>
            {
                self.rooms.insert(guid, JoinAs::Active);
                self.notice(now, guid, |when| *when == When::Conference);
            }
            "operationRequest" if self.barging.remove(&guid) && body["success"] == true => {
                self.rooms.insert(guid, JoinAs::Active);
                self.notice(now, guid, |when| *when == When::Barged);
            }
            "supervisorBarge" => {
                self.rooms.insert(guid, JoinAs::Consult);
            }
            "customerDisconnect" => {
                self.notice(now, guid, |when| *when == When::CustomerLeft);
                match self.rooms.get(&guid) {
                    Some(JoinAs::Active) => self.intend(now, TIDY, guid, Act::Close),
                    Some(_) => self.intend(now, TIDY, guid, Act::Leave),
                    None => {}
                }
            }
            "exitRoom" if is("agentId", &me) => self.forget(guid),
            "agentData" => self.look_around(now, body),
            _ => {}
        }
    }

    fn joined(&mut self, now: Millis, guid: Guid, list: &Value) {
        let people = list["participants"].as_array().into_iter().flatten();
        let mut own =
            people.filter(|one| text(&one["agentId"]).as_ref() == Some(&self.script.agent));
        let how = match own.next().and_then(|one| one["userType"].as_str()) {
            Some("passive_participant") => JoinAs::Consult,
            Some("supervisor_observe") => JoinAs::Observe,
            _ => JoinAs::Active,
        };
        if self.rooms.insert(guid, how).is_none() {
            self.notice(now, guid, |when| *when == When::Joined);
        }
    }

    /// Finds conversations on the board that some rule waits for.
    fn look_around(&mut self, now: Millis, board: &Value) {
        for row in board["agents"].as_array().into_iter().flatten() {
            let id = text(&row["agentId"]).unwrap_or_default();
            for chat in row["conversations"].as_array().into_iter().flatten() {
                let keys = ["conversationLength_inSeconds", "conversationLength inSeconds"];
                let length = keys.iter().find_map(|key| chat[*key].as_u64()).unwrap_or(0);
                self.notice(now, number(&chat["guid"]), |when| {
                    matches!(when, When::Chat { agent, seconds }
                        if length >= *seconds && agent.as_ref().is_none_or(|a| *a == id))
                });
            }
        }
    }

    fn notice(&mut self, now: Millis, guid: Guid, is: impl Fn(&When) -> bool) {
        for (index, rule) in self.script.rules.clone().into_iter().enumerate() {
            let here = rule.while_in.is_none() || rule.while_in.as_ref() == self.rooms.get(&guid);
            if !here || !is(&rule.when) {
                continue;
            }
            let followed = self.followed.entry((index, guid)).or_default();
            if rule.times > 0 && *followed >= rule.times {
                continue;
            }
            *followed += 1;
            for act in rule.then {
                self.intend(now, rule.after_ms, guid, act);
            }
        }
    }

    fn intend(&mut self, now: Millis, after_ms: u64, guid: Guid, act: Act) {
        let at = now.saturating_add(Millis::try_from(after_ms).unwrap_or(Millis::MAX));
        self.planned += 1;
        self.plan.insert((at, self.planned), (guid, act));
    }

    /// The colleague is out: what was to be done there is not.
    fn forget(&mut self, guid: Guid) {
        self.rooms.remove(&guid);
        self.consults.remove(&guid);
        self.barging.remove(&guid);
        self.plan.retain(|_, (planned, _)| *planned != guid);
    }

    fn carry_out(&mut self, guid: Guid, act: &Act, deeds: &mut Vec<Deed>) {
        let mut ask = |method: &str, fields: Value| {
            let mut fields = fields;
            fields["guid"] = json!(guid);
            deeds.push(Deed::Ask(request(method, fields)));
        };
        match act {
            Act::Answer => deeds.push(Deed::Answer(guid)),
            Act::Reject => deeds.push(Deed::Reject(guid)),
            Act::Ready { on } => deeds.push(Deed::Ready(*on)),
            Act::Observe => deeds.push(join(guid, "observe")),
            Act::Barge => {
                self.barging.insert(guid);
                let own = &self.script.agent;
                ask(
                    "operationRequest",
                    json!({ "destinationType": "barge", "destinationId": own }),
                );
            }
            Act::Type { on } => {
                ask("isTyping", json!({ "messageType": "normal", "isTyping": on }));
            }
            Act::Say { text } => {
                ask("newMessage", json!({ "messageType": "normal", "message": text }));
            }
            Act::Whisper { text } => {
                ask("newMessage", json!({ "messageType": "whisper", "message": text }));
            }
            Act::Promote => ask("changeConferenceOwner", json!({})),
            Act::Drop => ask("dropPassiveParticipant", json!({})),
            Act::Leave => {
                ask("leaveRoom", json!({}));
                self.forget(guid);
            }
            Act::Close => {
                ask("agentQuitChat", json!({}));
                let reason = self.default_reason;
                ask(
                    "agentSetClosedReason",
                    json!({ "closedReasonCode": reason, "agentNote": "", "sendTranscript": false }),
                );
                self.forget(guid);
            }
        }
    }
}

pub(super) fn request(method: &str, fields: Value) -> Value {
    let mut body = fields;
    body["method"] = json!(method);
    json!({ "apiVersion": "1.0", "type": "request", "body": body })
}

fn join(guid: Guid, kind: &str) -> Deed {
    Deed::Ask(request("agentJoinRoom", json!({ "guid": guid, "joinType": kind })))
}

fn number(value: &Value) -> Guid {
    let text = || value.as_str().and_then(|digits| digits.parse().ok());
    value.as_u64().or_else(text).unwrap_or_default()
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;

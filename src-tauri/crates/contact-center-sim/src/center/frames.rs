//! Frames on their way out: envelopes, addressees, and how the switches dress them.

use serde_json::{Value, json};

use crate::center::quirks::{DestinationsKey, Entities, KeySpelling, Quirks, Timestamps};
use crate::center::{Center, ConnId, Guid, Output};

/// Why a request is refused; becomes an `error` frame with code 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Refusal(pub(crate) &'static str);

/// What a verb answers.
pub(crate) type Verdict = Result<(), Refusal>;

/// An envelope around fields; `fields` is an object without `method`.
pub(crate) fn envelope(kind: &str, method: &str, fields: Value) -> Value {
    let mut body = fields;
    body["method"] = json!(method);
    json!({ "apiVersion": "1.0", "type": kind, "body": body })
}

/// A notification.
pub(crate) fn notification(method: &str, fields: Value) -> Value {
    envelope("notification", method, fields)
}

/// An `error` frame; without method when the request's could not be read.
pub fn error_frame(method: Option<&str>, code: i64, message: &str) -> Value {
    let mut body = json!({ "code": code, "errorMessage": message });
    if let Some(method) = method {
        body["method"] = json!(method);
    }
    json!({ "apiVersion": "1.0", "type": "error", "body": body })
}

impl Center {
    /// Sends to an agent's socket, if there is one.
    pub(crate) fn tell_agent(&mut self, agent: &str, frame: Value) {
        if let Some(conn) = self.agents.get(agent).and_then(|agent| agent.conn) {
            self.tell_conn(conn, frame);
        }
    }

    /// Sends what happened in a room to one of its members.
    pub(crate) fn tell_member(&mut self, agent: &str, guid: Guid, frame: Value) {
        let member = self.rooms.get(&guid).and_then(|room| room.member(agent));
        let withheld = member.is_some_and(|member| member.rejoin_due);
        if !withheld || self.quirks.deliver_before_rejoin {
            self.tell_agent(agent, frame);
        }
    }

    /// Sends to several members of a room.
    pub(crate) fn tell_members(&mut self, agents: &[String], guid: Guid, frame: &Value) {
        for agent in agents {
            self.tell_member(agent, guid, frame.clone());
        }
    }

    pub(crate) fn tell_conn(&mut self, conn: ConnId, frame: Value) {
        let frame = dress(frame, &self.quirks);
        self.emit(Output::ToAgent { conn, frame });
    }

    /// Sends to a room's customer, or keeps the frame until the customer is back.
    pub(crate) fn tell_customer(&mut self, guid: Guid, frame: Value) {
        let Some(room) = self.rooms.get_mut(&guid) else { return };
        match room.customer.conn {
            Some(conn) => self.emit(Output::ToCustomer { conn, frame }),
            None if !room.customer.gone => room.customer.backlog.push(frame),
            None => {}
        }
    }

    /// Acknowledges a request to an agent, where the switches say so.
    pub(crate) fn acknowledge(&mut self, agent: &str, method: &str, guid: Option<Guid>) {
        let wanted = match method {
            "newMessage" => self.quirks.acknowledge,
            "pagePush" => self.quirks.acknowledge_pages,
            "isTyping" => self.quirks.acknowledge_typing,
            _ => self.quirks.acknowledge_verbs,
        };
        if wanted {
            let mut fields = json!({ "accepted": true });
            if let Some(guid) = guid {
                fields["guid"] = json!(guid);
            }
            self.tell_agent(agent, envelope("acknowledgement", method, fields));
        }
    }
}

/// Rewrites a frame for agents as the switches ask; timestamps come in as milliseconds.
fn dress(mut frame: Value, quirks: &Quirks) -> Value {
    let is_page = frame["body"]["method"] == "pagePush";
    let seconds = match quirks.timestamps {
        Timestamps::Seconds => true,
        Timestamps::Milliseconds => false,
        Timestamps::Mixed => !is_page,
    };
    let key = match quirks.destinations_key {
        DestinationsKey::Queues => None,
        DestinationsKey::Destinations => Some("destinations"),
        DestinationsKey::Other => Some("skillsets"),
    };
    if let (Some(key), Some(body)) = (key, frame["body"].as_object_mut())
        && let Some(queues) = body.remove("queues")
    {
        body.insert(key.to_owned(), queues);
    }
    dress_value(&mut frame["body"], quirks, seconds);
    frame
}

fn dress_value(value: &mut Value, quirks: &Quirks, seconds: bool) {
    match value {
        Value::Array(items) => {
            for item in items {
                dress_value(item, quirks, seconds);
            }
        }
        Value::Object(fields) => {
            if fields.get("sender").is_some_and(|sender| sender["type"] == "customer")
                && let Some(Value::String(text)) = fields.get_mut("message")
            {
                *text = with_entities(text, quirks.entities);
            }
            for (name, value) in std::mem::take(fields) {
                let mut value = value;
                dress_value(&mut value, quirks, seconds);
                let value = dress_field(&name, value, quirks, seconds);
                let name = match quirks.key_spelling {
                    KeySpelling::Underscore => name,
                    KeySpelling::Space => name.replace("_inSeconds", " inSeconds"),
                };
                fields.insert(name, value);
            }
        }
        _ => {}
    }
}

fn dress_field(name: &str, value: Value, quirks: &Quirks, seconds: bool) -> Value {
    match (name, &value) {
        ("timestamp", Value::Number(at)) if seconds => json!(at.as_i64().unwrap_or(0) / 1000),
        ("guid", Value::Number(guid)) if quirks.ids_as_strings => json!(guid.to_string()),
        ("agentId" | "newOwner" | "supervisorId", Value::String(id))
            if quirks.agent_ids_as_numbers && !id.starts_with('0') =>
        {
            id.parse::<u64>().map_or(value, |id| json!(id))
        }
        _ => value,
    }
}

fn with_entities(text: &str, entities: Entities) -> String {
    let once = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('"', "&quot;")
            .replace('\'', "&apos;")
    };
    match entities {
        Entities::None => text.to_owned(),
        Entities::Once => once(text),
        Entities::Twice => once(&once(text)),
    }
}

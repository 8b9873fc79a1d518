//! The log as a sequence chart: who said which message to whom, with its key fields, never its texts.
//!
//! Rows of two runs can be compared once their ids have been replaced by roles ([`Cast`]); the
//! expected rows stand in a text file of their own ([`sections`]).

mod cast;
mod table;

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::center::{CctEvent, Guid, Millis};
use crate::log::{Happened, Line, LineKind, Log};
use crate::schema::{Door, Way};

pub use cast::Cast;
pub use table::sections;

/// The contact centre itself, in [`Row::from`] and [`Row::to`].
pub const SERVER: &str = "S";
/// The CCT side of it.
pub const CCT: &str = "CCT";

/// Methods that belong to no branch of a conversation: signing in, keeping alive, looking up.
pub const ASIDE: &[&str] = &[
    "agentLogin",
    "agentLogout",
    "customerHistory",
    "ping",
    "queueStatus",
    "requestChat",
    "screenPops",
];

/// Fields that tell which thing happened; in this order. None holds a text of anybody.
const FIELDS: &[&str] = &[
    "guid",
    "joinType",
    "destinationType",
    "destinationId",
    "agentId",
    "role",
    "userType",
    "newOwner",
    "supervisorId",
    "success",
    "accepted",
    "scenario",
    "messageType",
    "isTyping",
    "isConnected",
    "endChatFlag",
    "code",
];

/// One arrow of the chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Number of the log line; of a CCT event that of the line before it.
    pub number: u64,
    /// Milliseconds since 1970.
    pub at: Millis,
    /// Agent id or role, `C`, `S` or `CCT`.
    pub from: String,
    /// The same.
    pub to: String,
    /// `request`, `notification`, `acknowledgement`, `error`; `event` for CCT.
    #[serde(rename = "type")]
    pub kind: String,
    /// `body.method`; of CCT `offered`, `answered`, `dropped`, `intrinsics`, `ready`, `notReady`.
    pub method: String,
    /// Key fields in a fixed order.
    pub fields: Vec<(String, String)>,
}

impl Row {
    fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// `A -> S request agentJoinRoom guid=g joinType=active`; a value with blanks stands in quotes.
impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} -> {} {} {}", self.from, self.to, self.kind, self.method)?;
        for (name, value) in &self.fields {
            let quote = if value.contains(' ') { "\"" } else { "" };
            write!(f, " {name}={quote}{value}{quote}")?;
        }
        Ok(())
    }
}

/// The rows of a log after line `after`, about one contact where `guid` is given, without the
/// methods in `skip`. Frames without a contact are about all.
pub fn rows(log: &Log, cast: &Cast, guid: Option<Guid>, after: u64, skip: &[&str]) -> Vec<Row> {
    let frames = log.after(after).filter_map(|line| of_frame(line, cast));
    let events = log.happened().filter(|one| one.after >= after).map(|one| of_event(one, cast));
    let mut rows: Vec<_> = frames.map(|row| (row, 0)).chain(events.map(|row| (row, 1))).collect();
    // An event follows the frame that was written last before it; both lists are in order.
    rows.sort_by_key(|(row, rank)| (row.number, *rank));
    let wanted = guid.map(|guid| cast.contact(&guid.to_string()));
    rows.into_iter()
        .map(|(row, _)| row)
        .filter(|row| !skip.contains(&row.method.as_str()))
        .filter(|row| match (&wanted, row.field("guid")) {
            (Some(wanted), Some(guid)) => wanted == guid,
            _ => true,
        })
        .collect()
}

fn of_frame(line: &Line, cast: &Cast) -> Option<Row> {
    if !matches!(line.kind, LineKind::Frame | LineKind::BadFrame) {
        return None;
    }
    // A frame that was cut for its length has lost its fields, but neither method nor socket.
    let frame: Value = serde_json::from_str(&line.text).unwrap_or_default();
    let body = &frame["body"];
    let other = match line.door? {
        Door::Agent => {
            let id = line.agent.clone().or_else(|| text(&body["agentId"]));
            cast.agent(id.as_deref().unwrap_or("?"))
        }
        Door::Customer => "C".to_owned(),
        Door::Cct => return None,
    };
    let (from, to) = match line.way? {
        Way::In => (other, SERVER.to_owned()),
        Way::Out => (SERVER.to_owned(), other),
    };
    // Only requests and notifications grow so long that they are cut.
    let usual = if line.way == Some(Way::In) { "request" } else { "notification" };
    let kind = frame["type"].as_str().unwrap_or(usual).to_owned();
    let method = line.method.clone().unwrap_or_else(|| "-".to_owned());
    let mut fields = Vec::new();
    for name in FIELDS {
        let value = match *name {
            // Whoever spoke stands deeper; who signed in is told by the socket.
            "agentId" => text(&body["sender"]["agentId"]).or_else(|| text(&body["agentId"])),
            "role" => text(&body["role"]).or_else(|| text(&body["participantRole"])),
            "guid" => text(&body["guid"]).or_else(|| line.guid.map(|guid| guid.to_string())),
            other => text(&body[other]),
        };
        let Some(value) = value else { continue };
        let value = match *name {
            "guid" => cast.contact(&value),
            "agentId" | "newOwner" | "supervisorId" | "destinationId" => cast.agent(&value),
            _ => value,
        };
        fields.push(((*name).to_owned(), value));
    }
    if body["sender"]["type"] == "customer" {
        fields.push(("sender".to_owned(), "customer".to_owned()));
    }
    Some(Row { number: line.number, at: line.at, from, to, kind, method, fields })
}

fn of_event(happened: &Happened, cast: &Cast) -> Row {
    let event = &happened.event;
    let word = |value: Value| text(&value).unwrap_or_default();
    let (method, leg, more) = match event {
        CctEvent::Offered { leg } => {
            ("offered", Some(leg), Some(("reason", word(serde_json::json!(leg.reason)))))
        }
        CctEvent::Answered { leg } => ("answered", Some(leg), None),
        CctEvent::Dropped { leg, why, .. } => {
            ("dropped", Some(leg), Some(("why", word(serde_json::json!(why)))))
        }
        CctEvent::Intrinsics { leg } => ("intrinsics", Some(leg), None),
        CctEvent::Activity { leg, code } => {
            ("activityCode", Some(leg), Some(("activityCode", code.clone())))
        }
        CctEvent::Ready { ready: true, .. } => ("ready", None, None),
        CctEvent::Ready { .. } => ("notReady", None, None),
        CctEvent::Login { logged_in: true, .. } => ("agentLogin", None, None),
        CctEvent::Login { .. } => ("agentLogout", None, None),
    };
    let mut fields = Vec::new();
    if let Some(leg) = leg {
        fields.push(("guid".to_owned(), cast.contact(&leg.guid.to_string())));
    }
    fields.extend(more.map(|(name, value)| (name.to_owned(), value)));
    Row {
        number: happened.after,
        at: happened.at,
        from: CCT.to_owned(),
        to: cast.agent(event.agent()),
        kind: "event".to_owned(),
        method: method.to_owned(),
        fields,
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

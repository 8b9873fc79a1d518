//! What a customer socket says (guide chapter 10, WebSocket API).

use serde_json::{Value, json};

use crate::center::customer::Customer;
use crate::center::frames::{envelope, error_frame, notification};
use crate::center::quirks::ChatAnswer;
use crate::center::room::{EntryKind, Room};
use crate::center::{Center, ConnId, Guid, Output};

/// Error codes of the customer side.
pub(crate) const INVALID: i64 = 1;
pub(crate) const BAD_KEY: i64 = 2;

/// Code and words of a refusal.
type Refused = (i64, &'static str);

impl Center {
    /// One frame of a customer socket; it has passed its schema.
    pub(crate) fn customer_frame(&mut self, conn: ConnId, frame: &Value) {
        let body = &frame["body"];
        let method = body["method"].as_str().unwrap_or_default();
        let verdict = match (method, self.customer_conns.get(&conn).copied()) {
            ("requestChat", None) => self.request_chat(conn, body),
            ("requestChat", Some(_)) => Err((INVALID, "this connection has a chat already")),
            // A page may ping before it asks for a chat.
            ("ping", None) => {
                self.emit(Output::ToCustomer { conn, frame: notification("ping", json!({})) });
                Ok(())
            }
            (_, None) => Err((BAD_KEY, "there is no chat on this connection; send requestChat")),
            (_, Some(guid)) => self.customer_verb(conn, guid, method, body),
        };
        if let Err((code, message)) = verdict {
            let frame = error_frame(Some(method), code, message);
            self.emit(Output::ToCustomer { conn, frame });
        }
    }

    fn customer_verb(
        &mut self,
        conn: ConnId,
        guid: Guid,
        method: &str,
        body: &Value,
    ) -> Result<(), Refused> {
        let now = self.now;
        let Some(room) = self.rooms.get_mut(&guid).filter(|room| room.is_open()) else {
            return Err((BAD_KEY, "this chat has ended"));
        };
        room.customer.heard_at = now;
        let served = room.owner.is_some();
        match method {
            "ping" => self.tell_customer(guid, notification("ping", json!({}))),
            "queueStatus" => {
                let (position, wait) = (self.position(guid), self.expected_wait(guid));
                let fields = json!({ "positionInQueue": position, "estimatedWaitTime": wait });
                self.tell_customer(guid, notification("queueStatus", fields));
            }
            "isTyping" if served => self.customer_types(guid, body["isTyping"] == json!(true)),
            "newMessage" if served => {
                let text = body["message"].as_str().unwrap_or_default();
                self.customer_line_in(guid, "message", "message", text);
            }
            "newPushPageMessage" if served => {
                let url = body["pagePushURL"].as_str().unwrap_or_default();
                self.customer_line_in(guid, "pagePush", "url", url);
            }
            "isTyping" | "newMessage" | "newPushPageMessage" => {
                return Err((INVALID, "no agent has joined yet"));
            }
            "closeConversation" => {
                self.tell_customer(
                    guid,
                    notification("closeConversation", json!({ "result": true })),
                );
                self.customer_conns.remove(&conn);
                if let Some(room) = self.rooms.get_mut(&guid) {
                    room.customer.conn = None;
                }
                self.customer_leaves(guid);
                self.emit(Output::Close { conn, code: 1000, reason: "conversation closed" });
            }
            _ => return Err((INVALID, "unknown method")),
        }
        Ok(())
    }

    fn customer_types(&mut self, guid: Guid, typing: bool) {
        let Some(room) = self.rooms.get(&guid) else { return };
        let everyone = room.everyone_but("");
        let fields = json!({
            "sender": { "type": "customer" },
            "guid": guid,
            "displayName": self.customer_name(room),
            "timestamp": self.now,
            "isTyping": typing,
            "messageType": "normal",
        });
        self.tell_members(&everyone, guid, &notification("isTyping", fields));
    }

    /// A line or a page of the customer, to every agent who still listens.
    pub(crate) fn customer_line_in(&mut self, guid: Guid, kind: &str, key: &str, value: &str) {
        let Some(room) = self.rooms.get(&guid) else { return };
        let mut line = json!({
            "sender": { "type": "customer" },
            "displayName": self.customer_name(room),
            "timestamp": self.now,
            (key): value,
        });
        if kind == "message" {
            line["messageType"] = json!("normal");
        }
        let hearers: Vec<_> = room
            .members
            .iter()
            .filter(|member| self.quirks.messages_after_quit || !member.quitting)
            .map(|member| member.agent.clone())
            .collect();
        let method = if kind == "message" { "newMessage" } else { "pagePush" };
        let mut entry = line.clone();
        if kind == "pagePush" {
            // The transcript's page entries carry a destination in the guide's example.
            entry["destination"] = json!("newTab");
        }
        self.record(guid, kind, &entry, EntryKind::FromCustomer);
        let mut frame = notification(method, line);
        frame["body"]["guid"] = json!(guid);
        self.tell_members(&hearers, guid, &frame);
    }

    fn request_chat(&mut self, conn: ConnId, body: &Value) -> Result<(), Refused> {
        let guid = match &body["guid"] {
            Value::String(digits) => digits.parse().ok(),
            other => other.as_u64(),
        };
        match (guid, body["authenticationKey"].as_str()) {
            (None, None) => self.new_chat(conn, body),
            (Some(guid), Some(key)) => self.resume_chat(conn, guid, key),
            _ => Err((BAD_KEY, "guid and authenticationKey belong together")),
        }
    }

    fn new_chat(&mut self, conn: ConnId, body: &Value) -> Result<(), Refused> {
        let asked = &body["intrinsics"];
        let text = |key: &str| asked[key].as_str().unwrap_or_default().trim().to_owned();
        let (skillset, email) = (text("skillset"), text("email"));
        if !self.setup.skillsets.iter().any(|known| known.name == skillset) {
            return Err((INVALID, "no such skillset"));
        }
        let same = |room: &&Room| {
            room.is_open() && !email.is_empty() && room.customer.email.eq_ignore_ascii_case(&email)
        };
        if self.rooms.values().filter(same).count() >= self.setup.limits.chats_per_customer {
            return Err((INVALID, "this customer has too many chats at once"));
        }
        if self.customers_in_queue(&skillset) >= self.setup.limits.queued_per_skillset {
            return Err((INVALID, "the queue of this skillset is full"));
        }
        let guid = self.next_guid;
        self.next_guid += 1;
        let fields = match &asked["customFields"] {
            Value::Array(list) => list.clone(),
            Value::Object(_) => vec![asked["customFields"].clone()],
            _ => Vec::new(),
        };
        let field = |field: &Value, key: &str| field[key].as_str().unwrap_or_default().to_owned();
        let customer = Customer {
            conn: Some(conn),
            key: self.keys.fresh(guid),
            name: text("name"),
            phone: format!("{}{}{}", text("country"), text("area"), text("phoneNumber")),
            device: body["deviceType"].as_str().unwrap_or_default().to_owned(),
            custom_fields: fields.iter().map(|f| (field(f, "title"), field(f, "value"))).collect(),
            intrinsics: asked.clone(),
            wants_transcript: body["requestTranscript"] == json!(true) && !email.is_empty(),
            heard_at: self.now,
            email,
            ..Customer::default()
        };
        self.customer_conns.insert(conn, guid);
        self.rooms.insert(guid, Room::new(guid, skillset, customer, self.now));
        self.chat_reply(guid);
        Ok(())
    }

    fn resume_chat(&mut self, conn: ConnId, guid: Guid, key: &str) -> Result<(), Refused> {
        let now = self.now;
        let room = self.rooms.get_mut(&guid);
        let room = room.filter(|room| room.customer.key == key && !room.customer.gone);
        let room = room.ok_or((BAD_KEY, "the session key is invalid or has expired"))?;
        let lost = room.customer.lost_at.take().is_some();
        room.customer.heard_at = now;
        if let Some(old) = room.customer.conn.replace(conn) {
            self.customer_conns.remove(&old);
            self.emit(Output::Close { conn: old, code: 1000, reason: "continued elsewhere" });
        }
        self.customer_conns.insert(conn, guid);
        self.chat_reply(guid);
        let backlog =
            self.rooms.get_mut(&guid).map(|room| std::mem::take(&mut room.customer.backlog));
        for frame in backlog.unwrap_or_default() {
            self.tell_customer(guid, frame);
        }
        self.remind_of_agents(guid);
        if lost {
            self.connection_status(guid, true);
        }
        Ok(())
    }

    fn chat_reply(&mut self, guid: Guid) {
        let Some(room) = self.rooms.get(&guid) else { return };
        let mut intrinsics = room.customer.intrinsics.clone();
        intrinsics["name"] = json!(room.customer.name);
        let fields = json!({
            "guid": guid,
            "authenticationKey": room.customer.key,
            "intrinsics": intrinsics,
            "webOnHoldComfortGroups": self.setup.comfort_groups,
            "webOnHoldURLs": self.setup.hold_urls,
        });
        let kind = match self.quirks.chat_answer {
            ChatAnswer::Notification => "notification",
            ChatAnswer::NewChatAcknowledgement => "newChatAcknowledgement",
        };
        self.tell_customer(guid, envelope(kind, "requestChat", fields));
    }

    /// A customer socket ended without closing the conversation.
    pub(crate) fn customer_gone(&mut self, conn: ConnId) {
        let Some(guid) = self.customer_conns.remove(&conn) else { return };
        let now = self.now;
        let Some(room) = self.rooms.get_mut(&guid) else { return };
        if room.customer.conn != Some(conn) {
            return;
        }
        room.customer.conn = None;
        if room.is_open() && !room.customer.gone {
            room.customer.lost_at = Some(now);
            self.connection_status(guid, false);
        }
    }

    fn connection_status(&mut self, guid: Guid, connected: bool) {
        let Some(room) = self.rooms.get(&guid) else { return };
        let everyone = room.everyone_but("");
        let fields = json!({ "guid": guid, "isConnected": connected, "timestamp": self.now });
        self.tell_members(&everyone, guid, &notification("customerConnectionStatus", fields));
    }

    fn customer_name(&self, room: &Room) -> String {
        let name = &room.customer.name;
        if name.is_empty() { self.setup.customer_label.clone() } else { name.clone() }
    }
}

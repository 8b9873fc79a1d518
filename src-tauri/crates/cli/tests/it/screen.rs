//! What somebody who reads the lines of `desk agent` knows.

use serde_json::{Value, json};

use crate::program::Program;

/// A desk and what its updates have shown so far.
pub(crate) struct Screen {
    pub(crate) desk: Program,
    /// The lines that are no updates, oldest first.
    pub(crate) others: Vec<Value>,
    pub(crate) session: Value,
    contacts: Vec<Value>,
    items: Vec<Value>,
}

impl Screen {
    pub(crate) fn of(desk: Program) -> Self {
        Self { desk, others: vec![], session: Value::Null, contacts: vec![], items: vec![] }
    }

    /// Sends a command; its reply comes when it comes.
    pub(crate) async fn command(&mut self, command: &str, args: Value) {
        self.desk
            .say(&json!({ "id": command, "command": command, "args": args }).to_string())
            .await;
    }

    /// Sends a command and waits for its reply.
    pub(crate) async fn ask(&mut self, command: &str, args: Value) -> Value {
        self.command(command, args).await;
        loop {
            let line = self.next().await;
            if line["id"] == command {
                return line;
            }
        }
    }

    /// Signs in and waits until that is over, well or not.
    pub(crate) async fn sign_in(&mut self, user: &str, password: &str) {
        let who = json!({ "user": user, "domain": "demo", "password": password });
        // What an earlier attempt has left behind must not be taken for the end of this one.
        self.session = Value::Null;
        let reply = self.ask("sign_in", who).await;
        assert!(reply["error"].is_null(), "{reply}");
        self.until("the sign-in is over", |screen| {
            let phase = &screen.session["phase"];
            *phase == "signed_in"
                || (*phase == "signed_out" && screen.session["failure"] != Value::Null)
        })
        .await;
    }

    /// Reads lines until something is so.
    pub(crate) async fn until(&mut self, what: &str, so: impl Fn(&Self) -> bool) {
        let waiting = async {
            while !so(self) {
                self.next().await;
            }
        };
        if tokio::time::timeout(crate::program::LIMIT, waiting).await.is_err() {
            panic!("{what}: in vain; {} {:?}", self.session, self.others);
        }
    }

    /// The only contact.
    pub(crate) fn contact(&self) -> &Value {
        self.contacts.first().unwrap_or(&Value::Null)
    }

    /// Where the only contact stands.
    pub(crate) fn phase(&self) -> &str {
        self.contact()["phase"].as_str().unwrap_or("none")
    }

    /// The row with this text.
    pub(crate) fn row(&self, text: &str) -> Option<&Value> {
        self.items.iter().rev().find(|item| item["content"]["text"] == text)
    }

    async fn next(&mut self) -> Value {
        let line = self.desk.json().await;
        let update = &line["update"];
        if update.is_null() {
            self.others.push(line.clone());
            return line;
        }
        if !update["snapshot"].is_null() {
            self.session = update["snapshot"]["session"].clone();
            self.contacts = array(&update["snapshot"]["contacts"]).to_vec();
        }
        for change in array(&update["changes"]) {
            let to = change["to"].clone();
            match change["change"].as_str().expect("a change has a name") {
                "session" => self.session = to,
                "contact" => {
                    self.contacts.retain(|contact| contact["key"] != to["key"]);
                    self.contacts.push(to);
                }
                "contact_gone" => self.contacts.retain(|contact| contact["key"] != to["key"]),
                "timeline" => self.items.extend_from_slice(array(&to["items"])),
                _ => {}
            }
        }
        line
    }
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

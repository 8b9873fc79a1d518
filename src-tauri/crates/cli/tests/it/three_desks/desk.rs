//! One of the three: commands about the only contact, and what its updates show of it.

use std::path::Path;

use serde_json::{Value, json};

use crate::program::Program;
use crate::screen::Screen;

/// A process `desk agent` with somebody signed in.
pub(super) struct Desk(Screen);

impl Desk {
    pub(super) async fn signed_in(settings: &Path, user: &str) -> Self {
        let mut screen = Screen::of(Program::agent(settings));
        screen.sign_in(user, "demo").await;
        assert_eq!(screen.session["phase"], "signed_in", "{}", screen.session);
        Self(screen)
    }

    pub(super) async fn ready(settings: &Path, user: &str) -> Self {
        let mut desk = Self::signed_in(settings, user).await;
        desk.goes(true).await;
        desk
    }

    /// Goes Ready or Not Ready and sees it.
    pub(super) async fn goes(&mut self, ready: bool) {
        let code = if ready { Value::Null } else { json!("1") };
        let order = json!({ "ready": ready, "reason_code": code });
        let reply = self.0.ask("set_ready", order).await;
        assert!(reply["error"].is_null(), "{reply}");
        self.sees_ready(ready).await;
    }

    pub(super) async fn sees_ready(&mut self, ready: bool) {
        let wanted = if ready { "ready" } else { "not_ready" };
        self.0.until(wanted, |screen| screen.session["readiness"]["actual"] == wanted).await;
    }

    /// Gives a command about the only contact; it is taken.
    pub(super) async fn does(&mut self, command: &str, args: Value) -> Value {
        let reply = self.asks(command, args).await;
        assert!(reply["error"].is_null(), "{command}: {reply}");
        reply["ok"].clone()
    }

    /// Gives a command about the only contact; gives the code of its refusal.
    pub(super) async fn is_refused(&mut self, command: &str, args: Value) -> String {
        let reply = self.asks(command, args).await;
        reply["error"]["code"].as_str().unwrap_or_else(|| panic!("{command}: {reply}")).to_owned()
    }

    async fn asks(&mut self, command: &str, mut args: Value) -> Value {
        args["contact"] = self.0.contact()["key"].clone();
        self.0.ask(command, args).await
    }

    /// Gives a command about none.
    pub(super) async fn orders(&mut self, command: &str, args: Value) -> Value {
        self.0.ask(command, args).await
    }

    /// Waits until something is so of the only contact.
    pub(super) async fn until(&mut self, what: &str, so: impl Fn(&Value) -> bool) {
        self.0.until(what, |screen| so(screen.contact())).await;
    }

    /// Waits for an offer and accepts it.
    pub(super) async fn accepts(&mut self) {
        self.sees_offer().await;
        self.does("accept", json!({})).await;
        self.until("the room", |contact| contact["phase"] == "active").await;
    }

    pub(super) async fn sees_offer(&mut self) {
        self.until("an offer", |contact| contact["phase"] == "offered").await;
    }

    pub(super) async fn sees_part(&mut self, part: &str) {
        let so = |contact: &Value| contact["part"] == part && contact["phase"] == "active";
        self.until(part, so).await;
    }

    pub(super) async fn sees_step(&mut self, step: &str) {
        self.until(step, |contact| contact["joint"]["step"] == step).await;
    }

    /// Waits until no agent but observers is there beside this one.
    pub(super) async fn sees_alone(&mut self) {
        self.until("no other agent", |contact| {
            let all = contact["participants"].as_array().into_iter().flatten();
            let mut others = all.filter(|one| one["me"] == false && one["role"] != "observer");
            contact["joint"].is_null() && others.next().is_none()
        })
        .await;
    }

    pub(super) async fn sees_gone(&mut self) {
        self.until("the contact go", Value::is_null).await;
    }

    /// Says a line to everybody or to the agents, and sees it delivered.
    pub(super) async fn says(&mut self, audience: &str, text: &str) {
        self.does("send", json!({ "audience": audience, "text": text })).await;
        self.0
            .until("the tick", |screen| {
                let row = screen.row(text);
                row.is_some_and(|row| row["content"]["send"]["state"] == "delivered")
            })
            .await;
    }

    /// Types the beginning of a whisper.
    pub(super) async fn types_whisper(&mut self, text: &str) {
        self.does("set_draft", json!({ "audience": "whisper", "text": text })).await;
    }

    /// Waits until another agent types a whisper.
    pub(super) async fn sees_whisper_typed(&mut self) {
        self.until("somebody typing a whisper", |contact| {
            let mut all = contact["typing"].as_array().into_iter().flatten();
            all.any(|one| one["whisper"] == true && one["customer"] == false)
        })
        .await;
    }

    /// Waits for a line of somebody else.
    pub(super) async fn reads(&mut self, audience: &str, text: &str) {
        self.0
            .until(text, |screen| {
                screen.row(text).is_some_and(|row| row["content"]["audience"] == audience)
            })
            .await;
    }

    /// Closes the only contact with a reason and sees it go.
    pub(super) async fn closes(&mut self) {
        self.does("close", json!({})).await;
        self.finishes().await;
    }

    /// Fills in the closing form and sees the contact go.
    pub(super) async fn finishes(&mut self) {
        self.until("the closing form", |contact| contact["wrap_up"]["state"]["is"] == "open").await;
        let form = json!({ "reason": "2", "note": "", "send_transcript": false });
        self.does("finish", form).await;
        self.sees_gone().await;
    }

    /// What may be done with the only contact, by name: `yes`, or the reason why not.
    pub(super) fn may(&self, action: &str) -> &str {
        let possible = &self.0.contact()["actions"][action];
        let word = if possible["is"] == "no" { &possible["why"] } else { &possible["is"] };
        word.as_str().unwrap_or_else(|| panic!("{action}: {possible}"))
    }

    /// The end of the input: signs out and ends well.
    pub(super) async fn ends(self) {
        let end = self.0.desk.end().await;
        assert!(end.status.success(), "{end:?}");
        assert_eq!(end.err, "");
    }
}

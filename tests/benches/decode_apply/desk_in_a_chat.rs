//! A desk in the middle of a chat, without sockets or clock: it hears what was recorded.

use std::collections::BTreeMap;

use desk_core::cct::{CctConfig, CctInput, CctOutput, HttpReply, SignIn as CctSignIn};
use desk_core::contact::{ContactKey, Phase};
use desk_core::desk::SignIn;
use desk_core::ewc::{ConnectionId, EwcConfig, EwcInput, EwcOutput};
use desk_core::{Desk, DeskConfig, Effect, Millis};
use log_safe::Secret;
use serde_json::Value;

use crate::recording::{Recording, element};

/// The desk, and when it is there.
pub(crate) struct DeskInAChat {
    pub(crate) desk: Desk,
    pub(crate) now: Millis,
    pub(crate) connection: ConnectionId,
    chat: Option<ContactKey>,
}

impl DeskInAChat {
    /// Signs in, goes Ready and takes the chat, by what was recorded.
    pub(crate) fn replay(recording: &Recording) -> Self {
        let url = |scheme: &str| format!("{scheme}://recorded.example:1/x/");
        let cct = CctConfig::new(vec![url("http")]);
        let config = DeskConfig::new(cct, EwcConfig { url: url("ws"), auto_reconnect: true });
        let now = Millis(1_760_000_000_000);
        let mut scene =
            Self { desk: Desk::new(config, now), now, connection: ConnectionId(0), chat: None };
        let cct = CctSignIn {
            user: "ann".to_owned(),
            domain: "demo".to_owned(),
            password: Secret::new("demo"),
            agent_id: None,
        };
        let sign_in = SignIn { cct, ccmm_password: None };
        scene.desk.sign_in(now, sign_in).expect("nobody is signed in");
        let mut heard = BTreeMap::new();
        for _ in 0..10_000 {
            if scene.step(recording, &mut heard) {
                return scene;
            }
        }
        panic!("the recording does not lead into the chat");
    }

    /// How many rows the chat has.
    pub(crate) fn rows(&self) -> usize {
        let contact = self.chat.and_then(|key| self.desk.contact(key));
        contact.map_or(0, |contact| contact.timeline.items().len())
    }

    /// Does what the desk wants next; true once it is in the chat.
    fn step(&mut self, recording: &Recording, heard: &mut BTreeMap<String, usize>) -> bool {
        if let Some(effect) = self.desk.poll_effect() {
            match effect {
                Effect::Cct(CctOutput::Call { call, url, body, .. }) => {
                    let service = url.rsplit('/').next().unwrap_or_default();
                    let reply = answer(recording, heard, service, &body);
                    let outcome = Ok(HttpReply { status: 200, body: reply });
                    self.desk.handle_cct(self.now, CctInput::Replied { call, outcome });
                }
                Effect::Ewc(EwcOutput::Open { connection, .. }) => {
                    self.connection = connection;
                    self.desk.handle_ewc(self.now, EwcInput::Opened { connection });
                }
                Effect::Ewc(EwcOutput::Transmit { connection, text }) => {
                    self.answer_frame(recording, connection, &text);
                }
                Effect::Cct(_)
                | Effect::Ewc(_)
                | Effect::Attention(_)
                | Effect::OpenLink(_)
                | Effect::OpenPop(_)
                | Effect::ClosePop { .. }
                | Effect::ClosePops => {}
            }
            return false;
        }
        let contact = self.desk.contacts().next().map(|contact| (contact.key, contact.phase));
        match contact {
            Some((key, Phase::Active)) => {
                self.chat = Some(key);
                return true;
            }
            Some((key, Phase::Offered)) => {
                // Until the answer is in, a second click is refused.
                let _ = self.desk.accept(self.now, key);
            }
            _ => {}
        }
        if let Some(deadline) = self.desk.next_deadline() {
            self.now = self.now.max(deadline);
            self.desk.tick(self.now);
        }
        false
    }

    fn answer_frame(&mut self, recording: &Recording, connection: ConnectionId, sent: &str) {
        let sent: Value = serde_json::from_str(sent).expect("the desk sends JSON");
        let method = sent["body"]["method"].clone();
        let answer = recording.frames.iter().find(|frame| frame["body"]["method"] == method);
        if let Some(answer) = answer {
            let text = answer.to_string();
            self.desk.handle_ewc(self.now, EwcInput::Frame { connection, text });
        }
    }
}

/// The next answer to such a request; the last one is given again and again.
fn answer(
    recording: &Recording,
    heard: &mut BTreeMap<String, usize>,
    service: &str,
    body: &str,
) -> String {
    let key = format!("{service}/{}", element(body));
    let Some(answers) = recording.answers.get(&key) else {
        panic!("the recording has no answer to {key}");
    };
    let place = heard.entry(key).or_default();
    let at = (*place).min(answers.len() - 1);
    *place += 1;
    answers[at].clone()
}

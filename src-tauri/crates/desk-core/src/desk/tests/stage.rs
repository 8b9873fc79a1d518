//! The stage of the scenes: a signed-in desk, a server played by hand, and what is drawn.

use cct_wire::{ContactId, Intrinsic};
use serde_json::{Value, json};

use crate::cct::{AgentInfo, CctConfig, CctContact, CctEvent, ContactEnd};
use crate::contact::{ContactKey, Phase};
use crate::desk::{Desk, DeskConfig, SignIn};
use crate::effect::{Cue, Effect};
use crate::ewc::{ConnectionId, EwcConfig, EwcInput, EwcOutput};
use crate::time::Millis;
use crate::timeline::{Author, Content, SendState};

pub(super) const AGENT: &str = "00123";

pub(super) struct Stage {
    pub(super) desk: Desk,
    pub(super) now: Millis,
    /// Frames the desk sent, in order, since last asked.
    frames: Vec<Value>,
    pub(super) cues: Vec<Cue>,
    pub(super) opened: Vec<u64>,
    /// Screen pops that were ordered, and those that were closed.
    pub(super) pops: Vec<crate::effect::PopOrder>,
    pub(super) closed_pops: Vec<(ContactKey, crate::contact::PopId)>,
    pub(super) all_pops_closed: bool,
}

impl Stage {
    /// Nobody is signed in.
    pub(super) fn new() -> Self {
        Self::with(|_| ())
    }

    pub(super) fn with(change: impl FnOnce(&mut DeskConfig)) -> Self {
        let cct = CctConfig::new(vec!["http://cct.test:9084/SOAOICCT/services/".to_owned()]);
        let url = "ws://ewc.test:8081/AgentControllerWeb/chat".to_owned();
        let mut config = DeskConfig::new(cct, EwcConfig { url, auto_reconnect: true });
        change(&mut config);
        let now = Millis(1_000_000_000_000);
        let mut desk = Desk::new(config, now);
        desk.deaf_to_cct = true;
        Self {
            desk,
            now,
            frames: Vec::new(),
            cues: Vec::new(),
            opened: Vec::new(),
            pops: Vec::new(),
            closed_pops: Vec::new(),
            all_pops_closed: false,
        }
    }

    /// Signed in and Ready.
    pub(super) fn signed_in() -> Self {
        Self::new().sign_in()
    }

    pub(super) fn sign_in(mut self) -> Self {
        self.desk.sign_in(self.now, sign_in()).unwrap();
        self.cct(CctEvent::Up { server: "cct.test:9084".into() });
        self.cct(CctEvent::SignedIn(agent()));
        self.cct(CctEvent::Ready { ready: true, reason_code: None });
        self.connect();
        self.frames.clear();
        self
    }

    /// The newest connection opens and the log-in is taken.
    pub(super) fn connect(&mut self) {
        self.ewc(|connection| EwcInput::Opened { connection });
        self.say(&json!({"method": "agentLogin", "loginSuccess": true}));
    }

    /// One chat of Maria's, accepted and entered; its guid is 7.
    pub(super) fn chatting() -> (Self, ContactKey) {
        let mut stage = Self::signed_in();
        let key = stage.chat(7);
        (stage, key)
    }

    pub(super) fn chat(&mut self, guid: u64) -> ContactKey {
        let key = self.offer(guid);
        self.desk.accept(self.now, key).unwrap();
        self.cct(CctEvent::Answered(cct_id(guid)));
        self.say(&room(guid, &json!([])));
        self.frames();
        key
    }

    pub(super) fn offer(&mut self, guid: u64) -> ContactKey {
        self.cct(CctEvent::Offered(contact(guid)));
        let found = self.desk.contacts().find(|c| *c.cct_id() == cct_id(guid));
        found.unwrap().key
    }

    pub(super) fn cct(&mut self, event: CctEvent) {
        self.desk.play_cct(self.now, event);
        self.carry_out();
    }

    pub(super) fn ended(&mut self, guid: u64, end: ContactEnd) {
        self.cct(CctEvent::Ended { contact: cct_id(guid), end });
    }

    pub(super) fn ewc(&mut self, input: impl FnOnce(ConnectionId) -> EwcInput) {
        let connection = ConnectionId(*self.opened.last().unwrap());
        self.desk.handle_ewc(self.now, input(connection));
        self.carry_out();
    }

    /// A notification.
    pub(super) fn say(&mut self, body: &Value) {
        self.frame("notification", body);
    }

    pub(super) fn frame(&mut self, kind: &str, body: &Value) {
        let text = json!({"apiVersion": "1.0", "type": kind, "body": body}).to_string();
        self.ewc(|connection| EwcInput::Frame { connection, text });
    }

    pub(super) fn acknowledge(&mut self, guid: u64) {
        let body = json!({"method": "newMessage", "guid": guid, "accepted": true});
        self.frame("acknowledgement", &body);
    }

    pub(super) fn customer_says(&mut self, guid: u64, text: &str) {
        self.say(&json!({
            "method": "newMessage", "guid": guid, "sender": {"type": "customer"},
            "displayName": "Maria", "timestamp": self.now.0, "message": text,
            "messageType": "normal",
        }));
    }

    /// A supervisor looks on: somebody who hears whispers.
    pub(super) fn looked_into(&mut self, guid: u64) {
        self.say(&json!({"method": "activeAgentNotification", "guid": guid, "agentId": "00900",
            "userType": "supervisor_observe"}));
    }

    pub(super) fn pass(&mut self, millis: i64) {
        let until = self.now + millis;
        // Deadline by deadline, as the actor does.
        while let Some(deadline) = self.desk.next_deadline().filter(|at| *at <= until) {
            self.now = self.now.max(deadline);
            self.desk.tick(self.now);
            self.carry_out();
        }
        self.now = until;
        self.desk.tick(until);
        self.carry_out();
    }

    /// The bodies of the frames sent since last asked.
    pub(super) fn frames(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.frames)
    }

    /// The methods of the frames sent since last asked.
    pub(super) fn methods(&mut self) -> Vec<String> {
        self.frames().iter().map(|body| body["method"].as_str().unwrap().to_owned()).collect()
    }

    pub(super) fn carry_out(&mut self) {
        while let Some(effect) = self.desk.poll_effect() {
            match effect {
                Effect::Ewc(EwcOutput::Open { connection, .. }) => self.opened.push(connection.0),
                Effect::Ewc(EwcOutput::Transmit { text, .. }) => {
                    let frame: Value = serde_json::from_str(&text).unwrap();
                    self.frames.push(frame["body"].clone());
                }
                Effect::Attention(cue) => self.cues.push(cue),
                Effect::OpenPop(order) => self.pops.push(order),
                Effect::ClosePop { contact, pop } => self.closed_pops.push((contact, pop)),
                Effect::ClosePops => self.all_pops_closed = true,
                Effect::Ewc(_) | Effect::Cct(_) | Effect::OpenLink(_) => {}
            }
        }
    }

    pub(super) fn phase(&self, key: ContactKey) -> Phase {
        self.desk.contact(key).unwrap().phase
    }

    /// The timeline as the agent reads it.
    pub(super) fn rows(&self, key: ContactKey) -> Vec<String> {
        let items = self.desk.contact(key).unwrap().timeline.items();
        items.iter().map(|item| row(&item.content)).collect()
    }
}

fn row(content: &Content) -> String {
    match content {
        Content::Line(line) => {
            let who = match line.author {
                Author::Me => "me",
                Author::Customer => "customer",
                Author::Agent => "agent",
                Author::System => "system",
            };
            let whisper =
                if line.audience == ewc_wire::Audience::Whisper { " whispers" } else { "" };
            format!("{who}{whisper}: {}{}", line.text.as_str(), sent(line.send.as_ref()))
        }
        Content::Page(page) => format!("page: {}{}", page.url.as_str(), sent(page.send.as_ref())),
        Content::Welcome(text) => format!("welcome: {}", text.as_str()),
        Content::Comfort(text) => format!("comfort: {}", text.as_str()),
        Content::Event(event, _) => format!("* {event:?}"),
        Content::CompleteUntil => "--".to_owned(),
    }
}

fn sent(state: Option<&SendState>) -> String {
    match state {
        None => String::new(),
        Some(SendState::Refused(_)) => " [refused]".to_owned(),
        Some(state) => format!(" [{}]", format!("{state:?}").to_lowercase()),
    }
}

pub(super) fn sign_in() -> SignIn {
    let cct = crate::cct::SignIn {
        user: "ann".into(),
        domain: "TEST".into(),
        password: "pw".into(),
        agent_id: None,
    };
    SignIn { cct, ccmm_password: None }
}

pub(super) fn agent() -> AgentInfo {
    AgentInfo { id: AGENT.into(), name: "Ann".into(), supervisor: false }
}

pub(super) fn cct_id(guid: u64) -> ContactId {
    ContactId(format!("cct-{guid}"))
}

pub(super) fn contact(guid: u64) -> CctContact {
    let intrinsic = |key: &str, value: &str| Intrinsic {
        key: key.into(),
        value: value.into(),
        immutable: true,
    };
    CctContact {
        id: cct_id(guid),
        guid: Some(ewc_wire::Guid(guid)),
        types: vec!["Web_Communications".into()],
        intrinsics: vec![
            intrinsic("CONTACTID", &guid.to_string()),
            intrinsic("Skillset", "WC_Sales"),
            intrinsic("FROMADDRESS", "maria@example.org"),
        ],
        from: None,
        consult: false,
        can: crate::cct::Can::default(),
        since: Millis(0),
    }
}

pub(super) fn room(guid: u64, transcript: &Value) -> Value {
    json!({
        "method": "agentJoinRoom", "guid": guid, "deviceType": "kiosk",
        "previousTranscripts": 2, "conversationTranscript": {"messages": transcript},
        "currentParticipantList": {"participants": [
            {"agentId": AGENT, "userType": "active_participant"},
        ]},
        "timerList": {"desirableResponseToCust_inSeconds": 30, "emailChatLogToCustomer": true},
        "resources": {}, "frequentlyUsedPhraseList": [],
        "pagePushURLList": [{"skillset": "all", "urls": [
            {"url": "www.example.org/help", "description": "Help"},
        ]}],
    })
}

pub(super) fn reasons(method: &str, guid: u64) -> Value {
    json!({"method": method, "guid": guid, "closedReasonCodes": {
        "defaultReasonCode": 2,
        "codes": [{"id": 1, "closedReason": "Sold"}, {"id": 2, "closedReason": "Answered"}],
    }})
}

pub(super) fn line(who: &str, text: &str, at: i64) -> Value {
    let sender = match who {
        "customer" => json!({"type": "customer"}),
        agent => json!({"type": "agent", "agentId": agent}),
    };
    json!({"type": "message", "sender": sender, "displayName": who, "timestamp": at,
        "message": text, "messageType": "normal"})
}

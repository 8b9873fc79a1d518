//! Any order of commands, frames, events and time: no text reaches another room or audience, none
//! is lost, and nothing is called delivered that the server does not have.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use ewc_wire::Audience::{self, Normal, Whisper};
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};
use proptest::test_runner::Config;
use serde_json::{Value, json};

use super::stage::{AGENT, Stage, cct_id, contact, reasons, room};
use crate::cct::{CctEvent, ContactEnd};
use crate::contact::ContactKey;
use crate::ewc::EwcInput;
use crate::failure::{Failure, FailureKind, LinkFailure};
use crate::notice::NoticeKind;
use crate::timeline::{Content, SendState};

const ROOMS: u64 = 4;

#[derive(Debug, Clone)]
enum Step {
    Offer,
    Accept,
    Decline,
    Refused(bool),
    Answered,
    Ended(bool),
    Facts,
    Enter,
    Select,
    Draft(Audience),
    Send(Audience),
    SendAgain,
    Discard,
    Close,
    Note,
    Finish,
    Reasons(bool),
    Closed(bool),
    Exit,
    CustomerSays,
    /// The server takes the oldest line on the wire; it acknowledges and echoes it, or not.
    Reads {
        acknowledges: bool,
        echoes: bool,
    },
    Acknowledges,
    Echoes,
    Error(&'static str),
    Lose,
    Connect,
    Reconnect,
    Distrust,
    Pass(i64),
}

fn step() -> impl Strategy<Value = (u64, Step)> {
    let audience = prop_oneof![Just(Normal), Just(Whisper)];
    const ERRORS: [&str; 4] =
        ["newMessage", "agentJoinRoom", "agentQuitChat", "agentSetClosedReason"];
    let step = prop_oneof![
        2 => Just(Step::Offer),
        2 => Just(Step::Accept),
        1 => Just(Step::Decline),
        1 => any::<bool>().prop_map(Step::Refused),
        2 => Just(Step::Answered),
        1 => any::<bool>().prop_map(Step::Ended),
        1 => Just(Step::Facts),
        8 => Just(Step::Enter),
        2 => Just(Step::Select),
        4 => audience.clone().prop_map(Step::Draft),
        12 => audience.prop_map(Step::Send),
        3 => Just(Step::SendAgain),
        1 => Just(Step::Discard),
        1 => Just(Step::Close),
        1 => Just(Step::Note),
        1 => Just(Step::Finish),
        1 => any::<bool>().prop_map(Step::Reasons),
        1 => any::<bool>().prop_map(Step::Closed),
        1 => Just(Step::Exit),
        3 => Just(Step::CustomerSays),
        12 => any::<(bool, bool)>().prop_map(|(acknowledges, echoes)| {
            Step::Reads { acknowledges, echoes }
        }),
        8 => Just(Step::Acknowledges),
        5 => Just(Step::Echoes),
        2 => prop::sample::select(&ERRORS[..]).prop_map(Step::Error),
        3 => Just(Step::Lose),
        6 => Just(Step::Connect),
        1 => Just(Step::Reconnect),
        1 => Just(Step::Distrust),
        6 => prop::sample::select(&[100_i64, 1_000, 3_000, 5_000, 30_000][..]).prop_map(Step::Pass),
    ];
    (0..ROOMS, step)
}

/// What the server has of a room, and what is on the way to it and back.
struct World {
    stage: Stage,
    texts: u64,
    has: BTreeMap<u64, Vec<(String, String, Audience)>>,
    wire: VecDeque<(u64, String, Audience)>,
    acknowledgements: VecDeque<u64>,
    echoes: VecDeque<(u64, String, Audience)>,
    /// Own lines that must not be lost, with the contact they were written for.
    written: BTreeMap<String, ContactKey>,
    states: BTreeMap<String, SendState>,
    /// Where the desk may say that it types: the draft of this step, and what was told before.
    drafting: Option<(u64, Audience)>,
    told: BTreeSet<(u64, bool)>,
    kept: Vec<String>,
}

fn mark(audience: Audience) -> char {
    if audience == Whisper { 'w' } else { 'n' }
}

impl World {
    fn new() -> Self {
        let mut stage = Stage::signed_in();
        // Every chat begins entered: the steps do the rest.
        for guid in 0..ROOMS {
            stage.chat(guid);
            stage.looked_into(guid);
        }
        Self {
            stage,
            texts: 0,
            has: BTreeMap::new(),
            wire: VecDeque::new(),
            acknowledgements: VecDeque::new(),
            echoes: VecDeque::new(),
            written: BTreeMap::new(),
            states: BTreeMap::new(),
            drafting: None,
            told: BTreeSet::new(),
            kept: Vec::new(),
        }
    }

    fn key(&self, guid: u64) -> ContactKey {
        let found = self.stage.desk.contacts().find(|contact| *contact.cct_id() == cct_id(guid));
        found.map_or(ContactKey(u64::MAX), |contact| contact.key)
    }

    /// A text that says for whom it was written.
    fn text(&mut self, kind: &str, guid: u64, audience: Audience) -> String {
        self.texts += 1;
        format!("{kind}{guid}{}{}", mark(audience), self.texts)
    }

    fn is_connected(&self) -> bool {
        use crate::session_state::LinkState;
        self.stage.desk.session().get().chat_server.state == LinkState::Up
    }

    fn says(&mut self, body: &Value) {
        if self.is_connected() {
            self.stage.say(body);
        }
    }

    fn take(&mut self, guid: u64, step: &Step) {
        let (now, key) = (self.stage.now, self.key(guid));
        let desk = &mut self.stage.desk;
        // What is not possible is refused; that is all that is asked of it.
        match step {
            Step::Offer => self.stage.cct(CctEvent::Offered(contact(guid))),
            Step::Accept => drop(desk.accept(now, key)),
            Step::Decline => drop(desk.decline(now, key)),
            Step::Refused(answer) => {
                let (contact, why) = (cct_id(guid), Failure::of(FailureKind::ServerFault));
                self.stage.cct(if *answer {
                    CctEvent::AnswerRefused { contact, why }
                } else {
                    CctEvent::RejectRefused { contact, why }
                });
            }
            Step::Answered => self.stage.cct(CctEvent::Answered(cct_id(guid))),
            Step::Ended(active) => self.stage.ended(
                guid,
                if *active { ContactEnd::Released } else { ContactEnd::GoneWhileAlerting },
            ),
            Step::Facts => self.stage.cct(CctEvent::Facts(contact(guid))),
            Step::Enter => self.enter(guid),
            Step::Select => drop(desk.select(&[key])),
            Step::Draft(audience) => {
                let text = self.text("d", guid, *audience);
                self.drafting = Some((guid, *audience));
                let _ = self.stage.desk.set_draft(now, key, *audience, text.into());
            }
            Step::Send(audience) => {
                let text = self.text("m", guid, *audience);
                if self.stage.desk.send(now, key, *audience, &text.as_str().into()).is_ok() {
                    self.written.insert(text, key);
                }
            }
            Step::SendAgain | Step::Discard => {
                let contact = desk.contact(key);
                let item =
                    contact.and_then(|c| c.timeline.own(SendState::is_given_up).first().copied());
                let Some(item) = item else { return };
                let content = desk.contact(key).and_then(|c| c.timeline.item(item)).cloned();
                if matches!(step, Step::SendAgain) {
                    let _ = desk.send_again(now, key, item);
                } else if desk.discard(now, key, item).is_ok()
                    && let Some(Content::Line(line)) = content.map(|item| item.content)
                {
                    self.written.remove(line.text.as_str());
                }
            }
            Step::Close => drop(desk.close(now, key)),
            Step::Note => {
                let reason = Some(ewc_wire::ClosedReasonCode(1));
                let _ = desk.set_wrap_up(now, key, reason, format!("d{guid}note").into(), false);
            }
            Step::Finish => drop(desk.finish(now, key)),
            Step::Reasons(left) => {
                let method = if *left { "customerDisconnect" } else { "agentQuitChat" };
                self.says(&reasons(method, guid));
            }
            Step::Closed(accepted) => {
                let method = "agentSetClosedReason";
                self.says(&json!({"method": method, "guid": guid, "accepted": accepted}));
            }
            Step::Exit => self.says(&json!({"method": "exitRoom", "guid": guid, "agentId": AGENT})),
            Step::CustomerSays => self.customer_says(guid),
            Step::Reads { acknowledges, echoes } => {
                let Some((guid, text, audience)) = self.wire.pop_front() else { return };
                let room = self.has.entry(guid).or_default();
                room.push((AGENT.to_owned(), text.clone(), audience));
                if *acknowledges {
                    self.acknowledgements.push_back(guid);
                }
                if *echoes {
                    self.echoes.push_back((guid, text, audience));
                }
            }
            Step::Acknowledges => {
                if let Some(guid) = self.acknowledgements.pop_front() {
                    self.stage.acknowledge(guid);
                }
            }
            Step::Echoes => {
                let Some((guid, text, audience)) = self.echoes.pop_front() else { return };
                let kind = if audience == Whisper { "whisper" } else { "normal" };
                self.stage.say(&json!({"method": "newMessage", "guid": guid, "message": text,
                    "sender": {"type": "agent", "agentId": AGENT}, "messageType": kind}));
            }
            Step::Error(method) => {
                // An error names no line: one that came when another line is open would be about
                // that one, as far as anybody can tell.
                let open = self.wire.front().and_then(|line| self.states.get(&line.1));
                let is_line = *method == "newMessage";
                if self.is_connected() && (!is_line || open == Some(&SendState::InFlight)) {
                    if is_line {
                        self.wire.pop_front();
                    }
                    let body = json!({"method": method, "code": 1, "errorMessage": "no"});
                    self.stage.frame("error", &body);
                }
            }
            Step::Lose => {
                self.stage
                    .ewc(|connection| EwcInput::Failed { connection, why: LinkFailure::Lost });
            }
            Step::Connect => self.stage.connect(),
            Step::Reconnect => drop(desk.reconnect(now)),
            Step::Distrust => desk.distrust_connections(now),
            Step::Pass(millis) => self.pass(*millis),
        }
        self.stage.carry_out();
    }

    fn customer_says(&mut self, guid: u64) {
        let text = self.text("c", guid, Normal);
        let room = self.has.entry(guid).or_default();
        room.push(("customer".to_owned(), text.clone(), Normal));
        if self.is_connected() {
            self.stage.customer_says(guid, &text);
        }
    }

    /// The server answers a join; the rows then stand in its order.
    fn enter(&mut self, guid: u64) {
        let asked =
            self.stage.desk.contact(self.key(guid)).is_some_and(|c| c.join_request.is_some());
        if !asked {
            return;
        }
        let has = self.has.get(&guid).cloned().unwrap_or_default();
        let transcript: Vec<Value> = has
            .iter()
            .map(|(who, text, audience)| {
                let mut line = super::stage::line(who, text, self.stage.now.0);
                line["messageType"] =
                    json!(if *audience == Whisper { "whisper" } else { "normal" });
                line
            })
            .collect();
        self.stage.say(&room(guid, &json!(transcript)));
        let Some(contact) = self.stage.desk.contact(self.key(guid)) else { return };
        let rows: Vec<&str> = contact
            .timeline
            .items()
            .iter()
            .filter_map(|item| match &item.content {
                Content::Line(line) => Some(line.text.as_str()),
                _ => None,
            })
            .filter(|text| has.iter().any(|(_, known, _)| known == text))
            .collect();
        let server: Vec<&str> = has.iter().map(|(_, text, _)| text.as_str()).collect();
        assert_eq!(rows, server, "the server's order counts");
    }

    /// Deadline by deadline: each tick must leave the next one in the future.
    fn pass(&mut self, millis: i64) {
        let until = self.stage.now + millis;
        while let Some(at) = self.stage.desk.next_deadline().filter(|at| *at <= until) {
            self.stage.now = self.stage.now.max(at);
            self.stage.desk.tick(self.stage.now);
            self.stage.carry_out();
            let next = self.stage.desk.next_deadline();
            assert!(next.is_none_or(|next| next > self.stage.now), "a deadline does not move");
            // What was sent meanwhile is on the wire before the next thing happens.
            self.sent();
        }
        self.stage.now = until;
    }

    /// Looks at every frame that left: its room and audience are those of the text.
    fn sent(&mut self) {
        for frame in self.stage.frames() {
            let guid = frame["guid"].as_u64();
            let whisper = frame["messageType"] == "whisper";
            let audience = if whisper { Whisper } else { Normal };
            match frame["method"].as_str() {
                Some("newMessage") => {
                    let (guid, text) = (guid.unwrap(), frame["message"].as_str().unwrap());
                    let wanted = format!("m{guid}{}", mark(audience));
                    assert!(text.starts_with(&wanted), "{text} left in {guid} as {audience:?}");
                    self.wire.push_back((guid, text.to_owned(), audience));
                }
                Some("isTyping") => {
                    let guid = guid.unwrap();
                    if frame["isTyping"] == true {
                        assert_eq!(self.drafting, Some((guid, audience)), "typing leaks");
                        self.told.insert((guid, whisper));
                    } else {
                        assert!(self.told.contains(&(guid, whisper)), "{guid} was not typed in");
                    }
                }
                // A new connection: what was on the old one's way is gone, or was read.
                Some("agentLogin") => {}
                _ => {}
            }
        }
    }

    fn check(&mut self) {
        for contact in self.stage.desk.contacts() {
            let guid = contact.guid().unwrap().0;
            for audience in [Normal, Whisper] {
                let draft = contact.drafts.text(audience).as_str();
                let own = format!("d{guid}{}", mark(audience));
                assert!(draft.is_empty() || draft.starts_with(&own), "{draft} in {guid}");
            }
        }
        for notice in self.stage.desk.notices().get() {
            if let NoticeKind::UndeliveredText { text, .. } = &notice.what {
                self.kept.push(text.as_str().to_owned());
            }
        }
        let mut states = BTreeMap::new();
        for (text, key) in &self.written {
            let Some(contact) = self.stage.desk.contact(*key) else {
                let safe = matches!(
                    self.states.get(text),
                    None | Some(SendState::Sent | SendState::Delivered | SendState::InFlight)
                );
                assert!(safe || self.kept.contains(text), "{text} went with its contact");
                continue;
            };
            let rows: Vec<&SendState> = contact
                .timeline
                .items()
                .iter()
                .filter(|item| {
                    matches!(&item.content, Content::Line(line) if line.text.as_str() == text)
                })
                .filter_map(|item| item.content.send())
                .collect();
            assert_eq!(rows.len(), 1, "{text} stands {} times", rows.len());
            if *rows[0] == SendState::Delivered {
                let guid = contact.guid().unwrap().0;
                let has = self.has.get(&guid).is_some_and(|room| room.iter().any(|r| r.1 == *text));
                assert!(has, "{text} is called delivered and the server has it not");
            }
            states.insert(text.clone(), rows[0].clone());
        }
        self.states = states;
        self.kept.sort();
        self.kept.dedup();
    }
}

proptest! {
    #![proptest_config(Config { cases: 150, ..Config::default() })]

    #[test]
    fn nothing_leaks_and_nothing_is_lost(steps in prop::collection::vec(step(), 1..120)) {
        let mut world = World::new();
        for (guid, step) in steps {
            let connections = world.stage.opened.len();
            let was_connected = world.is_connected();
            world.drafting = None;
            world.take(guid, &step);
            if (was_connected && !world.is_connected()) || world.stage.opened.len() != connections {
                // What was on the old connection's way, in both directions, is gone.
                world.wire.clear();
                world.acknowledgements.clear();
                world.echoes.clear();
            }
            world.sent();
            world.check();
        }
    }
}

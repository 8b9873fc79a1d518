//! Any order of consults, transfers, conferences, barges, whispers and losses in several rooms, with
//! a server that says anything at any time: no whisper becomes normal, no text reaches another room,
//! nothing written is lost, and no step waits for ever.

use std::collections::{BTreeMap, BTreeSet};

use ewc_wire::Audience::{self, Normal, Whisper};
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};
use proptest::test_runner::Config;
use serde_json::{Value, json};

use super::colleagues::{ACTIVE, BEN, PASSIVE, VERA};
use super::stage::{AGENT, Stage, cct_id, contact, reasons, room};
use crate::cct::{CctEvent, ContactEnd};
use crate::contact::{ContactKey, Part, Phase, Step};
use crate::ewc::EwcInput;
use crate::failure::LinkFailure;
use crate::notice::{NoticeKind, OfferEnd};
use crate::session_state::LinkState;
use crate::timeline::{Content, SendState, SuggestionState};

const ROOMS: u64 = 3;

#[derive(Debug, Clone)]
enum Act {
    List,
    Consult,
    EndConsult,
    Transfer,
    Conference,
    Skillset,
    ChangeOwner,
    Drop,
    Leave,
    CloseConference,
    Close,
    Finish,
    Draft(Audience),
    Send(Audience),
    Suggest,
    Take,
    Decline,
    SendAgain,
    Select,
    Destinations,
    Operation(bool),
    Role(&'static str, &'static str),
    Exit(&'static str),
    Owner(&'static str),
    Barge,
    CustomerLeaves(bool),
    Reasons,
    Closed,
    Acknowledges(&'static str),
    Error(&'static str),
    Says(&'static str, &'static str),
    Suggests,
    CustomerSays,
    Enter(usize),
    Offered,
    Answered,
    Ended,
    Lose,
    Connect,
    Pass(i64),
}

const METHODS: [&str; 8] = [
    "newMessage",
    "agentJoinRoom",
    "operationRequest",
    "dropPassiveParticipant",
    "leaveRoom",
    "changeConferenceOwner",
    "conferenceClose",
    "getDestinations",
];

/// Who a server may list on joining.
const LISTS: [&[(&str, &str)]; 7] = [
    &[(AGENT, ACTIVE)],
    &[(AGENT, ACTIVE), (BEN, PASSIVE)],
    &[(AGENT, ACTIVE), (BEN, ACTIVE)],
    &[(BEN, ACTIVE), (AGENT, PASSIVE)],
    &[(VERA, ACTIVE), (AGENT, PASSIVE), (BEN, PASSIVE)],
    &[(AGENT, ACTIVE), (VERA, "supervisor_observe")],
    &[],
];

fn act() -> impl Strategy<Value = (u64, Act)> {
    let audience = prop_oneof![Just(Normal), Just(Whisper)];
    let agent = || prop::sample::select(&[AGENT, BEN, VERA][..]);
    let other = || prop::sample::select(&[BEN, VERA][..]);
    let role = prop::sample::select(&[ACTIVE, PASSIVE, "supervisor_observe"][..]);
    let kind = prop::sample::select(&["normal", "whisper"][..]);
    let method = || prop::sample::select(&METHODS[..]);
    let agents_own = prop_oneof![
        3 => Just(Act::List),
        8 => Just(Act::Consult),
        3 => Just(Act::EndConsult),
        3 => Just(Act::Transfer),
        3 => Just(Act::Conference),
        3 => Just(Act::Skillset),
        3 => Just(Act::ChangeOwner),
        2 => Just(Act::Drop),
        2 => Just(Act::Leave),
        2 => Just(Act::CloseConference),
        1 => Just(Act::Close),
        1 => Just(Act::Finish),
        4 => audience.clone().prop_map(Act::Draft),
        8 => audience.prop_map(Act::Send),
        2 => Just(Act::Suggest),
        3 => Just(Act::Take),
        1 => Just(Act::Decline),
        2 => Just(Act::SendAgain),
        2 => Just(Act::Select),
    ];
    let servers = prop_oneof![
        6 => Just(Act::Destinations),
        10 => any::<bool>().prop_map(Act::Operation),
        6 => (agent(), role).prop_map(|(agent, role)| Act::Role(agent, role)),
        2 => other().prop_map(Act::Exit),
        1 => agent().prop_map(Act::Exit),
        3 => agent().prop_map(Act::Owner),
        1 => Just(Act::Barge),
        1 => any::<bool>().prop_map(Act::CustomerLeaves),
        1 => Just(Act::Reasons),
        1 => Just(Act::Closed),
        6 => method().prop_map(Act::Acknowledges),
        4 => method().prop_map(Act::Error),
        3 => (other(), kind).prop_map(|(agent, kind)| Act::Says(agent, kind)),
        3 => Just(Act::Suggests),
        1 => Just(Act::CustomerSays),
        6 => (0..LISTS.len()).prop_map(Act::Enter),
        1 => Just(Act::Offered),
        1 => Just(Act::Answered),
        1 => Just(Act::Ended),
    ];
    let act = prop_oneof![
        8 => agents_own,
        10 => servers,
        1 => Just(Act::Lose),
        2 => Just(Act::Connect),
        3 => prop::sample::select(&[100_i64, 2_000, 5_000, 31_000][..]).prop_map(Act::Pass),
    ];
    (0..ROOMS, act)
}

struct World {
    stage: Stage,
    texts: u64,
    /// Own lines that must not be lost: the contact each was written for, and its last state.
    written: BTreeMap<String, (ContactKey, Option<SendState>)>,
    /// The drafts before this act, with their contacts.
    drafts: Vec<(ContactKey, String)>,
    /// Where the desk may say that it types, and where it has.
    drafting: Option<(u64, Audience)>,
    told: BTreeSet<(u64, bool)>,
    kept: BTreeSet<String>,
    /// The rooms where somebody else wrote to the customer before this act.
    silent: BTreeSet<u64>,
}

const fn mark(audience: Audience) -> char {
    match audience {
        Normal => 'n',
        Whisper => 'w',
    }
}

impl World {
    fn new() -> Self {
        let mut stage = Stage::signed_in();
        for guid in 0..ROOMS {
            stage.chat(guid);
            // Lists are there from the start; the acts do the rest.
            let key = stage.desk.key_of_guid(ewc_wire::Guid(guid)).unwrap();
            stage.desk.request_destinations(stage.now, key).unwrap();
            let mut list = super::colleagues::destinations();
            list["guid"] = json!(guid);
            stage.say(&list);
        }
        stage.frames();
        Self {
            stage,
            texts: 0,
            written: BTreeMap::new(),
            drafts: Vec::new(),
            drafting: None,
            told: BTreeSet::new(),
            kept: BTreeSet::new(),
            silent: BTreeSet::new(),
        }
    }

    /// The rooms where this agent may only whisper.
    fn silent(&self) -> BTreeSet<u64> {
        let desk = &self.stage.desk;
        let whispers = |contact: &&crate::contact::Contact| {
            matches!(desk.part(contact), Part::Consulted | Part::Bystander)
                && contact.phase == Phase::Active
        };
        desk.contacts().filter(whispers).filter_map(|c| c.guid().map(|guid| guid.0)).collect()
    }

    fn key(&self, guid: u64) -> ContactKey {
        let key = self.stage.desk.key_of_guid(ewc_wire::Guid(guid));
        key.unwrap_or(ContactKey(u64::MAX))
    }

    /// A text that says for whom it was written: `m` lines, `d` drafts, `s` suggestions of others.
    fn text(&mut self, kind: char, guid: u64, audience: Audience) -> String {
        self.texts += 1;
        format!("{kind}{guid}{}{}.", mark(audience), self.texts)
    }

    fn is_up(&self) -> bool {
        self.stage.desk.session().get().chat_server.state == LinkState::Up
    }

    fn says(&mut self, body: &Value) {
        if self.is_up() {
            self.stage.say(body);
        }
    }

    fn suggestion(&self, key: ContactKey) -> Option<crate::timeline::ItemId> {
        let contact = self.stage.desk.contact(key)?;
        contact.timeline.items().iter().find_map(|item| match &item.content {
            Content::Line(line) => {
                (line.suggestion == Some(SuggestionState::Open)).then_some(item.id)
            }
            _ => None,
        })
    }

    fn agent_acts(&mut self, guid: u64, act: &Act) {
        let (now, key) = (self.stage.now, self.key(guid));
        let whisper = Some(self.text('m', guid, Whisper));
        let desk = &mut self.stage.desk;
        // What is not possible is refused; that is all that is asked of it.
        match act {
            Act::List => drop(desk.request_destinations(now, key)),
            Act::Consult => {
                let brief = whisper.map(Into::into);
                let _ = desk.consult(now, key, &BEN.into(), brief);
            }
            Act::EndConsult => drop(desk.end_consult(now, key)),
            Act::Transfer => drop(desk.complete_transfer(now, key)),
            Act::Conference => drop(desk.complete_conference(now, key)),
            Act::Skillset => {
                let reason = whisper.filter(|_| self.texts.is_multiple_of(2));
                let reason = reason.map(Into::into);
                let _ = desk.transfer_to_skillset(now, key, &"4".into(), reason);
            }
            Act::ChangeOwner => drop(desk.change_owner(now, key)),
            Act::Drop => drop(desk.drop_participant(now, key)),
            Act::Leave => drop(desk.leave_room(now, key)),
            Act::CloseConference => drop(desk.close_conference(now, key)),
            Act::Close => drop(desk.close(now, key)),
            Act::Finish => drop(desk.finish(now, key)),
            Act::Draft(audience) => {
                let text = self.text('d', guid, *audience);
                self.drafting = Some((guid, *audience));
                let _ = self.stage.desk.set_draft(now, key, *audience, text.into());
            }
            Act::Send(audience) => {
                let text = self.text('m', guid, *audience);
                if self.stage.desk.send(now, key, *audience, &text.as_str().into()).is_ok() {
                    self.written.insert(text, (key, None));
                }
            }
            Act::Suggest => {
                let text = self.text('m', guid, Whisper);
                if self.stage.desk.suggest(now, key, &text.as_str().into()).is_ok() {
                    self.written.insert(format!("Suggested reply: {text}"), (key, None));
                }
            }
            Act::Take => {
                self.drafting = Some((guid, Normal));
                if let Some(item) = self.suggestion(key) {
                    let _ = self.stage.desk.take_suggestion(now, key, item);
                }
            }
            Act::Decline => {
                if let Some(item) = self.suggestion(key) {
                    let _ = self.stage.desk.decline_suggestion(now, key, item);
                }
            }
            Act::SendAgain => {
                let given_up = |contact: &crate::contact::Contact| {
                    contact.timeline.own(SendState::is_given_up).first().copied()
                };
                if let Some(item) = desk.contact(key).and_then(given_up) {
                    let _ = desk.send_again(now, key, item);
                }
            }
            Act::Select => drop(desk.select(&[key])),
            _ => {}
        }
    }

    fn server_acts(&mut self, guid: u64, act: &Act) {
        match act {
            Act::Destinations => {
                let mut list = super::colleagues::destinations();
                list["guid"] = json!(guid);
                self.says(&list);
            }
            Act::Operation(success) => {
                self.says(&json!({"method": "operationRequest", "guid": guid, "success": success}))
            }
            Act::Role(agent, role) => self.says(&json!({"method": "activeAgentNotification",
                "guid": guid, "agentId": agent, "userType": role})),
            Act::Exit(agent) => self.says(
                &json!({"method": "exitRoom", "guid": guid, "agentId": agent, "scenario": "x"}),
            ),
            Act::Owner(agent) => self
                .says(&json!({"method": "changeConferenceOwner", "guid": guid, "newOwner": agent})),
            Act::Barge => {
                self.says(&json!({"method": "supervisorBarge", "guid": guid, "supervisorId": VERA}))
            }
            Act::CustomerLeaves(true) => self.says(&reasons("customerDisconnect", guid)),
            Act::CustomerLeaves(false) => {
                self.says(&json!({"method": "customerDisconnect", "guid": guid}));
            }
            Act::Reasons => self.says(&reasons("agentQuitChat", guid)),
            Act::Closed => self
                .says(&json!({"method": "agentSetClosedReason", "guid": guid, "accepted": true})),
            Act::Acknowledges(method) if self.is_up() => {
                let body = json!({"method": method, "guid": guid, "accepted": true});
                self.stage.frame("acknowledgement", &body);
            }
            Act::Error(method) if self.is_up() => self.stage.refuse(method),
            Act::Says(agent, kind) => {
                let text = self.text('c', guid, Normal);
                self.says(&line(guid, agent, kind, &text));
            }
            Act::Suggests => {
                let text = format!("Suggested reply: {}", self.text('s', guid, Whisper));
                self.says(&line(guid, VERA, "whisper", &text));
            }
            Act::CustomerSays if self.is_up() => self.stage.customer_says(guid, "c"),
            Act::Enter(list) => self.enter(guid, LISTS[*list]),
            _ => {}
        }
    }

    fn enter(&mut self, guid: u64, list: &[(&str, &str)]) {
        let contact = self.stage.desk.contact(self.key(guid));
        if contact.is_some_and(|contact| contact.join_request.is_some()) {
            let mut reply = room(guid, &json!([]));
            let listed = |(agent, role): &(&str, &str)| json!({"agentId": agent, "userType": role});
            reply["currentParticipantList"]["participants"] = list.iter().map(listed).collect();
            self.says(&reply);
        }
    }

    fn take(&mut self, guid: u64, act: &Act) {
        self.drafting = None;
        self.silent = self.silent();
        self.drafts.clear();
        for contact in self.stage.desk.contacts() {
            for audience in [Normal, Whisper] {
                let text = contact.drafts.text(audience).as_str();
                if !text.is_empty() {
                    self.drafts.push((contact.key, text.to_owned()));
                }
            }
        }
        match act {
            Act::Offered => self.stage.cct(CctEvent::Offered(contact(guid))),
            Act::Answered => {
                let _ = self.stage.desk.accept(self.stage.now, self.key(guid));
                self.stage.cct(CctEvent::Answered(cct_id(guid)));
            }
            Act::Ended => self.stage.ended(guid, ContactEnd::Released),
            Act::Lose if self.is_up() => {
                self.stage
                    .ewc(|connection| EwcInput::Failed { connection, why: LinkFailure::Lost });
            }
            Act::Connect if !self.is_up() => self.connect(),
            Act::Pass(millis) => self.pass(*millis),
            act => {
                self.agent_acts(guid, act);
                self.server_acts(guid, act);
            }
        }
        self.stage.carry_out();
    }

    fn connect(&mut self) {
        let _ = self.stage.desk.reconnect(self.stage.now);
        self.stage.carry_out();
        self.stage.connect();
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
            self.check();
        }
        self.stage.now = until;
    }

    /// Looks at every frame that left: its room and audience are those of the text.
    fn sent(&mut self) {
        let silent: BTreeSet<u64> = self.silent().intersection(&self.silent).copied().collect();
        for frame in self.stage.frames() {
            let Some(guid) = frame["guid"].as_u64() else { continue };
            let whisper = frame["messageType"] == "whisper";
            match frame["method"].as_str() {
                Some("newMessage") => {
                    let text = frame["message"].as_str().unwrap();
                    let bare = text.strip_prefix("Suggested reply: ").unwrap_or(text);
                    let own = bare.starts_with(&format!("m{guid}{}", mark(Whisper)));
                    let answers = text.starts_with("Suggested reply ")
                        && text.contains(&format!("\"s{guid}"));
                    let announces = text.starts_with("Conference: ");
                    let fits = if whisper {
                        own || answers || announces
                    } else {
                        text.starts_with(&format!("m{guid}{}", mark(Normal)))
                    };
                    assert!(fits, "{text} left in {guid}, whisper: {whisper}");
                    assert!(whisper || !silent.contains(&guid), "{text} is not ours to say");
                }
                Some("isTyping") if frame["isTyping"] == true => {
                    let audience = if whisper { Whisper } else { Normal };
                    assert_eq!(self.drafting, Some((guid, audience)), "typing leaks");
                    self.told.insert((guid, whisper));
                }
                Some("isTyping") => {
                    assert!(self.told.contains(&(guid, whisper)), "{guid} was not typed in");
                }
                _ => {}
            }
        }
    }

    fn check(&mut self) {
        for notice in self.stage.desk.notices().get() {
            if let NoticeKind::UndeliveredText { text, .. } = &notice.what {
                self.kept.insert(text.as_str().to_owned());
            }
        }
        let desk = &self.stage.desk;
        let closed = desk.recent_offers().get().iter().any(|offer| offer.end == OfferEnd::Closed);
        for (key, text) in &self.drafts {
            let safe = desk.contact(*key).is_some() || closed || self.kept.contains(text);
            assert!(safe, "the draft {text} went with its contact");
        }
        for (text, (key, state)) in &mut self.written {
            let Some(contact) = desk.contact(*key) else {
                // Written in this act, or known to have left: what became of it is the server's.
                let safe = matches!(
                    state,
                    None | Some(SendState::Sent | SendState::Delivered | SendState::InFlight)
                );
                assert!(safe || self.kept.contains(text), "{text} went with its contact");
                continue;
            };
            *state = contact.timeline.items().iter().find_map(|item| match &item.content {
                Content::Line(line) if line.text.as_str() == text => line.send.clone(),
                _ => None,
            });
        }
        for contact in desk.contacts() {
            let guid = contact.guid().unwrap().0;
            let whisper = contact.drafts.text(Whisper).as_str();
            assert!(whisper.is_empty() || whisper.starts_with(&format!("d{guid}w")), "{whisper}");
            let reply = contact.drafts.text(Normal).as_str();
            let own = |line: &str| {
                line.starts_with(&format!("d{guid}n")) || line.starts_with(&format!("s{guid}"))
            };
            assert!(reply.lines().all(own), "{reply} in {guid}");
            let Some(joint) = &contact.joint else { continue };
            let limited = joint.until.is_some() || joint.request.is_some() || joint.in_doubt;
            let settled = matches!(joint.step, Step::Talking | Step::Failed);
            assert!(settled || limited, "{:?} has no limit", joint.step);
            let mine = desk.part(contact) == Part::Owner || joint.request.is_some();
            assert!(mine || contact.phase != Phase::Active, "a step in another one's room");
        }
    }

    /// The server falls silent, but for rooms that are entered: everything comes to rest.
    fn comes_to_rest(&mut self) {
        for _ in 0..3 {
            if !self.is_up() {
                self.connect();
            }
            for guid in 0..ROOMS {
                self.enter(guid, LISTS[0]);
            }
            self.pass(45_000);
            self.stage.frames();
        }
        for contact in self.stage.desk.contacts() {
            let step = contact.joint.as_ref().map(|joint| joint.step);
            let waits = step.is_some_and(|step| step.is_running() || step == Step::Ringing);
            assert!(!waits, "{step:?} waits for ever");
            assert!(contact.verb.is_none(), "{:?} waits for ever", contact.verb);
        }
    }
}

fn line(guid: u64, agent: &str, kind: &str, text: &str) -> Value {
    json!({"method": "newMessage", "guid": guid, "sender": {"type": "agent", "agentId": agent},
        "displayName": agent, "timestamp": 1, "message": text, "messageType": kind})
}

proptest! {
    #![proptest_config(Config { cases: 150, ..Config::default() })]

    #[test]
    fn nothing_leaks_is_lost_or_waits_for_ever(acts in prop::collection::vec(act(), 1..120)) {
        let mut world = World::new();
        for (guid, act) in acts {
            world.take(guid, &act);
            world.sent();
            world.check();
        }
        world.comes_to_rest();
    }
}

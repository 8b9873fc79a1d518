//! Changes applied to an old snapshot give the new one, whatever happened and whenever it was asked.

use cct_wire::{ContactId, Intrinsic};
use desk_core::cct::{self, AgentInfo, CctConfig, CctContact, CctEvent, ContactEnd};
use desk_core::contact::ContactKey;
use desk_core::desk::SignIn;
use desk_core::ewc::{ConnectionId, EwcConfig, EwcInput, EwcOutput};
use desk_core::failure::LinkFailure;
use desk_core::revision::Revision;
use desk_core::timeline::{SendState, WINDOW};
use desk_core::{Desk, DeskConfig, Effect, Millis};
use ewc_wire::{Audience, Guid};
use proptest::prelude::{Just, Strategy, any, prop, prop_assert_eq, prop_oneof, proptest};
use proptest::test_runner::Config;
use serde_json::{Value, json};

use super::{changes, snapshot};
use crate::update::{Change, Snapshot};
use crate::views::options::{Density, OptionsView, Preferences, SignInDefaults, Theme};
use crate::views::timeline::{TimelineChange, TimelineItem, TimelineView};

#[derive(Debug, Clone)]
enum Step {
    Offer(u64),
    Answered(u64),
    Ended(u64),
    Accept(u64),
    Decline(u64),
    Enter(u64, u8),
    CustomerSays(u64, u16),
    Send(u64, bool),
    Draft(u64),
    Acknowledge(u64),
    Refuse,
    Discard(u64),
    Select(u64),
    Close(u64),
    Finish(u64),
    Left(u64),
    Lose,
    Connect,
    Ready(bool),
    Pass(i64),
    Dismiss,
    Poll,
}

fn step() -> impl Strategy<Value = Step> {
    // Half of them are chats from the beginning.
    let room = 0..6_u64;
    prop_oneof![
        4 => room.clone().prop_map(Step::Offer),
        2 => room.clone().prop_map(Step::Answered),
        1 => room.clone().prop_map(Step::Ended),
        2 => room.clone().prop_map(Step::Accept),
        1 => room.clone().prop_map(Step::Decline),
        6 => (room.clone(), 0..6_u8).prop_map(|(room, lines)| Step::Enter(room, lines)),
        6 => (room.clone(), prop_oneof![4 => 1..5_u16, 1 => 150..450_u16])
            .prop_map(|(room, lines)| Step::CustomerSays(room, lines)),
        6 => (room.clone(), any::<bool>()).prop_map(|(room, whisper)| Step::Send(room, whisper)),
        2 => room.clone().prop_map(Step::Draft),
        4 => room.clone().prop_map(Step::Acknowledge),
        2 => Just(Step::Refuse),
        3 => room.clone().prop_map(Step::Discard),
        2 => room.clone().prop_map(Step::Select),
        1 => room.clone().prop_map(Step::Close),
        1 => room.clone().prop_map(Step::Finish),
        1 => room.prop_map(Step::Left),
        2 => Just(Step::Lose),
        4 => Just(Step::Connect),
        1 => any::<bool>().prop_map(Step::Ready),
        4 => prop::sample::select(&[100_i64, 3_000, 10_000][..]).prop_map(Step::Pass),
        1 => Just(Step::Dismiss),
        8 => Just(Step::Poll),
    ]
}

struct World {
    desk: Desk,
    now: Millis,
    connection: ConnectionId,
    lines: u64,
}

impl World {
    fn new() -> Self {
        let cct = CctConfig::new(vec!["http://cct.test:9084/SOAOICCT/services/".to_owned()]);
        let url = "ws://ewc.test:8081/AgentControllerWeb/chat".to_owned();
        let config = DeskConfig::new(cct, EwcConfig { url, auto_reconnect: true });
        let now = Millis(1_000_000_000_000);
        let connection = ConnectionId(0);
        let mut world = Self { desk: Desk::new(config, now), now, connection, lines: 0 };
        let cct = cct::SignIn {
            user: "ann".into(),
            domain: "TEST".into(),
            password: "pw".into(),
            agent_id: None,
        };
        world.desk.sign_in(now, SignIn { cct, ccmm_password: None }).unwrap();
        world.cct(CctEvent::Up { server: "cct.test:9084".into() });
        let agent = AgentInfo { id: "00123".into(), name: "Ann".into(), supervisor: false };
        world.cct(CctEvent::SignedIn(agent));
        world.carry_out();
        world.take(Step::Connect);
        for room in 0..3 {
            world.take(Step::Offer(room));
            world.take(Step::Answered(room));
            world.take(Step::Enter(room, 0));
        }
        world
    }

    fn cct(&mut self, event: CctEvent) {
        self.desk.play_cct(self.now, event);
    }

    fn ewc(&mut self, input: EwcInput) {
        self.desk.handle_ewc(self.now, input);
    }

    fn frame(&mut self, kind: &str, body: &Value) {
        let text = json!({"apiVersion": "1.0", "type": kind, "body": body}).to_string();
        let connection = self.connection;
        self.ewc(EwcInput::Frame { connection, text });
    }

    fn carry_out(&mut self) {
        while let Some(effect) = self.desk.poll_effect() {
            if let Effect::Ewc(EwcOutput::Open { connection, .. }) = effect {
                self.connection = connection;
            }
        }
    }

    fn key(&self, room: u64) -> ContactKey {
        let found = self.desk.contacts().find(|contact| *contact.cct_id() == id(room));
        found.map_or(ContactKey(u64::MAX), |contact| contact.key)
    }

    fn line(&mut self) -> Value {
        self.lines += 1;
        json!({"type": "message", "sender": {"type": "customer"}, "displayName": "Maria",
            "timestamp": self.now.0, "message": format!("line {}", self.lines),
            "messageType": "normal"})
    }

    /// What is not possible is refused, and that is fine here.
    fn take(&mut self, step: Step) {
        let (now, connection) = (self.now, self.connection);
        match step {
            Step::Offer(room) => self.cct(CctEvent::Offered(contact(room))),
            Step::Answered(room) => self.cct(CctEvent::Answered(id(room))),
            Step::Ended(room) => {
                self.cct(CctEvent::Ended { contact: id(room), end: ContactEnd::Released });
            }
            Step::Accept(room) => drop(self.desk.accept(now, self.key(room))),
            Step::Decline(room) => drop(self.desk.decline(now, self.key(room))),
            Step::Enter(room, lines) => {
                let transcript: Vec<Value> = (0..lines).map(|_| self.line()).collect();
                self.frame(
                    "notification",
                    &json!({"method": "agentJoinRoom", "guid": room,
                    "conversationTranscript": {"messages": transcript},
                    "currentParticipantList": {"participants": [
                        {"agentId": "00123", "userType": "active_participant"}]},
                    "timerList": {"desirableResponseToCust_inSeconds": 30}}),
                );
            }
            Step::CustomerSays(room, lines) => {
                for _ in 0..lines {
                    let mut line = self.line();
                    line["method"] = json!("newMessage");
                    line["guid"] = json!(room);
                    self.frame("notification", &line);
                }
            }
            Step::Send(room, whisper) => {
                let audience = if whisper { Audience::Whisper } else { Audience::Normal };
                let _ = self.desk.send(now, self.key(room), audience, &"hello".into());
            }
            Step::Draft(room) => {
                let (key, text) = (self.key(room), format!("draft {}", self.now.0));
                let _ = self.desk.set_draft(now, key, Audience::Normal, text.into());
            }
            Step::Acknowledge(room) => self.frame(
                "acknowledgement",
                &json!({"method": "newMessage", "guid": room, "accepted": true}),
            ),
            Step::Refuse => self
                .frame("error", &json!({"method": "newMessage", "code": 1, "errorMessage": "no"})),
            Step::Discard(room) => {
                let key = self.key(room);
                let given_up = self.desk.contact(key).and_then(|contact| {
                    contact.timeline.own(SendState::is_given_up).first().copied()
                });
                if let Some(item) = given_up {
                    let _ = self.desk.discard(now, key, item);
                }
            }
            Step::Select(room) => drop(self.desk.select(&[self.key(room)])),
            Step::Close(room) => drop(self.desk.close(now, self.key(room))),
            Step::Finish(room) => drop(self.desk.finish(now, self.key(room))),
            Step::Left(room) => {
                let codes = json!({"defaultReasonCode": 1,
                    "codes": [{"id": 1, "closedReason": "Sold"}]});
                let body = json!({"method": "customerDisconnect", "guid": room,
                    "timestamp": 1, "closedReasonCodes": codes});
                self.frame("notification", &body);
            }
            Step::Lose => self.ewc(EwcInput::Failed { connection, why: LinkFailure::Lost }),
            Step::Connect => {
                self.ewc(EwcInput::Opened { connection });
                let body = json!({"method": "agentLogin", "loginSuccess": true});
                self.frame("notification", &body);
            }
            Step::Ready(ready) => self.cct(CctEvent::Ready { ready, reason_code: None }),
            Step::Pass(millis) => {
                let until = self.now + millis;
                while let Some(at) = self.desk.next_deadline().filter(|at| *at <= until) {
                    self.now = self.now.max(at);
                    self.desk.tick(self.now);
                    self.carry_out();
                }
                self.now = until;
            }
            Step::Dismiss => {
                let newest = self.desk.notices().get().last().map(|notice| notice.id);
                if let Some(id) = newest {
                    let _ = self.desk.dismiss_notice(id);
                }
            }
            Step::Poll => {}
        }
        self.carry_out();
    }
}

fn id(room: u64) -> ContactId {
    ContactId(format!("cct-{room}"))
}

fn contact(room: u64) -> CctContact {
    CctContact {
        id: id(room),
        guid: Some(Guid(room)),
        types: vec!["Web_Communications".into()],
        intrinsics: vec![Intrinsic { key: "Skillset".into(), value: "x".into(), immutable: true }],
        from: None,
        consult: false,
        can: desk_core::cct::Can::default(),
        since: Millis(0),
    }
}

fn options() -> OptionsView {
    OptionsView {
        version: "0".into(),
        profile: "test".into(),
        sign_in: SignInDefaults {
            contact_control: String::new(),
            chat_server: String::new(),
            user: String::new(),
            domain: String::new(),
            use_agent_id_as_ccmm_password: true,
            remember: false,
            password_remembered: false,
        },
        reason_codes: Vec::new(),
        default_reason_code: None,
        activity_codes: Vec::new(),
        closed_reason_required: false,
        max_message_chars: 10_000,
        preferences: Preferences { theme: Theme::System, sound: true, notifications: true },
        density: Density::Comfortable,
        font_scale_percent: 100,
        shortcuts: std::collections::BTreeMap::new(),
        settings_problems: Vec::new(),
    }
}

/// A screen: what it was shown first, and every change since, by the words of `update` and
/// `views::timeline` alone.
fn apply(screen: &mut Snapshot, change: Change) {
    match change {
        Change::Session(session) => screen.session = session,
        Change::Contact(contact) => {
            match screen.contacts.iter_mut().find(|known| known.key == contact.key) {
                Some(known) => *known = *contact,
                None => {
                    screen.timelines.push(TimelineView {
                        contact: contact.key.clone(),
                        items: Vec::new(),
                        more_before: false,
                    });
                    screen.contacts.push(*contact);
                }
            }
        }
        Change::ContactGone { key } => {
            screen.contacts.retain(|contact| contact.key != key);
            screen.timelines.retain(|timeline| timeline.contact != key);
            screen.histories.retain(|history| history.contact != key);
        }
        Change::Order(order) => {
            let place = |key: &str| order.iter().position(|known| known == key);
            screen.contacts.sort_by_key(|contact| place(&contact.key));
            screen.timelines.sort_by_key(|timeline| place(&timeline.contact));
            screen.histories.sort_by_key(|history| place(&history.contact));
        }
        Change::Timeline(change) => {
            let of = |timeline: &&mut TimelineView| timeline.contact == change.contact;
            if let Some(timeline) = screen.timelines.iter_mut().find(of) {
                apply_rows(timeline, change);
            }
        }
        Change::History(history) => {
            let known = screen.histories.iter_mut().find(|known| known.contact == history.contact);
            match known {
                Some(known) => *known = history,
                None => screen.histories.push(history),
            }
        }
        Change::Board(board) => screen.board = board.map(|board| *board),
        Change::Notices(notices) => screen.notices = notices,
        Change::RecentOffers(offers) => screen.recent_offers = offers,
        Change::Options(options) => screen.options = options,
    }
}

fn apply_rows(timeline: &mut TimelineView, change: TimelineChange) {
    for item in change.items {
        match timeline.items.iter_mut().find(|known| known.id == item.id) {
            Some(known) => *known = item,
            None => timeline.items.push(item),
        }
    }
    if let Some(order) = change.order {
        let rows = std::mem::take(&mut timeline.items);
        let row = |id: &String| rows.iter().find(|item| item.id == *id).cloned();
        let rows: Option<Vec<TimelineItem>> = order.iter().map(row).collect();
        timeline.items = rows.expect("a screen must be given every row that the order names");
    }
    timeline.more_before = change.more_before;
}

/// Rows above the window are what a fresh snapshot does not have; they must lead to it without a gap.
fn trim(screen: &mut Snapshot, desk: &Desk) {
    for timeline in &mut screen.timelines {
        let contact = desk.contacts().find(|known| known.key.0.to_string() == timeline.contact);
        let all = contact.map_or(&[][..], |contact| contact.timeline.items());
        let newest = &all[all.len() - timeline.items.len()..];
        let ids = newest.iter().map(|item| item.id.0.to_string());
        assert!(ids.eq(timeline.items.iter().map(|item| item.id.clone())), "a gap in the rows");
        let surplus = timeline.items.len().saturating_sub(WINDOW);
        timeline.items.drain(..surplus);
    }
}

proptest! {
    #![proptest_config(Config { cases: 250, ..Config::default() })]

    #[test]
    fn changes_lead_from_an_old_snapshot_to_the_new_one(
        steps in prop::collection::vec(step(), 1..60),
    ) {
        let mut world = World::new();
        let mut seen: Revision = world.desk.revision();
        let mut screen = snapshot(&world.desk, options());
        for step in steps.into_iter().chain([Step::Poll]) {
            let asks = matches!(step, Step::Poll);
            world.take(step);
            if !asks {
                continue;
            }
            for change in changes(&world.desk, seen).unwrap() {
                apply(&mut screen, change);
            }
            seen = world.desk.revision();
            trim(&mut screen, &world.desk);
            prop_assert_eq!(&screen, &snapshot(&world.desk, options()));
            prop_assert_eq!(changes(&world.desk, seen), Some(Vec::new()));
        }
    }
}

//! Screen pops: what opens by itself, when, and what an agent may open.

use cct_wire::Intrinsic;
use serde_json::{Value, json};

use super::stage::{Stage, cct_id, contact, room};
use crate::cct::{CctContact, CctEvent, ContactEnd};
use crate::contact::pop::{PopEvent, PopPath};
use crate::contact::{ContactKey, PopId, PopPlace, PopState, PopTarget};
use crate::ewc::EwcInput;
use crate::failure::{Failure, FailureKind, LinkFailure};
use crate::settings::{AllowedProgram, PopApplication, PopFilter, PopLaunch, Pops};

fn rules(pops: Vec<PopLaunch>) -> Pops {
    let application = |name: &str, path: &str| PopApplication {
        name: name.into(),
        path: PopPath::of_settings(path).unwrap(),
    };
    Pops {
        allowed_hosts: vec!["crm.test".into()],
        allowed_programs: vec![AllowedProgram { name: "card".into(), path: "/opt/card".into() }],
        applications: vec![
            application("find", "https://crm.test/?auth=secret&id={CONTACTID}&s={Skillset}"),
            application("sms", "https://crm.test/sms?dest={0}"),
            application("card", "card --id {CONTACTID}"),
            application("else", "https://else.test/"),
        ],
        filters: vec![PopFilter {
            name: "sales".into(),
            intrinsic: "Skillset".into(),
            values: vec!["WC_Sales".into(), "Sales".into()],
        }],
        pops,
    }
}

fn launch(name: &str, application: &str, order: u32) -> PopLaunch {
    PopLaunch {
        name: name.into(),
        contact_types: Vec::new(),
        event: PopEvent::Active,
        application: application.into(),
        parameters: Vec::new(),
        filter: None,
        place: PopPlace::Tab,
        close_on_release: false,
        order,
    }
}

fn stage(pops: Vec<PopLaunch>) -> Stage {
    Stage::with(|config| config.pops = rules(pops)).sign_in()
}

/// The ordered pops since last asked: `name target`.
fn ordered(stage: &mut Stage) -> Vec<String> {
    let target = |target: &PopTarget| match target {
        PopTarget::Web(url) => url.expose().to_string(),
        PopTarget::Program(line) => line.expose().join("|"),
    };
    stage.pops.drain(..).map(|order| format!("{} {}", order.name, target(&order.target))).collect()
}

fn names(stage: &mut Stage) -> Vec<String> {
    stage.pops.drain(..).map(|order| order.name).collect()
}

/// The pops in the contact's list: `name state`.
fn listed(stage: &Stage, key: ContactKey) -> Vec<String> {
    let pops = &stage.desk.contact(key).unwrap().pops;
    let state = |state: &PopState| match state {
        PopState::Failed(why) => match &why.kind {
            FailureKind::PopNotAllowed(name) => format!("not allowed {name}"),
            other => format!("{other:?}"),
        },
        state => format!("{state:?}").to_lowercase(),
    };
    pops.iter().map(|pop| format!("{} {}", pop.name, state(&pop.state))).collect()
}

fn from_server(pops: &[(&str, &str, bool)]) -> Value {
    let pops: Vec<Value> = pops
        .iter()
        .map(|(name, path, force)| json!({"name": name, "path": path, "forceLaunch": force}))
        .collect();
    json!({"method": "screenPops", "screenPops": pops})
}

fn call(intrinsics: &[(&str, &str)]) -> CctContact {
    let intrinsic = |(key, value): &(&str, &str)| Intrinsic {
        key: (*key).into(),
        value: (*value).into(),
        immutable: true,
    };
    CctContact {
        guid: None,
        types: vec!["Voice".into()],
        intrinsics: intrinsics.iter().map(intrinsic).collect(),
        ..contact(9)
    }
}

#[test]
fn screen_pops_notification() {
    let mut stage = stage(Vec::new());
    let key = stage.offer(7);
    stage.desk.accept(stage.now, key).unwrap();
    stage.cct(CctEvent::Answered(cct_id(7)));
    stage.frames();
    stage.say(&room(7, &json!([])));
    assert_eq!(stage.methods(), ["screenPops"]);
    stage.say(&from_server(&[
        ("Booking", "https://crm.test/b?c=%VALUE%", true),
        ("Card", "card %VALUE%", false),
        ("Else", "https://else.test/?t=secret", true),
        ("", "cmd /c %VALUE%", true),
    ]));
    assert_eq!(ordered(&mut stage), ["Booking https://crm.test/b?c=7"]);
    assert_eq!(
        listed(&stage, key),
        ["Booking opening", "Card ready", "Else not allowed else.test", "cmd not allowed cmd"]
    );
    stage.desk.pop_opened(stage.now, key, PopId(1), Some(Ok(())));
    stage.desk.open_pop(stage.now, key, PopId(2)).unwrap();
    stage.carry_out();
    assert_eq!(ordered(&mut stage), ["Card /opt/card|7"]);
    let refused = stage.desk.open_pop(stage.now, key, PopId(3)).unwrap_err();
    assert_eq!(refused.kind, FailureKind::PopNotAllowed("else.test".into()));
    assert_eq!(listed(&stage, key)[..2], ["Booking open", "Card opening"]);
}

/// Using screen pops on Custom Desktop: each contact has its own.
#[test]
fn answers_belong_to_the_rooms_in_the_order_of_their_questions() {
    let mut stage = stage(Vec::new());
    let (one, two) = (stage.chat(7), stage.chat(8));
    stage.say(&from_server(&[("A", "https://crm.test/%VALUE%", true)]));
    assert_eq!(ordered(&mut stage), ["A https://crm.test/7"]);
    assert_eq!((listed(&stage, one).len(), listed(&stage, two).len()), (1, 0));
    // The second question goes out after the first answer.
    assert_eq!(stage.methods(), ["screenPops"]);
    stage.say(&from_server(&[("A", "https://crm.test/%VALUE%", true)]));
    assert_eq!(ordered(&mut stage), ["A https://crm.test/8"]);
    // What nobody asked for is nobody's.
    stage.say(&from_server(&[("B", "https://crm.test/%VALUE%", true)]));
    assert!(stage.pops.is_empty());
}

#[test]
fn a_late_answer_is_taken_by_the_room_that_waits() {
    let mut stage = stage(Vec::new());
    let key = stage.chat(7);
    stage.pass(10_000);
    stage.say(&from_server(&[("A", "https://crm.test/%VALUE%", true)]));
    assert_eq!(ordered(&mut stage), ["A https://crm.test/7"]);
    assert_eq!(listed(&stage, key), ["A opening"]);
}

#[test]
fn a_rejoin_opens_nothing_twice() {
    let mut stage = stage(vec![launch("Find", "find", 1)]);
    let key = stage.chat(7);
    stage.say(&from_server(&[("A", "https://crm.test/", true)]));
    assert_eq!(names(&mut stage), ["A", "Find"]);
    stage.ewc(|connection| EwcInput::Failed { connection, why: LinkFailure::Lost });
    stage.pass(1_000);
    stage.connect();
    stage.frames();
    stage.say(&room(7, &json!([])));
    stage.pass(20_000);
    assert!(!stage.methods().contains(&"screenPops".to_owned()));
    assert!(stage.pops.is_empty());
    assert_eq!(listed(&stage, key).len(), 2);
}

#[test]
fn a_question_that_the_link_lost_is_asked_again() {
    let mut stage = stage(Vec::new());
    stage.chat(7);
    stage.ewc(|connection| EwcInput::Failed { connection, why: LinkFailure::Lost });
    stage.pass(1_000);
    stage.connect();
    stage.frames();
    stage.say(&room(7, &json!([])));
    assert_eq!(stage.methods(), ["screenPops"]);
    stage.say(&from_server(&[("A", "https://crm.test/", true)]));
    assert_eq!(names(&mut stage), ["A"]);
}

#[test]
fn five_open_for_an_event_first_the_servers_then_ours_in_order() {
    let ours = vec![launch("c", "find", 3), launch("a", "find", 1), launch("b", "find", 2)];
    let mut stage = stage(ours);
    let key = stage.chat(7);
    assert!(stage.pops.is_empty(), "ours wait for the server's");
    let url = "https://crm.test/";
    stage.say(&from_server(&[
        ("s1", url, true),
        ("s2", url, false),
        ("s3", url, true),
        ("s4", "https://else.test", true),
        ("s5", url, true),
    ]));
    assert_eq!(names(&mut stage), ["s1", "s3", "s5", "a", "b"]);
    assert_eq!(
        listed(&stage, key),
        [
            "s1 opening",
            "s2 ready",
            "s3 opening",
            "s4 not allowed else.test",
            "s5 opening",
            "a opening",
            "b opening",
            "c ready"
        ]
    );
}

#[test]
fn a_silent_server_holds_ours_up_for_two_seconds_only() {
    let mut stage = stage(vec![launch("a", "find", 1)]);
    let key = stage.chat(7);
    stage.pass(1_999);
    assert!(stage.pops.is_empty());
    stage.pass(1);
    assert_eq!(ordered(&mut stage), ["a https://crm.test/?auth=secret&id=7&s=WC_Sales"]);
    stage.say(&from_server(&[("late", "https://crm.test/", true)]));
    assert_eq!(names(&mut stage), ["late"]);
    assert_eq!(listed(&stage, key), ["a opening", "late opening"]);
}

#[test]
fn types_filters_and_events_choose() {
    let pop = |name: &str, types: &[&str], event, filter: Option<&str>| PopLaunch {
        contact_types: types.iter().map(|word| (*word).to_owned()).collect(),
        event,
        filter: filter.map(str::to_owned),
        ..launch(name, "find", 1)
    };
    let (alerting, active) = (PopEvent::Alerting, PopEvent::Active);
    for (pops, on_offer, on_answer) in [
        (vec![pop("a", &["chat"], active, None)], vec![], vec!["a"]),
        (vec![pop("a", &["chat"], alerting, None)], vec!["a"], vec![]),
        (vec![pop("a", &["Web Communications"], alerting, None)], vec!["a"], vec![]),
        (vec![pop("a", &["voice", "email"], alerting, None)], vec![], vec![]),
        (vec![pop("a", &[], alerting, Some("sales"))], vec!["a"], vec![]),
        (
            vec![pop("a", &["voice"], alerting, None), pop("b", &[], active, None)],
            vec![],
            vec!["b"],
        ),
        (vec![pop("a", &[], alerting, None), pop("b", &[], active, None)], vec!["a"], vec!["b"]),
    ] {
        let mut stage = stage(pops);
        let key = stage.offer(7);
        assert_eq!(names(&mut stage), on_offer);
        stage.desk.accept(stage.now, key).unwrap();
        stage.cct(CctEvent::Answered(cct_id(7)));
        stage.say(&room(7, &json!([])));
        stage.say(&from_server(&[]));
        assert_eq!(names(&mut stage), on_answer);
    }
}

#[test]
fn a_filter_that_does_not_match_leaves_the_pop_out() {
    let filtered = PopLaunch { filter: Some("sales".into()), ..launch("a", "find", 1) };
    let mut stage = stage(vec![filtered]);
    let mut other = contact(7);
    other.intrinsics[1].value = "WC_Support".into();
    stage.cct(CctEvent::Offered(other));
    let key = stage.desk.contacts().next().unwrap().key;
    stage.desk.accept(stage.now, key).unwrap();
    stage.cct(CctEvent::Answered(cct_id(7)));
    stage.say(&room(7, &json!([])));
    stage.say(&from_server(&[]));
    stage.pass(5_000);
    assert!(stage.pops.is_empty());
    assert!(listed(&stage, key).is_empty());
}

/// A panel for texting a caller, on alerting.
#[test]
fn a_caller_alerts_with_the_number_in_the_address() {
    let panel = PopLaunch {
        contact_types: vec!["voice".into()],
        event: PopEvent::Alerting,
        parameters: vec!["PHONENUMBER".into()],
        close_on_release: false,
        ..launch("Text", "sms", 1)
    };
    let mut stage = stage(vec![panel]);
    // The number comes with the next answer.
    stage.cct(CctEvent::Offered(call(&[])));
    let key = stage.desk.contacts().next().unwrap().key;
    stage.pass(300);
    assert!(stage.pops.is_empty());
    stage.cct(CctEvent::Facts(call(&[("PHONENUMBER", "+1 469 & Co")])));
    assert_eq!(ordered(&mut stage), ["Text https://crm.test/sms?dest=%2B1%20469%20%26%20Co"]);
    stage.pass(60_000);
    assert!(stage.pops.is_empty());
    stage.desk.pop_opened(stage.now, key, PopId(1), Some(Ok(())));
    stage.ended(9, ContactEnd::GoneWhileAlerting);
    assert_eq!(stage.closed_pops, [(key, PopId(1))]);
}

#[test]
fn what_does_not_come_stays_empty() {
    let pop = PopLaunch {
        event: PopEvent::Alerting,
        parameters: vec!["Nothing".into()],
        ..launch("Text", "sms", 1)
    };
    let mut stage = stage(vec![pop]);
    stage.cct(CctEvent::Offered(call(&[])));
    stage.pass(2_000);
    assert_eq!(ordered(&mut stage), ["Text https://crm.test/sms?dest="]);
}

#[test]
fn what_a_pop_would_open_follows_the_facts() {
    let more: Vec<PopLaunch> = (1..=6).map(|n| launch(&n.to_string(), "sms", n)).collect();
    let more = more.into_iter().map(|pop| PopLaunch {
        event: PopEvent::Alerting,
        parameters: vec!["PHONENUMBER".into()],
        ..pop
    });
    let mut stage = stage(more.collect());
    stage.cct(CctEvent::Offered(call(&[])));
    let key = stage.desk.contacts().next().unwrap().key;
    stage.pass(2_000);
    assert_eq!(names(&mut stage).len(), 5);
    stage.cct(CctEvent::Facts(call(&[("PHONENUMBER", "1")])));
    stage.desk.open_pop(stage.now, key, PopId(6)).unwrap();
    stage.carry_out();
    assert_eq!(ordered(&mut stage), ["6 https://crm.test/sms?dest=1"]);
}

#[test]
fn pops_that_close_with_the_contact_do_and_the_others_stay() {
    let closing = PopLaunch { close_on_release: true, ..launch("a", "find", 1) };
    let mut stage = stage(vec![closing, launch("b", "find", 2), launch("c", "card", 3)]);
    let key = stage.chat(7);
    stage.say(&from_server(&[("s", "https://crm.test/", true), ("p", "card", true)]));
    assert_eq!(names(&mut stage), ["s", "p", "a", "b", "c"]);
    for id in 1..=5 {
        stage.desk.pop_opened(stage.now, key, PopId(id), Some(Ok(())));
    }
    stage.desk.contact_gone(stage.now, key, crate::notice::OfferEnd::TakenAway);
    stage.carry_out();
    assert_eq!(stage.closed_pops, [(key, PopId(1)), (key, PopId(3))]);
    // A page that is closed later is nobody's any more.
    stage.desk.pop_opened(stage.now, key, PopId(4), None);
}

#[test]
fn a_program_is_never_in_a_tab() {
    let mut stage = stage(vec![launch("c", "card", 3)]);
    stage.chat(7);
    stage.say(&from_server(&[]));
    assert_eq!(stage.pops[0].place, PopPlace::Outside);
}

#[test]
fn opening_and_closing_by_hand() {
    let mut stage = stage(vec![launch("a", "find", 1)]);
    let key = stage.chat(7);
    stage.say(&from_server(&[]));
    let order = stage.pops.remove(0);
    assert_eq!(
        (order.hosts, order.title.as_str()),
        (vec!["crm.test".to_owned()], "maria@example.org")
    );
    let opened = |stage: &mut Stage, how| stage.desk.pop_opened(stage.now, key, PopId(1), how);
    opened(&mut stage, Some(Ok(())));
    // Shown again: it stays open meanwhile.
    stage.desk.open_pop(stage.now, key, PopId(1)).unwrap();
    stage.carry_out();
    assert_eq!((names(&mut stage), listed(&stage, key)), (vec!["a".into()], vec!["a open".into()]));
    stage.desk.close_pop(stage.now, key, PopId(1)).unwrap();
    stage.carry_out();
    assert_eq!((stage.closed_pops.len(), listed(&stage, key)), (1, vec!["a closed".into()]));
    // The window says so, too, and late news of it changes nothing.
    opened(&mut stage, None);
    opened(&mut stage, Some(Ok(())));
    stage.desk.close_pop(stage.now, key, PopId(1)).unwrap();
    stage.carry_out();
    assert_eq!((stage.closed_pops.len(), listed(&stage, key)), (1, vec!["a closed".into()]));
    stage.desk.open_pop(stage.now, key, PopId(1)).unwrap();
    opened(&mut stage, Some(Err(Failure::of(FailureKind::PopFailed))));
    assert_eq!(listed(&stage, key), ["a PopFailed"]);
    let none = stage.desk.open_pop(stage.now, key, PopId(9)).unwrap_err();
    assert_eq!(none.kind, FailureKind::NoSuchItem);
    let nobody = stage.desk.close_pop(stage.now, ContactKey(99), PopId(1)).unwrap_err();
    assert_eq!(nobody.kind, FailureKind::NoSuchContact);
}

#[test]
fn tokens_of_addresses_are_in_no_debug_text() {
    let mut stage = stage(vec![launch("a", "find", 1), launch("e", "else", 2)]);
    let key = stage.chat(7);
    stage.say(&from_server(&[
        ("s", "https://crm.test/?token=secret", true),
        ("x", "https://else.test/?token=secret", true),
        ("y", "http://%VALUE%/?token=secret", true),
        ("z", "other --token secret", true),
    ]));
    let contact = stage.desk.contact(key).unwrap();
    assert_eq!(contact.pops.len(), 6);
    for text in [
        format!("{contact:?}"),
        format!("{:?}", stage.pops),
        format!("{:?}", stage.desk.config().pops),
        format!("{:?}", stage.desk.open_pop(stage.now, key, PopId(2))),
    ] {
        assert!(!text.contains("secret"), "{text}");
    }
}

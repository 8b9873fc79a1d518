//! Checking Customer History: asked, answered, failed, asked again.

use serde_json::{Value, json};

use super::stage::{Stage, contact, reasons};
use crate::cct::CctEvent;
use crate::contact::{ContactKey, HistoryState};
use crate::ewc::EwcInput;
use crate::failure::{FailureKind, LinkFailure, WhyNot};

fn answer(guid: u64, texts: &[&str]) -> Value {
    let entry = |(at, text): (usize, &&str)| {
        json!({"startTime": 1_500_000_000_000_i64 + at as i64, "transcript": text,
            "source": null, "contactType": "EMail"})
    };
    let history: Vec<Value> = texts.iter().enumerate().map(entry).collect();
    json!({"method": "customerHistory", "guid": guid, "history": history})
}

/// The first lines of what is here.
fn here(stage: &Stage, key: ContactKey) -> Vec<String> {
    let entries = &stage.desk.contact(key).unwrap().history.get().entries;
    entries.iter().map(|entry| entry.lines[0].text.as_str().to_owned()).collect()
}

fn state(stage: &Stage, key: ContactKey) -> HistoryState {
    stage.desk.contact(key).unwrap().history.get().state.clone()
}

fn asked(stage: &mut Stage) -> Vec<Value> {
    let frames = stage.frames();
    frames.into_iter().filter(|frame| frame["method"] == "customerHistory").collect()
}

#[test]
fn read_customer_history_request_and_notification() {
    let (mut stage, key) = Stage::chatting();
    assert_eq!(state(&stage, key), HistoryState::NotAsked);
    stage.desk.load_history(stage.now, key, 2).unwrap();
    stage.carry_out();
    assert_eq!(asked(&mut stage), [json!({"method": "customerHistory", "guid": 7, "amount": 2})]);
    // A second click while it is under way asks nothing.
    stage.desk.load_history(stage.now, key, 2).unwrap();
    stage.carry_out();
    assert!(asked(&mut stage).is_empty());
    stage.say(&answer(7, &["old", "new"]));
    assert_eq!(state(&stage, key), HistoryState::Here);
    assert_eq!(here(&stage, key), ["new", "old"]);
    assert!(stage.desk.contact(key).unwrap().history.get().more);
    // The tab's count is the server's, whatever was fetched.
    assert_eq!(stage.desk.contact(key).unwrap().room.previous_transcripts, Some(2));
    // Asked for more: what is here stays meanwhile.
    stage.desk.load_history(stage.now, key, 10).unwrap();
    stage.carry_out();
    assert_eq!(here(&stage, key), ["new", "old"]);
    assert!(matches!(state(&stage, key), HistoryState::Asking(_)));
    stage.say(&answer(7, &["older", "old", "new"]));
    assert_eq!(here(&stage, key), ["new", "old", "older"]);
    assert!(!stage.desk.contact(key).unwrap().history.get().more);
}

#[test]
fn only_a_change_crosses_again_and_without_the_contact() {
    let (mut stage, key) = Stage::chatting();
    stage.desk.load_history(stage.now, key, 5).unwrap();
    stage.carry_out();
    stage.say(&answer(7, &["a"]));
    let changed = |stage: &Stage| {
        let contact = stage.desk.contact(key).unwrap();
        (contact.history.changed(), contact.changed)
    };
    let before = changed(&stage);
    stage.say(&answer(7, &["a"]));
    assert_eq!(changed(&stage), before);
    stage.say(&answer(7, &["a", "b"]));
    let after = changed(&stage);
    assert!(after.0 > before.0);
    assert_eq!(after.1, before.1);
}

#[test]
fn amounts_are_brought_into_range() {
    for (amount, sent) in [(0, 1), (1, 1), (200, 200), (5_000, 200)] {
        let (mut stage, key) = Stage::chatting();
        stage.desk.load_history(stage.now, key, amount).unwrap();
        stage.carry_out();
        assert_eq!(asked(&mut stage)[0]["amount"], sent);
    }
}

#[test]
fn a_failure_keeps_what_is_here_and_can_be_tried_again() {
    let (mut stage, key) = Stage::chatting();
    stage.desk.load_history(stage.now, key, 5).unwrap();
    stage.carry_out();
    stage.say(&answer(7, &["a"]));
    stage.desk.load_history(stage.now, key, 6).unwrap();
    stage.carry_out();
    stage.pass(10_000);
    let failed = |stage: &Stage| match state(stage, key) {
        HistoryState::Failed(why) => why.kind,
        other => panic!("{other:?}"),
    };
    assert_eq!((failed(&stage), here(&stage, key)), (FailureKind::NoAnswer, vec!["a".to_owned()]));
    // A late answer is as good as one in time.
    stage.say(&answer(7, &["a", "b"]));
    assert_eq!((state(&stage, key), here(&stage, key).len()), (HistoryState::Here, 2));
    stage.desk.load_history(stage.now, key, 7).unwrap();
    stage.carry_out();
    stage.frame("error", &json!({"method": "customerHistory", "code": 500, "errorMessage": "x"}));
    assert_eq!(failed(&stage), FailureKind::ServerError(500));
    stage.desk.load_history(stage.now, key, 7).unwrap();
    stage.carry_out();
    stage.ewc(|connection| EwcInput::Failed { connection, why: LinkFailure::Lost });
    assert_eq!(failed(&stage), FailureKind::Link(LinkFailure::Lost));
    let away = stage.desk.load_history(stage.now, key, 7).unwrap_err();
    assert_eq!(away.kind, FailureKind::NotPossible(WhyNot::ChatServerDown));
}

#[test]
fn when_it_is_not_possible() {
    let mut stage = Stage::signed_in();
    let key = stage.offer(7);
    let refused = |stage: &Stage| {
        let contact = stage.desk.contact(key).unwrap();
        stage.desk.actions(contact).history.unwrap_err().kind
    };
    assert_eq!(refused(&stage), FailureKind::NotPossible(WhyNot::NotAccepted));
    let (mut stage, key) = Stage::chatting();
    let mut nobody = contact(7);
    nobody.intrinsics.truncate(2);
    stage.cct(CctEvent::Facts(nobody));
    let possible = |stage: &Stage| {
        stage.desk.actions(stage.desk.contact(key).unwrap()).history.map_err(|why| why.kind)
    };
    // The server has counted some: so it knows the customer.
    assert_eq!(possible(&stage), Ok(()));
    stage.say(&{
        let mut room = super::stage::room(7, &json!([]));
        room["previousTranscripts"] = json!(0);
        room
    });
    assert_eq!(possible(&stage), Err(FailureKind::NotPossible(WhyNot::NoCustomerAddress)));
    // While the closing form is open it can still be read.
    let (mut stage, key) = Stage::chatting();
    stage.say(&reasons("customerDisconnect", 7));
    assert!(stage.desk.load_history(stage.now, key, 5).is_ok());
}

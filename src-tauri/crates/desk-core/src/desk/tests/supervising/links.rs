//! A lost link while observing, while barging, and after: every room is entered again as what it was.

use ewc_wire::Audience::{Normal, Whisper};
use serde_json::json;

use super::{
    barged, come_back, error, join, look, lose_link, observe, observed_room, observing, sent,
    supervisor,
};
use crate::contact::Phase;
use crate::desk::tests::stage::{line, room};
use crate::failure::FailureKind;
use crate::notice::NoticeKind;

#[test]
fn what_is_observed_is_observed_again() {
    let (mut stage, key) = observing(7);
    let own = stage.chat(5);
    stage.say(&json!({"method": "screenPops", "screenPops": []}));
    let second = observe(&mut stage, 8);
    stage.frames();
    lose_link(&mut stage);
    assert_eq!(stage.phase(key), Phase::Rejoining);
    assert!(stage.desk.actions(stage.desk.contact(key).unwrap()).barge.is_err());
    come_back(&mut stage);
    // One join at a time, the oldest room first.
    assert_eq!(sent(&mut stage), [join(7, "observe")]);
    stage.say(&observed_room(7, &json!([line("customer", "meanwhile", 5_000)])));
    assert_eq!(sent(&mut stage), [join(5, "active")]);
    stage.say(&room(5, &json!([])));
    assert_eq!(sent(&mut stage), [join(8, "observe")]);
    stage.say(&observed_room(8, &json!([])));
    assert_eq!(stage.rows(key).last().unwrap(), "* LinkRestored");
    assert!([key, own, second].iter().all(|key| stage.phase(*key) == Phase::Active));
    assert!(stage.desk.contact(key).unwrap().observed);
}

#[test]
fn a_room_that_was_being_entered_is_entered_then() {
    let mut stage = supervisor();
    let key = look(&mut stage, 7);
    lose_link(&mut stage);
    come_back(&mut stage);
    assert_eq!(sent(&mut stage), [join(7, "observe")]);
    stage.say(&observed_room(7, &json!([])));
    assert_eq!(stage.phase(key), Phase::Active);
}

#[test]
fn a_chat_that_ended_meanwhile_says_so_and_can_be_left() {
    let (mut stage, key) = observing(7);
    lose_link(&mut stage);
    come_back(&mut stage);
    error(&mut stage, "agentJoinRoom");
    assert!(stage.desk.contact(key).unwrap().join_has_failed());
    sent(&mut stage);
    stage.desk.leave_room(stage.now, key).unwrap();
    stage.carry_out();
    assert!(sent(&mut stage).is_empty() && stage.desk.contacts().count() == 0);
}

#[test]
fn what_is_left_while_the_link_is_down_is_not_entered_again() {
    let (mut stage, key) = observing(7);
    lose_link(&mut stage);
    stage.desk.leave_room(stage.now, key).unwrap();
    come_back(&mut stage);
    // The server may still have us there; if it has not, its refusal is no news.
    assert_eq!(sent(&mut stage), [json!({"method": "leaveRoom", "guid": 7})]);
    error(&mut stage, "leaveRoom");
    error(&mut stage, "agentQuitChat");
    assert_eq!(stage.desk.contacts().count(), 0);
    let failed = |notice: &crate::notice::Notice| matches!(notice.what, NoticeKind::Failed(_));
    assert!(!stage.desk.notices().get().iter().any(failed));
}

#[test]
fn a_leave_that_the_link_cut_off_is_said_again() {
    let (mut stage, key) = observing(7);
    stage.desk.leave_room(stage.now, key).unwrap();
    let entering = look(&mut stage, 8);
    stage.desk.leave_room(stage.now, entering).unwrap();
    stage.carry_out();
    lose_link(&mut stage);
    come_back(&mut stage);
    stage.pass(2_000);
    let rooms: Vec<_> = sent(&mut stage)
        .into_iter()
        .filter(|body| body["method"] == "leaveRoom")
        .map(|body| body["guid"].clone())
        .collect();
    assert_eq!(rooms, [7, 8]);
}

#[test]
fn what_was_left_and_is_wanted_again_is_not_left_then() {
    let (mut stage, key) = observing(7);
    lose_link(&mut stage);
    stage.desk.leave_room(stage.now, key).unwrap();
    come_back(&mut stage);
    stage.pass(2_000);
    sent(&mut stage);
    let again = look(&mut stage, 7);
    assert_eq!(sent(&mut stage), [join(7, "observe")]);
    stage.say(&observed_room(7, &json!([])));
    assert_eq!(stage.phase(again), Phase::Active);
}

#[test]
fn a_chat_taken_over_is_entered_again_as_ones_own() {
    let (mut stage, key) = barged(7);
    lose_link(&mut stage);
    come_back(&mut stage);
    assert_eq!(sent(&mut stage), [join(7, "active")]);
    stage.say(&room(7, &json!([])));
    assert_eq!(stage.phase(key), Phase::Active);
    assert!(!stage.desk.contact(key).unwrap().observed);
}

#[test]
fn the_room_shows_how_a_barge_ended_that_the_link_cut_off() {
    let (mut stage, key) = observing(7);
    stage.desk.barge(stage.now, key).unwrap();
    lose_link(&mut stage);
    assert!(stage.desk.contact(key).unwrap().observed);
    come_back(&mut stage);
    assert_eq!(sent(&mut stage), [join(7, "observe")]);
    // The server lists us as the one who owns it.
    stage.say(&room(7, &json!([])));
    assert!(!stage.desk.contact(key).unwrap().observed);
    assert!(stage.rows(key).contains(&"* SupervisorBarged".to_owned()));
}

#[test]
fn a_barge_that_did_not_arrive_leaves_an_observer() {
    let (mut stage, key) = observing(7);
    stage.desk.barge(stage.now, key).unwrap();
    lose_link(&mut stage);
    come_back(&mut stage);
    stage.say(&observed_room(7, &json!([])));
    let contact = stage.desk.contact(key).unwrap();
    assert!(contact.observed && stage.desk.actions(contact).barge.is_ok());
}

#[test]
fn a_server_that_lets_nobody_observe_what_they_own_is_asked_as_the_owner() {
    let (mut stage, key) = observing(7);
    stage.desk.barge(stage.now, key).unwrap();
    lose_link(&mut stage);
    come_back(&mut stage);
    sent(&mut stage);
    error(&mut stage, "agentJoinRoom");
    assert_eq!(sent(&mut stage), [join(7, "active")]);
    stage.say(&room(7, &json!([])));
    let contact = stage.desk.contact(key).unwrap();
    assert!(!contact.observed && contact.phase == Phase::Active);
    assert!(stage.rows(key).contains(&"* SupervisorBarged".to_owned()));
    // Refused both ways, it is what it was before, and says what the server said.
    let (mut stage, key) = observing(7);
    stage.desk.barge(stage.now, key).unwrap();
    lose_link(&mut stage);
    come_back(&mut stage);
    error(&mut stage, "agentJoinRoom");
    error(&mut stage, "agentJoinRoom");
    let contact = stage.desk.contact(key).unwrap();
    assert!(contact.observed && contact.join_has_failed());
    assert_eq!(contact.failure.as_ref().unwrap().kind, FailureKind::ServerError(1));
}

#[test]
fn lines_for_the_customer_stay_here_when_the_room_is_only_observed_again() {
    let (mut stage, key) = barged(7);
    stage.desk.send(stage.now, key, Normal, &"one".into()).unwrap();
    stage.desk.send(stage.now, key, Normal, &"two".into()).unwrap();
    stage.desk.send(stage.now, key, Whisper, &"psst".into()).unwrap();
    stage.carry_out();
    assert_eq!(sent(&mut stage).len(), 1, "the others wait for the first");
    lose_link(&mut stage);
    come_back(&mut stage);
    sent(&mut stage);
    let own = line("00123", "one", 5_000);
    stage.say(&observed_room(7, &json!([own])));
    assert!(stage.desk.contact(key).unwrap().observed);
    let lines = sent(&mut stage);
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0]["messageType"], "whisper");
    assert!(stage.rows(key).contains(&"me: two [refused]".to_owned()));
}

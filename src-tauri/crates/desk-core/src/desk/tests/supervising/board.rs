//! The board at the desk: who may, when it is asked for, what a failure does.

use serde_json::{Value, json};

use super::{come_back, come_in, error, lose_link, sent, supervisor};
use crate::board::Trend;
use crate::desk::tests::stage::Stage;
use crate::failure::{FailureKind, WhyNot};

fn data(unanswered: i64) -> Value {
    json!({"method": "agentData", "thresholds": {}, "agents": [
        {"agentId": "00777", "displayName": "Tom", "conversations": [
            {"guid": 7, "numberOfUnansweredCustomerMessages": unanswered},
        ]},
    ]})
}

fn watching() -> Stage {
    let mut stage = supervisor();
    stage.desk.watch_board(stage.now, true).unwrap();
    stage.carry_out();
    stage
}

#[test]
fn only_a_supervisor_who_is_signed_in_may_watch() {
    let mut stage = Stage::new();
    let refused = stage.desk.watch_board(stage.now, true).unwrap_err();
    assert_eq!(refused.kind, FailureKind::NotSignedIn);
    let mut stage = Stage::signed_in();
    let refused = stage.desk.watch_board(stage.now, true).unwrap_err();
    assert_eq!(refused.kind, FailureKind::NotPossible(WhyNot::NotSupervisor));
    let refused = stage.desk.observe(stage.now, ewc_wire::Guid(7)).unwrap_err();
    assert_eq!(refused.kind, FailureKind::NotPossible(WhyNot::NotSupervisor));
    stage.carry_out();
    assert!(stage.frames().is_empty());
}

#[test]
fn agent_data_request_at_once_then_five_seconds_after_each_answer() {
    let mut stage = watching();
    assert_eq!(stage.methods(), ["agentData"]);
    stage.pass(2_000);
    stage.say(&data(0));
    let board = stage.desk.board().get();
    assert_eq!((board.rows.len(), board.agents.len(), board.at), (1, 1, Some(stage.now)));
    stage.pass(4_999);
    assert!(stage.methods().is_empty());
    stage.pass(1);
    assert_eq!(stage.methods(), ["agentData"]);
    // Watched already: no second question.
    stage.desk.watch_board(stage.now, true).unwrap();
    stage.carry_out();
    assert!(stage.methods().is_empty());
}

#[test]
fn agent_data_notification_without_a_question_is_taken_and_delays_nothing() {
    let mut stage = watching();
    stage.say(&data(0));
    stage.frames();
    stage.pass(3_000);
    stage.say(&data(2));
    let board = stage.desk.board().get();
    assert_eq!((board.at, board.rows[0].trend), (Some(stage.now), Trend::Worse));
    stage.pass(2_000);
    assert_eq!(stage.methods(), ["agentData"]);
}

#[test]
fn nobody_looks_and_nothing_is_asked_or_kept() {
    let mut stage = watching();
    stage.say(&data(0));
    stage.desk.watch_board(stage.now, false).unwrap();
    stage.carry_out();
    stage.frames();
    assert!(stage.desk.board().get().rows.is_empty());
    let changed = stage.desk.board().changed();
    stage.say(&data(3));
    stage.pass(60_000);
    assert!(stage.methods().is_empty());
    assert_eq!(stage.desk.board().changed(), changed);
}

#[test]
fn a_board_that_is_watched_again_while_a_question_is_open_waits_for_its_answer() {
    let mut stage = watching();
    stage.desk.watch_board(stage.now, false).unwrap();
    stage.desk.watch_board(stage.now, true).unwrap();
    stage.carry_out();
    assert_eq!(stage.methods(), ["agentData"]);
    stage.say(&data(0));
    assert_eq!(stage.desk.board().get().rows.len(), 1);
    stage.pass(5_000);
    assert_eq!(stage.methods(), ["agentData"]);
}

#[test]
fn a_refusal_stands_on_the_board_until_the_next_answer() {
    let mut stage = watching();
    stage.say(&data(0));
    stage.pass(5_000);
    stage.frames();
    error(&mut stage, "agentData");
    let board = stage.desk.board().get();
    let why = board.failure.as_ref().unwrap();
    assert_eq!(why.kind, FailureKind::ServerError(1));
    assert_eq!(why.subject.as_deref(), Some("ewc.test:8081"));
    assert_eq!(board.rows.len(), 1, "what was known stays, with its age");
    stage.pass(29_999);
    assert!(stage.methods().is_empty());
    stage.pass(1);
    assert_eq!(stage.methods(), ["agentData"]);
    assert!(stage.desk.board().get().failure.is_some());
    stage.say(&data(0));
    assert_eq!(stage.desk.board().get().failure, None);
}

#[test]
fn no_answer_is_said_and_asked_again() {
    let mut stage = watching();
    stage.frames();
    stage.pass(10_000);
    let failure = stage.desk.board().get().failure.clone();
    assert_eq!(failure.unwrap().kind, FailureKind::NoAnswer);
    stage.pass(5_000);
    assert_eq!(stage.methods(), ["agentData"]);
}

#[test]
fn after_a_lost_link_the_board_is_asked_for_by_itself() {
    let mut stage = watching();
    stage.say(&data(0));
    stage.frames();
    lose_link(&mut stage);
    assert_eq!(stage.desk.board().get().rows.len(), 1);
    stage.pass(100);
    stage.desk.watch_board(stage.now, true).unwrap();
    come_back(&mut stage);
    assert_eq!(sent(&mut stage), [json!({"method": "agentData"})]);
}

#[test]
fn watching_begins_while_the_link_is_down() {
    let mut stage = supervisor();
    lose_link(&mut stage);
    stage.desk.watch_board(stage.now, true).unwrap();
    stage.carry_out();
    assert!(stage.methods().is_empty());
    come_back(&mut stage);
    assert_eq!(sent(&mut stage), [json!({"method": "agentData"})]);
}

#[test]
fn signing_out_takes_the_board_along() {
    let mut stage = watching();
    stage.say(&data(0));
    stage.desk.sign_out(stage.now).unwrap();
    stage.cct(crate::cct::CctEvent::SignedOut);
    assert_eq!(*stage.desk.board().get(), crate::board::Board::default());
    stage.pass(60_000);
    come_in(&mut stage);
    assert!(stage.methods().is_empty());
}

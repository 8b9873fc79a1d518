//! The link is lost: rooms entered again, lines settled, nothing sent twice, nothing lost.

use ewc_wire::Audience::Normal;
use serde_json::json;

use super::stage::{AGENT, Stage, line, room};
use crate::contact::{ContactKey, Phase};
use crate::ewc::EwcInput;
use crate::failure::{FailureKind, LinkFailure};
use crate::notice::NoticeKind;
use crate::session_state::LinkState;

fn lose(stage: &mut Stage) {
    stage.ewc(|connection| EwcInput::Failed { connection, why: LinkFailure::Lost });
}

/// Lost with one line in flight, back, and the first transcript read.
fn lost_with_a_line(transcript: &serde_json::Value) -> (Stage, ContactKey) {
    let (mut stage, key) = Stage::chatting();
    stage.desk.send(stage.now, key, Normal, &"hello".into()).unwrap();
    stage.carry_out();
    stage.frames();
    lose(&mut stage);
    assert_eq!(stage.phase(key), Phase::Rejoining);
    stage.pass(1_000);
    stage.connect();
    let frames = stage.frames();
    assert_eq!(frames[0]["reconnect"], true);
    assert_eq!(frames[1], json!({"method": "agentJoinRoom", "guid": 7, "joinType": "active"}));
    assert_eq!(frames.len(), 2, "nothing is sent again without a click: {frames:?}");
    stage.say(&room(7, transcript));
    (stage, key)
}

fn own(stage: &Stage, key: ContactKey) -> Vec<String> {
    stage.rows(key).into_iter().filter(|row| row.starts_with("me")).collect()
}

#[test]
fn a_line_in_the_transcript_is_delivered() {
    let (stage, key) = lost_with_a_line(&json!([line(AGENT, "hello", 1_000_000_000_500)]));
    assert_eq!(own(&stage, key), ["me: hello [delivered]"]);
    assert_eq!(stage.phase(key), Phase::Active);
}

#[test]
fn a_line_that_is_missing_twice_is_not_delivered_and_waits_for_a_click() {
    let (mut stage, key) = lost_with_a_line(&json!([]));
    assert_eq!(own(&stage, key), ["me: hello [unknown]"]);
    stage.frames();
    stage.pass(3_000);
    assert_eq!(stage.methods(), ["agentJoinRoom"]);
    stage.say(&room(7, &json!([])));
    assert_eq!(own(&stage, key), ["me: hello [notdelivered]"]);
    let restored = stage.desk.notices().get().iter().find_map(|notice| match notice.what {
        NoticeKind::Restored { not_delivered, missed_lines, .. } => {
            Some((not_delivered, missed_lines))
        }
        _ => None,
    });
    assert_eq!(restored, Some((1, 0)));
    let item = stage.desk.contact(key).unwrap().timeline.own(|_| true)[0];
    stage.desk.send_again(stage.now, key, item).unwrap();
    stage.carry_out();
    assert_eq!(stage.frames()[0]["message"], "hello");
    stage.acknowledge(7);
    assert_eq!(own(&stage, key), ["me: hello [delivered]"]);
}

#[test]
fn the_second_reading_finds_what_the_first_one_missed() {
    let (mut stage, key) = lost_with_a_line(&json!([]));
    stage.pass(3_000);
    stage.say(&room(7, &json!([line(AGENT, "hello", 1_000_000_000_500)])));
    assert_eq!(own(&stage, key), ["me: hello [delivered]"]);
}

#[test]
fn a_server_that_refuses_the_second_reading_decides_nothing_away() {
    let (mut stage, key) = lost_with_a_line(&json!([]));
    stage.pass(3_000);
    stage.frame(
        "error",
        &json!({"method": "agentJoinRoom", "code": 1, "errorMessage": "in already"}),
    );
    assert_eq!(own(&stage, key), ["me: hello [notdelivered]"]);
    assert_eq!(stage.phase(key), Phase::Active);
}

#[test]
fn a_discarded_line_is_gone() {
    let (mut stage, key) = lost_with_a_line(&json!([]));
    stage.pass(3_000);
    stage.say(&room(7, &json!([])));
    let item = stage.desk.contact(key).unwrap().timeline.own(|_| true)[0];
    stage.desk.discard(stage.now, key, item).unwrap();
    assert!(own(&stage, key).is_empty());
}

#[test]
fn what_was_missed_is_there_and_counted() {
    let (mut stage, key) = Stage::chatting();
    stage.customer_says(7, "first");
    lose(&mut stage);
    stage.desk.set_draft(stage.now, key, Normal, "half a sen".into()).unwrap();
    stage.pass(1_000);
    stage.connect();
    let at = 1_000_000_000_000_i64;
    stage
        .say(&room(7, &json!([line("customer", "first", at), line("customer", "second", at + 1)])));
    assert_eq!(
        stage.rows(key),
        ["* Joined", "customer: first", "customer: second", "--", "* LinkLost", "* LinkRestored"]
    );
    let contact = stage.desk.contact(key).unwrap();
    assert_eq!(contact.unanswered, 2);
    assert_eq!(contact.drafts.text(Normal).as_str(), "half a sen");
    assert!(
        stage
            .desk
            .notices()
            .get()
            .iter()
            .any(|notice| { matches!(notice.what, NoticeKind::Restored { missed_lines: 1, .. }) })
    );
}

#[test]
fn attempts_back_off_and_can_be_cut_short() {
    let (mut stage, key) = Stage::chatting();
    lose(&mut stage);
    let wait = |stage: &Stage| {
        let link = &stage.desk.session().get().chat_server;
        (link.state, link.attempt, link.retry_at.map(|at| at.since(stage.now)))
    };
    assert_eq!(wait(&stage), (LinkState::Reconnecting, 1, Some(1_000)));
    stage.pass(1_000);
    lose(&mut stage);
    assert_eq!(wait(&stage), (LinkState::Reconnecting, 2, Some(2_000)));
    stage.desk.reconnect(stage.now).unwrap();
    stage.carry_out();
    stage.connect();
    assert_eq!(wait(&stage).0, LinkState::Up);
    // While the link is down nothing can be written.
    lose(&mut stage);
    let refused = stage.desk.send(stage.now, key, Normal, &"x".into()).unwrap_err();
    assert!(matches!(refused.kind, FailureKind::NotPossible(_)));
}

#[test]
fn without_auto_reconnect_a_click_is_needed() {
    let mut stage = Stage::with(|config| config.ewc.auto_reconnect = false).sign_in();
    let key = stage.chat(7);
    let connections = stage.opened.len();
    lose(&mut stage);
    stage.pass(120_000);
    assert_eq!(stage.opened.len(), connections);
    assert_eq!(stage.desk.session().get().chat_server.retry_at, None);
    stage.desk.reconnect(stage.now).unwrap();
    stage.carry_out();
    stage.connect();
    stage.say(&room(7, &json!([])));
    assert_eq!(stage.phase(key), Phase::Active);
}

#[test]
fn a_silent_socket_is_noticed() {
    let (mut stage, _) = Stage::chatting();
    stage.pass(59_000);
    assert_eq!(stage.desk.session().get().chat_server.state, LinkState::Up);
    stage.pass(2_000);
    assert_eq!(stage.desk.session().get().chat_server.state, LinkState::Reconnecting);
}

#[test]
fn after_sleep_a_new_connection_is_made() {
    let (mut stage, _) = Stage::chatting();
    let connections = stage.opened.len();
    stage.desk.distrust_connections(stage.now);
    stage.carry_out();
    assert_eq!(stage.opened.len(), connections + 1);
}

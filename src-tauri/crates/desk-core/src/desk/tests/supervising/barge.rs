//! Taking a chat over: what it changes, what a refusal leaves, and what crosses it on the way.

use ewc_wire::Audience::{Normal, Whisper};
use serde_json::json;

use super::{OTHER, barged, error, exit, observing, operation};
use crate::contact::{ContactKey, Phase};
use crate::desk::tests::stage::{AGENT, Stage, reasons};
use crate::failure::{FailureKind, WhyNot};

fn agent_says(stage: &mut Stage, text: &str) {
    stage.say(&json!({"method": "newMessage", "guid": 7, "displayName": "Tom", "message": text,
        "sender": {"type": "agent", "agentId": OTHER}, "messageType": "normal"}));
}

fn barge(stage: &mut Stage, key: ContactKey) {
    stage.desk.barge(stage.now, key).unwrap();
    stage.carry_out();
}

fn is_observed(stage: &Stage, key: ContactKey) -> bool {
    stage.desk.contact(key).unwrap().observed
}

#[test]
fn barging_in_on_a_web_communications_contact() {
    let (mut stage, key) = observing(7);
    barge(&mut stage, key);
    assert_eq!(
        stage.frames(),
        [json!({"method": "operationRequest", "guid": 7,
            "destinationType": "barge", "destinationId": AGENT})]
    );
    let actions = stage.desk.actions(stage.desk.contact(key).unwrap());
    for running in [actions.barge, actions.leave] {
        assert_eq!(running.unwrap_err().kind, FailureKind::NotPossible(WhyNot::StepRunning));
    }
    assert!(actions.reply.is_err(), "not before the server says so");
    stage.say(&operation(7, true));
    assert!(!is_observed(&stage, key));
    assert_eq!(stage.rows(key).last().unwrap(), "* SupervisorBarged");
    let role = |agent: &str| {
        let room = &stage.desk.contact(key).unwrap().room;
        room.role(&agent.into()).map(ToString::to_string)
    };
    assert_eq!(role(AGENT).as_deref(), Some("active_participant"));
    assert_eq!(role(OTHER).as_deref(), Some("passive_participant"));
    stage.desk.send(stage.now, key, Normal, &"I take over.".into()).unwrap();
    stage.carry_out();
    assert_eq!(stage.frames()[0]["messageType"], "normal");
}

#[test]
fn a_chat_that_was_taken_over_calls_and_keeps_from_logging_off() {
    let (mut stage, _) = barged(7);
    stage.customer_says(7, "and now?");
    assert_eq!(stage.cues.len(), 1);
    let refused = stage.desk.sign_out(stage.now).unwrap_err();
    assert_eq!(refused.kind, FailureKind::ContactsOpen);
}

#[test]
fn nobody_logs_off_while_a_barge_is_on_its_way() {
    // It may have worked: then the chat's owner would be gone, and its agent could only whisper.
    let (mut stage, key) = observing(7);
    barge(&mut stage, key);
    let refused = stage.desk.sign_out(stage.now).unwrap_err();
    assert_eq!(refused.kind, FailureKind::ContactsOpen);
    assert!(stage.desk.contact(key).is_some());
    stage.say(&operation(7, false));
    stage.desk.sign_out(stage.now).unwrap();
}

#[test]
fn agent_operation_notification_without_success_leaves_an_observer() {
    let (mut stage, key) = observing(7);
    barge(&mut stage, key);
    stage.say(&operation(7, false));
    let contact = stage.desk.contact(key).unwrap();
    assert_eq!(contact.failure.as_ref().unwrap().kind, FailureKind::OperationRefused);
    assert!(contact.observed && stage.desk.actions(contact).barge.is_ok());
    barge(&mut stage, key);
    assert_eq!(stage.desk.contact(key).unwrap().failure, None);
    error(&mut stage, "operationRequest");
    let failure = stage.desk.contact(key).unwrap().failure.clone().unwrap();
    assert_eq!(failure.kind, FailureKind::ServerError(1));
    assert!(is_observed(&stage, key));
}

#[test]
fn an_answer_that_comes_after_its_time_still_counts() {
    let (mut stage, key) = observing(7);
    barge(&mut stage, key);
    stage.pass(10_000);
    let failure = stage.desk.contact(key).unwrap().failure.clone().unwrap();
    assert_eq!(failure.kind, FailureKind::NoAnswer);
    assert!(is_observed(&stage, key));
    stage.say(&operation(7, true));
    let contact = stage.desk.contact(key).unwrap();
    assert!(!contact.observed && contact.failure.is_none());
}

#[test]
fn the_server_may_say_it_in_other_words() {
    for word in [
        json!({"method": "supervisorBarge", "guid": 7, "supervisorId": AGENT}),
        json!({"method": "changeConferenceOwner", "guid": 7, "newOwner": AGENT}),
    ] {
        let (mut stage, key) = observing(7);
        barge(&mut stage, key);
        stage.say(&word);
        assert!(!is_observed(&stage, key));
        stage.say(&operation(7, true));
        let barges = stage.rows(key).iter().filter(|row| *row == "* SupervisorBarged").count();
        assert_eq!(barges, 1);
    }
}

#[test]
fn another_supervisor_is_quicker() {
    let (mut stage, key) = observing(7);
    barge(&mut stage, key);
    stage.say(&json!({"method": "supervisorBarge", "guid": 7, "supervisorId": "20091"}));
    assert!(is_observed(&stage, key));
    stage.say(&operation(7, false));
    assert!(is_observed(&stage, key));
    assert!(stage.rows(key).contains(&"* SupervisorBarged".to_owned()));
}

#[test]
fn lines_that_cross_the_barge_stay_what_they_are() {
    let (mut stage, key) = observing(7);
    stage.desk.send(stage.now, key, Whisper, &"I am taking over".into()).unwrap();
    stage.carry_out();
    barge(&mut stage, key);
    agent_says(&mut stage, "written before");
    stage.say(&operation(7, true));
    agent_says(&mut stage, "on the way meanwhile");
    stage.acknowledge(7);
    let rows = stage.rows(key);
    let wanted = [
        "me whispers: I am taking over [delivered]",
        "agent: written before",
        "* SupervisorBarged",
        "agent: on the way meanwhile",
    ];
    assert_eq!(rows[rows.len() - 4..], wanted);
    let lines: Vec<_> =
        stage.frames().into_iter().filter(|body| body["method"] == "newMessage").collect();
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0]["messageType"], "whisper");
}

#[test]
fn the_chat_ends_while_the_barge_is_on_its_way() {
    let (mut stage, key) = observing(7);
    barge(&mut stage, key);
    stage.say(&exit(7));
    assert!(stage.desk.contact(key).is_none());
    stage.say(&operation(7, true));
    assert_eq!(stage.desk.contacts().count(), 0);
}

#[test]
fn the_customer_leaves_while_the_barge_is_on_its_way() {
    let (mut stage, key) = observing(7);
    barge(&mut stage, key);
    stage.say(&reasons("customerDisconnect", 7));
    stage.say(&operation(7, false));
    let contact = stage.desk.contact(key).unwrap();
    assert!(contact.observed && contact.phase == Phase::Active);
    // Where the barge was taken all the same, the chat is closed as any other.
    let (mut stage, key) = observing(7);
    barge(&mut stage, key);
    stage.say(&reasons("customerDisconnect", 7));
    stage.say(&operation(7, true));
    assert!(!is_observed(&stage, key));
    stage.desk.close(stage.now, key).unwrap();
    stage.say(&reasons("agentQuitChat", 7));
    assert_eq!(stage.phase(key), Phase::WrapUp);
}

#[test]
fn a_chat_taken_over_without_a_leg_is_closed_as_any_other() {
    let (mut stage, key) = barged(7);
    stage.desk.close(stage.now, key).unwrap();
    stage.say(&reasons("agentQuitChat", 7));
    stage.desk.finish(stage.now, key).unwrap();
    stage.say(&json!({"method": "agentSetClosedReason", "guid": 7, "accepted": true}));
    assert_eq!(stage.methods(), ["agentQuitChat", "agentSetClosedReason"]);
    assert!(stage.desk.contact(key).is_none());
    assert!(stage.desk.released.is_empty(), "contact control has nothing to let go of");
}

#[test]
fn snapshots_of_contact_control_leave_a_chat_without_a_leg_alone() {
    let (mut stage, key) = barged(7);
    stage.cct(crate::cct::CctEvent::Up { server: "cct.test:9084".into() });
    stage.cct(crate::cct::CctEvent::SnapshotDone);
    assert_eq!(stage.phase(key), Phase::Active);
}

#[test]
fn after_a_barge_the_agent_whispers_and_can_be_dropped() {
    let (mut stage, key) = barged(7);
    stage.say(&json!({"method": "newMessage", "guid": 7, "displayName": "Tom",
        "message": "sorry", "messageType": "whisper",
        "sender": {"type": "agent", "agentId": OTHER}}));
    assert_eq!(stage.rows(key).last().unwrap(), "agent whispers: sorry");
    stage.desk.send(stage.now, key, Whisper, &"it is all right".into()).unwrap();
    stage.desk.drop_participant(stage.now, key).unwrap();
    stage.carry_out();
    assert_eq!(stage.methods(), ["newMessage", "dropPassiveParticipant"]);
}

#[test]
fn supervisor_barge_notification_leaves_the_agent_whispers_only() {
    let (mut stage, key) = Stage::chatting();
    stage.say(&json!({"method": "activeAgentNotification", "guid": 7, "agentId": "20090",
        "userType": "supervisor_observe"}));
    stage.desk.send(stage.now, key, Normal, &"on its way".into()).unwrap();
    stage.carry_out();
    stage.say(&json!({"method": "supervisorBarge", "guid": 7, "supervisorId": "20090"}));
    let actions = stage.desk.actions(stage.desk.contact(key).unwrap());
    assert_eq!(actions.reply.unwrap_err().kind, FailureKind::NotPossible(WhyNot::TakenOver));
    assert!(actions.whisper.is_ok());
    error(&mut stage, "newMessage");
    let rows = stage.rows(key);
    let wanted = ["me: on its way [refused]", "* SupervisorBarged"];
    assert_eq!(rows[rows.len() - 2..], wanted, "what crossed the barge is shown as refused");
}

#[test]
fn what_waited_when_the_room_was_lost_does_not_follow_its_observer() {
    let (mut stage, key) = barged(7);
    stage.desk.send(stage.now, key, Normal, &"one".into()).unwrap();
    stage.desk.send(stage.now, key, Normal, &"two".into()).unwrap();
    stage.say(&exit(7));
    let kept = |notice: &crate::notice::Notice| match &notice.what {
        crate::notice::NoticeKind::UndeliveredText { text, .. } => Some(text.as_str().to_owned()),
        _ => None,
    };
    let kept: Vec<_> = stage.desk.notices().get().iter().filter_map(kept).collect();
    assert!(kept.contains(&"two".to_owned()));
    super::observe(&mut stage, 7);
    stage.acknowledge(7);
    assert!(stage.frames().is_empty());
}

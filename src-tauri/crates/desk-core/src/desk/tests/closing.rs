//! Closing: by the agent, after the customer, refused, lost on the way.

use ewc_wire::Audience::Normal;
use ewc_wire::ClosedReasonCode;
use serde_json::json;

use super::stage::{Stage, cct_id, contact, reasons};
use crate::cct::{CctEvent, ContactEnd};
use crate::contact::{Phase, WrapUpState};
use crate::ewc::EwcInput;
use crate::failure::{FailureKind, LinkFailure, WhyNot};

#[test]
fn the_contact_leaves_on_the_servers_accepted() {
    let (mut stage, key) = Stage::chatting();
    stage.desk.close(stage.now, key).unwrap();
    stage.carry_out();
    assert_eq!(stage.methods(), ["agentQuitChat"]);
    assert_eq!(stage.phase(key), Phase::WrapUp);
    let early = stage.desk.finish(stage.now, key).unwrap_err();
    assert_eq!(early.kind, FailureKind::NotPossible(WhyNot::ReasonsNotHere));
    stage.say(&reasons("agentQuitChat", 7));
    let form = stage.desk.contact(key).unwrap().wrap_up.clone().unwrap();
    assert_eq!((form.state, form.reason), (WrapUpState::Open, Some(ClosedReasonCode(2))));
    stage
        .desk
        .set_wrap_up(stage.now, key, Some(ClosedReasonCode(1)), "two seats".into(), true)
        .unwrap();
    stage.desk.finish(stage.now, key).unwrap();
    stage.carry_out();
    let sent = json!({"method": "agentSetClosedReason", "guid": 7, "closedReasonCode": 1,
        "agentNote": "two seats", "sendTranscript": true});
    assert_eq!(stage.frames(), [sent]);
    stage.say(&json!({"method": "agentSetClosedReason", "guid": 7, "accepted": true}));
    assert!(stage.desk.contact(key).is_none());
    // CCT still has it for a while: that does not bring it back.
    stage.cct(CctEvent::Facts(contact(7)));
    stage.cct(CctEvent::Answered(cct_id(7)));
    assert_eq!(stage.desk.contacts().count(), 0);
    stage.ended(7, ContactEnd::Released);
    assert!(stage.desk.notices().get().is_empty());
}

#[test]
fn a_refused_form_can_be_sent_again() {
    let (mut stage, key) = Stage::chatting();
    stage.desk.close(stage.now, key).unwrap();
    stage.carry_out();
    stage.say(&reasons("agentQuitChat", 7));
    stage.desk.finish(stage.now, key).unwrap();
    stage.carry_out();
    stage.say(&json!({"method": "agentSetClosedReason", "guid": 7, "accepted": false}));
    let form = stage.desk.contact(key).unwrap().wrap_up.clone().unwrap();
    assert!(matches!(form.state, WrapUpState::Refused(_)));
    stage.desk.finish(stage.now, key).unwrap();
    stage.carry_out();
    stage.say(&json!({"method": "agentSetClosedReason", "guid": 7, "accepted": true}));
    assert!(stage.desk.contact(key).is_none());
}

#[test]
fn a_server_without_an_answer_gives_the_conversation_back() {
    let (mut stage, key) = Stage::chatting();
    stage.desk.close(stage.now, key).unwrap();
    stage.carry_out();
    stage.pass(10_000);
    assert_eq!(stage.phase(key), Phase::Active);
    assert_eq!(
        stage.desk.contact(key).unwrap().failure.clone().unwrap().kind,
        FailureKind::NoAnswer
    );
}

#[test]
fn a_customer_who_leaves_opens_the_form_and_late_lines_are_shown() {
    let (mut stage, key) = Stage::chatting();
    stage.say(&{
        let mut left = reasons("customerDisconnect", 7);
        left["timestamp"] = json!(1);
        left
    });
    assert_eq!(stage.phase(key), Phase::WrapUp);
    let refused = stage.desk.send(stage.now, key, Normal, &"wait".into()).unwrap_err();
    assert_eq!(refused.kind, FailureKind::NotPossible(WhyNot::Closing));
    stage.customer_says(7, "one more thing");
    assert_eq!(stage.rows(key).last().unwrap(), "customer: one more thing");
    // CCT may let go first: the form stays.
    stage.ended(7, ContactEnd::Released);
    assert_eq!(stage.phase(key), Phase::WrapUp);
    stage.desk.finish(stage.now, key).unwrap();
    stage.carry_out();
    assert_eq!(stage.methods(), ["agentSetClosedReason"]);
}

#[test]
fn the_form_survives_a_lost_link() {
    let (mut stage, key) = Stage::chatting();
    stage.desk.close(stage.now, key).unwrap();
    stage.carry_out();
    stage.say(&reasons("agentQuitChat", 7));
    stage
        .desk
        .set_wrap_up(stage.now, key, Some(ClosedReasonCode(1)), "note".into(), false)
        .unwrap();
    stage.desk.finish(stage.now, key).unwrap();
    stage.carry_out();
    stage.ewc(|connection| EwcInput::Failed { connection, why: LinkFailure::Lost });
    let form = stage.desk.contact(key).unwrap().wrap_up.clone().unwrap();
    assert!(matches!(form.state, WrapUpState::Refused(_)));
    assert_eq!(form.note.as_str(), "note");
}

#[test]
fn undelivered_text_is_kept_when_the_contact_goes() {
    let (mut stage, key) = Stage::chatting();
    stage.desk.send(stage.now, key, Normal, &"important".into()).unwrap();
    stage.carry_out();
    stage.ewc(|connection| EwcInput::Failed { connection, why: LinkFailure::Lost });
    stage.desk.contact_gone(stage.now, key, crate::notice::OfferEnd::TakenAway);
    let kept = stage.desk.notices().get().iter().any(|notice| {
        matches!(&notice.what, crate::notice::NoticeKind::UndeliveredText { text, .. }
            if text.as_str() == "important")
    });
    assert!(kept);
}

/// What the notification carries is not certain: without reasons they are asked for.
#[test]
fn reasons_that_do_not_come_with_the_customers_leaving_are_asked_for() {
    let (mut stage, key) = Stage::chatting();
    stage.say(&json!({"method": "customerDisconnect", "guid": 7}));
    assert_eq!(stage.methods(), ["agentQuitChat"]);
    stage.say(&reasons("agentQuitChat", 7));
    let form = stage.desk.contact(key).unwrap().wrap_up.clone().unwrap();
    assert_eq!((form.state, form.reasons.codes.len()), (WrapUpState::Open, 2));
}

#[test]
fn a_centre_without_closed_reasons_is_asked_once() {
    let (mut stage, key) = Stage::chatting();
    stage.say(&json!({"method": "customerDisconnect", "guid": 7}));
    stage.frames();
    stage.say(&json!({"method": "agentQuitChat", "guid": 7}));
    assert!(stage.frames().is_empty());
    let form = stage.desk.contact(key).unwrap().wrap_up.clone().unwrap();
    assert_eq!((form.state, form.reasons.codes.len()), (WrapUpState::Open, 0));
}

// Notes taken while the chat goes on

fn draft(stage: &mut Stage, key: crate::contact::ContactKey, reason: Option<i64>, note: &str) {
    let reason = reason.map(ClosedReasonCode);
    stage.desk.set_wrap_up(stage.now, key, reason, note.into(), true).unwrap();
    stage.carry_out();
}

#[test]
fn a_note_taken_during_the_chat_is_in_the_form() {
    let (mut stage, key) = Stage::chatting();
    let form = stage.desk.form(stage.desk.contact(key).unwrap()).unwrap();
    assert_eq!((form.state, form.note.as_str()), (WrapUpState::NotBegun, ""));
    assert!(stage.desk.contact(key).unwrap().wrap_up.is_none());
    draft(&mut stage, key, None, "wants a window seat");
    assert_eq!(stage.phase(key), Phase::Active);
    assert!(stage.desk.actions(stage.desk.contact(key).unwrap()).finish.is_err());
    assert!(stage.methods().is_empty());
    // The chat goes on as before.
    stage.desk.send(stage.now, key, Normal, &"yes".into()).unwrap();
    stage.desk.close(stage.now, key).unwrap();
    stage.carry_out();
    stage.say(&reasons("agentQuitChat", 7));
    let form = stage.desk.contact(key).unwrap().wrap_up.clone().unwrap();
    assert_eq!(form.state, WrapUpState::Open);
    assert_eq!((form.note.as_str(), form.send_transcript), ("wants a window seat", true));
    assert_eq!(form.reason, Some(ClosedReasonCode(2)), "the default reason is preselected");
}

#[test]
fn a_note_survives_the_customers_leaving_a_lost_link_and_a_quit_without_an_answer() {
    let note = |stage: &Stage, key| {
        stage.desk.contact(key).unwrap().wrap_up.clone().unwrap().note.as_str().to_owned()
    };
    let (mut stage, key) = Stage::chatting();
    draft(&mut stage, key, None, "a");
    stage.ewc(|connection| EwcInput::Failed { connection, why: LinkFailure::Lost });
    assert_eq!(note(&stage, key), "a");
    draft(&mut stage, key, None, "b");
    let (mut stage, key) = Stage::chatting();
    draft(&mut stage, key, None, "c");
    stage.say(&reasons("customerDisconnect", 7));
    assert_eq!((note(&stage, key), stage.phase(key)), ("c".to_owned(), Phase::WrapUp));
    let (mut stage, key) = Stage::chatting();
    draft(&mut stage, key, None, "d");
    stage.desk.close(stage.now, key).unwrap();
    stage.pass(10_000);
    let form = stage.desk.contact(key).unwrap().wrap_up.clone().unwrap();
    assert_eq!((form.state, form.note.as_str()), (WrapUpState::NotBegun, "d"));
}

#[test]
fn a_note_of_a_contact_that_is_taken_away_is_kept() {
    let (mut stage, key) = Stage::chatting();
    draft(&mut stage, key, None, "half a note");
    stage.say(&json!({"method": "exitRoom", "guid": 7, "agentId": "00123", "scenario": "x"}));
    assert!(stage.desk.contact(key).is_none());
    let kept = stage.desk.notices().get().iter().any(|notice| {
        matches!(&notice.what, crate::notice::NoticeKind::UndeliveredText { text, .. }
            if text.as_str() == "half a note")
    });
    assert!(kept);
}

#[test]
fn a_reason_that_the_server_does_not_list_is_chosen_anew() {
    for (drafted, expect) in [(Some(1), Some(1)), (Some(9), Some(2)), (None, Some(2))] {
        let (mut stage, key) = Stage::chatting();
        draft(&mut stage, key, drafted, "");
        stage.say(&reasons("customerDisconnect", 7));
        let form = stage.desk.contact(key).unwrap().wrap_up.clone().unwrap();
        assert_eq!(form.reason, expect.map(ClosedReasonCode));
    }
    let mut stage = Stage::with(|config| config.closed_reason_required = true).sign_in();
    let key = stage.chat(7);
    draft(&mut stage, key, None, "n");
    stage.say(&reasons("customerDisconnect", 7));
    let form = stage.desk.contact(key).unwrap().wrap_up.clone().unwrap();
    assert_eq!(form.reason, None, "a reason has to be chosen");
}

#[test]
fn lines_that_come_while_the_form_is_open_are_shown_and_marked() {
    let (mut stage, key) = Stage::chatting();
    stage.desk.close(stage.now, key).unwrap();
    stage.carry_out();
    stage.customer_says(7, "wait");
    stage.say(&reasons("agentQuitChat", 7));
    stage.customer_says(7, "one more");
    let rows = stage.rows(key);
    assert!(rows.ends_with(&["customer: wait".to_owned(), "customer: one more".to_owned()]));
    let contact = stage.desk.contact(key).unwrap();
    assert_eq!((contact.unread, contact.phase), (2, Phase::WrapUp));
}

#[test]
fn a_contact_that_neither_server_has_any_more_can_be_let_go_of() {
    let (mut stage, key) = Stage::chatting();
    stage.ended(7, ContactEnd::Released);
    stage.desk.set_draft(stage.now, key, Normal, "one more thing".into()).unwrap();
    stage.desk.close(stage.now, key).unwrap();
    stage.carry_out();
    refuse(&mut stage);
    assert_eq!(stage.phase(key), Phase::WrapUp);
    assert!(stage.desk.contact(key).unwrap().form_was_refused());
    stage.desk.decline(stage.now, key).unwrap();
    assert!(stage.desk.contact(key).is_none());
    assert_eq!(stage.desk.notices().get().len(), 1, "the draft is kept");
    stage.desk.sign_out(stage.now).unwrap();
}

#[test]
fn a_refused_close_of_a_contact_that_contact_control_has_leaves_it_open() {
    let (mut stage, key) = Stage::chatting();
    stage.desk.close(stage.now, key).unwrap();
    stage.carry_out();
    refuse(&mut stage);
    assert_eq!(stage.phase(key), Phase::Active);
}

/// The server refuses to begin the close.
fn refuse(stage: &mut Stage) {
    let refusal = json!({"method": "agentQuitChat", "code": 1, "errorMessage": "no such room"});
    stage.frame("error", &refusal);
}

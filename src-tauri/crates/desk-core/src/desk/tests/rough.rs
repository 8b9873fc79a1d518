//! Rough edges: what comes late, twice, in the wrong order, or not at all, and the way out of it.

use ewc_wire::Audience::{Normal, Whisper};
use ewc_wire::ClosedReasonCode;
use serde_json::json;

use super::stage::{AGENT, Stage, agent, cct_id, contact, line, reasons, room, sign_in};
use crate::cct::{CctContact, CctEvent, ContactEnd};
use crate::contact::{ContactKey, Phase};
use crate::effect::Cue;
use crate::ewc::EwcInput;
use crate::failure::{Failure, FailureKind, LinkFailure};
use crate::notice::NoticeKind;
use crate::session_state::{LinkState, Ready, SessionPhase};

fn lose(stage: &mut Stage) {
    stage.ewc(|connection| EwcInput::Failed { connection, why: LinkFailure::Lost });
}

fn echo(text: &str, kind: &str) -> serde_json::Value {
    json!({"method": "newMessage", "guid": 7, "sender": {"type": "agent", "agentId": AGENT},
        "displayName": "Ann", "timestamp": 1, "message": text, "messageType": kind})
}

fn refuse(stage: &mut Stage, method: &str) {
    stage.frame("error", &json!({"method": method, "code": 1, "errorMessage": "no"}));
}

fn own(stage: &Stage, key: ContactKey) -> Vec<String> {
    stage.rows(key).into_iter().filter(|row| row.starts_with("me")).collect()
}

fn marks(stage: &Stage, key: ContactKey) -> (u32, u32) {
    let contact = stage.desk.contact(key).unwrap();
    (contact.unread, contact.unanswered)
}

fn kept_texts(stage: &Stage) -> Vec<String> {
    let notices = stage.desk.notices().get().iter();
    notices
        .filter_map(|notice| match &notice.what {
            NoticeKind::UndeliveredText { text, .. } => Some(text.as_str().to_owned()),
            _ => None,
        })
        .collect()
}

fn send(stage: &mut Stage, key: ContactKey, text: &str) {
    stage.desk.send(stage.now, key, Normal, &text.into()).unwrap();
    stage.carry_out();
}

// Rooms and their ways out

#[test]
fn a_room_that_does_not_take_the_agent_back_can_be_tried_again_or_given_up() {
    for give_up in [false, true] {
        let (mut stage, key) = Stage::chatting();
        lose(&mut stage);
        stage.pass(1_000);
        stage.connect();
        refuse(&mut stage, "agentJoinRoom");
        assert_eq!(stage.phase(key), Phase::Rejoining);
        stage.frames();
        if give_up {
            stage.desk.decline(stage.now, key).unwrap();
            assert!(stage.desk.contact(key).is_none());
            stage.desk.sign_out(stage.now).unwrap();
        } else {
            stage.desk.accept(stage.now, key).unwrap();
            stage.carry_out();
            assert_eq!(stage.methods(), ["agentJoinRoom"]);
            stage.say(&room(7, &json!([])));
            assert_eq!(stage.phase(key), Phase::Active);
        }
    }
}

#[test]
fn a_lost_room_goes_with_its_contact() {
    let (mut stage, key) = Stage::chatting();
    lose(&mut stage);
    stage.pass(1_000);
    stage.connect();
    refuse(&mut stage, "agentJoinRoom");
    stage.ended(7, ContactEnd::Released);
    assert!(stage.desk.contact(key).is_none());
}

#[test]
fn a_form_that_is_refused_for_good_can_be_let_go_and_its_note_stays() {
    let (mut stage, key) = Stage::chatting();
    stage.desk.close(stage.now, key).unwrap();
    stage.carry_out();
    stage.say(&reasons("agentQuitChat", 7));
    assert!(stage.desk.decline(stage.now, key).is_err());
    let reason = Some(ClosedReasonCode(1));
    stage.desk.set_wrap_up(stage.now, key, reason, "two seats".into(), false).unwrap();
    stage.desk.finish(stage.now, key).unwrap();
    stage.carry_out();
    refuse(&mut stage, "agentSetClosedReason");
    stage.desk.decline(stage.now, key).unwrap();
    assert!(stage.desk.contact(key).is_none());
    assert_eq!(kept_texts(&stage), ["two seats"]);
}

#[test]
fn a_customer_who_leaves_while_the_agent_enters_leaves_a_form() {
    let mut stage = Stage::signed_in();
    let key = stage.offer(7);
    // Before the offer is accepted there is nothing to close.
    stage.say(&reasons("customerDisconnect", 7));
    assert_eq!(stage.phase(key), Phase::Offered);
    stage.desk.accept(stage.now, key).unwrap();
    stage.cct(CctEvent::Answered(cct_id(7)));
    stage.say(&reasons("customerDisconnect", 7));
    stage.say(&room(7, &json!([line("customer", "bye", 1)])));
    assert_eq!(stage.phase(key), Phase::WrapUp);
    assert_eq!(stage.rows(key)[0], "customer: bye");
}

#[test]
fn reasons_from_the_customers_leaving_serve_a_close_under_way() {
    let (mut stage, key) = Stage::chatting();
    stage.desk.close(stage.now, key).unwrap();
    stage.carry_out();
    assert!(stage.desk.close(stage.now, key).is_err());
    stage.say(&reasons("customerDisconnect", 7));
    refuse(&mut stage, "agentQuitChat");
    assert_eq!(stage.phase(key), Phase::WrapUp);
    stage.frames();
    stage.desk.finish(stage.now, key).unwrap();
    assert!(stage.desk.finish(stage.now, key).is_err());
    stage.carry_out();
    assert_eq!(stage.methods(), ["agentSetClosedReason"]);
}

#[test]
fn a_note_survives_a_close_that_failed() {
    let (mut stage, key) = Stage::chatting();
    stage.desk.close(stage.now, key).unwrap();
    stage.desk.set_wrap_up(stage.now, key, None, "note".into(), false).unwrap();
    stage.carry_out();
    refuse(&mut stage, "agentQuitChat");
    assert_eq!(stage.phase(key), Phase::Active);
    assert!(stage.desk.finish(stage.now, key).is_err());
    stage.desk.close(stage.now, key).unwrap();
    stage.carry_out();
    stage.say(&reasons("agentQuitChat", 7));
    assert_eq!(stage.desk.contact(key).unwrap().wrap_up.as_ref().unwrap().note.as_str(), "note");
}

#[test]
fn an_agent_put_out_of_a_room_does_not_enter_it_again() {
    let (mut stage, key) = Stage::chatting();
    stage.desk.set_draft(stage.now, key, Normal, "half a sen".into()).unwrap();
    stage.carry_out();
    stage.frames();
    stage.say(&json!({"method": "exitRoom", "guid": 7, "agentId": AGENT, "scenario": "x"}));
    assert!(stage.desk.contact(key).is_none());
    assert_eq!(kept_texts(&stage), ["half a sen"]);
    stage.cct(CctEvent::Facts(contact(7)));
    stage.cct(CctEvent::Answered(cct_id(7)));
    assert_eq!(stage.desk.contacts().count(), 0);
    assert!(stage.frames().is_empty());
}

#[test]
fn a_refused_line_is_kept_when_its_contact_is_closed() {
    let (mut stage, key) = Stage::chatting();
    send(&mut stage, key, "important");
    refuse(&mut stage, "newMessage");
    stage.desk.contact_gone(stage.now, key, crate::notice::OfferEnd::TakenAway);
    assert_eq!(kept_texts(&stage), ["important"]);
}

#[test]
fn a_contact_known_late_to_be_a_chat_is_entered() {
    let mut stage = Stage::signed_in();
    stage.cct(CctEvent::Offered(CctContact { types: vec![], ..contact(7) }));
    stage.cct(CctEvent::Answered(cct_id(7)));
    assert!(stage.frames().is_empty());
    stage.cct(CctEvent::Facts(contact(7)));
    assert_eq!(stage.methods(), ["agentJoinRoom"]);
}

#[test]
fn a_call_does_not_wait_for_the_chat_server() {
    let mut stage = Stage::signed_in();
    stage.cct(CctEvent::Offered(CctContact { types: vec!["Voice".into()], ..contact(7) }));
    stage.cct(CctEvent::Answered(cct_id(7)));
    let key = stage.desk.contacts().next().unwrap().key;
    lose(&mut stage);
    assert_eq!(stage.phase(key), Phase::Active);
    assert!(stage.rows(key).is_empty());
}

#[test]
fn new_facts_do_not_knock_at_a_room_that_refused() {
    let mut stage = Stage::signed_in();
    let key = stage.offer(7);
    stage.desk.accept(stage.now, key).unwrap();
    stage.cct(CctEvent::Answered(cct_id(7)));
    refuse(&mut stage, "agentJoinRoom");
    stage.frames();
    stage.cct(CctEvent::Facts(contact(7)));
    assert!(stage.frames().is_empty());
}

// Lines

#[test]
fn sending_again_leaves_what_is_being_typed() {
    let (mut stage, key) = Stage::chatting();
    send(&mut stage, key, "first");
    refuse(&mut stage, "newMessage");
    stage.desk.set_draft(stage.now, key, Normal, "half a sen".into()).unwrap();
    let item = stage.desk.contact(key).unwrap().timeline.own(|_| true)[0];
    stage.desk.send_again(stage.now, key, item).unwrap();
    stage.carry_out();
    assert_eq!(own(&stage, key), ["me: first [inflight]"]);
    assert_eq!(stage.desk.contact(key).unwrap().drafts.text(Normal).as_str(), "half a sen");
}

#[test]
fn an_echo_is_delivery_whatever_the_server_does_not_say_and_answers_the_customer() {
    for lost in [false, true] {
        let (mut stage, key) = Stage::chatting();
        stage.customer_says(7, "anyone?");
        send(&mut stage, key, "yes");
        stage.say(&echo("yes", "normal"));
        assert_eq!(marks(&stage, key).1, 0);
        if lost {
            lose(&mut stage);
        } else {
            stage.pass(5_000);
        }
        assert_eq!(own(&stage, key), ["me: yes [delivered]"]);
    }
}

#[test]
fn an_echo_that_was_trimmed_or_decoded_is_still_the_same_line() {
    let (mut stage, key) = Stage::chatting();
    send(&mut stage, key, "write &lt;b&gt; here \n");
    stage.say(&echo("write &lt;b&gt; here", "normal"));
    assert_eq!(own(&stage, key).len(), 1);
}

#[test]
fn a_transcript_answers_the_customer_or_does_not() {
    for (transcript, after) in [
        (json!([line("customer", "anyone?", 1), line(AGENT, "yes", 2)]), 0),
        (json!([line("customer", "anyone?", 1)]), 1),
    ] {
        let (mut stage, key) = Stage::chatting();
        stage.customer_says(7, "anyone?");
        send(&mut stage, key, "yes");
        lose(&mut stage);
        stage.pass(1_000);
        stage.connect();
        stage.say(&room(7, &transcript));
        stage.pass(3_000);
        stage.say(&room(7, &transcript));
        assert_eq!(marks(&stage, key).1, after);
    }
}

#[test]
fn a_line_that_was_handed_over_and_lost_leaves_the_customer_unanswered() {
    let (mut stage, key) = Stage::chatting();
    stage.customer_says(7, "anyone?");
    send(&mut stage, key, "yes");
    stage.pass(5_000);
    assert_eq!((own(&stage, key)[0].as_str(), marks(&stage, key).1), ("me: yes [sent]", 0));
    lose(&mut stage);
    stage.pass(1_000);
    stage.connect();
    let transcript = json!([line("customer", "anyone?", 1)]);
    stage.say(&room(7, &transcript));
    stage.pass(3_000);
    stage.say(&room(7, &transcript));
    assert_eq!(own(&stage, key), ["me: yes [notdelivered]"]);
    assert_eq!(marks(&stage, key).1, 1);
}

#[test]
fn a_question_behind_the_reply_is_unanswered() {
    let (mut stage, key) = Stage::chatting();
    stage.customer_says(7, "one?");
    send(&mut stage, key, "yes");
    stage.customer_says(7, "two?");
    assert_eq!(marks(&stage, key).1, 2);
    stage.acknowledge(7);
    assert_eq!(marks(&stage, key).1, 1);
}

#[test]
fn only_questions_after_the_last_reply_wait_on_entering() {
    let mut stage = Stage::signed_in();
    let key = stage.offer(7);
    stage.desk.accept(stage.now, key).unwrap();
    stage.cct(CctEvent::Answered(cct_id(7)));
    let transcript =
        json!([line("customer", "a", 1), line("00999", "b", 2), line("customer", "c", 3),]);
    stage.say(&room(7, &transcript));
    assert_eq!(marks(&stage, key), (0, 1));
}

#[test]
fn a_second_loss_while_lines_are_checked_decides_nothing() {
    let (mut stage, key) = Stage::chatting();
    send(&mut stage, key, "hello");
    lose(&mut stage);
    stage.pass(1_000);
    stage.connect();
    stage.say(&room(7, &json!([])));
    stage.pass(1_000);
    lose(&mut stage);
    // Nobody can read the transcript now: the line stays in doubt.
    stage.pass(1_900);
    assert_eq!(own(&stage, key), ["me: hello [unknown]"]);
    let events = |name: &str| stage.rows(key).iter().filter(|row| row.contains(name)).count();
    assert_eq!((events("LinkLost"), events("LinkRestored")), (2, 1));
    stage.pass(100);
    stage.connect();
    stage.say(&room(7, &json!([line(AGENT, "hello", 1)])));
    assert_eq!(own(&stage, key), ["me: hello [delivered]"]);
}

#[test]
fn a_line_given_up_is_confirmed_when_the_server_shows_it_after_all() {
    for by_echo in [true, false] {
        let (mut stage, key) = Stage::chatting();
        send(&mut stage, key, "hello");
        lose(&mut stage);
        stage.pass(1_000);
        stage.connect();
        stage.say(&room(7, &json!([])));
        stage.pass(3_000);
        stage.say(&room(7, &json!([])));
        assert_eq!(own(&stage, key), ["me: hello [notdelivered]"]);
        if by_echo {
            stage.say(&echo("hello", "normal"));
        } else {
            lose(&mut stage);
            stage.pass(2_000);
            stage.connect();
            stage.say(&room(7, &json!([line(AGENT, "hello", 1)])));
        }
        assert_eq!(own(&stage, key), ["me: hello [delivered]"]);
    }
}

#[test]
fn an_echo_after_a_rejoin_belongs_to_the_new_line() {
    let (mut stage, key) = Stage::chatting();
    send(&mut stage, key, "ok");
    stage.acknowledge(7);
    lose(&mut stage);
    stage.pass(1_000);
    stage.connect();
    stage.say(&room(7, &json!([line(AGENT, "ok", 1)])));
    send(&mut stage, key, "ok");
    stage.say(&echo("ok", "normal"));
    assert_eq!(own(&stage, key), ["me: ok [delivered]", "me: ok [delivered]"]);
}

#[test]
fn an_echo_lets_the_lines_behind_a_doubtful_one_go() {
    let (mut stage, key) = Stage::chatting();
    send(&mut stage, key, "one");
    stage.pass(5_000);
    refuse(&mut stage, "newMessage");
    assert_eq!(own(&stage, key), ["me: one [unknown]"]);
    send(&mut stage, key, "two");
    stage.frames();
    stage.say(&echo("one", "normal"));
    assert_eq!(stage.frames()[0]["message"], "two");
}

#[test]
fn an_error_without_a_line_puts_only_recent_lines_in_doubt() {
    let (mut stage, key) = Stage::chatting();
    send(&mut stage, key, "old");
    // Something is heard: the link lives.
    for _ in 0..6 {
        stage.pass(10_000);
        stage.customer_says(7, "x");
    }
    send(&mut stage, key, "new");
    stage.pass(5_000);
    refuse(&mut stage, "newMessage");
    assert_eq!(own(&stage, key), ["me: old [sent]", "me: new [unknown]"]);
}

#[test]
fn a_late_acknowledgement_of_a_page_confirms_no_line() {
    let (mut stage, key) = Stage::chatting();
    send(&mut stage, key, "hello");
    stage.desk.push_page(stage.now, key, &"www.example.org/help".into()).unwrap();
    stage.pass(5_000);
    let late = json!({"method": "pagePush", "guid": 7, "accepted": true});
    stage.frame("acknowledgement", &late);
    let rows = stage.rows(key);
    let tail: Vec<_> = rows[rows.len() - 2..].iter().map(String::as_str).collect();
    assert_eq!(tail, ["me: hello [sent]", "page: www.example.org/help [delivered]"]);
}

// Signing in and out, offers

#[test]
fn a_link_that_comes_back_during_a_sign_out_does_not_undo_it() {
    let mut stage = Stage::signed_in();
    stage.desk.sign_out(stage.now).unwrap();
    lose(&mut stage);
    stage.pass(1_000);
    stage.connect();
    assert_eq!(stage.desk.session().get().phase, SessionPhase::SigningOut);
    stage.cct(CctEvent::SignedOut);
    assert_eq!(stage.desk.session().get().phase, SessionPhase::SignedOut);
}

#[test]
fn a_lock_out_ends_offers_that_nobody_can_accept() {
    let mut stage = Stage::signed_in();
    stage.offer(7);
    stage.cct(CctEvent::SignInFailed(Failure::of(FailureKind::WrongCredentials)));
    assert_eq!(stage.desk.contacts().count(), 0);
    stage.cues.clear();
    stage.pass(30_000);
    assert!(stage.cues.is_empty());
    stage.desk.sign_out(stage.now).unwrap();
}

#[test]
fn offers_that_do_not_go_back_with_a_declined_one_alert_again() {
    for refused in [false, true] {
        let mut stage = Stage::signed_in();
        let (first, second) = (stage.offer(7), stage.offer(8));
        stage.desk.decline(stage.now, first).unwrap();
        stage.carry_out();
        stage.cues.clear();
        if refused {
            let why = Failure::of(FailureKind::ServerFault);
            stage.cct(CctEvent::RejectRefused { contact: cct_id(7), why });
            assert_eq!(stage.phase(first), Phase::Offered);
            assert_eq!(stage.desk.session().get().readiness.target, Ready::Ready);
        } else {
            stage.ended(7, ContactEnd::Returned);
            stage.pass(10_000);
        }
        assert_eq!(stage.phase(second), Phase::Offered);
        assert!(stage.cues.iter().any(|cue| matches!(cue, Cue::Offer { again: true, .. })));
    }
}

#[test]
fn a_contact_that_is_answered_although_declined_is_entered() {
    let mut stage = Stage::signed_in();
    let key = stage.offer(7);
    stage.desk.decline(stage.now, key).unwrap();
    stage.cct(CctEvent::Answered(cct_id(7)));
    assert_eq!(stage.methods(), ["agentJoinRoom"]);
    stage.pass(10_000);
    assert_ne!(stage.phase(key), Phase::Offered);
}

#[test]
fn a_server_that_hangs_up_after_every_log_in_is_asked_less_and_less_often() {
    let (mut stage, _) = Stage::chatting();
    let mut waits = Vec::new();
    for _ in 0..6 {
        lose(&mut stage);
        let wait = stage.desk.session().get().chat_server.retry_at.unwrap().since(stage.now);
        waits.push(wait);
        stage.pass(wait);
        // While it connects nothing is counted down.
        assert_eq!(stage.desk.session().get().chat_server.retry_at, None);
        stage.connect();
    }
    assert_eq!(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000]);
    stage.pass(30_000);
    lose(&mut stage);
    let link = &stage.desk.session().get().chat_server;
    assert_eq!(link.retry_at, Some(stage.now + 1_000));
}

#[test]
fn a_refused_log_in_after_a_loss_is_told_and_tried_again() {
    let (mut stage, key) = Stage::chatting();
    lose(&mut stage);
    stage.pass(1_000);
    stage.ewc(|connection| EwcInput::Opened { connection });
    // News during the log-in is no harm.
    stage.customer_says(7, "hello?");
    stage.say(&json!({"method": "agentLogin", "loginSuccess": false}));
    let session = stage.desk.session().get();
    assert_eq!(session.phase, SessionPhase::SignedIn);
    assert_eq!(session.chat_server.state, LinkState::Reconnecting);
    let trouble = session.chat_server.trouble.clone().unwrap();
    assert_eq!(trouble.kind, FailureKind::ChatLoginRefused);
    stage.pass(2_000);
    stage.connect();
    stage.say(&room(7, &json!([line("customer", "hello?", 1)])));
    assert_eq!(stage.phase(key), Phase::Active);
    let rows = stage.rows(key);
    assert_eq!(rows.iter().filter(|row| *row == "customer: hello?").count(), 1, "{rows:?}");
}

#[test]
fn a_sign_in_can_be_cancelled_at_every_step() {
    for step in 0..3 {
        let mut stage = Stage::new();
        stage.desk.sign_in(stage.now, sign_in()).unwrap();
        if step > 0 {
            stage.cct(CctEvent::SignedIn(agent()));
        }
        if step > 1 {
            stage.ewc(|connection| EwcInput::Opened { connection });
        }
        stage.desk.cancel_sign_in(stage.now).unwrap();
        stage.carry_out();
        if step > 0 {
            // Late news of a connection that was given up.
            stage.connect();
        }
        assert_eq!(stage.desk.session().get().phase, SessionPhase::SignedOut, "step {step}");
        assert!(stage.desk.session().get().failure.is_none());
        stage.desk.sign_in(stage.now, sign_in()).unwrap();
    }
}

// Attention

#[test]
fn looking_at_a_contact_takes_its_notification_away_and_leaves_offers_ringing() {
    let (mut stage, key) = Stage::chatting();
    stage.say(
        &json!({"method": "newMessage", "guid": 7, "sender": {"type": "agent", "agentId": "00999"},
        "displayName": "Bo", "timestamp": 1, "message": "psst", "messageType": "whisper"}),
    );
    let offer = stage.offer(8);
    stage.cues.clear();
    stage.desk.select(&[key]).unwrap();
    stage.desk.select(&[offer]).unwrap();
    stage.carry_out();
    assert_eq!(stage.cues, [Cue::Quiet { contact: key }]);
    stage.pass(10_000);
    assert!(matches!(stage.cues.last(), Some(Cue::Offer { again: true, .. })));
}

#[test]
fn the_centres_own_messages_call_nobody_and_a_steady_customer_does_again() {
    let (mut stage, _) = Stage::chatting();
    stage.cues.clear();
    stage.say(&echo("Welcome", "welcomeMessage"));
    stage.say(&echo("Please wait", "comfortMessage"));
    assert!(stage.cues.is_empty());
    for _ in 0..4 {
        stage.customer_says(7, "hello");
        stage.pass(2_000);
    }
    assert_eq!(stage.cues.len(), 2);
}

#[test]
fn a_whisper_is_echoed_as_a_whisper() {
    let (mut stage, key) = Stage::chatting();
    stage.looked_into(7);
    stage.desk.send(stage.now, key, Whisper, &"psst".into()).unwrap();
    stage.carry_out();
    assert_eq!(stage.frames()[0]["messageType"], "whisper");
    stage.say(&echo("psst", "whisper"));
    assert_eq!(own(&stage, key), ["me whispers: psst [delivered]"]);
}

#[test]
fn a_late_acknowledgement_does_not_vouch_for_the_next_line() {
    let (mut stage, key) = Stage::chatting();
    send(&mut stage, key, "one");
    stage.pass(5_000);
    send(&mut stage, key, "two");
    stage.acknowledge(7);
    assert_eq!(own(&stage, key), ["me: one [delivered]", "me: two [inflight]"]);
    lose(&mut stage);
    assert_eq!(own(&stage, key), ["me: one [delivered]", "me: two [unknown]"]);
}

#[test]
fn a_lost_acknowledgement_does_not_slow_every_later_line_down() {
    let (mut stage, key) = Stage::chatting();
    send(&mut stage, key, "lost");
    stage.pass(5_000);
    for text in ["a", "b", "c", "d", "e"] {
        send(&mut stage, key, text);
        stage.acknowledge(7);
    }
    stage.pass(10_000);
    // After three that seemed unanswered the rest went out at once.
    assert_eq!(stage.frames().len(), 6);
    assert_eq!(own(&stage, key)[0], "me: lost [delivered]");
}

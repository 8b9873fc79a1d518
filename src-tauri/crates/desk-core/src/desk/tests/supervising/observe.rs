//! Looking into chats: entered silently, never a reply, left by whichever verb the server takes.

use ewc_wire::Audience::{Normal, Whisper};
use ewc_wire::Guid;
use serde_json::json;

use super::{error, exit, join, look, observe, observed_room, observing, supervisor};
use crate::cct::CctEvent;
use crate::contact::{ContactKey, CustomerPresence, Phase};
use crate::desk::tests::stage::{AGENT, Stage, line, reasons};
use crate::failure::{FailureKind, WhyNot};
use crate::notice::{NoticeKind, OfferEnd};

fn why(result: &Result<(), crate::Failure>) -> Option<WhyNot> {
    match &result.as_ref().err()?.kind {
        FailureKind::NotPossible(why) => Some(*why),
        other => panic!("{other:?}"),
    }
}

fn leave(stage: &mut Stage, key: ContactKey) {
    stage.desk.leave_room(stage.now, key).unwrap();
    stage.carry_out();
}

fn whisper(stage: &mut Stage, key: ContactKey) {
    stage.desk.send(stage.now, key, Whisper, &"try the help page".into()).unwrap();
    stage.carry_out();
    stage.frames();
}

#[test]
fn observing_a_web_communications_contact() {
    let mut stage = supervisor();
    let key = look(&mut stage, 7);
    assert_eq!(stage.frames(), [join(7, "observe")]);
    let transcript = json!([line("customer", "hello", 1_000), line("00777", "hi", 2_000)]);
    stage.say(&observed_room(7, &transcript));
    let contact = stage.desk.contact(key).unwrap();
    assert!(contact.observed && !contact.in_cct && contact.phase == Phase::Active);
    assert_eq!(stage.rows(key), ["customer: hello", "agent: hi", "--", "* Joined"]);
    assert!(stage.frames().is_empty(), "no screen pops, no read marks");
}

#[test]
fn what_others_write_there_calls_nobody() {
    let (mut stage, key) = observing(7);
    stage.customer_says(7, "anybody there?");
    stage.pass(60_000);
    assert!(stage.cues.is_empty());
    let contact = stage.desk.contact(key).unwrap();
    assert_eq!((contact.unanswered, contact.due_at()), (1, None));
}

#[test]
fn several_at_once_and_the_same_one_once() {
    let mut stage = supervisor();
    let own = stage.chat(5);
    let (first, second) = (observe(&mut stage, 7), observe(&mut stage, 8));
    assert_eq!(look(&mut stage, 7), first);
    assert!(stage.frames().is_empty());
    let refused = stage.desk.observe(stage.now, Guid(5)).unwrap_err();
    assert_eq!(refused.kind, FailureKind::NotPossible(WhyNot::InRoomAlready));
    for (guid, key) in [(5, own), (7, first), (8, second)] {
        stage.customer_says(guid, &format!("to {guid}"));
        assert_eq!(*stage.rows(key).last().unwrap(), format!("customer: to {guid}"));
    }
    stage.desk.send(stage.now, own, Normal, &"answer".into()).unwrap();
    stage.desk.send(stage.now, second, Whisper, &"hint".into()).unwrap();
    stage.carry_out();
    let frames = stage.frames();
    assert_eq!((&frames[0]["guid"], &frames[0]["messageType"]), (&json!(5), &json!("normal")));
    stage.acknowledge(5);
    let frames = stage.frames();
    assert_eq!((&frames[0]["guid"], &frames[0]["messageType"]), (&json!(8), &json!("whisper")));
}

#[test]
fn what_an_observer_may_do() {
    let (mut stage, key) = observing(7);
    let actions = stage.desk.actions(stage.desk.contact(key).unwrap());
    for refused in [&actions.reply, &actions.push_page, &actions.consult, &actions.change_owner] {
        assert_eq!(why(refused), Some(WhyNot::ObservingOnly));
    }
    assert_eq!(why(&actions.close), Some(WhyNot::LeaveInstead));
    assert_eq!(why(&actions.set_activity_code), Some(WhyNot::NotOwnContact));
    for offered in [&actions.whisper, &actions.leave, &actions.barge] {
        assert_eq!(why(offered), None);
    }
    let refused = stage.desk.send(stage.now, key, Normal, &"hello".into()).unwrap_err();
    assert_eq!(refused.kind, FailureKind::NotPossible(WhyNot::ObservingOnly));
    stage.desk.set_draft(stage.now, key, Normal, "hello".into()).unwrap();
    stage.desk.close(stage.now, key).unwrap_err();
    stage.carry_out();
    assert!(stage.frames().is_empty(), "no reply, no typing, no form");
    // An agent who is no supervisor reads another reason.
    let (stage, key) = Stage::chatting();
    let actions = stage.desk.actions(stage.desk.contact(key).unwrap());
    assert_eq!(why(&actions.barge), Some(WhyNot::NotSupervisor));
}

#[test]
fn leave_room_request_of_an_observer_takes_the_contact_away_quietly() {
    let (mut stage, key) = observing(7);
    leave(&mut stage, key);
    assert_eq!(stage.frames(), [json!({"method": "leaveRoom", "guid": 7})]);
    assert!(stage.desk.contact(key).is_none());
    stage.pass(60_000);
    assert!(stage.methods().is_empty(), "a server need not answer");
    assert!(stage.desk.notices().get().is_empty());
    assert!(stage.desk.recent_offers().get().is_empty(), "it was never offered");
}

#[test]
fn a_server_that_takes_the_other_verb_is_told_once_and_remembered() {
    let (mut stage, key) = observing(7);
    let second = observe(&mut stage, 8);
    leave(&mut stage, key);
    assert_eq!(stage.methods(), ["leaveRoom"]);
    error(&mut stage, "leaveRoom");
    assert_eq!(stage.frames(), [json!({"method": "agentQuitChat", "guid": 7})]);
    stage.say(&reasons("agentQuitChat", 7));
    leave(&mut stage, second);
    assert_eq!(stage.frames(), [json!({"method": "agentQuitChat", "guid": 8})]);
    assert!(stage.desk.notices().get().is_empty());
    assert_eq!(stage.desk.contacts().count(), 0);
}

#[test]
fn silence_after_the_other_verb_counts_as_leave() {
    let (mut stage, key) = observing(7);
    leave(&mut stage, key);
    error(&mut stage, "leaveRoom");
    stage.frames();
    stage.pass(2_000);
    let second = observe(&mut stage, 8);
    leave(&mut stage, second);
    assert_eq!(stage.methods(), ["agentQuitChat"]);
}

#[test]
fn a_server_that_takes_neither_verb_is_quoted() {
    let (mut stage, key) = observing(7);
    leave(&mut stage, key);
    error(&mut stage, "leaveRoom");
    error(&mut stage, "agentQuitChat");
    assert_eq!(stage.methods(), ["leaveRoom", "agentQuitChat"]);
    assert!(matches!(stage.desk.notices().get()[0].what, NoticeKind::Failed(_)));
    // Nothing was learned: the likelier verb comes first again.
    let second = observe(&mut stage, 8);
    leave(&mut stage, second);
    assert_eq!(stage.methods(), ["leaveRoom"]);
}

#[test]
fn a_room_left_before_it_was_entered_is_left_as_soon_as_it_is() {
    let mut stage = supervisor();
    let key = look(&mut stage, 7);
    leave(&mut stage, key);
    assert_eq!(stage.methods(), ["agentJoinRoom"]);
    stage.say(&observed_room(7, &json!([])));
    assert_eq!(stage.methods(), ["leaveRoom"]);
    assert_eq!(stage.desk.contacts().count(), 0);
}

#[test]
fn a_room_that_is_slow_to_let_an_observer_in_is_left_all_the_same() {
    for waited in [true, false] {
        let mut stage = supervisor();
        let key = look(&mut stage, 7);
        if waited {
            stage.pass(10_000);
            assert!(stage.desk.contact(key).unwrap().join_has_failed());
            leave(&mut stage, key);
        } else {
            leave(&mut stage, key);
            stage.pass(10_000);
        }
        assert_eq!(stage.methods(), ["agentJoinRoom", "leaveRoom"], "waited: {waited}");
        // Taken as no word where the server has let nobody in.
        error(&mut stage, "leaveRoom");
        error(&mut stage, "agentQuitChat");
        assert!(stage.desk.notices().get().is_empty());
    }
}

#[test]
fn a_room_left_and_wanted_again_before_it_was_entered_is_entered_once() {
    let mut stage = supervisor();
    let key = look(&mut stage, 7);
    leave(&mut stage, key);
    let again = look(&mut stage, 7);
    assert_eq!(stage.methods(), ["agentJoinRoom"]);
    stage.say(&observed_room(7, &json!([])));
    assert_eq!(stage.phase(again), Phase::Active);
    assert!(stage.methods().is_empty());
}

#[test]
fn a_room_that_is_being_left_is_entered_again_when_it_is() {
    let (mut stage, key) = observing(7);
    leave(&mut stage, key);
    let again = look(&mut stage, 7);
    assert_eq!(stage.methods(), ["leaveRoom"]);
    let left = json!({"method": "leaveRoom", "guid": 7, "accepted": true});
    stage.frame("acknowledgement", &left);
    assert_eq!(stage.frames(), [join(7, "observe")]);
    stage.say(&observed_room(7, &json!([])));
    assert_eq!(stage.phase(again), Phase::Active);
}

#[test]
fn who_has_come_back_is_not_put_out_by_the_other_verb() {
    let (mut stage, key) = observing(7);
    leave(&mut stage, key);
    look(&mut stage, 7);
    error(&mut stage, "leaveRoom");
    assert_eq!(stage.methods(), ["leaveRoom", "agentJoinRoom"]);
}

#[test]
fn exit_room_notification_for_an_observer_ends_it_with_a_notice() {
    let (mut stage, key) = observing(7);
    stage.say(&exit(7));
    assert!(stage.desk.contact(key).is_none());
    let notice = &stage.desk.notices().get()[0].what;
    assert!(matches!(notice, NoticeKind::ContactGone { end: OfferEnd::TakenAway, .. }));
    assert!(stage.cues.is_empty() && stage.methods().is_empty());
}

#[test]
fn the_exit_of_another_agent_ends_nothing() {
    let (mut stage, key) = observing(7);
    stage.say(&json!({"method": "exitRoom", "guid": 7, "agentId": "00777"}));
    assert_eq!(stage.rows(key).last().unwrap(), "* AgentLeft");
}

#[test]
fn customer_disconnect_notification_opens_no_form_for_an_observer() {
    let (mut stage, key) = observing(7);
    stage.say(&reasons("customerDisconnect", 7));
    stage.say(&reasons("customerDisconnect", 7));
    let contact = stage.desk.contact(key).unwrap();
    assert!(contact.phase == Phase::Active && contact.wrap_up.is_none());
    assert_eq!(contact.room.customer, CustomerPresence::Left);
    let left = stage.rows(key).iter().filter(|row| *row == "* CustomerLeft").count();
    assert_eq!(left, 1);
    let actions = stage.desk.actions(stage.desk.contact(key).unwrap());
    assert_eq!(why(&actions.barge), Some(WhyNot::CustomerLeft));
    assert_eq!(why(&actions.leave), None);
    assert!(stage.methods().is_empty());
}

#[test]
fn a_refused_whisper_is_not_offered_again_in_this_session() {
    let (mut stage, key) = observing(7);
    let other = observe(&mut stage, 8);
    whisper(&mut stage, key);
    let before = stage.desk.revision();
    error(&mut stage, "newMessage");
    assert_eq!(stage.rows(key).last().unwrap(), "me whispers: try the help page [refused]");
    for key in [key, other] {
        let contact = stage.desk.contact(key).unwrap();
        assert!(contact.changed > before, "a screen hears of it");
        let actions = stage.desk.actions(contact);
        assert_eq!(why(&actions.whisper), Some(WhyNot::ServerRefusesWhisper));
    }
    stage.desk.sign_out(stage.now).unwrap();
    stage.cct(CctEvent::SignedOut);
    super::come_in(&mut stage);
    let key = observe(&mut stage, 7);
    let actions = stage.desk.actions(stage.desk.contact(key).unwrap());
    assert_eq!(why(&actions.whisper), None);
}

#[test]
fn a_server_that_is_broken_has_said_nothing_about_whispers() {
    let (mut stage, key) = observing(7);
    whisper(&mut stage, key);
    stage.frame("error", &json!({"method": "newMessage", "code": 500, "errorMessage": "x"}));
    let actions = stage.desk.actions(stage.desk.contact(key).unwrap());
    assert_eq!(why(&actions.whisper), None);
}

#[test]
fn a_refused_reply_of_ones_own_chat_says_nothing_about_whispers() {
    let (mut stage, observed) = observing(7);
    let own = stage.chat(5);
    stage.looked_into(5);
    stage.desk.send(stage.now, own, Whisper, &"psst".into()).unwrap();
    stage.carry_out();
    error(&mut stage, "newMessage");
    let actions = stage.desk.actions(stage.desk.contact(observed).unwrap());
    assert_eq!(why(&actions.whisper), None);
}

#[test]
fn a_refused_observe_is_said_tried_again_and_left_without_a_word() {
    let mut stage = supervisor();
    let key = look(&mut stage, 7);
    error(&mut stage, "agentJoinRoom");
    let contact = stage.desk.contact(key).unwrap();
    assert_eq!(contact.failure.as_ref().unwrap().kind, FailureKind::ServerError(1));
    assert!(contact.join_has_failed());
    stage.frames();
    stage.desk.accept(stage.now, key).unwrap();
    stage.carry_out();
    assert_eq!(stage.frames(), [join(7, "observe")]);
    error(&mut stage, "agentJoinRoom");
    leave(&mut stage, key);
    assert!(stage.frames().is_empty() && stage.desk.contact(key).is_none());
    // Letting go of it as of any room that cannot be entered does the same.
    let key = look(&mut stage, 7);
    error(&mut stage, "agentJoinRoom");
    stage.desk.decline(stage.now, key).unwrap();
    assert!(stage.desk.contact(key).is_none());
    assert!(stage.desk.notices().get().is_empty());
}

#[test]
fn a_chat_that_ends_while_it_is_being_entered() {
    let mut stage = supervisor();
    let key = look(&mut stage, 7);
    stage.say(&exit(7));
    assert!(stage.desk.contact(key).is_none());
    error(&mut stage, "agentJoinRoom");
    assert_eq!(stage.desk.contacts().count(), 0);
    assert_eq!(stage.desk.notices().get().len(), 1);
}

#[test]
fn logging_off_leaves_what_is_observed_and_waits_for_own_contacts() {
    let (mut stage, key) = observing(7);
    observe(&mut stage, 8);
    let own = stage.chat(5);
    let refused = stage.desk.sign_out(stage.now).unwrap_err();
    assert_eq!((refused.kind, refused.detail.as_deref()), (FailureKind::ContactsOpen, Some("1")));
    assert!(stage.desk.contact(key).is_some(), "a refused log-out changes nothing");
    stage.desk.close(stage.now, own).unwrap();
    stage.say(&reasons("agentQuitChat", 5));
    stage.desk.finish(stage.now, own).unwrap();
    stage.say(&json!({"method": "agentSetClosedReason", "guid": 5, "accepted": true}));
    stage.frames();
    stage.desk.sign_out(stage.now).unwrap();
    stage.carry_out();
    assert_eq!(stage.desk.contacts().count(), 0);
    stage.cct(CctEvent::SignedOut);
    assert_eq!(stage.methods(), ["leaveRoom", "leaveRoom", "agentLogout"]);
}

#[test]
fn contact_control_has_no_say_in_what_is_observed() {
    let (mut stage, key) = observing(7);
    let entering = look(&mut stage, 8);
    stage.cct(CctEvent::Up { server: "cct.test:9084".into() });
    stage.cct(CctEvent::SnapshotDone);
    let id = stage.desk.contact(key).unwrap().cct_id().clone();
    let end = crate::cct::ContactEnd::Released;
    stage.cct(CctEvent::Ended { contact: id, end });
    let locked_out = crate::Failure::of(FailureKind::WrongCredentials);
    stage.cct(CctEvent::SignInFailed(locked_out));
    assert!(stage.desk.contact(key).is_some() && stage.desk.contact(entering).is_some());
}

#[test]
fn active_agent_notification_tells_the_agent_who_observes() {
    let (mut stage, key) = Stage::chatting();
    stage.say(&json!({"method": "activeAgentNotification", "guid": 7, "agentId": "20090",
        "userType": "supervisor_observe"}));
    assert_eq!(stage.rows(key).last().unwrap(), "* ObserverJoined");
    let room = &stage.desk.contact(key).unwrap().room;
    let agents: Vec<_> = room.participants.iter().map(|who| who.agent.as_str()).collect();
    assert_eq!(agents, [AGENT, "20090"]);
}

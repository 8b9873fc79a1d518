//! Talking: lines, echoes, acknowledgements, typing, pages, who looks at what.

use ewc_wire::Audience::{Normal, Whisper};
use serde_json::json;

use super::stage::{AGENT, Stage, cct_id, line, room};
use crate::cct::CctEvent;
use crate::contact::CustomerPresence;
use crate::effect::Cue;
use crate::failure::{FailureKind, WhyNot};

#[test]
fn the_first_join_brings_the_transcript() {
    let mut stage = Stage::signed_in();
    let key = stage.offer(7);
    stage.desk.accept(stage.now, key).unwrap();
    stage.cct(CctEvent::Answered(cct_id(7)));
    stage.say(&room(7, &json!([line("customer", "1 &lt; 2?", 1_427_294_421)])));
    assert_eq!(stage.rows(key), ["customer: 1 < 2?", "--", "* Joined"]);
    let contact = stage.desk.contact(key).unwrap();
    assert_eq!(contact.timeline.items()[0].at.0, 1_427_294_421_000);
    assert_eq!((contact.unread, contact.unanswered), (0, 1));
    assert_eq!(contact.title(), "customer");
    assert_eq!(contact.due_at(), Some(stage.now + 30_000));
}

#[test]
fn a_line_is_delivered_by_its_acknowledgement() {
    let (mut stage, key) = Stage::chatting();
    stage.desk.send(stage.now, key, Normal, &"hello".into()).unwrap();
    stage.carry_out();
    assert_eq!(stage.rows(key).last().unwrap(), "me: hello [inflight]");
    let sent =
        json!({"method": "newMessage", "guid": 7, "message": "hello", "messageType": "normal"});
    assert_eq!(stage.frames(), [sent]);
    stage.acknowledge(7);
    assert_eq!(stage.rows(key).last().unwrap(), "me: hello [delivered]");
}

#[test]
fn an_echo_confirms_instead_of_doubling_before_and_after_the_acknowledgement() {
    let (mut stage, key) = Stage::chatting();
    let echo = json!({"method": "newMessage", "guid": 7, "sender": {"type": "agent", "agentId": AGENT},
        "displayName": "Ann", "timestamp": 1, "message": "ok", "messageType": "normal"});
    stage.desk.send(stage.now, key, Normal, &"ok".into()).unwrap();
    stage.carry_out();
    stage.say(&echo);
    stage.acknowledge(7);
    stage.desk.send(stage.now, key, Normal, &"ok".into()).unwrap();
    stage.carry_out();
    stage.acknowledge(7);
    stage.say(&echo);
    let rows: Vec<_> = stage.rows(key).into_iter().filter(|row| row.starts_with("me")).collect();
    // Two identical lines are two lines, and four confirmations make no third.
    assert_eq!(rows, ["me: ok [delivered]", "me: ok [delivered]"]);
}

#[test]
fn lines_go_out_one_after_the_other() {
    let (mut stage, key) = Stage::chatting();
    stage.desk.send(stage.now, key, Normal, &"one".into()).unwrap();
    stage.desk.send(stage.now, key, Normal, &"two".into()).unwrap();
    stage.carry_out();
    assert_eq!(stage.frames().len(), 1);
    assert_eq!(stage.rows(key).last().unwrap(), "me: two [queued]");
    stage.acknowledge(7);
    assert_eq!(stage.frames()[0]["message"], "two");
}

#[test]
fn an_error_belongs_to_the_open_line_whatever_room_it_is_of() {
    let (mut stage, first) = Stage::chatting();
    let second = stage.chat(8);
    stage.desk.send(stage.now, first, Normal, &"one".into()).unwrap();
    stage.desk.send(stage.now, second, Normal, &"two".into()).unwrap();
    stage.carry_out();
    stage.frame("error", &json!({"method": "newMessage", "code": 500, "errorMessage": "broken"}));
    assert_eq!(stage.rows(first).last().unwrap(), "me: one [refused]");
    stage.acknowledge(8);
    assert_eq!(stage.rows(second).last().unwrap(), "me: two [delivered]");
}

#[test]
fn a_server_that_never_acknowledges_stops_nothing() {
    let (mut stage, key) = Stage::chatting();
    for text in ["1", "2", "3", "4", "5"] {
        stage.desk.send(stage.now, key, Normal, &text.into()).unwrap();
    }
    stage.carry_out();
    stage.pass(15_000);
    // After three unanswered lines the rest goes out at once.
    assert_eq!(stage.frames().len(), 5);
    let rows = stage.rows(key);
    assert!(rows[rows.len() - 5..].iter().all(|row| row.ends_with("[sent]")), "{rows:?}");
    // It acknowledges after all: the oldest one counts.
    stage.acknowledge(7);
    assert_eq!(stage.rows(key)[rows.len() - 5], "me: 1 [delivered]");
}

#[test]
fn nothing_empty_or_too_long_leaves_the_desk() {
    let (mut stage, key) = Stage::chatting();
    for (text, kind) in [
        (String::new(), FailureKind::TextEmpty),
        ("  \n".to_owned(), FailureKind::TextEmpty),
        ("é".repeat(10_001), FailureKind::TextTooLong(10_000)),
    ] {
        let refused = stage.desk.send(stage.now, key, Normal, &text.as_str().into()).unwrap_err();
        assert_eq!(refused.kind, kind);
    }
    stage.carry_out();
    assert!(stage.frames().is_empty());
}

#[test]
fn typing_goes_out_with_the_audience_of_the_draft() {
    let (mut stage, key) = Stage::chatting();
    stage.looked_into(7);
    stage.desk.set_draft(stage.now, key, Whisper, "psst".into()).unwrap();
    stage.carry_out();
    let typing =
        |kind, on| json!({"method": "isTyping", "guid": 7, "messageType": kind, "isTyping": on});
    assert_eq!(stage.frames(), [typing("whisper", true)]);
    stage.pass(3_000);
    assert_eq!(stage.frames(), [typing("whisper", false)]);
    stage.desk.set_draft(stage.now, key, Normal, "hello".into()).unwrap();
    stage.desk.send(stage.now, key, Normal, &"hello".into()).unwrap();
    stage.carry_out();
    assert_eq!(stage.methods(), ["isTyping", "isTyping", "newMessage"]);
    // The whisper is still there.
    assert_eq!(stage.desk.contact(key).unwrap().drafts.text(Whisper).as_str(), "psst");
    assert!(stage.desk.contact(key).unwrap().drafts.text(Normal).is_empty());
}

#[test]
fn unread_and_unanswered_are_two_marks() {
    let (mut stage, key) = Stage::chatting();
    stage.looked_into(7);
    stage.customer_says(7, "anyone?");
    let marks = |stage: &Stage| {
        let contact = stage.desk.contact(key).unwrap();
        (contact.unread, contact.unanswered)
    };
    assert_eq!(marks(&stage), (1, 1));
    assert!(matches!(stage.cues.last(), Some(Cue::Message { .. })));
    stage.desk.select(&[key]).unwrap();
    assert_eq!(marks(&stage), (0, 1));
    stage.carry_out();
    stage.cues.clear();
    stage.customer_says(7, "hello?");
    assert_eq!(marks(&stage), (0, 2));
    assert!(stage.cues.is_empty());
    // A whisper answers nothing; a reply does once it is delivered.
    stage.desk.send(stage.now, key, Whisper, &"help".into()).unwrap();
    stage.carry_out();
    stage.acknowledge(7);
    assert_eq!(marks(&stage), (0, 2));
    stage.desk.send(stage.now, key, Normal, &"yes".into()).unwrap();
    stage.carry_out();
    assert_eq!(marks(&stage), (0, 2));
    stage.acknowledge(7);
    assert_eq!(marks(&stage), (0, 0));
}

#[test]
fn typing_of_the_customer_comes_and_goes() {
    let (mut stage, key) = Stage::chatting();
    let typing = json!({"method": "isTyping", "guid": 7, "sender": {"type": "customer"},
        "displayName": "Maria", "timestamp": 1, "isTyping": true, "messageType": "normal"});
    stage.say(&typing);
    assert_eq!(stage.desk.contact(key).unwrap().room.typing.len(), 1);
    stage.pass(5_000);
    assert!(stage.desk.contact(key).unwrap().room.typing.is_empty());
    stage.say(&typing);
    stage.customer_says(7, "there");
    assert!(stage.desk.contact(key).unwrap().room.typing.is_empty());
}

#[test]
fn pages_go_both_ways_and_only_from_the_list() {
    let (mut stage, key) = Stage::chatting();
    stage.desk.push_page(stage.now, key, &"www.example.org/help".into()).unwrap();
    stage.carry_out();
    let push = json!({"method": "pagePush", "guid": 7, "url": "www.example.org/help",
        "destination": "newBrowserTab"});
    assert_eq!(stage.frames(), [push]);
    let refused = stage.desk.push_page(stage.now, key, &"www.evil.test".into()).unwrap_err();
    assert_eq!(refused.kind, FailureKind::PageNotListed);
    stage.say(&json!({"method": "pagePush", "guid": 7, "sender": {"type": "customer"},
        "displayName": "Maria", "url": "www.shop.test/7", "timestamp": 1}));
    assert_eq!(stage.rows(key).last().unwrap(), "page: www.shop.test/7");
    for (url, opens) in [("www.shop.test/7", true), ("javascript:alert(1)", false)] {
        assert_eq!(stage.desk.open_link(&url.into()).is_ok(), opens);
    }
}

#[test]
fn welcome_and_comfort_are_no_lines() {
    let (mut stage, key) = Stage::chatting();
    for (kind, row) in [("welcomeMessage", "welcome: Hello"), ("comfortMessage", "comfort: Hello")]
    {
        stage.say(&json!({"method": "newMessage", "guid": 7, "sender": {"type": "agent", "agentId": AGENT},
            "displayName": "Ann", "timestamp": 1, "message": "Hello", "messageType": kind}));
        assert_eq!(stage.rows(key).last().unwrap(), row);
    }
    assert_eq!(stage.desk.contact(key).unwrap().unread, 0);
}

#[test]
fn the_customers_connection_is_shown() {
    let (mut stage, key) = Stage::chatting();
    let status = |on| json!({"method": "customerConnectionStatus", "guid": 7, "isConnected": on, "timestamp": 1});
    stage.say(&status(false));
    stage.say(&status(false));
    assert_eq!(stage.desk.contact(key).unwrap().room.customer, CustomerPresence::Disconnected);
    stage.say(&status(true));
    let rows = stage.rows(key);
    assert_eq!(rows[rows.len() - 2..], ["* CustomerDisconnected", "* CustomerReconnected"]);
}

#[test]
fn the_order_is_what_is_due_next() {
    let (mut stage, first) = Stage::chatting();
    let second = stage.chat(8);
    assert_eq!(*stage.desk.order().get(), [first, second]);
    stage.customer_says(8, "me first");
    stage.pass(1_000);
    stage.customer_says(7, "me too");
    assert_eq!(*stage.desk.order().get(), [second, first]);
    let offer = stage.offer(9);
    assert_eq!(*stage.desk.order().get(), [offer, second, first]);
}

#[test]
fn frames_that_cannot_be_read_change_nothing_but_a_count() {
    let (mut stage, key) = Stage::chatting();
    let rows = stage.rows(key);
    for text in ["{", "[]", "{\"type\":\"notification\"}", "hello"] {
        stage.ewc(|connection| crate::ewc::EwcInput::Frame { connection, text: text.into() });
    }
    stage.say(&json!({"method": "coffeeBreak", "guid": 7}));
    stage.say(
        &json!({"method": "newMessage", "guid": 999, "message": "x", "messageType": "normal"}),
    );
    stage.ewc(|connection| crate::ewc::EwcInput::TooLarge { connection, bytes: 9 << 20 });
    assert_eq!(stage.rows(key), rows);
    assert_eq!(stage.desk.notices().get().len(), 1);
    stage.customer_says(7, "still here");
    assert_eq!(stage.rows(key).len(), rows.len() + 1);
}

#[test]
fn an_offer_cannot_be_written_to() {
    let mut stage = Stage::signed_in();
    let key = stage.offer(7);
    let refused = stage.desk.send(stage.now, key, Normal, &"hi".into()).unwrap_err();
    assert_eq!(refused.kind, FailureKind::NotPossible(WhyNot::NotAccepted));
}

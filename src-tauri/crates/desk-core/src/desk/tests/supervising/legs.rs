//! The leg that a barge may give at contact control: one card, no ringing, released on closing.

use serde_json::json;

use super::{barged, join, observing, operation};
use crate::cct::{CctContact, CctEvent, ContactEnd};
use crate::contact::{ContactKey, Phase};
use crate::desk::tests::stage::{Stage, cct_id, contact, reasons, room};
use crate::effect::Cue;

/// Nothing rings and one card stands, with its leg.
fn one_card(stage: &Stage, key: ContactKey) {
    assert_eq!(stage.desk.contacts().count(), 1);
    let contact = stage.desk.contact(key).unwrap();
    assert!(contact.in_cct && !contact.observed && contact.phase == Phase::Active);
    assert_eq!(*contact.cct_id(), cct_id(7));
    assert!(!stage.cues.iter().any(|cue| matches!(cue, Cue::Offer { .. })));
}

#[test]
fn a_leg_that_rings_is_answered_and_belongs_to_the_chat() {
    let (mut stage, key) = barged(7);
    stage.cct(CctEvent::Offered(contact(7)));
    one_card(&stage, key);
    stage.cct(CctEvent::Answered(cct_id(7)));
    one_card(&stage, key);
    assert!(stage.desk.contact(key).unwrap().on_terminal);
    assert!(stage.methods().is_empty(), "the room is entered already");
    assert!(stage.desk.recent_offers().get().is_empty());
}

#[test]
fn a_leg_that_is_simply_there_belongs_to_the_chat() {
    let (mut stage, key) = barged(7);
    stage.cct(CctEvent::Facts(contact(7)));
    stage.cct(CctEvent::Answered(cct_id(7)));
    one_card(&stage, key);
}

#[test]
fn a_leg_that_is_quicker_than_the_answer_to_the_barge() {
    let (mut stage, key) = observing(7);
    stage.desk.barge(stage.now, key).unwrap();
    stage.cct(CctEvent::Offered(contact(7)));
    stage.cct(CctEvent::Answered(cct_id(7)));
    stage.say(&operation(7, true));
    one_card(&stage, key);
}

#[test]
fn a_leg_whose_chat_is_told_later_gives_its_card_up() {
    let (mut stage, key) = barged(7);
    stage.cct(CctEvent::Offered(CctContact { guid: None, intrinsics: vec![], ..contact(7) }));
    assert_eq!(stage.desk.contacts().count(), 2);
    stage.cct(CctEvent::Facts(contact(7)));
    one_card(&stage, key);
    stage.cct(CctEvent::Answered(cct_id(7)));
    one_card(&stage, key);
}

#[test]
fn an_answer_that_came_too_late_for_a_leg_is_no_trouble() {
    let (mut stage, key) = barged(7);
    stage.cct(CctEvent::Facts(contact(7)));
    stage.cct(CctEvent::Answered(cct_id(7)));
    let why = crate::Failure::of(crate::FailureKind::ServerFault);
    stage.cct(CctEvent::AnswerRefused { contact: cct_id(7), why });
    assert_eq!(stage.desk.contact(key).unwrap().failure, None);
}

#[test]
fn closing_lets_go_of_the_leg() {
    let (mut stage, key) = barged(7);
    stage.cct(CctEvent::Facts(contact(7)));
    stage.cct(CctEvent::Answered(cct_id(7)));
    stage.desk.close(stage.now, key).unwrap();
    stage.say(&reasons("agentQuitChat", 7));
    stage.desk.finish(stage.now, key).unwrap();
    stage.say(&json!({"method": "agentSetClosedReason", "guid": 7, "accepted": true}));
    assert_eq!(stage.desk.contacts().count(), 0);
    assert!(stage.desk.released.contains(&cct_id(7)));
}

#[test]
fn a_leg_that_ends_first_leaves_the_chat() {
    let (mut stage, key) = barged(7);
    stage.cct(CctEvent::Facts(contact(7)));
    stage.cct(CctEvent::Answered(cct_id(7)));
    stage.ended(7, ContactEnd::Released);
    assert_eq!(stage.phase(key), Phase::Active);
    assert!(!stage.desk.contact(key).unwrap().on_terminal);
}

#[test]
fn a_leg_of_a_barge_that_was_refused_is_an_offer() {
    let (mut stage, key) = observing(7);
    stage.desk.barge(stage.now, key).unwrap();
    stage.cct(CctEvent::Offered(contact(7)));
    stage.say(&operation(7, false));
    let observed = stage.desk.contact(key).unwrap();
    assert!(observed.observed && !observed.in_cct);
    let offer = stage.desk.contacts().find(|contact| contact.in_cct).unwrap();
    assert_eq!(offer.phase, Phase::Offered);
    assert!(stage.cues.iter().any(|cue| matches!(cue, Cue::Offer { .. })));
}

#[test]
fn an_offer_of_an_observed_chat_rings_and_accepting_it_ends_the_observing() {
    let (mut stage, observed) = observing(7);
    let offer = stage.offer(7);
    assert_ne!(offer, observed);
    assert!(matches!(stage.cues[0], Cue::Offer { .. }));
    stage.customer_says(7, "hello?");
    assert_eq!(stage.rows(observed).last().unwrap(), "customer: hello?");
    stage.desk.accept(stage.now, offer).unwrap();
    stage.cct(CctEvent::Answered(cct_id(7)));
    assert!(stage.desk.contact(observed).is_none());
    assert_eq!(stage.methods(), ["leaveRoom"]);
    // Entered as one's own once the other way in is closed, answered or not.
    stage.pass(2_000);
    assert_eq!(stage.frames(), [join(7, "active")]);
    stage.say(&room(7, &json!([])));
    assert_eq!(stage.phase(offer), Phase::Active);
}

#[test]
fn an_offer_that_rang_before_the_barge_is_its_leg() {
    let (mut stage, key) = observing(7);
    let offer = stage.offer(7);
    stage.desk.barge(stage.now, key).unwrap();
    stage.say(&operation(7, true));
    assert!(stage.desk.contact(offer).is_none());
    assert!(stage.cues.contains(&Cue::Quiet { contact: offer }));
    stage.cct(CctEvent::Answered(cct_id(7)));
    let contact = stage.desk.contact(key).unwrap();
    assert!(contact.in_cct && contact.on_terminal && !contact.observed);
    // Accepted while the barge is on its way: the same.
    let (mut stage, key) = observing(7);
    let offer = stage.offer(7);
    stage.desk.accept(stage.now, offer).unwrap();
    stage.desk.barge(stage.now, key).unwrap();
    stage.cct(CctEvent::Answered(cct_id(7)));
    stage.say(&operation(7, true));
    let contact = stage.desk.contact(key).unwrap();
    assert!(contact.in_cct && contact.on_terminal && !contact.observed);
    assert_eq!(stage.desk.contacts().count(), 1);
}

#[test]
fn a_server_that_takes_the_other_verb_lets_the_accepted_chat_in_all_the_same() {
    let (mut stage, _) = observing(7);
    let offer = stage.offer(7);
    stage.desk.accept(stage.now, offer).unwrap();
    stage.cct(CctEvent::Answered(cct_id(7)));
    super::error(&mut stage, "leaveRoom");
    assert_eq!(stage.methods(), ["leaveRoom", "agentQuitChat"]);
    stage.pass(2_000);
    assert_eq!(stage.frames(), [join(7, "active")]);
}

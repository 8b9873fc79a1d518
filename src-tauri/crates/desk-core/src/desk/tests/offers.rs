//! Offers: alerting, accepted, declined together, gone.

use serde_json::json;

use super::stage::{Stage, cct_id, contact, room};
use crate::cct::{CctEvent, ContactEnd};
use crate::contact::Phase;
use crate::effect::Cue;
use crate::failure::{Failure, FailureKind, WhyNot};
use crate::notice::OfferEnd;
use crate::session_state::{Ready, ReadyCause};

#[test]
fn accepting_answers_in_cct_and_enters_the_room_when_cct_says_so() {
    let mut stage = Stage::signed_in();
    let key = stage.offer(7);
    assert_eq!(stage.phase(key), Phase::Offered);
    stage.desk.accept(stage.now, key).unwrap();
    stage.carry_out();
    assert_eq!(stage.phase(key), Phase::Joining);
    assert!(stage.frames().is_empty());
    stage.cct(CctEvent::Answered(cct_id(7)));
    let join = json!({"method": "agentJoinRoom", "guid": 7, "joinType": "active"});
    assert_eq!(stage.frames(), [join]);
    stage.say(&room(7, &json!([])));
    assert_eq!(stage.phase(key), Phase::Active);
    assert_eq!(stage.desk.recent_offers().get()[0].end, OfferEnd::Accepted);
}

#[test]
fn a_consult_is_joined_as_one() {
    let mut stage = Stage::signed_in();
    stage.cct(CctEvent::Offered(crate::cct::CctContact { consult: true, ..contact(7) }));
    stage.cct(CctEvent::Answered(cct_id(7)));
    assert_eq!(stage.frames()[0]["joinType"], "consult");
}

#[test]
fn the_room_waits_for_the_guid_and_says_when_it_does_not_come() {
    let mut stage = Stage::signed_in();
    let without = crate::cct::CctContact { guid: None, ..contact(7) };
    stage.cct(CctEvent::Offered(without));
    stage.cct(CctEvent::Answered(cct_id(7)));
    assert!(stage.frames().is_empty());
    let key = stage.desk.contacts().next().unwrap().key;
    stage.pass(5_000);
    let failure = stage.desk.contact(key).unwrap().failure.clone();
    assert_eq!(failure.unwrap().kind, FailureKind::NoChatId);
    stage.cct(CctEvent::Facts(contact(7)));
    assert_eq!(stage.methods(), ["agentJoinRoom"]);
}

#[test]
fn declining_returns_all_offers_and_says_so_before() {
    let mut stage = Stage::signed_in();
    let (first, second) = (stage.offer(7), stage.offer(8));
    stage.desk.decline(stage.now, first).unwrap();
    stage.carry_out();
    assert_eq!(stage.phase(first), Phase::BeingReturned);
    assert_eq!(stage.phase(second), Phase::BeingReturned);
    let again = stage.desk.accept(stage.now, second).unwrap_err();
    assert_eq!(again.kind, FailureKind::NotPossible(WhyNot::BeingReturned));
    stage.ended(7, ContactEnd::Returned);
    stage.ended(8, ContactEnd::Returned);
    stage.cct(CctEvent::Ready { ready: false, reason_code: None });
    assert_eq!(stage.desk.contacts().count(), 0);
    let ends: Vec<_> = stage.desk.recent_offers().get().iter().map(|offer| offer.end).collect();
    assert_eq!(ends, [OfferEnd::Declined, OfferEnd::ReturnedWithAnother]);
    let readiness = &stage.desk.session().get().readiness;
    assert_eq!((readiness.actual, readiness.cause), (Ready::NotReady, ReadyCause::DeclinedOffer));
    // No notice: the agent did it.
    assert!(stage.desk.notices().get().is_empty());
}

#[test]
fn a_refused_answer_or_reject_leaves_the_offer_standing() {
    let mut stage = Stage::signed_in();
    let key = stage.offer(7);
    let why = Failure::with_detail(FailureKind::ServerFault, "not now");
    stage.desk.accept(stage.now, key).unwrap();
    stage.cct(CctEvent::AnswerRefused { contact: cct_id(7), why: why.clone() });
    assert_eq!(stage.phase(key), Phase::Offered);
    assert_eq!(stage.desk.contact(key).unwrap().failure, Some(why.clone()));
    stage.desk.decline(stage.now, key).unwrap();
    stage.cct(CctEvent::RejectRefused { contact: cct_id(7), why });
    assert_eq!(stage.phase(key), Phase::Offered);
}

#[test]
fn a_customer_who_gives_up_is_told_and_silent_at_once() {
    let mut stage = Stage::signed_in();
    let key = stage.offer(7);
    assert!(matches!(stage.cues[0], Cue::Offer { again: false, .. }));
    stage.pass(10_000);
    assert!(matches!(stage.cues[1], Cue::Offer { again: true, .. }));
    stage.ended(7, ContactEnd::GoneWhileAlerting);
    assert_eq!(stage.cues.last(), Some(&Cue::Quiet { contact: key }));
    stage.cues.clear();
    stage.pass(60_000);
    assert!(stage.cues.is_empty());
    assert_eq!(stage.desk.notices().get().len(), 1);
}

#[test]
fn a_snapshot_ends_what_it_does_not_mention() {
    let mut stage = Stage::signed_in();
    stage.offer(7);
    let kept = stage.offer(8);
    stage.cct(CctEvent::Up { server: "cct.test:9084".into() });
    stage.cct(CctEvent::Offered(contact(8)));
    stage.cct(CctEvent::SnapshotDone);
    assert_eq!(stage.desk.contacts().map(|c| c.key).collect::<Vec<_>>(), [kept]);
}

#[test]
fn a_contact_found_active_is_entered() {
    let mut stage = Stage::signed_in();
    stage.cct(CctEvent::Facts(contact(7)));
    stage.cct(CctEvent::Answered(cct_id(7)));
    assert_eq!(stage.methods(), ["agentJoinRoom"]);
}

#[test]
fn a_room_that_cannot_be_entered_can_be_tried_again_or_given_up() {
    let mut stage = Stage::signed_in();
    let key = stage.offer(7);
    stage.desk.accept(stage.now, key).unwrap();
    stage.cct(CctEvent::Answered(cct_id(7)));
    let refusal = json!({"method": "agentJoinRoom", "code": 1, "errorMessage": "no room"});
    stage.frame("error", &refusal);
    // It may be a consult that the contact server did not call one.
    assert_eq!(stage.frames().last().unwrap()["joinType"], "consult");
    stage.frame("error", &json!({"method": "agentJoinRoom", "code": 1, "errorMessage": "no"}));
    let contact = stage.desk.contact(key).unwrap();
    assert!(contact.join_has_failed());
    assert_eq!(contact.failure.as_ref().unwrap().detail.as_deref(), Some("no room"));
    stage.frames();
    stage.desk.accept(stage.now, key).unwrap();
    stage.carry_out();
    assert_eq!(stage.methods(), ["agentJoinRoom"]);
}

/// CCT tells of an alerting contact first and of its intrinsics with the next answer.
#[test]
fn a_call_for_attention_waits_a_moment_for_the_name() {
    let mut stage = Stage::signed_in();
    let nameless = || crate::cct::CctContact { intrinsics: Vec::new(), ..contact(7) };
    stage.cct(CctEvent::Offered(nameless()));
    assert_eq!(stage.cues, []);
    stage.cct(CctEvent::Facts(contact(7)));
    let told = |cue: &Cue| match cue {
        Cue::Offer { title, skillset, again, .. } => {
            (title.as_str().to_owned(), skillset.clone(), *again)
        }
        other => panic!("{other:?}"),
    };
    let named = ("maria@example.org".to_owned(), Some("WC_Sales".to_owned()), false);
    assert_eq!(stage.cues.iter().map(told).collect::<Vec<_>>(), [named]);
    stage.cct(CctEvent::Facts(contact(7)));
    stage.pass(1_000);
    assert_eq!(stage.cues.len(), 1, "once");
}

#[test]
fn an_offer_that_stays_nameless_calls_for_attention_all_the_same() {
    let mut stage = Stage::signed_in();
    let nameless = crate::cct::CctContact { intrinsics: Vec::new(), ..contact(7) };
    stage.cct(CctEvent::Offered(nameless));
    stage.pass(1_000);
    assert!(matches!(stage.cues[..], [Cue::Offer { again: false, .. }]), "{:?}", stage.cues);
    // One that is gone before never calls.
    let mut stage = Stage::signed_in();
    let nameless = crate::cct::CctContact { intrinsics: Vec::new(), ..contact(7) };
    stage.cct(CctEvent::Offered(nameless));
    stage.ended(7, ContactEnd::GoneWhileAlerting);
    stage.pass(1_000);
    assert_eq!(stage.cues, []);
}

//! Contacts that are no chats: shown, answered, given codes and ended by contact control alone.

use cct_wire::Intrinsic;

use super::stage::{Stage, cct_id, contact};
use crate::cct::{Can, CctContact, CctEvent, ContactEnd, EventSource};
use crate::contact::{Activity, ActivityState, ContactKey, Kind, Phase};
use crate::effect::Effect;
use crate::failure::{Failure, FailureKind, WhyNot};
use crate::notice::OfferEnd;
use crate::settings::ReasonCode;

fn of_type(types: &[&str], subtype: &str) -> CctContact {
    let subtype =
        Intrinsic { key: "CONTACTSUBTYPE".into(), value: subtype.into(), immutable: true };
    CctContact {
        types: types.iter().map(|word| (*word).to_owned()).collect(),
        intrinsics: vec![subtype],
        ..contact(9)
    }
}

fn offered(stage: &mut Stage, contact: CctContact) -> ContactKey {
    stage.cct(CctEvent::Offered(contact));
    stage.desk.contacts().next().unwrap().key
}

fn call() -> (Stage, ContactKey) {
    let mut stage = Stage::with(|config| {
        let code = |code: &str| ReasonCode { code: code.into(), label: code.into() };
        config.activity_codes = vec![code("1"), code("2")];
    })
    .sign_in();
    let key = offered(&mut stage, of_type(&["Voice"], ""));
    (stage, key)
}

fn answered() -> (Stage, ContactKey) {
    let (mut stage, key) = call();
    stage.desk.accept(stage.now, key).unwrap();
    stage.cct(CctEvent::Answered(cct_id(9)));
    (stage, key)
}

fn why(possible: &Result<(), Failure>) -> Option<WhyNot> {
    match possible.as_ref().err()?.kind {
        FailureKind::NotPossible(why) => Some(why),
        _ => None,
    }
}

#[test]
fn kinds_by_the_servers_words() {
    for (types, subtype, kind, words) in [
        (&["Web_Communications"][..], "", Kind::WebChat, vec!["Web_Communications"]),
        (
            &["Outbound"],
            "Web Communications",
            Kind::WebChat,
            vec!["Web Communications", "Outbound"],
        ),
        (&["EMail"], "", Kind::Email, vec!["EMail"]),
        (&["E-mail"], "", Kind::Email, vec!["E-mail"]),
        (&["Voice"], " ", Kind::Voice, vec!["Voice"]),
        (
            &["Outbound"],
            "Scheduled Callback",
            Kind::CallBack,
            vec!["Scheduled Callback", "Outbound"],
        ),
        (
            &["Outbound"],
            "scheduled_callback",
            Kind::CallBack,
            vec!["scheduled_callback", "Outbound"],
        ),
        (&["Outbound"], "", Kind::Other, vec!["Outbound"]),
        (&["SMS"], "", Kind::Other, vec!["SMS"]),
        (&[], "", Kind::Other, vec![]),
    ] {
        let mut stage = Stage::signed_in();
        let key = offered(&mut stage, of_type(types, subtype));
        let contact = stage.desk.contact(key).unwrap();
        assert_eq!((contact.kind(), contact.type_words()), (kind, words), "{types:?} {subtype}");
    }
}

#[test]
fn what_the_centre_does_not_allow_is_said_before_the_click() {
    let can = |answer, reject, release| Can { answer, reject, release };
    let none = Some(WhyNot::NotAllowedByCentre);
    for (can, accept, decline) in [
        (can(None, None, None), None, None),
        (can(Some(true), Some(true), Some(false)), None, None),
        (can(Some(false), Some(true), None), none, None),
        (can(Some(true), Some(false), None), None, none),
    ] {
        let (mut stage, key) = call();
        stage.cct(CctEvent::Facts(CctContact { can, ..of_type(&["Voice"], "") }));
        // Facts alone do not answer: the offer stands.
        let actions = stage.desk.actions(stage.desk.contact(key).unwrap());
        assert_eq!((why(&actions.accept), why(&actions.decline)), (accept, decline), "{can:?}");
        assert_eq!(stage.desk.accept(stage.now, key).is_err(), accept.is_some());
    }
}

/// For chats the list is a hint: an attempt decides.
#[test]
fn a_chat_may_always_be_tried() {
    let mut stage = Stage::signed_in();
    let can = Can { answer: Some(false), reject: Some(false), release: Some(false) };
    let key = offered(&mut stage, CctContact { can, ..contact(7) });
    let actions = stage.desk.actions(stage.desk.contact(key).unwrap());
    assert!(actions.accept.is_ok() && actions.decline.is_ok());
}

#[test]
fn a_call_has_no_room_and_no_form() {
    let (mut stage, key) = answered();
    assert_eq!(stage.phase(key), Phase::Active);
    assert!(stage.frames().is_empty());
    let contact = stage.desk.contact(key).unwrap();
    let actions = stage.desk.actions(contact);
    assert_eq!(why(&actions.reply), Some(WhyNot::NotAChat));
    assert_eq!(why(&actions.history), Some(WhyNot::NotAChat));
    assert!(actions.close.is_ok());
    assert!(stage.desk.form(contact).is_none());
    let note = stage.desk.set_wrap_up(stage.now, key, None, "note".into(), false);
    assert_eq!(note.unwrap_err().kind, FailureKind::NoSuchItem);
    stage.desk.close(stage.now, key).unwrap();
    stage.carry_out();
    assert!(stage.frames().is_empty());
    let again = stage.desk.actions(stage.desk.contact(key).unwrap());
    assert_eq!(why(&again.close), Some(WhyNot::Closing));
    stage.ended(9, ContactEnd::Released);
    assert!(stage.desk.contact(key).is_none());
    assert!(stage.desk.notices().get().is_empty());
    assert_eq!(stage.desk.recent_offers().get().last().unwrap().end, OfferEnd::Closed);
}

#[test]
fn a_call_that_does_not_end_says_why_and_can_be_ended_again() {
    let (mut stage, key) = answered();
    stage.desk.close(stage.now, key).unwrap();
    let why = Failure::of(FailureKind::ServerFault);
    stage.cct(CctEvent::ReleaseRefused { contact: cct_id(9), why: why.clone() });
    let contact = stage.desk.contact(key).unwrap();
    assert_eq!(contact.failure, Some(why));
    assert!(stage.desk.actions(contact).close.is_ok());
}

#[test]
fn a_call_ends_only_as_the_centre_allows() {
    let (mut stage, key) = answered();
    let can = Can { release: Some(false), ..Can::default() };
    stage.cct(CctEvent::Facts(CctContact { can, ..of_type(&["Voice"], "") }));
    let refused = stage.desk.close(stage.now, key).unwrap_err();
    assert_eq!(refused.kind, FailureKind::NotPossible(WhyNot::NotAllowedByCentre));
}

#[test]
fn the_last_activity_code_counts() {
    let (mut stage, key) = answered();
    // The stage plays the events; the session itself knows nothing of the contact.
    let code = |stage: &Stage| stage.desk.contact(key).unwrap().activity.clone();
    let is = |code: &str, state| Some(Activity { code: code.into(), state });
    stage.desk.set_activity_code(stage.now, key, "1".into()).unwrap();
    stage.desk.set_activity_code(stage.now, key, "2".into()).unwrap();
    let set = |code: &str| CctEvent::ActivitySet { contact: cct_id(9), code: code.into() };
    stage.cct(set("1"));
    assert_eq!(code(&stage), is("2", ActivityState::Setting));
    stage.cct(set("2"));
    assert_eq!(code(&stage), is("2", ActivityState::Set));
    stage.desk.set_activity_code(stage.now, key, "1".into()).unwrap();
    let why = Failure::of(FailureKind::ServerFault);
    let contact = cct_id(9);
    stage.cct(CctEvent::ActivityRefused { contact, code: "1".into(), why: why.clone() });
    assert_eq!(code(&stage), is("1", ActivityState::Refused(why)));
}

#[test]
fn activity_codes_are_those_of_the_settings() {
    let (mut stage, key) = answered();
    let refused = stage.desk.set_activity_code(stage.now, key, "3".into()).unwrap_err();
    assert_eq!(refused.kind, FailureKind::NoSuchItem);
    let (stage, key) = call();
    let early = stage.desk.actions(stage.desk.contact(key).unwrap()).set_activity_code;
    assert_eq!(why(&early), Some(WhyNot::NotAccepted));
    let (stage, key) = Stage::chatting();
    let none = stage.desk.actions(stage.desk.contact(key).unwrap()).set_activity_code;
    assert_eq!(why(&none), Some(WhyNot::NoneConfigured));
}

/// The desk's own session, where the stage's play would hide it.
#[test]
fn nothing_is_asked_of_a_server_that_is_away() {
    let (mut stage, key) = answered();
    stage.cct(CctEvent::Source(EventSource::Polling));
    stage.cct(CctEvent::Down {
        why: Failure::of(FailureKind::NoAnswer),
        attempt: 1,
        retry_at: stage.now,
    });
    let actions = stage.desk.actions(stage.desk.contact(key).unwrap());
    assert_eq!(why(&actions.set_activity_code), Some(WhyNot::ContactControlDown));
    assert_eq!(why(&actions.close), Some(WhyNot::ContactControlDown));
    stage.desk.close(stage.now, key).unwrap_err();
    assert!(!std::iter::from_fn(|| stage.desk.poll_effect()).any(|e| matches!(e, Effect::Cct(_))));
}

//! What comes late, or from somebody else, while a step is under way: no offer and no text goes
//! down with it.

use ewc_wire::Audience::{Normal, Whisper};
use serde_json::json;

use super::colleagues::{
    ACTIVE, BEN, PASSIVE, VERA, barge, briefing, consulting, exit, operation, role, room_of,
};
use super::stage::{AGENT, cct_id, contact, reasons};
use crate::cct::{CctEvent, ContactEnd};
use crate::contact::{Part, Phase, Step};
use crate::notice::OfferEnd;

#[test]
fn exit_room_notification_of_the_hand_over_ends_no_new_offer_of_the_contact() {
    for accepted in [false, true] {
        let (mut stage, _) = briefing();
        stage.acknowledge(7);
        stage.say(&operation(true));
        stage.ended(7, ContactEnd::Released);
        assert_eq!(stage.ends(), [OfferEnd::Transferred]);
        stage.cct(CctEvent::Offered(contact(7)));
        let key = stage.desk.contacts().next().unwrap().key;
        if accepted {
            stage.desk.accept(stage.now, key).unwrap();
            stage.cct(CctEvent::Answered(cct_id(7)));
        }
        stage.say(&exit(AGENT, "transferred"));
        let phase = if accepted { Phase::Joining } else { Phase::Offered };
        assert_eq!(stage.desk.contact(key).map(|c| c.phase), Some(phase));
        assert!(stage.told().0.is_empty());
    }
}

#[test]
fn a_brief_that_nobody_will_hear_is_kept() {
    for barged in [true, false] {
        let (mut stage, key) = consulting(Step::Ringing);
        if barged {
            stage.say(&role(VERA, "supervisor_observe"));
            stage.say(&barge());
        } else {
            stage.say(&reasons("customerDisconnect", 7));
        }
        assert_eq!(stage.step(key), None);
        assert_eq!(stage.told().1, ["she wants two"], "barged: {barged}");
    }
}

#[test]
fn a_brief_is_kept_where_the_room_has_another_owner_after_a_loss() {
    let (mut stage, key) = consulting(Step::Inviting);
    stage.lose();
    stage.pass(1_000);
    stage.connect();
    stage.say(&room_of(&[(VERA, ACTIVE), (AGENT, PASSIVE)], &json!([])));
    assert_eq!(stage.step(key), None);
    assert_eq!(stage.told().1, ["she wants two"]);
}

#[test]
fn what_waits_for_the_customer_stays_here_when_a_step_in_doubt_ends_in_another_owner() {
    let (mut stage, key) = consulting(Step::Transferring);
    for text in ["one", "two"] {
        stage.desk.send(stage.now, key, Normal, &text.into()).unwrap();
    }
    stage.carry_out();
    stage.lose();
    stage.pass(1_000);
    stage.connect();
    stage.frames();
    let one = super::stage::line(AGENT, "one", 1);
    let list = [(BEN, PASSIVE), (VERA, ACTIVE), (AGENT, PASSIVE)];
    stage.say(&room_of(&list, &json!([one])));
    assert_eq!(stage.part(key), Part::Bystander);
    stage.pass(10_000);
    let written = stage.frames().iter().any(|frame| frame["messageType"] == "normal");
    assert!(!written, "a bystander's line");
    let rows = stage.rows(key);
    assert!(rows.contains(&"me: two [refused]".to_owned()), "{rows:?}");
}

#[test]
fn agent_operation_notification_that_comes_after_its_time_ends_the_handed_over_chat() {
    // The answer, late; or contact control, where nothing else says it.
    for answered in [true, false] {
        let (mut stage, key) = consulting(Step::Transferring);
        stage.pass(10_000);
        assert_eq!(stage.step(key).map(|(step, _)| step), Some(Step::Talking));
        if answered {
            stage.say(&operation(true));
        } else {
            stage.ended(7, ContactEnd::Released);
        }
        assert!(stage.desk.contact(key).is_none(), "answered: {answered}");
        assert_eq!(stage.ends(), [OfferEnd::Transferred]);
    }
}

#[test]
fn agent_operation_notification_that_comes_late_and_refuses_ends_nothing() {
    let (mut stage, key) = consulting(Step::Transferring);
    stage.pass(10_000);
    stage.say(&operation(false));
    assert_eq!(stage.step(key).map(|(step, _)| step), Some(Step::Talking));
    // A consult that was not answered in time has handed nothing over.
    let (mut stage, key) = consulting(Step::Inviting);
    stage.pass(10_000);
    stage.say(&operation(true));
    stage.ended(7, ContactEnd::Released);
    assert!(stage.desk.contact(key).is_some());
}

#[test]
fn a_brief_that_was_not_heard_goes_with_the_next_invitation_of_the_same_agent_or_is_kept() {
    let failed = || {
        let (mut stage, key) = consulting(Step::Ringing);
        stage.say(&exit(BEN, "x"));
        assert_eq!(stage.step(key).map(|(step, _)| step), Some(Step::Failed));
        (stage, key)
    };
    let (mut stage, key) = failed();
    stage.desk.consult(stage.now, key, &BEN.into(), None).unwrap();
    stage.say(&operation(true));
    stage.say(&role(BEN, PASSIVE));
    let whispered = stage.frames().iter().any(|frame| frame["message"] == "she wants two");
    assert!(whispered && stage.told().1.is_empty());

    let (mut stage, key) = failed();
    stage.desk.consult(stage.now, key, &BEN.into(), Some("three".into())).unwrap();
    assert_eq!(stage.told().1, ["she wants two"]);

    let (mut stage, key) = failed();
    stage.desk.transfer_to_skillset(stage.now, key, &"4".into(), None).unwrap();
    assert_eq!(stage.told().1, ["she wants two"]);

    let (mut stage, key) = failed();
    stage.desk.end_consult(stage.now, key).unwrap();
    assert_eq!(stage.told().1, ["she wants two"]);
}

#[test]
fn a_brief_of_an_invitation_taken_back_is_kept() {
    let (mut stage, key) = consulting(Step::Ringing);
    stage.desk.end_consult(stage.now, key).unwrap();
    stage.carry_out();
    stage.acknowledge_verb("dropPassiveParticipant");
    assert_eq!(stage.step(key), None);
    assert_eq!(stage.told().1, ["she wants two"]);
}

#[test]
fn a_draft_for_the_customer_is_kept_with_every_way_out_of_the_room() {
    for (way, end) in [(0, OfferEnd::Transferred), (1, OfferEnd::TakenAway), (2, OfferEnd::Left)] {
        let (mut stage, key) = consulting(Step::Talking);
        stage.desk.set_draft(stage.now, key, Normal, "a reply".into()).unwrap();
        stage.desk.set_draft(stage.now, key, Whisper, "a word".into()).unwrap();
        let note = "a note".into();
        stage.desk.set_wrap_up(stage.now, key, None, note, false).unwrap();
        match way {
            0 => {
                stage.desk.complete_transfer(stage.now, key).unwrap();
                stage.say(&operation(true));
            }
            1 => stage.say(&exit(AGENT, "x")),
            _ => {
                stage.say(&barge());
                stage.desk.leave_room(stage.now, key).unwrap();
                stage.pass(3_000);
            }
        }
        assert_eq!(stage.ends(), [end]);
        assert_eq!(stage.told().1, ["a reply", "a word", "a note"], "{way}");
    }
}

//! Asking a colleague: the list, the invitation, the ringing, the talk, and how each of them ends.

use ewc_wire::Audience::{Normal, Whisper};
use serde_json::json;

use super::colleagues::{
    ACTIVE, BEN, PASSIVE, VERA, briefing, consulting, destinations, exit, listed, operation, role,
    says, why,
};
use super::stage::{AGENT, Stage, cct_id, contact, reasons};
use crate::cct::{CctEvent, ContactEnd};
use crate::contact::{DestinationsState, Part, Phase, Step, WrapUpState};
use crate::failure::{FailureKind, WhyNot};
use crate::notice::OfferEnd;

#[test]
fn the_list_says_who_and_what_cannot_be_had() {
    use WhyNot::{NobodyActive, SwitchedOffByServer as Off, ThatIsMe};
    for (flags, agents, queues) in [
        (json!({}), [None, Some(ThatIsMe)], [None, Some(NobodyActive)]),
        (
            json!({"allowTransferToAgent": true, "allowTransferToSkillset": true}),
            [None, Some(ThatIsMe)],
            [None, Some(NobodyActive)],
        ),
        (json!({"allowTransferToAgent": false}), [Some(Off); 2], [None, Some(NobodyActive)]),
        (json!({"allowTransferToSkillset": false}), [None, Some(ThatIsMe)], [Some(Off); 2]),
    ] {
        let (mut stage, key) = Stage::chatting();
        stage.desk.request_destinations(stage.now, key).unwrap();
        let mut list = destinations();
        for (name, flag) in flags.as_object().unwrap() {
            list[name] = flag.clone();
        }
        stage.say(&list);
        let here = &stage.desk.contact(key).unwrap().destinations;
        assert_eq!(here.state, DestinationsState::Here);
        let refused: Vec<_> = here.queues[0].agents.iter().map(|agent| agent.refused).collect();
        assert_eq!(refused, agents, "{flags}");
        let refused: Vec<_> = here.queues.iter().map(|queue| queue.refused).collect();
        assert_eq!(refused, queues, "{flags}");
        let ben = stage.desk.consult(stage.now, key, &BEN.into(), None);
        assert_eq!(why(&ben), agents[0]);
    }
}

#[test]
fn a_list_without_its_room_is_the_asking_ones() {
    let (mut stage, first) = Stage::chatting();
    let second = stage.chat(8);
    stage.desk.request_destinations(stage.now, first).unwrap();
    stage.desk.request_destinations(stage.now, second).unwrap();
    let mut list = destinations();
    list.as_object_mut().unwrap().remove("guid");
    stage.say(&list);
    let state = |stage: &Stage, key| stage.desk.contact(key).unwrap().destinations.state.clone();
    assert_eq!(state(&stage, first), DestinationsState::Here);
    assert!(matches!(state(&stage, second), DestinationsState::Asking(_)));
    stage.say(&list);
    assert_eq!(state(&stage, second), DestinationsState::Here);
}

#[test]
fn a_list_that_does_not_come_is_said_and_an_earlier_one_stays() {
    let (mut stage, key) = listed();
    stage.desk.request_destinations(stage.now, key).unwrap();
    stage.refuse("getDestinations");
    let here = stage.desk.contact(key).unwrap().destinations.clone();
    assert!(matches!(here.state, DestinationsState::Failed(_)));
    assert_eq!(here.queues.len(), 2);
    for agent in ["00999", VERA] {
        let nobody = stage.desk.consult(stage.now, key, &agent.into(), None).unwrap_err();
        assert_eq!(nobody.kind, FailureKind::NoSuchDestination);
    }
    let nowhere = stage.desk.transfer_to_skillset(stage.now, key, &"99".into(), None).unwrap_err();
    assert_eq!(nowhere.kind, FailureKind::NoSuchDestination);
}

#[test]
fn a_consult_goes_step_by_step_and_the_brief_is_the_first_whisper() {
    let (mut stage, key) = consulting(Step::Inviting);
    assert_eq!(stage.step(key), Some((Step::Inviting, None)));
    stage.say(&operation(true));
    assert_eq!(stage.step(key), Some((Step::Ringing, None)));
    let until = stage.desk.contact(key).unwrap().joint.as_ref().unwrap().until;
    assert_eq!(until, Some(stage.now + 30_000));
    assert!(stage.frames().is_empty());
    stage.say(&role(BEN, PASSIVE));
    assert_eq!(stage.step(key), Some((Step::Talking, None)));
    // The server said an id; the list of destinations had the name.
    let room = &stage.desk.contact(key).unwrap().room;
    assert_ne!(room.name_of(&BEN.into()).as_str(), BEN);
    let brief = json!({"method": "newMessage", "guid": 7, "message": "she wants two",
        "messageType": "whisper"});
    assert_eq!(stage.frames(), [brief]);
    stage.acknowledge(7);
    let rows = stage.rows(key);
    assert_eq!(rows[rows.len() - 2..], ["* AgentJoined", "me whispers: she wants two [delivered]"]);
    assert_eq!(stage.part(key), Part::Owner);
}

#[test]
fn the_rooms_timer_says_how_long_it_rings() {
    let (mut stage, key) = listed();
    stage.lose_and_come_back();
    let mut room = super::stage::room(7, &json!([]));
    room["timerList"]["consultRequestTimeout_inSeconds"] = json!(12);
    stage.say(&room);
    stage.desk.consult(stage.now, key, &BEN.into(), None).unwrap();
    stage.say(&operation(true));
    let until = stage.desk.contact(key).unwrap().joint.as_ref().unwrap().until;
    assert_eq!(until, Some(stage.now + 12_000));
}

#[test]
fn an_agent_who_comes_before_the_answer_is_talked_to_after_it() {
    let (mut stage, key) = consulting(Step::Inviting);
    stage.say(&role(BEN, PASSIVE));
    assert_eq!(stage.step(key), Some((Step::Inviting, None)));
    stage.say(&operation(true));
    assert_eq!(stage.step(key), Some((Step::Talking, None)));
    assert_eq!(stage.frames()[0]["message"], "she wants two");
}

/// Both ways of refusing (`operationRequest` without success, an error), and no answer.
#[test]
fn a_refused_step_leaves_the_one_before() {
    for (step, after) in [
        (Step::Inviting, Step::Failed),
        (Step::Transferring, Step::Talking),
        (Step::Conferring, Step::Talking),
    ] {
        let (mut stage, key) = consulting(step);
        stage.say(&operation(false));
        assert_eq!(stage.step(key), Some((after, Some(FailureKind::OperationRefused))), "{step:?}");
        let (mut stage, key) = consulting(step);
        stage.refuse("operationRequest");
        assert_eq!(stage.step(key), Some((after, Some(FailureKind::ServerError(1)))), "{step:?}");
        let (mut stage, key) = consulting(step);
        stage.pass(10_000);
        assert_eq!(stage.step(key), Some((after, Some(FailureKind::NoAnswer))), "{step:?}");
        assert_eq!(stage.part(key), Part::Owner);
    }
}

#[test]
fn a_refused_invitation_can_be_repeated_or_put_aside() {
    let (mut stage, key) = consulting(Step::Inviting);
    stage.say(&operation(false));
    assert_eq!(why(&stage.can(key).close), None);
    stage.desk.consult(stage.now, key, &BEN.into(), None).unwrap();
    assert_eq!(stage.step(key), Some((Step::Inviting, None)));
    stage.say(&operation(false));
    stage.frames();
    stage.desk.end_consult(stage.now, key).unwrap();
    stage.carry_out();
    assert_eq!((stage.step(key), stage.frames().len()), (None, 0));
}

#[test]
fn a_refused_transfer_of_an_agent_who_is_there_counts_as_used_until_it_shows_otherwise() {
    let (mut stage, key) = consulting(Step::Transferring);
    stage.say(&operation(false));
    assert_eq!(why(&stage.can(key).complete_transfer), Some(WhyNot::TransferUsed));
    assert_eq!(why(&stage.can(key).complete_conference), None);
    // The other agent was not there any more: that may have been why.
    stage.say(&exit(BEN, "left the room"));
    assert_eq!(stage.step(key), Some((Step::Failed, Some(FailureKind::PartnerLeft))));
    assert_eq!(why(&stage.can(key).transfer_to_skillset), None);
}

#[test]
fn the_ringing_ends_here_too_and_the_server_is_told() {
    let (mut stage, key) = consulting(Step::Ringing);
    stage.pass(29_999);
    assert!(stage.frames().is_empty());
    stage.pass(1);
    assert_eq!(stage.frames(), [json!({"method": "dropPassiveParticipant", "guid": 7})]);
    assert_eq!(stage.step(key), Some((Step::Ending, None)));
    // Silence is an answer here.
    stage.pass(2_000);
    assert_eq!(stage.step(key), Some((Step::Failed, Some(FailureKind::ConsultTimedOut))));
    assert_eq!(why(&stage.can(key).consult), None);
    assert_eq!(stage.desk.notices().get().len(), 0);
}

#[test]
fn whatever_the_server_answers_to_the_end_of_the_ringing_it_has_ended() {
    for answer in ["error", "acknowledgement", "exit"] {
        let (mut stage, key) = consulting(Step::Ringing);
        stage.pass(30_000);
        match answer {
            "error" => stage.refuse("dropPassiveParticipant"),
            "acknowledgement" => stage.acknowledge_verb("dropPassiveParticipant"),
            _ => stage.say(&exit(BEN, "consult request timed out")),
        }
        let timed_out = Some((Step::Failed, Some(FailureKind::ConsultTimedOut)));
        assert_eq!(stage.step(key), timed_out, "{answer}");
        // A later word about the same changes nothing.
        stage.refuse("dropPassiveParticipant");
        assert_eq!(stage.step(key), timed_out, "{answer}");
    }
}

#[test]
fn an_agent_who_comes_in_the_last_moment_is_out_again_or_talked_to() {
    let (mut stage, key) = consulting(Step::Ringing);
    stage.pass(30_000);
    stage.say(&role(BEN, PASSIVE));
    assert_eq!(stage.step(key), Some((Step::Ending, None)));
    stage.pass(2_000);
    assert_eq!(stage.step(key), Some((Step::Failed, Some(FailureKind::ConsultTimedOut))));
    assert_eq!(stage.desk.contact(key).unwrap().room.participants.len(), 1);
    // The server did not remove him.
    let (mut stage, key) = consulting(Step::Ringing);
    stage.pass(30_000);
    stage.say(&role(BEN, PASSIVE));
    stage.refuse("dropPassiveParticipant");
    assert_eq!(stage.step(key), Some((Step::Talking, Some(FailureKind::ServerError(1)))));
}

#[test]
fn a_declined_invitation_is_told_from_one_that_ran_out() {
    for (after, kind) in
        [(5_000, FailureKind::ConsultDeclined), (29_500, FailureKind::ConsultTimedOut)]
    {
        let (mut stage, key) = consulting(Step::Ringing);
        stage.pass(after);
        stage.say(&exit(BEN, "in the server's own words"));
        assert_eq!(stage.step(key), Some((Step::Failed, Some(kind))));
        assert!(!stage.rows(key).contains(&"* AgentLeft".to_owned()), "he was never here");
    }
}

#[test]
fn a_consult_ends_by_an_acknowledgement_a_notice_or_silence() {
    for answer in ["acknowledgement", "exit", "silence"] {
        for step in [Step::Ringing, Step::Talking] {
            let (mut stage, key) = consulting(step);
            stage.desk.end_consult(stage.now, key).unwrap();
            stage.carry_out();
            assert_eq!(stage.frames(), [json!({"method": "dropPassiveParticipant", "guid": 7})]);
            assert_eq!(stage.step(key), Some((Step::Ending, None)));
            assert_eq!(why(&stage.can(key).close), Some(WhyNot::StepRunning));
            match answer {
                "acknowledgement" => stage.acknowledge_verb("dropPassiveParticipant"),
                "exit" => stage.say(&exit(BEN, "dropped")),
                _ => stage.pass(2_000),
            }
            assert_eq!(stage.step(key), None, "{answer} {step:?}");
            let left = stage.rows(key).contains(&"* AgentLeft".to_owned());
            assert_eq!(left, step == Step::Talking);
            assert_eq!(why(&stage.can(key).close), None);
            assert_eq!(why(&stage.can(key).whisper), Some(WhyNot::NobodyElse));
        }
    }
}

#[test]
fn a_refused_end_rings_on_or_talks_on_and_locks_nothing_for_good() {
    let (mut stage, key) = consulting(Step::Ringing);
    stage.desk.end_consult(stage.now, key).unwrap();
    stage.refuse("dropPassiveParticipant");
    assert_eq!(stage.step(key), Some((Step::Ringing, Some(FailureKind::ServerError(1)))));
    stage.pass(32_000);
    assert_eq!(stage.step(key).unwrap().0, Step::Failed);
    // Of an agent who left by himself some servers say nothing: then nobody can be removed.
    let (mut stage, key) = consulting(Step::Ending);
    stage.refuse("dropPassiveParticipant");
    assert_eq!(stage.step(key), Some((Step::Talking, Some(FailureKind::ServerError(1)))));
    assert_eq!(why(&stage.can(key).close), None, "the server decides");
    assert_eq!(why(&stage.can(key).consult), None, "the server decides");
    // He is here after all.
    stage.say(&says(BEN, "whisper", "still here"));
    assert_eq!(why(&stage.can(key).close), Some(WhyNot::ConsultRunning));
}

#[test]
fn a_colleague_who_leaves_ends_the_consult() {
    let (mut stage, key) = consulting(Step::Talking);
    stage.say(&exit(BEN, "left the room"));
    assert_eq!(stage.step(key), Some((Step::Failed, Some(FailureKind::PartnerLeft))));
    assert_eq!(stage.rows(key).last().unwrap(), "* AgentLeft");
    assert_eq!(stage.phase(key), Phase::Active);
    // While a step is under way its answer decides.
    for step in [Step::Transferring, Step::Conferring] {
        let (mut stage, key) = consulting(step);
        stage.say(&exit(BEN, "left the room"));
        assert_eq!(stage.step(key), Some((step, None)));
        stage.say(&operation(false));
        assert_eq!(stage.step(key), Some((Step::Failed, Some(FailureKind::PartnerLeft))));
        assert_eq!(why(&stage.can(key).transfer_to_skillset), None);
    }
}

#[test]
fn a_transfer_takes_the_contact_away_without_a_word() {
    // The success alone, the notice alone, and both in either order.
    for said in [&["success"][..], &["exit"], &["success", "exit"], &["exit", "success"]] {
        let (mut stage, key) = consulting(Step::Transferring);
        let asked = json!({"method": "operationRequest", "guid": 7, "destinationType": "agent",
            "destinationId": BEN});
        assert_eq!(stage.frames(), [asked]);
        for word in said {
            match *word {
                "success" => stage.say(&operation(true)),
                _ => stage.say(&exit(AGENT, "transferred")),
            }
        }
        assert!(stage.desk.contact(key).is_none(), "{said:?}");
        assert_eq!(stage.ends(), [OfferEnd::Transferred]);
        assert!(stage.desk.notices().get().is_empty());
        // The contact server has it for a while: that does not bring it back.
        stage.cct(CctEvent::Facts(contact(7)));
        stage.cct(CctEvent::Answered(cct_id(7)));
        assert_eq!(stage.desk.contacts().count(), 0);
        stage.ended(7, ContactEnd::Released);
        // Later it may alert here again.
        stage.cct(CctEvent::Offered(contact(7)));
        assert_eq!(stage.desk.contacts().count(), 1);
    }
}

#[test]
fn what_was_written_is_kept_when_the_contact_is_handed_over() {
    let (mut stage, key) = consulting(Step::Talking);
    stage.desk.set_draft(stage.now, key, Normal, "half a reply".into()).unwrap();
    stage.desk.set_draft(stage.now, key, Whisper, "half a whisper".into()).unwrap();
    stage.desk.send(stage.now, key, Whisper, &"one".into()).unwrap();
    stage.desk.set_draft(stage.now, key, Whisper, "half a whisper".into()).unwrap();
    stage.desk.send(stage.now, key, Normal, &"two".into()).unwrap();
    stage.desk.set_draft(stage.now, key, Normal, "half a reply".into()).unwrap();
    stage.desk.complete_transfer(stage.now, key).unwrap();
    stage.say(&operation(true));
    let (gone, kept) = stage.told();
    assert!(gone.is_empty());
    assert_eq!(kept, ["half a reply", "half a whisper", "one", "two"]);
}

#[test]
fn the_contact_server_says_of_a_transfer_what_the_chat_server_does_not() {
    let (mut stage, key) = consulting(Step::Transferring);
    stage.ended(7, ContactEnd::Released);
    assert_eq!(stage.step(key), Some((Step::Transferring, None)));
    stage.pass(10_000);
    assert_eq!(stage.ends(), [OfferEnd::Transferred]);
}

#[test]
fn a_skillset_gets_the_reason_first() {
    let (mut stage, key) = briefing();
    let reason = json!({"method": "newMessage", "guid": 7, "message": "wants a discount",
        "messageType": "whisper"});
    assert_eq!(stage.frames(), [reason]);
    assert_eq!(stage.step(key), Some((Step::Briefing, None)));
    stage.acknowledge(7);
    let queue = json!({"method": "operationRequest", "guid": 7, "destinationType": "queue",
        "destinationId": "4"});
    assert_eq!(stage.frames(), [queue]);
    assert_eq!(stage.step(key), Some((Step::Transferring, None)));
    stage.say(&operation(true));
    assert_eq!(stage.ends(), [OfferEnd::Transferred]);
}

#[test]
fn a_server_that_does_not_acknowledge_holds_no_transfer_up() {
    let (mut stage, key) = listed();
    for text in ["1", "2", "3"] {
        stage.desk.send(stage.now, key, Normal, &text.into()).unwrap();
    }
    stage.pass(15_000);
    stage.frames();
    let reason = Some("wants a discount".into());
    stage.desk.transfer_to_skillset(stage.now, key, &"4".into(), reason).unwrap();
    stage.carry_out();
    assert_eq!(stage.asked(), ["newMessage", "operationRequest"]);
    // The first unanswered line only is waited for.
    let (mut stage, key) = briefing();
    stage.pass(5_000);
    assert_eq!(stage.asked(), ["newMessage", "operationRequest"]);
    assert_eq!(stage.step(key), Some((Step::Transferring, None)));
}

#[test]
fn a_reason_that_does_not_get_there_stops_the_transfer() {
    let (mut stage, key) = briefing();
    stage.refuse("newMessage");
    assert_eq!(stage.asked(), ["newMessage"]);
    assert_eq!(stage.step(key), Some((Step::Failed, Some(FailureKind::ServerError(1)))));
    assert_eq!(stage.rows(key).last().unwrap(), "me whispers: wants a discount [refused]");
    // The agent decides: without a reason it goes at once.
    stage.desk.transfer_to_skillset(stage.now, key, &"4".into(), None).unwrap();
    stage.carry_out();
    assert_eq!(stage.asked(), ["operationRequest"]);
    stage.say(&operation(false));
    assert_eq!(stage.step(key), Some((Step::Failed, Some(FailureKind::OperationRefused))));
    assert_eq!(stage.phase(key), Phase::Active);
}

#[test]
fn a_reason_behind_a_line_without_an_answer_is_given_up_in_time() {
    let (mut stage, key) = listed();
    for text in ["1", "2"] {
        stage.desk.send(stage.now, key, Normal, &text.into()).unwrap();
    }
    let reason = Some("wants a discount".into());
    stage.desk.transfer_to_skillset(stage.now, key, &"4".into(), reason).unwrap();
    stage.pass(15_000);
    let (step, _) = stage.step(key).unwrap();
    assert!(matches!(step, Step::Failed | Step::Transferring), "{step:?}");
}

#[test]
fn a_customer_who_leaves_ends_every_step() {
    for step in [Step::Inviting, Step::Ringing, Step::Talking, Step::Conferring, Step::Ending] {
        let (mut stage, key) = consulting(step);
        stage.frames();
        stage.say(&reasons("customerDisconnect", 7));
        assert_eq!(stage.phase(key), Phase::WrapUp, "{step:?}");
        // What the server still owes changes nothing, whatever it is.
        stage.say(&operation(step != Step::Inviting));
        stage.pass(12_000);
        assert_eq!(stage.step(key), None, "{step:?}");
        stage.desk.finish(stage.now, key).unwrap();
        stage.carry_out();
        assert_eq!(stage.asked(), ["agentSetClosedReason"], "{step:?}");
        stage.say(&json!({"method": "agentSetClosedReason", "guid": 7, "accepted": true}));
        assert_eq!(stage.ends(), [OfferEnd::Closed]);
    }
}

#[test]
fn a_transfer_that_crosses_with_the_customers_leaving_may_still_go_through() {
    for (success, end) in [(true, Some(OfferEnd::Transferred)), (false, None)] {
        let (mut stage, key) = consulting(Step::Transferring);
        stage.say(&reasons("customerDisconnect", 7));
        assert_eq!(stage.phase(key), Phase::WrapUp);
        stage.say(&operation(success));
        assert_eq!(stage.ends().first().copied(), end);
        if end.is_none() {
            assert_eq!((stage.phase(key), stage.step(key)), (Phase::WrapUp, None));
        }
    }
}

/// A server may let nobody quit who consults, and send no reasons with the customer's leaving.
#[test]
fn reasons_are_asked_for_once_the_colleague_is_out() {
    let (mut stage, key) = consulting(Step::Talking);
    stage.say(&json!({"method": "customerDisconnect", "guid": 7}));
    assert_eq!(stage.asked(), ["dropPassiveParticipant", "agentQuitChat"]);
    stage.say(&reasons("agentQuitChat", 7));
    let form = stage.desk.contact(key).unwrap().wrap_up.clone().unwrap();
    assert_eq!((form.state, stage.step(key)), (WrapUpState::Open, None));
    stage.refuse("dropPassiveParticipant");
    assert!(stage.desk.notices().get().is_empty());
}

#[test]
fn a_consult_that_nobody_saw_begin_is_one_all_the_same() {
    let (mut stage, key) = Stage::chatting();
    stage.say(&role(BEN, PASSIVE));
    assert_eq!(stage.step(key), Some((Step::Talking, None)));
    // One given up as unanswered, too.
    let (mut stage, key) = consulting(Step::Inviting);
    stage.pass(10_000);
    assert_eq!(stage.step(key).unwrap().0, Step::Failed);
    stage.say(&role(BEN, PASSIVE));
    assert_eq!(stage.step(key), Some((Step::Talking, None)));
    // A supervisor who looks on is none.
    let (mut stage, key) = Stage::chatting();
    stage.looked_into(7);
    assert_eq!(stage.step(key), None);
}

#[test]
fn what_may_be_done_is_known_before_the_click() {
    use WhyNot::{
        ConsultRunning, NoConference, NoConsult, NobodyElse, OwnerCloses, PartnerNotHere,
        StepRunning,
    };
    // close, consult, end, transfer, conference, skillset, drop, leave, whisper
    let possible = |stage: &Stage, key| {
        let can = stage.can(key);
        [
            why(&can.close),
            why(&can.consult),
            why(&can.end_consult),
            why(&can.complete_transfer),
            why(&can.complete_conference),
            why(&can.transfer_to_skillset),
            why(&can.drop_participant),
            why(&can.leave),
            why(&can.whisper),
        ]
    };
    let (stage, key) = listed();
    let (none, alone) = (Some(NoConsult), Some(NobodyElse));
    let closes = Some(OwnerCloses);
    assert_eq!(possible(&stage, key), [None, None, none, none, none, None, alone, closes, alone]);
    assert_eq!(why(&stage.can(key).change_owner), Some(NoConference));
    assert_eq!(why(&stage.can(key).close_conference), Some(NoConference));
    let runs = Some(StepRunning);
    for step in [Step::Inviting, Step::Transferring, Step::Conferring, Step::Ending] {
        let (stage, key) = consulting(step);
        let mut can = possible(&stage, key);
        can[8] = None;
        assert_eq!(can, [runs, runs, runs, runs, runs, runs, runs, closes, None], "{step:?}");
        assert!(stage.can(key).reply.is_ok());
    }
    let (stage, key) = consulting(Step::Ringing);
    let (consults, away) = (Some(ConsultRunning), Some(PartnerNotHere));
    let ringing = [consults, consults, None, away, away, consults, consults, closes, alone];
    assert_eq!(possible(&stage, key), ringing);
    let (stage, key) = consulting(Step::Talking);
    let talking = [consults, consults, None, None, None, consults, consults, closes, None];
    assert_eq!(possible(&stage, key), talking);
    let (stage, key) = briefing();
    assert_eq!(possible(&stage, key)[0], runs);
}

#[test]
fn a_contact_that_was_closed_while_a_consult_had_failed_has_none() {
    let (mut stage, key) = consulting(Step::Inviting);
    stage.say(&operation(false));
    stage.desk.close(stage.now, key).unwrap();
    assert_eq!(stage.step(key), None);
}

#[test]
fn a_second_agent_beside_a_conference_is_refused_as_full() {
    let (mut stage, key) = listed();
    stage.say(&role(BEN, ACTIVE));
    assert_eq!(why(&stage.can(key).consult), Some(WhyNot::RoomFull));
    assert_eq!(why(&stage.can(key).transfer_to_skillset), Some(WhyNot::RoomFull));
}

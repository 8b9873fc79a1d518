//! Two agents and a customer, and a supervisor who takes over: whose room it is, who may do what,
//! and every way out.

use ewc_wire::Audience::{Normal, Whisper};
use serde_json::json;

use super::colleagues::{
    ACTIVE, BEN, PASSIVE, VERA, barge, consulted, consulting, exit, operation, owner, role,
    room_of, says, why,
};
use super::stage::{AGENT, Stage, cct_id, contact, line, reasons};
use crate::cct::{CctEvent, ContactEnd};
use crate::contact::{ContactKey, Part, Phase, Step};
use crate::failure::{FailureKind, WhyNot};
use crate::notice::OfferEnd;

/// A conference that this agent has begun.
fn conferring() -> (Stage, ContactKey) {
    let (mut stage, key) = consulting(Step::Conferring);
    stage.say(&operation(true));
    stage.say(&role(BEN, ACTIVE));
    stage.frames();
    (stage, key)
}

/// A conference that this agent was asked into.
fn member() -> (Stage, ContactKey) {
    let (mut stage, key) = consulted();
    stage.say(&role(AGENT, ACTIVE));
    (stage, key)
}

/// A chat that a supervisor has taken from this agent.
fn taken_over() -> (Stage, ContactKey) {
    let (mut stage, key) = Stage::chatting();
    stage.say(&role(VERA, "supervisor_observe"));
    stage.say(&barge());
    (stage, key)
}

/// What may be done: reply, whisper, close, leave, change owner, drop, close the conference.
fn possible(stage: &Stage, key: ContactKey) -> [Option<WhyNot>; 7] {
    let can = stage.can(key);
    [
        why(&can.reply),
        why(&can.whisper),
        why(&can.close),
        why(&can.leave),
        why(&can.change_owner),
        why(&can.drop_participant),
        why(&can.close_conference),
    ]
}

#[test]
fn every_part_knows_what_it_may_do() {
    use WhyNot::{ConsultedOnly, LeaveInstead, NotOwner, OwnerCloses, TakenOver};
    let not = Some(NotOwner);
    let (stage, key) = conferring();
    assert_eq!(stage.part(key), Part::Owner);
    assert_eq!(possible(&stage, key), [None, None, None, Some(OwnerCloses), None, None, None]);
    let (stage, key) = member();
    assert_eq!(stage.part(key), Part::Member);
    assert_eq!(possible(&stage, key), [None, None, None, None, not, not, not]);
    let leave = Some(LeaveInstead);
    let (stage, key) = consulted();
    assert_eq!(stage.part(key), Part::Consulted);
    let asked = [Some(ConsultedOnly), None, leave, None, not, not, not];
    assert_eq!(possible(&stage, key), asked);
    assert_eq!(why(&stage.can(key).consult), not);
    assert_eq!(why(&stage.can(key).push_page), Some(ConsultedOnly));
    let (stage, key) = taken_over();
    assert_eq!(stage.part(key), Part::Bystander);
    let aside = [Some(TakenOver), None, leave, None, not, not, not];
    assert_eq!(possible(&stage, key), aside);
}

/// The success alone says it where a server says no more.
#[test]
fn a_conference_begins_with_and_without_its_notice() {
    for words in [&["success"][..], &["success", "notice"], &["notice", "success"]] {
        let (mut stage, key) = consulting(Step::Conferring);
        let asked = json!({"method": "operationRequest", "guid": 7,
            "destinationType": "conference", "destinationId": BEN});
        assert_eq!(stage.frames(), [asked]);
        for word in words {
            stage.say(&if *word == "success" { operation(true) } else { role(BEN, ACTIVE) });
        }
        assert_eq!((stage.step(key), stage.part(key)), (None, Part::Owner), "{words:?}");
        assert_eq!(why(&stage.can(key).change_owner), None, "{words:?}");
        assert_eq!(why(&stage.can(key).consult), Some(WhyNot::ConsultUsed));
        // Ben leaves: this agent still cannot ask anybody else.
        stage.say(&exit(BEN, "left the chat"));
        assert_eq!(why(&stage.can(key).consult), Some(WhyNot::ConsultUsed));
        assert_eq!(why(&stage.can(key).transfer_to_skillset), None);
        assert_eq!(why(&stage.can(key).change_owner), Some(WhyNot::NoConference));
    }
}

#[test]
fn both_agents_of_a_conference_write_and_read() {
    let (mut stage, key) = conferring();
    stage.say(&says(BEN, "normal", "hello from Ben"));
    stage.desk.send(stage.now, key, Normal, &"hello".into()).unwrap();
    stage.carry_out();
    assert_eq!(stage.frames()[0]["messageType"], "normal");
    let rows = stage.rows(key);
    assert_eq!(rows[rows.len() - 2..], ["agent: hello from Ben", "me: hello [inflight]"]);
}

#[test]
fn the_owner_promotes_the_other_one_and_becomes_a_member() {
    let (mut stage, key) = conferring();
    stage.desk.change_owner(stage.now, key).unwrap();
    stage.carry_out();
    assert_eq!(stage.frames(), [json!({"method": "changeConferenceOwner", "guid": 7})]);
    assert_eq!(possible(&stage, key)[4], Some(WhyNot::StepRunning));
    stage.say(&owner(BEN));
    assert_eq!(stage.part(key), Part::Member);
    assert_eq!(stage.rows(key).last().unwrap(), "* OwnerChanged");
    assert_eq!(why(&stage.can(key).reply), None);
    // And back again.
    stage.say(&owner(AGENT));
    assert_eq!(stage.part(key), Part::Owner);
    assert_eq!(why(&stage.can(key).drop_participant), None);
}

#[test]
fn a_promotion_that_is_refused_or_not_answered_is_said() {
    for (refused, kind) in [(true, FailureKind::ServerError(1)), (false, FailureKind::NoAnswer)] {
        let (mut stage, key) = conferring();
        stage.desk.change_owner(stage.now, key).unwrap();
        if refused {
            stage.refuse("changeConferenceOwner");
        } else {
            stage.pass(10_000);
        }
        let contact = stage.desk.contact(key).unwrap();
        assert_eq!(contact.failure.as_ref().unwrap().kind, kind);
        assert_eq!((stage.part(key), possible(&stage, key)[4]), (Part::Owner, None));
    }
}

#[test]
fn the_other_agent_is_removed_by_word_notice_or_silence() {
    for verb in ["dropPassiveParticipant", "conferenceClose"] {
        for answer in ["acknowledgement", "exit", "silence", "error"] {
            let (mut stage, key) = conferring();
            if verb == "conferenceClose" {
                stage.desk.close_conference(stage.now, key).unwrap();
            } else {
                stage.desk.drop_participant(stage.now, key).unwrap();
            }
            stage.carry_out();
            assert_eq!(stage.frames(), [json!({"method": verb, "guid": 7})]);
            match answer {
                "acknowledgement" => stage.acknowledge_verb(verb),
                "exit" => stage.say(&exit(BEN, "dropped")),
                "error" => stage.refuse(verb),
                _ => stage.pass(2_000),
            }
            let failure = stage.desk.contact(key).unwrap().failure.clone();
            let alone = stage.rows(key).last().unwrap() == "* AgentLeft";
            assert_eq!((alone, failure.is_some()), (answer != "error", answer == "error"));
            // Nothing is locked afterwards, and the owner closes as usual.
            stage.desk.close(stage.now, key).unwrap();
            assert_eq!(stage.phase(key), Phase::WrapUp);
        }
    }
}

#[test]
fn an_error_that_comes_late_is_told_and_changes_nothing() {
    let (mut stage, key) = conferring();
    stage.desk.drop_participant(stage.now, key).unwrap();
    stage.pass(2_000);
    stage.refuse("dropPassiveParticipant");
    assert_eq!(stage.desk.notices().get().len(), 1);
    assert_eq!(stage.part(key), Part::Owner);
}

#[test]
fn who_does_not_own_the_room_leaves_it() {
    for (stage, key) in [member(), consulted(), taken_over()] {
        for answer in ["acknowledgement", "exit", "silence", "contact control", "error"] {
            let (mut stage, key) = (again(&stage, key), key);
            stage.frames();
            stage.desk.leave_room(stage.now, key).unwrap();
            stage.carry_out();
            assert_eq!(stage.frames(), [json!({"method": "leaveRoom", "guid": 7})]);
            assert_eq!(why(&stage.can(key).leave), Some(WhyNot::StepRunning));
            match answer {
                "acknowledgement" => stage.acknowledge_verb("leaveRoom"),
                "exit" => stage.say(&exit(AGENT, "left the room")),
                "contact control" => stage.ended(7, ContactEnd::Released),
                "error" => stage.refuse("leaveRoom"),
                _ => stage.pass(2_000),
            }
            if answer == "error" {
                let contact = stage.desk.contact(key).unwrap();
                assert_eq!(contact.failure.as_ref().unwrap().kind, FailureKind::ServerError(1));
                // Where contact control has ended it, too, nothing is left to hold on to.
                stage.ended(7, ContactEnd::Released);
                stage.desk.leave_room(stage.now, key).unwrap();
                stage.refuse("leaveRoom");
            }
            assert!(stage.desk.contact(key).is_none(), "{answer}");
            assert_eq!(stage.ends(), [OfferEnd::Left]);
            assert!(stage.desk.notices().get().is_empty());
        }
    }
}

/// The same scene once more: a desk cannot be copied, so it is played again.
fn again(like: &Stage, key: ContactKey) -> Stage {
    match like.part(key) {
        Part::Member => member().0,
        Part::Consulted => consulted().0,
        _ => taken_over().0,
    }
}

#[test]
fn whoever_is_dropped_is_told_and_keeps_what_was_written() {
    for (mut stage, key) in [member(), consulted(), taken_over()] {
        stage.desk.set_draft(stage.now, key, Whisper, "half a thought".into()).unwrap();
        stage.say(&exit(AGENT, "dropped by conference owner"));
        assert!(stage.desk.contact(key).is_none());
        assert_eq!(stage.ends(), [OfferEnd::Dropped]);
        assert_eq!(stage.told(), (vec![OfferEnd::Dropped], vec!["half a thought".to_owned()]));
        // Contact control is slower: that does not bring it back.
        stage.cct(CctEvent::Facts(contact(7)));
        stage.cct(CctEvent::Answered(cct_id(7)));
        assert_eq!(stage.desk.contacts().count(), 0);
    }
}

#[test]
fn closing_in_a_conference_lets_one_leave_and_the_other_go_on() {
    let (mut stage, key) = conferring();
    stage.desk.close(stage.now, key).unwrap();
    stage.say(&reasons("agentQuitChat", 7));
    stage.desk.finish(stage.now, key).unwrap();
    stage.say(&json!({"method": "agentSetClosedReason", "guid": 7, "accepted": true}));
    assert_eq!(stage.ends(), [OfferEnd::Closed]);
    // The other side: the owner closes, and the room is this agent's.
    let (mut stage, key) = member();
    stage.say(&exit(BEN, "left the chat"));
    stage.say(&owner(AGENT));
    assert_eq!(stage.part(key), Part::Owner);
    assert_eq!(why(&stage.can(key).whisper), Some(WhyNot::NobodyElse));
    assert_eq!(why(&stage.can(key).consult), None);
    assert_eq!(why(&stage.can(key).complete_transfer), Some(WhyNot::NoConsult));
    assert_eq!(why(&stage.can(key).transfer_to_skillset), None, "it was not handed over");
}

#[test]
fn whoever_gets_a_chat_by_a_transfer_cannot_hand_it_on() {
    let (mut stage, key) = consulted();
    stage.say(&owner(AGENT));
    assert_eq!(stage.part(key), Part::Owner);
    assert_eq!(why(&stage.can(key).transfer_to_skillset), Some(WhyNot::TransferUsed));
    assert_eq!(why(&stage.can(key).reply), None);
    // Another one may still be asked, and a conference held.
    assert_eq!(why(&stage.can(key).consult), None);
    stage.say(&role(VERA, PASSIVE));
    assert_eq!(stage.step(key), Some((Step::Talking, None)));
    assert_eq!(why(&stage.can(key).complete_transfer), Some(WhyNot::TransferUsed));
    assert_eq!(why(&stage.can(key).complete_conference), None);
}

#[test]
fn a_consulted_agent_learns_of_the_conference_from_any_of_its_signs() {
    let (mut stage, key) = consulted();
    stage.say(&role(AGENT, ACTIVE));
    assert_eq!((stage.part(key), why(&stage.can(key).reply)), (Part::Member, None));
    // Where no notice comes the list does, after a loss.
    let (mut stage, key) = consulted();
    stage.lose_and_come_back();
    stage.say(&room_of(&[(BEN, ACTIVE), (AGENT, ACTIVE)], &json!([])));
    assert_eq!((stage.part(key), why(&stage.can(key).reply)), (Part::Member, None));
}

#[test]
fn a_contact_that_was_not_called_a_consult_is_entered_as_one() {
    let mut stage = Stage::signed_in();
    let key = stage.offer(7);
    stage.desk.accept(stage.now, key).unwrap();
    stage.cct(CctEvent::Answered(cct_id(7)));
    stage.refuse("agentJoinRoom");
    let joins: Vec<_> = stage.frames().iter().map(|frame| frame["joinType"].clone()).collect();
    assert_eq!(joins, ["active", "consult"]);
    stage.say(&room_of(&[(BEN, ACTIVE), (AGENT, PASSIVE)], &json!([])));
    assert_eq!((stage.part(key), stage.phase(key)), (Part::Consulted, Phase::Active));
    assert!(stage.desk.contact(key).unwrap().failure.is_none());
}

#[test]
fn a_consulted_agent_closes_nothing_unless_the_chat_becomes_its_own() {
    let (mut stage, key) = consulted();
    stage.say(&json!({"method": "customerDisconnect", "guid": 7}));
    assert!(stage.frames().is_empty());
    assert_eq!(stage.phase(key), Phase::Active);
    assert_eq!(why(&stage.can(key).leave), None);
    stage.say(&exit(BEN, "left the chat"));
    stage.say(&owner(AGENT));
    assert_eq!(stage.asked(), ["agentQuitChat"]);
    assert_eq!(stage.phase(key), Phase::WrapUp);
    // Where the reasons come, the form opens, and leaving is as good.
    let (mut stage, key) = consulted();
    stage.say(&reasons("customerDisconnect", 7));
    assert_eq!((stage.phase(key), why(&stage.can(key).leave)), (Phase::WrapUp, None));
    assert_eq!(why(&stage.can(key).finish), None);
}

#[test]
fn a_barge_takes_the_word_to_the_customer_and_leaves_the_whisper() {
    let (mut stage, key) = taken_over();
    assert_eq!(stage.rows(key).last().unwrap(), "* SupervisorBarged");
    for (audience, refused) in [(Normal, Some(WhyNot::TakenOver)), (Whisper, None)] {
        let sent = stage.desk.send(stage.now, key, audience, &"hello".into());
        assert_eq!(why(&sent.map(|_| ())), refused);
    }
    stage.carry_out();
    assert_eq!(stage.frames()[0]["messageType"], "whisper");
}

#[test]
fn a_line_in_flight_while_a_supervisor_barges_is_refused_and_kept() {
    let (mut stage, key) = Stage::chatting();
    stage.say(&role(VERA, "supervisor_observe"));
    stage.desk.send(stage.now, key, Normal, &"almost".into()).unwrap();
    stage.desk.set_draft(stage.now, key, Normal, "and then".into()).unwrap();
    stage.carry_out();
    stage.frames();
    stage.say(&barge());
    stage.refuse("newMessage");
    let rows = stage.rows(key);
    assert!(rows.contains(&"me: almost [refused]".to_owned()), "{rows:?}");
    assert_eq!(stage.desk.contact(key).unwrap().drafts.text(Normal).as_str(), "and then");
    // The room is not told that the typing has stopped: it would be refused, too.
    stage.pass(5_000);
    assert!(stage.frames().is_empty());
    let item = stage.desk.contact(key).unwrap().timeline.own(|state| state.is_given_up())[0];
    let again = stage.desk.send_again(stage.now, key, item);
    assert_eq!(why(&again), Some(WhyNot::TakenOver));
}

#[test]
fn a_barge_ends_every_step() {
    let steps = [
        Step::Inviting,
        Step::Ringing,
        Step::Talking,
        Step::Transferring,
        Step::Conferring,
        Step::Ending,
    ];
    for step in steps {
        let (mut stage, key) = consulting(step);
        stage.say(&role(VERA, "supervisor_observe"));
        stage.say(&barge());
        assert_eq!(stage.part(key), Part::Bystander, "{step:?}");
        if step != Step::Ending {
            stage.say(&operation(false));
        }
        stage.pass(12_000);
        assert_eq!(stage.step(key), None, "{step:?}");
        assert_eq!(why(&stage.can(key).leave), None, "{step:?}");
    }
}

#[test]
fn a_supervisor_gives_the_room_back_or_leaves_it() {
    let (mut stage, key) = taken_over();
    stage.say(&owner(AGENT));
    assert_eq!((stage.part(key), stage.step(key)), (Part::Owner, None));
    assert_eq!(why(&stage.can(key).reply), None);
    assert_eq!(why(&stage.can(key).change_owner), None, "the supervisor is still here");
    let (mut stage, key) = taken_over();
    stage.say(&exit(VERA, "left the chat"));
    stage.say(&owner(AGENT));
    assert_eq!((stage.part(key), stage.step(key)), (Part::Owner, None));
    assert_eq!(why(&stage.can(key).close), None);
}

#[test]
fn the_change_of_owner_and_the_removal_cross() {
    // Promoted here, while the removal is on its way: refused, for it is another one's room now.
    let (mut stage, key) = conferring();
    stage.desk.drop_participant(stage.now, key).unwrap();
    stage.say(&owner(BEN));
    stage.refuse("dropPassiveParticipant");
    assert_eq!(stage.part(key), Part::Member);
    assert_eq!(stage.desk.contact(key).unwrap().room.participants.len(), 2);
    // Dropped by the other one while promoting.
    let (mut stage, key) = conferring();
    stage.desk.change_owner(stage.now, key).unwrap();
    stage.say(&owner(BEN));
    stage.say(&exit(AGENT, "dropped by conference owner"));
    assert_eq!(stage.ends(), [OfferEnd::Dropped]);
}

#[test]
fn rooms_are_entered_again_with_the_part_one_had() {
    for ((mut stage, key), listed, word, part) in [
        (conferring(), [(AGENT, ACTIVE), (BEN, ACTIVE)], "active", Part::Owner),
        (member(), [(BEN, ACTIVE), (AGENT, ACTIVE)], "active", Part::Member),
        (consulted(), [(BEN, ACTIVE), (AGENT, PASSIVE)], "consult", Part::Consulted),
        (taken_over(), [(VERA, ACTIVE), (AGENT, PASSIVE)], "consult", Part::Bystander),
    ] {
        assert_eq!(stage.part(key), part);
        stage.lose();
        stage.pass(1_000);
        stage.connect();
        let frames = stage.frames();
        let join = json!({"method": "agentJoinRoom", "guid": 7, "joinType": word});
        assert_eq!(frames.last(), Some(&join));
        stage.say(&room_of(&listed, &json!([])));
        assert_eq!((stage.part(key), stage.step(key)), (part, None));
    }
}

#[test]
fn what_happened_meanwhile_is_read_off_the_list() {
    // A supervisor came while the link was down.
    let (mut stage, key) = Stage::chatting();
    stage.lose_and_come_back();
    stage.say(&room_of(&[(VERA, ACTIVE), (AGENT, PASSIVE)], &json!([])));
    assert_eq!(stage.part(key), Part::Bystander);
    // The chat was handed over to the consulted agent.
    let (mut stage, key) = consulted();
    stage.lose_and_come_back();
    stage.say(&room_of(&[(AGENT, ACTIVE)], &json!([])));
    assert_eq!(stage.part(key), Part::Owner);
    // The other agent of a conference was promoted.
    let (mut stage, key) = conferring();
    stage.lose_and_come_back();
    stage.say(&room_of(&[(BEN, ACTIVE), (AGENT, PASSIVE)], &json!([])));
    assert_eq!(stage.part(key), Part::Member);
}

#[test]
fn a_verb_whose_answer_was_lost_is_read_off_the_room() {
    // Removed, or not.
    for (listed, removed) in
        [(&[(AGENT, ACTIVE)][..], true), (&[(AGENT, ACTIVE), (BEN, ACTIVE)], false)]
    {
        let (mut stage, key) = conferring();
        stage.desk.drop_participant(stage.now, key).unwrap();
        stage.lose_and_come_back();
        stage.say(&room_of(listed, &json!([])));
        let contact = stage.desk.contact(key).unwrap();
        assert_eq!(contact.failure.is_none(), removed);
        assert!(stage.asked().is_empty(), "nothing is asked a second time");
        assert_eq!(why(&stage.can(key).close), None);
    }
    // Left: the room does not take the agent back, and contact control has ended the contact.
    let (mut stage, key) = member();
    stage.desk.leave_room(stage.now, key).unwrap();
    stage.lose_and_come_back();
    stage.ended(7, ContactEnd::Released);
    assert!(stage.desk.contact(key).is_none());
    assert_eq!(stage.ends(), [OfferEnd::Left]);
}

/// The link dies in every step: the room says what became of it, and nothing is asked twice.
#[test]
fn a_step_whose_answer_was_lost_is_read_off_the_room() {
    use crate::failure::LinkFailure::Lost;
    let lost = || Some(FailureKind::Link(Lost));
    let alone = &[(AGENT, ACTIVE)][..];
    let passive = &[(AGENT, ACTIVE), (BEN, PASSIVE)][..];
    let both = &[(AGENT, ACTIVE), (BEN, ACTIVE)][..];
    for (step, listed, after) in [
        (Step::Inviting, alone, Some((Step::Ringing, None))),
        (Step::Inviting, passive, Some((Step::Talking, None))),
        (Step::Ringing, alone, Some((Step::Ringing, None))),
        (Step::Ringing, passive, Some((Step::Talking, None))),
        (Step::Talking, alone, Some((Step::Failed, Some(FailureKind::PartnerLeft)))),
        (Step::Talking, passive, Some((Step::Talking, None))),
        (Step::Talking, both, None),
        (Step::Transferring, alone, Some((Step::Failed, lost()))),
        (Step::Transferring, passive, Some((Step::Talking, lost()))),
        (Step::Conferring, alone, Some((Step::Failed, Some(FailureKind::PartnerLeft)))),
        (Step::Conferring, passive, Some((Step::Talking, lost()))),
        (Step::Conferring, both, None),
        (Step::Ending, alone, None),
        (Step::Ending, passive, Some((Step::Talking, lost()))),
    ] {
        let (mut stage, key) = consulting(step);
        stage.lose_and_come_back();
        let transcript = json!([{"type": "message", "sender": {"type": "agent", "agentId": AGENT},
            "displayName": "Ann", "message": "she wants two", "messageType": "whisper"}]);
        let spoken = !matches!(step, Step::Inviting | Step::Ringing);
        let transcript = if spoken { transcript } else { json!([]) };
        stage.say(&room_of(listed, &transcript));
        assert_eq!(stage.step(key), after, "{step:?} {listed:?}");
        // The brief is the only thing that may go out now.
        let talks = !spoken && after == Some((Step::Talking, None));
        let methods = stage.asked();
        assert_eq!(methods.len(), usize::from(talks), "{step:?} {listed:?} {methods:?}");
        assert_eq!(stage.part(key), Part::Owner);
    }
}

#[test]
fn a_transfer_that_went_through_while_the_link_was_down_is_no_loss() {
    // Contact control first, or the refusal of the room first.
    for cct_first in [true, false] {
        let (mut stage, key) = consulting(Step::Transferring);
        stage.lose();
        if cct_first {
            stage.ended(7, ContactEnd::Released);
        }
        stage.pass(1_000);
        stage.connect();
        stage.refuse("agentJoinRoom");
        if !cct_first {
            assert!(stage.desk.contact(key).unwrap().join_has_failed());
            stage.ended(7, ContactEnd::Released);
        }
        assert!(stage.desk.contact(key).is_none());
        assert_eq!(stage.ends(), [OfferEnd::Transferred]);
        assert!(stage.told().0.is_empty());
    }
}

#[test]
fn a_reason_on_its_way_when_the_link_dies_stops_the_transfer() {
    let (mut stage, key) = super::colleagues::briefing();
    stage.lose_and_come_back();
    let mut whisper = line(AGENT, "wants a discount", 1);
    whisper["messageType"] = json!("whisper");
    stage.say(&room_of(&[(AGENT, ACTIVE)], &json!([whisper])));
    let lost = FailureKind::Link(crate::failure::LinkFailure::Lost);
    assert_eq!(stage.step(key), Some((Step::Failed, Some(lost))));
    assert!(stage.asked().is_empty(), "nothing is asked behind the agent's back");
}

#[test]
fn an_invitation_that_runs_out_while_the_link_is_down_has_failed() {
    let (mut stage, key) = consulting(Step::Ringing);
    stage.lose();
    stage.pass(30_000);
    assert_eq!(stage.step(key), Some((Step::Failed, Some(FailureKind::ConsultTimedOut))));
    stage.connect();
    stage.say(&room_of(&[(AGENT, ACTIVE), (BEN, PASSIVE)], &json!([])));
    assert_eq!(stage.step(key), Some((Step::Talking, None)), "he came after all");
}

#[test]
fn a_second_loss_before_the_room_is_entered_decides_nothing() {
    let (mut stage, key) = consulting(Step::Conferring);
    stage.lose_and_come_back();
    stage.lose();
    stage.pass(2_000);
    stage.connect();
    assert_eq!(stage.step(key), Some((Step::Conferring, None)));
    stage.say(&room_of(&[(AGENT, ACTIVE), (BEN, ACTIVE)], &json!([])));
    assert_eq!((stage.step(key), stage.part(key)), (None, Part::Owner));
    assert_eq!(why(&stage.can(key).consult), Some(WhyNot::ConsultUsed));
}

/// A room without a list, as far as servers may leave it out.
#[test]
fn without_a_list_the_way_in_says_what_one_is() {
    let (mut stage, key) = Stage::chatting();
    stage.lose_and_come_back();
    stage.say(&room_of(&[], &json!([])));
    assert_eq!(stage.part(key), Part::Owner);
    let (mut stage, key) = consulted();
    stage.lose_and_come_back();
    stage.say(&room_of(&[], &json!([])));
    assert_eq!(stage.part(key), Part::Consulted);
}

#[test]
fn who_only_whispers_owes_the_customer_no_answer() {
    for (scene, due) in [(consulted(), false), (taken_over(), false), (member(), true)] {
        let (mut stage, key) = scene;
        stage.customer_says(7, "anyone?");
        assert_eq!(stage.desk.contact(key).unwrap().due_at().is_some(), due);
    }
    // The chat becomes this agent's own: now it does.
    let (mut stage, key) = consulted();
    stage.customer_says(7, "anyone?");
    stage.say(&owner(AGENT));
    assert!(stage.desk.contact(key).unwrap().due_at().is_some());
}

#[test]
fn a_conference_that_the_server_does_not_tell_is_told_by_a_whisper() {
    let sentence = "Conference: you can write to the customer now.";
    let (mut stage, key) = consulting(Step::Conferring);
    stage.say(&operation(true));
    stage.frames();
    stage.pass(2_000);
    let whisper = json!({"method": "newMessage", "guid": 7, "message": sentence,
        "messageType": "whisper"});
    assert_eq!(stage.frames(), [whisper]);
    assert_eq!(why(&stage.can(key).change_owner), None);
    // A server that tells it is not spoken for, before or after its answer.
    for notice_first in [true, false] {
        let (mut stage, _) = consulting(Step::Conferring);
        stage.frames();
        for notice in [notice_first, !notice_first] {
            stage.say(&if notice { role(BEN, ACTIVE) } else { operation(true) });
        }
        stage.pass(5_000);
        assert!(stage.asked().is_empty());
    }
    // The other side takes it from the owner of the room, as a whisper, and from nobody else.
    for (from, kind, part) in [
        (BEN, "whisper", Part::Member),
        (BEN, "normal", Part::Consulted),
        (VERA, "whisper", Part::Consulted),
    ] {
        let (mut stage, key) = consulted();
        stage.looked_into(7);
        stage.say(&says(from, kind, sentence));
        assert_eq!(stage.part(key), part, "{from} {kind}");
    }
}

#[test]
fn what_waits_behind_a_line_when_a_supervisor_barges_stays_here() {
    let (mut stage, key) = Stage::chatting();
    stage.say(&role(VERA, "supervisor_observe"));
    for (audience, text) in [(Normal, "one"), (Normal, "two"), (Whisper, "three")] {
        stage.desk.send(stage.now, key, audience, &text.into()).unwrap();
    }
    stage.carry_out();
    stage.frames();
    stage.say(&barge());
    stage.refuse("newMessage");
    let left: Vec<_> = stage.frames().iter().map(|frame| frame["message"].clone()).collect();
    assert_eq!(left, ["three"]);
    let rows = stage.rows(key);
    for row in ["me: one [refused]", "me: two [refused]", "me whispers: three [inflight]"] {
        assert!(rows.contains(&row.to_owned()), "{rows:?}");
    }
}

#[test]
fn what_waits_behind_a_line_does_not_leave_after_its_contact() {
    let (mut stage, key) = member();
    let other = stage.chat(8);
    stage.desk.send(stage.now, other, Normal, &"in the way".into()).unwrap();
    stage.desk.send(stage.now, key, Normal, &"too late".into()).unwrap();
    stage.carry_out();
    stage.frames();
    stage.say(&exit(AGENT, "dropped by conference owner"));
    assert_eq!(stage.told().1, ["too late"]);
    stage.acknowledge(8);
    assert!(stage.frames().is_empty(), "told as not delivered, and so it is");
}

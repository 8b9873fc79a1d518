//! Verbs that cross each other on the way: whichever comes first counts, the other is refused, and
//! the customer is never left alone.

use contact_center_sim::center::{CctPort, CctRefusal, Mishap, Refusals};
use serde_json::json;

use crate::stage::{ANN, SAM, Stage, TOM};

fn stage() -> Stage {
    let mut stage = Stage::new();
    stage.ready(ANN);
    stage.ready(TOM);
    stage.log_in(SAM, false);
    stage.clear();
    stage
}

fn ringing() -> (Stage, u64) {
    let mut stage = stage();
    let guid = stage.served();
    stage.operate(ANN, guid, "consult", TOM);
    stage.clear();
    (stage, guid)
}

fn consulting() -> (Stage, u64) {
    let mut stage = stage();
    let guid = stage.consulting();
    (stage, guid)
}

fn conference() -> (Stage, u64) {
    let (mut stage, guid) = consulting();
    stage.operate(ANN, guid, "conference", TOM);
    stage.clear();
    (stage, guid)
}

fn owner(stage: &Stage) -> serde_json::Value {
    stage.center.snapshot()["rooms"][0]["owner"].clone()
}

#[test]
fn the_customer_leaves_while_a_consult_rings() {
    let (mut stage, guid) = ringing();
    stage.customer(guid, "closeConversation", json!({}));
    let heard = stage.take();
    assert!(heard.contains(&"cct 20002 dropped Abandoned".to_owned()), "{heard:?}");
    assert!(heard.contains(&"20001 < customerDisconnect".to_owned()), "{heard:?}");
    assert_eq!(stage.port(|center| center.answer(TOM, guid)), Err(CctRefusal::UnknownContact));
    stage.join(TOM, guid, "consult");
    assert_eq!(stage.take(), ["20002 < error agentJoinRoom 1: answer the contact in CCT first"]);
    stage.operate(ANN, guid, "consult", TOM);
    assert_eq!(stage.take(), ["20001 < operationRequest false"], "nobody is left to serve");
    stage.reason(ANN, guid, 1);
    assert_eq!(stage.take()[0], "20001 < agentSetClosedReason true");
}

#[test]
fn the_customer_leaves_while_a_consult_or_a_conference_goes_on() {
    for (conference, with_reasons) in [(false, true), (false, false), (true, true), (true, false)] {
        let (mut stage, guid) = if conference { self::conference() } else { consulting() };
        stage.quirks(|quirks| {
            if !with_reasons {
                quirks.customer_disconnect =
                    contact_center_sim::center::CustomerDisconnect::WithoutReasons;
            }
        });
        stage.customer(guid, "closeConversation", json!({}));
        let heard = stage.take();
        for agent in [ANN, TOM] {
            assert!(heard.contains(&format!("{agent} < customerDisconnect")), "{heard:?}");
        }
        for kind in ["agent", "conference"] {
            stage.operate(ANN, guid, kind, TOM);
            assert_eq!(stage.take(), ["20001 < operationRequest false"], "{kind} comes too late");
        }
        // Both close, in whatever order the centre asks for.
        stage.close(ANN, guid);
        assert_eq!(owner(&stage), TOM);
        stage.close(TOM, guid);
        assert_eq!(stage.center.snapshot()["rooms"][0]["phase"], "ended");
        assert!(stage.center.agent_contacts(TOM).is_empty());
    }
}

#[test]
fn the_consulted_agent_cannot_slip_away() {
    let (mut stage, guid) = ringing();
    assert_eq!(stage.port(|center| center.agent_logout(TOM)), Err(CctRefusal::ContactOpen));
    stage.agent(TOM, "agentLogout", json!({}));
    assert_eq!(
        stage.take(),
        ["20002 < error agentLogout 1: a contact is open; close it before logging out"]
    );
    stage.port(|center| center.reject(TOM, guid)).expect("rejected");
    assert!(stage.take().contains(&"20001 < exitRoom 20002 consult rejected".to_owned()));
    stage.port(|center| center.agent_logout(TOM)).expect("nothing is open");
    stage.clear();
    stage.operate(ANN, guid, "consult", TOM);
    assert_eq!(stage.take(), ["20001 < operationRequest false"], "logged out");
    assert_eq!(owner(&stage), ANN);
}

#[test]
fn the_consulted_agent_starts_anew() {
    let (mut stage, guid) = consulting();
    stage.lose_agent(TOM);
    stage.log_in(TOM, false);
    let heard = stage.take();
    assert!(heard.contains(&"20001 < exitRoom 20002 left the chat".to_owned()), "{heard:?}");
    assert!(heard.contains(&"cct 20002 dropped Closed".to_owned()), "{heard:?}");
    assert_eq!(owner(&stage), ANN);
    stage.operate(ANN, guid, "agent", TOM);
    assert_eq!(stage.take(), ["20001 < operationRequest false"]);
}

#[test]
fn the_owner_starts_anew_while_a_consult_rings() {
    let (mut stage, guid) = ringing();
    stage.lose_agent(ANN);
    stage.log_in(ANN, false);
    assert!(stage.take().contains(&"cct 20002 dropped Abandoned".to_owned()));
    stage.join(TOM, guid, "consult");
    assert_eq!(stage.take(), ["20002 < error agentJoinRoom 1: answer the contact in CCT first"]);
    stage.join(ANN, guid, "active");
    assert_eq!(owner(&stage), ANN);
}

#[test]
fn owner_change_and_drop_in_either_order() {
    let (mut stage, guid) = conference();
    stage.verb(ANN, "changeConferenceOwner", guid);
    stage.clear();
    stage.verb(ANN, "dropPassiveParticipant", guid);
    assert_eq!(
        stage.take(),
        ["20001 < error dropPassiveParticipant 1: only the active owner of the room may do this"]
    );
    assert_eq!(owner(&stage), TOM);

    let (mut stage, guid) = conference();
    stage.verb(ANN, "dropPassiveParticipant", guid);
    stage.clear();
    stage.verb(ANN, "changeConferenceOwner", guid);
    assert_eq!(
        stage.take(),
        ["20001 < error changeConferenceOwner 1: there is no conference; complete it first"]
    );
    // The dropped agent's leave was on its way.
    stage.verb(TOM, "leaveRoom", guid);
    assert_eq!(stage.take(), ["20002 < error leaveRoom 1: you are not in this room"]);
    assert_eq!(owner(&stage), ANN);
}

#[test]
fn the_passive_agent_leaves_while_it_is_promoted() {
    let (mut stage, guid) = conference();
    stage.verb(TOM, "leaveRoom", guid);
    stage.clear();
    stage.verb(ANN, "changeConferenceOwner", guid);
    assert!(stage.take()[0].contains("error changeConferenceOwner"));

    let (mut stage, guid) = conference();
    stage.verb(ANN, "changeConferenceOwner", guid);
    stage.clear();
    stage.verb(TOM, "leaveRoom", guid);
    assert_eq!(stage.take(), ["20002 < error leaveRoom 1: the owner leaves with agentQuitChat"]);
    assert_eq!(owner(&stage), TOM);
}

#[test]
fn a_supervisor_barges_while_a_consult_rings() {
    let (mut stage, guid) = ringing();
    stage.join(SAM, guid, "observe");
    stage.clear();
    stage.operate(SAM, guid, "barge", SAM);
    let heard = stage.take();
    assert!(heard.contains(&"cct 20002 dropped Abandoned".to_owned()), "{heard:?}");
    assert!(heard.contains(&"20001 < supervisorBarge 20090".to_owned()), "{heard:?}");
    stage.join(TOM, guid, "consult");
    assert_eq!(stage.take(), ["20002 < error agentJoinRoom 1: answer the contact in CCT first"]);
    stage.operate(ANN, guid, "consult", TOM);
    assert_eq!(stage.take(), ["20001 < operationRequest false"], "she owns it no more");
    assert_eq!(owner(&stage), SAM);
}

#[test]
fn a_supervisor_barges_between_the_answer_and_the_entrance() {
    let (mut stage, guid) = ringing();
    stage.answer(TOM, guid);
    stage.join(SAM, guid, "observe");
    stage.operate(SAM, guid, "barge", SAM);
    assert!(stage.take().contains(&"cct 20002 dropped Closed".to_owned()));
    stage.join(TOM, guid, "consult");
    assert_eq!(stage.take(), ["20002 < error agentJoinRoom 1: answer the contact in CCT first"]);
}

#[test]
fn a_supervisor_barges_into_a_conference() {
    let (mut stage, guid) = conference();
    stage.join(SAM, guid, "observe");
    stage.operate(SAM, guid, "barge", SAM);
    stage.clear();
    for agent in [ANN, TOM] {
        stage.say(agent, guid, "normal", "me, too");
        assert!(stage.take()[0].contains("only active participants"), "{agent}");
    }
    stage.verb(SAM, "dropPassiveParticipant", guid);
    let heard = stage.take();
    for agent in [ANN, TOM] {
        let out = format!("{agent} < exitRoom {agent} dropped by conference owner");
        assert!(heard.contains(&out), "{heard:?}");
    }
}

/// Frames that a transferred agent sent before it knew.
#[test]
fn late_frames_of_a_transferred_agent_are_refused() {
    let (mut stage, guid) = consulting();
    stage.operate(ANN, guid, "agent", TOM);
    stage.clear();
    let late = [
        ("newMessage", json!({ "message": "bye", "messageType": "normal" })),
        ("newMessage", json!({ "message": "bye", "messageType": "whisper" })),
        ("isTyping", json!({ "isTyping": true, "messageType": "normal" })),
        ("pagePush", json!({ "url": "https://demo.example/", "destination": "newBrowserTab" })),
        ("operationRequest", json!({ "destinationType": "agent", "destinationId": TOM })),
        ("operationRequest", json!({ "destinationType": "conference", "destinationId": TOM })),
        ("customerHistory", json!({ "amount": 3 })),
        ("getDestinations", json!({})),
        ("dropPassiveParticipant", json!({})),
        ("changeConferenceOwner", json!({})),
        ("conferenceClose", json!({})),
        ("leaveRoom", json!({})),
        ("agentQuitChat", json!({})),
    ];
    for (method, fields) in late {
        let mut fields = fields;
        fields["guid"] = json!(guid);
        stage.agent(ANN, method, fields);
        let heard = stage.take();
        let refused = format!("20001 < error {method} 1: you are not in this room");
        assert_eq!(heard, [refused], "and nobody else hears of it");
    }
    assert_eq!(owner(&stage), TOM);
}

/// A supervisor who took a chat over and then starts anew has no leg to come back to: the customer
/// waits again, before all others.
#[test]
fn a_customer_whose_supervisor_starts_anew_waits_again() {
    let mut stage = stage();
    let guid = stage.served();
    stage.join(SAM, guid, "observe");
    stage.operate(SAM, guid, "barge", SAM);
    stage.verb(SAM, "dropPassiveParticipant", guid);
    stage.clear();
    stage.lose_agent(SAM);
    stage.log_in(SAM, false);
    let heard = stage.take();
    assert!(heard.contains(&"C < participantLeave 20090 end=false []".to_owned()), "{heard:?}");
    assert!(heard.iter().any(|line| line.ends_with("offered Default")), "{heard:?}");
}

#[test]
fn a_not_ready_agent_is_consulted_where_the_switch_says_so() {
    for (allowed, answer) in [(false, "false"), (true, "true")] {
        let mut stage = stage();
        stage.quirks(|quirks| quirks.consult_not_ready = allowed);
        let guid = stage.served();
        stage.port(|center| center.set_ready(TOM, false)).expect("not ready");
        stage.verb(ANN, "getDestinations", guid);
        let listed = stage.frames.last().expect("a frame")["body"].to_string().contains(TOM);
        assert_eq!(listed, allowed);
        stage.clear();
        stage.operate(ANN, guid, "consult", TOM);
        assert_eq!(stage.take()[0], format!("20001 < operationRequest {answer}"));
        assert_eq!(stage.center.agent_contacts(TOM).len(), usize::from(allowed));
    }
}

/// A request that is refused or lost on purpose changes nothing, and the next one is as any other.
#[test]
fn a_spoilt_request_changes_nothing() {
    for (mishap, refusals, answer) in [
        (Mishap::Refused, Refusals::SuccessFalse, Some("20001 < operationRequest false")),
        (
            Mishap::Refused,
            Refusals::Error,
            Some("20001 < error operationRequest 1: this is refused just now; try again"),
        ),
        (Mishap::Lost, Refusals::Error, None),
    ] {
        let (mut stage, guid) = consulting();
        stage.quirks(|quirks| quirks.refusals = refusals);
        stage.center.spoil_next("operationRequest", mishap);
        stage.operate(ANN, guid, "agent", TOM);
        assert_eq!(stage.take(), answer.into_iter().collect::<Vec<_>>());
        assert_eq!(owner(&stage), ANN);
        stage.operate(ANN, guid, "agent", TOM);
        assert_eq!(stage.take()[0], "20001 < operationRequest true");
    }
}

//! Consult, transfer, conference, observe, barge and close: who hears what, in which order.

use crate::stage::{ANN, SAM, Stage, TOM};

/// Ann and Tom are ready, Sam is logged in to the agent socket.
fn stage() -> Stage {
    let mut stage = Stage::new();
    stage.ready(ANN);
    stage.ready(TOM);
    stage.log_in(SAM, false);
    stage.clear();
    stage
}

#[test]
fn consult_then_complete_transfer() {
    let mut stage = stage();
    let guid = stage.served();
    stage.verb(ANN, "getDestinations", guid);
    assert_eq!(stage.take(), ["20001 < getDestinations"]);
    stage.operate(ANN, guid, "consult", TOM);
    assert_eq!(stage.take(), ["20001 < operationRequest true", "cct 20002 offered ConsultInit"]);
    stage.answer(TOM, guid);
    stage.join(TOM, guid, "consult");
    assert_eq!(
        stage.take(),
        [
            "cct 20002 answered",
            "20002 < agentJoinRoom 1 lines, 20001:act 20002:pas",
            "20001 < activeAgentNotification 20002 passive_participant",
        ]
    );
    stage.say(ANN, guid, "whisper", "please take over");
    assert_eq!(
        stage.take(),
        ["20001 < ack newMessage", "20002 < newMessage whisper 20001: please take over"]
    );
    stage.operate(ANN, guid, "agent", TOM);
    assert_eq!(
        stage.take(),
        [
            "20001 < operationRequest true",
            "20001 < exitRoom 20001 transferred",
            "20002 < changeConferenceOwner 20002",
            "cct 20001 dropped Transferred",
            "C < participantLeave 20001 end=false []",
            "C < newParticipant 20002 active_participant [20002]",
        ]
    );
    stage.say(TOM, guid, "normal", "hello, Tom here");
    assert_eq!(stage.take(), ["20002 < ack newMessage", "C < newMessage normal: hello, Tom here"]);
    stage.operate(TOM, guid, "queue", "11");
    assert_eq!(stage.take(), ["20002 < operationRequest false"], "transferred only once");
}

#[test]
fn an_agent_who_transferred_is_ready_again() {
    let mut stage = stage();
    let guid = stage.consulting();
    stage.port(|center| {
        contact_center_sim::center::CctPort::set_ready(center, ANN, false).expect("not ready");
    });
    stage.clear();
    stage.operate(ANN, guid, "agent", TOM);
    assert!(stage.take().contains(&"cct 20001 ready".to_owned()));
}

#[test]
fn consult_then_conference_promote_drop() {
    let mut stage = stage();
    let guid = stage.consulting();
    stage.operate(ANN, guid, "conference", TOM);
    assert_eq!(
        stage.take(),
        [
            "20001 < operationRequest true",
            "20001 < activeAgentNotification 20002 active_participant",
            "20002 < activeAgentNotification 20002 active_participant",
            "C < newParticipant 20002 active_participant [20001,20002]",
        ]
    );
    stage.say(TOM, guid, "normal", "I know that hotel");
    assert_eq!(
        stage.take(),
        [
            "20002 < ack newMessage",
            "20001 < newMessage normal 20002: I know that hotel",
            "C < newMessage normal: I know that hotel",
        ]
    );
    stage.operate(ANN, guid, "consult", TOM);
    assert_eq!(stage.take(), ["20001 < operationRequest false"], "one conference at a time");
    stage.verb(ANN, "changeConferenceOwner", guid);
    assert_eq!(
        stage.take(),
        ["20001 < changeConferenceOwner 20002", "20002 < changeConferenceOwner 20002"]
    );
    stage.verb(ANN, "dropPassiveParticipant", guid);
    assert_eq!(
        stage.take(),
        ["20001 < error dropPassiveParticipant 1: only the active owner of the room may do this"]
    );
    stage.verb(TOM, "dropPassiveParticipant", guid);
    assert_eq!(
        stage.take(),
        [
            "20001 < exitRoom 20001 dropped by conference owner",
            "C < participantLeave 20001 end=false [20002]",
            "cct 20001 dropped Closed",
        ]
    );
    stage.close(TOM, guid);
    assert_eq!(
        stage.take(),
        [
            "20002 < agentQuitChat",
            "20002 < agentSetClosedReason true",
            "C < participantLeave 20002 end=true []",
            "cct 20002 dropped Closed",
        ]
    );
}

#[test]
fn leaving_closing_and_outliving_a_conference() {
    let mut stage = stage();
    let guid = stage.consulting();
    stage.verb(TOM, "leaveRoom", guid);
    assert_eq!(stage.take(), ["20001 < exitRoom 20002 left the room", "cct 20002 dropped Closed"]);

    let mut stage = self::stage();
    let guid = stage.consulting();
    stage.operate(ANN, guid, "conference", TOM);
    stage.clear();
    stage.verb(ANN, "conferenceClose", guid);
    assert_eq!(
        stage.take(),
        [
            "20002 < exitRoom 20002 conference closed by owner",
            "C < participantLeave 20002 end=false [20001]",
            "cct 20002 dropped Closed",
        ]
    );

    let mut stage = self::stage();
    let guid = stage.consulting();
    stage.operate(ANN, guid, "conference", TOM);
    stage.clear();
    stage.close(ANN, guid);
    assert_eq!(
        stage.take(),
        [
            "20001 < agentQuitChat",
            "20001 < agentSetClosedReason true",
            "C < participantLeave 20001 end=false [20002]",
            "20002 < exitRoom 20001 left the chat",
            "20002 < changeConferenceOwner 20002",
            "cct 20001 dropped Closed",
        ],
        "closing in a conference leaves; the other goes on"
    );
}

#[test]
fn observe_whisper_barge_and_drop() {
    let mut stage = stage();
    let guid = stage.served();
    stage.agent(SAM, "agentData", serde_json::json!({}));
    assert_eq!(stage.take(), ["20090 < agentData"]);
    stage.operate(SAM, guid, "barge", SAM);
    assert_eq!(stage.take(), ["20090 < error operationRequest 1: you are not in this room"]);
    stage.join(SAM, guid, "observe");
    assert_eq!(
        stage.take(),
        [
            "20090 < agentJoinRoom 1 lines, 20001:act 20090:sup",
            "20001 < activeAgentNotification 20090 supervisor_observe",
        ],
        "the customer hears nothing"
    );
    stage.say(SAM, guid, "normal", "hello");
    assert_eq!(
        stage.take(),
        ["20090 < error newMessage 1: only active participants may speak to the customer"]
    );
    stage.say(SAM, guid, "whisper", "offer the voucher");
    assert_eq!(
        stage.take(),
        ["20090 < ack newMessage", "20001 < newMessage whisper 20090: offer the voucher"]
    );
    stage.operate(SAM, guid, "barge", SAM);
    assert_eq!(
        stage.take(),
        [
            "20090 < operationRequest true",
            "20001 < supervisorBarge 20090",
            "C < newParticipant 20090 supervisor [20001,20090]",
        ]
    );
    stage.say(ANN, guid, "normal", "still here");
    assert_eq!(
        stage.take(),
        ["20001 < error newMessage 1: only active participants may speak to the customer"]
    );
    stage.say(ANN, guid, "whisper", "sorry");
    assert_eq!(stage.take(), ["20001 < ack newMessage", "20090 < newMessage whisper 20001: sorry"]);
    stage.verb(SAM, "dropPassiveParticipant", guid);
    assert_eq!(
        stage.take(),
        [
            "20001 < exitRoom 20001 dropped by conference owner",
            "C < participantLeave 20001 end=false [20090]",
            "cct 20001 dropped Closed",
        ]
    );
    stage.close(SAM, guid);
    assert_eq!(stage.take()[2], "C < participantLeave 20090 end=true []");
}

#[test]
fn an_observer_leaves_unnoticed_by_the_customer() {
    let mut stage = stage();
    let guid = stage.served();
    stage.join(SAM, guid, "observe");
    stage.clear();
    stage.verb(SAM, "leaveRoom", guid);
    assert_eq!(stage.take(), ["20001 < exitRoom 20090 stopped observing"]);
    stage.join(SAM, guid, "observe");
    stage.clear();
    stage.close(ANN, guid);
    assert!(stage.take().contains(&"20090 < exitRoom 20090 the chat has ended".to_owned()));
}

#[test]
fn blind_transfer_goes_to_the_other_queue() {
    let mut stage = stage();
    let guid = stage.served();
    stage.operate(ANN, guid, "queue", "13");
    assert_eq!(
        stage.take(),
        [
            "20001 < operationRequest true",
            "20001 < exitRoom 20001 transferred",
            "C < participantLeave 20001 end=false []",
            "cct 20001 dropped Transferred",
            "cct 20002 offered Default",
        ]
    );
    stage.answer(TOM, guid);
    stage.join(TOM, guid, "active");
    assert_eq!(
        stage.take(),
        [
            "cct 20002 answered",
            "20002 < agentJoinRoom 1 lines, 20002:act",
            "C < newParticipant 20002 active_participant [20002]",
        ],
        "welcomed only once"
    );
}

/// What somebody does, and the refusal.
type Case<'a> = (&'a dyn Fn(&mut Stage), &'a str);

/// Whoever is in the wrong role, or too early, is refused.
#[test]
fn refusals_name_what_is_missing() {
    let mut stage = stage();
    let guid = stage.ask("kim@example.org", "WC_Sales").expect("a chat");
    stage.clear();
    let cases: &[Case<'_>] = &[
        (
            &|s| s.join(ANN, guid, "active"),
            "20001 < error agentJoinRoom 1: answer the contact in CCT first",
        ),
        (&|s| s.join(ANN, 99, "active"), "20001 < error agentJoinRoom 1: no such room"),
        (
            &|s| s.join(ANN, guid, "observe"),
            "20001 < error agentJoinRoom 1: only supervisors may observe",
        ),
        (
            &|s| s.join(SAM, guid, "observe"),
            "20090 < error agentJoinRoom 1: nobody serves this contact yet",
        ),
        (
            &|s| s.say(ANN, guid, "normal", "x"),
            "20001 < error newMessage 1: you are not in this room",
        ),
        (
            &|s| s.reason(ANN, guid, 1),
            "20001 < error agentSetClosedReason 1: you are not in this room",
        ),
        (
            &|s| s.agent(ANN, "screenPops", serde_json::json!({})),
            "20001 < error screenPops 1: screenPops belongs into a room; join one first",
        ),
        (
            &|s| s.agent(ANN, "agentData", serde_json::json!({})),
            "20001 < error agentData 1: only supervisors may ask for agent data",
        ),
        (
            &|s| s.agent(ANN, "agentLogout", serde_json::json!({})),
            "20001 < error agentLogout 1: a contact is open; close it before logging out",
        ),
    ];
    for (act, refusal) in cases {
        act(&mut stage);
        assert_eq!(stage.take(), [*refusal]);
    }
    stage.answer(ANN, guid);
    stage.join(ANN, guid, "active");
    stage.clear();
    let cases: &[Case<'_>] = &[
        (
            &|s| s.reason(ANN, guid, 1),
            "20001 < error agentSetClosedReason 1: ask to quit first: send agentQuitChat",
        ),
        (&|s| s.operate(ANN, guid, "agent", TOM), "20001 < operationRequest false"),
        (&|s| s.operate(ANN, guid, "conference", TOM), "20001 < operationRequest false"),
        (&|s| s.operate(ANN, guid, "consult", "777"), "20001 < operationRequest false"),
        (&|s| s.operate(ANN, guid, "consult", ANN), "20001 < operationRequest false"),
        (&|s| s.operate(ANN, guid, "queue", "99"), "20001 < operationRequest false"),
        (
            &|s| s.verb(ANN, "leaveRoom", guid),
            "20001 < error leaveRoom 1: the owner leaves with agentQuitChat",
        ),
        (
            &|s| s.verb(ANN, "conferenceClose", guid),
            "20001 < error conferenceClose 1: there is no conference",
        ),
        (
            &|s| s.verb(ANN, "changeConferenceOwner", guid),
            "20001 < error changeConferenceOwner 1: there is no conference; complete it first",
        ),
    ];
    for (act, refusal) in cases {
        act(&mut stage);
        assert_eq!(stage.take(), [*refusal]);
    }
    stage.verb(ANN, "agentQuitChat", guid);
    stage.clear();
    stage.reason(ANN, guid, 999);
    assert_eq!(stage.take(), ["20001 < agentSetClosedReason false"]);
    stage.say(ANN, guid, "normal", "one more thing");
    assert_eq!(
        stage.take(),
        ["20001 < error newMessage 1: you are leaving this chat; give the closed reason"]
    );
}

//! Every request of chapter 11: read from its fixture, and written back the same.

use ewc_wire::agent::{
    AgentJoinRoomRequest, AgentLoginRequest, AgentQuitChatRequest, AgentSetClosedReasonRequest,
    ChangeConferenceOwnerRequest, ConferenceCloseRequest, CustomerHistoryRequest,
    DropPassiveParticipantRequest, GetDestinationsRequest, IsTypingRequest, JoinType,
    LeaveRoomRequest, NewMessageRequest, Operation, OperationRequest, PagePushRequest, Request,
};
use ewc_wire::{Audience, ClosedReasonCode, MessageText, QueueId};

use crate::fixtures::{ROOM, agent, json, private, text};

fn table() -> Vec<(&'static str, Request)> {
    let guid = ROOM;
    let log_in = |reconnect| {
        Request::AgentLogin(AgentLoginRequest {
            agent_id: agent("00731"),
            password: "harbour-7".into(),
            reconnect,
        })
    };
    let join = |join_type| Request::AgentJoinRoom(AgentJoinRoomRequest { guid, join_type });
    let typing =
        |audience, is_typing| Request::IsTyping(IsTypingRequest { guid, audience, is_typing });
    let line = |text: &str, audience| {
        let message = MessageText::new(text).unwrap();
        Request::NewMessage(NewMessageRequest { guid, message, audience })
    };
    let operate = |operation| Request::OperationRequest(OperationRequest { guid, operation });
    vec![
        ("agent-login-request", log_in(false)),
        ("agent-login-request-reconnect", log_in(true)),
        ("agent-logout-request", Request::AgentLogout),
        ("agent-join-room-request-active", join(JoinType::Active)),
        ("agent-join-room-request-consult", join(JoinType::Consult)),
        ("agent-join-room-request-observe", join(JoinType::Observe)),
        ("screen-pops-request", Request::ScreenPops),
        ("is-typing-request-normal", typing(Audience::Normal, true)),
        ("is-typing-request-whisper", typing(Audience::Whisper, false)),
        ("new-message-request-normal", line("A line for normal ears", Audience::Normal)),
        ("new-message-request-whisper", line("A line for whisper ears", Audience::Whisper)),
        ("agent-quit-chat-request", Request::AgentQuitChat(AgentQuitChatRequest { guid })),
        (
            "agent-set-closed-reason-request",
            Request::AgentSetClosedReason(AgentSetClosedReasonRequest {
                guid,
                closed_reason_code: ClosedReasonCode(12),
                agent_note: private("Prefers mornings"),
                send_transcript: true,
            }),
        ),
        (
            "customer-history-request",
            Request::CustomerHistory(CustomerHistoryRequest { guid, amount: 4 }),
        ),
        (
            "page-push-request",
            Request::PagePush(PagePushRequest {
                guid,
                url: private("https://parcels.example/track"),
            }),
        ),
        ("get-destinations-request", Request::GetDestinations(GetDestinationsRequest { guid })),
        ("operation-request-queue", operate(Operation::Queue(QueueId::from("31")))),
        ("operation-request-agent", operate(Operation::Agent(agent("00732")))),
        ("operation-request-consult", operate(Operation::Consult(agent("00732")))),
        ("operation-request-conference", operate(Operation::Conference(agent("00732")))),
        ("operation-request-barge", operate(Operation::Barge(agent("04410")))),
        (
            "change-conference-owner-request",
            Request::ChangeConferenceOwner(ChangeConferenceOwnerRequest { guid }),
        ),
        ("leave-room-request", Request::LeaveRoom(LeaveRoomRequest { guid })),
        (
            "drop-passive-participant-request",
            Request::DropPassiveParticipant(DropPassiveParticipantRequest { guid }),
        ),
        ("conference-close-request", Request::ConferenceClose(ConferenceCloseRequest { guid })),
        ("agent-data-request", Request::AgentData),
    ]
}

#[test]
fn each_request_is_read_and_written_as_its_fixture() {
    for (name, request) in table() {
        let frame = text(&format!("agent/{name}"));
        assert_eq!(Request::decode(&frame), Ok(request.clone()), "reading {name}");
        assert_eq!(json(&request.encode()), json(&frame), "writing {name}");
    }
}

#[test]
fn method_and_room_are_those_of_the_frame() {
    for (name, request) in table() {
        let body = &json(&request.encode())["body"];
        assert_eq!(body["method"], request.method().as_str(), "{name}");
        assert_eq!(body["guid"].as_u64(), request.guid().map(|guid| guid.0), "{name}");
    }
}

#[test]
fn the_method_is_the_first_field_of_a_body() {
    for (name, request) in table() {
        let start = format!(
            "{{\"apiVersion\":\"1.0\",\"type\":\"request\",\"body\":{{\"method\":\"{}\"",
            request.method()
        );
        assert!(request.encode().starts_with(&start), "{name}: {}", request.encode());
    }
}

//! The ways out of a chat: the agent's own, the customer's, and the form after either.

use ewc_wire::ClosedReasonCode;
use ewc_wire::agent::{
    AgentQuitChatNotification, AgentQuitChatRequest, AgentSetClosedReasonNotification,
    AgentSetClosedReasonRequest, ClosedReason, ClosedReasons, CustomerDisconnectNotification,
    Notification, Request,
};

use super::{request, seconds};
use crate::fixtures::{ROOM, at, private};

fn reasons() -> ClosedReasons {
    let reason =
        |id, text: &str| ClosedReason { id: ClosedReasonCode(id), closed_reason: text.to_owned() };
    ClosedReasons {
        default: Some(ClosedReasonCode(12)),
        codes: vec![reason(11, "delivered"), reason(12, "will call again")],
        skipped: 0,
    }
}

#[test]
pub(super) fn agent_quit_chat_request() {
    let quit = AgentQuitChatRequest { guid: ROOM };
    request("agent-quit-chat-request", &Request::AgentQuitChat(quit));
}

#[test]
pub(super) fn agent_quit_chat_notification() {
    seconds(
        "agent-quit-chat-notification",
        Notification::AgentQuitChat(AgentQuitChatNotification {
            guid: ROOM,
            closed_reason_codes: reasons(),
        }),
    );
}

#[test]
pub(super) fn customer_disconnect_notification() {
    seconds(
        "customer-disconnect-notification",
        Notification::CustomerDisconnect(CustomerDisconnectNotification {
            guid: ROOM,
            timestamp: at(1_755_000_300_000),
            closed_reason_codes: reasons(),
        }),
    );
}

#[test]
pub(super) fn agent_set_closed_reason_request() {
    let form = AgentSetClosedReasonRequest {
        guid: ROOM,
        closed_reason_code: ClosedReasonCode(12),
        agent_note: private("Prefers mornings"),
        send_transcript: true,
    };
    request("agent-set-closed-reason-request", &Request::AgentSetClosedReason(form));
}

#[test]
pub(super) fn agent_set_closed_reason_notification() {
    for (name, accepted) in [
        ("agent-set-closed-reason-notification", true),
        ("agent-set-closed-reason-notification-refused", false),
    ] {
        seconds(
            name,
            Notification::AgentSetClosedReason(AgentSetClosedReasonNotification {
                guid: ROOM,
                accepted,
            }),
        );
    }
}

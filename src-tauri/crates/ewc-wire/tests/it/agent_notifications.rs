//! Every notification of chapter 11 but the room and the supervisor's board.

use ewc_wire::agent::{
    ActiveAgentNotification, AgentLoginNotification, AgentQuitChatNotification,
    AgentSetClosedReasonNotification, ChangeConferenceOwnerNotification, ClosedReason,
    ClosedReasons, CustomerConnectionStatusNotification, CustomerDisconnectNotification,
    CustomerHistoryNotification, DestinationAgent, ExitRoomNotification,
    GetDestinationsNotification, HistoryEntry, Incoming, IsTypingNotification,
    NewMessageNotification, Notification, OperationNotification, PagePushNotification,
    QueueDestination, ScreenPop, ScreenPopsNotification, SenderKind, SupervisorBargeNotification,
    decode,
};
use ewc_wire::{
    Acknowledgement, ClosedReasonCode, Destination, ErrorCode, ErrorNotification,
    InboundMessageType, Method, QueueId, TimestampUnit, UserType,
};

use crate::fixtures::{ROOM, agent, at, json, named, private, text};

/// Reads the fixture, compares, writes it back in the unit of the fixture.
pub(crate) fn check(name: &str, unit: TimestampUnit, expected: &Incoming) {
    let frame = text(&format!("agent/{name}"));
    assert_eq!(decode(&frame).as_ref(), Ok(expected), "reading {name}");
    assert_eq!(json(&expected.encode_in(unit)), json(&frame), "writing {name}");
}

fn seconds(name: &str, expected: Notification) {
    check(name, TimestampUnit::Seconds, &Incoming::Notification(expected));
}

fn millis(name: &str, expected: Notification) {
    check(name, TimestampUnit::Milliseconds, &Incoming::Notification(expected));
}

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
fn log_in() {
    for (name, login_success) in
        [("agent-login-notification", true), ("agent-login-notification-refused", false)]
    {
        millis(name, Notification::AgentLogin(AgentLoginNotification { login_success }));
    }
}

#[test]
fn screen_pops() {
    let pop = |name: &str, path: &str, force_launch| ScreenPop {
        name: name.to_owned(),
        path: path.to_owned(),
        force_launch,
    };
    millis(
        "screen-pops-notification",
        Notification::ScreenPops(ScreenPopsNotification {
            screen_pops: vec![
                pop("CRM", "https://crm.example/find?contact=%VALUE%", true),
                pop("Notes", "gedit %VALUE%", false),
            ],
            skipped: 0,
        }),
    );
}

#[test]
fn is_typing() {
    let table = [
        ("normal", SenderKind::Agent(agent("04410")), "Lea Voss", 200, true, "normal"),
        ("whisper", SenderKind::Agent(agent("04410")), "Lea Voss", 200, false, "whisper"),
        ("from-customer", SenderKind::Customer, "Mira", 201, true, "normal"),
    ];
    for (name, sender, display_name, second, is_typing, message_type) in table {
        seconds(
            &format!("is-typing-notification-{name}"),
            Notification::IsTyping(IsTypingNotification {
                sender,
                guid: ROOM,
                display_name: named(display_name),
                timestamp: at(1_755_000_000_000 + second * 1000),
                is_typing,
                message_type: InboundMessageType::from(message_type),
            }),
        );
    }
}

#[test]
fn new_message() {
    let lea = || SenderKind::Agent(agent("04410"));
    let table = [
        ("normal", lea(), "It is on its way (normal)", InboundMessageType::Normal),
        (
            "comfort-message",
            lea(),
            "It is on its way (comfortMessage)",
            InboundMessageType::ComfortMessage,
        ),
        (
            "welcome-message",
            lea(),
            "It is on its way (welcomeMessage)",
            InboundMessageType::WelcomeMessage,
        ),
        ("whisper", lea(), "It is on its way (whisper)", InboundMessageType::Whisper),
        (
            "from-customer",
            SenderKind::Customer,
            "Tüte & Karton 📦 <ok>",
            InboundMessageType::Normal,
        ),
    ];
    for (name, sender, message, message_type) in table {
        let customer = sender == SenderKind::Customer;
        seconds(
            &format!("new-message-notification-{name}"),
            Notification::NewMessage(NewMessageNotification {
                sender,
                guid: ROOM,
                display_name: named(if customer { "Mira" } else { "Lea Voss" }),
                timestamp: at(if customer { 1_755_000_211_000 } else { 1_755_000_210_000 }),
                message: private(message),
                message_type,
            }),
        );
    }
}

#[test]
fn leaving_and_closing() {
    seconds(
        "agent-quit-chat-notification",
        Notification::AgentQuitChat(AgentQuitChatNotification {
            guid: ROOM,
            closed_reason_codes: reasons(),
        }),
    );
    seconds(
        "customer-disconnect-notification",
        Notification::CustomerDisconnect(CustomerDisconnectNotification {
            guid: ROOM,
            timestamp: at(1_755_000_300_000),
            closed_reason_codes: reasons(),
        }),
    );
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

#[test]
fn customer_history() {
    let entry = |start, transcript: &str, source: Option<&str>, contact_type: &str| HistoryEntry {
        start_time: at(start),
        transcript: private(transcript),
        source: source.map(str::to_owned),
        contact_type: Some(contact_type.to_owned()),
    };
    millis(
        "customer-history-notification",
        Notification::CustomerHistory(CustomerHistoryNotification {
            guid: ROOM,
            history: vec![
                entry(
                    1_751_000_000_123,
                    "where is it",
                    Some("Text Chat History"),
                    "Web_Communications",
                ),
                entry(
                    1_752_000_000_456,
                    "where is it, ask the depot",
                    Some("Text Chat History With Whispers"),
                    "Web_Communications",
                ),
                entry(1_753_000_000_789, "please write back", None, "EMail"),
            ],
            skipped: 0,
        }),
    );
}

#[test]
fn page_push() {
    millis(
        "page-push-notification",
        Notification::PagePush(PagePushNotification {
            guid: ROOM,
            sender: SenderKind::Agent(agent("04410")),
            display_name: named("Lea Voss"),
            url: private("https://parcels.example/depots"),
            destination: Some(Destination::NewTab),
            timestamp: at(1_755_000_220_456),
        }),
    );
    millis(
        "page-push-notification-from-customer",
        Notification::PagePush(PagePushNotification {
            guid: ROOM,
            sender: SenderKind::Customer,
            display_name: named("Mira"),
            url: private("photos.example/box"),
            destination: None,
            timestamp: at(1_755_000_221_789),
        }),
    );
}

#[test]
fn destinations() {
    let queue = |name: &str, id: &str, ccms, agents| QueueDestination {
        queue_name: name.to_owned(),
        queue_id: QueueId::from(id),
        queue_ccms_id: Some(ccms),
        routepoint: Some("ParcelsRP".to_owned()),
        agents,
        skipped: 0,
    };
    let person =
        |id: &str, name: &str| DestinationAgent { agent_id: agent(id), display_name: named(name) };
    millis(
        "get-destinations-notification",
        Notification::GetDestinations(GetDestinationsNotification {
            guid: Some(ROOM),
            allow_transfer_to_skillset: Some(true),
            allow_transfer_to_agent: Some(false),
            queues: vec![
                queue(
                    "WC_Parcels",
                    "31",
                    8001,
                    vec![person("00732", "Nils"), person("733", "Oda")],
                ),
                queue("WC_Claims", "32", 8002, vec![]),
            ],
            skipped: 0,
        }),
    );
}

#[test]
fn operations_and_conferences() {
    for (name, success) in
        [("operation-notification", true), ("operation-notification-refused", false)]
    {
        millis(name, Notification::OperationRequest(OperationNotification { guid: ROOM, success }));
    }
    for (name, user_type) in [
        ("active-participant", UserType::ActiveParticipant),
        ("passive-participant", UserType::PassiveParticipant),
        ("supervisor-observe", UserType::SupervisorObserve),
    ] {
        millis(
            &format!("active-agent-notification-{name}"),
            Notification::ActiveAgentNotification(ActiveAgentNotification {
                guid: ROOM,
                agent_id: agent("00732"),
                user_type,
            }),
        );
    }
    millis(
        "change-conference-owner-notification",
        Notification::ChangeConferenceOwner(ChangeConferenceOwnerNotification {
            guid: ROOM,
            new_owner: agent("00732"),
        }),
    );
    millis(
        "exit-room-notification",
        Notification::ExitRoom(ExitRoomNotification {
            guid: ROOM,
            agent_id: Some(agent("00732")),
            scenario: Some("removed by the owner".to_owned()),
        }),
    );
    millis(
        "supervisor-barge-notification",
        Notification::SupervisorBarge(SupervisorBargeNotification {
            guid: ROOM,
            supervisor_id: agent("04410"),
        }),
    );
}

#[test]
fn customer_connection() {
    seconds(
        "customer-connection-status-notification",
        Notification::CustomerConnectionStatus(CustomerConnectionStatusNotification {
            guid: ROOM,
            is_connected: false,
            timestamp: at(1_755_000_250_000),
        }),
    );
}

#[test]
fn acknowledgement_and_error() {
    check(
        "acknowledgement",
        TimestampUnit::Milliseconds,
        &Incoming::Acknowledgement(Acknowledgement {
            method: Method::NewMessage,
            guid: Some(ROOM),
            accepted: Some(true),
        }),
    );
    check(
        "error",
        TimestampUnit::Milliseconds,
        &Incoming::Error(ErrorNotification {
            method: Some(Method::NewMessage),
            code: ErrorCode::Other(77),
            message: private("The room is full"),
            guid: None,
        }),
    );
}

//! What is said, typed and pushed in a room, and what the server answers to it.

use ewc_wire::agent::{
    CustomerConnectionStatusNotification, Incoming, IsTypingNotification, IsTypingRequest,
    NewMessageNotification, NewMessageRequest, Notification, PagePushNotification, PagePushRequest,
    Request, SenderKind,
};
use ewc_wire::{
    Acknowledgement, Audience, Destination, ErrorCode, ErrorNotification, InboundMessageType,
    MessageText, Method, TimestampUnit,
};

use super::{incoming, millis, request, seconds};
use crate::fixtures::{ROOM, agent, at, named, private};

#[test]
pub(super) fn is_typing_request() {
    for (name, audience, is_typing) in [
        ("is-typing-request-normal", Audience::Normal, true),
        ("is-typing-request-whisper", Audience::Whisper, false),
    ] {
        let typing = IsTypingRequest { guid: ROOM, audience, is_typing };
        request(name, &Request::IsTyping(typing));
    }
}

#[test]
pub(super) fn is_typing_notification() {
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
pub(super) fn new_message_request() {
    for (name, line, audience) in [
        ("new-message-request-normal", "A line for normal ears", Audience::Normal),
        ("new-message-request-whisper", "A line for whisper ears", Audience::Whisper),
    ] {
        let message = MessageText::new(line).unwrap();
        let line = NewMessageRequest { guid: ROOM, message, audience };
        request(name, &Request::NewMessage(line));
    }
}

#[test]
pub(super) fn new_message_notification() {
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
pub(super) fn new_page_push_request() {
    let page = PagePushRequest { guid: ROOM, url: private("https://parcels.example/track") };
    request("page-push-request", &Request::PagePush(page));
}

#[test]
pub(super) fn new_page_push_notification() {
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
pub(super) fn customer_connection_status_notification() {
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
pub(super) fn acknowledgement_notification() {
    let all =
        Acknowledgement { method: Method::NewMessage, guid: Some(ROOM), accepted: Some(true) };
    incoming("acknowledgement", TimestampUnit::Milliseconds, &Incoming::Acknowledgement(all));
}

#[test]
pub(super) fn error_notification() {
    let error = ErrorNotification {
        method: Some(Method::NewMessage),
        code: ErrorCode::Other(77),
        message: private("The room is full"),
        guid: None,
    };
    incoming("error", TimestampUnit::Milliseconds, &Incoming::Error(error));
}

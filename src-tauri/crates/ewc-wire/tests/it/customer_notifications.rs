//! Every notification of chapter 10.

use ewc_wire::customer::{
    ChatIntrinsics, CloseConversationNotification, ComfortGroup, ComfortMessage, HoldUrl, HoldUrls,
    Incoming, IsTypingNotification, NewMessageNotification, NewParticipantNotification,
    NewPushPageMessageNotification, Notification, Participant, ParticipantLeaveNotification,
    QueueStatusNotification, RequestChatNotification, decode,
};
use ewc_wire::{
    Acknowledgement, Destination, ErrorCode, ErrorNotification, InboundMessageType, Method,
    TimestampUnit, UnknownReason, UserType,
};

use crate::fixtures::{ROOM, agent, at, json, named, private, text};

fn check(name: &str, unit: TimestampUnit, expected: &Incoming) {
    let frame = text(&format!("customer/{name}"));
    assert_eq!(decode(&frame).as_ref(), Ok(expected), "reading {name}");
    assert_eq!(json(&expected.encode_in(unit)), json(&frame), "writing {name}");
}

fn millis(name: &str, expected: Notification) {
    check(name, TimestampUnit::Milliseconds, &Incoming::Notification(expected));
}

#[test]
fn request_chat() {
    let line = |message: &str, sequence| ComfortMessage { message: message.to_owned(), sequence };
    let page = |url: &str| HoldUrl { url: url.to_owned() };
    let chat = RequestChatNotification {
        guid: ROOM,
        authentication_key: Some("q81mzX0key".into()),
        web_on_hold_comfort_groups: vec![ComfortGroup {
            group_name: "patience".to_owned(),
            delay: 20,
            number_of_messages: 2,
            messages: vec![line("Thank you for waiting", 1), line("Still here", 2)],
            skipped: 0,
        }],
        web_on_hold_urls: vec![HoldUrls {
            tag: "offers".to_owned(),
            description: "What is new".to_owned(),
            hold_time: 15,
            sequence: 1,
            urls: vec![page("https://parcels.example/new"), page("https://parcels.example/faq")],
            skipped: 0,
        }],
        intrinsics: None,
        skipped: 0,
    };
    let named_chat = RequestChatNotification {
        web_on_hold_comfort_groups: vec![],
        web_on_hold_urls: vec![],
        intrinsics: Some(ChatIntrinsics { name: named("Mira"), ..ChatIntrinsics::default() }),
        ..chat.clone()
    };
    millis("request-chat-notification", Notification::RequestChat(Box::new(chat)));
    millis("request-chat-notification-intrinsics", Notification::RequestChat(Box::new(named_chat)));
}

#[test]
fn queue_status() {
    millis(
        "queue-status-notification",
        Notification::QueueStatus(QueueStatusNotification {
            position_in_queue: 4,
            estimated_wait_time: 95,
        }),
    );
}

fn participant(id: &str, name: &str, user_type: UserType) -> Participant {
    Participant { id: agent(id), name: named(name), user_type: Some(user_type) }
}

fn two() -> Vec<Participant> {
    vec![
        participant("731", "Jonas", UserType::PassiveParticipant),
        participant("00732", "Nils", UserType::ActiveParticipant),
    ]
}

#[test]
fn agents_come() {
    for (name, role) in [
        ("active-participant", UserType::ActiveParticipant),
        ("passive-participant", UserType::PassiveParticipant),
        ("supervisor-observe", UserType::SupervisorObserve),
    ] {
        let message = NewParticipantNotification {
            agent_id: agent("00732"),
            display_name: named("Nils"),
            role: Some(role.clone()),
            participant_role: None,
            number_of_participants: Some(3),
            participants: two(),
            skipped: 0,
        };
        assert_eq!(message.user_type(), Some(&role));
        millis(
            &format!("new-participant-notification-{name}"),
            Notification::NewParticipant(message),
        );
    }
    let supervisor = NewParticipantNotification {
        agent_id: agent("04410"),
        display_name: named("Lea"),
        role: None,
        participant_role: Some(UserType::Supervisor),
        number_of_participants: Some(1),
        participants: vec![participant("04410", "Lea", UserType::Supervisor)],
        skipped: 0,
    };
    assert_eq!(supervisor.user_type(), Some(&UserType::Supervisor));
    millis(
        "new-participant-notification-participant-role",
        Notification::NewParticipant(supervisor),
    );
}

#[test]
fn agents_go() {
    let left = |id, end_chat_flag, number, participants| {
        Notification::ParticipantLeave(ParticipantLeaveNotification {
            agent_id: agent(id),
            end_chat_flag,
            number_of_participants: Some(number),
            participants,
            skipped: 0,
        })
    };
    millis("participant-leave-notification", left("00733", false, 3, two()));
    millis("participant-leave-notification-end", left("00732", true, 1, vec![]));
}

#[test]
fn conversation() {
    millis(
        "is-typing-notification",
        Notification::IsTyping(IsTypingNotification {
            agent_id: Some(agent("00732")),
            display_name: named("Nils"),
            is_typing: true,
            timestamp: at(1_755_000_260_111),
        }),
    );
    millis(
        "new-message-notification",
        Notification::NewMessage(NewMessageNotification {
            agent_id: None,
            display_name: named("Nils"),
            message: private("I am looking"),
            message_type: None,
            timestamp: at(1_755_000_270_222),
        }),
    );
    millis(
        "new-message-notification-comfort",
        Notification::NewMessage(NewMessageNotification {
            agent_id: Some(agent("00732")),
            display_name: named("Nils"),
            message: private("Still with you"),
            message_type: Some(InboundMessageType::ComfortMessage),
            timestamp: at(1_755_000_280_333),
        }),
    );
    let push = NewPushPageMessageNotification {
        display_name: named("Nils"),
        url: private("parcels.example/depots"),
        destination: Some(Destination::NewTab),
        timestamp: at(1_755_000_290_000),
    };
    check(
        "new-page-push-notification",
        TimestampUnit::Seconds,
        &Incoming::Notification(Notification::NewPushPageMessage(push)),
    );
}

#[test]
fn close_conversation() {
    for (name, result) in [
        ("close-conversation-notification", true),
        ("close-conversation-notification-refused", false),
    ] {
        millis(name, Notification::CloseConversation(CloseConversationNotification { result }));
    }
}

#[test]
fn errors_and_acknowledgements() {
    for (number, code, message) in [
        (1, ErrorCode::InvalidMessage, "Not understood"),
        (2, ErrorCode::SessionKeyInvalid, "Key has run out"),
        (500, ErrorCode::Internal, "Something broke"),
        (77, ErrorCode::Other(77), "Wheels fell off"),
    ] {
        let error = ErrorNotification {
            method: Some(Method::NewMessage),
            code,
            message: private(message),
            guid: None,
        };
        check(&format!("error-{number}"), TimestampUnit::Milliseconds, &Incoming::Error(error));
    }
    let received = Acknowledgement { method: Method::NewMessage, guid: None, accepted: Some(true) };
    check("acknowledgement", TimestampUnit::Milliseconds, &Incoming::Acknowledgement(received));
}

#[test]
fn the_acknowledgement_of_a_new_chat_is_kept_whole() {
    let frame = text("customer/new-chat-acknowledgement");
    let incoming = decode(&frame).unwrap();
    let Incoming::NewChatAcknowledgement(new_chat) = &incoming else {
        panic!("{incoming:?}");
    };
    assert_eq!(new_chat.body.expose()["guid"], ROOM.0);
    assert_eq!(json(&incoming.encode()), json(&frame));
}

#[test]
fn a_pong_has_many_faces_and_one_meaning() {
    millis("pong-notification", Notification::Pong);
    for name in ["lenient-pong-as-request", "lenient-pong-as-notification"] {
        let incoming = decode(&text(&format!("customer/{name}")));
        assert_eq!(incoming, Ok(Incoming::Notification(Notification::Pong)), "{name}");
    }
}

#[test]
fn an_unknown_method_is_kept() {
    let Ok(Incoming::Unknown(unknown)) = decode(&text("customer/unknown-method")) else {
        panic!("not kept");
    };
    assert_eq!(unknown.reason, UnknownReason::Undocumented);
    assert_eq!(unknown.body.expose()["text"], "rain");
}

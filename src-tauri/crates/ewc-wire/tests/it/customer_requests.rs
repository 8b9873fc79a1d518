//! Every request of chapter 10: read from its fixture, and written back the same.

use ewc_wire::customer::{
    ChatIntrinsics, CustomField, IsTypingRequest, NewMessageRequest, NewPushPageMessageRequest,
    Request, RequestChatRequest,
};
use ewc_wire::{MessageText, RequestError};
use serde_json::json;

use crate::fixtures::{ROOM, json as parse, named, private, text};

fn intrinsics() -> ChatIntrinsics {
    let field =
        |title: &str, value: &str| CustomField { title: title.to_owned(), value: private(value) };
    ChatIntrinsics {
        email: named("mira@mail.example"),
        name: named("Mira"),
        country: named("+47"),
        area: named("022"),
        phone_number: named("554433"),
        skillset: Some("WC_Parcels".to_owned()),
        custom_fields: vec![field("parcel", "NO-88-17"), field("locale", "nb-NO")],
        skipped: 0,
    }
}

fn table() -> Vec<(&'static str, Request)> {
    let new_chat = RequestChatRequest {
        guid: None,
        authentication_key: None,
        device_type: named(
            "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
        ),
        request_transcript: true,
        intrinsics: intrinsics(),
    };
    let reconnect = RequestChatRequest {
        guid: Some(ROOM),
        authentication_key: Some("q81mzX0key".into()),
        request_transcript: false,
        ..new_chat.clone()
    };
    let message = MessageText::new("My parcel has not come").unwrap();
    let url = private("photos.example/box");
    vec![
        ("request-chat-request", Request::RequestChat(Box::new(new_chat))),
        ("request-chat-request-reconnect", Request::RequestChat(Box::new(reconnect))),
        ("queue-status-request", Request::QueueStatus),
        ("is-typing-request", Request::IsTyping(IsTypingRequest { is_typing: true })),
        ("new-message-request", Request::NewMessage(NewMessageRequest { message })),
        ("close-conversation-request", Request::CloseConversation),
        ("new-page-push-request", Request::NewPushPageMessage(NewPushPageMessageRequest { url })),
        ("ping-request", Request::Ping),
    ]
}

#[test]
fn each_request_is_read_and_written_as_its_fixture() {
    for (name, request) in table() {
        let frame = text(&format!("customer/{name}"));
        assert_eq!(Request::decode(&frame), Ok(request.clone()), "reading {name}");
        assert_eq!(parse(&request.encode()), parse(&frame), "writing {name}");
        assert_eq!(parse(&frame)["body"]["method"], request.method().as_str(), "{name}");
    }
}

#[test]
fn nulls_are_absent_fields() {
    let request = Request::decode(&text("customer/lenient-request-chat-nulls")).unwrap();
    let Request::RequestChat(chat) = request else {
        panic!("{request:?}");
    };
    assert_eq!((chat.guid, &chat.authentication_key), (None, &None));
    assert_eq!(chat.intrinsics.name, named("Mira"));
    assert_eq!((chat.intrinsics.custom_fields.len(), chat.intrinsics.skipped), (0, 1));
}

#[test]
fn the_version_may_be_a_number() {
    let frame = text("customer/lenient-version-number");
    assert_eq!(Request::decode(&frame), Ok(Request::QueueStatus));
}

#[test]
fn a_blank_page_is_refused() {
    let body = json!({"method": "newPushPageMessage", "pagePushURL": "  "});
    let frame = json!({"type": "request", "body": body}).to_string();
    let Err(RequestError::Misfit { misfit, .. }) = Request::decode(&frame) else {
        panic!("a blank page was taken");
    };
    assert_eq!(misfit.path(), "pagePushURL");
}

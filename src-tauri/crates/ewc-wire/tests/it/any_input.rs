//! Properties of reading and writing for generated input.

use ewc_wire::agent::{self, Incoming, NewMessageRequest, Request};
use ewc_wire::{
    AgentId, Audience, FrameError, Guid, MessageText, MessageTextError, Timestamp, TimestampUnit,
    customer, customer_rest,
};
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof};
use proptest::{collection, proptest};
use serde_json::{Value, json};

/// Names the readers look for, so that generated objects get past the first look.
const NAMES: [&str; 24] = [
    "apiVersion",
    "type",
    "body",
    "method",
    "guid",
    "agentId",
    "sender",
    "message",
    "messageType",
    "timestamp",
    "conversationTranscript",
    "messages",
    "participants",
    "currentParticipantList",
    "timerList",
    "agents",
    "conversations",
    "thresholds",
    "queues",
    "closedReasonCodes",
    "codes",
    "history",
    "screenPops",
    "intrinsics",
];

/// Words that mean something to the readers.
const WORDS: [&str; 14] = [
    "notification",
    "request",
    "error",
    "acknowledgement",
    "agentJoinRoom",
    "newMessage",
    "agentData",
    "getDestinations",
    "requestChat",
    "newParticipant",
    "ping",
    "customer",
    "agent",
    "12",
];

fn word(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![
        6 => proptest::sample::select(words).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn whole_leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        word(&WORDS).prop_map(Value::from),
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    grown(prop_oneof![4 => whole_leaf(), 1 => any::<f64>().prop_map(Value::from)])
}

/// Without fractions, whose last digit the JSON reader does not promise to keep.
fn exact_json() -> impl Strategy<Value = Value> {
    grown(whole_leaf())
}

fn grown(leaf: impl Strategy<Value = Value> + 'static) -> impl Strategy<Value = Value> {
    leaf.prop_recursive(6, 64, 8, |inner| {
        prop_oneof![
            collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            collection::btree_map(word(&NAMES), inner, 0..8)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn read_in_every_way(text: &str) {
    let _ = agent::Request::decode(text);
    let _ = customer::Request::decode(text);
    let _ = customer::decode(text);
    let _ = customer_rest::CallbackRequest::decode(text);
    let _ = customer_rest::CallBackResponse::decode(text);
    let _ = customer_rest::SkillsetsResponse::decode(text);
    let _ = customer_rest::QueueMetricsRequest::decode(text);
    let _ = customer_rest::QueueMetricsResponse::decode(text);
}

proptest! {
    #[test]
    fn any_json_is_read_or_refused(value in any_json()) {
        let text = value.to_string();
        read_in_every_way(&text);
        match agent::decode(&text) {
            Ok(_) => {}
            Err(FrameError::NotAnObject { .. }) => prop_assert!(!value.is_object()),
            Err(FrameError::NoMethod { .. }) => prop_assert!(value.is_object()),
            Err(other) => prop_assert!(false, "{other}"),
        }
    }

    #[test]
    fn any_body_with_a_method_is_kept(body in any_json(), kind in word(&WORDS), method in word(&WORDS)) {
        let mut body = body.as_object().cloned().unwrap_or_default();
        body.insert("method".to_owned(), json!(method));
        let text = json!({"type": kind, "body": body}).to_string();
        read_in_every_way(&text);
        prop_assert!(agent::decode(&text).is_ok());
        prop_assert!(customer::decode(&text).is_ok());
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        read_in_every_way(&text);
        let _ = agent::decode(&text);
    }

    #[test]
    fn what_was_read_once_reads_the_same_when_written(
        body in exact_json(), kind in word(&WORDS), method in word(&WORDS),
    ) {
        let mut body = body.as_object().cloned().unwrap_or_default();
        body.insert("method".to_owned(), json!(method));
        body.entry("guid").or_insert(json!(7));
        let text = json!({"type": kind, "body": body}).to_string();
        let first = agent::decode(&text).unwrap();
        let written = agent::decode(&first.encode()).unwrap();
        // A second writing tells: what was skipped or rounded the first time is gone by then.
        prop_assert_eq!(agent::decode(&written.encode()).unwrap(), written);
    }

    #[test]
    fn a_line_arrives_as_it_was_written(text in "(?s).{1,200}", guid in any::<u64>(), whisper in any::<bool>()) {
        let audience = if whisper { Audience::Whisper } else { Audience::Normal };
        let message = MessageText::new(text).unwrap();
        let request = Request::NewMessage(NewMessageRequest { guid: Guid(guid), message, audience });
        prop_assert_eq!(Request::decode(&request.encode()), Ok(request));
    }

    #[test]
    fn a_contact_id_is_the_same_as_number_and_text(id in any::<u64>()) {
        let read = |id: Value| {
            let body = json!({"method": "exitRoom", "guid": id});
            agent::decode(&json!({"type": "notification", "body": body}).to_string()).unwrap()
        };
        let number = read(json!(id));
        prop_assert_eq!(&number, &read(json!(id.to_string())));
        let Incoming::Notification(notification) = number else { panic!("{number:?}") };
        prop_assert_eq!(notification.guid(), Some(Guid(id)));
        prop_assert_eq!(id.to_string().parse(), Ok(Guid(id)));
        prop_assert_eq!(Guid(id).to_string(), id.to_string());
    }

    #[test]
    fn leading_zeros_of_an_agent_id_stay(id in "[0-9]{1,12}") {
        let read: AgentId = serde_json::from_value(json!(&id)).unwrap();
        prop_assert_eq!(read.as_str(), &id);
        prop_assert_eq!(json!(read), json!(id));
    }

    #[test]
    fn a_moment_is_the_same_in_seconds_and_milliseconds(seconds in 100_000_000_i64..99_999_999_999) {
        let moment = Timestamp::from_wire(seconds);
        prop_assert_eq!(moment, Timestamp::from_wire(seconds * 1000));
        for unit in [TimestampUnit::Seconds, TimestampUnit::Milliseconds] {
            prop_assert_eq!(Timestamp::from_wire(moment.to_wire(unit)), moment);
        }
    }

    #[test]
    fn any_moment_survives_as_far_as_seconds_go(millis in any::<i64>()) {
        let moment = Timestamp::from_millis(millis);
        let back = Timestamp::from_wire(moment.to_wire(TimestampUnit::Milliseconds));
        prop_assert_eq!(back.millis.div_euclid(1000), millis.div_euclid(1000));
    }
}

#[test]
fn a_line_has_between_1_and_10000_characters() {
    assert_eq!(MessageText::new(""), Err(MessageTextError::Empty));
    assert!(MessageText::new("x".repeat(10_000)).is_ok());
    assert_eq!(
        MessageText::new("x".repeat(10_001)),
        Err(MessageTextError::TooLong { units: 10_001 })
    );
    assert_eq!(
        MessageText::new("📦".repeat(5_001)),
        Err(MessageTextError::TooLong { units: 10_002 })
    );
}

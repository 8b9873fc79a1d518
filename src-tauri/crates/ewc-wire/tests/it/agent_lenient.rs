//! What is read although the documents print it otherwise, and what is kept unread.

use ewc_wire::agent::{Incoming, Measure, Notification, OperationNotification, Request, decode};
use ewc_wire::{
    ErrorCode, ErrorNotification, Guid, Kind, Method, Problem, RequestError, Unknown, UnknownReason,
};
use serde_json::{Value, json};

use crate::fixtures::{ROOM, json as parse, private, text};

fn incoming(name: &str) -> Incoming {
    decode(&text(&format!("agent/{name}"))).unwrap()
}

fn notification(name: &str) -> Notification {
    match incoming(name) {
        Incoming::Notification(notification) => notification,
        other => panic!("{name}: {other:?}"),
    }
}

fn unknown(name: &str) -> Unknown {
    match incoming(name) {
        Incoming::Unknown(unknown) => unknown,
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn numbers_and_texts_stand_for_each_other() {
    let expected = OperationNotification { guid: ROOM, success: true };
    assert_eq!(notification("lenient-numbers-and-texts"), Notification::OperationRequest(expected));
}

#[test]
fn a_pong_may_call_itself_a_request() {
    assert_eq!(notification("lenient-pong-as-request"), Notification::Pong);
}

#[test]
fn the_list_of_destinations_may_have_any_name() {
    let Notification::GetDestinations(list) = notification("lenient-destinations-name") else {
        panic!("no destinations");
    };
    assert_eq!((list.guid, list.queues.len()), (None, 1));
    assert_eq!(list.queues[0].queue_name, "WC_Claims");
    let body = json!({"method": "getDestinations", "skillsets": [{"queueld": 14}]});
    let frame = json!({"type": "notification", "body": body}).to_string();
    let Ok(Incoming::Notification(Notification::GetDestinations(list))) = decode(&frame) else {
        panic!("no destinations");
    };
    assert_eq!(list.queues[0].queue_id.as_str(), "14");
}

#[test]
fn keys_as_the_text_prints_them() {
    let Notification::AgentData(board) = notification("lenient-printed-keys") else {
        panic!("no board");
    };
    assert_eq!(board.thresholds[&Measure::LastMessageIn].threshold, 9);
    let agent = &board.agents[0];
    assert_eq!(agent.agent_id.as_str(), "731");
    assert_eq!(agent.conversations[0].guid, ROOM);
    assert_eq!(agent.conversations[0].measures[&Measure::LastMessageIn], 10);
}

#[test]
fn items_that_do_not_fit_are_counted() {
    let Notification::AgentData(board) = notification("lenient-skipped-items") else {
        panic!("no board");
    };
    assert_eq!((board.agents.len(), board.skipped), (1, 2));
    assert_eq!((board.agents[0].conversations.len(), board.agents[0].skipped), (1, 1));
}

#[test]
fn an_error_may_leave_its_method_out() {
    let expected = ErrorNotification {
        method: None,
        code: ErrorCode::Internal,
        message: private("Database down"),
        guid: Some(ROOM),
    };
    assert_eq!(incoming("lenient-error-without-method"), Incoming::Error(expected));
}

#[test]
fn an_unknown_method_or_type_is_kept_and_written_back() {
    let method = unknown("unknown-method");
    assert_eq!(method.kind, Some(Kind::Notification));
    assert_eq!(method.method, Method::Other("roomTemperature".to_owned()));
    assert_eq!(method.reason, UnknownReason::Undocumented);
    assert_eq!(method.body.expose()["celsius"], 21);
    let kind = unknown("unknown-type");
    assert_eq!(kind.kind, Some(Kind::Other("telemetry".to_owned())));
    assert_eq!(kind.method, Method::NewMessage);
    for name in ["unknown-method", "unknown-type", "misfit-new-message"] {
        let frame = text(&format!("agent/{name}"));
        assert_eq!(parse(&decode(&frame).unwrap().encode()), parse(&frame), "{name}");
    }
}

#[test]
fn a_known_message_that_does_not_fit_names_the_field() {
    let message = unknown("misfit-new-message");
    let UnknownReason::Misfit(misfit) = &message.reason else {
        panic!("{:?}", message.reason);
    };
    assert_eq!((misfit.path(), misfit.problem()), ("guid", Problem::Missing));
    assert_eq!(message.body.expose()["message"], "no room named");
}

fn refusal(body: Value) -> String {
    let frame = json!({"apiVersion": "1.0", "type": "request", "body": body}).to_string();
    match Request::decode(&frame) {
        Err(RequestError::Misfit { misfit, .. }) => misfit.path().to_owned(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_request_outside_the_documents_is_refused_with_its_field() {
    let whisper = json!({"method": "newMessage", "guid": 1, "message": "x", "messageType": "loud"});
    assert_eq!(refusal(whisper), "messageType");
    let empty = json!({"method": "newMessage", "guid": 1, "message": "", "messageType": "normal"});
    assert_eq!(refusal(empty), "message");
    let long = "ä".repeat(10_001);
    let long = json!({"method": "newMessage", "guid": 1, "message": long, "messageType": "normal"});
    assert_eq!(refusal(long), "message");
    let join = json!({"method": "agentJoinRoom", "guid": 1, "joinType": "lurk"});
    assert_eq!(refusal(join), "joinType");
    let operation = json!({"method": "operationRequest", "guid": 1, "destinationType": "moon",
        "destinationId": "1"});
    assert_eq!(refusal(operation), "destinationType");
    assert_eq!(refusal(json!({"method": "leaveRoom", "guid": -4})), "guid");
}

#[test]
fn a_request_of_another_name_or_type_is_refused() {
    let frame = json!({"type": "request", "body": {"method": "dance"}}).to_string();
    let method = Method::Other("dance".to_owned());
    assert_eq!(Request::decode(&frame), Err(RequestError::UnknownMethod { method }));
    let frame = json!({"type": "notification", "body": {"method": "agentLogout"}}).to_string();
    let kind = Some(Kind::Notification);
    let method = Method::AgentLogout;
    assert_eq!(Request::decode(&frame), Err(RequestError::NotARequest { kind, method }));
}

#[test]
fn a_room_named_quid_is_the_room() {
    let frame = json!({"type": "request", "body": {"method": "leaveRoom", "quid": "77"}});
    assert_eq!(Request::decode(&frame.to_string()).unwrap().guid(), Some(Guid(77)));
}

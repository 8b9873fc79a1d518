//! A colleague's mind in virtual time.

use serde_json::{Value, json};

use super::{Acting, Deed};
use crate::colleague::Colleague;

fn mind(rules: Value) -> Acting {
    let script = json!({ "agent": "20002", "rules": rules });
    Acting::new(serde_json::from_value::<Colleague>(script).unwrap(), 1, 0)
}

fn told(method: &str, fields: Value) -> Value {
    let mut body = fields;
    body["method"] = json!(method);
    json!({ "apiVersion": "1.0", "type": "notification", "body": body })
}

/// The colleague enters room 7, in the words of a server that writes ids the other way.
fn entered(user_type: &str) -> Value {
    let people = json!([{ "agentId": 20002, "userType": user_type }]);
    let list = json!({ "participants": people });
    told("agentJoinRoom", json!({ "guid": "7", "currentParticipantList": list }))
}

fn line(from: Value, message_type: &str) -> Value {
    told("newMessage", json!({ "guid": "7", "sender": from, "messageType": message_type }))
}

fn methods(deeds: &[Deed]) -> Vec<String> {
    let name = |deed: &Deed| match deed {
        Deed::Ask(frame) => frame["body"]["method"].as_str().unwrap().to_owned(),
        other => format!("{other:?}"),
    };
    deeds.iter().map(name).collect()
}

#[test]
fn a_rule_waits_and_is_followed_so_often() {
    let say = json!([{ "act": "say", "text": "yes" }]);
    let mut mind = mind(json!([
        { "when": { "event": "customer_says" }, "after_ms": 500, "times": 2, "then": say },
    ]));
    mind.hear(0, &entered("active_participant"));
    for at in [1_000, 2_000, 3_000] {
        mind.hear(at, &line(json!({ "type": "customer" }), "normal"));
    }
    assert_eq!(mind.next_deadline(), Some(1_500));
    assert!(mind.due(1_499).is_empty());
    assert_eq!(methods(&mind.due(1_500)), ["newMessage"]);
    assert_eq!(methods(&mind.due(9_000)), ["newMessage"], "twice, not three times");
    assert_eq!(mind.next_deadline(), None);
}

#[test]
fn what_was_to_be_done_in_a_room_is_not_once_it_is_left() {
    let whisper = json!([{ "act": "whisper", "text": "hm" }]);
    let mut mind = mind(json!([
        { "when": { "event": "whispered" }, "while_in": "consult", "after_ms": 500, "then": whisper },
    ]));
    let colleague = json!({ "type": "agent", "agentId": 20001 });
    mind.hear(0, &line(colleague.clone(), "whisper"));
    assert_eq!(mind.next_deadline(), None, "not in the room yet");
    mind.hear(0, &entered("passive_participant"));
    mind.hear(0, &line(json!({ "type": "agent", "agentId": 20002 }), "whisper"));
    assert_eq!(mind.next_deadline(), None, "an echo of its own");
    mind.hear(0, &line(colleague, "whisper"));
    assert_eq!(mind.next_deadline(), Some(500));
    mind.hear(100, &told("exitRoom", json!({ "guid": "7", "agentId": "20002" })));
    assert_eq!(mind.next_deadline(), None);
}

#[test]
fn who_serves_closes_and_who_does_not_leaves_when_the_customer_is_gone() {
    for (how, done) in [
        ("active_participant", vec!["agentQuitChat", "agentSetClosedReason"]),
        ("passive_participant", vec!["leaveRoom"]),
        ("supervisor_observe", vec!["leaveRoom"]),
    ] {
        let mut mind = mind(json!([]));
        mind.hear(0, &entered(how));
        mind.hear(0, &told("customerDisconnect", json!({ "guid": "7" })));
        assert_eq!(methods(&mind.due(1_000)), done, "{how}");
    }
}

#[test]
fn after_a_lost_connection_rooms_are_entered_as_before() {
    let mut mind = mind(json!([]));
    mind.hear(0, &entered("passive_participant"));
    let [Deed::Ask(frame)] = &mind.back()[..] else { panic!("one room") };
    assert_eq!(
        frame["body"],
        json!({ "method": "agentJoinRoom", "guid": 7, "joinType": "consult" })
    );
}

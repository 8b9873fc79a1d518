//! Facts about the chat server, out of shapes of frames.

use serde_json::{Value, json};

use super::facts;

fn line(direction: &str, kind: &str, body: Value) -> Value {
    json!({
        "link": "ewc", "direction": direction, "event": "frame",
        "shape": { "apiVersion": "1.0", "type": kind, "body": body },
    })
}

fn answer(trace: &[Value], subject: &str) -> Option<String> {
    let fact = facts(trace).into_iter().find(|fact| fact.subject == subject);
    fact.expect("there is such a fact").answer
}

#[test]
fn nothing_is_told_of_an_empty_trace() {
    for fact in facts(&[]) {
        assert_eq!(fact.answer, None, "{}", fact.subject);
    }
}

#[test]
fn the_unit_of_timestamps_is_told_by_method() {
    let trace = [
        line("in", "notification", json!({ "method": "newMessage", "timestamp": "number 10" })),
        line("in", "notification", json!({ "method": "pagePush", "timestamp": "number 13" })),
    ];
    let told = answer(&trace, "unit of timestamps").unwrap();
    assert_eq!(told, "milliseconds in pagePush; seconds in newMessage");
}

#[test]
fn acknowledgements_and_echoes_are_counted() {
    let mut trace = vec![
        line("out", "request", json!({ "method": "agentLogin", "agentId": "id aa" })),
        line("out", "request", json!({ "method": "newMessage", "guid": "id 01" })),
    ];
    assert_eq!(answer(&trace, "own lines sent back").unwrap(), "no");
    assert_eq!(answer(&trace, "acknowledgement of newMessage").unwrap(), "0 for 1 lines");
    trace.push(line("in", "acknowledgement", json!({ "method": "newMessage" })));
    let own = |kind: &str| json!({ "method": "newMessage", "messageType": kind, "sender": { "agentId": "id aa" } });
    trace.push(line("in", "notification", own("welcomeMessage")));
    assert_eq!(answer(&trace, "own lines sent back").unwrap(), "no");
    trace.push(line("in", "notification", own("normal")));
    assert_eq!(answer(&trace, "own lines sent back").unwrap(), "yes");
    assert_eq!(answer(&trace, "acknowledgement of newMessage").unwrap(), "1 for 1 lines");
}

#[test]
fn keys_and_lists_are_told_as_they_are_spelt() {
    let timers =
        json!({ "method": "agentJoinRoom", "timerList": { "keepAliveTime inSeconds": 60 } });
    let lists = json!({ "method": "getDestinations", "destinations": [] });
    let trace = [line("in", "notification", timers), line("in", "notification", lists)];
    assert_eq!(answer(&trace, "spelling of timers").unwrap(), "X inSeconds");
    assert_eq!(answer(&trace, "name of the list in getDestinations").unwrap(), "destinations");
}

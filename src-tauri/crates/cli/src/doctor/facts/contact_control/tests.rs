//! Facts about the contact server, out of outlines of envelopes.

use serde_json::{Value, json};

use super::facts;

fn exchange(number: u64, action: &str, status: &str, outline: &str) -> [Value; 2] {
    let action = format!("http://www.nortel.com/soa/oi/cct/{action}");
    [
        json!({ "link": "cct", "direction": "out", "event": "call", "number": number, "detail": action }),
        json!({
            "link": "cct", "direction": "in", "event": "reply", "number": number,
            "detail": status, "bytes": outline.len(), "shape": outline,
        }),
    ]
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
fn a_sign_in_tells_how_the_agent_gets_in() {
    let terminals = "Envelope(Body(GetAgentTerminalsResponse(terminals(terminalName=id 1 \
                     provider(providerName=CCMM) status))))";
    let fault = "Envelope(Body(Fault(faultcode=text 3 detail(LoginException(ErrorCode=text 1)))))";
    let trace = [
        exchange(1, "SessionService/GetAgentTerminals", "200", terminals),
        exchange(2, "AgentService/IsLoggedIn", "200", "Envelope(Body(R(response=false)))"),
        exchange(3, "AgentService/Login", "500", fault),
        exchange(4, "AgentTerminalService/Login", "202", ""),
    ]
    .concat();
    assert_eq!(answer(&trace, "terminals before the agent's log-in").unwrap(), "1 listed");
    assert_eq!(
        answer(&trace, "log-in of the agent").unwrap(),
        "AgentService/Login is refused, AgentTerminalService/Login works"
    );
    assert_eq!(answer(&trace, "answers without a result").unwrap(), "no byte");
    assert_eq!(answer(&trace, "provider of terminals").unwrap(), "CCMM");
    assert_eq!(answer(&trace, "status of terminals and addresses").unwrap(), "an empty element");
    assert_eq!(
        answer(&trace, "faults").unwrap(),
        "AgentService/Login answers HTTP 500 with LoginException"
    );
}

#[test]
fn notices_tell_their_kinds_and_batches() {
    let one = "NotificationMessage(Message(EventType=CONNECTION_STATE ConnectionStateEvent))";
    let two = "NotificationMessage(Message(EventType=TERMINAL_CONNECTION_STATE))";
    let body = format!("Envelope(Body(Notify({one} {two})))");
    let trace = [json!({ "link": "cct", "direction": "in", "event": "notified", "shape": body })];
    assert_eq!(
        answer(&trace, "events that are pushed").unwrap(),
        "CONNECTION_STATE, TERMINAL_CONNECTION_STATE"
    );
    assert_eq!(answer(&trace, "events in one message").unwrap(), "2 at most");
}

//! Each schema takes its own fixture, and refuses it with a field missing, added or of another type.

use contact_center_sim::schema::{Door, Way, check, check_named, names};
use serde_json::{Value, json};

/// Frames and bodies that fit, one per schema, by name.
fn fixtures() -> Vec<(&'static str, Value)> {
    let sender = || json!({ "type": "agent", "agentId": "00123" });
    let reasons =
        || json!({ "defaultReasonCode": 2, "codes": [{ "id": 2, "closedReason": "all clear" }] });
    let people = || json!([{ "id": "123", "name": "Bea", "type": "active_participant" }]);
    let at = 1_790_000_000;
    let agent_requests = [
        (
            "agentLogin",
            json!({ "agentId": "00123", "password": "p", "reconnect": true, "clientType": "custom" }),
        ),
        ("agentLogout", json!({})),
        ("agentJoinRoom", json!({ "guid": 5, "joinType": "observe" })),
        ("screenPops", json!({})),
        ("isTyping", json!({ "guid": 5, "messageType": "whisper", "isTyping": false })),
        ("newMessage", json!({ "guid": 5, "message": "hi", "messageType": "normal" })),
        (
            "pagePush",
            json!({ "guid": 5, "url": "www.example.org", "destination": "newBrowserTab" }),
        ),
        ("agentQuitChat", json!({ "guid": 5 })),
        (
            "agentSetClosedReason",
            json!({ "guid": 5, "closedReasonCode": 2, "agentNote": "", "sendTranscript": true }),
        ),
        ("customerHistory", json!({ "guid": 5, "amount": 3 })),
        ("getDestinations", json!({ "guid": 5 })),
        (
            "operationRequest",
            json!({ "guid": 5, "destinationType": "barge", "destinationId": "7" }),
        ),
        ("changeConferenceOwner", json!({ "guid": 5 })),
        ("leaveRoom", json!({ "guid": 5 })),
        ("dropPassiveParticipant", json!({ "guid": 5 })),
        ("conferenceClose", json!({ "guid": 5 })),
        ("agentData", json!({})),
    ];
    let agent_notifications = [
        ("agentLogin", json!({ "loginSuccess": false })),
        ("agentJoinRoom", room()),
        (
            "screenPops",
            json!({ "screenPops": [{ "name": "n", "path": "p %VALUE%", "forceLaunch": true }] }),
        ),
        (
            "isTyping",
            json!({ "sender": { "type": "customer" }, "guid": "5", "displayName": "Al",
                    "timestamp": at, "isTyping": true, "messageType": "normal" }),
        ),
        (
            "newMessage",
            json!({ "sender": sender(), "guid": 5, "displayName": "Al", "timestamp": at,
                    "message": "hi", "messageType": "comfortMessage" }),
        ),
        ("agentQuitChat", json!({ "guid": 5, "closedReasonCodes": reasons() })),
        ("customerDisconnect", json!({ "guid": 5, "timestamp": at })),
        ("agentSetClosedReason", json!({ "guid": 5, "accepted": true })),
        (
            "customerHistory",
            json!({ "guid": 5, "history": [{ "startTime": at, "transcript": "t", "source": null,
                    "contactType": "EMail" }] }),
        ),
        (
            "pagePush",
            json!({ "guid": 5, "sender": sender(), "displayName": "Al", "url": "u", "timestamp": at }),
        ),
        (
            "getDestinations",
            json!({ "guid": 5, "allowTransferToSkillset": true, "allowTransferToAgent": false,
                    "queues": [{ "queueName": "q", "queueId": 1, "queueCCMSId": 2, "routepoint": "r",
                                 "agents": [{ "agentId": "7", "displayName": "Bo" }] }] }),
        ),
        ("operationRequest", json!({ "guid": 5, "success": true })),
        (
            "activeAgentNotification",
            json!({ "guid": 5, "agentId": "7", "userType": "passive_participant" }),
        ),
        ("changeConferenceOwner", json!({ "guid": 5, "newOwner": "7" })),
        ("exitRoom", json!({ "guid": 5, "agentId": "7", "scenario": "dropped" })),
        ("agentData", board()),
        ("supervisorBarge", json!({ "guid": 5, "supervisorId": "7" })),
        ("customerConnectionStatus", json!({ "guid": 5, "isConnected": true, "timestamp": at })),
    ];
    let customer_requests = [
        (
            "requestChat",
            json!({ "guid": null, "authenticationKey": null, "deviceType": "d",
                    "requestTranscript": false, "intrinsics": { "skillset": "s" } }),
        ),
        ("queueStatus", json!({})),
        ("isTyping", json!({ "isTyping": true })),
        ("newMessage", json!({ "message": "hi" })),
        ("closeConversation", json!({})),
        ("newPushPageMessage", json!({ "pagePushURL": "u" })),
        ("ping", json!({})),
    ];
    let customer_notifications = [
        (
            "requestChat",
            json!({ "guid": 5, "authenticationKey": "k", "intrinsics": { "name": "Al" },
                    "webOnHoldComfortGroups": [], "webOnHoldURLs": [] }),
        ),
        ("queueStatus", json!({ "positionInQueue": 0, "estimatedWaitTime": 20 })),
        (
            "newParticipant",
            json!({ "agentId": "7", "displayName": "Bo", "role": "supervisor",
                    "numberOfParticipants": 1, "participants": people() }),
        ),
        (
            "participantLeave",
            json!({ "agentId": "7", "endChatFlag": true, "numberOfParticipants": 1, "participants": people() }),
        ),
        (
            "isTyping",
            json!({ "agentId": "7", "displayName": "Bo", "isTyping": true, "timestamp": at }),
        ),
        (
            "newMessage",
            json!({ "displayName": "Bo", "timestamp": at, "message": "m", "messageType": "normal" }),
        ),
        ("closeConversation", json!({ "result": true })),
        (
            "newPushPageMessage",
            json!({ "displayName": "Bo", "pagePushURL": "u", "pagePushDestination": "newTab", "timestamp": at }),
        ),
        ("ping", json!({})),
    ];
    let rest = [
        ("currentqueue-request", json!({ "skillset": "" })),
        (
            "currentqueue-response",
            json!({ "apiVersion": "1.0", "type": "notification", "body": { "method": "queueMetrics",
                "metrics": [{ "queueName": "q", "availableAgentsInQueue": 1, "customersInQueue": 0,
                              "maxConcurrentChats": 50 }] } }),
        ),
        ("getSkillsets-request", json!({ "method": "getSkillsets" })),
        ("getSkillsets-response", json!({ "OB": "label" })),
        (
            "callBack-request",
            json!({ "method": "callBack", "phone": "1", "countryCode": "+1", "skillset": "OB", "date": at }),
        ),
        ("callBack-response", json!({ "status": "ok" })),
    ];
    let mut all = Vec::new();
    let mut put = |folder: &str, kind: &str, list: &[(&str, Value)]| {
        for (method, fields) in list {
            let name = names().find(|name| *name == format!("{folder}/{method}"));
            let name = name.unwrap_or_else(|| panic!("no schema {folder}/{method}"));
            all.push((name, frame(kind, method, fields)));
        }
    };
    put("agent/request", "request", &agent_requests);
    put("agent/notification", "notification", &agent_notifications);
    put("customer/request", "request", &customer_requests);
    put("customer/notification", "notification", &customer_notifications);
    for (name, body) in rest {
        let full = names().find(|known| *known == format!("customer/rest/{name}"));
        all.push((full.expect("a schema"), body));
    }
    all.push((
        "agent/acknowledgement/any",
        frame("acknowledgement", "newMessage", &json!({ "guid": 5, "accepted": true })),
    ));
    let error = json!({ "code": 1, "errorMessage": "no" });
    all.push(("agent/error/any", frame("error", "newMessage", &error)));
    all.push(("customer/error/any", frame("error", "newMessage", &error)));
    all
}

fn frame(kind: &str, method: &str, fields: &Value) -> Value {
    let mut body = fields.clone();
    body["method"] = json!(method);
    json!({ "apiVersion": "1.0", "type": kind, "body": body })
}

fn room() -> Value {
    json!({
        "guid": 5, "deviceType": "d", "previousTranscripts": 2,
        "conversationTranscript": { "messages": [
            { "type": "message", "sender": { "type": "customer" }, "displayName": "Al",
              "timestamp": 1, "message": "hi", "messageType": "normal" },
            { "type": "pagePush", "sender": { "type": "agent", "agentId": "7" }, "displayName": "Bo",
              "timestamp": 1, "url": "u", "destination": "newTab" },
        ] },
        "currentParticipantList": { "participants": [
            { "agentId": "00123", "userType": "active_participant" }
        ] },
        "timerList": {
            "keepAliveTime_inSeconds": 1, "desirableResponseToCust inSeconds": 1,
            "desirableResponseToAgent_inSeconds": 1, "consultRequestTimeout_inSeconds": 1,
            "forceIdleCustomerCheck": false, "forceIdleCustomerCheckTimeout_inSeconds": 1,
            "saveTimestampOnMessages": true, "saveChatHistory": true,
            "concurrentChatsLimitPerCustomer": 3, "requestedCallBacksLimitPerCustomer": 3,
            "emailChatLogToCustomer": true
        },
        "resources": { "agentLabel": "a", "customerLabel": "c" },
        "frequentlyUsedPhraseList": [
            { "skillset": "all", "phrases": [{ "name": "n", "phraseText": "t" }] }
        ],
        "pagePushURLList": [{ "skillset": "all", "urls": [{ "url": "u", "description": "d" }] }]
    })
}

fn board() -> Value {
    json!({
        "thresholds": {
            "conversationLength_inSeconds": { "threshold": 1, "priority": 1 },
            "numberOfAgentMessages": { "threshold": 5, "priority": 4 }
        },
        "agents": [{ "agentId": "7", "displayName": "Bo", "conversations": [
            { "guid": 5, "conversationLength_inSeconds": 1, "lastMessageOut inSeconds": 1,
              "lastMessageIn_inSeconds": 1, "numberOfAgentMessages": 1,
              "numberOfUnansweredCustomerMessages": 0 }
        ] }]
    })
}

#[test]
fn every_schema_takes_its_own_fixture() {
    let fixtures = fixtures();
    for name in names() {
        let own: Vec<_> = fixtures.iter().filter(|(known, _)| *known == name).collect();
        assert_eq!(own.len(), 1, "{name} has one fixture");
        assert_eq!(check_named(name, &own[0].1), Ok(()), "{name}");
    }
}

/// Fields that a frame may lack.
fn optional(name: &str, field: &str) -> bool {
    matches!(
        (name, field),
        ("customer/request/requestChat", "guid" | "authenticationKey" | "requestTranscript")
            | ("agent/acknowledgement/any", "guid")
            | ("agent/error/any" | "customer/error/any", "method")
    )
}

#[test]
fn every_schema_refuses_broken_frames() {
    for (name, fixture) in fixtures().into_iter().filter(|(name, _)| !name.contains("/rest/")) {
        for top in ["apiVersion", "type", "body"] {
            let mut broken = fixture.clone();
            broken.as_object_mut().unwrap().remove(top);
            check_named(name, &broken).expect_err(&format!("{name} without {top}"));
        }
        let fields: Vec<_> = fixture["body"].as_object().unwrap().keys().cloned().collect();
        for field in fields {
            let mut broken = fixture.clone();
            broken["body"].as_object_mut().unwrap().remove(&field);
            if !optional(name, &field) {
                check_named(name, &broken).expect_err(&format!("{name} without {field}"));
            }
            broken["body"][&field] = json!([[]]);
            check_named(name, &broken).expect_err(&format!("{name} with a list as {field}"));
        }
        let mut broken = fixture.clone();
        broken["extra"] = json!(1);
        check_named(name, &broken).expect_err(&format!("{name} with something beside the body"));
        if name.starts_with("agent/request/") {
            let mut broken = fixture.clone();
            broken["body"]["extra"] = json!(1);
            check_named(name, &broken).expect_err(&format!("{name} with an extra field"));
        }
    }
}

#[test]
fn limits_and_alternatives() {
    let say = |text: &str| {
        let fields = json!({ "guid": 5, "message": text, "messageType": "normal" });
        check(Door::Agent, Way::In, &frame("request", "newMessage", &fields))
    };
    assert_eq!(say(&"é".repeat(10_000)), Ok(()), "10000 characters, not bytes");
    say(&"é".repeat(10_001)).expect_err("one too many");
    say("").expect_err("nothing");
    let fields = json!({ "guid": 5, "joinType": "spy" });
    check(Door::Agent, Way::In, &frame("request", "agentJoinRoom", &fields)).expect_err("unknown");
    let unknown = check(Door::Agent, Way::In, &frame("request", "agentDance", &json!({})));
    assert_eq!(unknown.expect_err("unknown").what, "unknown method");
    let secret = check(
        Door::Customer,
        Way::In,
        &frame("request", "newMessage", &json!({ "message": { "pin": "4711" } })),
    );
    let words = secret.expect_err("no text").to_string();
    assert!(!words.contains("4711"), "an error names no values: {words}");
    let ping =
        json!({ "apiVersion": 1.0, "type": "request", "body": { "method": "ping", "n": 1 } });
    assert_eq!(check(Door::Customer, Way::In, &ping), Ok(()), "pages may send more, and a number");
    check(Door::Agent, Way::In, &json!([])).expect_err("not an object");
}

//! Every switch: what goes over the wire with it, against what goes without.

use contact_center_sim::center::{
    ChatAnswer, CustomerDisconnect, CustomerRoleKey, DestinationsKey, Entities, ExitNotices,
    KeySpelling, ObserverLeaves, Quirks, Refusals, Timestamps,
};
use serde_json::{Value, json};

use crate::stage::{ANN, SAM, Stage, TOM};

fn stage(change: impl FnOnce(&mut Quirks)) -> Stage {
    let mut stage = Stage::new();
    stage.quirks(change);
    stage.ready(ANN);
    stage.ready(TOM);
    stage.log_in(SAM, false);
    stage.clear();
    stage
}

fn last(stage: &Stage, method: &str) -> Value {
    let found = stage.frames.iter().rfind(|frame| frame["body"]["method"] == method);
    found.unwrap_or_else(|| panic!("no {method}")).clone()
}

#[test]
fn acknowledgements_and_echo() {
    let mut stage = stage(|quirks| {
        quirks.acknowledge = false;
        quirks.acknowledge_typing = true;
        quirks.acknowledge_pages = true;
        quirks.echo_own_messages = true;
        quirks.echo_own_pages = true;
    });
    let guid = stage.served();
    stage.say(ANN, guid, "normal", "hi");
    assert_eq!(stage.take(), ["20001 < newMessage normal 20001: hi", "C < newMessage normal: hi"]);
    stage.agent(
        ANN,
        "isTyping",
        json!({ "guid": guid, "messageType": "normal", "isTyping": true }),
    );
    assert_eq!(stage.take(), ["20001 < ack isTyping", "C < isTyping 20001 true"]);
    let page =
        json!({ "guid": guid, "url": "https://demo.example/", "destination": "newBrowserTab" });
    stage.agent(ANN, "pagePush", page);
    assert_eq!(
        stage.take(),
        [
            "20001 < ack pagePush",
            "20001 < pagePush 20001 https://demo.example/",
            "C < newPushPageMessage https://demo.example/",
        ]
    );
}

#[test]
fn verbs_can_be_acknowledged() {
    let mut stage = stage(|quirks| quirks.acknowledge_verbs = true);
    let guid = stage.consulting();
    stage.verb(TOM, "leaveRoom", guid);
    assert_eq!(stage.take()[0], "20002 < ack leaveRoom");
    stage.close(ANN, guid);
    stage.clear();
    stage.agent(ANN, "agentLogout", json!({}));
    assert_eq!(stage.take(), ["20001 < ack agentLogout"]);
}

#[test]
fn timestamps_ids_and_keys() {
    let at = 1_790_000_000_000_i64;
    for (timestamps, line, page) in [
        (Timestamps::Seconds, at / 1000, at / 1000),
        (Timestamps::Milliseconds, at, at),
        (Timestamps::Mixed, at / 1000, at),
    ] {
        let mut stage = stage(|quirks| quirks.timestamps = timestamps);
        let guid = stage.served();
        stage.customer(guid, "newMessage", json!({ "message": "hi" }));
        assert_eq!(last(&stage, "newMessage")["body"]["timestamp"], line, "{timestamps:?}");
        stage.customer(guid, "newPushPageMessage", json!({ "pagePushURL": "demo.example" }));
        let pushed = last(&stage, "pagePush");
        assert_eq!(pushed["body"]["timestamp"], page, "{timestamps:?}");
        assert!(pushed["body"].get("destination").is_none(), "a customer's push names none");
    }
    let mut stage = stage(|quirks| {
        quirks.ids_as_strings = true;
        quirks.agent_ids_as_numbers = true;
        quirks.key_spelling = KeySpelling::Space;
        quirks.save_timestamp_on_messages = false;
    });
    let guid = stage.served();
    stage.customer(guid, "newMessage", json!({ "message": "hi" }));
    stage.join(ANN, guid, "active");
    let room = last(&stage, "agentJoinRoom");
    assert_eq!(room["body"]["guid"], guid.to_string());
    assert_eq!(room["body"]["timerList"]["keepAliveTime inSeconds"], 60);
    assert_eq!(room["body"]["timerList"]["saveTimestampOnMessages"], false);
    assert_eq!(room["body"]["currentParticipantList"]["participants"][0]["agentId"], 20001);
    assert!(room["body"]["conversationTranscript"]["messages"][0].get("timestamp").is_none());
}

#[test]
fn entities_in_customers_text() {
    for (entities, text) in [
        (Entities::None, "a < b & c"),
        (Entities::Once, "a &lt; b &amp; c"),
        (Entities::Twice, "a &amp;lt; b &amp;amp; c"),
    ] {
        let mut stage = stage(|quirks| quirks.entities = entities);
        let guid = stage.served();
        stage.customer(guid, "newMessage", json!({ "message": "a < b & c" }));
        assert_eq!(last(&stage, "newMessage")["body"]["message"], text);
        stage.say(ANN, guid, "normal", "x < y");
        assert_eq!(last(&stage, "newMessage")["body"]["message"], "x < y", "agents' text is left");
    }
}

#[test]
fn the_key_of_destinations() {
    for (key, name) in [
        (DestinationsKey::Queues, "queues"),
        (DestinationsKey::Destinations, "destinations"),
        (DestinationsKey::Other, "skillsets"),
    ] {
        let mut stage = stage(|quirks| quirks.destinations_key = key);
        let guid = stage.served();
        stage.verb(ANN, "getDestinations", guid);
        let body = last(&stage, "getDestinations")["body"].clone();
        assert_eq!(body[name][1]["queueName"], "WC_Travel");
        assert_eq!(
            body[name][1]["agents"],
            json!([{ "agentId": TOM, "displayName": "Tom Brand" }])
        );
    }
}

#[test]
fn observers() {
    let mut stage = stage(|quirks| {
        quirks.observer_may_whisper = false;
        quirks.observer_leaves = ObserverLeaves::AgentQuitChat;
        quirks.barge_needs_own_id = true;
    });
    let guid = stage.served();
    stage.join(SAM, guid, "observe");
    stage.clear();
    stage.say(SAM, guid, "whisper", "psst");
    assert_eq!(stage.take(), ["20090 < error newMessage 1: an observer may not whisper"]);
    stage.operate(SAM, guid, "barge", ANN);
    assert_eq!(stage.take(), ["20090 < operationRequest false"]);
    stage.verb(SAM, "leaveRoom", guid);
    assert_eq!(stage.take(), ["20090 < error leaveRoom 1: an observer leaves with agentQuitChat"]);
    stage.verb(SAM, "agentQuitChat", guid);
    assert_eq!(stage.take(), ["20001 < exitRoom 20090 stopped observing"]);
}

#[test]
fn a_barge_may_give_a_leg() {
    let mut stage = stage(|quirks| quirks.barge_gives_leg = true);
    stage.ready(SAM);
    let guid = stage.served();
    stage.join(SAM, guid, "observe");
    stage.clear();
    stage.operate(SAM, guid, "barge", SAM);
    let heard = stage.take();
    assert_eq!(heard[2..4], ["cct 20090 offered Default", "cct 20090 answered"]);
    stage.close(SAM, guid);
    assert!(stage.take().contains(&"cct 20090 dropped Closed".to_owned()));
}

#[test]
fn refusals_and_consults() {
    let mut stage = stage(|quirks| {
        quirks.refusals = Refusals::Error;
        quirks.consult_init_reason = false;
        quirks.passive_shown_to_customer = true;
        quirks.transfer_exit_notice = false;
        quirks.customer_role_key = CustomerRoleKey::ParticipantRole;
    });
    let guid = stage.served();
    stage.operate(ANN, guid, "agent", TOM);
    assert_eq!(stage.take(), ["20001 < error operationRequest 1: consult this agent first"]);
    stage.operate(ANN, guid, "consult", TOM);
    assert_eq!(stage.take()[1], "cct 20002 offered Default");
    stage.answer(TOM, guid);
    stage.join(TOM, guid, "consult");
    assert_eq!(stage.take()[3], "C < newParticipant 20002 null [20001,20002]");
    assert_eq!(last(&stage, "newParticipant")["body"]["participantRole"], "passive_participant");
    stage.operate(ANN, guid, "agent", TOM);
    assert!(!stage.take().iter().any(|line| line.contains("exitRoom")));
}

#[test]
fn notices_that_may_be_missing() {
    let mut stage = stage(|quirks| {
        quirks.conference_active_notice = false;
        quirks.consult_end_notice = false;
        quirks.exit_notices = ExitNotices::ThrownOutOnly;
    });
    let guid = stage.served();
    stage.operate(ANN, guid, "consult", TOM);
    stage.clear();
    stage.pass(40_000);
    assert_eq!(stage.take(), ["cct 20002 dropped Abandoned"]);
    stage.operate(ANN, guid, "consult", TOM);
    stage.answer(TOM, guid);
    stage.join(TOM, guid, "consult");
    stage.clear();
    stage.operate(ANN, guid, "conference", TOM);
    assert_eq!(stage.take().len(), 2, "the answer, and the customer's newParticipant");
    stage.verb(TOM, "leaveRoom", guid);
    assert!(!stage.take().iter().any(|line| line.contains("exitRoom")));

    let mut stage = self::stage(|quirks| quirks.exit_notices = ExitNotices::Everyone);
    let guid = stage.consulting();
    stage.verb(ANN, "dropPassiveParticipant", guid);
    let heard = stage.take();
    assert_eq!(heard[0], "20002 < exitRoom 20002 dropped by conference owner");
    assert_eq!(heard[1], "20001 < exitRoom 20002 dropped by conference owner");
}

#[test]
fn pushed_boards_and_repeated_agents() {
    let mut stage = stage(|quirks| {
        quirks.agent_data_push_ms = Some(5_000);
        quirks.agent_data_repeats_agents = true;
    });
    let guid = stage.served();
    let more = stage.ask("b@example.org", "WC_Sales").expect("a chat");
    stage.port(|center| {
        use contact_center_sim::center::CctPort;
        if center.agent_contacts(ANN).iter().any(|leg| leg.guid == more) {
            center.answer(ANN, more).expect("answer");
        } else {
            center.answer(TOM, more).expect("answer");
        }
    });
    let server = stage.center.snapshot()["agents"][0]["legs"].as_array().map_or(0, Vec::len);
    let who = if server == 2 { ANN } else { TOM };
    stage.join(who, more, "active");
    stage.clear();
    stage.pass(4_999);
    assert!(stage.take().is_empty());
    stage.pass(1);
    assert_eq!(stage.take(), ["20090 < agentData"]);
    stage.pass(10_000);
    assert_eq!(stage.take(), ["20090 < agentData", "20090 < agentData"]);
    let board = last(&stage, "agentData")["body"].clone();
    let rows: Vec<_> = board["agents"].as_array().expect("rows").iter().collect();
    let chats: usize = rows.iter().map(|row| row["conversations"].as_array().unwrap().len()).sum();
    assert_eq!(chats, 2);
    assert!(rows.iter().any(|row| row["conversations"][0]["guid"] == guid));
    assert_eq!(
        board["thresholds"]["lastMessageOut_inSeconds"],
        json!({ "threshold": 90, "priority": 2 })
    );
}

#[test]
fn closing() {
    let mut stage = stage(|quirks| {
        quirks.customer_disconnect = CustomerDisconnect::WithoutReasons;
        quirks.leg_ends_with_close = false;
        quirks.closed_reason_required = false;
        quirks.messages_after_quit = false;
    });
    let guid = stage.served();
    stage.customer(guid, "closeConversation", json!({}));
    assert!(last(&stage, "customerDisconnect")["body"].get("closedReasonCodes").is_none());
    stage.clear();
    stage.reason(ANN, guid, 0);
    let refusal = "20001 < error agentSetClosedReason 1: ask to quit first: send agentQuitChat";
    assert_eq!(stage.take(), [refusal]);
    stage.verb(ANN, "agentQuitChat", guid);
    stage.reason(ANN, guid, 0);
    assert_eq!(stage.take(), ["20001 < agentQuitChat", "20001 < agentSetClosedReason true"]);
    use contact_center_sim::center::CctPort;
    stage.port(|center| center.disconnect(ANN, guid)).expect("the desktop ends the leg");

    let guid = stage.served();
    stage.verb(ANN, "agentQuitChat", guid);
    stage.clear();
    stage.customer(guid, "newMessage", json!({ "message": "wait" }));
    assert!(stage.take().is_empty());
}

#[test]
fn the_answer_to_a_chat_request() {
    let mut stage = stage(|quirks| {
        quirks.chat_answer = ChatAnswer::NewChatAcknowledgement;
        quirks.participants_on_reconnect = false;
    });
    let guid = stage.served();
    assert_eq!(last(&stage, "requestChat")["type"], "newChatAcknowledgement");
    stage.lose_customer(guid);
    stage.clear();
    stage.resume(guid, &format!("key-of-{guid}"));
    assert_eq!(stage.take(), ["C < requestChat", "20001 < customerConnectionStatus true"]);
}

#[test]
fn a_partial_set_of_switches_keeps_the_rest() {
    let some: Quirks = serde_json::from_value(json!({ "acknowledge": false })).expect("it reads");
    assert_eq!(some, Quirks { acknowledge: false, ..Quirks::default() });
    serde_json::from_value::<Quirks>(json!({ "acknowlege": false }))
        .expect_err("typos are refused");
}

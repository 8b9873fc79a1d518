//! Queues, offers, limits, lost connections, timers and what is kept: the rules in virtual time.

use contact_center_sim::center::{CctPort, CctRefusal};
use contact_center_sim::demo;
use serde_json::json;

use crate::stage::{ANN, SAM, Stage, TOM};

fn key(guid: u64) -> String {
    format!("key-of-{guid}")
}

#[test]
fn nothing_is_offered_before_an_agent_is_logged_in_and_ready() {
    let mut stage = Stage::new();
    stage.ask("kim@example.org", "WC_Sales").expect("a chat");
    assert_eq!(stage.take(), ["C < requestChat"]);
    stage.port(|center| center.agent_login(ANN)).expect("login");
    assert_eq!(stage.take(), ["cct 20001 logged in", "cct 20001 not ready -"]);
    stage.port(|center| center.set_ready(ANN, true)).expect("ready");
    assert_eq!(stage.take(), ["cct 20001 ready", "cct 20001 offered Default"]);
    assert_eq!(stage.port(|center| center.agent_logout(ANN)), Err(CctRefusal::ContactOpen));
}

#[test]
fn the_longest_waiting_goes_to_the_longest_idle_up_to_the_limit() {
    let mut stage = Stage::new();
    stage.ready(TOM);
    stage.pass(10);
    stage.ready(ANN);
    let first = stage.ask("a@example.org", "WC_Sales").expect("a chat");
    assert_eq!(stage.take()[1], "cct 20002 offered Default", "Tom idles longer");
    stage.ask("b@example.org", "WC_Sales").expect("a chat");
    assert_eq!(stage.take()[1], "cct 20001 offered Default", "Ann has none yet");
    for who in ["c", "d", "e", "f"] {
        stage.ask(&format!("{who}@example.org"), "WC_Sales").expect("a chat");
    }
    stage.clear();
    let waiting = stage.ask("g@example.org", "WC_Sales").expect("a chat");
    assert_eq!(stage.take(), ["C < requestChat"], "three each is the limit");
    stage.customer(waiting, "queueStatus", json!({}));
    assert_eq!(stage.take(), ["C < queueStatus 1 75"]);
    let holder = stage.center.agent_contacts(TOM).iter().any(|leg| leg.guid == first);
    assert!(holder, "several alert at once");
}

#[test]
fn rejecting_one_returns_all_that_alert_and_keeps_what_is_answered() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    let served = stage.served();
    let second = stage.ask("b@example.org", "WC_Sales").expect("a chat");
    let third = stage.ask("c@example.org", "WC_Sales").expect("a chat");
    let late = stage.ask("d@example.org", "WC_Sales").expect("a chat");
    stage.clear();
    stage.port(|center| center.reject(ANN, third)).expect("reject");
    assert_eq!(
        stage.take(),
        [
            "cct 20001 not ready -",
            "cct 20001 dropped Rejected",
            "cct 20001 dropped RejectedWithAnother",
        ]
    );
    let left: Vec<_> = stage.center.agent_contacts(ANN).iter().map(|leg| leg.guid).collect();
    assert_eq!(left, [served]);
    stage.customer(second, "queueStatus", json!({}));
    stage.customer(third, "queueStatus", json!({}));
    stage.customer(late, "queueStatus", json!({}));
    let places: Vec<_> = stage.take().iter().map(|line| line[..16].to_owned()).collect();
    assert_eq!(places, ["C < queueStatus ", "C < queueStatus ", "C < queueStatus "]);
    stage.ready(TOM);
    let offered: Vec<_> = stage.center.agent_contacts(TOM).iter().map(|leg| leg.guid).collect();
    assert_eq!(offered, [second, third, late], "returned ones stay in front");
}

#[test]
fn an_offer_alerts_for_ever_and_ends_when_the_customer_leaves() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    let guid = stage.ask("kim@example.org", "WC_Sales").expect("a chat");
    for _ in 0..100 {
        stage.customer(guid, "ping", json!({}));
        stage.pass(60_000);
    }
    stage.clear();
    assert_eq!(stage.center.agent_contacts(ANN).len(), 1);
    stage.customer(guid, "closeConversation", json!({}));
    assert_eq!(
        stage.take(),
        [
            "C < closeConversation true",
            "cct 20001 dropped Abandoned",
            "close 1000 conversation closed",
        ]
    );
}

#[test]
fn reason_codes_belong_to_not_ready() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    assert_eq!(stage.port(|c| c.set_reason_code(ANN, "1283476004")), Err(CctRefusal::Ready));
    stage.port(|c| c.set_ready(ANN, false)).expect("not ready");
    stage.port(|c| c.set_reason_code(ANN, "1283476004")).expect("a code");
    assert_eq!(stage.take(), ["cct 20001 not ready -", "cct 20001 not ready 1283476004"]);
    assert_eq!(stage.port(|c| c.set_ready(TOM, true)), Err(CctRefusal::NotLoggedIn));
    assert_eq!(stage.port(|c| c.set_ready("1", true)), Err(CctRefusal::UnknownAgent));
    let credentials = |user: &str, password: &str, domain: &str| {
        contact_center_sim::Center::new(demo::setup()).cct_login(user, password, domain)
    };
    assert_eq!(credentials("Ann", "demo", "DEMO"), Ok(vec![ANN.to_owned()]));
    assert_eq!(credentials("ann", "Demo", "demo"), Err(CctRefusal::BadCredentials));
}

#[test]
fn limits_are_said_clearly() {
    let mut setup = demo::setup();
    setup.limits.queued_per_skillset = 7;
    let mut stage = Stage::with(setup);
    for _ in 0..5 {
        stage.ask("kim@example.org", "WC_Sales").expect("a chat");
    }
    let sixth = stage.ask("KIM@example.org", "WC_Travel");
    let refusal = "C < error requestChat 1: this customer has too many chats at once";
    assert_eq!(sixth, Err(refusal.to_owned()));
    stage.ask("", "WC_Sales").expect("anonymous customers are not counted");
    stage.ask("", "WC_Sales").expect("a chat");
    let full = stage.ask("b@example.org", "WC_Sales");
    let refusal = "C < error requestChat 1: the queue of this skillset is full";
    assert_eq!(full, Err(refusal.to_owned()));
    let unknown = stage.ask("b@example.org", "WC_Nothing");
    assert_eq!(unknown, Err("C < error requestChat 1: no such skillset".to_owned()));

    let asked = json!({
        "method": "callBack", "email": "kim@example.org", "phone": "1", "countryCode": "+1",
        "skillset": "OB_Bookings", "date": 1_790_000_000,
    });
    for _ in 0..3 {
        stage.center.request_callback(&asked).expect("taken");
    }
    let refused = stage.center.request_callback(&asked);
    assert_eq!(refused, Err("this customer has asked for too many call-backs"));
}

#[test]
fn a_lost_customer_may_come_back_with_the_key_and_misses_nothing() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    let guid = stage.served();
    stage.lose_customer(guid);
    assert_eq!(stage.take(), ["20001 < customerConnectionStatus false"]);
    stage.say(ANN, guid, "normal", "are you there?");
    assert_eq!(stage.take(), ["20001 < ack newMessage"]);
    stage.resume(guid, "wrong");
    assert_eq!(
        stage.take(),
        ["C < error requestChat 2: the session key is invalid or has expired"]
    );
    stage.resume(guid, &key(guid));
    assert_eq!(
        stage.take(),
        [
            "C < requestChat",
            "C < newMessage normal: are you there?",
            "C < newParticipant 20001 active_participant [20001]",
            "20001 < customerConnectionStatus true",
        ]
    );
    stage.lose_customer(guid);
    stage.clear();
    stage.pass(179_999);
    assert!(stage.take().is_empty());
    stage.pass(1);
    assert_eq!(stage.take(), ["20001 < customerDisconnect"]);
    stage.resume(guid, &key(guid));
    assert_eq!(
        stage.take()[0],
        "C < error requestChat 2: the session key is invalid or has expired"
    );
    stage.reason(ANN, guid, 4);
    assert_eq!(stage.take(), ["20001 < agentSetClosedReason true", "cct 20001 dropped Closed"]);
}

#[test]
fn a_customer_who_does_not_ping_is_lost() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    let guid = stage.served();
    stage.pass(60_000);
    stage.customer(guid, "ping", json!({}));
    stage.clear();
    stage.pass(74_999);
    assert!(stage.take().is_empty());
    stage.pass(1);
    assert_eq!(stage.take(), ["close 1001 no ping", "20001 < customerConnectionStatus false"]);
}

#[test]
fn a_lost_agent_socket_keeps_the_room() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    let guid = stage.served();
    stage.lose_agent(ANN);
    stage.customer(guid, "newMessage", json!({ "message": "hello?" }));
    assert!(stage.take().is_empty(), "the customer notices nothing");
    stage.log_in(ANN, true);
    stage.customer(guid, "newMessage", json!({ "message": "anybody?" }));
    stage.join(ANN, guid, "active");
    assert_eq!(
        stage.take(),
        [
            "20001 < agentLogin true",
            "20001 < newMessage normal customer: anybody?",
            "20001 < agentJoinRoom 3 lines, 20001:act",
        ]
    );
    stage.quirks(|quirks| quirks.deliver_before_rejoin = false);
    stage.lose_agent(ANN);
    stage.log_in(ANN, true);
    stage.customer(guid, "newMessage", json!({ "message": "now?" }));
    assert_eq!(stage.take(), ["20001 < agentLogin true"], "held back until the room is joined");
}

#[test]
fn a_fresh_login_has_left_its_rooms_but_keeps_the_contact() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    let guid = stage.served();
    stage.log_in(ANN, false);
    assert_eq!(
        stage.take(),
        [
            "close 1008 logged in elsewhere",
            "C < participantLeave 20001 end=false []",
            "20001 < agentLogin true",
        ]
    );
    stage.say(ANN, guid, "normal", "x");
    assert_eq!(stage.take(), ["20001 < error newMessage 1: you are not in this room"]);
    stage.join(ANN, guid, "active");
    assert_eq!(stage.take()[0], "20001 < agentJoinRoom 1 lines, 20001:act");
}

#[test]
fn a_switch_over_keeps_chats_and_makes_agents_not_ready() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    let guid = stage.served();
    let outputs = stage.center.handle(stage.now, contact_center_sim::center::Input::SwitchOver);
    assert_eq!(outputs.len(), 1);
    let state = stage.center.agent_state(ANN).expect("an agent");
    assert!(state.logged_in && !state.ready);
    assert_eq!(stage.center.agent_contacts(ANN)[0].guid, guid);
}

#[test]
fn a_customer_kept_waiting_is_comforted_once_per_question() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    let guid = stage.served();
    stage.customer(guid, "newMessage", json!({ "message": "well?" }));
    stage.clear();
    stage.pass(60_000);
    assert_eq!(
        stage.take(),
        [
            "20001 < newMessage comfortMessage 20001: I am looking into it and will be right back with you.",
            "C < newMessage comfortMessage: I am looking into it and will be right back with you.",
        ]
    );
    stage.customer(guid, "ping", json!({}));
    stage.clear();
    stage.pass(60_000);
    assert!(stage.take().is_empty());
}

#[test]
fn a_consult_that_nobody_takes_is_withdrawn() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    stage.ready(TOM);
    let guid = stage.served();
    stage.operate(ANN, guid, "consult", TOM);
    stage.clear();
    stage.pass(40_000);
    assert_eq!(
        stage.take(),
        ["cct 20002 dropped Abandoned", "20001 < exitRoom 20002 consult request timed out"]
    );
    stage.operate(ANN, guid, "consult", TOM);
    stage.clear();
    stage.port(|center| center.reject(TOM, guid)).expect("reject");
    assert_eq!(
        stage.take(),
        [
            "cct 20002 not ready -",
            "cct 20002 dropped Rejected",
            "20001 < exitRoom 20002 consult rejected",
        ]
    );
}

#[test]
fn history_holds_what_was_said_and_whispers_apart() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    stage.log_in(SAM, false);
    let guid = stage.served();
    stage.join(SAM, guid, "observe");
    stage.say(SAM, guid, "whisper", "be kind");
    stage.say(ANN, guid, "normal", "hello");
    stage.close(ANN, guid);
    let again = stage.ask("kim@example.org", "WC_Sales").expect("a chat");
    stage.answer(ANN, again);
    stage.join(ANN, again, "active");
    let reply = stage.frames.iter().rfind(|frame| frame["body"]["method"] == "agentJoinRoom");
    assert_eq!(reply.expect("a reply")["body"]["previousTranscripts"], 2);
    stage.clear();
    stage.agent(ANN, "customerHistory", json!({ "guid": again, "amount": 1 }));
    assert_eq!(stage.take(), ["20001 < customerHistory 1"]);
    stage.agent(ANN, "customerHistory", json!({ "guid": again, "amount": 9 }));
    let history = &stage.frames.last().expect("a frame")["body"]["history"];
    let has = |source: &str, text: &str| {
        history.as_array().expect("a list").iter().any(|past| {
            past["source"] == source && past["transcript"].as_str().unwrap().contains(text)
        })
    };
    assert!(has("Text Chat History", "Ann Doyle: hello"));
    assert!(!has("Text Chat History", "be kind"));
    assert!(has("Text Chat History With Whispers", "Sam Hale: be kind"));
}

#[test]
fn a_transcript_is_filtered_before_it_is_stored() {
    let mut setup = demo::setup();
    setup.transcript_filter = Some("http://127.0.0.1:9/filter".to_owned());
    setup.welcome = None;
    let mut stage = Stage::with(setup);
    stage.ready(ANN);
    let guid = stage.served();
    stage.say(ANN, guid, "normal", "your card is 4111");
    stage.close(ANN, guid);
    let (_, mut messages) = stage.filtered.pop().expect("the filter is asked");
    messages["messages"][0]["message"] = json!("your card is ****");
    stage.clear();
    stage.filter_answers(guid, Ok(messages));
    let second = stage.served();
    stage.say(ANN, second, "normal", "unfiltered");
    stage.close(ANN, second);
    stage.clear();
    stage.filter_answers(second, Err("connection refused".to_owned()));
    let note = stage.take();
    assert!(note[0].starts_with("note transcript filter failed"), "{note:?}");
    let third = stage.served();
    stage.agent(ANN, "customerHistory", json!({ "guid": third, "amount": 9 }));
    let history = stage.frames.last().expect("a frame")["body"]["history"].to_string();
    assert!(history.contains("****") && history.contains("unfiltered"), "{history}");
    assert!(!history.contains("4111"));
}

#[test]
fn queue_metrics_count_ready_agents_and_waiting_customers() {
    let mut stage = Stage::new();
    stage.ask("kim@example.org", "WC_Support").expect("a chat");
    stage.ready(ANN);
    let one = stage.center.queue_metrics("WC_Support");
    assert_eq!(
        one["body"]["metrics"],
        json!([{
            "queueName": "WC_Support", "availableAgentsInQueue": 0, "customersInQueue": 1,
            "maxConcurrentChats": 50,
        }])
    );
    let all = stage.center.queue_metrics("");
    assert_eq!(all["body"]["metrics"].as_array().map(Vec::len), Some(3));
}

#[test]
fn ending_the_leg_in_cct_leaves_the_room_or_returns_the_customer() {
    let mut stage = Stage::new();
    stage.ready(ANN);
    let guid = stage.served();
    stage.port(|center| center.disconnect(ANN, guid)).expect("disconnect");
    assert_eq!(
        stage.take(),
        ["cct 20001 dropped Disconnected", "C < participantLeave 20001 end=true []"]
    );
    let guid = stage.ask("b@example.org", "WC_Sales").expect("a chat");
    stage.answer(ANN, guid);
    stage.clear();
    stage.port(|center| center.disconnect(ANN, guid)).expect("disconnect");
    assert_eq!(stage.take(), ["cct 20001 dropped Disconnected", "cct 20001 offered Default"]);
}

#[test]
fn a_thousand_busy_agents_on_one_board() {
    let mut stage = Stage::with(demo::with_crowd(1_000));
    stage.log_in(SAM, false);
    stage.pass(0);
    let chats = stage.port(|center| center.crowd(5));
    assert_eq!(chats, 5_006, "five each, three each for Ann and Tom");
    stage.clear();
    stage.agent(SAM, "agentData", json!({}));
    let board = &stage.frames.last().expect("a frame")["body"]["agents"];
    assert_eq!(board.as_array().map(Vec::len), Some(1_002));
    let guid = board[2]["conversations"][0]["guid"].as_u64().expect("a contact");
    stage.clear();
    stage.join(SAM, guid, "observe");
    assert_eq!(stage.take().len(), 1, "the reply; the agent has no socket");
    stage.port(|center| center.crowd(5));
    stage.pass(3_600_000);
    let open = stage.center.snapshot()["rooms"].as_array().map(Vec::len);
    assert_eq!(open, Some(5_006), "the limit holds, and nobody goes away");
}

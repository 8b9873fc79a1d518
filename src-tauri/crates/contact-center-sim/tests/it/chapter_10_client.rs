//! A customer client written from the guide's chapter 10 and the notes on the reference page alone:
//! raw frames, nothing of this crate but the address. Whoever follows the guide can chat unchanged.

use std::time::Duration;

use contact_center_sim::center::CctPort;
use contact_center_sim::{Options, Simulator};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::agent_client::{AgentClient, LIMIT};

struct Page {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

impl Page {
    async fn open(url: &str) -> Self {
        Self { socket: connect_async(url).await.expect("the socket opens").0 }
    }

    async fn send(&mut self, frame: &str) {
        self.socket.send(Message::text(frame)).await.expect("sent");
    }

    async fn next(&mut self) -> Option<Value> {
        match tokio::time::timeout(LIMIT, self.socket.next()).await.expect("in time") {
            Some(Ok(Message::Text(text))) => Some(serde_json::from_str(&text).expect("JSON")),
            _ => None,
        }
    }

    /// The next frame of a method; others may come before it, as the guide leaves the order open.
    async fn until(&mut self, method: &str) -> Value {
        loop {
            let frame = self.next().await.expect("the socket is open");
            assert_eq!(frame["apiVersion"], "1.0");
            assert_eq!(frame["type"], "notification", "{frame}");
            if frame["body"]["method"] == method {
                return frame["body"].clone();
            }
        }
    }
}

fn request_chat(guid: &str, key: &str) -> String {
    format!(
        r#"{{"apiVersion":"1.0","type":"request","body":{{"method":"requestChat","guid":{guid},
        "authenticationKey":{key},"deviceType":"Mozilla/5.0 (X11; Linux x86_64)",
        "requestTranscript":true,"intrinsics":{{"email":"lee@example.net","name":"Lee",
        "country":"+44","area":"0117","phoneNumber":"4960123","skillset":"WC_Travel",
        "customFields":[{{"title":"address","value":"Bristol"}},{{"title":"locale","value":"en-GB"}}]}}}}}}"#
    )
}

async fn rest(simulator: &Simulator, path: &str, body: &Value) -> Value {
    let url = simulator.page_url.trim_end_matches('/').to_owned() + path;
    let sent = reqwest::Client::new()
        .post(url)
        .header("Content-Type", "application/json")
        .body(body.to_string());
    let text = sent.send().await.expect("answered").text().await.expect("text");
    serde_json::from_str(&text).expect("JSON")
}

#[tokio::test]
async fn the_whole_of_chapter_10() {
    let simulator = Simulator::start(Options::default()).await.expect("it starts");
    let handle = simulator.handle();
    // Queue metrics, outside the chat: closed while nobody is ready, open afterwards.
    let metrics =
        rest(&simulator, "/CustomerControllerWeb/currentqueue", &json!({"skillset": ""})).await;
    let queues = metrics["body"]["metrics"].as_array().expect("queues").clone();
    assert!(queues.iter().all(|queue| queue["availableAgentsInQueue"] == 0));
    handle.with(|center| {
        center.agent_login("20001").expect("login");
    });
    let asked = json!({ "skillset": "WC_Travel" });

    // Request chat, and its notification with key, comfort messages and pages.
    let mut page = Page::open(&simulator.customer_url).await;
    page.send(&request_chat("null", "null")).await;
    let chat = page.until("requestChat").await;
    let (guid, key) = (chat["guid"].clone(), chat["authenticationKey"].clone());
    assert!(guid.is_u64() && key.as_str().is_some_and(|key| key.len() >= 20), "{chat}");
    assert_eq!(chat["intrinsics"]["name"], "Lee");
    assert!(chat["webOnHoldComfortGroups"][0]["messages"][0]["sequence"].is_u64());
    assert!(chat["webOnHoldURLs"][0]["urls"][0]["url"].is_string());

    // Queue status, with the apiVersion as a number, as the reference page sends it.
    page.send(r#"{"apiVersion":1.0,"type":"request","body":{"method":"queueStatus"}}"#).await;
    let status = page.until("queueStatus").await;
    assert_eq!(status["positionInQueue"], 1);
    assert!(status["estimatedWaitTime"].is_u64());

    // Ping is answered by ping.
    page.send(r#"{"apiVersion":"1.0","type":"request","body":{"method":"ping"}}"#).await;
    page.until("ping").await;

    // An agent answers and joins.
    handle.with(|center| center.set_ready("20001", true)).expect("ready");
    let metrics = rest(&simulator, "/CustomerControllerWeb/currentqueue", &asked).await;
    assert_eq!(metrics["body"]["metrics"][0]["availableAgentsInQueue"], 1);
    let id = guid.as_u64().expect("a number");
    handle.with(|center| center.answer("20001", id)).expect("answered");
    let mut agent = AgentClient::logged_in(&simulator.ewc_url, "20001", false).await;
    agent.send("agentJoinRoom", json!({ "guid": id, "joinType": "active" })).await;
    agent.expect("agentJoinRoom").await;
    agent.expect("newMessage").await;
    let joined = page.until("newParticipant").await;
    assert_eq!(joined["displayName"], "Ann Doyle");
    assert_eq!(joined["role"], "active_participant");
    assert_eq!(joined["numberOfParticipants"], 1);
    assert_eq!(
        joined["participants"],
        json!([{ "id": "20001", "name": "Ann Doyle", "type": "active_participant" }])
    );
    let welcome = page.until("newMessage").await;
    assert!(welcome["timestamp"].as_i64().is_some_and(|at| at > 100_000_000_000), "milliseconds");

    // Typing, messages and pages, both ways.
    page.send(
        r#"{"apiVersion":"1.0","type":"request","body":{"method":"isTyping","isTyping":true}}"#,
    )
    .await;
    assert_eq!(agent.expect("isTyping").await["isTyping"], true);
    page.send(
        r#"{"apiVersion":"1.0","type":"request","body":{"method":"newMessage","message":"Two seats, please."}}"#,
    )
    .await;
    assert_eq!(agent.expect("newMessage").await["message"], "Two seats, please.");
    page.send(
        r#"{"apiVersion":"1.0","type":"request","body":{"method":"newPushPageMessage","pagePushURL":"www.example.net/tour"}}"#,
    )
    .await;
    assert_eq!(agent.expect("pagePush").await["url"], "www.example.net/tour");
    agent.send("isTyping", json!({ "guid": id, "messageType": "normal", "isTyping": true })).await;
    let typing = page.until("isTyping").await;
    assert_eq!((&typing["agentId"], &typing["isTyping"]), (&json!("20001"), &json!(true)));
    agent
        .send("newMessage", json!({ "guid": id, "message": "Gladly.", "messageType": "normal" }))
        .await;
    assert_eq!(page.until("newMessage").await["message"], "Gladly.");
    let push =
        json!({ "guid": id, "url": "https://demo.example/offers", "destination": "newBrowserTab" });
    agent.send("pagePush", push).await;
    let pushed = page.until("newPushPageMessage").await;
    assert_eq!(pushed["pagePushURL"], "https://demo.example/offers");
    assert_eq!(pushed["pagePushDestination"], "newTab");

    // The connection is lost, and the chat goes on with guid and key on a new one.
    drop(page);
    agent.expect("newMessage").await; // the acknowledgement of the line
    let lost = agent.expect("customerConnectionStatus").await;
    assert_eq!(lost["isConnected"], false);
    let mut page = Page::open(&simulator.customer_url).await;
    page.send(&request_chat(&guid.to_string(), "\"wrong\"")).await;
    let refused = page.next().await.expect("an answer");
    assert_eq!((&refused["type"], &refused["body"]["code"]), (&json!("error"), &json!(2)));
    page.send(&request_chat(&guid.to_string(), &key.to_string())).await;
    assert_eq!(page.until("requestChat").await["guid"], guid);
    assert_eq!(agent.expect("customerConnectionStatus").await["isConnected"], true);

    // An error, then the end.
    page.send(
        r#"{"apiVersion":"1.0","type":"request","body":{"method":"newMessage","message":""}}"#,
    )
    .await;
    let error = loop {
        let frame = page.next().await.expect("open");
        if frame["type"] == "error" {
            break frame["body"].clone();
        }
    };
    assert_eq!((&error["method"], &error["code"]), (&json!("newMessage"), &json!(1)));
    page.send(r#"{"apiVersion":"1.0","type":"request","body":{"method":"closeConversation"}}"#)
        .await;
    assert_eq!(page.until("closeConversation").await["result"], true);
    assert!(page.next().await.is_none(), "the socket closes");
    agent.expect("customerDisconnect").await;

    assert!(simulator.defects().is_empty(), "{:?}", simulator.defects());
}

#[tokio::test]
async fn call_backs() {
    let simulator = Simulator::start(Options::default()).await.expect("it starts");
    let path = "/CustomerControllerWeb/callback";
    let skillsets = rest(&simulator, path, &json!({ "method": "getSkillsets" })).await;
    assert_eq!(skillsets["OB_Bookings"], "Bookings");
    let asked = json!({
        "method": "callBack", "name": "Lee", "phone": "4960123", "email": "lee@example.net",
        "countryCode": "+44", "areaCode": "0117", "skillset": "OB_Bookings", "date": 1_790_000_000,
    });
    for _ in 0..3 {
        assert!(rest(&simulator, path, &asked).await["status"].is_string());
    }
    let refused = rest(&simulator, path, &asked).await;
    assert_eq!(refused["body"]["errorMessage"], "this customer has asked for too many call-backs");
    let state = simulator.control().state();
    assert_eq!(state["callbacks"].as_array().map(Vec::len), Some(3));
}

#[tokio::test]
async fn an_agent_closes_and_the_customer_hears_the_end() {
    let simulator = Simulator::start(Options::default()).await.expect("it starts");
    simulator.handle().with(|center| {
        center.agent_login("20001").expect("login");
        center.set_ready("20001", true).expect("ready");
    });
    let mut page = Page::open(&simulator.customer_url).await;
    page.send(&request_chat("null", "null")).await;
    let id = page.until("requestChat").await["guid"].as_u64().expect("a number");
    simulator.handle().with(|center| center.answer("20001", id)).expect("answered");
    let mut agent = AgentClient::logged_in(&simulator.ewc_url, "20001", false).await;
    agent.send("agentJoinRoom", json!({ "guid": id, "joinType": "active" })).await;
    agent.send("agentQuitChat", json!({ "guid": id })).await;
    let reason =
        json!({ "guid": id, "closedReasonCode": 2, "agentNote": "", "sendTranscript": false });
    agent.send("agentSetClosedReason", reason).await;
    let left = page.until("participantLeave").await;
    assert_eq!((&left["endChatFlag"], &left["numberOfParticipants"]), (&json!(true), &json!(0)));
    let mailed = simulator
        .wait_for(Duration::from_secs(5), |center, _| {
            center.snapshot()["mailed"][0]["asked_by_customer"].as_bool()
        })
        .await;
    assert_eq!(mailed, Ok(true), "the customer had asked for the transcript");
}

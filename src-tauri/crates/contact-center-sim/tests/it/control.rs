//! The control interface over HTTP: who may use it, and what it does.

use contact_center_sim::center::CctPort;
use contact_center_sim::serve::StartError;
use contact_center_sim::{Options, Simulator};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::agent_client::{AgentClient, LIMIT};

fn request(simulator: &Simulator, method: Method, path: &str) -> RequestBuilder {
    reqwest::Client::new().request(method, format!("{}/{path}", simulator.control_url))
}

async fn ask(simulator: &Simulator, method: Method, path: &str, body: Option<Value>) -> Value {
    let mut asked = request(simulator, method, path).bearer_auth(&simulator.token);
    if let Some(body) = body {
        asked = asked.header("Content-Type", "application/json").body(body.to_string());
    }
    let answer = asked.send().await.expect("answered");
    assert_eq!(answer.status(), 200, "{path}");
    serde_json::from_str(&answer.text().await.expect("text")).expect("JSON")
}

#[tokio::test]
async fn only_with_the_token_and_from_no_foreign_page() {
    let simulator = Simulator::start(Options::default()).await.expect("it starts");
    let get = || request(&simulator, Method::GET, "state");
    let own = simulator.control_url.trim_end_matches("/control").to_owned();
    let cases = [
        (get(), 401),
        (get().bearer_auth("wrong"), 401),
        (get().bearer_auth(&simulator.token), 200),
        (get().bearer_auth(&simulator.token).header("Origin", &own), 200),
        (get().bearer_auth(&simulator.token).header("Origin", "https://evil.example"), 403),
        (get().bearer_auth(&simulator.token).header("Origin", "null"), 403),
        (get().bearer_auth(&simulator.token).header("Host", "rebound.example"), 403),
    ];
    for (request, status) in cases {
        assert_eq!(request.send().await.expect("answered").status(), status);
    }
    let open = Options { control: ([0, 0, 0, 0], 0).into(), ..Options::default() };
    let refused = Simulator::start(open).await.map(drop);
    assert!(matches!(refused, Err(StartError::ControlNotLoopback(_))));
}

#[tokio::test]
async fn scripted_customers_switches_log_and_stop() {
    let simulator = Simulator::start(Options::default()).await.expect("it starts");
    simulator.handle().with(|center| {
        center.agent_login("20001").expect("login");
        center.set_ready("20001", true).expect("ready");
    });
    let changed =
        ask(&simulator, Method::POST, "quirks", Some(json!({ "ids_as_strings": true }))).await;
    assert_eq!((&changed["ids_as_strings"], &changed["acknowledge"]), (&json!(true), &json!(true)));
    let mut agent = AgentClient::logged_in(&simulator.ewc_url, "20001", false).await;
    let script = json!({
        "count": 2,
        "chat": { "name": "Customer {n}", "skillset": "WC_Sales" },
        "steps": [
            { "step": "await_agent" },
            { "step": "type", "on": true },
            { "step": "say", "text": "I am number {n}" },
            { "step": "push_page", "url": "www.example.org" },
            { "step": "lose_connection" },
            { "step": "reconnect" },
            { "step": "await_message", "contains": "goodbye" },
            { "step": "leave" },
        ],
    });
    ask(&simulator, Method::POST, "customers", Some(script)).await;
    let both = simulator
        .wait_for(LIMIT, |center, _| {
            let legs = center.agent_contacts("20001");
            (legs.len() == 2).then_some(legs)
        })
        .await
        .expect("two offers");
    for leg in both {
        let guid = leg.guid;
        simulator.handle().with(|center| center.answer("20001", guid)).expect("answer");
        agent.send("agentJoinRoom", json!({ "guid": guid, "joinType": "active" })).await;
        let mut said = Vec::new();
        loop {
            let frame = agent.next().await["body"].clone();
            assert_eq!(frame["guid"], guid.to_string(), "as text");
            said.push(frame["method"].as_str().unwrap_or_default().to_owned());
            if frame["isConnected"] == true {
                break;
            }
        }
        for method in ["isTyping", "newMessage", "pagePush", "customerConnectionStatus"] {
            assert!(said.iter().any(|one| one == method), "{method} in {said:?}");
        }
        let bye = json!({ "guid": guid, "message": "goodbye then", "messageType": "normal" });
        agent.send("newMessage", bye).await;
        agent.expect("newMessage").await;
        agent.expect("customerDisconnect").await;
    }
    let log =
        ask(&simulator, Method::GET, "log?door=agent&agent=20001&method=customerDisconnect", None)
            .await;
    assert_eq!(log.as_array().map(Vec::len), Some(2));
    let last = ask(&simulator, Method::GET, "log?limit=1", None).await;
    let number = last[0]["number"].as_u64().expect("a number");
    let none = ask(&simulator, Method::GET, &format!("log?after={number}&agent=20001"), None).await;
    assert_eq!(none, json!([]));
    let state = ask(&simulator, Method::GET, "state", None).await;
    assert_eq!(state["defects"], 0);
    assert_eq!(state["rooms"].as_array().map(Vec::len), Some(2));

    let typo = request(&simulator, Method::POST, "quirks")
        .bearer_auth(&simulator.token)
        .header("Content-Type", "application/json")
        .body(r#"{"aknowledge":true}"#)
        .send()
        .await
        .expect("answered");
    assert_eq!(typo.status(), 400);
    ask(
        &simulator,
        Method::POST,
        "faults",
        Some(json!({ "fault": "drop_agent", "agent": "20001" })),
    )
    .await;
    assert!(agent.next_text().await.is_none());
    ask(&simulator, Method::POST, "stop", None).await;
    tokio::time::timeout(LIMIT, simulator.stop_asked()).await.expect("asked to stop");
}

#[tokio::test]
async fn contacts_intrinsics_and_walls_over_http() {
    let simulator = Simulator::start(Options::default()).await.expect("it starts");
    simulator.handle().with(|center| {
        center.agent_login("20001").expect("login");
        center.set_ready("20001", true).expect("ready");
    });
    let post = |path: &'static str, body: Value| ask(&simulator, Method::POST, path, Some(body));
    let asked = json!({
        "kind": "call_back", "intrinsics": { "PHONENUMBER": "5550143" }, "can": { "reject": false },
    });
    let guid = post("contacts", asked).await["guid"].as_u64().expect("a number");
    let leg = simulator.handle().with(|center| center.agent_contacts("20001")).remove(0);
    assert_eq!((leg.guid, leg.can.reject, leg.can.answer), (guid, false, true));
    post("intrinsics", json!({ "guid": guid, "intrinsics": { "Loyalty": "gold" } })).await;
    let leg = simulator.handle().with(|center| center.agent_contacts("20001")).remove(0);
    assert!(leg.intrinsics.contains(&("Loyalty".to_owned(), "gold".to_owned())));
    post("contacts/end", json!({ "guid": guid })).await;
    assert!(simulator.handle().with(|center| center.agent_contacts("20001")).is_empty());
    post("wall", json!({ "agents": 12, "chats_each": 2 })).await;
    let mut sam = AgentClient::logged_in(&simulator.ewc_url, "20090", false).await;
    sam.send("agentData", json!({})).await;
    let board = sam.expect("agentData").await;
    assert_eq!(board["agents"].as_array().map(Vec::len), Some(13), "Ann and the wall");
    for (path, body, status) in [
        ("contacts", json!({ "kind": "web_chat" }), 400),
        ("contacts", json!({ "skillset": "none" }), 400),
        ("contacts/end", json!({ "guid": guid }), 404),
        ("intrinsics", json!({ "guid": guid, "intrinsics": {} }), 404),
    ] {
        let refused = request(&simulator, Method::POST, path)
            .bearer_auth(&simulator.token)
            .header("Content-Type", "application/json")
            .body(body.to_string())
            .send()
            .await
            .expect("answered");
        assert_eq!(refused.status(), status, "{path} {body}");
    }
}

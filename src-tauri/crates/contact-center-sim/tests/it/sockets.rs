//! The servers themselves: bad frames, faults, order, TLS, origins, the page.

use contact_center_sim::center::CctPort;
use contact_center_sim::customer::Chat;
use contact_center_sim::log::LineKind;
use contact_center_sim::serve::{Fault, StartError, TlsFiles};
use contact_center_sim::{CustomerClient, Options, Simulator};
use serde_json::{Value, json};

use crate::agent_client::{AgentClient, LIMIT};

async fn simulator() -> Simulator {
    Simulator::start(Options::default()).await.expect("it starts")
}

fn ready(simulator: &Simulator, agent: &str) {
    simulator.handle().with(|center| {
        center.agent_login(agent).expect("login");
        center.set_ready(agent, true).expect("ready");
    });
}

/// A chat that the agent has joined; its reply and welcome are read.
async fn served(simulator: &Simulator, agent: &mut AgentClient, id: &str) -> CustomerClient {
    let chat = Chat::default();
    let customer =
        CustomerClient::start(&simulator.customer_url, None, &chat).await.expect("a chat");
    let guid = customer.guid();
    simulator.handle().with(|center| center.answer(id, guid)).expect("answer");
    agent.send("agentJoinRoom", json!({ "guid": guid, "joinType": "active" })).await;
    agent.expect("agentJoinRoom").await;
    agent.expect("newMessage").await;
    customer
}

#[tokio::test]
async fn bad_frames_get_error_1_and_the_socket_goes_on() {
    let simulator = simulator().await;
    let mut agent = AgentClient::connect(&simulator.ewc_url).await;
    let cases = [
        ("{", Value::Null),
        ("[]", Value::Null),
        (r#"{"apiVersion":"1.0","type":"request","body":{}}"#, Value::Null),
        (r#"{"apiVersion":"1.0","type":"request","body":{"method":"dance"}}"#, json!("dance")),
        (
            r#"{"apiVersion":"1.0","type":"request","body":{"method":"screenPops","x":1}}"#,
            json!("screenPops"),
        ),
        (
            r#"{"apiVersion":"1.0","type":"request","body":{"method":"screenPops"}}"#,
            json!("screenPops"),
        ),
    ];
    for (text, method) in cases {
        agent.send_text(text).await;
        let answer = agent.next().await;
        assert_eq!(
            (&answer["type"], &answer["body"]["code"]),
            (&json!("error"), &json!(1)),
            "{text}"
        );
        assert_eq!(answer["body"]["method"], method, "{text}");
    }
    let wrong =
        json!({ "agentId": "20001", "password": "x", "reconnect": false, "clientType": "custom" });
    agent.send("agentLogin", wrong).await;
    assert_eq!(agent.expect("agentLogin").await["loginSuccess"], false);
    let bad = simulator.log().into_iter().filter(|line| line.kind == LineKind::BadFrame).count();
    assert_eq!(bad, 5);
    assert!(simulator.defects().is_empty());
}

#[tokio::test]
async fn a_huge_frame_ends_its_socket_and_nothing_else() {
    let simulator = simulator().await;
    ready(&simulator, "20001");
    let mut other = AgentClient::logged_in(&simulator.ewc_url, "20001", false).await;
    let mut agent = AgentClient::logged_in(&simulator.ewc_url, "20002", false).await;
    agent.send_huge(9 * 1024 * 1024).await;
    assert!(agent.next_text().await.is_none());
    other.send("screenPops", json!({})).await;
    assert_eq!(other.next().await["type"], "error");
}

#[tokio::test]
async fn frames_keep_their_order_under_load() {
    let simulator = simulator().await;
    ready(&simulator, "20001");
    let mut agent = AgentClient::logged_in(&simulator.ewc_url, "20001", false).await;
    let mut customer = served(&simulator, &mut agent, "20001").await;
    for number in 0..500 {
        customer.say(&number.to_string()).await.expect("said");
    }
    for number in 0..500 {
        assert_eq!(agent.expect("newMessage").await["message"], number.to_string());
    }
}

#[tokio::test]
async fn faults() {
    let simulator = simulator().await;
    ready(&simulator, "20001");
    let control = simulator.control();
    let mut agent = AgentClient::logged_in(&simulator.ewc_url, "20001", false).await;
    let customer = served(&simulator, &mut agent, "20001").await;
    let guid = customer.guid();

    let raw = |text: &str| Fault::RawToAgent { agent: "20001".to_owned(), text: text.to_owned() };
    for text in ["no json", r#"{"body":{"method":"unheardOf"}}"#] {
        control.cause(&raw(text));
        assert_eq!(agent.next_text().await.as_deref(), Some(text));
    }
    control.cause(&Fault::HugeToAgent { agent: "20001".to_owned(), bytes: 9 * 1024 * 1024 });
    let huge = agent.next_text().await.expect("a frame");
    assert_eq!(huge.len(), 9 * 1024 * 1024);
    serde_json::from_str::<Value>(&huge).expect("well-formed, only large");

    control.cause(&Fault::RefuseNextJoin);
    agent.send("agentJoinRoom", json!({ "guid": guid, "joinType": "active" })).await;
    assert_eq!(agent.next().await["type"], "error");
    agent.send("agentJoinRoom", json!({ "guid": guid, "joinType": "active" })).await;
    agent.expect("agentJoinRoom").await;

    control.cause(&Fault::DropAgent { agent: "20001".to_owned() });
    assert!(agent.next_text().await.is_none());
    let mut agent = AgentClient::logged_in(&simulator.ewc_url, "20001", true).await;
    agent.send("agentJoinRoom", json!({ "guid": guid, "joinType": "active" })).await;
    agent.expect("agentJoinRoom").await;

    control.cause(&Fault::DropCustomer { guid });
    assert_eq!(agent.expect("customerConnectionStatus").await["isConnected"], false);

    control.cause(&Fault::SwitchOver);
    assert!(agent.next_text().await.is_none());
    let state = simulator.handle().read(|center, _| center.agent_state("20001")).expect("an agent");
    assert!(state.logged_in && !state.ready);
    let raw_lines = simulator.log().into_iter().filter(|line| line.kind == LineKind::Raw).count();
    assert_eq!(raw_lines, 3);
    assert!(simulator.defects().is_empty());
}

#[tokio::test]
async fn answers_can_be_slow() {
    let simulator = simulator().await;
    simulator.control().cause(&Fault::DelayAgents { millis: 300 });
    let mut agent = AgentClient::connect(&simulator.ewc_url).await;
    let login = json!({ "agentId": "20001", "password": "20001", "reconnect": false, "clientType": "custom" });
    agent.send("agentLogin", login).await;
    // The log line is written when the rules answer, the frame leaves later.
    let answered = simulator
        .wait_for(LIMIT, |_, log| {
            log.lines().any(|l| l.text.contains("loginSuccess")).then_some(())
        })
        .await;
    assert_eq!(answered, Ok(()));
    let early = tokio::time::timeout(std::time::Duration::from_millis(100), agent.next()).await;
    assert!(early.is_err(), "nothing after a third of the delay");
    assert_eq!(agent.next().await["body"]["loginSuccess"], true);
}

#[tokio::test]
async fn over_tls() {
    let signed =
        rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).expect("a certificate");
    let certificate = signed.cert.pem();
    let tls =
        TlsFiles { certificate: certificate.clone(), key: signed.signing_key.serialize_pem() };
    let options = Options { tls: Some(tls), host: "localhost".to_owned(), ..Options::default() };
    let simulator = Simulator::start(options).await.expect("it starts");
    assert!(simulator.ewc_url.starts_with("wss://localhost:"));
    // Somebody who opens a connection and says nothing stops nobody.
    let idle = tokio::net::TcpStream::connect(simulator.ewc_addr).await.expect("connected");
    let chat = Chat::default();
    let mut customer = CustomerClient::start(&simulator.customer_url, Some(&certificate), &chat)
        .await
        .expect("a chat over TLS");
    customer.leave().await.expect("closed");
    drop(idle);
    let untrusted = CustomerClient::start(&simulator.customer_url, None, &chat).await;
    assert!(untrusted.is_err(), "a certificate nobody trusts");
    let tls = TlsFiles { certificate: "x".to_owned(), key: "y".to_owned() };
    let broken = Simulator::start(Options { tls: Some(tls), ..Options::default() }).await;
    assert!(matches!(broken.map(drop), Err(StartError::Tls(_))));
}

#[tokio::test]
async fn other_origins_only_when_listed() {
    let options =
        Options { origins: vec!["https://shop.example:8443".to_owned()], ..Options::default() };
    let simulator = Simulator::start(options).await.expect("it starts");
    let url = format!("{}CustomerControllerWeb/currentqueue", simulator.page_url);
    let ask = |origin: String| {
        reqwest::Client::new().post(&url).header("Origin", origin).body(r#"{"skillset":""}"#).send()
    };
    let allowed = ask("https://shop.example:8443".to_owned()).await.expect("answered");
    assert_eq!(allowed.headers()["access-control-allow-origin"], "https://shop.example:8443");
    let own = ask(simulator.page_url.trim_end_matches('/').to_owned()).await.expect("answered");
    assert_eq!(own.status(), 200);
    for foreign in ["https://evil.example", "https://shop.example.evil.example", "null"] {
        assert_eq!(ask(foreign.to_owned()).await.expect("answered").status(), 403, "{foreign}");
    }
    let preflight = reqwest::Client::new()
        .request(reqwest::Method::OPTIONS, &url)
        .header("Origin", "http://shop.example")
        .header("Access-Control-Request-Method", "POST")
        .send()
        .await
        .expect("answered");
    assert_eq!(preflight.status(), 204);
    assert_eq!(preflight.headers()["access-control-allow-headers"], "Content-Type");
    let broken = reqwest::Client::new().post(&url).body("{").send().await.expect("answered");
    assert_eq!(broken.status(), 400);
}

#[tokio::test]
async fn the_customer_page_and_all_it_loads() {
    let simulator = simulator().await;
    let get = |path: String| {
        let url = format!("{}{path}", simulator.page_url);
        async move { reqwest::get(url).await.expect("answered") }
    };
    let index = get(String::new()).await;
    assert!(
        index.headers()["content-security-policy"].to_str().unwrap().contains("script-src 'self'")
    );
    let mut pending = vec![index.text().await.expect("text")];
    let mut seen = std::collections::BTreeSet::new();
    while let Some(text) = pending.pop() {
        for part in text.split("\"/page/").skip(1) {
            let name = part.split('"').next().unwrap_or_default().to_owned();
            if seen.insert(name.clone()) {
                let file = get(format!("page/{name}")).await;
                assert_eq!(file.status(), 200, "{name}");
                pending.push(file.text().await.expect("text"));
            }
        }
    }
    assert_eq!(seen.len(), 9, "{seen:?}");
    assert_eq!(get("page/none.js".to_owned()).await.status(), 404);
}

#[tokio::test]
async fn a_failing_transcript_filter_is_said_in_the_log() {
    let free = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = free.local_addr().expect("an address");
    drop(free);
    let mut options = Options::default();
    options.setup.transcript_filter = Some(format!("http://{address}/filter"));
    let simulator = Simulator::start(options).await.expect("it starts");
    ready(&simulator, "20001");
    let mut agent = AgentClient::logged_in(&simulator.ewc_url, "20001", false).await;
    let customer = served(&simulator, &mut agent, "20001").await;
    let guid = customer.guid();
    agent.send("agentQuitChat", json!({ "guid": guid })).await;
    let reason =
        json!({ "guid": guid, "closedReasonCode": 1, "agentNote": "", "sendTranscript": false });
    agent.send("agentSetClosedReason", reason).await;
    let said = simulator
        .wait_for(LIMIT, |_, log| {
            log.lines().find(|line| line.text.contains("stored unfiltered")).map(|line| line.kind)
        })
        .await;
    assert_eq!(said, Ok(LineKind::Note));
}

#[tokio::test]
async fn one_port_for_all_and_it_is_free_after_the_end() {
    let simulator =
        Simulator::start(Options { cct: None, ..Options::default() }).await.expect("it starts");
    assert_eq!(simulator.cct_addr, simulator.ewc_addr);
    let client = reqwest::Client::new();
    let wsdl = format!("{}/AgentService?wsdl", simulator.cct_url);
    assert_eq!(client.get(&wsdl).send().await.expect("answered").status(), 200);
    let mut agent = AgentClient::logged_in(&simulator.ewc_url, "20001", false).await;
    let ewc = simulator.ewc_addr;
    simulator.stop().await;
    assert!(agent.next_text().await.is_none(), "sockets end with it");
    client.get(&wsdl).send().await.expect_err("kept connections, too");
    let again =
        Simulator::start(Options { ewc, ..Options::default() }).await.expect("the port is free");
    let taken = Simulator::start(Options { ewc, ..Options::default() }).await.map(drop);
    assert!(matches!(taken, Err(StartError::Listen { .. })));
    drop(again);
}

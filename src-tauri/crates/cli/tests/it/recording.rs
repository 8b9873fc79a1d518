//! `desk record`: a trace that tells what was on the wire, and nothing of anybody.

use contact_center_sim::customer::Chat;
use contact_center_sim::{CustomerClient, Options, demo};
use serde_json::{Value, json};

use crate::program::{Folder, LIMIT, Program, simulator, start};
use crate::screen::Screen;

#[tokio::test]
async fn a_recorded_chat_holds_no_marker_and_tells_the_facts() {
    let mut setup = demo::setup();
    setup.agents[0].cct_user = "MarkerUser".to_owned();
    setup.agents[0].cct_password = "MarkerSecret".to_owned();
    setup.agents[0].name = "MarkerAgent".to_owned();
    let simulator = start(Options { setup, ..Options::default() }).await;
    let folder = Folder::new();
    let settings = folder.settings_for(&simulator);
    let settings = settings.to_str().expect("a plain path");
    let trace = folder.path("trace.jsonl");
    let trace_text = trace.to_str().expect("a plain path");
    let arguments = ["--log", "trace", "record", "--settings", settings, "--out", trace_text];
    let mut desk = Screen::of(Program::start(arguments));
    desk.sign_in("MarkerUser", "MarkerSecret").await;
    desk.ask("set_ready", json!({ "ready": true })).await;
    let chat = Chat {
        name: "MarkerCustomer".to_owned(),
        email: "marker@marker.example".to_owned(),
        phone: "5550177".to_owned(),
        custom_fields: vec![("MarkerField".to_owned(), "MarkerValue".to_owned())],
        ..Chat::default()
    };
    let mut customer =
        CustomerClient::start(&simulator.customer_url, None, &chat).await.expect("a chat");
    desk.until("an offer", |desk| desk.phase() == "offered").await;
    let key = desk.contact()["key"].clone();
    desk.ask("accept", json!({ "contact": key })).await;
    desk.until("the room", |desk| desk.phase() == "active").await;
    customer.say("MarkerQuestion").await.expect("said");
    desk.until("the question", |desk| desk.row("MarkerQuestion").is_some()).await;
    let reply = json!({ "contact": key, "audience": "everyone", "text": "MarkerReply" });
    desk.ask("send", reply).await;
    desk.until("the tick", |desk| {
        desk.row("MarkerReply").is_some_and(|row| row["content"]["send"]["state"] == "delivered")
    })
    .await;
    desk.ask("close", json!({ "contact": key })).await;
    desk.until("the form", |desk| desk.contact()["wrap_up"]["state"]["is"] == "open").await;
    let form =
        json!({ "contact": key, "reason": "1", "note": "MarkerNote", "send_transcript": false });
    desk.ask("finish", form).await;
    desk.until("the contact is gone", |desk| desk.phase() == "none").await;
    let end = desk.desk.end().await;
    assert!(end.status.success(), "{end:?}");

    let kept = std::fs::read_to_string(&trace).expect("a trace");
    for (what, text) in [("the trace", &kept), ("the log", &end.err)] {
        for marker in ["marker", "5550177", "20001", "demo"] {
            assert!(!text.to_lowercase().contains(marker), "{marker} in {what}: {text}");
        }
    }
    let lines: Vec<Value> =
        kept.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    for (link, direction) in [("ewc", "in"), ("ewc", "out"), ("cct", "in"), ("cct", "out")] {
        assert!(
            lines.iter().any(|line| line["link"] == link && line["direction"] == direction),
            "{link} {direction}"
        );
    }

    let told =
        Program::start(["doctor", "--settings", settings, "--trace", trace_text]).end().await;
    assert!(told.status.success(), "{told:?}");
    for fact in [
        "acknowledgement of newMessage: 1 for 1 lines",
        "own lines sent back: no",
        "spelling of timers: X_inSeconds",
        "log-in of the agent: AgentService/Login works",
    ] {
        assert!(told.text().contains(fact), "{fact}: {}", told.text());
    }
}

#[tokio::test]
async fn a_file_that_is_there_is_left_alone() {
    let simulator = simulator().await;
    let folder = Folder::new();
    let settings = folder.settings_for(&simulator);
    let there = folder.write("trace.jsonl", "mine");
    let arguments = ["record", "--settings", settings.to_str().expect("a plain path"), "--out"];
    let arguments = arguments.into_iter().chain(there.to_str());
    let end = Program::start(arguments).end().await;
    assert_eq!(end.status.code(), Some(1));
    assert!(end.err.contains("trace.jsonl: cannot be written"), "{}", end.err);
    assert_eq!(std::fs::read_to_string(there).expect("it is there"), "mine");
}

#[cfg(unix)]
#[tokio::test]
async fn a_passive_recording_stays_until_ctrl_c_and_signs_out() {
    let simulator = simulator().await;
    let folder = Folder::new();
    let settings = folder.settings_for(&simulator);
    let trace = folder.path("trace.jsonl");
    let mut desk = Program::start([
        "record",
        "--passive",
        "--settings",
        settings.to_str().expect("a plain path"),
        "--out",
        trace.to_str().expect("a plain path"),
        "--user",
        "ann",
        "--domain",
        "demo",
        "--password-stdin",
    ]);
    desk.say("demo").await;
    let line = desk.line().await.expect("it says so");
    assert!(line.starts_with("signed in"), "{line}");
    let logged_in = |wanted: bool| {
        move |center: &contact_center_sim::Center, _: &contact_center_sim::log::Log| {
            (center.snapshot()["agents"][0]["ewcLoggedIn"] == wanted).then_some(())
        }
    };
    simulator.wait_for(LIMIT, logged_in(true)).await.expect("signed in");
    desk.interrupt().await;
    let end = desk.end().await;
    assert!(end.status.success(), "{end:?}");
    simulator.wait_for(LIMIT, logged_in(false)).await.expect("signed out");
    assert!(std::fs::read_to_string(trace).expect("a trace").contains("agentLogin"));
}

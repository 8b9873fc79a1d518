//! `desk agent`: one chat from sign-in to sign-out, driven by JSON lines alone.

use contact_center_sim::customer::Chat;
use contact_center_sim::{CustomerClient, Simulator};
use serde_json::json;

use crate::program::{Folder, LIMIT, Program, simulator};
use crate::screen::Screen;

async fn customer(simulator: &Simulator, name: &str) -> CustomerClient {
    let chat = Chat { name: name.to_owned(), ..Chat::default() };
    CustomerClient::start(&simulator.customer_url, None, &chat).await.expect("a chat")
}

#[tokio::test]
async fn one_chat_from_sign_in_to_sign_out() {
    let simulator = simulator().await;
    let folder = Folder::new();
    let mut desk = Screen::of(Program::agent(&folder.settings_for(&simulator)));
    desk.until("a snapshot", |desk| desk.session["phase"] == "signed_out").await;

    desk.sign_in("ann", "demo").await;
    assert_eq!(desk.session["phase"], "signed_in", "{}", desk.session);
    assert_eq!(desk.session["agent"]["id"], "20001");
    desk.ask("set_ready", json!({ "ready": true })).await;
    desk.until("Ready", |desk| desk.session["readiness"]["actual"] == "ready").await;

    let mut kim = customer(&simulator, "Kim Marker").await;
    desk.until("an offer", |desk| desk.phase() == "offered").await;
    let key = desk.contact()["key"].clone();
    desk.until("a call for attention", |desk| {
        desk.others
            .iter()
            .any(|line| line["attention"]["kind"] == "offer" && line["attention"]["contact"] == key)
    })
    .await;
    let attention = desk.others.iter().find(|line| !line["attention"].is_null()).expect("it came");
    assert!(!attention.to_string().contains("Kim"), "{attention}");

    desk.ask("accept", json!({ "contact": key })).await;
    desk.until("the room", |desk| desk.phase() == "active").await;
    kim.say("Is there a night train?").await.expect("said");
    desk.until("the customer's line", |desk| desk.row("Is there a night train?").is_some()).await;

    let line = json!({ "contact": key, "audience": "everyone", "text": "On Fridays." });
    let sent = desk.ask("send", line).await;
    assert!(sent["ok"]["item"].is_string(), "{sent}");
    kim.wait_for(LIMIT, "the reply", |frame| frame["body"]["message"] == "On Fridays.")
        .await
        .expect("the reply");
    desk.until("the tick", |desk| {
        desk.row("On Fridays.").is_some_and(|row| row["content"]["send"]["state"] == "delivered")
    })
    .await;

    desk.ask("close", json!({ "contact": key })).await;
    desk.until("the closing form", |desk| desk.contact()["wrap_up"]["state"]["is"] == "open").await;
    let form = json!({ "contact": key, "reason": "2", "note": "booked", "send_transcript": false });
    let finished = desk.ask("finish", form).await;
    assert!(finished["error"].is_null(), "{finished}");
    desk.until("the contact is gone", |desk| desk.phase() == "none").await;

    desk.ask("sign_out", json!({})).await;
    desk.until("signed out", |desk| desk.session["phase"] == "signed_out").await;
    let end = desk.desk.end().await;
    assert!(end.status.success(), "{end:?}");
    assert_eq!(end.err, "");
    assert!(simulator.defects().is_empty(), "{:?}", simulator.defects());
}

#[tokio::test]
async fn the_end_of_the_input_signs_out() {
    let simulator = simulator().await;
    let folder = Folder::new();
    let mut desk = Screen::of(Program::agent(&folder.settings_for(&simulator)));
    desk.sign_in("ann", "demo").await;
    let end = desk.desk.end().await;
    assert!(end.status.success(), "{end:?}");
    assert!(end.text().contains(r#""phase":"signed_out""#), "{}", end.text());
    simulator
        .wait_for(LIMIT, |center, _| {
            let ann = &center.snapshot()["agents"][0];
            (ann["cctLoggedIn"] == false && ann["ewcLoggedIn"] == false).then_some(())
        })
        .await
        .expect("CCT knows it, too");
}

#[tokio::test]
async fn an_open_contact_keeps_the_agent_signed_in_and_is_told() {
    let simulator = simulator().await;
    let folder = Folder::new();
    let mut desk = Screen::of(Program::agent(&folder.settings_for(&simulator)));
    desk.sign_in("ann", "demo").await;
    desk.ask("set_ready", json!({ "ready": true })).await;
    let _kim = customer(&simulator, "Kim").await;
    desk.until("an offer", |desk| desk.phase() == "offered").await;
    let key = desk.contact()["key"].clone();
    desk.ask("accept", json!({ "contact": key })).await;
    desk.until("the room", |desk| desk.phase() == "active").await;
    let end = desk.desk.end().await;
    assert_eq!(end.status.code(), Some(1), "{end:?}");
    assert!(end.err.contains("contacts are open"), "{}", end.err);
}

#[tokio::test]
async fn a_waiting_question_stops_no_command() {
    let simulator = simulator().await;
    let folder = Folder::new();
    let mut desk = Screen::of(Program::agent(&folder.settings_for(&simulator)));
    let first = desk.ask("next_updates", json!({})).await;
    let revision = first["ok"]["revision"].as_str().expect("a revision").to_owned();
    desk.command("next_updates", json!({ "revision": revision })).await;
    let before = desk.others.len();
    let reply = desk.ask("sign_out", json!({})).await;
    assert_eq!(reply["error"]["code"], "not_signed_in");
    assert_eq!(desk.others.len(), before + 1, "the question still waits: {:?}", desk.others);
}

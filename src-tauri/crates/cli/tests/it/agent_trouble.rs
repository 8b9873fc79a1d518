//! `desk agent` where something is wrong: each ends in a clear message and a desk that works.

use contact_center_sim::cct::{CctQuirks, FaultKind, FaultRule};
use serde_json::json;

use crate::program::{Folder, Program, closed_port, simulator};
use crate::screen::Screen;

#[tokio::test]
async fn a_wrong_password_is_told_and_a_right_one_works_then() {
    let simulator = simulator().await;
    let folder = Folder::new();
    let mut desk = Screen::of(Program::agent(&folder.settings_for(&simulator)));
    desk.sign_in("ann", "wrong").await;
    assert_eq!(desk.session["failure"]["code"], "wrong_credentials", "{}", desk.session);
    desk.ask("sign_in", json!({ "user": "ann", "domain": "demo", "password": "demo" })).await;
    desk.until("signed in", |desk| desk.session["phase"] == "signed_in").await;
}

#[tokio::test]
async fn a_server_that_answers_everything_with_a_fault_is_told_and_a_healed_one_works() {
    let simulator = simulator().await;
    let folder = Folder::new();
    let mut desk = Screen::of(Program::agent(&folder.settings_for(&simulator)));
    let healthy = simulator.cct().quirks();
    for kind in [FaultKind::Own, FaultKind::Unavailable, FaultKind::NotXml, FaultKind::CutOff] {
        let rule = FaultRule { operation: "*".to_owned(), times: None, kind };
        simulator.cct().set_quirks(CctQuirks { faults: vec![rule], ..healthy.clone() });
        desk.sign_in("ann", "demo").await;
        assert!(desk.session["failure"]["code"].is_string(), "{kind:?}: {}", desk.session);
    }
    simulator.cct().set_quirks(healthy);
    desk.ask("sign_in", json!({ "user": "ann", "domain": "demo", "password": "demo" })).await;
    desk.until("signed in", |desk| desk.session["phase"] == "signed_in").await;
}

#[tokio::test]
async fn an_unreachable_server_is_told_and_the_desk_goes_on() {
    let folder = Folder::new();
    let port = closed_port().await;
    let settings = folder.settings(
        &format!("http://127.0.0.1:{port}/SOAOICCT/services/"),
        &format!("ws://127.0.0.1:{port}/AgentControllerWeb/chat"),
    );
    let mut desk = Screen::of(Program::agent(&settings));
    desk.sign_in("ann", "demo").await;
    assert_eq!(desk.session["failure"]["code"], "connection_refused", "{}", desk.session);
    let subject = desk.session["failure"]["subject"].as_str().expect("it names the server");
    assert!(subject.contains(&port.to_string()), "{subject}");
    assert!(desk.desk.end().await.status.success());
}

#[tokio::test]
async fn a_typo_in_the_settings_is_one_line_and_the_rest_counts() {
    let simulator = simulator().await;
    let folder = Folder::new();
    let settings = folder.settings_for(&simulator);
    let text = std::fs::read_to_string(&settings).expect("it is there");
    let settings = folder.write("frontdesk.toml", &format!("{text}heartbeet_seconds = 30\n"));
    let mut desk = Screen::of(Program::agent(&settings));
    desk.sign_in("ann", "demo").await;
    assert_eq!(desk.session["phase"], "signed_in", "{}", desk.session);
    let end = desk.desk.end().await;
    assert_eq!(end.err.lines().count(), 1, "{}", end.err);
    assert!(end.err.contains("frontdesk.toml, line 7"), "{}", end.err);
    assert!(end.err.contains("did you mean cct.heartbeat_seconds?"), "{}", end.err);
}

#[tokio::test]
async fn settings_without_servers_name_the_entries() {
    let folder = Folder::new();
    let end = Program::agent(&folder.write("frontdesk.toml", "version = 1\n")).end().await;
    assert_eq!(end.status.code(), Some(1));
    assert_eq!(end.err.lines().count(), 1, "{}", end.err);
    for entry in ["servers.cct_base_urls", "servers.ewc_url"] {
        assert!(end.err.contains(entry), "{}", end.err);
    }
}

#[tokio::test]
async fn settings_that_are_not_there_name_the_file() {
    let folder = Folder::new();
    let end = Program::agent(&folder.path("absent.toml")).end().await;
    assert_eq!(end.status.code(), Some(1));
    assert!(end.err.contains("absent.toml cannot be read"), "{}", end.err);
}

#[tokio::test]
async fn the_reference_desktops_settings_are_read_as_they_are() {
    let simulator = simulator().await;
    let folder = Folder::new();
    let authority = simulator.cct_url.split('/').nth(2).expect("host and port").to_owned();
    let text = format!(
        "<configuration><appSettings><add key=\"DefaultCCTServer\" value=\"{authority}\"/>\
         <add key=\"WebSocketURL\" value=\"{}\"/></appSettings></configuration>",
        simulator.ewc_url
    );
    let mut desk = Screen::of(Program::agent(&folder.write("AppSettings.xml", &text)));
    desk.sign_in("ann", "demo").await;
    assert_eq!(desk.session["phase"], "signed_in", "{}", desk.session);
}

#[tokio::test]
async fn lines_that_are_no_commands_get_an_answer() {
    let simulator = simulator().await;
    let folder = Folder::new();
    let mut desk = Screen::of(Program::agent(&folder.settings_for(&simulator)));
    for line in ["{", "[]", r#"{"command":"fly"}"#] {
        desk.desk.say(line).await;
    }
    desk.until("three answers", |desk| {
        desk.others.iter().filter(|line| line["error"]["code"] == "bad_command").count() == 3
    })
    .await;
}

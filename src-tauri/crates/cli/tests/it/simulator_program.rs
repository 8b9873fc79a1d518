//! `desk sim`: what it announces is true, and it ends when asked.

use serde_json::Value;

use crate::program::{Folder, LIMIT, Program};
use crate::screen::Screen;

/// Starts the simulator on free ports and waits until it has written its ready file.
async fn started(folder: &Folder, more: &[&str]) -> (Program, Value) {
    let file = folder.path("centre.json");
    let file_text = file.to_str().expect("a plain path").to_owned();
    let mut arguments =
        vec!["sim", "--ewc-port", "0", "--cct-port", "0", "--ready-file", &file_text];
    arguments.extend(more);
    let mut simulator = Program::start(arguments);
    loop {
        let line = simulator.line().await.expect("it starts");
        if line.starts_with("Ctrl+C") {
            break;
        }
    }
    let text = std::fs::read_to_string(&file).expect("the ready file is there");
    (simulator, serde_json::from_str(&text).expect("it is JSON"))
}

fn text<'v>(announced: &'v Value, name: &str) -> &'v str {
    announced[name].as_str().unwrap_or_else(|| panic!("{name} in {announced}"))
}

#[tokio::test]
async fn an_agent_signs_in_at_what_is_announced() {
    let folder = Folder::new();
    let (simulator, announced) =
        started(&folder, &["--demo", "--quirk", "acknowledge=false"]).await;
    for name in ["customer_url", "page_url", "control_url", "token"] {
        assert!(!text(&announced, name).is_empty(), "{name}");
    }
    let settings = folder.settings(text(&announced, "cct_url"), text(&announced, "ewc_url"));
    let account = &announced["agents"][0];
    let mut desk = Screen::of(Program::agent(&settings));
    desk.sign_in(text(account, "user"), text(account, "password")).await;
    assert_eq!(desk.session["agent"]["id"], account["agent_id"], "{}", desk.session);
    assert!(desk.desk.end().await.status.success());
    drop(simulator);
}

#[cfg(unix)]
#[tokio::test]
async fn ctrl_c_ends_it_well() {
    let folder = Folder::new();
    let (simulator, _) = started(&folder, &["--scenario", "greeting"]).await;
    simulator.interrupt().await;
    let end = simulator.end().await;
    assert!(end.status.success(), "{end:?}");
}

#[tokio::test]
async fn a_taken_port_is_named() {
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = taken.local_addr().expect("it has one").port().to_string();
    let simulator = Program::start(["sim", "--ewc-port", &port, "--cct-port", "0"]);
    let end = tokio::time::timeout(LIMIT, simulator.end()).await.expect("it ends");
    assert_eq!(end.status.code(), Some(1));
    assert!(end.err.contains(&port) && end.err.contains("another port"), "{}", end.err);
}

#[tokio::test]
async fn the_switches_are_explained() {
    let end = Program::start(["sim", "--list-quirks"]).end().await;
    assert!(end.status.success());
    for words in [
        "--quirk",
        "timestamps=mixed",
        "agent_data_status=status",
        "--cct-quirk",
        "terminals_after_login=false",
        "withheld=[]",
        "--scenario consult-to-transfer: sign in as ann",
        "--scenario supervisor-wall: sign in as sam",
    ] {
        assert!(end.text().contains(words), "{words}");
    }
}

#[tokio::test]
async fn every_scenario_says_who_should_sign_in_and_is_played() {
    for name in ["barge", "busy-hour", "consult-to-conference", "supervisor-wall"] {
        let folder = Folder::new();
        let file = folder.path("centre.json");
        let file = file.to_str().expect("a plain path");
        let mut simulator = Program::start([
            "sim",
            "--ewc-port",
            "0",
            "--cct-port",
            "0",
            "--ready-file",
            file,
            "--scenario",
            name,
        ]);
        let mut about = String::new();
        loop {
            let line = simulator.line().await.expect("it starts");
            if line.starts_with("scenario") {
                about = line;
            } else if line.starts_with("Ctrl+C") {
                break;
            }
        }
        assert!(about.contains(&format!("{name}: sign in as ")), "{about}");
    }
}

#[tokio::test]
async fn an_unknown_scenario_is_named() {
    let end = Program::start(["sim", "--ewc-port", "0", "--scenario", "no-such"]).end().await;
    assert_eq!(end.status.code(), Some(1), "{end:?}");
    assert!(end.err.contains("no-such"), "{}", end.err);
}

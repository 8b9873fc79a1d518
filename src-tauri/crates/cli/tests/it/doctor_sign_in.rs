//! `desk doctor` signing in, and what it says of the server then.

use contact_center_sim::{Options, Simulator, demo};

use crate::program::{End, Folder, LIMIT, Program, start};

const USER: &str = "marker-user";
const PASSWORD: &str = "marker-secret";
const DOMAIN: &str = "marker-domain";

async fn marked() -> Simulator {
    let mut setup = demo::setup();
    setup.agents[0].cct_user = USER.to_owned();
    setup.agents[0].cct_password = PASSWORD.to_owned();
    setup.agents[0].cct_domain = DOMAIN.to_owned();
    start(Options { setup, ..Options::default() }).await
}

async fn doctor(simulator: &Simulator, folder: &Folder, password: &str) -> (End, String) {
    let settings = folder.settings_for(simulator);
    let report = folder.path("report.txt");
    let mut program = Program::start([
        "doctor",
        "--settings",
        settings.to_str().expect("a plain path"),
        "--report",
        report.to_str().expect("a plain path"),
        "--user",
        USER,
        "--domain",
        DOMAIN,
        "--password-stdin",
    ]);
    program.say(password).await;
    let end = program.end().await;
    let report = std::fs::read_to_string(report).expect("a report");
    (end, report)
}

fn no_marker(text: &str) {
    assert!(!text.contains("marker"), "{text}");
    assert!(!text.contains("20001"), "{text}");
}

#[tokio::test]
async fn a_sign_in_is_told_step_by_step_and_leaves_nobody_signed_in() {
    let simulator = marked().await;
    let folder = Folder::new();
    let (end, report) = doctor(&simulator, &folder, PASSWORD).await;
    assert!(end.status.success(), "{}", end.text());
    for name in [
        "CCT log-in",
        "agent and terminals",
        "agent log-in at CCT",
        "agent log-in at the chat server",
        "sign-out",
    ] {
        assert!(report.contains(&format!("  ok      {name}: ")), "{name}: {report}");
    }
    no_marker(&report);
    no_marker(&end.text());
    for fact in ["log-in of the agent: AgentService/Login works", "provider of terminals: CCMM"] {
        assert!(report.contains(fact), "{fact}: {report}");
    }
    simulator
        .wait_for(LIMIT, |center, _| {
            let agent = &center.snapshot()["agents"][0];
            (agent["cctLoggedIn"] == false && agent["ewcLoggedIn"] == false).then_some(())
        })
        .await
        .expect("nobody is signed in");
}

#[tokio::test]
async fn a_wrong_password_is_told_as_such() {
    let simulator = marked().await;
    let folder = Folder::new();
    let (end, report) = doctor(&simulator, &folder, "marker-wrong").await;
    assert_eq!(end.status.code(), Some(1));
    assert!(report.contains("FAILED  CCT log-in: the server refuses user, domain or password"));
    assert!(report.contains("localhost"), "{report}");
    no_marker(&report);
}

#[tokio::test]
async fn what_the_server_shows_is_what_its_switches_say() {
    let simulator = marked().await;
    let mut quirks = simulator.cct().quirks();
    quirks.terminals_after_login = true;
    simulator.cct().set_quirks(quirks);
    let folder = Folder::new();
    let (end, report) = doctor(&simulator, &folder, PASSWORD).await;
    assert!(end.status.success(), "{}", end.text());
    assert!(report.contains("terminals before the agent's log-in: none"), "{report}");
}

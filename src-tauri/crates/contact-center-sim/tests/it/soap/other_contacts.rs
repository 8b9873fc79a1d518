//! E-mails and calls through CCT, what capabilities say of them, and activity codes.

use contact_center_sim::cct::{Capability, CctQuirks};
use contact_center_sim::center::{Can, CctPort as _, ContactKind, OtherContact};
use contact_center_sim::soap::Strictness;

use super::bench::{AGENT, Alert, Bench, Consumer, sso, terminal};

fn alert(bench: &Bench) -> Alert {
    let leg = bench.legs().pop().expect("it alerts");
    Alert {
        guid: leg.guid.to_string(),
        contact: leg.contact_id,
        connection: leg.connection_id,
        terminal_connection: leg.terminal_connection_id,
    }
}

async fn told(change: impl FnOnce(&mut CctQuirks)) -> (Bench, Consumer, String) {
    let mut quirks = CctQuirks { strictness: Strictness::Strict, ..CctQuirks::default() };
    change(&mut quirks);
    let bench = Bench::start(quirks).await;
    let token = bench.ready().await;
    let consumer = Consumer::start().await;
    consumer.subscribe(&bench, &token).await;
    (bench, consumer, token)
}

#[tokio::test]
async fn a_mail_by_soap_from_offer_to_release() {
    let (bench, mut consumer, token) = told(|_| {}).await;
    let contact = OtherContact::default();
    bench.sim.control().start_contact(&contact).unwrap();
    let offered = consumer.next_about("ALERTING").await;
    assert_eq!(offered.texts("type"), ["EMail", "EMail", "EMail"]);
    assert!(offered.texts("value").contains(&"EM_Travel".to_owned()));
    let mail = alert(&bench);
    let with_tc = format!("{}{}", sso(&token), mail.terminal_connection());
    let service = "TerminalConnectionService";
    let said = bench.ask(service, "GetTerminalConnectionCapabilitiesRequest", &with_tc).await.ok();
    assert_eq!(said.text("canAnswer").as_deref(), Some("true"));
    bench.ask(service, "AnswerRequest", &with_tc).await.ok();
    let with_c = format!("{}{}", sso(&token), mail.connection());
    bench.ask("ConnectionService", "DisconnectRequest", &with_c).await.ok();
    let ended = consumer.next_about("DISCONNECTED").await;
    assert_eq!(ended.texts("NewState"), ["DISCONNECTED", "DROPPED"]);
    bench.no_defects();
    bench.valid_to_libxml2();
}

#[tokio::test]
async fn what_a_contact_cannot_is_told_and_refused() {
    let (bench, mut consumer, token) = told(|_| {}).await;
    let can = Can { answer: true, reject: false, disconnect: false };
    let kind = ContactKind::CallBack;
    bench.sim.control().start_contact(&OtherContact { kind, can, ..Default::default() }).unwrap();
    let offered = consumer.next_about("ALERTING").await;
    assert_eq!(offered.texts("canReject"), ["false"]);
    assert_eq!(offered.texts("canAnswer"), ["true"]);
    assert!(offered.texts("value").contains(&"Scheduled Callback".to_owned()));
    let call = alert(&bench);
    let with_c = format!("{}{}", sso(&token), call.connection());
    let said = bench.ask("ConnectionService", "RejectRequest", &with_c).await;
    assert_eq!((said.status, said.element().as_str()), (500, "RejectException"));
    assert_eq!(bench.legs().len(), 1, "it alerts on");
    bench.no_defects();
}

#[tokio::test]
async fn the_switch_withholds_from_chats_too() {
    let all = [Capability::CanAnswer, Capability::CanReject, Capability::CanSetActivityCode];
    let (bench, mut consumer, token) = told(|quirks| quirks.withheld = all.to_vec()).await;
    let chat = bench.chat().await;
    let offered = consumer.next_about("ALERTING").await;
    for name in ["canAnswer", "canReject", "canAccept"] {
        assert_eq!(offered.texts(name), ["false"], "{name}");
    }
    let with_tc = format!("{}{}", sso(&token), chat.terminal_connection());
    let said = bench.ask("TerminalConnectionService", "AnswerRequest", &with_tc).await;
    assert_eq!(said.element(), "AnswerException");
    let with_c = format!("{}{}", sso(&token), chat.connection());
    let said = bench.ask("ConnectionService", "RejectRequest", &with_c).await;
    assert_eq!(said.element(), "RejectException");
    let at = format!("{}{}", sso(&token), terminal("terminal"));
    let said = bench.ask("AgentTerminalService", "GetCapabilitiesRequest", &at).await.ok();
    assert_eq!(said.text("canSetActivityCode").as_deref(), Some("false"));
    bench.change(|quirks| quirks.withheld.clear());
    bench.ask("TerminalConnectionService", "AnswerRequest", &with_tc).await.ok();
    bench.no_defects();
}

#[tokio::test]
async fn a_call_rings_at_the_voice_terminal_where_there_is_one() {
    let (bench, mut consumer, token) = told(|quirks| quirks.voice_terminal = true).await;
    let kind = ContactKind::Voice;
    bench.sim.control().start_contact(&OtherContact { kind, ..Default::default() }).unwrap();
    let offered = consumer.next_about("RINGING").await;
    assert!(offered.texts("terminalName").iter().all(|name| name.starts_with("Line")));
    assert_eq!(offered.texts("type"), ["Voice"; 3]);
    assert!(offered.texts("providerName").iter().all(|name| name == "Passive"));
    let at_chats = format!("{}{}", sso(&token), terminal("terminal"));
    let element = "GetTerminalConnectionsRequest";
    let said = bench.ask("AgentTerminalService", element, &at_chats).await.ok();
    assert!(said.texts("terminalConnectionId").is_empty(), "not at the terminal for chats");
    let at_line = at_chats
        .replace(&format!("CCMM_Terminal_{AGENT}"), &format!("Line 1.0.{AGENT}"))
        .replace("CCMM", "Passive");
    let said = bench.ask("AgentTerminalService", element, &at_line).await.ok();
    assert_eq!(said.texts("terminalConnectionId"), [alert(&bench).terminal_connection]);
    bench.no_defects();
    bench.valid_to_libxml2();
}

#[tokio::test]
async fn new_intrinsics_are_notified() {
    let (bench, mut consumer, token) = told(|_| {}).await;
    let chat = bench.chat().await;
    consumer.next_about("ALERTING").await;
    let changes = [("Loyalty".to_owned(), "gold".to_owned())].into();
    let guid = chat.guid.parse().unwrap();
    assert!(bench.sim.control().change_intrinsics(guid, &changes));
    let told = consumer.next_about("INTRINSICS").await;
    assert_eq!(told.events(), ["CONTACT_PROPERTY INTRINSICS"]);
    assert!(told.texts("value").contains(&"gold".to_owned()));
    let with_contact = format!("{}{}", sso(&token), chat.contact());
    let said = bench.ask("ContactService", "GetIntrinsicsRequest", &with_contact).await.ok();
    assert!(said.texts("key").contains(&"Loyalty".to_owned()));
    bench.no_defects();
}

#[tokio::test]
async fn activity_codes_by_connection_and_by_terminal() {
    let (bench, mut consumer, token) = told(|_| {}).await;
    let chat = bench.chat().await;
    let with_tc = format!("{}{}", sso(&token), chat.terminal_connection());
    let code = |number: u32| format!("<m:activityCode>{number}</m:activityCode>");
    let service = "AgentTerminalConnectionService";
    let early = format!("{with_tc}{}", code(7));
    let said = bench.ask(service, "SetActivityCodeRequest", &early).await;
    assert_eq!(said.element(), "SetActivityCodeException", "it is not answered yet");
    bench.ask("TerminalConnectionService", "AnswerRequest", &with_tc).await.ok();
    bench.ask(service, "SetActivityCodeRequest", &early).await.ok();
    let told = consumer.next_about("ACTIVITY_CODE").await;
    assert_eq!(told.events(), ["TERMINAL_PROPERTY ACTIVITY_CODE"]);
    assert_eq!(told.texts("activityCode"), ["7"]);
    let said = bench.ask(service, "GetActivityCodeRequest", &with_tc).await.ok();
    assert_eq!(said.text("activityCode").as_deref(), Some("7"));
    let later = format!("{}{}{}", sso(&token), terminal("agentTerminal"), code(8));
    bench.ask("AgentTerminalService", "SetActivityCodeRequest", &later).await.ok();
    let guid: u64 = chat.guid.parse().unwrap();
    let now = bench.sim.handle().with(|center| center.activity_code(AGENT, guid));
    assert_eq!(now.as_deref(), Some("8"));
    bench.no_defects();
    bench.valid_to_libxml2();
}

/// A supervisor who observes has no part in the contact, neither by its ids nor at the terminal.
#[tokio::test]
async fn an_observer_sets_no_activity_code() {
    let (bench, _consumer, token) = told(|_| {}).await;
    let chat = bench.chat().await;
    let with_tc = format!("{}{}", sso(&token), chat.terminal_connection());
    bench.ask("TerminalConnectionService", "AnswerRequest", &with_tc).await.ok();
    let sam = bench.log_in_as("sam").await;
    bench.sim.handle().with(|center| center.agent_login("20090")).unwrap();
    let code = "<m:activityCode>7</m:activityCode>";
    let foreign = format!("{}{}{code}", sso(&sam), chat.terminal_connection());
    let service = "AgentTerminalConnectionService";
    let said = bench.ask(service, "SetActivityCodeRequest", &foreign).await;
    assert_eq!((said.status, said.element().as_str()), (500, "SetActivityCodeException"));
    let own = format!("{}{}{code}", sso(&sam), terminal("agentTerminal")).replace(AGENT, "20090");
    let said = bench.ask("AgentTerminalService", "SetActivityCodeRequest", &own).await;
    assert_eq!((said.status, said.element().as_str()), (500, "SetActivityCodeException"));
    bench.no_defects();
}

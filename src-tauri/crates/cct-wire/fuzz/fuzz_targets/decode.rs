//! Any bytes as an answer to any shape of call, and as a pushed notification.
#![no_main]

use cct_wire::{Agent, Call, Contact, SubscriptionRef, Terminal, TerminalConnectionApi, notify};
use libfuzzer_sys::fuzz_target;

/// One call per shape of answer; the others share their code.
fn calls() -> [Call; 22] {
    let agent = Agent::by_login_id("5001");
    let terminal = Terminal::by_name("T");
    let contact = Contact::by_id("c".into());
    let api = TerminalConnectionApi::AgentTerminal;
    [
        Call::LogOff,
        Call::GetVersion,
        Call::GetAgents,
        Call::GetTerminals,
        Call::GetAddresses,
        Call::IsReady(agent.clone()),
        Call::GetNotReadyReasonCode(agent.clone()),
        Call::GetAgentContactTypes(agent.clone()),
        Call::GetAgentCapabilities(agent),
        Call::GetTerminalConnections(terminal),
        Call::GetTerminalConnectionState("t".into(), api),
        Call::GetTerminalConnectionContact("t".into(), api),
        Call::GetTerminalConnectionConnection("t".into(), api),
        Call::GetTerminalConnectionCapabilities("t".into(), api),
        Call::GetConnectionState("k".into()),
        Call::GetConnectionCapabilities("k".into()),
        Call::GetConnectionAddress("k".into()),
        Call::GetIntrinsics(contact.clone()),
        Call::GetContactCapabilities(contact),
        Call::Subscribe { consumer_url: "http://x.test/".into() },
        Call::Unsubscribe(SubscriptionRef("r".into())),
        Call::GetLicenseConsumedCount,
    ]
}

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(rest) else { return };
    let status = if first % 4 == 0 { 500 } else { 200 };
    for call in calls() {
        let _ = call.decode_reply(status, text);
    }
    let _ = notify::decode(text);
});

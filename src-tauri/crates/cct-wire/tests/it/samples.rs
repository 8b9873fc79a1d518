//! Every call, filled with given texts.

use std::collections::BTreeSet;

use cct_wire::{
    Agent, AgentType, Call, ConsumerSubscriptionId, Contact, ContactId, ContactTypes, Credentials,
    EpochMillis, FilteredSubscription, InitialState, Listener, Provider, SsoToken, SubscriptionRef,
    SubscriptionReference, Terminal, TerminalConnectionApi, TerminalType,
};
use log_safe::Secret;

/// The token of the examples.
pub(crate) fn token() -> SsoToken {
    SsoToken(Secret::from("6f0d1c52-3a7e-4f0b-9d55-0a4c1f2e7b11"))
}

pub(crate) fn agent(text: &str) -> Agent {
    Agent {
        login_id: text.to_owned(),
        user_name: Some(text.into()),
        agent_type: Some(AgentType::AgentSupervisor),
    }
}

pub(crate) fn terminal(text: &str) -> Terminal {
    Terminal {
        name: text.to_owned(),
        terminal_type: Some(TerminalType::Agent),
        provider: Some(Provider(text.to_owned())),
        status: Some(text.to_owned()),
    }
}

pub(crate) fn contact(text: &str) -> Contact {
    Contact {
        id: ContactId::from(text),
        external_id: Some(text.to_owned()),
        provider: Some(Provider(text.to_owned())),
        types: Some(ContactTypes(vec![text.to_owned(), text.to_owned()])),
    }
}

pub(crate) fn subscription(url: &str, id: ConsumerSubscriptionId) -> FilteredSubscription {
    FilteredSubscription {
        consumer_url: url.into(),
        consumer_subscription_id: id,
        listeners: Listener::desktop(),
        initial_termination_time: Some(EpochMillis(1_772_647_200_000)),
    }
}

/// Every call, all texts the same. `url` stands where the schema wants a URI.
pub(crate) fn every_call(text: &str, url: &str) -> Vec<Call> {
    let (agent, terminal, contact) = (agent(text), terminal(text), contact(text));
    let reference = SubscriptionReference { address: url.into(), subscription_id: text.into() };
    let code = || text.to_owned();
    let mut calls = vec![
        Call::LogIn {
            credentials: Credentials {
                user_name: text.into(),
                password: text.into(),
                domain: text.into(),
            },
        },
        Call::LogOff,
        Call::GetVersion,
        Call::GetAgents,
        Call::GetTerminals,
        Call::GetAddresses,
        Call::GetAgentTerminals(agent.clone()),
        Call::GetAgentAddresses(agent.clone()),
        Call::IsLoggedIn(agent.clone()),
        Call::AgentLogin {
            agent: agent.clone(),
            password: text.into(),
            initial_state: InitialState::NotReady,
        },
        Call::AgentLogout(agent.clone()),
        Call::AgentTerminalLogin {
            terminal: terminal.clone(),
            agent_id: code(),
            password: text.into(),
            initial_state: InitialState::Ready,
        },
        Call::AgentTerminalLogout(terminal.clone()),
        Call::SetReady { agent: agent.clone(), ready: true },
        Call::SetReady { agent: agent.clone(), ready: false },
        Call::SetNotReadyReasonCode { agent: agent.clone(), reason_code: code() },
        Call::IsReady(agent.clone()),
        Call::GetNotReadyReasonCode(agent.clone()),
        Call::GetAgentContactTypes(agent.clone()),
        Call::GetAgentCapabilities(agent.clone()),
        Call::IsSupervisor(agent),
        Call::SetTerminalReady { terminal: terminal.clone(), ready: false },
        Call::SetTerminalNotReadyReasonCode { terminal: terminal.clone(), reason_code: code() },
        Call::IsTerminalReady(terminal.clone()),
        Call::GetTerminalNotReadyReasonCode(terminal.clone()),
        Call::LiteSetToReadyState(terminal.clone()),
        Call::LiteSetToNotReadyState(terminal.clone()),
        Call::LiteSetToNotReadyStateWithReasonCode {
            terminal: terminal.clone(),
            reason_code: code(),
        },
        Call::LiteGetReadyState(terminal.clone()),
        Call::GetTerminalConnections(terminal.clone()),
        Call::GetConnectionState(text.into()),
        Call::GetConnectionCapabilities(text.into()),
        Call::GetConnectionAddress(text.into()),
        Call::GetConnectionTerminalConnections(text.into()),
        Call::GetContactConnections(contact.clone()),
        Call::GetIntrinsics(contact.clone()),
        Call::LiteGetIntrinsics(contact.clone()),
        Call::GetContactTypes(contact.clone()),
        Call::GetContactCapabilities(contact.clone()),
        Call::GetCallingAddress(contact.clone()),
        Call::GetCalledAddress(contact.clone()),
        Call::Answer(text.into()),
        Call::LiteAnswerContact { terminal: terminal.clone(), contact: contact.clone() },
        Call::Reject(text.into()),
        Call::Disconnect(text.into()),
        Call::LiteDropContact { terminal: terminal.clone(), contact: contact.clone() },
        Call::DropContact(contact),
        Call::Hold(text.into()),
        Call::Unhold(text.into()),
        Call::SetActivityCode { terminal_connection: text.into(), activity_code: code() },
        Call::SetTerminalActivityCode { terminal, activity_code: code() },
        Call::Subscribe { consumer_url: url.into() },
        Call::Unsubscribe(SubscriptionRef(format!("{url}:{text}").into())),
        Call::SubscribeFiltered(subscription(url, ConsumerSubscriptionId::Empty)),
        Call::RenewFiltered {
            reference: reference.clone(),
            termination_time: EpochMillis(1_772_654_400_123),
        },
        Call::UnsubscribeFiltered(reference),
        Call::GetLicenseConsumedCount,
    ];
    for api in [TerminalConnectionApi::Terminal, TerminalConnectionApi::AgentTerminal] {
        calls.extend([
            Call::GetTerminalConnectionState(text.into(), api),
            Call::GetTerminalConnectionContact(text.into(), api),
            Call::GetTerminalConnectionConnection(text.into(), api),
            Call::GetTerminalConnectionCapabilities(text.into(), api),
        ]);
    }
    calls
}

/// One past the highest number that [`number`] gives.
const VARIANTS: usize = 60;

/// Numbers the variants; the compiler asks for a new one here, and the test below for a sample.
fn number(call: &Call) -> usize {
    match call {
        Call::LogIn { .. } => 0,
        Call::LogOff => 1,
        Call::GetVersion => 2,
        Call::GetAgents => 3,
        Call::GetTerminals => 4,
        Call::GetAddresses => 5,
        Call::GetAgentTerminals(_) => 6,
        Call::GetAgentAddresses(_) => 7,
        Call::IsLoggedIn(_) => 8,
        Call::AgentLogin { .. } => 9,
        Call::AgentLogout(_) => 10,
        Call::AgentTerminalLogin { .. } => 11,
        Call::AgentTerminalLogout(_) => 12,
        Call::SetReady { .. } => 13,
        Call::SetNotReadyReasonCode { .. } => 14,
        Call::IsReady(_) => 15,
        Call::GetNotReadyReasonCode(_) => 16,
        Call::GetAgentContactTypes(_) => 17,
        Call::GetAgentCapabilities(_) => 18,
        Call::IsSupervisor(_) => 19,
        Call::SetTerminalReady { .. } => 20,
        Call::SetTerminalNotReadyReasonCode { .. } => 21,
        Call::IsTerminalReady(_) => 22,
        Call::GetTerminalNotReadyReasonCode(_) => 23,
        Call::LiteSetToReadyState(_) => 24,
        Call::LiteSetToNotReadyState(_) => 25,
        Call::LiteSetToNotReadyStateWithReasonCode { .. } => 26,
        Call::LiteGetReadyState(_) => 27,
        Call::GetTerminalConnections(_) => 28,
        Call::GetTerminalConnectionState(..) => 29,
        Call::GetTerminalConnectionContact(..) => 30,
        Call::GetTerminalConnectionConnection(..) => 31,
        Call::GetTerminalConnectionCapabilities(..) => 32,
        Call::GetConnectionState(_) => 33,
        Call::GetConnectionCapabilities(_) => 34,
        Call::GetConnectionAddress(_) => 35,
        Call::GetConnectionTerminalConnections(_) => 36,
        Call::GetContactConnections(_) => 37,
        Call::GetIntrinsics(_) => 38,
        Call::LiteGetIntrinsics(_) => 39,
        Call::GetContactTypes(_) => 40,
        Call::GetContactCapabilities(_) => 41,
        Call::GetCallingAddress(_) => 42,
        Call::GetCalledAddress(_) => 43,
        Call::Answer(_) => 44,
        Call::LiteAnswerContact { .. } => 45,
        Call::Reject(_) => 46,
        Call::Disconnect(_) => 47,
        Call::LiteDropContact { .. } => 48,
        Call::DropContact(_) => 49,
        Call::Hold(_) => 50,
        Call::Unhold(_) => 51,
        Call::SetActivityCode { .. } => 52,
        Call::SetTerminalActivityCode { .. } => 53,
        Call::Subscribe { .. } => 54,
        Call::Unsubscribe(_) => 55,
        Call::SubscribeFiltered(_) => 56,
        Call::RenewFiltered { .. } => 57,
        Call::UnsubscribeFiltered(_) => 58,
        Call::GetLicenseConsumedCount => 59,
    }
}

#[test]
fn every_variant_has_a_sample() {
    let sampled: BTreeSet<usize> = every_call("x", "http://x.test/").iter().map(number).collect();
    assert_eq!(sampled, (0..VARIANTS).collect());
}

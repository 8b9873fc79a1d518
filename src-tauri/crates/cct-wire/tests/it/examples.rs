//! The fifty sample messages: ours are written alike, the server's are understood.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use cct_wire::{
    Agent, AgentType, Call, CallError, ConnectionId, ConsumerSubscriptionId, Contact, ContactTypes,
    Credentials, DateTime, EpochMillis, FaultKind, InitialState, Intrinsic, Provider, Reason,
    Reply, Service, SubscriptionRef, SubscriptionReference, Terminal, TerminalConnectionApi,
    TerminalConnectionId, TerminalConnectionState, TerminalType,
};

use crate::canonical::canonical;
use crate::samples::{subscription, token};

const ENDPOINT: &str = "http://10.1.2.3:9091/SOAOICCT/services/NotificationConsumer";

/// Text of an example by the number in its file name.
pub(crate) fn example(number: &str) -> String {
    let file = files().into_iter().find(|name| name.starts_with(&format!("{number}-"))).unwrap();
    fs::read_to_string(directory().join(file)).unwrap()
}

/// File names of all examples.
pub(crate) fn files() -> BTreeSet<String> {
    let entries = fs::read_dir(directory()).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn directory() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/examples"))
}

fn agent() -> Agent {
    Agent {
        login_id: "5001".to_owned(),
        user_name: Some("EXAMPLE\\agent5001".into()),
        agent_type: Some(AgentType::Agent),
    }
}

fn terminal() -> Terminal {
    Terminal {
        name: "CCMM_Terminal_5001".to_owned(),
        terminal_type: Some(TerminalType::Agent),
        provider: Some(Provider("CCMM".to_owned())),
        status: Some(String::new()),
    }
}

fn contact() -> Contact {
    Contact {
        id: "4f765ead-8433-4118-9f4b-941654b51345".into(),
        external_id: Some("1300".to_owned()),
        provider: Some(Provider("CCMM".to_owned())),
        types: Some(ContactTypes(vec!["Web_Communications".to_owned()])),
    }
}

fn terminal_connection() -> TerminalConnectionId {
    "0c1be0f6-4c0e-4f5c-9a1f-7be7f1c7a9d3".into()
}

fn connection() -> ConnectionId {
    "adf53558-5ade-422a-95e2-60005d3dcdbe".into()
}

fn subscription_ref() -> SubscriptionRef {
    SubscriptionRef(format!("{ENDPOINT}:b7d0e6c4-52a1-4f3c-8a40-1f6f5a8d9e02").into())
}

fn reference() -> SubscriptionReference {
    SubscriptionReference {
        address: "http://cct.example.test:9084/SOAOICCT/services/NotificationProducer".into(),
        subscription_id: "b7d0e6c4-52a1-4f3c-8a40-1f6f5a8d9e02".into(),
    }
}

fn requests() -> Vec<(&'static str, Call)> {
    let reason_code = || "1283476004".to_owned();
    vec![
        (
            "01",
            Call::LogIn {
                credentials: Credentials {
                    user_name: "agent5001".into(),
                    password: "secret".into(),
                    domain: "EXAMPLE".into(),
                },
            },
        ),
        ("03", Call::GetAgents),
        ("05", Call::GetAgentTerminals(agent())),
        ("07", Call::Subscribe { consumer_url: ENDPOINT.into() }),
        (
            "09",
            Call::AgentLogin {
                agent: agent(),
                password: "5001".into(),
                initial_state: InitialState::NotReady,
            },
        ),
        ("11", Call::SetReady { agent: agent(), ready: true }),
        ("12", Call::SetReady { agent: agent(), ready: false }),
        ("13", Call::SetNotReadyReasonCode { agent: agent(), reason_code: reason_code() }),
        (
            "14",
            Call::LiteSetToNotReadyStateWithReasonCode {
                terminal: terminal(),
                reason_code: reason_code(),
            },
        ),
        ("15", Call::LiteSetToReadyState(terminal())),
        ("30", Call::GetIntrinsics(contact())),
        ("32", Call::Answer(terminal_connection())),
        ("33", Call::LiteAnswerContact { terminal: terminal(), contact: contact() }),
        ("34", Call::Reject(connection())),
        ("35", Call::Disconnect(connection())),
        ("36", Call::LiteDropContact { terminal: terminal(), contact: contact() }),
        ("37", Call::Hold(terminal_connection())),
        ("38", Call::GetTerminalConnections(terminal())),
        (
            "40",
            Call::GetTerminalConnectionState(
                terminal_connection(),
                TerminalConnectionApi::Terminal,
            ),
        ),
        ("42", Call::IsReady(agent())),
        ("44", Call::IsLoggedIn(agent())),
        ("60", Call::SubscribeFiltered(subscription(ENDPOINT, ConsumerSubscriptionId::Empty))),
        (
            "62",
            Call::RenewFiltered {
                reference: reference(),
                termination_time: EpochMillis(1_772_654_400_000),
            },
        ),
        ("64", Call::UnsubscribeFiltered(reference())),
        ("66", Call::Unsubscribe(subscription_ref())),
        ("70", Call::AgentLogout(agent())),
        ("71", Call::LogOff),
    ]
}

/// Answers: the example, the number of its request, what it says.
fn replies() -> Vec<(&'static str, &'static str, Reply)> {
    let time = |text| DateTime::from_wire(text);
    let state = |state, millis| cct_wire::State {
        state,
        entrance_time: Some(EpochMillis(millis)),
        reason: Some(Reason::Default),
    };
    let intrinsics = [
        ("CONTACTID", "1300"),
        ("PROVIDERCONTACTID", "1300"),
        ("CONTACTSUBTYPE", "Web_Communications"),
        ("Skillset", "WC_Sales"),
        ("%SKILLSET%SKILLSET", "12"),
        ("CUSTOMERID", "77"),
        ("FROMADDRESS", "jo@example.org"),
        ("Provider", "CCMM"),
    ];
    vec![
        ("02", "01", Reply::LoggedIn(token())),
        ("04", "03", Reply::Agents(vec![agent()])),
        ("06", "05", Reply::Terminals(vec![terminal()])),
        ("08", "07", Reply::Subscribed(subscription_ref())),
        ("10", "11", Reply::Done),
        (
            "31",
            "30",
            Reply::Intrinsics(
                intrinsics
                    .map(|(key, value)| Intrinsic {
                        key: key.to_owned(),
                        value: value.into(),
                        immutable: true,
                    })
                    .to_vec(),
            ),
        ),
        ("39", "38", Reply::TerminalConnections(vec![terminal_connection()])),
        (
            "41",
            "40",
            Reply::TerminalConnectionState(cct_wire::StateInfo {
                current: state(TerminalConnectionState::Ringing, 1_772_619_330_131),
                last: Some(state(TerminalConnectionState::Idle, 1_772_619_330_100)),
                kind: None,
                parent_id: None,
            }),
        ),
        ("43", "42", Reply::Flag(false)),
        ("61", "60", Reply::SubscribedFiltered(Some(reference()))),
        (
            "63",
            "62",
            Reply::Renewed {
                termination_time: time("2026-03-04T20:00:00Z"),
                current_time: Some(time("2026-03-04T17:55:00Z")),
            },
        ),
        ("65", "64", Reply::Unsubscribed(true)),
        ("67", "66", Reply::Unsubscribed(true)),
    ]
}

const PUSHED: [&str; 9] = ["20", "21", "22", "23", "24", "25", "26", "27", "28"];

#[test]
fn requests_are_written_alike() {
    for (number, call) in requests() {
        let ours = call.body(&token());
        assert_eq!(canonical(ours.expose()), canonical(&example(number)), "example {number}");
    }
}

#[test]
fn replies_are_understood() {
    let requests = requests();
    for (number, request, expect) in replies() {
        let (_, call) = requests.iter().find(|(number, _)| *number == request).unwrap();
        assert_eq!(call.decode_reply(200, &example(number)), Ok(expect), "example {number}");
    }
}

#[test]
fn fault_is_understood() {
    let Err(CallError::Fault(fault)) = Call::GetAgents.decode_reply(500, &example("50")) else {
        panic!("not a fault");
    };
    assert_eq!(fault.kind, FaultKind::SessionNotCreated);
    assert_eq!(fault.message.as_str(), "Session not created");
    assert_eq!(fault.error_code.as_deref(), Some("1"));
    assert_eq!(fault.description.unwrap().as_str(), "no such session");
}

/// Every example is covered by this file or by `notifications.rs`.
#[test]
fn no_example_is_forgotten() {
    let requests = requests();
    let replies = replies();
    let covered: BTreeSet<&str> = requests
        .iter()
        .map(|(number, _)| *number)
        .chain(replies.iter().map(|(number, _, _)| *number))
        .chain(PUSHED)
        .chain(["50"])
        .collect();
    let files = files();
    let found: BTreeSet<&str> = files.iter().map(|name| &name[..2]).collect();
    assert_eq!(covered, found);
    assert_eq!(files.len(), 50);
}

/// The two actions that the reference prints in full.
#[test]
fn actions_of_the_worked_example() {
    let requests = requests();
    let request = |wanted: &str| {
        let (_, call) = requests.iter().find(|(number, _)| *number == wanted).unwrap();
        call.request(&token())
    };
    let log_in = request("01");
    assert_eq!(log_in.service, Service::UserService);
    assert_eq!(
        log_in.soap_action,
        "\"http://www.nortel.com/soa/oi/cct/UserService/LogInToCCTServer\""
    );
    let subscribe = request("60");
    assert_eq!(subscribe.service, Service::NotificationProducer);
    assert_eq!(
        subscribe.soap_action,
        "\"http://www.nortel.com/soa/oi/cct/notificationproducer/service/Subscribe\""
    );
}

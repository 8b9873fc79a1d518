//! Answers without an example of their own, and everything that is not the answer.

use cct_wire::{
    Address, AddressType, AgentCapabilities, Call, CallError, ConnectionCapabilities,
    ConnectionState, Contact, ContactCapabilities, ContactTypes, DateTime, EpochMillis, Provider,
    Reason, Reply, State, StateInfo, SubscriptionRef, TerminalConnectionApi,
    TerminalConnectionCapabilities,
};

use crate::samples::{every_call, terminal};

/// An envelope in one namespace only: prefixes and namespaces are not what is tested here.
pub(crate) fn envelope(body: &str) -> String {
    format!(
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" \
         xmlns=\"http://www.nortel.com/soa/oi/cct/types\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <s:Body>{body}</s:Body></s:Envelope>"
    )
}

fn call(operation: &str) -> Call {
    let mut calls = every_call("5001", "http://x.test/").into_iter();
    let name = operation.to_owned() + "Response";
    calls
        .find(|call| format!("{}.{}", call.service().path_name(), call.operation()) == operation)
        .unwrap_or_else(|| panic!("no call for {name}"))
}

#[track_caller]
fn check(operation: &str, inner: &str, expect: Reply) {
    let call = call(operation);
    let body = envelope(&format!("<{0}Response>{inner}</{0}Response>", call.operation()));
    assert_eq!(call.decode_reply(200, &body), Ok(expect), "{operation}");
}

#[test]
fn every_other_shape() {
    check("SessionService.GetVersion", "<version>7.1</version>", Reply::Version("7.1".to_owned()));
    check(
        "SessionService.GetAgentAddresses",
        "<addresses><addressName>CCMM_Agent_5001</addressName><addressType>AGENT</addressType>\
         <provider><providerName>CCMM</providerName></provider></addresses>",
        Reply::Addresses(vec![Address {
            name: "CCMM_Agent_5001".into(),
            address_type: Some(AddressType::Agent),
            provider: Some(Provider("CCMM".to_owned())),
            status: None,
        }]),
    );
    check("SessionService.GetTerminals", "", Reply::Terminals(vec![]));
    check("SessionService.GetAddresses", "", Reply::Addresses(vec![]));
    check("AgentService.IsSupervisor", "<response>1</response>", Reply::Flag(true));
    check("AgentTerminalService.IsReady", "<isReady>false</isReady>", Reply::Flag(false));
    check("SessionService.GetReadyState", "<ready> true </ready>", Reply::Flag(true));
    check(
        "AgentService.GetNotReadyReasonCode",
        "<response>12</response>",
        Reply::ReasonCode(Some("12".to_owned())),
    );
    check("AgentService.GetNotReadyReasonCode", "<response/>", Reply::ReasonCode(None));
    check(
        "AgentTerminalService.GetNotReadyReasonCode",
        "<notReadyReasonCode>12</notReadyReasonCode>",
        Reply::ReasonCode(Some("12".to_owned())),
    );
    for service in ["AgentService", "ContactService"] {
        check(
            &format!("{service}.GetContactTypes"),
            "<contactTypes>Web_Communications</contactTypes><contactTypes>Voice</contactTypes>",
            Reply::ContactTypes(ContactTypes(vec![
                "Web_Communications".to_owned(),
                "Voice".to_owned(),
            ])),
        );
    }
    check("MetricsService.GetLicenseConsumedCount", "<count>3</count>", Reply::Count(3));
    check("NotificationProducer.Subscribe", "", Reply::SubscribedFiltered(None));
    check(
        "NotificationProducer.Renew",
        "<TerminationTime>soon</TerminationTime>",
        Reply::Renewed {
            termination_time: DateTime { text: "soon".to_owned(), instant: None },
            current_time: None,
        },
    );
}

#[test]
fn connections_and_contacts() {
    let contact = "<contact><contactId>c1</contactId></contact>";
    let connection = "<connection><connectionId>k1</connectionId></connection>";
    for service in ["TerminalConnectionService", "AgentTerminalConnectionService"] {
        check(
            &format!("{service}.GetContact"),
            contact,
            Reply::Contact(Contact::by_id("c1".into())),
        );
        check(&format!("{service}.GetConnection"), connection, Reply::Connection("k1".into()));
    }
    check(
        "ContactService.GetConnections",
        &connection.repeat(2),
        Reply::Connections(vec!["k1".into(), "k1".into()]),
    );
    check(
        "ConnectionService.GetTerminalConnections",
        "<terminalConnections><terminalConnectionId>t1</terminalConnectionId>\
         </terminalConnections>",
        Reply::TerminalConnections(vec!["t1".into()]),
    );
    let address = Address {
        name: "jo@example.org".into(),
        address_type: None,
        provider: None,
        status: Some(String::new()),
    };
    for operation in [
        "ConnectionService.GetAddress",
        "ContactService.GetCallingAddress",
        "ContactService.GetCalledAddress",
    ] {
        check(
            operation,
            "<address><addressName>jo@example.org</addressName><status/></address>",
            Reply::Address(address.clone()),
        );
    }
    check(
        "ConnectionService.GetState",
        "<connectionStateInfo><currentState><state>ALERTING</state>\
         <entranceTime>5</entranceTime><reasonCode>REJECT</reasonCode></currentState>\
         <parentId>p</parentId></connectionStateInfo>",
        Reply::ConnectionState(StateInfo {
            current: State {
                state: ConnectionState::Alerting,
                entrance_time: Some(EpochMillis(5)),
                reason: Some(Reason::Reject),
            },
            last: None,
            kind: None,
            parent_id: Some("p".to_owned()),
        }),
    );
}

#[test]
fn capabilities_default_to_not_given() {
    let answer = TerminalConnectionCapabilities { can_answer: true, ..Default::default() };
    for (service, element) in [
        ("TerminalConnectionService", "terminalConnectionCapabilities"),
        ("AgentTerminalConnectionService", "agentTerminalConnectionCapabilities"),
    ] {
        check(
            &format!("{service}.GetTerminalConnectionCapabilities"),
            &format!("<{element}><canAnswer>true</canAnswer><canFly>true</canFly></{element}>"),
            Reply::TerminalConnectionCapabilities(answer),
        );
    }
    check(
        "ConnectionService.GetConnectionCapabilities",
        "<connectionCapabilities><canReject>1</canReject><canPark>?</canPark>\
         </connectionCapabilities>",
        Reply::ConnectionCapabilities(ConnectionCapabilities {
            can_reject: true,
            ..Default::default()
        }),
    );
    check(
        "ContactService.GetCapabilities",
        "<contactCapabilities><canDrop>true</canDrop></contactCapabilities>",
        Reply::ContactCapabilities(ContactCapabilities { can_drop: true, ..Default::default() }),
    );
    check(
        "AgentService.GetCapabilities",
        "<agentCapabilities><canLogout>true</canLogout></agentCapabilities>",
        Reply::AgentCapabilities(AgentCapabilities { can_logout: true, ..Default::default() }),
    );
}

/// Success of a void operation is an empty body (section 1.1); every call that is not void
/// refuses it.
#[test]
fn empty_answers() {
    let empty_body = envelope("");
    for call in every_call("5001", "http://x.test/") {
        let name = call.operation();
        let unexpected_element = envelope(&format!("<{name}Response/>"));
        let answers = ["", " \r\n", &empty_body].map(|body| call.decode_reply(202, body));
        if call.decode_reply(200, &empty_body) == Ok(Reply::Done) {
            assert!(answers.iter().all(|answer| *answer == Ok(Reply::Done)), "{name}");
            assert_eq!(call.decode_reply(200, &unexpected_element), Ok(Reply::Done), "{name}");
        } else {
            let expect = Err(CallError::UnexpectedBody { found: String::new() });
            assert!(answers.iter().all(|answer| *answer == expect), "{name}");
            assert_ne!(call.decode_reply(200, &unexpected_element), Ok(Reply::Done), "{name}");
        }
    }
}

/// Exactly these operations are void in the WSDL.
#[test]
fn void_operations() {
    let void: Vec<String> = every_call("5001", "http://x.test/")
        .iter()
        .filter(|call| call.decode_reply(200, "") == Ok(Reply::Done))
        .map(|call| format!("{}.{}", call.service().path_name(), call.operation()))
        .collect();
    assert_eq!(
        void,
        [
            "UserService.LogOffFromCCTServer",
            "AgentService.Login",
            "AgentService.Logout",
            "AgentTerminalService.Login",
            "AgentTerminalService.Logout",
            "AgentService.SetReady",
            "AgentService.SetReady",
            "AgentService.SetNotReadyReasonCode",
            "AgentTerminalService.SetIsReady",
            "AgentTerminalService.SetNotReadyReasonCode",
            "SessionService.SetToReadyState",
            "SessionService.SetToNotReadyState",
            "SessionService.SetToNotReadyStateWithReasonCode",
            "TerminalConnectionService.Answer",
            "SessionService.AnswerContact",
            "ConnectionService.Reject",
            "ConnectionService.Disconnect",
            "SessionService.DropContact",
            "ContactService.Drop",
            "TerminalConnectionService.Hold",
            "TerminalConnectionService.Unhold",
            "AgentTerminalConnectionService.SetActivityCode",
            "AgentTerminalService.SetActivityCode",
        ]
    );
}

#[track_caller]
fn refused(call: &Call, status: u16, body: &str, expect: &str) {
    let error = call.decode_reply(status, body).unwrap_err();
    let shown = match &error {
        CallError::Fault(_) => "fault".to_owned(),
        CallError::NotXml { position } => format!("not XML {position}"),
        CallError::UnexpectedBody { found } => format!("unexpected {found}"),
        CallError::MissingElement { path } => format!("missing {path}"),
        CallError::BadValue { path } => format!("bad {path}"),
        CallError::HttpStatus(status) => format!("HTTP {status}"),
    };
    assert_eq!(shown, expect, "{body}");
    assert!(error.to_string().len() > 20);
}

#[test]
fn what_is_not_the_answer() {
    let agents = Call::GetAgents;
    refused(&agents, 503, "", "HTTP 503");
    refused(&agents, 404, "<html><body>no</body></html>", "HTTP 404");
    refused(&agents, 302, &envelope("<GetAgentsResponse/>"), "HTTP 302");
    refused(&agents, 500, &envelope(""), "HTTP 500");
    refused(&agents, 200, "<html><body>sign in</body></html>", "unexpected html");
    refused(&agents, 200, "welcome", "not XML line 1, column 1");
    refused(&agents, 200, "<a>\n<b></a>", "not XML line 2, column 4");
    refused(&agents, 200, &envelope("<GetTerminalsResponse/>"), "unexpected GetTerminalsResponse");
    refused(&agents, 200, &envelope("<s:Fault/>"), "fault");
    refused(&agents, 200, "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "not XML line 1, column 1");

    let ready = Call::IsTerminalReady(terminal("T"));
    refused(&ready, 200, &envelope("<IsReadyResponse/>"), "missing IsReadyResponse/isReady");
    refused(
        &ready,
        200,
        &envelope("<IsReadyResponse><isReady>perhaps</isReady></IsReadyResponse>"),
        "bad IsReadyResponse/isReady",
    );
    refused(
        &ready,
        200,
        &envelope("<IsReadyResponse><isReady xsi:nil=\"true\"/></IsReadyResponse>"),
        "missing IsReadyResponse/isReady",
    );
    let state = Call::GetTerminalConnectionState("t".into(), TerminalConnectionApi::AgentTerminal);
    refused(
        &state,
        200,
        &envelope("<GetStateResponse/>"),
        "missing GetStateResponse/terminalConnectionStateInfo",
    );
    refused(
        &Call::GetLicenseConsumedCount,
        200,
        &envelope(
            "<GetLicenseConsumedCountResponse><count>9x</count></GetLicenseConsumedCountResponse>",
        ),
        "bad GetLicenseConsumedCountResponse/count",
    );
    refused(
        &Call::Answer("t".into()),
        200,
        &envelope("<RejectResponse/>"),
        "unexpected RejectResponse",
    );
}

#[test]
fn subscription_id_of_a_reference() {
    let of = |text: &str, url: &str| {
        SubscriptionRef(text.into()).subscription_id(url).map(|id| id.to_string())
    };
    let url = "http://10.1.2.3:9091/n/x";
    assert_eq!(of("http://10.1.2.3:9091/n/x:id-1", url).as_deref(), Some("id-1"));
    assert_eq!(of("http://desk.test:9091/n/x:id-1", url).as_deref(), Some("id-1"));
    assert_eq!(of("http://10.1.2.3:9091/n/x", url), None);
    assert_eq!(of("http://10.1.2.3:9091/n/x:", url), None);
    assert_eq!(of("", url), None);
}

#[test]
fn agent_id_in_an_address_name() {
    let address = |provider: &str, name: &str| Address {
        name: name.into(),
        address_type: None,
        provider: Some(Provider(provider.to_owned())),
        status: None,
    };
    assert_eq!(address("CCMM", "CCMM_Agent_5001").agent_login_id_guess(), Some("5001"));
    assert_eq!(address("CCMM", "CCMM_Agent").agent_login_id_guess(), None);
    assert_eq!(address("Passive", "a_b_5001").agent_login_id_guess(), None);
}

#[test]
fn folded_contact_types() {
    let types = ContactTypes(vec!["Web Communications".to_owned()]);
    assert!(types.contains_folded("Web_Communications"));
    assert!(types.contains_folded("webcommunications"));
    assert!(!types.contains_folded("Voice"));
}

//! Every fault name of the schema.

use std::fs;

use cct_wire::{Call, CallError, EpochMillis, Fault, FaultKind};
use roxmltree::Document;

use crate::replies::envelope;

#[track_caller]
fn fault(body: &str) -> Fault {
    match Call::GetAgents.decode_reply(500, &envelope(body)) {
        Err(CallError::Fault(fault)) => fault,
        other => panic!("not a fault: {other:?}"),
    }
}

fn with_detail(detail: &str) -> String {
    format!(
        "<s:Fault><faultcode xmlns=\"\">s:Server</faultcode>\
         <faultstring xmlns=\"\">fault string</faultstring>\
         <detail xmlns=\"\">{detail}</detail></s:Fault>"
    )
}

/// The fault elements of a schema file with their namespace.
fn fault_names(file: &str) -> Vec<(String, String)> {
    let path = format!("{}/tests/fixtures/xsd/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).unwrap();
    let schema = Document::parse(&text).unwrap();
    let root = schema.root_element();
    let namespace = root.attribute("targetNamespace").unwrap();
    root.children()
        .filter(|node| node.tag_name().name() == "element")
        .filter_map(|node| node.attribute("name"))
        .filter(|name| name.ends_with("Exception") || name.ends_with("Fault"))
        .map(|name| (namespace.to_owned(), name.to_owned()))
        .collect()
}

fn expected_kind(name: &str) -> FaultKind {
    match name {
        "SessionNotCreatedException" => FaultKind::SessionNotCreated,
        "LogInToCCTServerException" => FaultKind::LogInToCctServer,
        "LoginException" => FaultKind::Login,
        "LogoutException" => FaultKind::Logout,
        "ResourceUnknownFault" => FaultKind::ResourceUnknown,
        "UnacceptableTerminationTimeFault" => {
            FaultKind::UnacceptableTerminationTime { min: None, max: None }
        }
        _ => FaultKind::Other(name.to_owned()),
    }
}

#[test]
fn every_name() {
    let mut names = fault_names("f_faults.xsd");
    assert!(names.len() > 100);
    names.extend(fault_names("nf_faults.xsd"));
    names.extend(fault_names("tus_UserService.xsd"));
    names.extend(fault_names("tnp_NotificationProducer.xsd"));
    for (namespace, name) in names {
        let fault = fault(&with_detail(&format!(
            "<x:{name} xmlns:x=\"{namespace}\"><message>why</message></x:{name}>"
        )));
        assert_eq!(fault.kind, expected_kind(&name));
        assert_eq!(fault.message.as_str(), "why");
    }
}

#[test]
fn termination_time_bounds() {
    let fault = fault(&with_detail(
        "<UnacceptableTerminationTimeFault>\
         <MinimumTime>1970-01-01T00:00:01Z</MinimumTime>\
         <MaximumTime>1970-01-01T00:00:02Z</MaximumTime></UnacceptableTerminationTimeFault>",
    ));
    let (min, max) = (Some(EpochMillis(1000)), Some(EpochMillis(2000)));
    assert_eq!(fault.kind, FaultKind::UnacceptableTerminationTime { min, max });
}

#[test]
fn which_text_is_shown() {
    let inner =
        |inner: &str| fault(&with_detail(&format!("<AnswerException>{inner}</AnswerException>")));
    let all = inner("<Description>first</Description><message>msg</message>");
    assert_eq!(all.message.as_str(), "msg");
    let described = inner(
        "<ErrorCode>17</ErrorCode><Description>first</Description><Description>2</Description>\
         <message/>",
    );
    assert_eq!(described.message.as_str(), "first");
    assert_eq!(described.error_code.as_deref(), Some("17"));
    assert_eq!(inner("").message.as_str(), "fault string");
}

#[test]
fn without_a_named_detail() {
    let empty = fault("<s:Fault/>");
    assert_eq!((empty.kind, empty.message.as_str()), (FaultKind::Unnamed, ""));
    let stack = fault(&with_detail(
        "<h:hostname xmlns:h=\"http://xml.apache.org/axis/\">cct1</h:hostname>",
    ));
    assert_eq!(stack.kind, FaultKind::Unnamed);
    assert_eq!(stack.message.as_str(), "fault string");
}

#[test]
fn says_already() {
    let login = |text: &str| {
        fault(&with_detail(&format!("<LoginException><message>{text}</message></LoginException>")))
    };
    assert!(login("Agent is ALREADY logged in").says_already());
    assert!(!login("wrong password").says_already());
}

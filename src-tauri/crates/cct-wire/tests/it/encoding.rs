//! What is written: names, actions, partial objects, text that comes out as it went in.

use cct_wire::{
    Agent, AgentType, Call, Contact, ContactId, Service, SsoToken, Terminal, TerminalType,
};
use log_safe::Secret;
use proptest::prelude::{prop_assert, proptest};
use roxmltree::Document;

use crate::samples::{every_call, token};

const BASE: &str = "http://www.nortel.com/soa/oi/cct";

/// Action and namespace are those of the service, but for the exceptions of sections 1.4 and 1.5.
#[test]
fn actions_and_message_namespaces() {
    for call in every_call("5001", "http://x.test/") {
        let (service, operation) = (call.service(), call.operation());
        let body = call.body(&token());
        let document = Document::parse(body.expose()).unwrap();
        let element = document
            .root_element()
            .first_element_child()
            .and_then(|body| body.first_element_child())
            .unwrap();
        let namespace = element.tag_name().namespace().unwrap();
        let name = element.tag_name().name();

        let expect_namespace = match (service, operation) {
            (Service::UserService, "Subscribe" | "Unsubscribe") => "UserService",
            (Service::UserService, _) => "SessionService",
            _ => service.path_name(),
        };
        assert_eq!(namespace, format!("{BASE}/types/{expect_namespace}"), "{operation}");

        let expect_name = match (service, operation) {
            (Service::SessionService, "SetToReadyState") => "SetToReadyStatetRequest".to_owned(),
            (Service::SessionService, "SetToNotReadyState") => {
                "SetToNotReadyStatetRequest".to_owned()
            }
            (_, "Subscribe" | "Unsubscribe" | "Renew") => operation.to_owned(),
            _ => format!("{operation}Request"),
        };
        assert_eq!(name, expect_name);

        let expect_action = if service == Service::NotificationProducer {
            format!("{BASE}/notificationproducer/service/{operation}")
        } else {
            format!("{BASE}/{}/{operation}", service.path_name())
        };
        assert_eq!(call.soap_action(), expect_action);
        assert_eq!(call.request(&token()).soap_action, format!("\"{expect_action}\""));
    }
}

#[test]
fn the_token_is_in_every_call_that_needs_one() {
    let token = SsoToken(Secret::from("tok-en"));
    for call in every_call("5001", "http://x.test/") {
        let body = call.body(&token);
        assert_eq!(body.expose().contains(">tok-en<"), call.needs_token(), "{}", call.operation());
    }
}

#[test]
fn partial_objects_hold_what_is_known() {
    let agent = Call::IsReady(Agent::by_login_id("5001")).body(&token());
    assert!(
        agent.expose().contains("<m:agent><t:agentLoginId>5001</t:agentLoginId></m:agent>"),
        "{}",
        agent.expose()
    );
    let terminal = Call::GetTerminalConnections(Terminal::by_name("T")).body(&token());
    assert!(
        terminal.expose().contains("<m:terminal><t:terminalName>T</t:terminalName></m:terminal>")
    );
    let contact = Call::GetIntrinsics(Contact::by_id(ContactId::from("c"))).body(&token());
    assert!(contact.expose().contains("<m:contact><t:contactId>c</t:contactId></m:contact>"));
}

/// Reading is open, writing is closed: a word we do not know is not sent back.
#[test]
fn unknown_words_do_not_leave() {
    let agent = Agent {
        agent_type: Some(AgentType::Other("Wizard".to_owned())),
        ..Agent::by_login_id("5001")
    };
    assert!(!Call::IsReady(agent).body(&token()).expose().contains("agentType"));
    let terminal = Terminal {
        terminal_type: Some(TerminalType::Other("WALL".to_owned())),
        ..Terminal::by_name("T")
    };
    let body = Call::GetTerminalConnections(terminal).body(&token());
    assert!(!body.expose().contains("terminalType"));
}

proptest! {
    /// Any text comes out of an XML parser as it went in, but for what XML cannot carry.
    #[test]
    fn text_survives(text in "\\PC{0,40}|.{0,40}|[\\x00-\\x1f\u{fffe}\u{ffff}<&>'\"]{0,40}") {
        let expect: String = text
            .chars()
            .map(|c| match c {
                '\t' | '\n' | '\r' => c,
                '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
                _ => c,
            })
            .collect();
        for call in every_call(&text, &text) {
            let body = call.body(&SsoToken(Secret::from(text.as_str())));
            let document = Document::parse(body.expose()).unwrap();
            let read = document.descendants().filter(|node| node.is_element()).any(|node| {
                node.text().unwrap_or_default() == expect
            });
            prop_assert!(read || call == Call::GetVersion, "{}", call.operation());
        }
    }
}

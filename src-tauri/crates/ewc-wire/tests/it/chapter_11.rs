//! Chapter 11 by name: every message of the agent API has a test named after its heading, over the
//! fixtures of that heading.

mod closing;
mod joint;
mod lookups;
mod room;
mod session;
mod supervision;
mod talk;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use ewc_wire::TimestampUnit;
use ewc_wire::agent::{Incoming, Notification, Request, decode};
use serde_json::Value;

use crate::fixtures::{all, folder, json, text};

/// A message is read as `expected` from its fixture and written back the same.
fn request(name: &str, expected: &Request) {
    let frame = text(&format!("agent/{name}"));
    assert_eq!(Request::decode(&frame).as_ref(), Ok(expected), "reading {name}");
    assert_eq!(json(&expected.encode()), json(&frame), "writing {name}");
}

/// The same the other way, in the unit of the fixture's timestamps.
fn incoming(name: &str, unit: TimestampUnit, expected: &Incoming) {
    let frame = text(&format!("agent/{name}"));
    assert_eq!(decode(&frame).as_ref(), Ok(expected), "reading {name}");
    assert_eq!(json(&expected.encode_in(unit)), json(&frame), "writing {name}");
}

fn seconds(name: &str, expected: Notification) {
    incoming(name, TimestampUnit::Seconds, &Incoming::Notification(expected));
}

fn millis(name: &str, expected: Notification) {
    incoming(name, TimestampUnit::Milliseconds, &Incoming::Notification(expected));
}

/// Every request of the chapter, by the name of its fixture.
fn requests() -> Vec<(String, Value, Request)> {
    let frames = all("agent")
        .into_iter()
        .filter(|(name, frame)| frame["type"] == "request" && !name.starts_with("lenient-"));
    frames
        .map(|(name, frame)| {
            let request = Request::decode(&frame.to_string());
            let request = request.unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, frame, request)
        })
        .collect()
}

#[test]
fn method_and_room_are_those_of_the_frame() {
    for (name, frame, request) in requests() {
        let body = &frame["body"];
        assert_eq!(body["method"], request.method().as_str(), "{name}");
        assert_eq!(body["guid"].as_u64(), request.guid().map(|guid| guid.0), "{name}");
    }
}

#[test]
fn the_method_is_the_first_field_of_a_body() {
    for (name, _, request) in requests() {
        let start = format!(
            "{{\"apiVersion\":\"1.0\",\"type\":\"request\",\"body\":{{\"method\":\"{}\"",
            request.method()
        );
        assert!(request.encode().starts_with(&start), "{name}: {}", request.encode());
    }
}

/// The heading of a test, with the name by which the compiler knows the test.
fn headed<F: Fn()>(heading: &'static str, test: F) -> (&'static str, &'static str) {
    (heading, std::any::type_name_of_val(&test))
}

/// The chapter's headings, in its order; a heading whose test is missing does not compile.
fn headings() -> Vec<(&'static str, &'static str)> {
    vec![
        headed("Agent Login Request", session::agent_login_request),
        headed("Agent Login Notification", session::agent_login_notification),
        headed("Agent Logout Request", session::agent_logout_request),
        headed("Agent Join Room Request", room::agent_join_room_request),
        headed("Agent Join Room Notification", room::agent_join_room_notification),
        headed("Screen Pops Request", lookups::screen_pops_request),
        headed("Screen Pops Notification", lookups::screen_pops_notification),
        headed("Is Typing Request", talk::is_typing_request),
        headed("Is Typing Notification", talk::is_typing_notification),
        headed("New Message Request", talk::new_message_request),
        headed("New Message Notification", talk::new_message_notification),
        headed("Agent Quit Chat Request", closing::agent_quit_chat_request),
        headed("Agent Quit Chat Notification", closing::agent_quit_chat_notification),
        headed("Customer Disconnect Notification", closing::customer_disconnect_notification),
        headed("Agent Set Closed Reason Request", closing::agent_set_closed_reason_request),
        headed(
            "Agent Set Closed Reason Notification",
            closing::agent_set_closed_reason_notification,
        ),
        headed("Read Customer History Request", lookups::read_customer_history_request),
        headed("Read Customer History Notification", lookups::read_customer_history_notification),
        headed("New Page Push Request", talk::new_page_push_request),
        headed("New Page Push Notification", talk::new_page_push_notification),
        headed("Get Destinations Request", lookups::get_destinations_request),
        headed("Get Destinations Notification", lookups::get_destinations_notification),
        headed("Agent Operation Request", joint::agent_operation_request),
        headed("Agent Operation Notification", joint::agent_operation_notification),
        headed("Agent Active Notification", joint::agent_active_notification),
        headed(
            "Agent Change Conference Owner Request",
            joint::agent_change_conference_owner_request,
        ),
        headed(
            "Agent Change Conference Owner Notification",
            joint::agent_change_conference_owner_notification,
        ),
        headed("Agent Leave Room Request", joint::agent_leave_room_request),
        headed(
            "Agent Drop Passive Participant Request",
            joint::agent_drop_passive_participant_request,
        ),
        headed("Agent Conference Close Request", joint::agent_conference_close_request),
        headed("Agent Exit Room Notification", joint::agent_exit_room_notification),
        headed("Agent Data Request", supervision::agent_data_request),
        headed("Agent Data Notification", supervision::agent_data_notification),
        headed("Supervisor Barge Notification", supervision::supervisor_barge_notification),
        headed(
            "Customer Connection Status Notification",
            talk::customer_connection_status_notification,
        ),
        headed("Acknowledgement Notification", talk::acknowledgement_notification),
        headed("Error Notification", talk::error_notification),
        headed("Agent Conference", joint::agent_conference),
        headed("Supervisor Barge", supervision::supervisor_barge),
    ]
}

/// The two headings below which no message stands, but who says what when.
const FLOWS: [&str; 2] = ["Agent Conference", "Supervisor Barge"];

#[test]
fn every_heading_has_a_test_named_after_it_and_fixtures_of_its_own() {
    let listed = listed();
    for (heading, test) in headings() {
        let name = heading.to_lowercase().replace(' ', "_");
        assert!(test.ends_with(&format!("::{name}")), "{heading} is tested by {test}");
        let fixtures = listed.get(heading).map_or(0, Vec::len);
        assert_eq!(fixtures == 0, FLOWS.contains(&heading), "{heading}: {fixtures} fixtures");
    }
}

#[test]
fn every_fixture_stands_below_a_heading() {
    let known: BTreeSet<&str> = headings().into_iter().map(|(heading, _)| heading).collect();
    for (section, names) in listed() {
        let others = ["Envelope", "Ping, Pong (chapter 10)"];
        assert!(
            known.contains(section.as_str()) || others.contains(&section.as_str()),
            "{section}: {names:?}"
        );
    }
}

/// Every method that the types know on the agent's side is one of a fixture.
#[test]
fn every_message_that_is_read_or_written_has_a_fixture() {
    let frames = all("agent");
    let kinds: BTreeSet<(String, String)> = frames
        .iter()
        .filter(|(name, _)| !name.starts_with("unknown-"))
        .map(|(_, frame)| {
            let part = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            (part(&frame["type"]), part(&frame["body"]["method"]))
        })
        .collect();
    let both = [
        "agentLogin",
        "agentJoinRoom",
        "screenPops",
        "isTyping",
        "newMessage",
        "agentQuitChat",
        "agentSetClosedReason",
        "customerHistory",
        "pagePush",
        "getDestinations",
        "operationRequest",
        "changeConferenceOwner",
        "agentData",
    ];
    let asked = ["agentLogout", "leaveRoom", "dropPassiveParticipant", "conferenceClose"];
    let told = [
        "customerDisconnect",
        "activeAgentNotification",
        "exitRoom",
        "supervisorBarge",
        "customerConnectionStatus",
    ];
    for (kind, methods) in
        [("request", [&both[..], &asked].concat()), ("notification", [&both[..], &told].concat())]
    {
        for method in methods {
            let wanted = (kind.to_owned(), method.to_owned());
            assert!(kinds.contains(&wanted), "no fixture of the {kind} {method}");
        }
    }
}

/// The fixtures of `agent/` by the heading that their table names, read one by one.
fn listed() -> BTreeMap<String, Vec<String>> {
    let table = fs::read_to_string(folder().join("README.md")).unwrap();
    let part = table.split("\n## agent/:").nth(1).unwrap().split("\n## ").next().unwrap();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in part.lines().filter(|line| line.starts_with("| `")) {
        let mut cells = line.split('|').map(str::trim).skip(1);
        let name = cells.next().unwrap().trim_matches('`').trim_end_matches(".json").to_owned();
        let section = cells.next().unwrap().to_owned();
        // A fixture that is listed is there, and JSON.
        let _ = json(&text(&format!("agent/{name}")));
        found.entry(section).or_default().push(name);
    }
    found
}

/// The messages of a flow: every frame between a desk and the server that the table of branches
/// shows in the sections `which` takes has a fixture, and that fixture is read as what it is.
fn flow(which: impl Fn(&str) -> bool) -> usize {
    const TABLE: &str = include_str!("../../../../../tests/tables/ewc_4a.txt");
    let fixtures = all("agent");
    let mut section = String::new();
    let mut seen = 0;
    for line in TABLE.lines() {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            name.clone_into(&mut section);
            continue;
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        let [from, "->", to, kind, method, fields @ ..] = words.as_slice() else { continue };
        if line.starts_with('#') || !which(&section) || [from, to].contains(&&"C") || *from == "CCT"
        {
            continue;
        }
        let part = |name: &str| {
            fields.iter().find_map(|field| field.strip_prefix(&format!("{name}=")[..]))
        };
        let fits = |frame: &Value| {
            let body = &frame["body"];
            let same = |name: &str| part(name).is_none_or(|value| body[name] == value);
            frame["type"] == **kind
                && (*kind == "error" || body["method"] == **method)
                && ["joinType", "destinationType", "userType", "messageType"].into_iter().all(same)
                && part("success").is_none_or(|value| body["success"] == (value == "true"))
        };
        let regular = |name: &str| !["lenient-", "misfit-"].iter().any(|odd| name.starts_with(odd));
        let fixture = fixtures.iter().find(|(name, frame)| regular(name) && fits(frame));
        let (name, frame) = fixture.unwrap_or_else(|| panic!("{section}: no fixture of {line}"));
        if *kind == "request" {
            let request = Request::decode(&frame.to_string());
            assert!(request.is_ok(), "{section}: {name}: {request:?}");
        } else {
            let fits = match decode(&frame.to_string()).unwrap() {
                Incoming::Notification(_) => *kind == "notification",
                Incoming::Acknowledgement(_) => *kind == "acknowledgement",
                Incoming::Error(_) => *kind == "error",
                Incoming::Unknown(_) => false,
            };
            assert!(fits, "{section}: {name} is read as something else");
        }
        seen += 1;
    }
    seen
}

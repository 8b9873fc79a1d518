//! Contacts that are no chats at the contact server: seen, allowed or not, coded, ended.

use desk_core::cct::{Can, CctEvent};

use crate::cct_world::notify::{at_address, at_terminal, post};
use crate::cct_world::{World, contact};

/// A call rings at the seat for calls.
fn ringing(withheld: &[&'static str]) -> World {
    let mut world = World::new();
    world.server.call_terminal = true;
    world.server.withheld = withheld.to_vec();
    let mut world = world.signed_in();
    let now = world.now.0;
    world.server.ring(now, "call", 5);
    world.run(5_000);
    world
}

fn answered(withheld: &[&'static str]) -> World {
    let mut world = ringing(withheld);
    world.session.answer(world.now, &contact("call"));
    world.run(5_000);
    world.log.clear();
    world
}

#[test]
fn what_rings_at_another_terminal_is_offered() {
    let mut world = answered(&[]);
    assert_eq!(world.story(), ["offered call", "answered call"]);
    assert_eq!(world.facts("call").types, ["Voice"]);
    world.server.rings.clear();
    world.run(2_000);
    assert_eq!(world.story(), ["offered call", "answered call", "released call"]);
}

#[test]
fn a_terminal_that_cannot_be_asked_costs_nothing_but_what_is_there() {
    let mut world = answered(&[]);
    let now = world.now.0;
    world.server.ring(now, "a", 7);
    world.run(3_000);
    world.events.clear();
    world.server.call_terminal_answers = false;
    world.run(60_000);
    assert_eq!(world.story(), Vec::<String>::new(), "the call stays, and so does the session");
    assert!(!world.has(|event| matches!(event, CctEvent::Down { .. })));
    world.server.rings.retain(|ring| ring.contact != "a");
    world.run(2_000);
    assert_eq!(world.story(), ["gone a"]);
}

#[test]
fn what_may_be_done_is_asked_for_once_in_each_stage() {
    for (withheld, alerting, active) in [
        (&[][..], [true, true], true),
        (&["canAnswer"], [false, true], true),
        (&["canReject"], [true, false], true),
        (&["canDisconnect"], [true, true], false),
    ] {
        let mut world = ringing(withheld);
        let [answer, reject] = alerting.map(Some);
        assert_eq!(world.facts("call").can, Can { answer, reject, release: None });
        assert_eq!(world.called("ConnectionService/GetConnectionCapabilitiesRequest"), 1);
        world.session.answer(world.now, &contact("call"));
        world.run(5_000);
        assert_eq!(world.facts("call").can.release, Some(active));
        assert_eq!(world.called("ConnectionService/GetConnectionCapabilitiesRequest"), 2);
        let asked = "TerminalConnectionService/GetTerminalConnectionCapabilitiesRequest";
        assert_eq!(world.called(asked), 1);
    }
}

#[test]
fn nothing_is_asked_about_chats_and_a_server_without_an_answer_forbids_nothing() {
    let mut world = World::new().signed_in();
    let now = world.now.0;
    world.server.ring(now, "a", 7);
    world.run(5_000);
    assert!(!world.log.iter().any(|called| called.contains("Capabilities")));
    let mut world = World::new();
    world.server.call_terminal = true;
    for operation in [
        "TerminalConnectionService/GetTerminalConnectionCapabilitiesRequest",
        "ConnectionService/GetConnectionCapabilitiesRequest",
    ] {
        world.server.fault_on(operation, "CapabilitiesException", "no idea");
    }
    let mut world = world.signed_in();
    let now = world.now.0;
    world.server.ring(now, "call", 5);
    world.run(5_000);
    assert_eq!(world.facts("call").can, Can::default());
}

#[test]
fn notifications_say_what_may_be_done() {
    let with = |post: String, can: &str, name: &str| {
        post.replace("<b:NewState>", &format!("<b:{name}>{can}</b:{name}><b:NewState>"))
    };
    let mut world = World::pushed();
    world.sign_in();
    let at = |offset: i64| 1_700_000_100_000 + offset;
    let name = "TerminalConnectionCapabilities";
    let rings = post(&[at_terminal("sub-1", at(1), "a", "RINGING", "DEFAULT")]);
    world.push(with(rings, "<t:canAnswer>true</t:canAnswer>", name));
    let name = "ConnectionCapabilities";
    let alerts = post(&[at_address("sub-1", at(1), "a", "Line_of_00731", "ALERTING", "DEFAULT")]);
    world.push(with(alerts, "<t:canReject>false</t:canReject>", name));
    let can = Can { answer: Some(true), reject: Some(false), release: None };
    assert_eq!(world.facts("a").can, can);
    let active = at_address("sub-1", at(2), "a", "Line_of_00731", "ESTABLISHED", "DEFAULT");
    world.push(with(post(&[active]), "<t:canDisconnect>true</t:canDisconnect>", name));
    assert_eq!(world.facts("a").can, Can { release: Some(true), ..can });
}

#[test]
fn a_contact_without_a_room_ends_at_once() {
    let mut world = answered(&[]);
    world.session.end_contact(world.now, &contact("call"));
    world.run(1_500);
    assert_eq!(world.called("ConnectionService/DisconnectRequest"), 1);
    assert_eq!(world.story().last().unwrap(), "released call");
}

#[test]
fn set_activity_code() {
    let mut world = answered(&[]);
    let code = |world: &mut World, code: &str| {
        world.session.set_activity(world.now, &contact("call"), code.to_owned());
    };
    code(&mut world, "1");
    code(&mut world, "2");
    code(&mut world, "3");
    world.run(500);
    let arrived = |world: &World| world.server.codes.clone();
    let pair = |on: &str, code: &str| (on.to_owned(), code.to_owned());
    assert_eq!(arrived(&world), [pair("call", "1"), pair("call", "3")]);
    let set = |world: &World| {
        world
            .events
            .iter()
            .filter_map(|event| match event {
                CctEvent::ActivitySet { code, .. } => Some(code.clone()),
                CctEvent::ActivityRefused { code, .. } => Some(format!("!{code}")),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(set(&world), ["3"]);
    // A server that knows no codes of connections is asked at the terminal.
    let operation = "AgentTerminalConnectionService/SetActivityCodeRequest";
    world.server.fault_on(operation, "SetActivityCodeException", "not here");
    code(&mut world, "4");
    world.run(500);
    assert_eq!(arrived(&world).last().unwrap(), &pair("Line 731", "4"));
    let operation = "AgentTerminalService/SetActivityCodeRequest";
    world.server.fault_on(operation, "SetActivityCodeException", "nor here");
    code(&mut world, "5");
    world.run(500);
    assert_eq!(set(&world), ["3", "4", "!5"]);
    // Of a contact that is not there.
    world.session.set_activity(world.now, &contact("b"), "6".to_owned());
    world.run(10);
    assert_eq!(set(&world).last().unwrap(), "!6");
}

#[test]
fn a_code_on_its_way_when_the_link_dies_is_refused() {
    let mut world = answered(&[]);
    world.dead.insert("cct.example.test", desk_core::LinkFailure::Refused);
    world.session.set_activity(world.now, &contact("call"), "1".to_owned());
    world.run(30_000);
    let refused = |event: &CctEvent| matches!(event, CctEvent::ActivityRefused { .. });
    assert!(world.has(refused), "{:?}", world.events);
}

//! Offers by polling: they ring, are answered, rejected, released, and go.

use desk_core::cct::{CctEvent, SignIn};
use ewc_wire::Guid;

use crate::cct_world::{World, contact};

#[test]
fn a_contact_rings_is_answered_and_dropped() {
    let mut world = World::new().signed_in();
    let rang = world.now;
    world.server.ring(rang.0, "a", 4_711);
    world.run(1_500);
    let facts = world.facts("a");
    assert_eq!(facts.guid, Some(Guid(4_711)));
    assert_eq!(facts.types, ["Web_Communications"]);
    assert_eq!(facts.from.unwrap().expose(), "kim@example.test");
    assert_eq!(facts.since, rang);
    world.session.answer(world.now, &contact("a"));
    world.run(500);
    assert_eq!(world.story(), ["offered a", "answered a"]);
    world.server.rings.clear();
    world.run(1_500);
    assert_eq!(world.story(), ["offered a", "answered a", "released a"]);
}

#[test]
fn a_contact_that_goes_while_it_alerts() {
    let mut world = World::new().signed_in();
    world.server.ring(world.now.0, "a", 1);
    world.run(1_500);
    world.server.rings.clear();
    world.run(1_500);
    assert_eq!(world.story(), ["offered a", "gone a"]);
}

#[test]
fn a_rejected_contact_takes_its_siblings_along_and_ready_is_read_not_assumed() {
    let mut world = World::new().signed_in();
    world.session.set_ready(world.now, true, None);
    world.run(200);
    assert!(world.events.contains(&CctEvent::Ready { ready: true, reason_code: None }));
    for (id, guid) in [("a", 1), ("b", 2), ("c", 3)] {
        world.server.ring(world.now.0, id, guid);
    }
    world.run(1_500);
    world.session.answer(world.now, &contact("c"));
    world.run(500);
    world.events.clear();
    world.session.reject(world.now, &contact("a"));
    world.run(500);
    let mut story = world.story();
    story.sort();
    assert_eq!(story, ["returned a", "returned b"]);
    assert!(world.events.contains(&CctEvent::Ready { ready: false, reason_code: None }));
    assert_eq!(world.called("AgentService/SetReadyRequest"), 1, "ready is never set by itself");
}

#[test]
fn a_refused_reject_leaves_the_offer() {
    let mut world = World::new().signed_in();
    world.server.fault_on("ConnectionService/RejectRequest", "RejectException", "not now");
    world.server.ring(world.now.0, "a", 1);
    world.run(1_500);
    world.session.reject(world.now, &contact("a"));
    world.run(1_500);
    assert_eq!(world.story(), ["offered a", "reject refused a"]);
    world.session.answer(world.now, &contact("a"));
    world.run(500);
    assert_eq!(world.story().last().unwrap(), "answered a");
}

#[test]
fn an_answer_falls_back_to_the_lite_operation() {
    let mut world = World::new().signed_in();
    world.server.fault_on("TerminalConnectionService/AnswerRequest", "AnswerException", "no");
    world.server.ring(world.now.0, "a", 1);
    world.run(1_500);
    world.session.answer(world.now, &contact("a"));
    world.run(500);
    assert_eq!(world.story(), ["offered a", "answered a"]);
    assert_eq!(world.called("SessionService/AnswerContactRequest"), 1);
}

#[test]
fn an_answer_of_nothing_is_refused() {
    let mut world = World::new().signed_in();
    world.session.answer(world.now, &contact("z"));
    world.session.reject(world.now, &contact("z"));
    world.session.release(world.now, &contact("z"));
    world.run(10);
    assert_eq!(world.story(), ["answer refused z", "reject refused z", "released z"]);
}

#[test]
fn the_server_has_five_seconds_to_drop_a_released_contact_by_itself() {
    let mut world = World::new().signed_in();
    for id in ["a", "b"] {
        world.server.ring(world.now.0, id, 1);
    }
    world.run(1_500);
    for id in ["a", "b"] {
        world.session.answer(world.now, &contact(id));
    }
    world.run(500);
    world.events.clear();
    for id in ["a", "b"] {
        world.session.release(world.now, &contact(id));
    }
    world.server.rings.retain(|ring| ring.contact == "b");
    world.run(4_000);
    assert_eq!(world.story(), ["released a"]);
    assert_eq!(world.called("ConnectionService/DisconnectRequest"), 0);
    world.run(2_000);
    assert_eq!(world.story(), ["released a", "released b"]);
    assert_eq!(world.called("ConnectionService/DisconnectRequest"), 1);
}

#[test]
fn a_release_goes_on_from_disconnect_to_drop_and_then_says_so() {
    let mut world = World::new().signed_in();
    world.server.fault_on("ConnectionService/DisconnectRequest", "DisconnectException", "no");
    world.server.fault_on("SessionService/DropContactRequest", "DropContactException", "never");
    world.server.ring(world.now.0, "a", 1);
    world.run(1_500);
    world.session.answer(world.now, &contact("a"));
    world.run(500);
    world.session.release(world.now, &contact("a"));
    world.run(20_000);
    assert_eq!(world.story(), ["offered a", "answered a", "release refused a"]);
    let words = world.events.iter().find_map(|event| match event {
        CctEvent::ReleaseRefused { why, .. } => why.detail.clone(),
        _ => None,
    });
    assert_eq!(words.as_deref(), Some("never"));
}

#[test]
fn missing_intrinsics_are_asked_for_again() {
    let mut world = World::new().signed_in();
    world.server.no_intrinsics = 2;
    world.server.ring(world.now.0, "a", 77);
    world.run_until(5_000, |world| world.story() == ["offered a"]);
    assert_eq!(world.facts("a").guid, None, "the external id is the last resort");
    world.run(1_000);
    assert_eq!(world.facts("a").guid, Some(Guid(77)));
    assert_eq!(world.called("ContactService/GetIntrinsicsRequest"), 3);
}

#[test]
fn without_intrinsics_the_external_id_is_the_guid() {
    let mut world = World::new().signed_in();
    world.server.no_intrinsics = 100;
    world.server.ring(world.now.0, "a", 77);
    world.run(4_000);
    assert_eq!(world.facts("a").guid, Some(Guid(77)));
    assert_eq!(world.called("ContactService/GetIntrinsicsRequest"), 4);
}

#[test]
fn a_consult_is_known_by_its_reason() {
    let mut world = World::new().signed_in();
    world.server.ring(world.now.0, "a", 1);
    world.server.rings[0].reason = "CONSULT_INIT";
    world.run(1_500);
    assert!(world.facts("a").consult);
}

#[test]
fn a_contact_found_active_is_told_as_answered_after_its_facts() {
    let mut world = World::new();
    world.server.ring(world.now.0, "a", 9);
    world.server.rings[0].state = "ACTIVE";
    world.sign_in();
    assert_eq!(world.story(), ["answered a"]);
    let at = |wanted: fn(&CctEvent) -> bool| world.events.iter().position(wanted).unwrap();
    let facts = at(|event| matches!(event, CctEvent::Facts(_)));
    let answered = at(|event| matches!(event, CctEvent::Answered(_)));
    let done = at(|event| matches!(event, CctEvent::SnapshotDone));
    assert!(facts < answered && answered < done);
    assert_eq!(world.facts("a").guid, Some(Guid(9)));
}

#[test]
fn the_same_contact_can_be_offered_again() {
    let mut world = World::new().signed_in();
    for _ in 0..2 {
        world.server.ring(world.now.0, "a", 1);
        world.run(1_500);
        world.server.rings.clear();
        world.run(1_500);
    }
    assert_eq!(world.story(), ["offered a", "gone a", "offered a", "gone a"]);
}

#[test]
fn not_ready_and_its_reason_are_two_calls() {
    let mut world = World::new().signed_in();
    world.session.set_ready(world.now, false, Some("17".to_owned()));
    world.run(300);
    let set: Vec<&String> = world.log.iter().filter(|call| call.contains("/Set")).collect();
    assert_eq!(set, ["AgentService/SetReadyRequest", "AgentService/SetNotReadyReasonCodeRequest"]);
    let ready = CctEvent::Ready { ready: false, reason_code: Some("17".to_owned()) };
    assert!(world.events.contains(&ready), "{:?}", world.events);
}

#[test]
fn ready_falls_back_to_the_terminal() {
    let mut world = World::new().signed_in();
    world.server.fault_on("AgentService/SetReadyRequest", "SetReadyException", "no");
    world.session.set_ready(world.now, true, None);
    world.run(300);
    assert!(world.events.contains(&CctEvent::Ready { ready: true, reason_code: None }));
    assert!(!world.has(|event| matches!(event, CctEvent::ReadyRefused(_))));
}

#[test]
fn a_refused_reason_is_told_and_the_agent_is_not_ready_without_it() {
    let mut world = World::new().signed_in();
    for operation in [
        "AgentService/SetNotReadyReasonCodeRequest",
        "AgentTerminalService/SetNotReadyReasonCodeRequest",
        "SessionService/SetToNotReadyStateWithReasonCodeRequest",
    ] {
        world.server.fault_on(operation, "SetNotReadyReasonCodeException", "unknown code");
    }
    world.session.set_ready(world.now, false, Some("17".to_owned()));
    world.run(300);
    assert!(world.has(|event| matches!(event, CctEvent::ReadyRefused(why)
        if why.detail.as_deref() == Some("unknown code"))));
    assert!(world.events.contains(&CctEvent::Ready { ready: false, reason_code: None }));
}

#[test]
fn an_agent_logged_out_by_others_is_logged_in_by_asking_for_ready() {
    let mut world = World::new().signed_in();
    world.server.agent_logged_in = false;
    world.run(61_000);
    world.events.clear();
    world.session.set_ready(world.now, true, None);
    world.run(500);
    assert!(world.server.agent_logged_in && world.server.ready);
    assert!(world.events.contains(&CctEvent::Ready { ready: true, reason_code: None }));
}

#[test]
fn nothing_secret_is_in_the_debug_output() {
    let mut world = World::new().signed_in();
    world.server.ring(world.now.0, "a", 1);
    world.run(1_500);
    let sign_in = SignIn {
        user: "mira".to_owned(),
        domain: String::new(),
        password: "open sesame".into(),
        agent_id: None,
    };
    let all = format!("{:?} {:?} {sign_in:?}", world.session, world.events);
    for secret in ["open sesame", "token-1", "kim@example"] {
        assert!(!all.contains(secret), "{secret}");
    }
}

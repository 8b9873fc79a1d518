//! A fault on every operation, a lost session, dead servers: always a clear event, never a stuck
//! machine.

use std::collections::BTreeSet;

use desk_core::cct::{CctConfig, CctEvent};
use desk_core::{FailureKind, LinkFailure};

use crate::cct_world::{ALTERNATE, MAIN, World, contact};

/// A whole working day: two contacts, one answered and released, one rejected.
fn day(world: &mut World) {
    world.sign_in();
    world.session.set_ready(world.now, true, None);
    world.run(500);
    world.session.set_ready(world.now, false, Some("3".to_owned()));
    world.run(500);
    world.server.ring(world.now.0, "a", 1);
    world.run(35_000);
    world.session.answer(world.now, &contact("a"));
    world.run(12_000);
    world.session.release(world.now, &contact("a"));
    world.run(22_000);
    world.server.ring(world.now.0, "b", 2);
    world.run(35_000);
    world.session.reject(world.now, &contact("b"));
    world.run(8_000);
    world.server.rings.clear();
    world.run(35_000);
    world.session.sign_out(world.now);
    world.run(10_000);
}

/// Every operation that days of all kinds call.
fn operations() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for pushed in [false, true] {
        let mut world = if pushed { World::pushed() } else { World::new() };
        day(&mut world);
        all.extend(world.log);
    }
    all
}

#[test]
fn the_day_without_faults() {
    let mut world = World::new();
    day(&mut world);
    assert_eq!(world.story(), ["offered a", "answered a", "released a", "offered b", "returned b"]);
    assert!(world.events.contains(&CctEvent::SignedOut));
    assert!(operations().len() > 20);
}

#[test]
fn a_fault_on_any_operation_leaves_no_stuck_machine() {
    for operation in operations() {
        for name in ["AnyOldException", "SessionNotCreatedException"] {
            for pushed in [false, true] {
                let mut world = if pushed { World::pushed() } else { World::new() };
                world.server.fault_on(&operation, name, "out of order");
                day(&mut world);
                let outcome = world.events.iter().rev().find(|event| {
                    matches!(
                        event,
                        CctEvent::SignedOut
                            | CctEvent::SignInFailed(_)
                            | CctEvent::SignOutRefused(_)
                    )
                });
                assert!(outcome.is_some(), "{operation} {name}: {:?}", world.events);
                assert!(world.most_at_once <= 5, "{operation} {name}");
                assert!(world.log.len() < 3_000, "{operation} {name}: a storm of calls");
                // Every action of the agent was answered in some way.
                let answered =
                    |ends: &[&str]| world.story().iter().any(|line| ends.contains(&line.as_str()));
                if world.story().contains(&"offered a".to_owned()) {
                    assert!(
                        answered(&["answered a", "answer refused a", "gone a", "released a"]),
                        "{operation} {name}: {:?}",
                        world.story()
                    );
                }
                world.server.faults.clear();
                world.session.abandon(world.now);
                world.run(15_000);
                assert!(world.session.is_ended(), "{operation} {name}");
                world.server.rings.clear();
                world.events.clear();
                world.sign_in();
                assert!(
                    world.has(|event| matches!(event, CctEvent::SnapshotDone)),
                    "{operation} {name}: a new sign-in works, {:?}",
                    world.events
                );
            }
        }
    }
}

#[test]
fn an_operation_that_is_never_answered_leaves_no_stuck_machine() {
    for operation in operations() {
        let operation: &'static str = operation.leak();
        let mut world = World::new();
        world.swallowed.insert(operation);
        day(&mut world);
        world.session.abandon(world.now);
        world.run(15_000);
        assert!(world.session.is_ended(), "{operation}");
        assert_eq!(world.session.next_deadline(), None, "{operation}");
    }
}

#[test]
fn a_lost_session_is_made_anew_and_contacts_are_told_again() {
    let mut world = World::new().signed_in();
    world.server.ring(world.now.0, "a", 1);
    world.server.ring(world.now.0, "b", 2);
    world.run(1_500);
    world.session.answer(world.now, &contact("a"));
    world.run(500);
    world.events.clear();
    world.log.clear();
    world.server.token_good = false;
    world.server.rings.retain(|ring| ring.contact == "a");
    world.run(4_000);
    let down = world.events.iter().find_map(|event| match event {
        CctEvent::Down { why, attempt, retry_at } => Some((why.kind.clone(), *attempt, *retry_at)),
        _ => None,
    });
    let (kind, attempt, _) = down.unwrap();
    assert_eq!((kind, attempt), (FailureKind::SessionEnded, 1));
    assert!(world.has(|event| matches!(event, CctEvent::Up { .. })));
    assert_eq!(world.story(), ["gone b", "answered a"]);
    assert!(world.events.contains(&CctEvent::SnapshotDone));
    assert_eq!(world.called("AgentService/LoginRequest"), 0, "the agent is not forced");
    assert_eq!(world.called("AgentService/SetReadyRequest"), 0);
}

#[test]
fn one_failed_call_is_no_lost_link() {
    let mut world = World::new().signed_in();
    world.dead.insert("cct.example.test", LinkFailure::Lost);
    world.run(500);
    world.run_until(2_000, |world| !world.log.is_empty());
    world.run(25);
    world.dead.clear();
    world.run(5_000);
    assert!(!world.has(|event| matches!(event, CctEvent::Down { .. })), "{:?}", world.events);
}

#[test]
fn a_lost_link_comes_back_with_growing_waits_and_the_same_session() {
    let mut world = World::new().signed_in();
    world.dead.insert("cct.example.test", LinkFailure::Refused);
    world.run(40_000);
    let waits: Vec<u32> = world
        .events
        .iter()
        .filter_map(|event| match event {
            CctEvent::Down { attempt, why, .. } => {
                assert_eq!(why.kind, FailureKind::Link(LinkFailure::Refused));
                assert_eq!(why.subject.as_deref(), Some("cct.example.test:9084"));
                Some(*attempt)
            }
            _ => None,
        })
        .collect();
    assert_eq!(waits, [1, 2, 3, 4, 5, 6]);
    world.session.answer(world.now, &contact("a"));
    world.session.set_ready(world.now, true, None);
    world.run(1);
    assert_eq!(world.story(), ["answer refused a"]);
    assert!(world.has(|event| matches!(event, CctEvent::ReadyRefused(_))));
    world.dead.clear();
    world.log.clear();
    world.run(35_000);
    assert!(world.has(|event| matches!(event, CctEvent::Up { .. })));
    assert_eq!(world.events.iter().filter(|event| **event == CctEvent::SnapshotDone).count(), 1);
    assert_eq!(world.called("UserService/LogInToCCTServerRequest"), 0, "the token still counts");
}

#[test]
fn the_campus_alternate_takes_over() {
    let mut world =
        World::with(CctConfig::new(vec![MAIN.to_owned(), ALTERNATE.to_owned()])).signed_in();
    world.dead.insert("cct.example.test", LinkFailure::TimedOut);
    world.server.token_good = false;
    world.run(10_000);
    let up = CctEvent::Up { server: "standby.example.test:9084".to_owned() };
    assert!(world.events.contains(&up), "{:?}", world.events);
    world.dead.clear();
    world.dead.insert("standby.example.test", LinkFailure::TimedOut);
    world.run(10_000);
    let up = CctEvent::Up { server: "cct.example.test:9084".to_owned() };
    assert!(world.events.contains(&up), "and back again");
}

#[test]
fn refused_credentials_are_not_repeated_until_the_account_is_locked() {
    let mut world = World::new().signed_in();
    world.server.token_good = false;
    world.server.password = "changed";
    world.run(300_000);
    assert_eq!(world.called("UserService/LogInToCCTServerRequest"), 3);
    assert!(world.has(|event| matches!(event, CctEvent::SignInFailed(why)
        if why.kind == FailureKind::WrongCredentials)));
    assert!(world.session.is_ended());
}

#[test]
fn signing_out_while_the_link_is_down_works_at_once() {
    let mut world = World::new().signed_in();
    world.dead.insert("cct.example.test", LinkFailure::Refused);
    world.run(10_000);
    world.session.sign_out(world.now);
    world.run(1_000);
    assert!(world.events.contains(&CctEvent::SignedOut));
}

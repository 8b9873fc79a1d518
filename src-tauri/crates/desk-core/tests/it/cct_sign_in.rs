//! Signing in to the contact server and out again.

use desk_core::cct::{CctConfig, CctEvent, EventSource, SignInStep};
use desk_core::{Failure, FailureKind, LinkFailure};

use crate::cct_world::{ALTERNATE, MAIN, World};

fn failure(world: &World) -> Failure {
    let failed = world.events.iter().find_map(|event| match event {
        CctEvent::SignInFailed(why) => Some(why.clone()),
        _ => None,
    });
    failed.unwrap()
}

#[test]
fn the_happy_path_in_order() {
    let mut world = World::new();
    world.sign_in();
    let steps: Vec<String> = world.events.iter().map(|event| format!("{event:?}")).collect();
    let at = |wanted: &CctEvent| world.events.iter().position(|event| event == wanted);
    let signed_in = world.events.iter().position(|event| {
        matches!(event, CctEvent::SignedIn(info)
        if info.id.as_str() == "00731" && info.name == "mira" && !info.supervisor)
    });
    let order = [
        at(&CctEvent::Step(SignInStep::ContactControl)),
        at(&CctEvent::Step(SignInStep::Discovery)),
        at(&CctEvent::Step(SignInStep::AgentLogin)),
        at(&CctEvent::Up { server: "cct.example.test:9084".to_owned() }),
        signed_in,
        at(&CctEvent::Source(EventSource::Polling)),
        at(&CctEvent::Ready { ready: false, reason_code: None }),
    ];
    assert!(order.iter().all(Option::is_some), "{steps:?}");
    assert!(order.is_sorted(), "{steps:?}");
    assert!(at(&CctEvent::SnapshotDone) > signed_in);
    assert!(world.server.agent_logged_in);
    assert!(world.most_at_once <= 5);
    assert!(!world.listening, "no port is opened unless an administrator allows it");
}

#[test]
fn an_agent_who_is_logged_in_already_is_not_logged_in_again() {
    let mut world = World::new();
    world.server.agent_logged_in = true;
    world.sign_in();
    assert_eq!(world.called("AgentService/LoginRequest"), 0);
    assert!(world.has(|event| matches!(event, CctEvent::SignedIn(_))));
}

#[test]
fn a_wrong_password_is_told_in_the_servers_words() {
    let mut world = World::new();
    world.sign_in_with("open barley", None);
    let why = failure(&world);
    assert_eq!(why.kind, FailureKind::WrongCredentials);
    assert_eq!(why.detail.as_deref(), Some("that is not the password"));
    assert!(world.session.is_ended());
    world.sign_in();
    assert!(world.has(|event| matches!(event, CctEvent::SignedIn(_))), "a second try works");
}

#[test]
fn a_user_without_an_agent_leaves_no_session_behind() {
    let mut world = World::new();
    world.server.agents.clear();
    world.sign_in();
    assert_eq!(failure(&world).kind, FailureKind::NoAgent);
    assert!(!world.server.token_good, "logged off again");
}

#[test]
fn of_several_agents_the_one_asked_for_or_the_users_own_is_taken() {
    let several = vec![("1", "KONTOR\\ola"), ("00731", "MIRA@kontor.example"), ("3", "KONTOR\\mi")];
    let signed_in_as = |wanted: Option<&str>| {
        let mut world = World::new();
        world.server.agents = several.clone();
        world.sign_in_with("open sesame", wanted);
        world.events.iter().find_map(|event| match event {
            CctEvent::SignedIn(info) => Some(info.id.as_str().to_owned()),
            CctEvent::SignInFailed(why) => Some(format!("{:?}: {:?}", why.kind, why.detail)),
            _ => None,
        })
    };
    assert_eq!(signed_in_as(None).as_deref(), Some("00731"));
    assert_eq!(signed_in_as(Some("3")).as_deref(), Some("3"));
    let none = signed_in_as(Some("99")).unwrap();
    assert_eq!(none, "SeveralAgents: Some(\"1, 00731, 3\")");
}

#[test]
fn a_refused_agent_login_goes_to_the_terminals() {
    let mut world = World::new();
    world.server.fault_on("AgentService/LoginRequest", "LoginException", "not that way");
    world.sign_in();
    assert!(world.has(|event| matches!(event, CctEvent::SignedIn(_))));
    assert_eq!(world.called("AgentTerminalService/LoginRequest"), 1);
    assert!(world.server.agent_logged_in);
}

#[test]
fn a_login_refused_everywhere_is_told_with_the_first_words() {
    let mut world = World::new();
    world.server.fault_on("AgentService/LoginRequest", "LoginException", "no licence left");
    world.server.fault_on("AgentTerminalService/LoginRequest", "LoginException", "nor here");
    world.sign_in();
    let why = failure(&world);
    assert_eq!(why.kind, FailureKind::AgentLoginRefused);
    assert_eq!(why.detail.as_deref(), Some("no licence left"));
}

#[test]
fn already_logged_in_goes_on() {
    let mut world = World::new();
    world.server.fault_on("AgentService/LoginRequest", "LoginException", "Agent ALREADY logged in");
    world.sign_in();
    assert!(world.has(|event| matches!(event, CctEvent::SignedIn(_))));
    assert_eq!(world.called("AgentTerminalService/LoginRequest"), 0);
}

#[test]
fn an_unreachable_server_is_named() {
    let mut world = World::new();
    world.dead.insert("cct.example.test", LinkFailure::Refused);
    world.sign_in();
    let why = failure(&world);
    assert_eq!(why.kind, FailureKind::Link(LinkFailure::Refused));
    assert_eq!(why.subject.as_deref(), Some("cct.example.test:9084"));
    assert_eq!(world.log.len(), 2, "a second try, then the end");
}

#[test]
fn the_campus_alternate_is_tried_when_the_default_is_dead() {
    let mut world = World::with(CctConfig::new(vec![MAIN.to_owned(), ALTERNATE.to_owned()]));
    world.dead.insert("cct.example.test", LinkFailure::TimedOut);
    world.sign_in();
    let up = CctEvent::Up { server: "standby.example.test:9084".to_owned() };
    assert!(world.events.contains(&up), "{:?}", world.events);
}

#[test]
fn a_silent_driver_does_not_hold_the_sign_in_up_forever() {
    let mut world = World::new();
    world.swallowed.insert("UserService/GetAgentsRequest");
    world.sign_in();
    world.run(60_000);
    assert_eq!(failure(&world).kind, FailureKind::Link(LinkFailure::TimedOut));
}

#[test]
fn signing_out_clears_up_in_order() {
    let mut world = World::pushed().signed_in();
    assert!(world.listening);
    world.session.sign_out(world.now);
    world.run(1_000);
    assert!(world.events.contains(&CctEvent::SignedOut));
    let parting = [
        "AgentService/LogoutRequest",
        "UserService/Unsubscribe",
        "UserService/LogOffFromCCTServerRequest",
    ];
    let at = parting.map(|call| world.log.iter().position(|called| called == call));
    assert!(at.iter().all(Option::is_some) && at.is_sorted(), "{:?}", world.log);
    assert!(!world.server.token_good && !world.server.agent_logged_in && !world.listening);
    assert!(world.session.is_ended());
    assert_eq!(world.session.next_deadline(), None);
}

#[test]
fn signing_out_is_refused_while_a_contact_is_open() {
    let mut world = World::new().signed_in();
    world.server.ring(world.now.0, "a", 5);
    world.run(2_000);
    world.events.clear();
    world.session.sign_out(world.now);
    world.run(2_000);
    let refused = world.events.iter().find_map(|event| match event {
        CctEvent::SignOutRefused(why) => Some(why.clone()),
        _ => None,
    });
    let why = refused.unwrap();
    assert_eq!(why.kind, FailureKind::ContactsOpen);
    assert_eq!(why.detail.as_deref(), Some("a contact is open"));
    assert!(!world.events.contains(&CctEvent::SignedOut));
    world.server.rings.clear();
    world.run(2_000);
    assert_eq!(world.story(), ["offered a", "gone a"], "the session goes on");
}

#[test]
fn signing_out_of_a_dead_server_ends_within_ten_seconds() {
    let silent: fn(&mut World) = |world| {
        world.swallowed.extend(["AgentService/LogoutRequest", "AgentService/IsReadyRequest"]);
    };
    let refusing: fn(&mut World) = |world| {
        world.dead.insert("cct.example.test", LinkFailure::Refused);
    };
    for die in [silent, refusing] {
        let mut world = World::new().signed_in();
        die(&mut world);
        world.session.sign_out(world.now);
        world.run(10_000);
        assert!(world.events.contains(&CctEvent::SignedOut), "{:?}", world.events);
    }
}

#[test]
fn a_cancelled_sign_in_logs_out_what_it_logged_in() {
    let mut world = World::new();
    world.sign_in();
    world.session.abandon(world.now);
    world.run(2_000);
    assert_eq!(world.events.iter().filter(|event| **event == CctEvent::SignedOut).count(), 1);
    assert!(!world.server.agent_logged_in && !world.server.token_good);
}

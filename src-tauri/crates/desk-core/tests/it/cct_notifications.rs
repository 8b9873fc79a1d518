//! Offers by pushed notifications: either family alone, repeated, out of order, lost.

use desk_core::LinkFailure;
use desk_core::cct::{CctConfig, CctEvent, EventSource, EventsMode};

use crate::cct_world::notify::{at_address, at_terminal, post, ready, system};
use crate::cct_world::{MAIN, World, contact};

const SUB: &str = "sub-1";
const OWN: &str = "Line_of_00731";

fn listening() -> World {
    let mut world = World::pushed();
    world.sign_in();
    assert!(world.events.contains(&CctEvent::Source(EventSource::Pushed)));
    world.events.clear();
    world.log.clear();
    world
}

/// The messages of each list are pushed one by one; the story must be this.
fn check(messages: &[String], story: &[&str]) {
    let mut world = listening();
    for message in messages {
        world.push(post(std::slice::from_ref(message)));
    }
    assert_eq!(world.story(), story, "one by one");
    let mut world = listening();
    world.push(post(messages));
    assert_eq!(world.story(), story, "in one post");
}

fn at(offset: i64) -> i64 {
    1_700_000_100_000 + offset
}

fn terminal(offset: i64, state: &str) -> String {
    at_terminal(SUB, at(offset), "a", state, "DEFAULT")
}

fn address(offset: i64, state: &str) -> String {
    at_address(SUB, at(offset), "a", OWN, state, "DEFAULT")
}

#[test]
fn either_family_alone_is_enough() {
    let story = ["offered a", "answered a", "released a"];
    check(&[terminal(1, "RINGING"), terminal(2, "ACTIVE"), terminal(3, "DROPPED")], &story);
    check(&[address(1, "ALERTING"), address(2, "ESTABLISHED"), address(3, "DISCONNECTED")], &story);
}

#[test]
fn both_families_in_any_order_tell_one_story() {
    let story = ["offered a", "answered a", "released a"];
    check(
        &[
            terminal(1, "RINGING"),
            address(1, "ALERTING"),
            address(2, "ESTABLISHED"),
            terminal(2, "ACTIVE"),
            terminal(3, "DROPPED"),
            address(3, "DISCONNECTED"),
        ],
        &story,
    );
    check(
        &[
            address(1, "ALERTING"),
            terminal(2, "ACTIVE"),
            terminal(1, "RINGING"),
            address(2, "ESTABLISHED"),
            address(3, "DISCONNECTED"),
            terminal(3, "DROPPED"),
        ],
        &story,
    );
}

#[test]
fn repeated_and_late_messages_change_nothing() {
    check(
        &[
            terminal(1, "RINGING"),
            terminal(1, "RINGING"),
            terminal(2, "ACTIVE"),
            terminal(1, "RINGING"),
            terminal(2, "ACTIVE"),
            terminal(3, "DROPPED"),
            terminal(3, "DROPPED"),
            terminal(2, "ACTIVE"),
            terminal(1, "RINGING"),
        ],
        &["offered a", "answered a", "released a"],
    );
    check(&[terminal(3, "DROPPED"), terminal(1, "RINGING")], &[]);
}

#[test]
fn a_contact_that_comes_back_is_a_new_offer() {
    check(
        &[terminal(1, "RINGING"), terminal(2, "DROPPED"), terminal(3, "RINGING")],
        &["offered a", "gone a", "offered a"],
    );
}

#[test]
fn the_other_parties_connections_do_not_count() {
    let other =
        |offset, state| at_address(SUB, at(offset), "a", "kim@example.test", state, "DEFAULT");
    check(
        &[
            other(1, "ESTABLISHED"),
            terminal(2, "RINGING"),
            other(3, "DISCONNECTED"),
            other(4, "ALERTING"),
        ],
        &["offered a"],
    );
}

#[test]
fn a_reason_tells_how_an_offer_ended() {
    let dropped = |reason| at_terminal(SUB, at(2), "a", "DROPPED", reason);
    check(&[terminal(1, "RINGING"), dropped("REJECT")], &["offered a", "returned a"]);
    check(&[terminal(1, "RINGING"), dropped("NOT_READY")], &["offered a", "returned a"]);
    check(&[terminal(1, "RINGING"), dropped("DEFAULT")], &["offered a", "gone a"]);
}

#[test]
fn messages_of_forgotten_subscriptions_are_ignored() {
    let mut world = listening();
    world.push(post(&[at_terminal("sub-0", at(1), "a", "RINGING", "DEFAULT")]));
    world.push("not xml".to_owned());
    assert_eq!(world.story(), [""; 0]);
}

#[test]
fn a_connection_event_alone_can_be_answered() {
    let mut world = listening();
    world.server.ring(world.now.0, "a", 4_711);
    world.push(post(&[at_address(SUB, world.now.0, "a", OWN, "ALERTING", "CONSULT_INIT")]));
    assert!(world.facts("a").consult);
    world.run(200);
    world.session.answer(world.now, &contact("a"));
    world.run(500);
    assert_eq!(world.story(), ["offered a", "answered a"]);
    assert_eq!(world.called("TerminalConnectionService/AnswerRequest"), 1);
}

#[test]
fn a_quiet_subscription_is_polled_now_and_then() {
    let mut world = listening();
    world.run(60_000);
    let lists = world.called("AgentTerminalService/GetTerminalConnectionsRequest");
    assert!((2..=3).contains(&lists), "{lists}");
}

#[test]
fn lost_notifications_bring_polling_back_until_one_arrives() {
    let mut world = listening();
    world.server.ring(world.now.0, "a", 4_711);
    world.run_until(40_000, |world| world.story() == ["offered a"]);
    world.run(3_000);
    assert!(world.events.contains(&CctEvent::Source(EventSource::Polling)));
    world.log.clear();
    world.run(5_000);
    assert!(world.called("AgentTerminalService/GetTerminalConnectionsRequest") >= 4);
    world.events.clear();
    world.push(post(&[ready(SUB, world.now.0, true, "")]));
    assert!(world.events.contains(&CctEvent::Source(EventSource::Pushed)));
    assert!(world.events.contains(&CctEvent::Ready { ready: true, reason_code: None }));
}

#[test]
fn the_notification_about_our_own_answer_may_come_after_we_looked() {
    let mut world = listening();
    let rang = world.now.0;
    world.server.ring(rang, "a", 4_711);
    world.push(post(&[at_terminal(SUB, rang, "a", "RINGING", "DEFAULT")]));
    world.session.answer(world.now, &contact("a"));
    world.run(1_000);
    world.push(post(&[at_terminal(SUB, rang + 20, "a", "ACTIVE", "DEFAULT")]));
    world.run(10_000);
    assert_eq!(world.story(), ["offered a", "answered a"]);
    assert!(!world.events.contains(&CctEvent::Source(EventSource::Polling)));
}

#[test]
fn without_a_listener_or_subscription_it_polls() {
    let mut world = World::pushed();
    world.listener_opens = false;
    let world = world.signed_in();
    assert_eq!(world.called("UserService/Subscribe"), 0);

    let mut world = World::pushed();
    world.server.fault_on("UserService/Subscribe", "SubscribeFailedFault", "not today");
    world.sign_in();
    assert!(world.events.contains(&CctEvent::Source(EventSource::Polling)));
    world.server.faults.clear();
    world.run(70_000);
    assert!(world.events.contains(&CctEvent::Source(EventSource::Pushed)), "tried again later");
}

#[test]
fn a_lease_is_clamped_and_renewed_at_half_time() {
    let config = CctConfig {
        events: EventsMode::Filtered,
        listen: true,
        ..CctConfig::new(vec![MAIN.to_owned()])
    };
    let mut world = World::with(config);
    world.server.longest_lease = Some(600);
    world.sign_in();
    assert!(world.events.contains(&CctEvent::Source(EventSource::Pushed)));
    assert_eq!(world.server.leases.len(), 2, "the first one was too long");
    world.run(290_000);
    assert_eq!(world.server.leases.len(), 2);
    world.run(20_000);
    assert_eq!(world.server.leases.len(), 3);
    assert!(world.server.leases[2].starts_with("Renew "));
    world.server.fault_on("NotificationProducer/Renew", "ResourceUnknownFault", "which one?");
    world.run(600_000);
    assert!(world.server.leases.last().unwrap().starts_with("Subscribe "), "made anew");
    world.session.sign_out(world.now);
    world.run(1_000);
    assert_eq!(world.called("NotificationProducer/Unsubscribe"), 1);
}

#[test]
fn an_end_of_the_session_is_restored() {
    for word in ["SESSION_TERMINATION", "SUBSCRIPTION_TERMINATION"] {
        let mut world = listening();
        world.push(post(&[system(SUB, at(1), word)]));
        world.run(5_000);
        assert!(world.has(|event| matches!(event, CctEvent::Down { .. })), "{word}");
        let names = ["UserService/LogInToCCTServerRequest", "UserService/Subscribe"];
        assert_eq!(names.map(|name| world.called(name)), [1, 1], "{word}");
        let last =
            [CctEvent::Up { server: "cct.example.test:9084".to_owned() }, CctEvent::SnapshotDone];
        assert!(last.iter().all(|event| world.events.contains(event)), "{word}");
        world.push(post(&[at_terminal("sub-2", at(2), "a", "RINGING", "DEFAULT")]));
        assert_eq!(world.story(), ["offered a"], "{word}");
    }
}

#[test]
fn imminent_ends_are_answered_by_a_call() {
    let mut world = listening();
    world.push(post(&[system(SUB, at(1), "SESSION_TERMINATION_IMMINENT")]));
    world.run(100);
    assert_eq!(world.called("AgentService/IsLoggedInRequest"), 1);
    world.log.clear();
    world.push(post(&[system(SUB, at(2), "CONNECTION_FAILURE")]));
    world.run(100);
    assert_eq!(world.called("AgentTerminalService/GetTerminalConnectionsRequest"), 1);
    assert!(world.events.contains(&CctEvent::SnapshotDone));
}

#[test]
fn notifications_while_the_link_is_down_do_no_harm() {
    let mut world = listening();
    world.dead.insert("cct.example.test", LinkFailure::Lost);
    world.run(120_000);
    world.push(post(&[terminal(1, "RINGING")]));
    assert_eq!(world.story(), [""; 0]);
}

/// The agent is in a hurry: the answer comes while the subscription is still being made.
#[test]
fn what_is_asked_while_subscribing_is_answered() {
    let mut world = World::pushed();
    world.swallowed.insert("UserService/Subscribe");
    world.sign_in();
    world.session.set_ready(world.now, true, None);
    world.run(30_000);
    let told = |world: &World, wanted: bool| {
        world.has(|event| matches!(event, CctEvent::Ready { ready, .. } if *ready == wanted))
    };
    assert!(told(&world, true), "{:?}", world.events);
    world.events.clear();
    world.session.set_ready(world.now, false, None);
    world.run(5_000);
    assert!(told(&world, false), "{:?}", world.events);
}

//! Whatever happens in whatever order: once all is well again, the desk has been told the truth.

use std::collections::BTreeMap;

use desk_core::LinkFailure;
use desk_core::cct::CctEvent;
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};
use proptest::test_runner::Config;

use crate::cct_world::notify::{at_terminal, post, system};
use crate::cct_world::{World, contact};

/// Something that happens.
#[derive(Debug, Clone)]
enum Happening {
    Ring(u8),
    Hang(u8),
    Answer(u8),
    Reject(u8),
    Release(u8),
    Ready(bool),
    LinkDies,
    LinkLives,
    TokenDies,
    /// A true message about a contact, so many seconds late.
    Message(u8, i64),
    SystemMessage(bool),
    /// The first operation of this number that the day calls fails from now on, or none does.
    Fault(Option<u8>),
    Pass(u16),
}

const FRAGILE: [&str; 6] = [
    "TerminalConnectionService/GetStateRequest",
    "TerminalConnectionService/GetContactRequest",
    "ConnectionService/RejectRequest",
    "TerminalConnectionService/AnswerRequest",
    "AgentTerminalService/GetTerminalConnectionsRequest",
    "AgentService/IsLoggedInRequest",
];

fn happening() -> impl Strategy<Value = Happening> {
    let who = || 0..3_u8;
    prop_oneof![
        3 => who().prop_map(Happening::Ring),
        2 => who().prop_map(Happening::Hang),
        3 => who().prop_map(Happening::Answer),
        1 => who().prop_map(Happening::Reject),
        2 => who().prop_map(Happening::Release),
        1 => any::<bool>().prop_map(Happening::Ready),
        1 => Just(Happening::LinkDies),
        2 => Just(Happening::LinkLives),
        1 => Just(Happening::TokenDies),
        3 => (who(), 0..20_i64).prop_map(|(who, late)| Happening::Message(who, late)),
        1 => any::<bool>().prop_map(Happening::SystemMessage),
        1 => proptest::option::of(0..6_u8).prop_map(Happening::Fault),
        6 => (0..8_000_u16).prop_map(Happening::Pass),
    ]
}

fn happen(world: &mut World, happening: Happening) {
    let name = |who: u8| format!("c{who}");
    let now = world.now;
    match happening {
        Happening::Ring(who) => {
            let id = name(who);
            if world.server.rings.iter().all(|ring| ring.contact != id) {
                world.server.ring(now.0, &id, u64::from(who));
            }
        }
        Happening::Hang(who) => world.server.rings.retain(|ring| ring.contact != name(who)),
        Happening::Answer(who) => world.session.answer(now, &contact(&name(who))),
        Happening::Reject(who) => world.session.reject(now, &contact(&name(who))),
        Happening::Release(who) => world.session.release(now, &contact(&name(who))),
        Happening::Ready(ready) => world.session.set_ready(now, ready, Some("2".to_owned())),
        Happening::LinkDies => {
            world.dead.insert("cct.example.test", LinkFailure::Lost);
        }
        Happening::LinkLives => world.dead.clear(),
        Happening::TokenDies => world.server.token_good = false,
        Happening::Message(who, late) => {
            let id = name(who);
            let ring = world.server.rings.iter().find(|ring| ring.contact == id);
            let state = ring.map_or("DROPPED", |ring| ring.state);
            let at = ring.map_or(now.0, |ring| ring.entered) - late * 1_000;
            let subscription = format!("sub-{}", world.server.subscriptions);
            world.push(post(&[at_terminal(&subscription, at, &id, state, "DEFAULT")]));
        }
        Happening::SystemMessage(end) => {
            let subscription = format!("sub-{}", world.server.subscriptions);
            let word = if end { "SESSION_TERMINATION" } else { "CONNECTION_FAILURE" };
            world.push(post(&[system(&subscription, now.0, word)]));
        }
        Happening::Fault(which) => {
            world.server.faults.clear();
            if let Some(which) = which {
                world.server.fault_on(FRAGILE[usize::from(which)], "AnyOldException", "broken");
            }
        }
        Happening::Pass(millis) => world.run(i64::from(millis)),
    }
}

/// What the desk believes: contacts, and whether the agent is on them.
fn believed(events: &[CctEvent]) -> BTreeMap<String, bool> {
    let mut contacts = BTreeMap::new();
    for event in events {
        match event {
            CctEvent::Offered(contact) => {
                contacts.insert(contact.id.to_string(), false);
            }
            CctEvent::Answered(id) => {
                contacts.insert(id.to_string(), true);
            }
            CctEvent::Ended { contact, .. } => {
                contacts.remove(contact.as_str());
            }
            _ => {}
        }
    }
    contacts
}

fn check(mut world: World, happenings: Vec<Happening>) {
    world.sign_in();
    for happening in happenings {
        happen(&mut world, happening);
    }
    world.dead.clear();
    world.server.faults.clear();
    world.run(120_000);
    let truth: BTreeMap<String, bool> = world
        .server
        .rings
        .iter()
        .map(|ring| (ring.contact.clone(), ring.state == "ACTIVE"))
        .collect();
    assert_eq!(believed(&world.events), truth, "{:#?}", world.story());
    assert!(world.most_at_once <= 5);
    world.server.rings.clear();
    world.session.sign_out(world.now);
    world.run(10_000);
    assert!(world.events.contains(&CctEvent::SignedOut));
}

proptest! {
    #![proptest_config(Config { cases: 48, failure_persistence: None, ..Config::default() })]

    #[test]
    fn polling_ends_in_the_truth(happenings in proptest::collection::vec(happening(), 0..40)) {
        check(World::new(), happenings);
    }

    #[test]
    fn notifications_end_in_the_truth(happenings in proptest::collection::vec(happening(), 0..40)) {
        check(World::pushed(), happenings);
    }
}

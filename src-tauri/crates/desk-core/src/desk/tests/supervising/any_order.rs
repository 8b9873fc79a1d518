//! Any order of a supervisor's commands, the server's words, lost links and time: whoever only
//! looks on never writes to the customer, and no contact stands twice.

use std::collections::BTreeMap;

use ewc_wire::Audience::{self, Normal, Whisper};
use ewc_wire::Guid;
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};
use proptest::test_runner::Config;
use serde_json::json;

use super::{error, exit, lose_link, observed_room, operation, supervisor};
use crate::cct::{CctEvent, ContactEnd};
use crate::contact::{ContactKey, Phase};
use crate::desk::tests::stage::{AGENT, Stage, cct_id, contact, reasons, room};

const ROOMS: u64 = 3;

#[derive(Debug, Clone)]
enum Step {
    Observe,
    Leave,
    Barge,
    Watch(bool),
    Draft(Audience),
    Send(Audience),
    SendAgain,
    Page,
    Close,
    Accept,
    Decline,
    /// The server lets us in: as an observer, or as the owner.
    Enter(bool),
    Operation(bool),
    Barged(bool),
    Exit,
    Left,
    Reasons,
    Acknowledge,
    Error(&'static str),
    Offered,
    Answered,
    Facts,
    Ended,
    Snapshot,
    Lose,
    Reconnect,
    Pass(i64),
}

fn step() -> impl Strategy<Value = (u64, Step)> {
    const ERRORS: [&str; 5] =
        ["newMessage", "agentJoinRoom", "operationRequest", "leaveRoom", "agentQuitChat"];
    let audience = || prop_oneof![Just(Normal), Just(Whisper)];
    let step = prop_oneof![
        6 => Just(Step::Observe),
        2 => Just(Step::Leave),
        4 => Just(Step::Barge),
        1 => any::<bool>().prop_map(Step::Watch),
        2 => audience().prop_map(Step::Draft),
        8 => audience().prop_map(Step::Send),
        2 => Just(Step::SendAgain),
        1 => Just(Step::Page),
        1 => Just(Step::Close),
        1 => Just(Step::Accept),
        1 => Just(Step::Decline),
        8 => any::<bool>().prop_map(Step::Enter),
        4 => any::<bool>().prop_map(Step::Operation),
        1 => any::<bool>().prop_map(Step::Barged),
        1 => Just(Step::Exit),
        1 => Just(Step::Left),
        1 => Just(Step::Reasons),
        4 => Just(Step::Acknowledge),
        3 => prop::sample::select(&ERRORS[..]).prop_map(Step::Error),
        1 => Just(Step::Offered),
        1 => Just(Step::Answered),
        1 => Just(Step::Facts),
        1 => Just(Step::Ended),
        1 => Just(Step::Snapshot),
        2 => Just(Step::Lose),
        4 => Just(Step::Reconnect),
        3 => prop::sample::select(&[500_i64, 2_000, 5_000, 11_000][..]).prop_map(Step::Pass),
    ];
    (0..ROOMS, step)
}

fn is_up(stage: &Stage) -> bool {
    use crate::session_state::LinkState;
    stage.desk.session().get().chat_server.state == LinkState::Up
}

fn key_of(stage: &Stage, guid: u64) -> ContactKey {
    stage.desk.key_of_guid(Guid(guid)).unwrap_or(ContactKey(u64::MAX))
}

fn take(stage: &mut Stage, guid: u64, step: &Step, text: &str) {
    let (now, key, up) = (stage.now, key_of(stage, guid), is_up(stage));
    let desk = &mut stage.desk;
    // What is not possible is refused; that is all that is asked of it.
    match step {
        Step::Observe => drop(desk.observe(now, Guid(guid))),
        Step::Leave => drop(desk.leave_room(now, key)),
        Step::Barge => drop(desk.barge(now, key)),
        Step::Watch(watch) => drop(desk.watch_board(now, *watch)),
        Step::Draft(audience) => drop(desk.set_draft(now, key, *audience, text.into())),
        Step::Send(audience) => drop(desk.send(now, key, *audience, &text.into())),
        Step::SendAgain => {
            let given_up = |c: &crate::contact::Contact| {
                c.timeline.own(crate::timeline::SendState::is_given_up).first().copied()
            };
            if let Some(item) = desk.contact(key).and_then(given_up) {
                let _ = desk.send_again(now, key, item);
            }
        }
        Step::Page => drop(desk.push_page(now, key, &"www.example.org/help".into())),
        Step::Close => drop(desk.close(now, key)),
        Step::Accept => drop(desk.accept(now, key)),
        Step::Decline => drop(desk.decline(now, key)),
        Step::Enter(as_owner) => {
            let asked = desk.contact(key).is_some_and(|c| c.join_request.is_some());
            if up && asked {
                let reply = if *as_owner { room } else { observed_room };
                stage.say(&reply(guid, &json!([])));
            }
        }
        Step::Operation(success) if up => stage.say(&operation(guid, *success)),
        Step::Barged(by_us) if up => {
            let supervisor = if *by_us { AGENT } else { "20091" };
            let word = json!({"method": "supervisorBarge", "guid": guid,
                "supervisorId": supervisor});
            stage.say(&word);
        }
        Step::Exit if up => stage.say(&exit(guid)),
        Step::Left if up => stage.say(&reasons("customerDisconnect", guid)),
        Step::Reasons if up => stage.say(&reasons("agentQuitChat", guid)),
        Step::Acknowledge if up => stage.acknowledge(guid),
        Step::Error(method) if up => error(stage, method),
        Step::Offered => stage.cct(CctEvent::Offered(contact(guid))),
        Step::Answered => stage.cct(CctEvent::Answered(cct_id(guid))),
        Step::Facts => stage.cct(CctEvent::Facts(contact(guid))),
        Step::Ended => stage.ended(guid, ContactEnd::Released),
        Step::Snapshot => {
            stage.cct(CctEvent::Up { server: "cct.test:9084".into() });
            stage.cct(CctEvent::SnapshotDone);
        }
        Step::Lose if up => lose_link(stage),
        Step::Reconnect if !up => {
            let _ = desk.reconnect(now);
            stage.carry_out();
            stage.connect();
        }
        Step::Pass(millis) => stage.pass(*millis),
        _ => {}
    }
    stage.carry_out();
}

/// Which rooms are only looked into.
fn observed(stage: &Stage) -> BTreeMap<u64, bool> {
    let rooms = stage.desk.contacts().filter_map(|c| Some((c.guid()?.0, c.observed)));
    rooms.collect()
}

proptest! {
    #![proptest_config(Config { cases: 200, ..Config::default() })]

    #[test]
    fn an_observer_never_writes_to_the_customer(
        steps in prop::collection::vec(step(), 1..100),
    ) {
        let mut stage = supervisor();
        for (count, (guid, step)) in steps.into_iter().enumerate() {
            let before = observed(&stage);
            take(&mut stage, guid, &step, &format!("text {count}"));
            let after = observed(&stage);
            for frame in stage.frames() {
                let Some(guid) = frame["guid"].as_u64() else { continue };
                let looks_on = before.get(&guid) == Some(&true) && after.get(&guid) != Some(&false);
                let to_customer = match frame["method"].as_str() {
                    Some("newMessage" | "isTyping") => frame["messageType"] == "normal",
                    Some("pagePush" | "agentSetClosedReason") => true,
                    _ => false,
                };
                assert!(!(looks_on && to_customer), "{frame} after {step:?}");
            }
            let cards = |guid: u64, observed: bool| {
                let alike = stage.desk.contacts().filter(move |c| c.guid() == Some(Guid(guid)));
                alike.filter(|c| c.observed == observed).count()
            };
            let twice = (0..ROOMS).any(|guid| cards(guid, true) > 1 || cards(guid, false) > 1);
            assert!(!twice, "a chat stands twice after {step:?}");
            for contact in stage.desk.contacts() {
                assert!(!contact.observed || contact.phase != Phase::WrapUp, "an observer closes");
                assert!(!contact.observed || !stage.cues.iter().any(|cue| matches!(
                    cue, crate::effect::Cue::Offer { contact: key, .. } if *key == contact.key
                )), "what is observed rings");
            }
            let next = stage.desk.next_deadline();
            assert!(next.is_none_or(|at| at >= stage.now), "a deadline was missed");
        }
    }
}

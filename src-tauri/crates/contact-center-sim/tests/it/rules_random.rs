//! Thousands of verbs in random order, under random switches: no panic, every frame fits its schema
//! (the stage checks), no whisper and no typing of one reaches a customer, nobody is forgotten, and
//! as long as the customer is in an answered room it has exactly one owner or is queued for one.

use std::collections::BTreeSet;

use contact_center_sim::center::{
    CustomerDisconnect, ExitNotices, ObserverLeaves, OtherContact, Quirks, RejectReturns,
};
use serde_json::{Value, json};

use crate::stage::{ANN, SAM, Stage, TOM};

/// A small generator; each seed is one story, and a failing one can be told again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap_or(0) % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len())]
    }
}

const SECRET: &str = "whispered-secret";

#[test]
fn random_stories_keep_the_invariants() {
    let mut seen = BTreeSet::new();
    for seed in 1..=100 {
        story(seed, &mut seen);
    }
    let wanted = [
        "barged",
        "conference",
        "consulting",
        "ended",
        "front",
        "mail",
        "observed",
        "promoted",
        "transferred",
        "unserved",
    ];
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), wanted, "the stories go everywhere");
}

fn story(seed: u64, seen: &mut BTreeSet<&'static str>) {
    let mut dice = Dice(seed << 40);
    let mut stage = Stage::new();
    stage.quirks(|quirks| switches(quirks, &mut dice));
    for agent in [ANN, TOM] {
        stage.ready(agent);
    }
    stage.log_in(SAM, false);
    let mut guids = Vec::new();
    for _ in 0..120 {
        step(&mut stage, &mut dice, &mut guids);
        let heard = stage.take();
        for line in &heard {
            assert!(!(line.starts_with("C <") && line.contains(SECRET)), "seed {seed}: {line}");
            // Only whispers are typed with true here.
            let typed = line.starts_with("C < isTyping") && line.ends_with("true");
            assert!(!typed, "seed {seed}: {line}");
            if line.contains("changeConferenceOwner 2") {
                seen.insert("promoted");
            }
        }
        let state = stage.center.snapshot();
        check(&state, seed);
        note(&state, seen);
    }
}

/// Every story is told under other switches; those about the look of frames are left alone.
fn switches(quirks: &mut Quirks, dice: &mut Dice) {
    let mut coin = || dice.roll(2) == 0;
    quirks.barge_gives_leg = coin();
    quirks.barge_needs_own_id = coin();
    quirks.closed_reason_required = coin();
    quirks.consult_not_ready = coin();
    quirks.deliver_before_rejoin = coin();
    quirks.leg_ends_with_close = coin();
    quirks.messages_after_quit = coin();
    quirks.observer_may_whisper = coin();
    quirks.passive_shown_to_customer = coin();
    if coin() {
        quirks.customer_disconnect = CustomerDisconnect::WithoutReasons;
    }
    if coin() {
        quirks.exit_notices = ExitNotices::Everyone;
    }
    if coin() {
        quirks.observer_leaves = ObserverLeaves::AgentQuitChat;
    }
    if coin() {
        quirks.reject_returns = RejectReturns::EveryContact;
    }
}

/// What the stories came across.
fn note(state: &Value, seen: &mut BTreeSet<&'static str>) {
    for room in state["rooms"].as_array().into_iter().flatten() {
        let observed = room["members"]
            .as_array()
            .is_some_and(|all| all.iter().any(|one| one["role"] == "supervisor_observe"));
        for (what, is) in [
            ("barged", room["barged"] == true),
            ("conference", room["conference"] == true),
            ("consulting", room["consult"]["joined"] == true),
            ("ended", room["phase"] == "ended"),
            ("front", room["phase"] == "queued" && room["position"] == 1),
            ("mail", room["kind"] == "email" && room["phase"] == "answered"),
            ("observed", observed),
            ("unserved", room["phase"] == "answered" && room["owner"].is_null()),
            ("transferred", room["transfers"] == 1),
        ] {
            if is {
                seen.insert(what);
            }
        }
    }
}

fn step(stage: &mut Stage, dice: &mut Dice, guids: &mut Vec<u64>) {
    use contact_center_sim::center::CctPort;
    let agent = dice.pick(&[ANN, TOM, SAM]);
    let other = dice.pick(&[ANN, TOM, TOM, "777"]);
    let guid = place(stage, dice, agent, guids);
    if dice.roll(3) == 0 {
        carry_on(stage, dice);
        return;
    }
    // Refusals are part of the story.
    match dice.roll(34) {
        0 | 1 if guids.len() < 9 => {
            let skillset = dice.pick(&["WC_Sales", "WC_Travel"]);
            guids.extend(stage.ask(dice.pick(&["a@x.org", "b@x.org"]), skillset));
        }
        2..=4 => drop(stage.port(|center| center.answer(agent, guid))),
        5 if dice.roll(4) == 0 => drop(stage.port(|center| center.reject(agent, guid))),
        6 => drop(stage.port(|center| center.set_ready(agent, true))),
        7 if dice.roll(6) == 0 => drop(stage.port(|center| center.disconnect(agent, guid))),
        8 | 9 => stage.join(agent, guid, "active"),
        10 | 11 => stage.join(agent, guid, "consult"),
        12 => stage.join(SAM, guid, "observe"),
        13 => stage.say(agent, guid, "normal", "hello"),
        14 => stage.say(agent, guid, "whisper", SECRET),
        15 | 16 => stage.operate(agent, guid, "consult", other),
        17 => {
            let (agent, guid, other) =
                consulting(stage).unwrap_or((agent.into(), guid, other.into()));
            stage.operate(&agent, guid, dice.pick(&["agent", "conference", "conference"]), &other);
        }
        18 => stage.operate(agent, guid, dice.pick(&["queue", "barge"]), dice.pick(&["11", "12"])),
        19 => {
            let verb = dice.pick(&[
                "leaveRoom",
                "dropPassiveParticipant",
                "conferenceClose",
                "changeConferenceOwner",
                "getDestinations",
            ]);
            stage.verb(agent, verb, guid);
        }
        20 if dice.roll(3) == 0 => stage.close(agent, guid),
        21 => stage.reason(agent, guid, 1),
        22 if stage.has_customer(guid) => {
            stage.customer(guid, "newMessage", json!({ "message": "hi" }));
        }
        23 if stage.has_customer(guid) && dice.roll(6) == 0 => {
            stage.customer(guid, "closeConversation", json!({}));
        }
        24 => {
            stage.lose_agent(agent);
            stage.log_in(agent, dice.roll(6) > 0);
        }
        25 => {
            let whisper = dice.roll(2) == 0;
            let kind = if whisper { "whisper" } else { "normal" };
            let fields = json!({ "guid": guid, "messageType": kind, "isTyping": whisper });
            stage.agent(agent, "isTyping", fields);
        }
        26 => {
            let page = json!({ "guid": guid, "url": "www.x.org", "destination": "newBrowserTab" });
            stage.agent(agent, "pagePush", page);
        }
        27 => match dice.roll(4) {
            0 => stage.agent(agent, "screenPops", json!({})),
            1 => stage.agent(agent, "agentData", json!({})),
            2 => stage.agent(agent, "customerHistory", json!({ "guid": guid, "amount": 2 })),
            _ => stage.agent(agent, "agentLogout", json!({})),
        },
        28 if stage.has_customer(guid) => {
            stage.lose_customer(guid);
            if dice.roll(3) > 0 {
                stage.resume(guid, &format!("key-of-{guid}"));
            }
        }
        29 if guids.len() < 9 => {
            guids.extend(stage.port(|center| center.start_contact(&OtherContact::default())));
        }
        30 => match dice.roll(3) {
            0 => drop(stage.port(|center| center.end_contact(guid))),
            1 => drop(stage.port(|center| center.set_activity_code(agent, Some(guid), "1"))),
            _ => {
                let changes = [("Loyalty".to_owned(), "gold".to_owned())].into();
                stage.port(|center| center.change_intrinsics(guid, &changes));
            }
        },
        31 => stage.verb(agent, "agentQuitChat", guid),
        32 => {
            stage.join(SAM, guid, "observe");
            stage.operate(SAM, guid, "barge", SAM);
        }
        _ => {
            for guid in
                guids.iter().filter(|guid| stage.has_customer(**guid)).copied().collect::<Vec<_>>()
            {
                stage.customer(guid, "ping", json!({}));
            }
            stage.pass(i64::try_from(dice.roll(8_000)).unwrap_or(0));
        }
    }
}

/// What people would do next: answer, join, ask for a consult.
fn carry_on(stage: &mut Stage, dice: &mut Dice) {
    use contact_center_sim::center::{CctPort, LegState};
    let agent = dice.pick(&[ANN, TOM]);
    let state = stage.center.snapshot();
    for leg in stage.center.agent_contacts(agent) {
        let rooms = state["rooms"].as_array().into_iter().flatten();
        let room = rooms.into_iter().find(|room| room["guid"] == leg.guid).cloned();
        let Some(room) = room else { continue };
        let inside = room["members"].to_string().contains(agent);
        if leg.state == LegState::Ringing {
            stage.answer(agent, leg.guid);
        } else if !inside {
            let consulted = room["consult"]["target"] == agent;
            stage.join(agent, leg.guid, if consulted { "consult" } else { "active" });
        } else {
            stage.operate(agent, leg.guid, "consult", if agent == ANN { TOM } else { ANN });
        }
    }
}

/// Owner, contact and consulted agent of a consult that goes on.
fn consulting(stage: &Stage) -> Option<(String, u64, String)> {
    let state = stage.center.snapshot();
    let rooms = state["rooms"].as_array()?;
    let room = rooms.iter().find(|room| room["consult"]["joined"] == true)?;
    let text = |value: &Value| value.as_str().map(str::to_owned);
    Some((text(&room["owner"])?, room["guid"].as_u64()?, text(&room["consult"]["target"])?))
}

/// Mostly a contact that the agent has to do with; else any.
fn place(stage: &Stage, dice: &mut Dice, agent: &str, guids: &[u64]) -> u64 {
    use contact_center_sim::center::CctPort;
    let own = stage.center.agent_contacts(agent);
    if !own.is_empty() && dice.roll(4) > 0 {
        return own[dice.roll(own.len())].guid;
    }
    if guids.is_empty() { 1 } else { guids[dice.roll(guids.len())] }
}

fn check(state: &Value, seed: u64) {
    let stage_ends_legs = state["quirks"]["leg_ends_with_close"] == true;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let holders = |guid: &Value| {
        let agents = list(&state["agents"]).into_iter();
        let active = move |agent: &Value| {
            list(&agent["legs"]).iter().any(|leg| leg["guid"] == *guid && leg["state"] == "ACTIVE")
        };
        agents.filter(active).count()
    };
    for room in list(&state["rooms"]) {
        let story = format!("seed {seed}: {room}");
        let members = list(&room["members"]);
        let active: Vec<_> =
            members.iter().filter(|one| one["role"] == "active_participant").collect();
        let phase = room["phase"].as_str().unwrap_or_default();
        if room["kind"] != "web_chat" {
            assert!(members.is_empty(), "no room: {story}");
            assert_eq!(holders(&room["guid"]), usize::from(phase == "answered"), "{story}");
            continue;
        }
        match phase {
            "ended" => {
                assert!(members.is_empty(), "{story}");
                assert_eq!(room["customer"]["gone"], true, "the customer knows: {story}");
            }
            "queued" | "offered" => {
                assert!(active.is_empty() && room["owner"].is_null(), "{story}");
                assert_eq!(room["position"].as_u64() > Some(0), phase == "queued", "{story}");
            }
            _ => match room["owner"].as_str() {
                Some(owner) => {
                    assert!(active.iter().any(|one| one["agent"] == owner), "{story}");
                    assert!(active.len() <= 2, "{story}");
                }
                // Answered, and about to be entered by exactly the agent who did.
                None => {
                    let serving = members.iter().any(|one| one["role"] != "supervisor_observe");
                    assert!(!serving, "somebody is there without an owner: {story}");
                    assert!(room["consult"].is_null(), "nobody to hand over: {story}");
                    let held = holders(&room["guid"]);
                    // Legs of agents who have left may still be there under the switch.
                    assert!(held == 1 || (held > 1 && !stage_ends_legs), "{held} hold {story}");
                }
            },
        }
    }
    for agent in list(&state["agents"]) {
        let legs = list(&agent["legs"]);
        // A barge does not ask how many a supervisor has.
        let limited = agent["agent"] != SAM;
        assert!(!limited || legs.len() <= 3, "seed {seed}: the multiplicity limit holds: {agent}");
        for leg in legs {
            let room = list(&state["rooms"]).into_iter().find(|room| room["guid"] == leg["guid"]);
            let room = room.unwrap_or_else(|| panic!("seed {seed}: a leg without a contact"));
            // Where the desktop has to end its leg, the leg stays until then.
            let may_stay = !stage_ends_legs && leg["state"] == "ACTIVE";
            assert!(
                may_stay || room["phase"] != "ended",
                "seed {seed}: no leg outlives its contact: {room}"
            );
        }
    }
}

//! The supervisor's wall: a thousand agents with five conversations each that move by themselves.

use std::collections::BTreeMap;

use contact_center_sim::center::{AgentStatusKey, Wall};
use contact_center_sim::{Options, Simulator};
use serde_json::{Value, json};

use crate::agent_client::AgentClient;
use crate::stage::{SAM, Stage};

fn stage(wall: Wall) -> Stage {
    let mut stage = Stage::new();
    stage.log_in(SAM, false);
    stage.port(|center| center.put_up_wall(wall));
    stage
}

/// Conversations by number, of the rows of the board.
fn board(stage: &mut Stage) -> (Vec<Value>, BTreeMap<u64, Value>) {
    stage.agent(SAM, "agentData", json!({}));
    let frame = stage.frames.pop().expect("an answer");
    let rows = frame["body"]["agents"].as_array().expect("a list").clone();
    let chats = rows.iter().flat_map(|row| row["conversations"].as_array().expect("a list"));
    let chats = chats.map(|chat| (chat["guid"].as_u64().expect("a number"), chat.clone()));
    (rows.clone(), chats.collect())
}

#[test]
fn a_thousand_agents_with_five_conversations_each_move_on() {
    let mut stage = stage(Wall { seed: 7, ..Wall::default() });
    let (rows, first) = board(&mut stage);
    assert_eq!(rows.len(), 1_000);
    assert!(rows.iter().all(|row| row["conversations"].as_array().expect("a list").len() == 5));
    let names: std::collections::BTreeSet<_> =
        rows.iter().map(|row| row["displayName"].to_string()).collect();
    assert_eq!(names.len(), 1_000, "every agent has a name of its own");
    stage.pass(60_000);
    let (_, later) = board(&mut stage);
    let common: Vec<_> = first.keys().filter(|guid| later.contains_key(guid)).collect();
    assert!(common.len() > 4_000, "most go on: {}", common.len());
    assert!(common.len() < 5_000, "some have ended, and others begun");
    assert_eq!(later.len(), 5_000);
    let number = |chats: &BTreeMap<u64, Value>, guid: &u64, key: &str| chats[guid][key].as_i64();
    let counts = |key: &'static str| {
        common.iter().filter(|guid| number(&first, guid, key) < number(&later, guid, key)).count()
    };
    assert_eq!(counts("conversationLength_inSeconds"), common.len(), "time goes on in all");
    assert!(counts("numberOfAgentMessages") > 2_000, "lines arrive");
    let over = |chats: &BTreeMap<u64, Value>, key: &str, limit: i64| {
        chats.keys().filter(|guid| number(chats, guid, key) > Some(limit)).count()
    };
    for (key, limit) in [
        ("conversationLength_inSeconds", 900),
        ("lastMessageOut_inSeconds", 90),
        ("numberOfUnansweredCustomerMessages", 2),
    ] {
        let flagged = over(&later, key, limit);
        assert!((50..4_000).contains(&flagged), "{key}: {flagged} are over the threshold");
    }
}

#[test]
fn the_same_seed_tells_the_same_story() {
    let look = |seed| {
        let mut stage = stage(Wall { agents: 20, chats_each: 3, seed });
        stage.pass(90_000);
        board(&mut stage).0
    };
    assert_eq!(look(1), look(1));
    assert_ne!(look(1), look(2));
}

#[test]
fn who_is_ready_is_said_under_the_key_of_the_switch() {
    for (key, name) in [
        (AgentStatusKey::Status, Some("status")),
        (AgentStatusKey::AgentStatus, Some("agentStatus")),
        (AgentStatusKey::State, Some("state")),
        (AgentStatusKey::Absent, None),
    ] {
        let mut stage = stage(Wall { agents: 50, ..Wall::default() });
        stage.quirks(|quirks| quirks.agent_data_status = key);
        let (rows, _) = board(&mut stage);
        let said = |word: &str| {
            rows.iter().filter(|row| name.is_some_and(|name| row[name] == word)).count()
        };
        let all = if name.is_some() { 50 } else { 0 };
        assert_eq!(said("Ready") + said("Not Ready"), all);
        assert_eq!(said("Not Ready") > 0, name.is_some());
    }
}

/// What the board says of a conversation is what an observer finds there, and it goes on.
#[test]
fn an_observed_conversation_is_a_room_that_goes_on() {
    let mut stage = stage(Wall { agents: 10, chats_each: 5, seed: 5 });
    let (rows, chats) = board(&mut stage);
    // One that has just begun and is not about to end.
    let wanted = chats.values().min_by_key(|chat| {
        let length = chat["conversationLength_inSeconds"].as_i64().expect("a number");
        if length < 30 { i64::MAX } else { length }
    });
    let guid = wanted.expect("a conversation")["guid"].as_u64().expect("a number");
    let owner =
        rows.iter().find(|row| row["conversations"].to_string().contains(&guid.to_string()));
    let owner = owner.expect("its agent")["agentId"].as_str().expect("text").to_owned();
    stage.clear();
    stage.join(SAM, guid, "observe");
    let reply = stage.frames.last().expect("a reply").clone();
    let lines = reply["body"]["conversationTranscript"]["messages"].as_array().map_or(0, Vec::len);
    let people = reply["body"]["currentParticipantList"]["participants"].to_string();
    assert!(people.contains(&owner), "{people}");
    assert_eq!(board(&mut stage).1[&guid], chats[&guid], "the same measures");
    stage.clear();
    stage.pass(200_000);
    let heard = stage.take();
    let said = |who: &str| heard.iter().filter(|line| line.contains(who)).count();
    assert!(said("newMessage normal customer") > 1, "{lines} lines before; {heard:?}");
    // The supervisor takes it over; the agent of the wall writes to the customer no more.
    stage.operate(SAM, guid, "barge", SAM);
    assert_eq!(stage.take()[0], "20090 < operationRequest true");
    stage.pass(100_000);
    let by_agent = format!("newMessage normal {owner}");
    assert!(stage.take().iter().all(|line| !line.contains(&by_agent)));
    // In the end the customer goes, and the supervisor closes.
    stage.pass(2_000_000);
    assert!(stage.take().contains(&"20090 < customerDisconnect".to_owned()));
    stage.close(SAM, guid);
    let rooms = stage.center.snapshot()["rooms"].clone();
    assert_eq!(rooms[0]["phase"], "ended");
    assert_eq!(stage.center.next_deadline(), None, "nothing runs when nobody looks");
}

#[test]
fn a_conversation_that_is_over_cannot_be_entered() {
    let mut stage = stage(Wall { agents: 3, chats_each: 1, seed: 5 });
    let (_, chats) = board(&mut stage);
    stage.pass(3_000_000);
    stage.clear();
    let guid = *chats.keys().next().expect("one");
    stage.join(SAM, guid, "observe");
    assert_eq!(stage.take(), ["20090 < error agentJoinRoom 1: no such room"]);
}

/// The whole way of an answer: request, rules, schema, log, socket, and reading it here.
#[tokio::test]
async fn an_answer_is_cheap() {
    let wall = Some(Wall { seed: 7, ..Wall::default() });
    let simulator =
        Simulator::start(Options { wall, ..Options::default() }).await.expect("it starts");
    let mut sam = AgentClient::logged_in(&simulator.ewc_url, SAM, false).await;
    let mut took = Vec::new();
    for _ in 0..5 {
        let asked = simulator.handle().now();
        sam.send("agentData", json!({})).await;
        let board = sam.expect("agentData").await;
        took.push(simulator.handle().now() - asked);
        assert_eq!(board["agents"].as_array().map(Vec::len), Some(1_000));
    }
    assert!(simulator.defects().is_empty());
    let rows = simulator.handle().read(|_, log| {
        contact_center_sim::sequence::rows(log, &Default::default(), None, 0, &["agentLogin"])
    });
    assert_eq!(rows[1].to_string(), "S -> 20090 notification agentData", "however long it is");
    // Milliseconds; not optimized, and other tests run beside.
    took.sort_unstable();
    eprintln!("an answer takes {took:?} ms");
    assert!(took[2] < 3_000, "{took:?} ms");
}

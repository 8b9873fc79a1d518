//! The board: every rule of merging, flagging, ordering and trend, as tables.

use ewc_wire::agent::{AgentDataNotification, Incoming, Measure, Notification, decode};
use serde_json::{Value, json};

use super::trend::Sample;
use super::{Board, BoardRow, Reading, Samples, Trend};
use crate::revision::{Revised, Revision};
use crate::time::Millis;

fn data(body: Value) -> AgentDataNotification {
    let mut body = body;
    body["method"] = json!("agentData");
    let text = json!({"apiVersion": "1.0", "type": "notification", "body": body}).to_string();
    match decode(&text) {
        Ok(Incoming::Notification(Notification::AgentData(data))) => data,
        other => panic!("not agent data: {other:?}"),
    }
}

fn chat(guid: u64, waits: i64, unanswered: i64) -> Value {
    json!({"guid": guid, "lastMessageOut_inSeconds": waits,
        "numberOfUnansweredCustomerMessages": unanswered})
}

fn guids(rows: &[BoardRow]) -> Vec<u64> {
    rows.iter().map(|row| row.guid.0).collect()
}

fn limits() -> Value {
    json!({
        "lastMessageOut_inSeconds": {"threshold": 20, "priority": 2},
        "numberOfUnansweredCustomerMessages": {"threshold": 1, "priority": 1},
    })
}

#[test]
fn most_urgent_first_by_priority_then_by_how_far_over_then_by_room() {
    let reading = Reading::of(&data(json!({"thresholds": limits(), "agents": [
        {"agentId": "1", "conversations": [
            chat(16, 5, 0), chat(15, 20, 1), chat(14, 21, 0), chat(13, 400, 0),
            chat(12, 3, 2), chat(11, 94, 2), chat(10, 3, 4), chat(9, 5, 0),
        ]},
    ]})));
    // Priority 1 first, however far the others are over; at their limits rows are not flagged.
    assert_eq!(guids(&reading.rows), [10, 11, 12, 13, 14, 9, 15, 16]);
    let measures: Vec<_> = reading.rows[1].flags.iter().map(|flag| flag.measure.clone()).collect();
    let wanted = [Measure::NumberOfUnansweredCustomerMessages, Measure::LastMessageOut];
    assert_eq!(measures, wanted, "the most important flag stands first");
}

#[test]
fn a_flag_without_priority_matters_least_and_a_limit_of_none_divides_nothing() {
    let reading = Reading::of(&data(json!({
        "thresholds": {
            "lastMessageOut_inSeconds": {"threshold": 10},
            "numberOfUnansweredCustomerMessages": {"threshold": 0, "priority": 5},
            "sentiment": {"threshold": -3, "priority": 5},
        },
        "agents": [{"agentId": "1", "conversations": [
            chat(1, 10_000, 0), chat(2, 1, 1), {"guid": 3, "sentiment": i64::MAX},
            {"guid": 4, "sentiment": -3}, {"guid": 5},
        ]}],
    })));
    assert_eq!(guids(&reading.rows), [3, 2, 1, 4, 5]);
    assert_eq!(reading.rows[0].flags[0].measure.to_string(), "sentiment");
}

#[test]
fn an_agent_listed_twice_is_one_and_a_chat_of_two_agents_is_two_rows() {
    let reading = Reading::of(&data(json!({"agents": [
        {"agentId": "2", "displayName": "zoe", "conversations": [chat(7, 1, 0)]},
        {"agentId": "1", "conversations": [chat(7, 1, 0), chat(8, 1, 0)]},
        {"agentId": "1", "displayName": "Abe", "status": "Ready",
            "conversations": [chat(8, 9, 0), chat(9, 1, 0)]},
        {"agentId": "003", "displayName": " ", "conversations": []},
        {"agentId": 5}, {"noAgent": true},
    ]})));
    let agents: Vec<_> = reading
        .agents
        .iter()
        .map(|agent| (agent.id.as_str(), agent.name.as_str(), agent.contacts))
        .collect();
    let wanted = [("003", "003", 0), ("5", "5", 0), ("1", "Abe", 3), ("2", "zoe", 1)];
    assert_eq!(agents, wanted);
    assert_eq!(reading.agents[2].status.as_deref(), Some("Ready"));
    let rows: Vec<_> =
        reading.rows.iter().map(|row| (row.guid.0, row.agent.as_str().to_owned())).collect();
    let wanted = [(7, "1"), (7, "2"), (8, "1"), (9, "1")].map(|(g, a)| (g, a.to_owned()));
    assert_eq!(rows, wanted);
    assert_eq!(reading.rows[2].counters.since_agent, Some(9), "the later word counts");
    assert_eq!(reading.skipped, 1, "an entry without an agent is counted");
}

#[test]
fn nothing_at_all_is_an_empty_board() {
    let reading = Reading::of(&data(json!({})));
    assert!(reading.agents.is_empty() && reading.rows.is_empty());
    assert_eq!(reading.skipped, 0);
}

#[test]
fn the_trend_of_two_samples() {
    let sample = |unanswered: Option<i64>, flags: usize, waits: bool| Sample {
        unanswered,
        flags,
        waits_too_long: waits,
    };
    let (some, quiet) = (Some(1), sample(Some(0), 0, false));
    for (before, after, wanted) in [
        (quiet, quiet, Trend::Steady),
        (quiet, sample(some, 0, false), Trend::Worse),
        (sample(Some(3), 2, true), sample(some, 2, true), Trend::Better),
        // Fewer lines wait: better, although a long chat is newly over its limit.
        (sample(Some(3), 0, false), sample(some, 1, false), Trend::Better),
        (sample(some, 0, false), sample(some, 1, true), Trend::Worse),
        (sample(some, 2, true), sample(some, 1, true), Trend::Better),
        // A customer waits on over the limit; one who waits within it does not alarm yet.
        (sample(some, 1, true), sample(some, 1, true), Trend::Worse),
        (sample(some, 0, false), sample(some, 0, false), Trend::Steady),
        // A long chat in which nobody waits.
        (sample(Some(0), 1, true), sample(Some(0), 1, true), Trend::Steady),
        // A server that does not count lines.
        (sample(None, 0, false), sample(Some(2), 0, false), Trend::Steady),
        (sample(None, 1, true), sample(None, 1, true), Trend::Steady),
        (sample(None, 1, true), sample(None, 0, false), Trend::Better),
    ] {
        assert_eq!(before.trend_to(after), wanted, "{before:?} then {after:?}");
    }
}

#[test]
fn a_change_stays_in_sight_for_fifteen_seconds_unless_there_is_a_newer_one() {
    let mut samples = Samples::default();
    let mut see = |second: i64, unanswered: i64| {
        let agents = json!([{"agentId": "1", "conversations": [chat(7, 1, unanswered)]}]);
        let mut rows = Reading::of(&data(json!({ "agents": agents }))).rows;
        samples.judge(Millis(second * 1_000), &mut rows);
        rows[0].trend
    };
    assert_eq!(see(0, 0), Trend::Steady);
    assert_eq!(see(5, 1), Trend::Worse);
    assert_eq!(see(10, 1), Trend::Worse);
    assert_eq!(see(15, 0), Trend::Better);
    assert_eq!(see(29, 0), Trend::Better);
    assert_eq!(see(30, 0), Trend::Steady);
}

#[test]
fn a_row_that_went_away_begins_anew() {
    let mut samples = Samples::default();
    let mut see = |chats: Value| {
        let agents = json!([{"agentId": "1", "conversations": chats}]);
        let mut rows = Reading::of(&data(json!({ "agents": agents }))).rows;
        samples.judge(Millis(0), &mut rows);
        rows.first().map(|row| row.trend)
    };
    see(json!([chat(7, 1, 3)]));
    assert_eq!(see(json!([])), None);
    assert_eq!(see(json!([chat(7, 1, 9)])), Some(Trend::Steady));
}

#[test]
fn a_change_in_place_copies_nothing() {
    /// Counts its copies by refusing them.
    #[derive(Debug, PartialEq)]
    struct Big(u32);
    let mut big = Revised::new(Big(1), Revision(1));
    big.change(Revision(2), |big| big.0 = 2);
    assert_eq!((big.get(), big.changed()), (&Big(2), Revision(2)));
    // The time of a board stands before its rows: two boards differ at once.
    let early = Board { at: Some(Millis(1)), ..Board::default() };
    assert_ne!(early, Board { at: Some(Millis(2)), ..Board::default() });
}

//! A supervisor: the board, and taking a room over.

use std::collections::BTreeMap;

use ewc_wire::Guid;
use ewc_wire::agent::{
    AgentDataNotification, Incoming, Measure, Notification, Request, SupervisedAgent,
    SupervisedConversation, SupervisorBargeNotification, Threshold, decode,
};
use serde_json::json;

use super::{flow, millis, request};
use crate::fixtures::{ROOM, agent, named};

const MEASURES: [Measure; 5] = [
    Measure::ConversationLength,
    Measure::LastMessageOut,
    Measure::LastMessageIn,
    Measure::NumberOfAgentMessages,
    Measure::NumberOfUnansweredCustomerMessages,
];

fn conversation(guid: u64, values: [i64; 5]) -> SupervisedConversation {
    let measures = MEASURES.into_iter().zip(values).collect();
    SupervisedConversation { guid: Guid(guid), measures }
}

fn supervised(id: &str, name: &str, list: Vec<SupervisedConversation>) -> SupervisedAgent {
    SupervisedAgent {
        agent_id: agent(id),
        display_name: named(name),
        status: None,
        conversations: list,
        skipped: 0,
    }
}

#[test]
pub(super) fn agent_data_request() {
    request("agent-data-request", &Request::AgentData);
}

#[test]
pub(super) fn agent_data_notification() {
    let limits = [(600, 2), (40, 1), (50, 3), (30, 5), (2, 4)];
    let thresholds: BTreeMap<Measure, Threshold> = MEASURES
        .into_iter()
        .zip(limits.map(|(threshold, priority)| Threshold { threshold, priority: Some(priority) }))
        .collect();
    let agents = vec![
        supervised(
            "00731",
            "Jonas Berg",
            vec![
                conversation(7_300_412, [310, 12, 44, 9, 1]),
                conversation(7_300_413, [55, 20, 5, 2, 0]),
            ],
        ),
        supervised("00732", "Nils Aas", vec![conversation(7_300_414, [700, 61, 3, 14, 4])]),
        supervised("00732", "Nils Aas", vec![conversation(7_300_415, [8, 8, 8, 0, 1])]),
    ];
    millis(
        "agent-data-notification",
        Notification::AgentData(AgentDataNotification { thresholds, agents, skipped: 0 }),
    );
}

#[test]
fn undocumented_numbers_and_a_state_are_kept() {
    let talk = json!({"guid": 5, "mood": 3, "note": "words"});
    let person = json!({"agentId": 9, "agentStatus": "Ready", "conversations": [talk]});
    let frame =
        json!({"type": "notification", "body": {"method": "agentData", "agents": [person]}});
    let Ok(Incoming::Notification(Notification::AgentData(board))) = decode(&frame.to_string())
    else {
        panic!("not a board");
    };
    assert_eq!(board.agents[0].status.as_deref(), Some("Ready"));
    let measures = &board.agents[0].conversations[0].measures;
    assert_eq!(measures.get(&Measure::from("mood")), Some(&3));
    assert_eq!(measures.len(), 1);
}

#[test]
pub(super) fn supervisor_barge_notification() {
    millis(
        "supervisor-barge-notification",
        Notification::SupervisorBarge(SupervisorBargeNotification {
            guid: ROOM,
            supervisor_id: agent("04410"),
        }),
    );
}

/// The flow has no message of its own: all that it is made of are read and written.
#[test]
pub(super) fn supervisor_barge() {
    assert!(flow(|section| section.starts_with('v')) > 20);
}

//! A supervisor's desk: the board, looking into chats, taking one over.

mod any_order;
mod barge;
mod board;
mod legs;
mod links;
mod observe;

use serde_json::{Value, json};

use super::stage::{AGENT, Stage, agent, sign_in};
use crate::cct::{AgentInfo, CctEvent};
use crate::contact::ContactKey;

/// The agent whose chats are observed.
const OTHER: &str = "00777";

/// A supervisor is signed in and Ready.
fn supervisor() -> Stage {
    let mut stage = Stage::new();
    come_in(&mut stage);
    stage
}

fn come_in(stage: &mut Stage) {
    stage.desk.sign_in(stage.now, sign_in()).unwrap();
    stage.cct(CctEvent::Up { server: "cct.test:9084".into() });
    stage.cct(CctEvent::SignedIn(AgentInfo { supervisor: true, ..agent() }));
    stage.cct(CctEvent::Ready { ready: true, reason_code: None });
    stage.connect();
    stage.frames();
}

/// A room as its observer sees it.
fn observed_room(guid: u64, transcript: &Value) -> Value {
    let mut reply = super::stage::room(guid, transcript);
    reply["currentParticipantList"]["participants"] = json!([
        {"agentId": OTHER, "userType": "active_participant"},
        {"agentId": AGENT, "userType": "supervisor_observe"},
    ]);
    reply
}

/// Asks to look into a chat; the server has not said anything yet.
fn look(stage: &mut Stage, guid: u64) -> ContactKey {
    let key = stage.desk.observe(stage.now, ewc_wire::Guid(guid)).unwrap();
    stage.carry_out();
    key
}

/// A supervisor looks into the chat of this guid.
fn observing(guid: u64) -> (Stage, ContactKey) {
    let mut stage = supervisor();
    let key = observe(&mut stage, guid);
    (stage, key)
}

fn observe(stage: &mut Stage, guid: u64) -> ContactKey {
    let key = look(stage, guid);
    stage.say(&observed_room(guid, &json!([])));
    stage.frames();
    key
}

/// A chat that was taken over.
fn barged(guid: u64) -> (Stage, ContactKey) {
    let (mut stage, key) = observing(guid);
    stage.desk.barge(stage.now, key).unwrap();
    stage.carry_out();
    stage.say(&operation(guid, true));
    stage.frames();
    (stage, key)
}

fn operation(guid: u64, success: bool) -> Value {
    json!({"method": "operationRequest", "guid": guid, "success": success})
}

fn error(stage: &mut Stage, method: &str) {
    stage.frame("error", &json!({"method": method, "code": 1, "errorMessage": "no"}));
}

fn join(guid: u64, kind: &str) -> Value {
    json!({"method": "agentJoinRoom", "guid": guid, "joinType": kind})
}

fn exit(guid: u64) -> Value {
    json!({"method": "exitRoom", "guid": guid, "agentId": AGENT, "scenario": "transferred"})
}

fn lose_link(stage: &mut Stage) {
    use crate::failure::LinkFailure::Lost;
    stage.ewc(|connection| crate::ewc::EwcInput::Failed { connection, why: Lost });
}

/// The next connection is made and the log-in is taken.
fn come_back(stage: &mut Stage) {
    stage.desk.reconnect(stage.now).unwrap();
    stage.carry_out();
    stage.frames();
    stage.connect();
}

/// The methods sent since last asked, but the log-in.
fn sent(stage: &mut Stage) -> Vec<Value> {
    stage.frames().into_iter().filter(|body| body["method"] != "agentLogin").collect()
}

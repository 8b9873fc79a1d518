//! The other agents of the scenes: what servers say of them, and how far a consult has come.

use serde_json::{Value, json};

use super::stage::{AGENT, Stage, room};
use crate::contact::{ContactKey, Part, Step};
use crate::desk::Actions;
use crate::failure::{Failure, FailureKind, WhyNot};
use crate::notice::{NoticeKind, OfferEnd};

/// Who is asked for help.
pub(super) const BEN: &str = "00200";
/// Who watches.
pub(super) const VERA: &str = "00900";

pub(super) const PASSIVE: &str = "passive_participant";
pub(super) const ACTIVE: &str = "active_participant";

pub(super) fn operation(success: bool) -> Value {
    json!({"method": "operationRequest", "guid": 7, "success": success})
}

pub(super) fn role(agent: &str, role: &str) -> Value {
    json!({"method": "activeAgentNotification", "guid": 7, "agentId": agent, "userType": role})
}

pub(super) fn exit(agent: &str, scenario: &str) -> Value {
    json!({"method": "exitRoom", "guid": 7, "agentId": agent, "scenario": scenario})
}

pub(super) fn owner(agent: &str) -> Value {
    json!({"method": "changeConferenceOwner", "guid": 7, "newOwner": agent})
}

pub(super) fn barge() -> Value {
    json!({"method": "supervisorBarge", "guid": 7, "supervisorId": VERA})
}

pub(super) fn says(agent: &str, kind: &str, text: &str) -> Value {
    json!({"method": "newMessage", "guid": 7, "sender": {"type": "agent", "agentId": agent},
        "displayName": agent, "timestamp": 1, "message": text, "messageType": kind})
}

pub(super) fn destinations() -> Value {
    json!({"method": "getDestinations", "guid": 7, "queues": [
        {"queueName": "Sales", "queueId": 4, "agents": [
            {"agentId": BEN, "displayName": "Ben"},
            {"agentId": AGENT, "displayName": "Ann"},
        ]},
        {"queueName": "Night", "queueId": 5, "agents": []},
    ]})
}

/// The room with these agents in it.
pub(super) fn room_of(agents: &[(&str, &str)], transcript: &Value) -> Value {
    let mut reply = room(7, transcript);
    let listed = |(agent, role): &(&str, &str)| json!({"agentId": agent, "userType": role});
    reply["currentParticipantList"]["participants"] = agents.iter().map(listed).collect();
    reply
}

/// A chat whose destinations are listed.
pub(super) fn listed() -> (Stage, ContactKey) {
    let (mut stage, key) = Stage::chatting();
    stage.desk.request_destinations(stage.now, key).unwrap();
    stage.carry_out();
    assert_eq!(stage.frames(), [json!({"method": "getDestinations", "guid": 7})]);
    stage.say(&destinations());
    (stage, key)
}

/// A chat that Ben is asked about, up to a step.
pub(super) fn consulting(until: Step) -> (Stage, ContactKey) {
    let (mut stage, key) = listed();
    let brief = Some("she wants two".into());
    stage.desk.consult(stage.now, key, &BEN.into(), brief).unwrap();
    stage.carry_out();
    let asked = json!({"method": "operationRequest", "guid": 7, "destinationType": "consult",
        "destinationId": BEN});
    assert_eq!(stage.frames(), [asked]);
    if until == Step::Inviting {
        return (stage, key);
    }
    stage.say(&operation(true));
    if until == Step::Ringing {
        return (stage, key);
    }
    stage.say(&role(BEN, PASSIVE));
    stage.acknowledge(7);
    stage.frames();
    match until {
        Step::Transferring => stage.desk.complete_transfer(stage.now, key).unwrap(),
        Step::Conferring => stage.desk.complete_conference(stage.now, key).unwrap(),
        Step::Ending => stage.desk.end_consult(stage.now, key).unwrap(),
        _ => {}
    }
    stage.carry_out();
    (stage, key)
}

/// A chat that is being handed over to a skillset, its reason on the way.
pub(super) fn briefing() -> (Stage, ContactKey) {
    let (mut stage, key) = listed();
    let reason = Some("wants a discount".into());
    stage.desk.transfer_to_skillset(stage.now, key, &"4".into(), reason).unwrap();
    stage.carry_out();
    (stage, key)
}

/// A chat that this agent is asked about.
pub(super) fn consulted() -> (Stage, ContactKey) {
    let mut stage = Stage::signed_in();
    let mut contact = super::stage::contact(7);
    contact.consult = true;
    stage.cct(crate::cct::CctEvent::Offered(contact));
    let key = stage.desk.contacts().next().unwrap().key;
    stage.desk.accept(stage.now, key).unwrap();
    stage.cct(crate::cct::CctEvent::Answered(super::stage::cct_id(7)));
    let join = json!({"method": "agentJoinRoom", "guid": 7, "joinType": "consult"});
    assert_eq!(stage.frames(), [join]);
    stage.say(&room_of(&[(BEN, ACTIVE), (AGENT, PASSIVE)], &json!([])));
    stage.frames();
    (stage, key)
}

impl Stage {
    pub(super) fn part(&self, key: ContactKey) -> Part {
        self.desk.part(self.desk.contact(key).unwrap())
    }

    /// The step of the consult or transfer, with what failed.
    pub(super) fn step(&self, key: ContactKey) -> Option<(Step, Option<FailureKind>)> {
        let joint = self.desk.contact(key).unwrap().joint.as_ref()?;
        Some((joint.step, joint.failure.as_ref().map(|why| why.kind.clone())))
    }

    pub(super) fn can(&self, key: ContactKey) -> Actions {
        self.desk.actions(self.desk.contact(key).unwrap())
    }

    /// How the contacts that are gone ended, newest last.
    pub(super) fn ends(&self) -> Vec<OfferEnd> {
        let recent = self.desk.recent_offers().get().iter().map(|offer| offer.end);
        recent.filter(|end| *end != OfferEnd::Accepted).collect()
    }

    /// The contacts that the agent was told were gone, and texts that were kept.
    pub(super) fn told(&self) -> (Vec<OfferEnd>, Vec<String>) {
        let (mut gone, mut kept) = (Vec::new(), Vec::new());
        for notice in self.desk.notices().get() {
            match &notice.what {
                NoticeKind::ContactGone { end, .. } => gone.push(*end),
                NoticeKind::UndeliveredText { text, .. } => kept.push(text.as_str().to_owned()),
                _ => {}
            }
        }
        (gone, kept)
    }

    /// The methods of the frames sent since last asked, but for what every room entered asks for.
    pub(super) fn asked(&mut self) -> Vec<String> {
        let mut methods = self.methods();
        methods.retain(|method| method != "screenPops");
        methods
    }

    pub(super) fn refuse(&mut self, method: &str) {
        self.frame("error", &json!({"method": method, "code": 1, "errorMessage": "no"}));
    }

    pub(super) fn acknowledge_verb(&mut self, method: &str) {
        let body = json!({"method": method, "guid": 7, "accepted": true});
        self.frame("acknowledgement", &body);
    }

    pub(super) fn lose(&mut self) {
        self.ewc(|connection| crate::ewc::EwcInput::Failed {
            connection,
            why: crate::failure::LinkFailure::Lost,
        });
    }

    /// Lost, and back up to the log-in; the frames since are forgotten.
    pub(super) fn lose_and_come_back(&mut self) {
        self.lose();
        self.pass(1_000);
        self.connect();
        self.frames();
    }
}

/// Why an action is not possible; `None` where it is.
pub(super) fn why(action: &Result<(), Failure>) -> Option<WhyNot> {
    match action.as_ref().err().map(|failure| &failure.kind) {
        None => None,
        Some(FailureKind::NotPossible(why)) => Some(*why),
        Some(other) => panic!("not an answer to may I: {other:?}"),
    }
}

//! The whole centre as data, for tests and for whoever looks at a demo.

use serde_json::{Value, json};

use crate::center::room::Phase;
use crate::center::{Center, Room};

impl Center {
    /// Agents, contacts, call-backs, mailed transcripts and switches as JSON.
    pub fn snapshot(&self) -> Value {
        let agents: Vec<_> = self
            .agents
            .values()
            .map(|agent| {
                let legs: Vec<_> = agent
                    .legs
                    .iter()
                    .map(
                        |leg| json!({ "guid": leg.guid, "state": leg.state, "reason": leg.reason }),
                    )
                    .collect();
                json!({
                    "agent": agent.setup.id,
                    "name": agent.setup.name,
                    "cctLoggedIn": agent.cct_logged_in,
                    "ready": agent.ready,
                    "reasonCode": agent.reason_code,
                    "ewcLoggedIn": agent.ewc_logged_in,
                    "connected": agent.conn.is_some(),
                    "legs": legs,
                })
            })
            .collect();
        json!({
            "now": self.now,
            "agents": agents,
            "rooms": self.rooms.values().map(|room| self.room_view(room)).collect::<Vec<_>>(),
            "callbacks": self.callbacks,
            "mailed": self.mailed,
            "quirks": self.quirks,
        })
    }

    fn room_view(&self, room: &Room) -> Value {
        let (phase, alerting) = match &room.phase {
            Phase::Queued => ("queued", None),
            Phase::Offered(agent) => ("offered", Some(agent)),
            Phase::Answered => ("answered", None),
            Phase::Ended => ("ended", None),
        };
        let members: Vec<_> = room
            .members
            .iter()
            .map(|member| {
                json!({
                    "agent": member.agent,
                    "role": member.role.user_type(),
                    "quitting": member.quitting,
                    "rejoinDue": member.rejoin_due,
                })
            })
            .collect();
        let reasons: Vec<_> = room
            .reasons
            .iter()
            .map(|(agent, code, note)| json!({ "agent": agent, "code": code, "note": note }))
            .collect();
        json!({
            "guid": room.guid,
            "kind": room.kind,
            "can": room.can,
            "intrinsics": room.own_intrinsics,
            "activityCodes": room.activity_codes,
            "skillset": room.skillset,
            "phase": phase,
            "alertingAt": alerting,
            "position": self.position(room.guid),
            "owner": room.owner,
            "members": members,
            "consult": room.consult.as_ref().map(|consult| {
                json!({ "target": consult.target, "joined": consult.joined })
            }),
            "conference": room.conference,
            "barged": room.barged,
            "transfers": room.transfers,
            "customer": {
                "name": room.customer.name,
                "email": room.customer.email,
                "phone": room.customer.phone,
                "connected": room.customer.conn.is_some(),
                "gone": room.customer.gone,
                "wantsTranscript": room.customer.wants_transcript,
            },
            "transcript": room.transcript.iter().map(|entry| &entry.json).collect::<Vec<_>>(),
            "reasons": reasons,
        })
    }
}

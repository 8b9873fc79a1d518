//! A colleague at its desk: the socket, CCT events and the time around its mind.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use crate::center::{CctPort, ConnId};
use crate::colleague::acting::{Acting, Deed, request};
use crate::colleague::script::Colleague;
use crate::schema::Door;
use crate::serve::CenterHandle;
use crate::serve::core::Wire;

/// One connection of a colleague.
struct Desk {
    handle: CenterHandle,
    agent: String,
    password: String,
    conn: ConnId,
    wire: UnboundedReceiver<Wire>,
}

/// Works until somebody signs in in its place. A person who is signed in already is left alone.
pub(crate) async fn run(handle: CenterHandle, colleague: Colleague) {
    let agent = colleague.agent.clone();
    let found = handle.read(|center, _| {
        let setup = center.setup().agents.iter().find(|one| one.id == agent);
        setup.map(|setup| (setup.password.clone(), center.setup().default_reason))
    });
    let Some((password, reason)) = found else { return };
    let mut events = handle.cct_events();
    let not_ready = colleague.not_ready;
    let skillsets = colleague.skillsets.clone();
    let begun = handle.with(|center| {
        center.agent_login(&agent)?;
        if let Some(skillsets) = skillsets {
            center.assign_skillsets(&agent, skillsets);
        }
        center.set_ready(&agent, !not_ready)
    });
    if begun.is_err() {
        return;
    }
    let mut mind = Acting::new(colleague, reason, handle.now());
    let mut desk = Desk::open(handle.clone(), &agent, &password, false);
    loop {
        let now = handle.now();
        for deed in mind.due(now) {
            desk.perform(deed);
        }
        let wait = mind.next_deadline().map_or(Duration::MAX, |at| {
            Duration::from_millis(u64::try_from(at - now).unwrap_or(0))
        });
        let nap = async {
            if wait == Duration::MAX {
                std::future::pending::<()>().await;
            }
            tokio::time::sleep(wait).await;
        };
        tokio::select! {
            order = desk.wire.recv() => match order {
                Some(Wire::Text(text, _)) => {
                    let frame: Value = serde_json::from_str(&text).unwrap_or_default();
                    mind.hear(handle.now(), &frame);
                }
                // Dropped without a word: as a person's desktop, it comes back.
                Some(Wire::Abort) => {
                    desk.gone("dropped");
                    desk = Desk::open(handle.clone(), &agent, &password, true);
                    for deed in mind.back() {
                        desk.perform(deed);
                    }
                }
                Some(Wire::Close(..)) | None => {
                    desk.gone("closed by the server");
                    return;
                }
            },
            event = events.recv() => match event {
                Some(stamped) => {
                    for deed in mind.hear_cct(handle.now(), &stamped.event) {
                        desk.perform(deed);
                    }
                }
                None => return,
            },
            () = nap => {}
        }
    }
}

impl Desk {
    fn open(handle: CenterHandle, agent: &str, password: &str, reconnect: bool) -> Self {
        let (sender, wire) = unbounded_channel();
        let conn = handle.open(Door::Agent, sender);
        let (agent, password) = (agent.to_owned(), password.to_owned());
        let desk = Self { handle, agent, password, conn, wire };
        let fields = json!({
            "agentId": desk.agent,
            "password": desk.password,
            "reconnect": reconnect,
            "clientType": "custom",
        });
        desk.perform(Deed::Ask(request("agentLogin", fields)));
        desk
    }

    /// A refusal is seen in the log and by the rules; a colleague goes on, as a person would.
    fn perform(&self, deed: Deed) {
        let agent = &self.agent;
        match deed {
            Deed::Ask(frame) => self.handle.receive(Door::Agent, self.conn, frame.to_string()),
            Deed::Answer(guid) => drop(self.handle.with(|center| center.answer(agent, guid))),
            Deed::Reject(guid) => drop(self.handle.with(|center| center.reject(agent, guid))),
            Deed::Ready(on) => drop(self.handle.with(|center| center.set_ready(agent, on))),
        }
    }

    fn gone(&self, why: &str) {
        self.handle.closed(Door::Agent, self.conn, why);
    }
}

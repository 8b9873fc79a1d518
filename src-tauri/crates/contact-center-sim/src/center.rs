//! The rules of the contact centre: a pure machine, time is an argument.
//!
//! Inputs (frames, lost sockets, the passing of time, CCT requests) go in, outputs (frames,
//! closings, CCT events) come out, in order. No socket, no clock, no randomness.

mod agent;
mod cct_port;
mod customer;
mod frames;
mod input;
mod legs;
mod quirks;
mod room;
mod routing;
mod setup;

use std::collections::BTreeMap;

pub(crate) use agent::Agent;
pub use agent::AgentSetup;
pub use cct_port::{
    CctAgent, CctEvent, CctPort, CctRefusal, DropReason, Leg, LegState, OfferReason,
};
pub use input::{ConnId, Input, Output};
pub use quirks::{
    ChatAnswer, CustomerDisconnect, CustomerRoleKey, DestinationsKey, Entities, ExitNotices,
    KeySpelling, ObserverLeaves, Quirks, Refusals, Timestamps,
};
pub(crate) use room::Room;
pub use setup::{
    ClosedReason, Limits, PastContact, PerSkillset, ScreenPop, Setup, Skillset, Timers,
};

/// Milliseconds since 1970-01-01T00:00:00Z.
pub type Millis = i64;
/// CCMM contact id; the room's name on the wire.
pub type Guid = u64;
/// Agent login id; text, since it may start with zeros.
pub type AgentId = String;

/// The whole contact centre.
#[derive(Debug)]
pub struct Center {
    pub(crate) setup: Setup,
    pub(crate) quirks: Quirks,
    pub(crate) now: Millis,
    pub(crate) agents: BTreeMap<AgentId, Agent>,
    pub(crate) rooms: BTreeMap<Guid, Room>,
    pub(crate) next_guid: Guid,
    pub(crate) next_leg: u64,
    out: Vec<Output>,
}

impl Center {
    /// A centre with nobody signed in.
    pub fn new(setup: Setup) -> Self {
        let agents = setup
            .agents
            .iter()
            .map(|agent| (agent.id.clone(), Agent::new(agent.clone())))
            .collect();
        Self {
            next_guid: setup.first_guid,
            setup,
            quirks: Quirks::default(),
            now: 0,
            agents,
            rooms: BTreeMap::new(),
            next_leg: 1,
            out: Vec::new(),
        }
    }

    /// Lets time pass, applies one input, routes, and answers what came of it.
    pub fn handle(&mut self, now: Millis, input: Input) -> Vec<Output> {
        self.advance(now);
        self.apply(input);
        self.settle()
    }

    /// Lets time pass up to `now`, running every timer that is due. Call it before a method of
    /// [`CctPort`], and [`Center::settle`] after it.
    pub fn advance(&mut self, now: Millis) {
        self.now = self.now.max(now);
    }

    /// Routes waiting contacts and takes the outputs collected since the last call.
    pub fn settle(&mut self) -> Vec<Output> {
        self.route();
        std::mem::take(&mut self.out)
    }

    /// The switches.
    pub fn quirks(&self) -> &Quirks {
        &self.quirks
    }

    /// Changes the switches.
    pub fn set_quirks(&mut self, quirks: Quirks) {
        self.quirks = quirks;
    }

    /// What administration configured.
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    pub(crate) fn emit(&mut self, output: Output) {
        self.out.push(output);
    }

    pub(crate) fn cct(&mut self, event: CctEvent) {
        self.out.push(Output::Cct(event));
    }

    fn apply(&mut self, input: Input) {
        match input {
            Input::Tick => {}
            _ => {}
        }
    }
}

//! The rules of the contact centre: a pure machine, time is an argument.
//!
//! Inputs (frames, lost sockets, the passing of time, CCT requests) go in, outputs (frames,
//! closings, CCT events) come out, in order. No socket, no clock, no randomness.

mod agent;
mod agent_frames;
mod archive;
mod cct_port;
mod close;
mod conference;
mod crowd;
mod customer;
mod customer_frames;
mod frames;
mod input;
mod intrinsics;
mod join;
mod keys;
mod legs;
mod operations;
mod other_contact;
mod quirks;
mod rest;
mod room;
mod routing;
mod setup;
mod shown;
mod snapshot;
mod supervise;
mod talk;
mod timers;
mod wall;

use std::collections::BTreeMap;

use keys::Keys;

pub(crate) use agent::Agent;
pub use agent::AgentSetup;
pub use archive::MailedTranscript;
pub use cct_port::{
    CctAgent, CctEvent, CctPort, CctRefusal, DropReason, Leg, LegState, OfferReason,
};
pub use frames::error_frame;
pub use input::{ConnId, Input, Output};
pub use other_contact::{Can, ContactKind, ContactRefusal, OtherContact};
pub use quirks::{
    AgentStatusKey, ChatAnswer, CustomerDisconnect, CustomerRoleKey, DestinationsKey, Entities,
    ExitNotices, KeySpelling, ObserverLeaves, Quirks, Refusals, RejectReturns, Timestamps,
};
pub use rest::CallBack;
pub(crate) use room::Room;
pub use setup::{
    ClosedReason, Limits, PastContact, PerSkillset, ScreenPop, Setup, Skillset, Timers,
};

pub use wall::Wall;

/// What can happen to a request on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// It is refused, as the switches say.
    Refused,
    /// It is lost: nothing happens, nobody answers.
    Lost,
}

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
    pub(crate) agent_conns: BTreeMap<ConnId, AgentId>,
    pub(crate) customer_conns: BTreeMap<ConnId, Guid>,
    pub(crate) callbacks: Vec<CallBack>,
    pub(crate) mailed: Vec<MailedTranscript>,
    pub(crate) refuse_next_join: bool,
    /// Methods of requests to come that are treated so, each once.
    pub(crate) next_requests: Vec<(String, Mishap)>,
    pub(crate) next_board: Option<Millis>,
    pub(crate) keys: Keys,
    pub(crate) wall: Option<wall::Standing>,
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
            agent_conns: BTreeMap::new(),
            customer_conns: BTreeMap::new(),
            callbacks: Vec::new(),
            mailed: Vec::new(),
            refuse_next_join: false,
            next_requests: Vec::new(),
            next_board: None,
            keys: Keys::default(),
            wall: None,
            out: Vec::new(),
        }
    }

    /// Lets time pass, applies one input, routes, and answers what came of it.
    pub fn handle(&mut self, now: Millis, input: Input) -> Vec<Output> {
        self.advance(now);
        self.apply(input);
        self.settle()
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

    /// Takes session keys from this source instead of the predictable one.
    pub fn set_key_source(&mut self, source: impl FnMut(Guid) -> String + Send + 'static) {
        self.keys = Keys::new(source);
    }

    /// Gives an agent other skillsets.
    pub fn assign_skillsets(&mut self, agent: &str, skillsets: Vec<String>) {
        if let Some(agent) = self.agents.get_mut(agent) {
            agent.setup.skillsets = skillsets;
        }
    }

    /// The next agentJoinRoom is refused, once.
    pub fn refuse_next_join(&mut self) {
        self.refuse_next_join = true;
    }

    /// The next request of this method, whoever sends it, meets this, once.
    pub fn spoil_next(&mut self, method: &str, mishap: Mishap) {
        self.next_requests.push((method.to_owned(), mishap));
    }

    /// The agent whose socket this is, if one has logged in on it.
    pub fn agent_on(&self, conn: ConnId) -> Option<&AgentId> {
        self.agent_conns.get(&conn)
    }

    /// The socket of an agent.
    pub fn socket_of_agent(&self, agent: &str) -> Option<ConnId> {
        self.agents.get(agent).and_then(|agent| agent.conn)
    }

    /// The contact on a customer socket.
    pub fn contact_on(&self, conn: ConnId) -> Option<Guid> {
        self.customer_conns.get(&conn).copied()
    }

    /// The socket of a contact's customer.
    pub fn socket_of_customer(&self, guid: Guid) -> Option<ConnId> {
        self.rooms.get(&guid).and_then(|room| room.customer.conn)
    }

    pub(crate) fn emit(&mut self, output: Output) {
        self.out.push(output);
    }

    pub(crate) fn cct(&mut self, event: CctEvent) {
        self.out.push(Output::Cct(event));
    }

    fn apply(&mut self, input: Input) {
        match input {
            Input::AgentFrame { conn, frame } => self.agent_frame(conn, &frame),
            Input::AgentGone { conn } => self.agent_gone(conn),
            Input::CustomerFrame { conn, frame } => self.customer_frame(conn, &frame),
            Input::CustomerGone { conn } => self.customer_gone(conn),
            Input::Filtered { guid, messages } => self.filtered(guid, messages),
            Input::SwitchOver => self.switch_over(),
            Input::Tick => {}
        }
    }

    /// Every agent stays logged in and goes Not Ready (guide chapter 4, switch-over); whoever
    /// accepts sockets drops them.
    fn switch_over(&mut self) {
        let ready: Vec<_> =
            self.agents.values().filter(|agent| agent.ready).map(|a| a.setup.id.clone()).collect();
        for agent in ready {
            if let Some(state) = self.agents.get_mut(&agent) {
                state.ready = false;
                state.reason_code = None;
            }
            self.ready_event(&agent);
        }
    }
}

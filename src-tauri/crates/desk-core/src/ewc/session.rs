//! The session: what it is told, what it answers.

mod frames;
mod links;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use ewc_wire::agent::{AgentLoginRequest, Request};
use ewc_wire::{Guid, Method};

use super::answering::{Answering, UNANSWERED_IN_A_ROW};
use super::event::{Answer, EwcEvent};
use super::in_flight::InFlight;
use super::input::{ConnectionId, EwcConfig, EwcInput, LogIn, RequestId};
use super::output::EwcOutput;
use super::state::State;
use crate::backoff::Backoff;
use crate::failure::LinkFailure;
use crate::time::Millis;

/// One agent's session at the chat server.
#[derive(Debug)]
pub struct Session {
    config: EwcConfig,
    log_in: Option<LogIn>,
    state: State,
    /// True once this session has logged in: from then on `reconnect:true`.
    been_online: bool,
    backoff: Backoff,
    in_flight: InFlight,
    /// Lines in a row, by method, that the server has not acknowledged.
    unacknowledged: BTreeMap<Method, u32>,
    /// Acknowledgements that this connection still owes, by method and room: lines that counted as
    /// handed over. They come in order, so the next one is for the oldest of these.
    owed: BTreeMap<(Method, Option<Guid>), u32>,
    unreadable: u32,
    last_connection: u64,
    last_request: u64,
    outputs: VecDeque<EwcOutput>,
}

impl Session {
    /// A session that does nothing yet.
    pub fn new(config: EwcConfig) -> Self {
        Self {
            config,
            log_in: None,
            state: State::Offline,
            been_online: false,
            backoff: Backoff::default(),
            in_flight: InFlight::default(),
            unacknowledged: BTreeMap::new(),
            owed: BTreeMap::new(),
            unreadable: 0,
            last_connection: 0,
            last_request: 0,
            outputs: VecDeque::new(),
        }
    }

    /// Connects and logs in.
    pub fn start(&mut self, now: Millis, log_in: LogIn) {
        self.log_in = Some(log_in);
        self.been_online = false;
        self.unacknowledged.clear();
        self.unreadable = 0;
        self.backoff.reset();
        self.connect(now);
    }

    /// Tries again at once: after a loss that is not restored without a click, or to cut a wait
    /// short.
    pub fn reconnect(&mut self, now: Millis) {
        if self.log_in.is_some() && matches!(self.state, State::Offline | State::Waiting { .. }) {
            self.connect(now);
        }
    }

    /// Throws the connection away and makes a new one: after sleep or a change of network, when
    /// a socket may look open and be dead.
    pub fn distrust(&mut self, now: Millis) {
        if self.state.connection().is_some() && self.been_online {
            self.lost(now, LinkFailure::Lost);
            self.reconnect(now);
        }
    }

    /// Logs out, closes the connection and ends.
    pub fn stop(&mut self) {
        if let Some(connection) = self.state.connection() {
            if matches!(self.state, State::Online { .. }) {
                for request in self.in_flight.take_brief() {
                    let text = request.encode();
                    self.outputs.push_back(EwcOutput::Transmit { connection, text });
                }
                let text = Request::AgentLogout.encode();
                self.outputs.push_back(EwcOutput::Transmit { connection, text });
            }
            self.outputs.push_back(EwcOutput::Shut { connection });
        }
        self.end_requests();
        self.state = State::Offline;
        self.log_in = None;
        self.tell(EwcEvent::Ended);
    }

    /// Whether requests are written now.
    pub const fn is_online(&self) -> bool {
        matches!(self.state, State::Online { .. })
    }

    /// Takes a request. It is written when the one before it of its method has its answer; while
    /// the session is not online it is answered [`Answer::NotSent`] at once.
    pub fn send(&mut self, now: Millis, request: Request) -> RequestId {
        self.submit(now, request, InFlight::push)
    }

    /// Takes a request that a server may well do without a word, and refuse with one: it is open
    /// for two seconds only, and is written before a log-out where it still waits.
    pub fn send_brief(&mut self, now: Millis, request: Request) -> RequestId {
        self.submit(now, request, InFlight::push_brief)
    }

    /// Takes back the requests of these that were not written yet, and says which; they are not
    /// answered.
    pub fn withdraw(&mut self, ids: &BTreeSet<RequestId>) -> BTreeSet<RequestId> {
        self.in_flight.withdraw(ids)
    }

    fn submit(
        &mut self,
        now: Millis,
        request: Request,
        push: impl FnOnce(&mut InFlight, RequestId, Request),
    ) -> RequestId {
        let id = self.new_request_id();
        if self.is_online() {
            push(&mut self.in_flight, id, request);
            self.write_next(now);
        } else {
            self.tell(EwcEvent::Answered { request: id, answer: Answer::NotSent });
        }
        id
    }

    /// Feeds in something that happened.
    pub fn handle(&mut self, now: Millis, input: EwcInput) {
        match input {
            EwcInput::Tick => self.tick(now),
            EwcInput::Opened { connection } if self.counts(connection) => self.opened(now),
            EwcInput::Frame { connection, text } if self.counts(connection) => {
                self.heard();
                self.frame(now, &text);
            }
            EwcInput::TooLarge { connection, .. } if self.counts(connection) => {
                self.heard();
                self.unreadable();
            }
            EwcInput::Pong { connection } if self.counts(connection) => self.heard(),
            EwcInput::Failed { connection, why } if self.counts(connection) => self.lost(now, why),
            // Late news of a connection that was given up.
            EwcInput::Opened { .. }
            | EwcInput::Frame { .. }
            | EwcInput::TooLarge { .. }
            | EwcInput::Pong { .. }
            | EwcInput::Failed { .. } => {}
        }
    }

    /// The next thing to do or to tell.
    pub fn poll(&mut self) -> Option<EwcOutput> {
        self.outputs.pop_front()
    }

    /// When to feed in [`EwcInput::Tick`] at the latest.
    pub fn next_deadline(&self) -> Option<Millis> {
        let own = match &self.state {
            State::Connecting { deadline, .. } => Some(*deadline),
            State::Online { keep_alive, .. } => Some(keep_alive.deadline()),
            State::Waiting { retry_at } => Some(*retry_at),
            State::Offline | State::LoggingIn { .. } => None,
        };
        [own, self.in_flight.deadline()].into_iter().flatten().min()
    }

    fn log_in_request(&self) -> Option<Request> {
        let log_in = self.log_in.as_ref()?;
        Some(Request::AgentLogin(AgentLoginRequest {
            agent_id: log_in.agent_id.clone(),
            password: log_in.password.clone(),
            reconnect: self.been_online,
        }))
    }

    fn counts(&self, connection: ConnectionId) -> bool {
        self.state.connection() == Some(connection)
    }

    const fn new_request_id(&mut self) -> RequestId {
        self.last_request += 1;
        RequestId(self.last_request)
    }

    /// Writes whatever may be written now.
    fn write_next(&mut self, now: Millis) {
        let Some(connection) = self.state.connection() else { return };
        loop {
            let unacknowledged = &self.unacknowledged;
            let acknowledges = |method: &Method| {
                unacknowledged.get(method).is_none_or(|&missed| missed < UNANSWERED_IN_A_ROW)
            };
            let Some((id, request, answering)) = self.in_flight.next(now, acknowledges) else {
                return;
            };
            let text = request.encode();
            self.outputs.push_back(EwcOutput::Transmit { connection, text });
            self.tell(EwcEvent::Transmitted(id));
            if answering == Answering::Nothing
                && matches!(request, Request::NewMessage(_) | Request::PagePush(_))
            {
                self.handed_over(&request);
                self.tell(EwcEvent::Answered { request: id, answer: Answer::HandedOver });
            }
        }
    }

    /// A line goes without its acknowledgement for now.
    fn handed_over(&mut self, request: &Request) {
        *self.owed.entry((request.method(), request.guid())).or_default() += 1;
    }

    fn end_requests(&mut self) {
        self.owed.clear();
        let (written, waiting) = self.in_flight.drain();
        for request in written {
            self.tell(EwcEvent::Answered { request, answer: Answer::Lost });
        }
        for request in waiting {
            self.tell(EwcEvent::Answered { request, answer: Answer::NotSent });
        }
    }

    fn tell(&mut self, event: EwcEvent) {
        self.outputs.push_back(EwcOutput::Event(event));
    }
}

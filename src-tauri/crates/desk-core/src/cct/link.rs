//! The way to the server and to the desk: token, calls under way, outputs that wait.

use std::collections::VecDeque;

use cct_wire::{Call, SsoToken};

use super::calls::Calls;
use super::complaints::Complaints;
use super::config::CctConfig;
use super::event::CctEvent;
use super::input::{CallId, HttpReply};
use super::output::CctOutput;
use super::purpose::Purpose;
use super::server_choice::ServerChoice;
use super::trouble::{Outcome, Trouble};
use crate::failure::LinkFailure;
use crate::time::Millis;

/// What every state needs.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) config: CctConfig,
    pub(super) servers: ServerChoice,
    /// The session's token, while there is a session.
    pub(super) token: Option<SsoToken>,
    /// True once the listener was asked for.
    pub(super) listening: bool,
    calls: Calls,
    out: VecDeque<CctOutput>,
    /// True until a call is answered after a change of server or a loss.
    fresh: bool,
    /// The last call sent before the latest failure: failures up to it are the same failure.
    failed_up_to: CallId,
    complaints: Complaints,
}

/// An answer with what it was for.
#[derive(Debug)]
pub(super) struct Returned {
    pub(super) call: Call,
    pub(super) purpose: Purpose,
    /// When the call went out.
    pub(super) asked: Millis,
    pub(super) outcome: Outcome,
    /// True when this failure led to the next server.
    pub(super) moved: bool,
}

impl Link {
    pub(super) fn new(config: CctConfig) -> Self {
        Self {
            servers: ServerChoice::new(config.base_urls.clone()),
            config,
            token: None,
            listening: false,
            calls: Calls::default(),
            out: VecDeque::new(),
            fresh: true,
            failed_up_to: CallId(0),
            complaints: Complaints::default(),
        }
    }

    /// Makes a call after those that wait.
    pub(super) fn call(&mut self, now: Millis, purpose: Purpose, call: Call) {
        self.calls.add(call, purpose);
        self.send(now);
    }

    /// Makes a call before those that wait: an agent waits for it.
    pub(super) fn call_first(&mut self, now: Millis, purpose: Purpose, call: Call) {
        self.calls.add_first(call, purpose);
        self.send(now);
    }

    /// True when a call of this purpose has no answer yet.
    pub(super) fn is_asking(&self, purpose: &Purpose) -> bool {
        self.calls.has(purpose)
    }

    pub(super) fn tell(&mut self, event: CctEvent) {
        self.out.push_back(CctOutput::Event(event));
    }

    /// Asks for the listener, once.
    pub(super) fn listen(&mut self) {
        if !self.listening {
            self.listening = true;
            self.out.push_back(CctOutput::Listen);
        }
    }

    pub(super) fn stop_listening(&mut self) {
        if self.listening {
            self.listening = false;
            self.out.push_back(CctOutput::StopListening);
        }
    }

    pub(super) fn poll(&mut self) -> Option<CctOutput> {
        self.out.pop_front()
    }

    pub(super) fn deadline(&self) -> Option<Millis> {
        self.calls.deadline()
    }

    /// Host and port of the server in use.
    pub(super) fn server(&self) -> String {
        self.servers.label()
    }

    /// Forgets all calls under way.
    pub(super) fn drop_calls(&mut self) {
        self.calls.clear();
    }

    /// Forgets all calls under way; the next connection is a new one, with a new name look-up.
    pub(super) fn reconnect(&mut self) {
        self.calls.clear();
        self.fresh = true;
    }

    /// Takes the answer to a call; none for a call nobody waits for.
    pub(super) fn replied(
        &mut self,
        now: Millis,
        id: CallId,
        outcome: Result<HttpReply, LinkFailure>,
    ) -> Option<Returned> {
        let open = self.calls.take(id)?;
        let outcome = match outcome {
            Ok(http) => open.call.decode_reply(http.status, &http.body).map_err(Trouble::from),
            Err(link) => Err(Trouble::Link(link)),
        };
        let moved = self.note(id, &outcome);
        let server = self.server();
        let complaint = self.complaints.note(&open.call, outcome.as_ref().err(), &server);
        if let Some(why) = complaint {
            self.tell(CctEvent::KeepsFailing(why));
        }
        self.send(now);
        let (call, purpose, asked) = (open.call, open.purpose, open.asked);
        Some(Returned { call, purpose, asked, outcome, moved })
    }

    /// A call for which the driver gave no word in time, as if it had said so.
    pub(super) fn overdue(&mut self, now: Millis) -> Option<Returned> {
        let id = self.calls.overdue(now)?;
        self.replied(now, id, Err(LinkFailure::TimedOut))
    }

    /// Counts failures in a row. Calls that were under way together fail together, which is one
    /// failure: a single broken connection must not look like a dead server.
    fn note(&mut self, id: CallId, outcome: &Outcome) -> bool {
        if !matches!(outcome, Err(trouble) if trouble.is_link()) {
            self.servers.answered();
            self.fresh = false;
            return false;
        }
        self.fresh = true;
        if id <= self.failed_up_to {
            return false;
        }
        self.failed_up_to = self.calls.last();
        self.servers.failed()
    }

    fn send(&mut self, now: Millis) {
        let timeout_ms = self.config.call_timeout_ms;
        let token = self.token.clone().unwrap_or_default();
        while let Some((call, to_send)) = self.calls.send(now, timeout_ms) {
            let request = to_send.request(&token);
            self.out.push_back(CctOutput::Call {
                call,
                url: self.servers.url_of(request.service.path_name()),
                soap_action: request.soap_action,
                body: request.body.expose().to_owned(),
                timeout_ms,
                fresh: self.fresh,
            });
        }
    }
}

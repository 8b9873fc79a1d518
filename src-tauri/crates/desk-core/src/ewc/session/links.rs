//! The session's connections: made, logged in on, lost, made again.

use ewc_wire::Method;

use super::Session;
use crate::ewc::event::{Answer, EwcEvent};
use crate::ewc::input::ConnectionId;
use crate::ewc::keep_alive::{Due, KeepAlive};
use crate::ewc::output::EwcOutput;
use crate::ewc::state::State;
use crate::failure::{Failure, FailureKind, LinkFailure};
use crate::time::Millis;

/// How long a connection may take to open, in milliseconds.
const OPEN_MS: i64 = 10_000;
/// A connection that lived this long was a good one: the next wait is short again. A server that
/// takes a log-in and hangs up must not be asked every second.
const STABLE_MS: i64 = 30_000;

impl Session {
    pub(super) fn connect(&mut self, now: Millis) {
        self.last_connection += 1;
        let connection = ConnectionId(self.last_connection);
        self.state = State::Connecting { connection, deadline: now + OPEN_MS };
        let url = self.config.url.clone();
        self.outputs.push_back(EwcOutput::Open { connection, url, timeout_ms: OPEN_MS });
        self.tell(EwcEvent::Connecting);
    }

    pub(super) fn opened(&mut self, now: Millis) {
        let State::Connecting { connection, .. } = self.state else { return };
        let Some(log_in) = self.log_in_request() else { return };
        let request = self.new_request_id();
        self.state = State::LoggingIn { connection, request };
        self.in_flight.push(request, log_in);
        self.write_next(now);
    }

    /// The log-in has its answer; true when it is a good one.
    pub(super) fn logged_in(&mut self, now: Millis, answer: &Answer) {
        let State::LoggingIn { connection, .. } = self.state else { return };
        match answer {
            Answer::Accepted => {
                let again = std::mem::replace(&mut self.been_online, true);
                let keep_alive = KeepAlive::start(now);
                self.state = State::Online { connection, keep_alive, since: now };
                self.tell(EwcEvent::LoggedIn { again });
            }
            Answer::Refused(why) => {
                let why = Failure { kind: FailureKind::ChatLoginRefused, ..why.clone() };
                self.log_in_failed(now, why);
            }
            Answer::NoAnswer | Answer::HandedOver => {
                self.log_in_failed(now, Failure::of(FailureKind::NoAnswer));
            }
            // The connection's end says it.
            Answer::Lost | Answer::NotSent => {}
        }
    }

    fn log_in_failed(&mut self, now: Millis, why: Failure) {
        let Some(connection) = self.state.connection() else { return };
        self.outputs.push_back(EwcOutput::Shut { connection });
        self.down(now, why);
    }

    /// The connection is gone, whoever noticed.
    pub(super) fn lost(&mut self, now: Millis, why: LinkFailure) {
        if let Some(connection) = self.state.connection() {
            self.outputs.push_back(EwcOutput::Shut { connection });
        }
        self.down(now, Failure::of(FailureKind::Link(why)));
    }

    fn down(&mut self, now: Millis, why: Failure) {
        if matches!(self.state, State::Online { since, .. } if now.since(since) >= STABLE_MS) {
            self.backoff.reset();
        }
        self.state = State::Offline;
        self.end_requests();
        if !self.been_online {
            // A first log-in is not repeated behind the agent's back.
            self.log_in = None;
            self.tell(EwcEvent::LogInFailed(why));
            return;
        }
        let retry_at = self.config.auto_reconnect.then(|| now + self.backoff.next());
        if let Some(retry_at) = retry_at {
            self.state = State::Waiting { retry_at };
        }
        let attempt = self.backoff.attempts().max(1);
        self.tell(EwcEvent::Down { why, attempt, retry_at });
    }

    pub(super) fn heard(&mut self) {
        if let State::Online { keep_alive, .. } = &mut self.state {
            keep_alive.heard();
        }
    }

    pub(super) fn tick(&mut self, now: Millis) {
        match &mut self.state {
            State::Connecting { deadline, .. } if *deadline <= now => {
                self.lost(now, LinkFailure::TimedOut);
            }
            State::Waiting { retry_at } if *retry_at <= now => self.connect(now),
            State::Online { connection, keep_alive, .. } => match keep_alive.tick(now) {
                Due::Nothing => {}
                Due::Ping => {
                    let connection = *connection;
                    self.outputs.push_back(EwcOutput::Ping { connection });
                }
                Due::Lost => self.lost(now, LinkFailure::Lost),
            },
            _ => {}
        }
        while let Some(open) = self.in_flight.overdue(now) {
            let method = open.request.method();
            let answer = if matches!(method, Method::NewMessage | Method::PagePush) {
                *self.unacknowledged.entry(method.clone()).or_default() += 1;
                self.handed_over(&open.request);
                Answer::HandedOver
            } else {
                Answer::NoAnswer
            };
            self.answered(now, open.id, answer);
        }
    }
}

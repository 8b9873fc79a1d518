//! Frames from the server: answers find their request, the rest is news.

use ewc_wire::agent::{Incoming, Notification, decode};
use ewc_wire::{Acknowledgement, ErrorNotification, Guid, Method};

use super::Session;
use crate::ewc::answering::{Answering, answered_by};
use crate::ewc::event::{Answer, EwcEvent};
use crate::ewc::input::RequestId;
use crate::ewc::state::State;
use crate::failure::{Failure, FailureKind};
use crate::time::Millis;

impl Session {
    pub(super) fn frame(&mut self, now: Millis, text: &str) {
        match decode(text) {
            Ok(Incoming::Notification(notification)) => {
                if let Some((open, accepted)) =
                    self.in_flight.close_answered(|request| answered_by(request, &notification))
                {
                    let refused = match notification {
                        Notification::OperationRequest(_) => FailureKind::OperationRefused,
                        _ => FailureKind::ServerFault,
                    };
                    let answer = if accepted {
                        Answer::Accepted
                    } else {
                        Answer::Refused(Failure::of(refused))
                    };
                    self.answered(now, open.id, answer);
                }
                self.tell(EwcEvent::Notified(Box::new(notification)));
            }
            Ok(Incoming::Acknowledgement(acknowledgement)) => {
                self.acknowledged(now, acknowledgement);
            }
            Ok(Incoming::Error(error)) => self.error(now, error),
            Ok(Incoming::Unknown(unknown)) => {
                self.tell(EwcEvent::Unrecognized { method: unknown.method.to_string() });
            }
            Err(_) => self.unreadable(),
        }
    }

    pub(super) fn unreadable(&mut self) {
        self.unreadable += 1;
        self.tell(EwcEvent::Unreadable { count: self.unreadable });
    }

    fn acknowledged(&mut self, now: Millis, acknowledgement: Acknowledgement) {
        let Acknowledgement { method, guid, accepted } = acknowledgement;
        let why = Failure::of(FailureKind::ServerFault);
        if self.is_owed(&method, guid) {
            if accepted == Some(false) {
                self.tell(EwcEvent::Doubt { method: Some(method), why });
            } else {
                self.tell(EwcEvent::LateAcknowledgement { method, guid });
            }
            return;
        }
        let fits = self.in_flight.open(&method).is_some_and(|open| {
            open.answering == Answering::Acknowledgement
                && (guid.is_none() || open.request.guid() == guid)
        });
        if fits && let Some(open) = self.in_flight.close(&method) {
            // This server acknowledges after all.
            self.unacknowledged.remove(&method);
            let accepted = accepted != Some(false);
            let answer = if accepted { Answer::Accepted } else { Answer::Refused(why) };
            self.answered(now, open.id, answer);
        }
    }

    /// Takes an acknowledgement for the oldest line of the room that waits for one although it
    /// counted as handed over. A server that has caught up acknowledges after all.
    fn is_owed(&mut self, method: &Method, guid: Option<Guid>) -> bool {
        let room = (method.clone(), guid);
        let Some(count) = self.owed.get_mut(&room) else { return false };
        *count -= 1;
        if *count == 0 {
            self.owed.remove(&room);
            if !self.owed.keys().any(|(other, _)| other == method) {
                self.unacknowledged.remove(method);
            }
        }
        true
    }

    fn error(&mut self, now: Millis, error: ErrorNotification) {
        let code = error.code.number().unwrap_or_default();
        let why =
            Failure::with_detail(FailureKind::ServerError(code), error.message.into_exposed());
        // An error without a method belongs to the only open request, if there is only one.
        let method = error.method.or_else(|| self.in_flight.only_method());
        match method.as_ref().and_then(|method| self.in_flight.close(method)) {
            Some(open) => self.answered(now, open.id, Answer::Refused(why)),
            None => self.tell(EwcEvent::Doubt { method, why }),
        }
    }

    /// Passes an answer on and writes what it held up.
    pub(super) fn answered(&mut self, now: Millis, request: RequestId, answer: Answer) {
        if matches!(self.state, State::LoggingIn { request: log_in, .. } if log_in == request) {
            self.logged_in(now, &answer);
        } else {
            self.tell(EwcEvent::Answered { request, answer });
        }
        self.write_next(now);
    }
}

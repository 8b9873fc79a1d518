//! Makes lines of the trace out of what passes between desk and drivers.

use std::sync::Arc;

use desk_core::cct::{CctInput, CctOutput};
use desk_core::ewc::{EwcInput, EwcOutput};
use desk_core::{LinkFailure, Millis};

use super::entry::{Direction, Entry, Link};
use super::redactor::Redactor;
use super::{Recorder, json_shape, xml_shape};

/// A trace that is being taken.
pub(crate) struct Trace {
    recorder: Arc<dyn Recorder>,
    redactor: Redactor,
}

impl Trace {
    pub(crate) fn start(recorder: Arc<dyn Recorder>) -> Self {
        Self { recorder, redactor: Redactor::start() }
    }

    pub(crate) fn ewc_input(&self, at: Millis, input: &EwcInput) {
        let line = |event, number| Entry { number, ..blank(at, Direction::In, Link::Ewc, event) };
        let entry = match input {
            EwcInput::Opened { connection } => line("opened", Some(connection.0)),
            EwcInput::Frame { connection, text } => {
                self.frame(line("frame", Some(connection.0)), text)
            }
            EwcInput::TooLarge { connection, bytes } => {
                Entry { bytes: Some(*bytes), ..line("too_large", Some(connection.0)) }
            }
            EwcInput::Pong { connection } => line("pong", Some(connection.0)),
            EwcInput::Failed { connection, why } => {
                Entry { detail: Some(code(why)), ..line("failed", Some(connection.0)) }
            }
            EwcInput::Tick => return,
        };
        self.recorder.record(&entry);
    }

    pub(crate) fn ewc_output(&self, at: Millis, output: &EwcOutput) {
        let line = |event, number: u64| Entry {
            number: Some(number),
            ..blank(at, Direction::Out, Link::Ewc, event)
        };
        let entry = match output {
            EwcOutput::Open { connection, .. } => line("open", connection.0),
            EwcOutput::Transmit { connection, text } => {
                self.frame(line("frame", connection.0), text)
            }
            EwcOutput::Ping { connection } => line("ping", connection.0),
            EwcOutput::Shut { connection } => line("shut", connection.0),
            EwcOutput::Event(_) => return,
        };
        self.recorder.record(&entry);
    }

    pub(crate) fn cct_input(&self, at: Millis, input: &CctInput) {
        let line = |event| blank(at, Direction::In, Link::Cct, event);
        let entry = match input {
            CctInput::Replied { call, outcome: Ok(reply) } => self.envelope(
                Entry {
                    number: Some(call.0),
                    detail: Some(reply.status.to_string()),
                    ..line("reply")
                },
                &reply.body,
            ),
            CctInput::Replied { call, outcome: Err(why) } => {
                Entry { number: Some(call.0), detail: Some(code(why)), ..line("failed") }
            }
            // The address has the secret path in it.
            CctInput::Listening { .. } => line("listening"),
            CctInput::ListenFailed { why } => {
                Entry { detail: Some(code(why)), ..line("listen_failed") }
            }
            CctInput::Notified { body } => self.envelope(line("notified"), body),
            CctInput::Tick => return,
        };
        self.recorder.record(&entry);
    }

    pub(crate) fn cct_output(&self, at: Millis, output: &CctOutput) {
        let line = |event| blank(at, Direction::Out, Link::Cct, event);
        let entry = match output {
            CctOutput::Call { call, soap_action, body, .. } => self.envelope(
                Entry {
                    number: Some(call.0),
                    detail: Some(soap_action.trim_matches('"').to_owned()),
                    ..line("call")
                },
                body,
            ),
            CctOutput::Listen => line("listen"),
            CctOutput::StopListening => line("stop_listening"),
            CctOutput::Event(_) => return,
        };
        self.recorder.record(&entry);
    }

    fn frame(&self, entry: Entry, text: &str) -> Entry {
        let shape = json_shape::of(&self.redactor, text);
        Entry { bytes: Some(text.len()), shape: Some(shape), ..entry }
    }

    fn envelope(&self, entry: Entry, body: &str) -> Entry {
        let shape = xml_shape::of(&self.redactor, body);
        Entry { bytes: Some(body.len()), shape: Some(shape.into()), ..entry }
    }
}

const fn blank(at: Millis, direction: Direction, link: Link, event: &'static str) -> Entry {
    Entry { at: at.0, direction, link, event, number: None, detail: None, bytes: None, shape: None }
}

/// A failure without the library's words, which may quote what arrived.
fn code(why: &LinkFailure) -> String {
    match why {
        LinkFailure::Tls(_) => "Tls".to_owned(),
        other => format!("{other:?}"),
    }
}

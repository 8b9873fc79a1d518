//! What stands behind the lock: the rules, the sockets, the log, and the faults that are on.

use std::collections::BTreeMap;

use serde_json::Value;
use tokio::runtime::Handle;
use tokio::sync::mpsc::UnboundedSender;

use crate::center::{Center, ConnId, Input, Millis, Output, error_frame};
use crate::log::{Line, LineKind, SharedLog};
use crate::schema::{Door, Way, check};
use crate::serve::handle::{CenterHandle, StampedCctEvent};

/// What a socket's writer is told.
#[derive(Clone, Debug)]
pub(crate) enum Wire {
    /// Send a text frame after waiting so many milliseconds.
    Text(String, u64),
    /// Close properly.
    Close(u16, &'static str),
    /// Drop the connection without a word.
    Abort,
}

pub(crate) struct Socket {
    pub(crate) door: Door,
    pub(crate) wire: UnboundedSender<Wire>,
}

pub(crate) struct Core {
    pub(crate) center: Center,
    pub(crate) log: SharedLog,
    pub(crate) cct: Vec<UnboundedSender<StampedCctEvent>>,
    pub(crate) sockets: BTreeMap<ConnId, Socket>,
    pub(crate) next_conn: ConnId,
    /// Every frame to an agent waits so long, in milliseconds.
    pub(crate) delay_ms: u64,
    pub(crate) runtime: Option<Handle>,
}

impl Core {
    /// A line about a socket, with whoever is on it.
    pub(crate) fn line(&self, at: Millis, kind: LineKind, conn: ConnId, text: String) -> Line {
        Line {
            door: self.sockets.get(&conn).map(|socket| socket.door),
            conn: Some(conn),
            agent: self.center.agent_on(conn).cloned(),
            guid: self.center.contact_on(conn),
            ..Line::new(at, kind, text)
        }
    }

    /// A text frame from a client: logged, checked, then given to the rules or refused.
    pub(crate) fn receive(
        &mut self,
        now: Millis,
        door: Door,
        conn: ConnId,
        text: String,
    ) -> Vec<Output> {
        let parsed = serde_json::from_str::<Value>(&text);
        let problem = match &parsed {
            Ok(frame) => check(door, Way::In, frame).err().map(|bad| (bad.method, bad.what)),
            Err(error) => Some((None, format!("not JSON: {error}"))),
        };
        let kind = if problem.is_some() { LineKind::BadFrame } else { LineKind::Frame };
        let mut line = self.line(now, kind, conn, text);
        line.way = Some(Way::In);
        line.method = parsed
            .as_ref()
            .ok()
            .and_then(|frame| frame["body"]["method"].as_str().map(str::to_owned));
        line.problem = problem.as_ref().map(|(_, what)| what.clone());
        self.log.write(line);
        match (problem, parsed) {
            (None, Ok(frame)) => {
                let input = match door {
                    Door::Agent => Input::AgentFrame { conn, frame },
                    Door::Customer | Door::Cct => Input::CustomerFrame { conn, frame },
                };
                self.center.handle(now, input)
            }
            (problem, _) => {
                let (method, what) = problem.unwrap_or_default();
                let words = format!("Invalid message: {what}");
                let frame = error_frame(method.as_deref(), 1, &words);
                vec![match door {
                    Door::Agent => Output::ToAgent { conn, frame },
                    Door::Customer | Door::Cct => Output::ToCustomer { conn, frame },
                }]
            }
        }
    }

    /// Carries out what the rules decided, in order.
    pub(crate) fn hand_out(&mut self, handle: &CenterHandle, now: Millis, outputs: Vec<Output>) {
        for output in outputs {
            match output {
                Output::ToAgent { conn, frame } => {
                    let delay = self.delay_ms;
                    self.send(now, Door::Agent, conn, &frame, delay);
                }
                Output::ToCustomer { conn, frame } => {
                    self.send(now, Door::Customer, conn, &frame, 0);
                }
                Output::Close { conn, code, reason } => {
                    self.tell(conn, Wire::Close(code, reason));
                }
                Output::Cct(event) => {
                    self.log.lock().tell(now, event.clone());
                    let stamped = StampedCctEvent { at: now, event };
                    self.cct.retain(|subscriber| subscriber.send(stamped.clone()).is_ok());
                }
                Output::Filter { guid, url, messages } => match &self.runtime {
                    Some(runtime) => {
                        runtime.spawn(crate::serve::filter::run(
                            handle.clone(),
                            guid,
                            url,
                            messages,
                        ));
                    }
                    None => {
                        self.note(now, format!("transcript of {guid} not filtered: no runtime"))
                    }
                },
                Output::Note(text) => self.note(now, text),
            }
        }
    }

    fn send(&mut self, now: Millis, door: Door, conn: ConnId, frame: &Value, delay: u64) {
        let text = frame.to_string();
        let problem = check(door, Way::Out, frame).err().map(|bad| bad.what);
        let kind = if problem.is_some() { LineKind::Defect } else { LineKind::Frame };
        let mut line = self.line(now, kind, conn, text.clone());
        line.way = Some(Way::Out);
        line.method = frame["body"]["method"].as_str().map(str::to_owned);
        line.problem = problem;
        self.log.write(line);
        self.tell(conn, Wire::Text(text, delay));
    }

    pub(crate) fn note(&mut self, now: Millis, text: String) {
        self.log.write(Line::new(now, LineKind::Note, text));
    }

    /// Tells a socket's writer; a socket that is gone hears nothing.
    pub(crate) fn tell(&self, conn: ConnId, wire: Wire) {
        if let Some(socket) = self.sockets.get(&conn) {
            // The writer may have ended a moment ago; its reader reports that.
            let _ = socket.wire.send(wire);
        }
    }
}

//! Everything that crossed each socket, in order.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;

use crate::center::{CctEvent, ConnId, Guid, Millis};
use crate::schema::{Door, Way};
use crate::soap::{Crossing, Heading};

/// Longest text kept of one frame, in characters.
const KEPT: usize = 64 * 1024;
/// Lines kept; older ones go first.
const LINES: usize = 200_000;

/// What a line tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// A socket opened.
    Opened,
    /// A frame.
    Frame,
    /// A frame from a client that its schema, or JSON itself, refuses.
    BadFrame,
    /// A frame of ours that its schema refuses: a defect of the simulator.
    Defect,
    /// A frame sent by the fault switch, on purpose not what the rules would say.
    Raw,
    /// A socket ended.
    Closed,
    /// A remark of the centre.
    Note,
}

/// One line.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// Number, from 1, without gaps.
    pub number: u64,
    /// Milliseconds since 1970.
    pub at: Millis,
    /// What it tells.
    pub kind: LineKind,
    /// Which socket; none for remarks.
    pub door: Option<Door>,
    /// Which way a frame went.
    pub way: Option<Way>,
    /// The socket's number.
    pub conn: Option<ConnId>,
    /// The agent who is logged in on it.
    pub agent: Option<String>,
    /// The contact of a customer socket.
    pub guid: Option<Guid>,
    /// `body.method` of a frame, where it can be read.
    pub method: Option<String>,
    /// The frame as it crossed the socket, cut where it is very long; else the remark.
    pub text: String,
    /// What is wrong with a bad frame or a defect.
    pub problem: Option<String>,
}

/// What the rules told the CCT side, whoever asked to be notified of it.
#[derive(Clone, Debug, Serialize)]
pub struct Happened {
    /// Number of the line that was written last before it; 0 before all.
    pub after: u64,
    /// Milliseconds since 1970.
    pub at: Millis,
    /// The event.
    pub event: CctEvent,
}

/// The log.
#[derive(Debug, Default)]
pub struct Log {
    lines: VecDeque<Line>,
    happened: VecDeque<Happened>,
    written: u64,
}

impl Log {
    /// All lines kept, oldest first.
    pub fn lines(&self) -> impl DoubleEndedIterator<Item = &Line> {
        self.lines.iter()
    }

    /// Lines with a number above `after`.
    pub fn after(&self, after: u64) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.number > after)
    }

    /// Our own frames that broke a schema.
    pub fn defects(&self) -> Vec<&Line> {
        self.lines.iter().filter(|line| line.kind == LineKind::Defect).collect()
    }

    /// CCT events, oldest first.
    pub fn happened(&self) -> impl DoubleEndedIterator<Item = &Happened> {
        self.happened.iter()
    }

    /// Number of the newest line.
    pub fn newest(&self) -> u64 {
        self.written
    }

    pub(crate) fn tell(&mut self, at: Millis, event: CctEvent) {
        if self.happened.len() >= LINES {
            self.happened.pop_front();
        }
        self.happened.push_back(Happened { after: self.written, at, event });
    }

    pub(crate) fn write(&mut self, mut line: Line) {
        self.written += 1;
        line.number = self.written;
        if let Some((cut, _)) = line.text.char_indices().nth(KEPT) {
            let rest = line.text.len() - cut;
            line.text.truncate(cut);
            line.text.push_str(&format!("… {rest} bytes more"));
            // A board of thousands would keep its room otherwise.
            line.text.shrink_to_fit();
        }
        if self.lines.len() >= LINES {
            self.lines.pop_front();
        }
        self.lines.push_back(line);
    }
}

impl Line {
    pub(crate) fn new(at: Millis, kind: LineKind, text: impl Into<String>) -> Self {
        Self {
            number: 0,
            at,
            kind,
            door: None,
            way: None,
            conn: None,
            agent: None,
            guid: None,
            method: None,
            text: text.into(),
            problem: None,
        }
    }
}

impl From<&Crossing> for Line {
    fn from(crossing: &Crossing) -> Self {
        let (kind, way) = match crossing.heading {
            Heading::Request => (LineKind::Frame, Some(Way::In)),
            Heading::Reply | Heading::Notify => (LineKind::Frame, Some(Way::Out)),
            Heading::NotifyReply => (LineKind::Frame, Some(Way::In)),
            Heading::Defect => (LineKind::Defect, None),
        };
        Self {
            door: Some(Door::Cct),
            way,
            method: Some(crossing.what.clone()),
            problem: (crossing.status >= 400).then(|| format!("HTTP {}", crossing.status)),
            ..Self::new(crossing.at, kind, crossing.text.clone())
        }
    }
}

/// The log with its own lock.
#[derive(Clone, Debug, Default)]
pub(crate) struct SharedLog(Arc<Mutex<Log>>);

impl SharedLog {
    pub(crate) fn write(&self, line: Line) {
        self.lock().write(line);
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, Log> {
        // A panic while writing leaves whole lines behind.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

//! The one lock around the rules: every change goes through here, so all orders are the same.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::sync::{mpsc, watch};

use crate::center::{CctEvent, Center, ConnId, Input, Millis};
use crate::log::{Line, LineKind, Log, SharedLog};
use crate::schema::Door;
use crate::serve::clock;
use crate::serve::core::{Core, Socket, Wire};
use crate::soap::Crossing;

/// A CCT event with the time at which it happened.
#[derive(Clone, Debug)]
pub struct StampedCctEvent {
    /// Milliseconds since 1970.
    pub at: Millis,
    /// The event.
    pub event: CctEvent,
}

/// Nothing that fits happened in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("what was waited for did not happen in time; read the log of the simulator")]
pub struct WaitExpired;

/// The running centre, shared by all servers. Cheap to clone.
#[derive(Clone)]
pub struct CenterHandle {
    inner: Arc<Inner>,
}

struct Inner {
    core: Mutex<Core>,
    /// Its own lock, taken after that of the core, so that the CCT side may write at any time.
    log: SharedLog,
    changed: watch::Sender<u64>,
}

impl CenterHandle {
    /// Runs the rules of a centre.
    pub fn new(center: Center) -> Self {
        let core = Core {
            center,
            log: SharedLog::default(),
            cct: Vec::new(),
            sockets: BTreeMap::new(),
            next_conn: 1,
            delay_ms: 0,
            runtime: Handle::try_current().ok(),
        };
        let log = core.log.clone();
        let (core, changed) = (Mutex::new(core), watch::Sender::new(0));
        Self { inner: Arc::new(Inner { core, log, changed }) }
    }

    /// Runs something on the rules at the present time, then routes and hands out what came of it:
    /// frames to sockets, [`CctEvent`]s to subscribers, before this returns.
    pub fn with<R>(&self, run: impl FnOnce(&mut Center) -> R) -> R {
        self.with_core(|core| run(&mut core.center))
    }

    /// Reads rules and log, changing nothing.
    pub fn read<R>(&self, run: impl FnOnce(&Center, &Log) -> R) -> R {
        let core = self.lock();
        let log = self.inner.log.lock();
        run(&core.center, &log)
    }

    /// Waits until `look` finds something; it looks after every change.
    ///
    /// # Errors
    /// [`WaitExpired`] when `limit` has passed.
    pub async fn wait_for<T>(
        &self,
        limit: Duration,
        mut look: impl FnMut(&Center, &Log) -> Option<T>,
    ) -> Result<T, WaitExpired> {
        let mut changes = self.changes();
        let found = async {
            loop {
                changes.mark_unchanged();
                if let Some(found) = self.read(&mut look) {
                    return found;
                }
                if changes.changed().await.is_err() {
                    return std::future::pending().await;
                }
            }
        };
        tokio::time::timeout(limit, found).await.map_err(|_| WaitExpired)
    }

    /// CCT events from now on, in order, none lost.
    pub fn cct_events(&self) -> mpsc::UnboundedReceiver<StampedCctEvent> {
        let (sender, receiver) = mpsc::unbounded_channel();
        self.lock().cct.push(sender);
        receiver
    }

    /// A receiver that changes after every change of the centre.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.inner.changed.subscribe()
    }

    /// Writes a remark into the log.
    pub fn note(&self, text: impl Into<String>) {
        self.inner.log.write(Line::new(clock::now(), LineKind::Note, text));
        self.bump();
    }

    /// Writes what crossed the CCT interface into the log.
    pub(crate) fn crossed(&self, crossing: &Crossing) {
        self.inner.log.write(Line::from(crossing));
        self.bump();
    }

    /// The simulator's time, milliseconds since 1970.
    pub fn now(&self) -> Millis {
        clock::now()
    }

    pub(crate) fn open(&self, door: Door, wire: mpsc::UnboundedSender<Wire>) -> ConnId {
        self.with_core(|core| {
            let conn = core.next_conn;
            core.next_conn += 1;
            core.sockets.insert(conn, Socket { door, wire });
            let line = core.line(clock::now(), LineKind::Opened, conn, String::new());
            core.log.write(line);
            conn
        })
    }

    pub(crate) fn receive(&self, door: Door, conn: ConnId, text: String) {
        let mut core = self.lock();
        let now = clock::now();
        let outputs = core.receive(now, door, conn, text);
        core.hand_out(self, now, outputs);
        self.release(core);
    }

    pub(crate) fn closed(&self, door: Door, conn: ConnId, why: &str) {
        let mut core = self.lock();
        let now = clock::now();
        let line = core.line(now, LineKind::Closed, conn, why.to_owned());
        core.log.write(line);
        core.sockets.remove(&conn);
        let input = match door {
            Door::Agent => Input::AgentGone { conn },
            Door::Customer | Door::Cct => Input::CustomerGone { conn },
        };
        let outputs = core.center.handle(now, input);
        core.hand_out(self, now, outputs);
        self.release(core);
    }

    pub(crate) fn input(&self, input: Input) {
        let mut core = self.lock();
        let now = clock::now();
        let outputs = core.center.handle(now, input);
        core.hand_out(self, now, outputs);
        self.release(core);
    }

    pub(crate) fn with_core<R>(&self, run: impl FnOnce(&mut Core) -> R) -> R {
        let mut core = self.lock();
        let now = clock::now();
        core.center.advance(now);
        let answer = run(&mut core);
        let outputs = core.center.settle();
        core.hand_out(self, now, outputs);
        self.release(core);
        answer
    }

    fn release(&self, core: MutexGuard<'_, Core>) {
        drop(core);
        self.bump();
    }

    fn bump(&self) {
        self.inner.changed.send_modify(|revision| *revision += 1);
    }

    fn lock(&self) -> MutexGuard<'_, Core> {
        // A panic in one caller must not take the whole centre down.
        self.inner.core.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

//! The one lock around the rules: every change goes through here, so all orders are the same.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{mpsc, watch};

use crate::center::{CctEvent, Center, ConnId, Millis, Output};
use crate::serve::clock;

/// A CCT event with the time at which it happened.
#[derive(Clone, Debug)]
pub struct StampedCctEvent {
    /// Milliseconds since 1970.
    pub at: Millis,
    /// The event.
    pub event: CctEvent,
}

/// The running centre, shared by all servers. Cheap to clone.
#[derive(Clone)]
pub struct CenterHandle {
    inner: Arc<Inner>,
}

struct Inner {
    core: Mutex<Core>,
    changed: watch::Sender<u64>,
}

struct Core {
    center: Center,
    cct: Vec<mpsc::UnboundedSender<StampedCctEvent>>,
    sockets: BTreeMap<ConnId, ()>,
}

impl CenterHandle {
    /// Runs the rules of a centre.
    pub fn new(center: Center) -> Self {
        let core = Core { center, cct: Vec::new(), sockets: BTreeMap::new() };
        Self { inner: Arc::new(Inner { core: Mutex::new(core), changed: watch::Sender::new(0) }) }
    }

    /// Runs something on the rules at the present time, then routes and hands out what came of it:
    /// frames to sockets, [`CctEvent`]s to subscribers, before this returns.
    pub fn with<R>(&self, run: impl FnOnce(&mut Center) -> R) -> R {
        let mut core = self.lock();
        let now = clock::now();
        core.center.advance(now);
        let answer = run(&mut core.center);
        let outputs = core.center.settle();
        core.hand_out(now, outputs);
        drop(core);
        self.inner.changed.send_modify(|revision| *revision += 1);
        answer
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

    fn lock(&self) -> MutexGuard<'_, Core> {
        // A panic in one caller must not take the whole centre down.
        self.inner.core.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Core {
    fn hand_out(&mut self, now: Millis, outputs: Vec<Output>) {
        for output in outputs {
            if let Output::Cct(event) = output {
                let stamped = StampedCctEvent { at: now, event };
                self.cct.retain(|subscriber| subscriber.send(stamped.clone()).is_ok());
            }
        }
        let _ = &self.sockets;
    }
}

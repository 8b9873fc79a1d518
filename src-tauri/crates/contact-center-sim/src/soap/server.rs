//! The running CCT server: what all requests, the notifications and the passing of time share.

use super::call::State;
use super::catalogue::Catalogue;
use super::render::Renderer;
use super::xsd::{SchemaError, SchemaSet};
use crate::cct::events::{Notice, SystemEvent};
use crate::cct::notify::{self, Outbox};
use crate::cct::subscriptions::{Subscription, SubscriptionChange};
use crate::cct::{CctQuirks, HaMode, events, sessions::SessionChange};
use crate::center::Millis;
use crate::serve::{CenterHandle, clock};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

/// Which way a message went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// A request from a client.
    Request,
    /// The answer to it.
    Reply,
    /// A Notify to a client.
    Notify,
    /// What a client said to a Notify.
    NotifyReply,
    /// Something the simulator did wrong: a body that its own schemas refuse.
    Defect,
}

/// One message that crossed the CCT interface, as it was: passwords and tokens included.
#[derive(Clone, PartialEq, Eq)]
pub struct Crossing {
    /// Milliseconds since 1970.
    pub at: Millis,
    /// Which way.
    pub heading: Heading,
    /// `Service.Operation`, or the address that a Notify went to.
    pub what: String,
    /// HTTP status; 0 where there is none.
    pub status: u16,
    /// The body.
    pub text: String,
}

/// Where crossings are told.
pub(crate) type Tap = Arc<dyn Fn(Crossing) + Send + Sync>;

/// The CCT Open Interfaces of one contact centre. Cheap to clone.
#[derive(Clone)]
pub struct CctServer {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) center: CenterHandle,
    pub(crate) catalogue: Catalogue,
    pub(crate) schemas: SchemaSet,
    pub(crate) client: reqwest::Client,
    state: Mutex<State>,
    /// How far this server's time is ahead of the clock.
    ahead: AtomicI64,
    /// Whether clients reach this server through TLS.
    secure: AtomicBool,
    tap: Tap,
}

/// How often time is looked at when nobody calls.
const TICK: Duration = Duration::from_millis(50);

impl CctServer {
    /// Starts the CCT side of `center`; `tap` is told everything that crosses. Needs a tokio runtime, and
    /// stops when the last clone is dropped.
    ///
    /// # Errors
    /// When the embedded schemas cannot be read.
    pub fn start(
        center: CenterHandle,
        tap: impl Fn(Crossing) + Send + Sync + 'static,
    ) -> Result<Self, SchemaError> {
        let inner = Arc::new(Inner {
            catalogue: Catalogue::embedded(),
            schemas: SchemaSet::embedded()?,
            client: notify::client(),
            state: Mutex::new(State::default()),
            ahead: AtomicI64::new(0),
            secure: AtomicBool::new(false),
            tap: Arc::new(tap),
            center,
        });
        tokio::spawn(follow(Arc::downgrade(&inner), inner.center.cct_events()));
        tokio::spawn(tick(Arc::downgrade(&inner)));
        Ok(Self { inner })
    }

    /// The switches.
    #[must_use]
    pub fn quirks(&self) -> CctQuirks {
        self.inner.state().quirks.clone()
    }

    /// Changes the switches, for everything from now on.
    pub fn set_quirks(&self, quirks: CctQuirks) {
        self.inner.state().quirks = quirks;
    }

    /// Forgets all sessions and subscriptions without a word, as when the server starts again.
    pub fn restart(&self) {
        let mut state = self.inner.state();
        state.sessions.clear();
        state.subscriptions = Default::default();
        state.outboxes.clear();
    }

    /// Says whether clients reach this server through TLS: addresses in answers begin with `https` then.
    pub fn set_secure(&self, secure: bool) {
        self.inner.secure.store(secure, Ordering::Relaxed);
    }

    /// Ends all sessions as an administrator would, telling their subscriptions.
    pub fn end_sessions(&self) {
        let now = self.inner.now();
        let mut guard = self.inner.state();
        for token in guard.sessions.clear() {
            end_session(&mut guard, &token, now);
        }
    }

    /// Changes to the standby server, which knows the sessions or not, as the switch `ha` says.
    pub fn switch_over(&self) {
        if self.quirks().ha == HaMode::Lose {
            self.restart();
        }
    }

    /// Lets `millis` pass for sessions and subscriptions, and does at once what is due then.
    pub fn pass(&self, millis: Millis) {
        self.inner.ahead.fetch_add(millis, Ordering::Relaxed);
        self.inner.sweep();
    }

    /// How many sessions are open.
    #[must_use]
    pub fn sessions(&self) -> usize {
        self.inner.state().sessions.len()
    }
}

impl Inner {
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        // A panic in one request must not end the server.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn now(&self) -> Millis {
        clock::now() + self.ahead.load(Ordering::Relaxed)
    }

    pub(crate) fn tell(&self, heading: Heading, what: &str, status: u16, text: &str) {
        (self.tap)(Crossing {
            at: self.now(),
            heading,
            what: what.to_owned(),
            status,
            text: text.to_owned(),
        });
    }

    pub(crate) fn renderer(&self, quirks: &CctQuirks) -> Renderer<'_> {
        Renderer::new(self, quirks)
    }

    /// Posts `notices`, which belong together, to every subscription that wants them.
    pub(crate) fn publish(&self, state: &State, notices: &[Notice]) {
        for subscription in state.subscriptions.all() {
            send(state, subscription, notices);
        }
    }

    /// Opens the way to a new subscription's consumer.
    pub(crate) fn open_outbox(self: &Arc<Self>, state: &mut State, subscription: &Subscription) {
        let outbox = Outbox::open(Arc::downgrade(self), subscription);
        state.outboxes.insert(subscription.id.clone(), outbox);
    }

    pub(crate) fn secure(&self) -> bool {
        self.secure.load(Ordering::Relaxed)
    }

    fn sweep(&self) {
        let now = self.now();
        let mut guard = self.state();
        let state = &mut *guard;
        let (timeout, imminent) = (state.quirks.session_timeout, state.quirks.imminent);
        for change in state.sessions.sweep(now, timeout, imminent) {
            match change {
                SessionChange::Imminent { token, remaining } => {
                    let event = SystemEvent::SessionTerminationImminent { remaining };
                    for id in state.subscriptions.of_session(&token) {
                        tell_one(state, &id, event, now);
                    }
                }
                SessionChange::Ended { token } => end_session(state, &token, now),
            }
        }
        for change in state.subscriptions.sweep(now, imminent) {
            match change {
                SubscriptionChange::Imminent { id, remaining } => {
                    let event = SystemEvent::SubscriptionTerminationImminent { remaining };
                    tell_one(state, &id, event, now);
                }
                SubscriptionChange::Ended { id } => {
                    tell_one(state, &id, SystemEvent::SubscriptionTermination, now);
                    state.drop_subscription(&id);
                }
            }
        }
        let late = state.late_intrinsics(now);
        for notice in late {
            self.publish(state, &[notice]);
        }
    }
}

/// The end of a session that is gone already: its subscriptions are told and end with it.
fn end_session(state: &mut State, token: &str, now: Millis) {
    for id in state.subscriptions.of_session(token) {
        tell_one(state, &id, SystemEvent::SessionTermination, now);
        state.drop_subscription(&id);
    }
}

fn tell_one(state: &State, id: &str, event: SystemEvent, now: Millis) {
    if let Some(subscription) = state.subscriptions.get(id) {
        send(state, subscription, &[events::system(event, now)]);
    }
}

/// Queues those of `notices` that `subscription` wants.
pub(crate) fn send(state: &State, subscription: &Subscription, notices: &[Notice]) {
    let wanted: Vec<Notice> = notices
        .iter()
        .filter(|notice| subscription.wants(notice, &state.quirks))
        .cloned()
        .collect();
    if let Some(outbox) = state.outboxes.get(&subscription.id) {
        outbox.post(wanted, &state.quirks);
    }
}

/// Turns what happens in the centre into notices until the server is gone.
async fn follow(
    server: Weak<Inner>,
    mut happened: tokio::sync::mpsc::UnboundedReceiver<crate::serve::StampedCctEvent>,
) {
    while let Some(stamped) = happened.recv().await {
        let Some(server) = server.upgrade() else { return };
        let at = stamped.at + server.ahead.load(Ordering::Relaxed);
        let mut state = server.state();
        let notices = state.take_in(&server.center, &stamped.event, at);
        server.publish(&state, &notices);
    }
}

async fn tick(server: Weak<Inner>) {
    let mut beats = tokio::time::interval(TICK);
    loop {
        beats.tick().await;
        let Some(server) = server.upgrade() else { return };
        server.sweep();
    }
}

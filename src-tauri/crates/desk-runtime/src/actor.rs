//! The one task that owns the desk: wakes for one reason at a time, then does what the desk wants.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use desk_core::cct::CctInput;
use desk_core::ewc::EwcInput;
use desk_core::revision::Revision;
use desk_core::{Desk, Effect, Millis};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::Instant;

use crate::cct_driver::CctDriver;
use crate::clock::DeskTime;
use crate::ewc_driver::EwcDriver;
use crate::host::Host;
use crate::recorder::Trace;

/// A question or command for the desk.
pub(crate) type Job = Box<dyn FnOnce(&mut Desk, Millis) -> Ran + Send>;

/// A job that has run.
pub(crate) struct Ran {
    pub(crate) panicked: bool,
    /// Gives the answer to whoever asked.
    pub(crate) answer: Box<dyn FnOnce() + Send>,
}

/// A deadline that a tick did not move must not keep the task spinning.
const LEAST_WAIT: Duration = Duration::from_millis(10);

/// Everything that wakes the desk.
enum Wake {
    Command(Job),
    Ewc(EwcInput),
    Cct(CctInput),
    Deadline,
    ShutDown(Option<oneshot::Sender<()>>),
}

/// Where the reasons to wake come from.
pub(crate) struct Inbox {
    pub(crate) jobs: mpsc::Receiver<Job>,
    pub(crate) shut_down: mpsc::Receiver<oneshot::Sender<()>>,
    pub(crate) ewc_news: mpsc::Receiver<EwcInput>,
    pub(crate) cct_news: mpsc::Receiver<CctInput>,
}

impl Inbox {
    async fn next(&mut self, deadline: Option<Instant>) -> Wake {
        let asleep = async {
            match deadline {
                Some(deadline) => tokio::time::sleep_until(deadline).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            // No handle left to ask or to shut down: nobody can see this desk any more.
            job = self.jobs.recv() => job.map_or(Wake::ShutDown(None), Wake::Command),
            Some(done) = self.shut_down.recv() => Wake::ShutDown(Some(done)),
            // The drivers hold the senders, so these never end.
            Some(input) = self.ewc_news.recv() => Wake::Ewc(input),
            Some(input) = self.cct_news.recv() => Wake::Cct(input),
            () = asleep => Wake::Deadline,
        }
    }
}

/// The desk with all it needs.
pub(crate) struct Actor {
    pub(crate) desk: Desk,
    pub(crate) time: DeskTime,
    pub(crate) ewc: EwcDriver,
    pub(crate) cct: CctDriver,
    pub(crate) host: Box<dyn Host>,
    /// Where everything on the wire is traced, redacted.
    pub(crate) trace: Option<Trace>,
    pub(crate) revisions: watch::Sender<Revision>,
}

impl Actor {
    pub(crate) async fn run(mut self, mut inbox: Inbox) {
        let mut now = self.time.read(None).at;
        let done = loop {
            let planned = self.desk.next_deadline();
            let wake = inbox.next(self.wait_until(now, planned)).await;
            let reading = self.time.read(planned);
            now = reading.at;
            if reading.slept {
                tracing::info!("the machine seems to have slept; connections are made anew");
                self.guarded(|actor| actor.desk.distrust_connections(now));
            }
            let mut answer = None;
            match wake {
                Wake::Command(job) => {
                    let ran = job(&mut self.desk, now);
                    if ran.panicked {
                        tracing::error!("a command failed inside the desk; the desk goes on");
                        // What the command left undone is settled.
                        self.guarded(|actor| actor.desk.tick(now));
                    }
                    answer = Some(ran.answer);
                }
                Wake::Ewc(input) => self.take_ewc(now, input),
                Wake::Cct(input) => self.take_cct(now, input),
                Wake::Deadline => {}
                Wake::ShutDown(done) => break done,
            }
            // Not only on a deadline's own wake-up: a flood of news must not hold it up.
            if self.desk.next_deadline().is_some_and(|due| due <= now) {
                self.guarded(|actor| actor.desk.tick(now));
            }
            self.carry_out(now);
            if let Some(answer) = answer {
                answer();
            }
            self.tell_revision();
        };
        self.ewc.close().await;
        if let Some(done) = done {
            let _ = done.send(());
        }
    }

    fn wait_until(&self, now: Millis, planned: Option<Millis>) -> Option<Instant> {
        let instant = self.time.instant_of(planned?);
        let spinning = planned.is_some_and(|planned| planned <= now);
        Some(if spinning { instant.max(self.time.instant_of(now) + LEAST_WAIT) } else { instant })
    }

    /// One contact's trouble must not take the desk down. Sound to assert: the desk is safe code
    /// that owns all it touches, so a panic leaves no half-written memory, at worst a view that is
    /// behind until the next change.
    fn guarded(&mut self, act: impl FnOnce(&mut Self)) {
        if catch_unwind(AssertUnwindSafe(|| act(self))).is_err() {
            tracing::error!("news could not be taken; the desk goes on");
        }
    }

    fn take_ewc(&mut self, now: Millis, input: EwcInput) {
        self.record(|trace| trace.ewc_input(now, &input));
        self.guarded(|actor| actor.desk.handle_ewc(now, input));
    }

    fn take_cct(&mut self, now: Millis, input: CctInput) {
        self.record(|trace| trace.cct_input(now, &input));
        self.guarded(|actor| actor.desk.handle_cct(now, input));
    }

    /// Does what the desk wants, until it wants nothing more.
    fn carry_out(&mut self, now: Millis) {
        while let Some(effect) = self.desk.poll_effect() {
            match effect {
                Effect::Ewc(output) => {
                    self.record(|trace| trace.ewc_output(now, &output));
                    if let Some(input) = self.ewc.carry_out(output) {
                        self.take_ewc(now, input);
                    }
                }
                Effect::Cct(output) => {
                    self.record(|trace| trace.cct_output(now, &output));
                    if let Some(input) = self.cct.carry_out(output) {
                        self.take_cct(now, input);
                    }
                }
                Effect::Attention(cue) => self.guarded(|actor| actor.host.attention(cue)),
                Effect::OpenLink(url) => {
                    self.guarded(|actor| actor.host.open_link(url.expose()));
                }
                Effect::OpenPop(order) => {
                    let (contact, pop) = (order.contact, order.pop);
                    self.guarded(|actor| {
                        if let Some(opened) = actor.host.open_pop(order) {
                            actor.desk.pop_opened(now, contact, pop, Some(opened));
                        }
                    });
                }
                Effect::ClosePop { contact, pop } => {
                    self.guarded(|actor| actor.host.close_pop(contact, pop));
                }
                Effect::ClosePops => self.guarded(|actor| actor.host.close_pops()),
            }
        }
    }

    /// A trace is worth less than the desk.
    fn record(&self, write: impl FnOnce(&Trace)) {
        let Some(trace) = &self.trace else { return };
        if catch_unwind(AssertUnwindSafe(|| write(trace))).is_err() {
            tracing::error!("the trace could not be written");
        }
    }

    fn tell_revision(&self) {
        let newest = self.desk.revision();
        self.revisions.send_if_modified(|known| {
            let moved = *known != newest;
            *known = newest;
            moved
        });
    }
}

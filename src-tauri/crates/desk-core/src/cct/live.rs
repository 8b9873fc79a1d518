//! Live: contacts come and go, the ready state is read, the session is kept alive.

use cct_wire::{Call, ContactId, ReadyStatus, Reply};

use super::activity::Activities;
use super::answering::Answering;
use super::capabilities;
use super::discovery::sorted_terminals;
use super::event::{CctEvent, EventSource};
use super::heartbeat::Heartbeat;
use super::input::{CctInput, SignIn};
use super::intrinsics;
use super::link::{Link, Returned};
use super::offers::Offers;
use super::polling::Polling;
use super::purpose::Purpose;
use super::ready_state::ReadyState;
use super::rejecting::Rejecting;
use super::releasing::{Release, Releasing};
use super::restoring::{Lost, Restoring};
use super::round::{Round, RoundCall};
use super::seat::Seat;
use super::snapshot::Snapshot;
use super::state::State;
use super::subscription::Subscription;
use crate::backoff::Backoff;
use crate::failure::{Failure, FailureKind};
use crate::time::Millis;

/// A session with an agent logged in. It survives lost links; its parts are then suspended.
#[derive(Debug)]
pub(super) struct Live {
    pub(super) sign_in: SignIn,
    pub(super) seat: Seat,
    pub(super) offers: Offers,
    pub(super) subscription: Subscription,
    pub(super) backoff: Backoff,
    pub(super) ready: ReadyState,
    pub(super) polling: Polling,
    pub(super) heartbeat: Heartbeat,
    pub(super) snapshot: Snapshot,
    activities: Activities,
    answering: Answering,
    rejecting: Rejecting,
    releasing: Releasing,
    round: Option<Round>,
    /// The source last told.
    source: Option<EventSource>,
    /// True once the desk knows that the link is up.
    told_up: bool,
}

/// How often the ready state is read: while it is polled, and while notifications tell it.
const READY_POLLED: i64 = 5_000;
const READY_PUSHED: i64 = 30_000;

/// After a first failed call another one tells whether the server is gone.
const CHECK_AFTER: i64 = 1_000;

impl Live {
    pub(super) fn new(now: Millis, link: &Link, sign_in: SignIn, seat: Seat) -> Self {
        Self {
            sign_in,
            seat,
            offers: Offers::default(),
            subscription: Subscription::new(link),
            backoff: Backoff::default(),
            ready: ReadyState::new(now),
            polling: Polling::new(now),
            heartbeat: Heartbeat::new(now, link),
            snapshot: Snapshot::Needed,
            activities: Activities::default(),
            answering: Answering::default(),
            rejecting: Rejecting::default(),
            releasing: Releasing::default(),
            round: None,
            source: None,
            told_up: true,
        }
    }

    /// The way to the server is free again, or for the first time: a snapshot follows.
    pub(super) fn resume(&mut self, now: Millis, link: &mut Link) {
        if !self.told_up {
            self.told_up = true;
            link.tell(CctEvent::Up { server: link.server() });
        }
        self.offers.forget_mentions();
        self.snapshot = Snapshot::Needed;
        self.polling = Polling::new(now);
        self.heartbeat = Heartbeat::new(now, link);
        self.ready.check(now);
        self.releasing.resume(now);
        self.go_on(now, link);
    }

    /// What lets go at once of every contact that was closed here and is still on the terminal.
    pub(super) fn releases(&self) -> Vec<Call> {
        self.releasing.at_once(&self.offers)
    }

    /// The link is lost, or a log-off begins: what is under way will not be answered.
    pub(super) fn suspend(&mut self, link: &mut Link) {
        self.round = None;
        self.ready.suspend(link);
        self.activities.suspend(link);
        self.answering.suspend(link);
        self.rejecting.suspend(link);
        self.releasing.suspend();
        self.offers.ask_again();
    }

    /// The desk learns that the link is down; it must learn when it is up again.
    pub(super) const fn told_down(&mut self) {
        self.told_up = false;
    }

    pub(super) fn set_ready(
        &mut self,
        now: Millis,
        link: &mut Link,
        ready: bool,
        reason_code: Option<String>,
    ) {
        self.ready.set(now, link, &self.seat, ready, reason_code);
    }

    pub(super) fn answer(&mut self, now: Millis, link: &mut Link, id: &ContactId) {
        self.answering.begin(now, link, &self.seat, &self.offers, id);
    }

    pub(super) fn reject(&mut self, now: Millis, link: &mut Link, id: &ContactId) {
        self.rejecting.begin(now, link, &self.seat, &mut self.offers, id);
    }

    pub(super) fn set_activity(
        &mut self,
        now: Millis,
        link: &mut Link,
        id: &ContactId,
        code: String,
    ) {
        self.activities.begin(now, link, &self.seat, &self.offers, id, code);
    }

    pub(super) fn release(&mut self, now: Millis, link: &mut Link, id: &ContactId, how: Release) {
        self.releasing.begin(now, link, &self.offers, id, how);
    }

    pub(super) fn replied(
        mut self: Box<Self>,
        now: Millis,
        link: &mut Link,
        returned: Returned,
    ) -> State {
        if let Some(lost) = Restoring::needed(link, &returned) {
            return Restoring::enter(now, link, self, lost);
        }
        if returned.outcome.as_ref().is_err_and(|trouble| trouble.is_link()) {
            self.heartbeat.soon(now + CHECK_AFTER);
        }
        if let Some(lost) = self.take(now, link, returned) {
            return Restoring::enter(now, link, self, lost);
        }
        self.go_on(now, link);
        State::Live(self)
    }

    pub(super) fn heard(
        mut self: Box<Self>,
        now: Millis,
        link: &mut Link,
        input: CctInput,
    ) -> State {
        match input {
            CctInput::Listening { url } => self.subscription.listening(now, link, url),
            CctInput::ListenFailed { .. } => self.subscription.listen_failed(),
            CctInput::Notified { body } => {
                if let Some(lost) = self.notified(now, link, &body) {
                    return Restoring::enter(now, link, self, lost);
                }
            }
            CctInput::Replied { .. } | CctInput::Tick => {}
        }
        self.go_on(now, link);
        State::Live(self)
    }

    pub(super) fn tick(mut self: Box<Self>, now: Millis, link: &mut Link) -> State {
        self.polling.tick(now);
        self.subscription.tick(now, link);
        self.heartbeat.tick(now, link, &self.seat);
        self.answering.tick(now, link);
        self.rejecting.tick(now, link, &mut self.offers);
        if self.releasing.tick(now, link, &self.seat, &self.offers) {
            self.polling.hurry(now);
        }
        self.go_on(now, link);
        State::Live(self)
    }

    pub(super) fn deadline(&self) -> Option<Millis> {
        [
            Some(self.heartbeat.deadline()),
            self.polling.deadline(self.round.is_some()),
            self.subscription.deadline(),
            self.ready.deadline(),
            self.answering.deadline(),
            self.rejecting.deadline(),
            self.releasing.deadline(),
            intrinsics::deadline(&self.offers),
            self.snapshot.deadline(),
        ]
        .into_iter()
        .flatten()
        .min()
    }

    /// Tells what happened to contacts, and lets go of what waited for it.
    pub(super) fn tell(&mut self, link: &mut Link, events: Vec<CctEvent>) {
        for event in events {
            match &event {
                CctEvent::Answered(id) => {
                    self.answering.settled(id);
                    self.rejecting.settled(id);
                }
                CctEvent::Ended { contact, .. } => {
                    self.answering.settled(contact);
                    self.rejecting.settled(contact);
                    self.releasing.settled(contact);
                    self.activities.settled(contact);
                }
                _ => {}
            }
            link.tell(event);
        }
    }

    /// The server says whether the agent is logged in. Logged out means not ready.
    pub(super) fn heard_logged_in(&mut self, now: Millis, link: &mut Link, logged_in: bool) {
        if self.seat.logged_in == logged_in {
            return;
        }
        self.seat.logged_in = logged_in;
        if logged_in {
            self.ready.check(now);
        } else {
            self.ready.notified(now, link, ReadyStatus { ready: false, reason_code: None });
        }
    }

    /// Takes an answer; says why the session must be restored, if it must.
    pub(super) fn take(
        &mut self,
        now: Millis,
        link: &mut Link,
        returned: Returned,
    ) -> Option<Lost> {
        let Returned { call, purpose, asked, outcome, moved } = returned;
        let look = match purpose {
            Purpose::Round(question) => {
                let returned =
                    Returned { call, purpose: Purpose::Forgotten, asked, outcome, moved };
                return self.round_replied(now, link, question, returned);
            }
            Purpose::Subscribe => {
                self.subscription.subscribed(now, link, outcome);
                // What happened before the subscription was made was not told.
                self.snapshot = Snapshot::Needed;
                true
            }
            Purpose::Renew => {
                self.subscription.renewed(now, link, outcome);
                false
            }
            Purpose::Heartbeat => {
                if let Ok(Reply::Flag(logged_in)) = outcome {
                    self.heard_logged_in(now, link, logged_in);
                }
                false
            }
            Purpose::Terminals => match outcome {
                Ok(Reply::Terminals(terminals)) => {
                    (self.seat.terminals, self.seat.others) = sorted_terminals(terminals);
                    false
                }
                Ok(_) => false,
                // Without a terminal nobody can be offered anything.
                Err(trouble) => {
                    let why = trouble.failure(FailureKind::ServerFault, &link.server());
                    return self.round_failed(now, why);
                }
            },
            Purpose::Ready(question) => {
                self.ready.replied(now, link, &mut self.seat, question, asked, outcome);
                false
            }
            Purpose::Intrinsics(id) => {
                intrinsics::replied(now, link, &mut self.offers, &id, &call, outcome);
                false
            }
            Purpose::CallingAddress(id) => {
                intrinsics::calling_address(link, &mut self.offers, &id, outcome);
                false
            }
            Purpose::Capabilities(id, stage) => {
                capabilities::replied(link, &mut self.offers, &id, stage, outcome);
                false
            }
            Purpose::Activity(id) => {
                self.activities.replied(now, link, &self.seat, &self.offers, &id, outcome);
                false
            }
            Purpose::Answer(id) => {
                self.answering.replied(now, link, &self.seat, &self.offers, &id, outcome)
            }
            Purpose::Reject(id) => {
                let look = self.rejecting.replied(now, link, &mut self.offers, &id, outcome);
                if look {
                    self.ready.check(now);
                }
                look
            }
            Purpose::Release(id) => {
                self.releasing.replied(now, link, &self.seat, &mut self.offers, &id, outcome)
            }
            Purpose::Script | Purpose::Probe | Purpose::Parting | Purpose::Forgotten => false,
        };
        if look {
            self.polling.hurry(now);
        }
        None
    }

    fn round_replied(
        &mut self,
        now: Millis,
        link: &mut Link,
        question: RoundCall,
        returned: Returned,
    ) -> Option<Lost> {
        let round = self.round.as_mut()?;
        let mut events =
            round.replied(now, link, &mut self.seat, &mut self.offers, question, returned);
        let mut lost = None;
        if round.is_complete()
            && let Some(round) = self.round.take()
        {
            match round.finish(now, &mut self.offers) {
                Ok(gone) => {
                    events.extend(gone);
                    self.snapshot.looked(now);
                }
                Err(why) => lost = self.round_failed(now, why),
            }
        }
        let moved = |event: &CctEvent| !matches!(event, CctEvent::Facts(_));
        if events.iter().any(moved) && self.snapshot.is_over() {
            self.polling.saw_first(now, self.subscription.is_on());
        }
        self.tell(link, events);
        lost
    }

    /// A terminal could not be asked. Where nothing else brings contacts, that is as good as no
    /// session after a few times.
    fn round_failed(&mut self, now: Millis, why: Failure) -> Option<Lost> {
        let blind = self.snapshot.failed(now);
        let polled = self.polling.source(self.subscription.is_on()) == EventSource::Polling;
        (blind && polled).then_some(Lost::Session(why))
    }

    /// What follows from the state of things: the source is told, rounds and readings go out.
    fn go_on(&mut self, now: Millis, link: &mut Link) {
        let source = self.polling.source(self.subscription.is_on());
        if self.source != Some(source) {
            self.source = Some(source);
            link.tell(CctEvent::Source(source));
        }
        if self.round.is_none() && self.polling.is_due(now) {
            self.polling.began(now, &link.config, source);
            self.look(now, link);
        }
        let every = if source == EventSource::Pushed { READY_PUSHED } else { READY_POLLED };
        self.ready.tick(now, link, &self.seat, every);
        intrinsics::tick(now, link, &mut self.offers);
        capabilities::tick(now, link, &self.seat, &mut self.offers);
        if self.snapshot.is_complete(now, intrinsics::is_reading(&self.offers)) {
            let events = self.offers.mention_all();
            self.tell(link, events);
            link.tell(CctEvent::SnapshotDone);
            self.backoff.reset();
        }
    }

    fn look(&mut self, now: Millis, link: &mut Link) {
        if self.seat.terminals.is_empty() && !link.is_asking(&Purpose::Terminals) {
            let call = Call::GetAgentTerminals(self.seat.agent.clone());
            link.call(now, Purpose::Terminals, call);
        }
        let round = Round::begin(now, link, &self.seat, &self.offers);
        if round.is_complete() {
            self.snapshot.looked(now);
        } else {
            self.round = Some(round);
        }
    }
}

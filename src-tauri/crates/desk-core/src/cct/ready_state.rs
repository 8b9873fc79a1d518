//! The ready state: changed in two calls, then read back; never assumed (sections 4.3, 7.6).

use cct_wire::{Call, InitialState, ReadyStatus, Reply};

use super::event::CctEvent;
use super::link::Link;
use super::purpose::Purpose;
use super::seat::Seat;
use super::trouble::{Outcome, Trouble};
use crate::failure::{Failure, FailureKind, WhyNot};
use crate::time::Millis;

/// A call about the ready state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ReadyCall {
    /// The agent is not logged in (any more) and wants to be ready.
    Login,
    /// Ready or not.
    Set(Way),
    /// The reason for not ready.
    SetReason(Way),
    /// Is the agent ready?
    Read(Way),
    /// For which reason not?
    ReadReason(Way),
}

/// Which operation is used; the later ones are fallbacks after a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// AgentService.
    Agent,
    /// AgentTerminalService on the first terminal.
    Terminal,
    /// SessionService on the first terminal.
    Lite,
}

impl Way {
    const fn next(self) -> Option<Self> {
        match self {
            Self::Agent => Some(Self::Terminal),
            Self::Terminal => Some(Self::Lite),
            Self::Lite => None,
        }
    }
}

/// What the agent asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Wish {
    ready: bool,
    reason_code: Option<String>,
}

/// What is known and what is under way.
#[derive(Debug)]
pub(super) struct ReadyState {
    known: Option<ReadyStatus>,
    /// When a notification or a change of ours made earlier questions stale.
    heard: Millis,
    /// The wish being carried out, with the first refusal.
    under_way: Option<(Wish, Option<Failure>)>,
    /// The wish to carry out next.
    waiting: Option<Wish>,
    /// What the next reading should show, and how often it is repeated until it does.
    expected: Option<(bool, u32)>,
    /// True when the next reading is told even if nothing changed: the desk waits for it.
    announce: bool,
    way: Way,
    reading: bool,
    next: Millis,
}

/// How soon and how often a reading is repeated that does not show the change yet.
const RECHECK_MS: i64 = 500;
const RECHECKS: u32 = 4;

impl ReadyState {
    pub(super) const fn new(now: Millis) -> Self {
        Self {
            known: None,
            heard: Millis(0),
            under_way: None,
            waiting: None,
            expected: None,
            announce: false,
            way: Way::Agent,
            reading: false,
            next: now,
        }
    }

    /// The agent wants to be ready or not.
    pub(super) fn set(
        &mut self,
        now: Millis,
        link: &mut Link,
        seat: &Seat,
        ready: bool,
        reason_code: Option<String>,
    ) {
        let wish = Wish { ready, reason_code: reason_code.filter(|code| !code.is_empty()) };
        if self.under_way.is_some() {
            self.waiting = Some(wish);
        } else {
            self.carry_out(now, link, seat, wish);
        }
    }

    /// Reads the state now and tells it.
    pub(super) const fn check(&mut self, now: Millis) {
        self.announce = true;
        self.next = now;
    }

    /// The link is gone: what is under way will not be answered.
    pub(super) fn suspend(&mut self, link: &mut Link) {
        self.reading = false;
        self.expected = None;
        let dropped = self.under_way.take().is_some() || self.waiting.take().is_some();
        if dropped {
            let why = FailureKind::NotPossible(WhyNot::ContactControlDown);
            link.tell(CctEvent::ReadyRefused(Failure::of(why).about(link.server())));
        }
    }

    /// A notification told the state.
    pub(super) fn notified(&mut self, now: Millis, link: &mut Link, status: ReadyStatus) {
        self.heard = now;
        self.tell(link, status);
    }

    pub(super) fn tick(&mut self, now: Millis, link: &mut Link, seat: &Seat, every_ms: i64) {
        if self.next > now || self.reading || self.under_way.is_some() {
            return;
        }
        self.next = now + every_ms;
        self.reading = true;
        self.read(now, link, seat, self.way);
    }

    pub(super) fn deadline(&self) -> Option<Millis> {
        (!self.reading && self.under_way.is_none()).then_some(self.next)
    }

    pub(super) fn replied(
        &mut self,
        now: Millis,
        link: &mut Link,
        seat: &mut Seat,
        question: ReadyCall,
        asked: Millis,
        outcome: Outcome,
    ) {
        match question {
            ReadyCall::Login => match outcome {
                Err(trouble) if !says_already(&trouble) => {
                    self.refuse(link, &trouble, FailureKind::AgentLoginRefused);
                    self.end(now, link, seat);
                }
                _ => {
                    seat.logged_in = true;
                    self.set_by(now, link, seat, Way::Agent);
                }
            },
            ReadyCall::Set(way) => match outcome {
                Ok(_) => self.set_reason_by(now, link, seat, Way::Agent),
                Err(trouble) => {
                    self.refuse(link, &trouble, FailureKind::ServerFault);
                    match way.next().filter(|_| !trouble.is_link()) {
                        Some(way) => self.set_by(now, link, seat, way),
                        None => self.end(now, link, seat),
                    }
                }
            },
            ReadyCall::SetReason(way) => match outcome {
                Ok(_) => {
                    self.forgive();
                    self.end(now, link, seat);
                }
                Err(trouble) => {
                    self.refuse(link, &trouble, FailureKind::ServerFault);
                    match way.next().filter(|_| !trouble.is_link()) {
                        Some(way) => self.set_reason_by(now, link, seat, way),
                        None => self.end(now, link, seat),
                    }
                }
            },
            ReadyCall::Read(way) => self.read_back(now, link, seat, way, asked, outcome),
            ReadyCall::ReadReason(_) => {
                let reason_code = match outcome {
                    Ok(Reply::ReasonCode(code)) => code,
                    _ => None,
                };
                self.reading = false;
                if asked >= self.heard && self.under_way.is_none() {
                    self.conclude(now, link, ReadyStatus { ready: false, reason_code });
                }
            }
        }
    }

    fn carry_out(&mut self, now: Millis, link: &mut Link, seat: &Seat, wish: Wish) {
        let log_in_first = wish.ready && !seat.logged_in;
        self.under_way = Some((wish, None));
        if log_in_first {
            let login = Call::AgentLogin {
                agent: seat.agent.clone(),
                password: link.config.agent_password.clone(),
                initial_state: InitialState::NotReady,
            };
            link.call_first(now, Purpose::Ready(ReadyCall::Login), login);
        } else {
            self.set_by(now, link, seat, Way::Agent);
        }
    }

    /// Sets ready or not in this way, or in the next one that a terminal allows.
    fn set_by(&mut self, now: Millis, link: &mut Link, seat: &Seat, way: Way) {
        let Some((wish, _)) = &self.under_way else { return };
        let ready = wish.ready;
        let call = match (way, seat.terminals.first().cloned()) {
            (Way::Agent, _) => Call::SetReady { agent: seat.agent.clone(), ready },
            (Way::Terminal, Some(terminal)) => Call::SetTerminalReady { terminal, ready },
            (Way::Lite, Some(terminal)) if ready => Call::LiteSetToReadyState(terminal),
            (Way::Lite, Some(terminal)) => Call::LiteSetToNotReadyState(terminal),
            (Way::Terminal | Way::Lite, None) => return self.end(now, link, seat),
        };
        link.call_first(now, Purpose::Ready(ReadyCall::Set(way)), call);
    }

    /// Sets the reason, which is a call of its own; a failure leaves the agent not ready without
    /// one and is told.
    fn set_reason_by(&mut self, now: Millis, link: &mut Link, seat: &Seat, way: Way) {
        if way == Way::Agent {
            self.forgive();
        }
        let reason_code = self
            .under_way
            .as_ref()
            .and_then(|(wish, _)| wish.reason_code.clone().filter(|_| !wish.ready));
        let Some(reason_code) = reason_code else { return self.end(now, link, seat) };
        let call = match (way, seat.terminals.first().cloned()) {
            (Way::Agent, _) => {
                Call::SetNotReadyReasonCode { agent: seat.agent.clone(), reason_code }
            }
            (Way::Terminal, Some(terminal)) => {
                Call::SetTerminalNotReadyReasonCode { terminal, reason_code }
            }
            (Way::Lite, Some(terminal)) => {
                Call::LiteSetToNotReadyStateWithReasonCode { terminal, reason_code }
            }
            (Way::Terminal | Way::Lite, None) => return self.end(now, link, seat),
        };
        link.call_first(now, Purpose::Ready(ReadyCall::SetReason(way)), call);
    }

    /// Keeps the first refusal: the fallbacks' words mean little to the agent.
    fn refuse(&mut self, link: &Link, trouble: &Trouble, kind: FailureKind) {
        if let Some((_, refusal)) = &mut self.under_way
            && refusal.is_none()
        {
            *refusal = Some(trouble.failure(kind, &link.server()));
        }
    }

    /// A fallback worked.
    fn forgive(&mut self) {
        if let Some((_, refusal)) = &mut self.under_way {
            *refusal = None;
        }
    }

    /// The wish is carried out or refused; the next one, or a reading, follows.
    fn end(&mut self, now: Millis, link: &mut Link, seat: &Seat) {
        let Some((wish, refusal)) = self.under_way.take() else { return };
        self.expected = refusal.is_none().then_some((wish.ready, RECHECKS));
        if let Some(why) = refusal {
            link.tell(CctEvent::ReadyRefused(why));
        }
        // A reading that is still under way was asked too early.
        self.heard = now;
        self.check(now);
        if let Some(wish) = self.waiting.take() {
            self.carry_out(now, link, seat, wish);
        }
    }

    fn read(&self, now: Millis, link: &mut Link, seat: &Seat, way: Way) {
        let call = match (way, seat.terminals.first().cloned()) {
            (Way::Terminal, Some(terminal)) => Call::IsTerminalReady(terminal),
            (Way::Lite, Some(terminal)) => Call::LiteGetReadyState(terminal),
            (Way::Agent, _) | (_, None) => Call::IsReady(seat.agent.clone()),
        };
        link.call(now, Purpose::Ready(ReadyCall::Read(way)), call);
    }

    fn read_back(
        &mut self,
        now: Millis,
        link: &mut Link,
        seat: &Seat,
        way: Way,
        asked: Millis,
        outcome: Outcome,
    ) {
        match outcome {
            Ok(Reply::Flag(true)) => {
                self.way = way;
                self.reading = false;
                if asked >= self.heard && self.under_way.is_none() {
                    self.conclude(now, link, ReadyStatus { ready: true, reason_code: None });
                }
            }
            Ok(Reply::Flag(false)) => {
                self.way = way;
                let call = match (way, seat.terminals.first().cloned()) {
                    (Way::Terminal | Way::Lite, Some(terminal)) => {
                        Call::GetTerminalNotReadyReasonCode(terminal)
                    }
                    (Way::Agent, _) | (_, None) => Call::GetNotReadyReasonCode(seat.agent.clone()),
                };
                link.call(now, Purpose::Ready(ReadyCall::ReadReason(way)), call);
            }
            Err(trouble) if trouble.is_link() => {
                self.reading = false;
                match self.expected {
                    Some((ready, left)) if left > 0 => {
                        self.expected = Some((ready, left - 1));
                        self.next = now + RECHECK_MS;
                    }
                    // The agent waits: the change went out, but nobody says what became of it.
                    Some(_) => {
                        self.expected = None;
                        let why = trouble.failure(FailureKind::ServerFault, &link.server());
                        link.tell(CctEvent::ReadyRefused(why));
                    }
                    None => {}
                }
            }
            _ => match way.next().filter(|_| !seat.terminals.is_empty()) {
                Some(way) => self.read(now, link, seat, way),
                None => {
                    // Nobody tells; the state stays as last heard until the next reading.
                    self.way = Way::Agent;
                    self.reading = false;
                }
            },
        }
    }

    fn conclude(&mut self, now: Millis, link: &mut Link, status: ReadyStatus) {
        let not_yet = self.expected.filter(|(ready, left)| *ready != status.ready && *left > 0);
        match not_yet {
            Some((ready, left)) => {
                self.expected = Some((ready, left - 1));
                self.next = now + RECHECK_MS;
            }
            None => {
                self.expected = None;
                self.tell(link, status);
            }
        }
    }

    fn tell(&mut self, link: &mut Link, status: ReadyStatus) {
        if self.announce || self.known.as_ref() != Some(&status) {
            self.announce = false;
            let ReadyStatus { ready, reason_code } = status.clone();
            self.known = Some(status);
            link.tell(CctEvent::Ready { ready, reason_code });
        }
    }
}

fn says_already(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::Fault(fault) if fault.says_already())
}

//! Signing out: log the agent out, unsubscribe, log off; over in ten seconds whatever happens.

use std::collections::VecDeque;

use cct_wire::{Agent, Call, Reply, Terminal};

use super::event::CctEvent;
use super::link::{Link, Returned};
use super::live::Live;
use super::purpose::Purpose;
use super::state::State;
use super::subscribing::Subscribing;
use super::trouble::Trouble;
use crate::failure::{Failure, FailureKind};
use crate::time::Millis;

/// A log-off under way.
#[derive(Debug)]
pub(super) struct SigningOut {
    /// The session to go back to when the log-out is refused; none when it must end anyhow.
    live: Option<Box<Live>>,
    agent: Option<Agent>,
    step: Step,
    /// What lets go of contacts that were closed and may still be there, should the server refuse
    /// the log-out for them.
    releases: VecDeque<Call>,
    /// Terminals to log out one by one when the agent cannot be.
    terminals: VecDeque<Terminal>,
    unsubscribe: Option<Call>,
    refusal: Option<Failure>,
    until: Millis,
    /// True when the desk still waits to be told that it is over.
    tell: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Release,
    Agent,
    Terminal,
    Confirm,
    Unsubscribe,
    LogOff,
}

/// The time for all of it.
const OVER_WITHIN: i64 = 9_000;

impl SigningOut {
    /// The agent signs out; the server may refuse.
    pub(super) fn enter(now: Millis, link: &mut Link, mut live: Box<Live>) -> State {
        live.suspend(link);
        link.drop_calls();
        let agent = live.seat.agent.clone();
        let mut state = Self::new(now, Some(agent), true);
        state.take_from(&live);
        state.live = Some(live);
        state.begin(now, link)
    }

    /// The session ends whatever the server says; the desk is told at once.
    pub(super) fn abandon(now: Millis, link: &mut Link, live: &Live) -> State {
        link.drop_calls();
        link.stop_listening();
        link.tell(CctEvent::SignedOut);
        let mut state = Self::new(now, Some(live.seat.agent.clone()), false);
        state.take_from(live);
        state.begin(now, link)
    }

    /// A log-in is given up; the desk is told at once.
    pub(super) fn without_live(now: Millis, link: &mut Link, agent: Option<Agent>) -> State {
        link.tell(CctEvent::SignedOut);
        Self::silently(now, link, agent)
    }

    /// A log-in has failed and the desk knows: what is left at the server is cleared away.
    pub(super) fn silently(now: Millis, link: &mut Link, agent: Option<Agent>) -> State {
        link.drop_calls();
        link.stop_listening();
        Self::new(now, agent, false).begin(now, link)
    }

    fn new(now: Millis, agent: Option<Agent>, tell: bool) -> Self {
        Self {
            live: None,
            agent,
            step: Step::Agent,
            releases: VecDeque::new(),
            terminals: VecDeque::new(),
            unsubscribe: None,
            refusal: None,
            until: now + OVER_WITHIN,
            tell,
        }
    }

    fn take_from(&mut self, live: &Live) {
        self.unsubscribe = live.subscription.unsubscribe();
        self.releases = live.releases().into();
        if live.seat.at_terminals {
            self.terminals = live.seat.terminals.clone().into();
        }
    }

    fn begin(mut self, now: Millis, link: &mut Link) -> State {
        if link.token.is_none() {
            return self.end(link);
        }
        self.step = if self.agent.is_some() { Step::Agent } else { Step::Unsubscribe };
        self.ask(now, link)
    }

    /// Makes the call of the current step, or of the next one that has any.
    fn ask(mut self, now: Millis, link: &mut Link) -> State {
        let call = match (self.step, &self.agent) {
            (Step::Release, _) => self.releases.pop_front(),
            (Step::Agent, Some(agent)) => Some(Call::AgentLogout(agent.clone())),
            (Step::Terminal, _) => self.terminals.pop_front().map(Call::AgentTerminalLogout),
            (Step::Confirm, Some(agent)) => Some(Call::IsLoggedIn(agent.clone())),
            (Step::Agent | Step::Confirm, None) => None,
            (Step::Unsubscribe, _) => self.unsubscribe.take(),
            (Step::LogOff, _) => Some(Call::LogOff),
        };
        match call {
            Some(call) => {
                link.call(now, Purpose::Parting, call);
                State::SigningOut(Box::new(self))
            }
            None => {
                self.step = match self.step {
                    Step::Release => Step::Agent,
                    Step::Agent | Step::Confirm | Step::Terminal => Step::Unsubscribe,
                    Step::Unsubscribe | Step::LogOff => Step::LogOff,
                };
                self.ask(now, link)
            }
        }
    }

    pub(super) fn replied(mut self, now: Millis, link: &mut Link, returned: Returned) -> State {
        if returned.purpose != Purpose::Parting {
            return State::SigningOut(Box::new(self));
        }
        if let Err(trouble) = &returned.outcome
            && (trouble.is_link() || trouble.is_session_lost())
        {
            return self.end(link);
        }
        self.step = match (self.step, returned.outcome) {
            (Step::Agent, Err(_)) if !self.releases.is_empty() => Step::Release,
            // Refused or not: the next log-out tells.
            (Step::Release, _) => Step::Release,
            (Step::Agent, Err(trouble)) => {
                self.refused(link, &trouble);
                if self.terminals.is_empty() { Step::Confirm } else { Step::Terminal }
            }
            (Step::Terminal, Ok(_)) if self.terminals.is_empty() => Step::Unsubscribe,
            (Step::Terminal, Ok(_)) => Step::Terminal,
            (Step::Terminal, Err(trouble)) => {
                self.refused(link, &trouble);
                Step::Confirm
            }
            (Step::Confirm, Ok(Reply::Flag(false))) | (Step::Agent, Ok(_)) => Step::Unsubscribe,
            (Step::Confirm, _) => match self.live.take() {
                Some(live) => return self.stay(now, link, live),
                None => Step::Unsubscribe,
            },
            (Step::Unsubscribe, _) => Step::LogOff,
            (Step::LogOff, _) => return self.end(link),
        };
        if self.step == Step::Unsubscribe {
            self.live = None;
        }
        self.ask(now, link)
    }

    pub(super) fn tick(self, now: Millis, link: &mut Link) -> State {
        if self.until <= now { self.end(link) } else { State::SigningOut(Box::new(self)) }
    }

    /// True while the desk waits to be told that it is over.
    pub(super) const fn is_awaited(&self) -> bool {
        self.tell
    }

    /// The desk no longer waits: it is told now, the rest goes on behind it.
    pub(super) fn told(mut self, link: &mut Link) -> State {
        self.live = None;
        if std::mem::take(&mut self.tell) {
            link.stop_listening();
            link.tell(CctEvent::SignedOut);
        }
        State::SigningOut(Box::new(self))
    }

    pub(super) const fn deadline(&self) -> Millis {
        self.until
    }

    /// The server keeps the agent logged in: back to work.
    fn stay(self, now: Millis, link: &mut Link, live: Box<Live>) -> State {
        let kind = if live.offers.is_empty() {
            FailureKind::ServerFault
        } else {
            FailureKind::ContactsOpen
        };
        let refusal = self.refusal.unwrap_or(Failure::of(FailureKind::ServerFault));
        link.tell(CctEvent::SignOutRefused(Failure { kind, ..refusal }));
        Subscribing::enter(now, link, live)
    }

    fn refused(&mut self, link: &Link, trouble: &Trouble) {
        let why = trouble.failure(FailureKind::ServerFault, &link.server());
        self.refusal.get_or_insert(why);
    }

    fn end(self, link: &mut Link) -> State {
        link.token = None;
        link.reconnect();
        if self.tell {
            link.stop_listening();
            link.tell(CctEvent::SignedOut);
        }
        State::SignedOut
    }
}

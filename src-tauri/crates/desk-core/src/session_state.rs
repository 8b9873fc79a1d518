//! Who is signed in, in which state, over which links.

use crate::cct::{AgentInfo, EventSource};
use crate::failure::Failure;
use crate::time::Millis;

/// Who is signed in and how far a sign-in has got.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionState {
    /// Where the session stands.
    pub phase: SessionPhase,
    /// Why the last sign-in failed or the session ended.
    pub failure: Option<Failure>,
    /// The signed-in agent.
    pub agent: Option<AgentInfo>,
    /// Ready and Not Ready.
    pub readiness: Readiness,
    /// The CCT server.
    pub contact_control: Link,
    /// The EWC agent socket.
    pub chat_server: Link,
}

/// Where the session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionPhase {
    /// Nobody is signed in.
    SignedOut,
    /// A sign-in is at this step.
    SigningIn(Step),
    /// Signed in.
    SignedIn,
    /// A sign-out is under way.
    SigningOut,
}

/// The steps of a sign-in, CCT first (chapter 11, "Using the API").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Logging in to the CCT server.
    ContactControl,
    /// Finding the agent and its terminals.
    Discovery,
    /// Logging in the agent.
    AgentLogin,
    /// Logging in at the chat server.
    ChatServer,
}

/// What was asked for and what is: two values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readiness {
    /// What the agent asked for.
    pub target: Ready,
    /// What the server says.
    pub actual: Ready,
    /// The reason code at the server.
    pub reason_code: Option<String>,
    /// When `actual` last changed.
    pub since: Millis,
    /// What made it so.
    pub cause: ReadyCause,
    /// Why the last change was refused.
    pub failure: Option<Failure>,
}

/// Ready, Not Ready or not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ready {
    /// Contacts are offered.
    Ready,
    /// No contacts are offered.
    NotReady,
    /// The server has not said.
    Unknown,
}

/// What made the ready state what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadyCause {
    /// Signing in leaves an agent Not Ready.
    SignedIn,
    /// The agent asked for it.
    Asked,
    /// An offer was declined.
    DeclinedOffer,
    /// The chat server switched over.
    SwitchOver,
    /// The server changed it for a reason of its own.
    Server,
}

/// A link to a server.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Its state.
    pub state: LinkState,
    /// Host and port in use.
    pub server: String,
    /// When `state` last changed.
    pub since: Millis,
    /// The number of the current attempt to reconnect, from 1.
    pub attempt: u32,
    /// When the next attempt starts, while waiting.
    pub retry_at: Option<Millis>,
    /// Why it is down.
    pub trouble: Option<Failure>,
    /// Where contact events come from; only for contact control.
    pub source: Option<EventSource>,
}

/// The state of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkState {
    /// Not wanted now.
    Down,
    /// First connection under way.
    Connecting,
    /// Up and logged in.
    Up,
    /// Lost; being restored.
    Reconnecting,
}

impl SessionState {
    /// Nobody is signed in.
    pub fn signed_out(now: Millis) -> Self {
        Self {
            phase: SessionPhase::SignedOut,
            failure: None,
            agent: None,
            readiness: Readiness {
                target: Ready::NotReady,
                actual: Ready::Unknown,
                reason_code: None,
                since: now,
                cause: ReadyCause::SignedIn,
                failure: None,
            },
            contact_control: Link::down(now),
            chat_server: Link::down(now),
        }
    }
}

impl Link {
    /// A link that is not wanted.
    pub const fn down(now: Millis) -> Self {
        Self {
            state: LinkState::Down,
            server: String::new(),
            since: now,
            attempt: 0,
            retry_at: None,
            trouble: None,
            source: None,
        }
    }

    /// Sets the state.
    pub fn become_state(&mut self, now: Millis, state: LinkState) {
        if self.state != state {
            self.state = state;
            self.since = now;
        }
        if matches!(state, LinkState::Up | LinkState::Down) {
            self.attempt = 0;
            self.retry_at = None;
            self.trouble = None;
        }
    }

    /// Lost; the next attempt starts at `retry_at`, or with a click.
    pub fn lost(&mut self, now: Millis, why: Failure, attempt: u32, retry_at: Option<Millis>) {
        self.become_state(now, LinkState::Reconnecting);
        self.trouble = Some(why);
        self.attempt = attempt;
        self.retry_at = retry_at;
    }
}

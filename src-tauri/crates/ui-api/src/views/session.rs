//! Who is signed in, in which state, over which links.

use serde::Serialize;
use ts_rs::TS;

use crate::api_error::ApiError;

/// Who is signed in and how far a sign-in has got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SessionView {
    /// Where the session stands.
    pub phase: SessionPhase,
    /// The step of a running sign-in, else absent.
    pub step: Option<SignInStep>,
    /// Why the last sign-in failed or the session ended, until the next attempt.
    pub failure: Option<ApiError>,
    /// The signed-in agent.
    pub agent: Option<AgentView>,
    /// Ready and Not Ready: what was asked for and what is.
    pub readiness: ReadinessView,
    /// The CCT server ("Contact control").
    pub contact_control: LinkView,
    /// The EWC agent socket ("Chat server").
    pub chat_server: LinkView,
}

/// Where the session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SessionPhase {
    /// Nobody is signed in.
    SignedOut,
    /// A sign-in is under way.
    SigningIn,
    /// Signed in; the links may still be reconnecting.
    SignedIn,
    /// A sign-out is under way.
    SigningOut,
}

/// The steps of a sign-in, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SignInStep {
    /// Logging in to the CCT server.
    ContactControl,
    /// Finding the agent and its terminals.
    Discovery,
    /// Logging in the agent.
    AgentLogin,
    /// Opening the chat server's socket and logging in there.
    ChatServer,
}

/// The signed-in agent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AgentView {
    /// The agent's log-in id; may begin with zeros.
    pub id: String,
    /// The name to show (the CCT user name without its domain).
    pub name: String,
    /// True for an agent who may supervise.
    pub supervisor: bool,
}

/// Ready and Not Ready: what was asked for and what is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReadinessView {
    /// What the agent asked for.
    pub target: ReadyState,
    /// What the server says.
    pub actual: ReadyState,
    /// The Not Ready reason code at the server, when it has one.
    pub reason_code: Option<String>,
    /// When `actual` last changed.
    #[ts(type = "number")]
    pub since: i64,
    /// What made `actual` what it is.
    pub cause: ReadyCause,
    /// Why the last change was refused, until the next one.
    pub failure: Option<ApiError>,
}

/// Ready, Not Ready or not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReadyState {
    /// Contacts are offered.
    Ready,
    /// No contacts are offered.
    NotReady,
    /// The server has not said.
    Unknown,
}

/// What made the ready state what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
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

/// One of the two servers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LinkView {
    /// The state of the link.
    pub state: LinkState,
    /// Host and port of the server in use, or the empty text.
    pub server: String,
    /// When `state` last changed.
    #[ts(type = "number")]
    pub since: i64,
    /// The number of the current attempt to reconnect, from 1.
    pub attempt: u32,
    /// When the next attempt starts, while waiting.
    #[ts(type = "number | null")]
    pub retry_at: Option<i64>,
    /// Why the link is down or restless.
    pub trouble: Option<ApiError>,
    /// Where contact events come from; only for contact control.
    pub event_source: Option<EventSource>,
}

/// The state of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
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

/// Where contact events come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EventSource {
    /// The desk asks every second.
    Polling,
    /// The server pushes to our listener; polling is the safety net.
    Pushed,
}

//! What the CCT session must know before anyone signs in.

use log_safe::Secret;

/// Where contact events are to come from (section 6.1).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EventsMode {
    /// A simple subscription where a listener is allowed, else polling.
    #[default]
    Auto,
    /// `UserService.Subscribe`.
    Simple,
    /// `NotificationProducer.Subscribe`, with a lease that is renewed.
    Filtered,
    /// Polling only; no port is opened.
    Poll,
}

/// Servers and habits of the session. Times are milliseconds.
#[derive(Debug, Clone)]
pub struct CctConfig {
    /// Base URLs in the order of trying: the default server, then its campus alternate. The
    /// geographic alternate is never in this list: a person chooses it (section 7.2).
    pub base_urls: Vec<String>,
    /// Where events come from.
    pub events: EventsMode,
    /// True when the administrator allows a listener on this machine.
    pub listen: bool,
    /// The password of the agent log-in; what it must hold is not confirmed (section 4.2).
    pub agent_password: Secret,
    /// Limit for one call.
    pub call_timeout_ms: i64,
    /// Time between two heartbeats; must stay under a third of the server's session timeout
    /// (section 3.2).
    pub heartbeat_ms: i64,
    /// Time between two polls where polling is the source of events (section 7.4).
    pub poll_ms: i64,
    /// Time between two polls where notifications are the source of events.
    pub safety_poll_ms: i64,
}

impl CctConfig {
    /// The usual habits with these servers.
    pub fn new(base_urls: Vec<String>) -> Self {
        Self {
            base_urls,
            events: EventsMode::Auto,
            listen: false,
            agent_password: Secret::default(),
            call_timeout_ms: 10_000,
            heartbeat_ms: 60_000,
            poll_ms: 1_000,
            safety_poll_ms: 30_000,
        }
    }

    /// True when a subscription is to be made.
    pub(super) const fn wants_listener(&self) -> bool {
        match self.events {
            EventsMode::Auto | EventsMode::Simple | EventsMode::Filtered => self.listen,
            EventsMode::Poll => false,
        }
    }
}

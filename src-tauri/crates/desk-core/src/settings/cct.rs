//! How the CCT server is spoken to: the source of events, timeouts, heartbeat.

use std::net::SocketAddr;

use super::section::{Refusal, Section};

/// Where CCT events come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CctEvents {
    /// Polling, or a simple subscription where [`Cct::listen`] is set.
    Auto,
    /// A simple subscription (`UserService.Subscribe`).
    Simple,
    /// A filtered subscription (`NotificationProducer.Subscribe`).
    Filtered,
    /// Polling only; no port is opened.
    Poll,
}

/// Behaviour towards the CCT server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cct {
    /// Where events come from.
    pub events: CctEvents,
    /// Local address and port on which the server's notifications are received; none: no port is
    /// opened. An unspecified address (`0.0.0.0`, `[::]`) listens everywhere and announces the
    /// address the log-in connection uses; port 0 takes a free one.
    pub listen: Option<SocketAddr>,
    /// Limit for making a connection, in seconds.
    pub connect_timeout_seconds: u32,
    /// Limit for a whole call, in seconds.
    pub call_timeout_seconds: u32,
    /// Time between two heartbeats, in seconds; must stay under a third of the server's session
    /// timeout.
    pub heartbeat_seconds: u32,
    /// Time between two polls where polling is the source of events, in milliseconds.
    pub poll_milliseconds: u32,
    /// Time between two polls where notifications are the source of events, in seconds.
    pub safety_poll_seconds: u32,
}

impl Default for Cct {
    fn default() -> Self {
        Self {
            events: CctEvents::Auto,
            listen: None,
            connect_timeout_seconds: 3,
            call_timeout_seconds: 10,
            heartbeat_seconds: 60,
            poll_milliseconds: 1_000,
            safety_poll_seconds: 30,
        }
    }
}

impl Cct {
    pub(super) fn read(&mut self, section: &mut Section<'_, '_>) {
        section.choice(
            "events",
            &[
                ("auto", CctEvents::Auto),
                ("simple", CctEvents::Simple),
                ("filtered", CctEvents::Filtered),
                ("poll", CctEvents::Poll),
            ],
            &mut self.events,
        );
        section.optional(
            "listen",
            "an address and a port of this machine, for example \"0.0.0.0:9091\" or \"[::]:9091\"",
            &mut self.listen,
            |text| text.parse().map_err(|_| Refusal::Bad),
        );
        section.whole("connect_timeout_seconds", 1..=120, &mut self.connect_timeout_seconds);
        section.whole("call_timeout_seconds", 1..=300, &mut self.call_timeout_seconds);
        section.whole("heartbeat_seconds", 5..=2_400, &mut self.heartbeat_seconds);
        section.whole("poll_milliseconds", 250..=60_000, &mut self.poll_milliseconds);
        section.whole("safety_poll_seconds", 5..=600, &mut self.safety_poll_seconds);
        let subscribes = matches!(self.events, CctEvents::Simple | CctEvents::Filtered);
        if subscribes && self.listen.is_none() {
            section.conflict(
                &["events", "listen"],
                "cct.listen",
                "\"auto\" or \"poll\", or set cct.listen to the address and port where the \
                 server's notifications can arrive",
            );
            self.events = CctEvents::Auto;
        }
    }
}

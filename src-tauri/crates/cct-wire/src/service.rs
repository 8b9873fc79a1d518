//! The services this client talks to (section 1.3).

/// A CCT Open Interfaces service; each has its own path below the configured base URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Service {
    /// The "Lite" API.
    SessionService,
    /// Log in, log off, discovery, simple subscriptions.
    UserService,
    /// Agent log in, ready state.
    AgentService,
    /// Terminal connections and ready state of one agent terminal.
    AgentTerminalService,
    /// Twin of [`Service::TerminalConnectionService`] for agent terminals; activity codes.
    AgentTerminalConnectionService,
    /// Answer, hold, state.
    TerminalConnectionService,
    /// Reject, disconnect, state.
    ConnectionService,
    /// Intrinsics, contact types, addresses.
    ContactService,
    /// Filtered subscriptions.
    NotificationProducer,
    /// Counters; its license count serves as a heartbeat.
    MetricsService,
}

impl Service {
    /// Every service, in declaration order.
    pub const ALL: [Self; 10] = [
        Self::SessionService,
        Self::UserService,
        Self::AgentService,
        Self::AgentTerminalService,
        Self::AgentTerminalConnectionService,
        Self::TerminalConnectionService,
        Self::ConnectionService,
        Self::ContactService,
        Self::NotificationProducer,
        Self::MetricsService,
    ];

    /// The last path segment of the service's URL, such as `AgentService`.
    pub const fn path_name(self) -> &'static str {
        match self {
            Self::SessionService => "SessionService",
            Self::UserService => "UserService",
            Self::AgentService => "AgentService",
            Self::AgentTerminalService => "AgentTerminalService",
            Self::AgentTerminalConnectionService => "AgentTerminalConnectionService",
            Self::TerminalConnectionService => "TerminalConnectionService",
            Self::ConnectionService => "ConnectionService",
            Self::ContactService => "ContactService",
            Self::NotificationProducer => "NotificationProducer",
            Self::MetricsService => "MetricsService",
        }
    }
}

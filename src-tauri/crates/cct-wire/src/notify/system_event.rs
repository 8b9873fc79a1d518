//! What happened to the session, the subscription, or delivery to us (section 6.4).

use log_safe::Private;

use crate::open_enum::open_enum;
use crate::xml_reader::{Element, Problem};

open_enum! {
    /// `terminationReason` (section 2).
    TerminationReason {
        SessionTermination = "SESSION_TERMINATION",
        SubscriptionTermination = "SUBSCRIPTION_TERMINATION",
        UnexpectedTermination = "UNEXPECTED_TERMINATION",
    }
}

/// `SystemEvent` (section 6.2). The details are optional in the schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SystemEvent {
    /// The server had trouble reaching our endpoint: take a snapshot.
    ConnectionFailure {
        /// For how long, in milliseconds.
        down_time_ms: Option<i64>,
        /// How often altogether.
        total_failures: Option<i64>,
        /// How often in a row.
        consecutive_failures: Option<i64>,
    },
    /// The subscription has ended: start again.
    SubscriptionTermination {
        /// Why.
        reason: Option<TerminationReason>,
        /// Free text of the server.
        info: Option<Private<String>>,
    },
    /// The subscription will end unless renewed.
    SubscriptionTerminationImminent {
        /// In how many milliseconds.
        remaining_ms: Option<i64>,
    },
    /// The session has ended: log in again.
    SessionTermination {
        /// Why.
        reason: Option<TerminationReason>,
        /// Free text of the server.
        info: Option<Private<String>>,
    },
    /// The session will end unless used.
    SessionTerminationImminent {
        /// In how many milliseconds.
        remaining_ms: Option<i64>,
    },
    /// A word this version does not list.
    Other(String),
}

impl SystemEvent {
    pub(super) fn read(event: Element<'_>) -> Result<Self, Problem> {
        let word = event.need_word("SystemEvent")?;
        let detail = |name| event.child(name);
        let remaining = |name| detail(name)?.child_number("remainingTimeInMillis");
        let reason = |name| {
            let word = detail(name)?.filled_word("reason")?;
            Some(TerminationReason::from_wire(&word))
        };
        let info = |name| detail(name)?.filled_word("info").map(Private::new);
        Ok(match word.as_str() {
            "CONNECTION_FAILURE" => {
                let number = |name| detail("SystemEventConnectionFailure")?.child_number(name);
                Self::ConnectionFailure {
                    down_time_ms: number("downTimeInMillis"),
                    total_failures: number("totalFailures"),
                    consecutive_failures: number("consecutiveFailures"),
                }
            }
            "SUBSCRIPTION_TERMINATION" => Self::SubscriptionTermination {
                reason: reason("SystemEventSubscriptionTermination"),
                info: info("SystemEventSubscriptionTermination"),
            },
            "SUBSCRIPTION_TERMINATION_IMMINENT" => Self::SubscriptionTerminationImminent {
                remaining_ms: remaining("SystemEventSubscriptionTerminationImminent"),
            },
            "SESSION_TERMINATION" => Self::SessionTermination {
                reason: reason("SystemEventSessionTermination"),
                info: info("SystemEventSessionTermination"),
            },
            "SESSION_TERMINATION_IMMINENT" => Self::SessionTerminationImminent {
                remaining_ms: remaining("SystemEventSessionTerminationImminent"),
            },
            _ => Self::Other(word),
        })
    }
}

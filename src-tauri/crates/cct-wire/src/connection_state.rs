//! The state of one party's connection (section 5.5).

use crate::open_enum::open_enum;

open_enum! {
    /// `connectionState` (section 2).
    ConnectionState {
        Active = "ACTIVE",
        Alerting = "ALERTING",
        Anchored = "ANCHORED",
        Controlled = "CONTROLLED",
        Dialing = "DIALING",
        Disconnected = "DISCONNECTED",
        Established = "ESTABLISHED",
        Failed = "FAILED",
        Idle = "IDLE",
        Initiated = "INITIATED",
        NetworkAlerting = "NETWORK_ALERTING",
        NetworkReached = "NETWORK_REACHED",
        Offered = "OFFERED",
        Parked = "PARKED",
        Retrieving = "RETRIEVING",
        Routing = "ROUTING",
        Queued = "QUEUED",
        Unknown = "UNKNOWN",
    }
}

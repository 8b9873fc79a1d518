//! Why a state changed.

use crate::open_enum::open_enum;

open_enum! {
    /// `reason` (section 2).
    Reason {
        Default = "DEFAULT",
        ConsultInit = "CONSULT_INIT",
        ConsultComplete = "CONSULT_COMPLETE",
        TransferInit = "TRANSFER_INIT",
        TransferUriInit = "TRANSFER_URI_INIT",
        TransferOpenNetInit = "TRANSFER_OPEN_NET_INIT",
        TransferComplete = "TRANSFER_COMPLETE",
        ConferenceInit = "CONFERENCE_INIT",
        ConferenceUriInit = "CONFERENCE_URI_INIT",
        ConferenceOpenNetInit = "CONFERENCE_OPEN_NET_INIT",
        ConferenceComplete = "CONFERENCE_COMPLETE",
        BargeIn = "BARGE_IN",
        Observe = "OBSERVE",
        Whisper = "WHISPER",
        Reject = "REJECT",
        Park = "PARK",
        Redirect = "REDIRECT",
        Route = "ROUTE",
        Shutdown = "SHUTDOWN",
        Emergency = "EMERGENCY",
        CallSupervisor = "CALL_SUPERVISOR",
        DefaultTreatment = "DEFAULT_TREATMENT",
        ForceDisconnect = "FORCE_DISCONNECT",
        AddressRemoval = "ADDRESS_REMOVAL",
        NotReady = "NOT_READY",
        Pull = "PULL",
        BulkRecord = "BULK_RECORD",
        DemandRecord = "DEMAND_RECORD",
        QualityRecord = "QUALITY_RECORD",
        Denied = "DENIED",
        Cancelled = "CANCELLED",
        NoResponse = "NO_RESPONSE",
        InsufficientResources = "INSUFFICIENT_RESOURCES",
        Record = "RECORD",
    }
}

//! The namespaces of the CCT Open Interfaces (`cct.md` 1.4); the rest of the code never spells a URI.

/// SOAP 1.1 envelope.
pub(crate) const SOAP: &str = "http://schemas.xmlsoap.org/soap/envelope/";
/// Children of the shared types.
pub(crate) const TYPES: &str = "http://www.nortel.com/soa/oi/cct/types";
/// Notification holders, events, listeners.
pub(crate) const BASE: &str = "http://www.nortel.com/soa/oi/cct/BaseNotification";
/// Children of system events and of the subscription policy.
pub(crate) const NOTIFICATION: &str = "http://www.nortel.com/soa/oi/cct/notification";
/// Details of the `…Exception` faults.
pub(crate) const FAULTS: &str = "http://www.nortel.com/soa/oi/cct/faults";
/// Details of the NotificationProducer's faults.
pub(crate) const PRODUCER_FAULTS: &str = "http://www.nortel.com/soa/oi/cct/notification/faults";
/// Fields of every fault detail.
pub(crate) const BASE_FAULTS: &str =
    "http://docs.oasis-open.org/wsrf/2004/06/wsrf-WS-BaseFaults-1.2-draft-01.xsd";
/// Endpoint references.
pub(crate) const ADDRESSING: &str = "http://schemas.xmlsoap.org/ws/2003/03/addressing";
/// Attributes such as `nil`.
pub(crate) const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";
/// `Notify` and its direct children.
pub(crate) const CONSUMER: &str = "http://www.nortel.com/soa/oi/cct/types/NotificationConsumer";
/// The action of `Notify`.
pub(crate) const NOTIFY_ACTION: &str =
    "\"http://www.nortel.com/soa/oi/cct/notificationconsumer/service/Notify\"";

/// The prefix that the documents' examples use for a namespace.
pub(crate) fn usual_prefix(namespace: &str) -> &'static str {
    match namespace {
        SOAP => "s",
        TYPES => "t",
        BASE => "b",
        NOTIFICATION => "n",
        FAULTS => "f",
        PRODUCER_FAULTS => "nf",
        BASE_FAULTS => "w",
        ADDRESSING => "a",
        INSTANCE => "xsi",
        _ => "m",
    }
}

//! The namespaces of section 1.4: what is written exactly, what is accepted.

/// Base of all vendor namespaces.
pub(crate) const BASE: &str = "http://www.nortel.com/soa/oi/cct";
/// SOAP 1.1 envelope.
pub(crate) const SOAP: &str = "http://schemas.xmlsoap.org/soap/envelope/";
/// `xsi:nil`.
pub(crate) const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

const TYPES: &str = "http://www.nortel.com/soa/oi/cct/types";
const BASE_NOTIFICATION: &str = "http://www.nortel.com/soa/oi/cct/BaseNotification";
const NOTIFICATION: &str = "http://www.nortel.com/soa/oi/cct/notification";
const ADDRESSING: &str = "http://schemas.xmlsoap.org/ws/2003/03/addressing";

/// The namespace of an element we write. The prefix is ours to choose; the URI is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ns {
    /// The request element and its direct children (`N/types/<Service>`).
    Message,
    /// Children of the shared types.
    Types,
    /// The notification topic and its listeners.
    BaseNotification,
    /// The children of the subscription policy.
    Notification,
    /// `Address` and `SubscriptionId` inside references.
    Addressing,
}

impl Ns {
    /// The prefix this crate writes.
    pub(crate) const fn prefix(self) -> &'static str {
        match self {
            Self::Message => "m",
            Self::Types => "t",
            Self::BaseNotification => "b",
            Self::Notification => "n",
            Self::Addressing => "a",
        }
    }

    /// The URI, where it does not depend on the message.
    pub(crate) const fn fixed_uri(self) -> Option<&'static str> {
        match self {
            Self::Message => None,
            Self::Types => Some(TYPES),
            Self::BaseNotification => Some(BASE_NOTIFICATION),
            Self::Notification => Some(NOTIFICATION),
            Self::Addressing => Some(ADDRESSING),
        }
    }
}

/// The namespace of the messages of one service, `N/types/<Service>`.
pub(crate) fn messages_of(service_name: &str) -> String {
    format!("{TYPES}/{service_name}")
}

/// True if an element of this namespace may be one of ours (reader rule of section 1.4).
///
/// No namespace is accepted because the children of a SOAP 1.1 fault have none. A foreign
/// namespace is an extension: its elements are skipped even if a local name looks familiar.
pub(crate) fn is_accepted(uri: Option<&str>) -> bool {
    uri.is_none_or(|uri| {
        uri.is_empty()
            || uri.starts_with(BASE)
            || uri.starts_with("http://docs.oasis-open.org/")
            || uri.starts_with("http://schemas.xmlsoap.org/")
    })
}

//! SOAP faults, exactly as `cct.md` 7.1 describes them.

use super::catalogue::Operation;
use super::names::{BASE_FAULTS, FAULTS, NOTIFICATION, PRODUCER_FAULTS, SOAP};
use super::writer::Xml;
use super::xsd::QName;
use crate::center::CctRefusal;
use crate::center::Millis;
use serde::{Deserialize, Serialize};

/// Why a request is not answered with a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The request itself is wrong; no detail.
    Client(String),
    /// Not SOAP 1.1.
    VersionMismatch(&'static str),
    /// A header that must be understood.
    MustUnderstand,
    /// The token is unknown or expired.
    NoSession,
    /// The operation's own fault.
    Own { code: u32, words: String },
    /// A finer fault of the NotificationProducer.
    Producer {
        local: &'static str,
        words: String,
        /// Earliest and latest termination time, as `xs:dateTime`.
        bounds: Option<(String, String)>,
    },
}

impl Refusal {
    pub(crate) fn client(words: impl Into<String>) -> Self {
        Self::Client(words.into())
    }

    pub(crate) fn own(words: impl Into<String>) -> Self {
        Self::Own { code: 100, words: words.into() }
    }

    pub(crate) fn not_available() -> Self {
        Self::Own { code: 900, words: "not available here".to_owned() }
    }
}

impl From<CctRefusal> for Refusal {
    fn from(refusal: CctRefusal) -> Self {
        Self::own(refusal.to_string())
    }
}

/// How much a fault says: which fields a real server fills is documented nowhere (`cct.md` 7.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultDetail {
    /// Error code, description and message.
    #[default]
    Full,
    /// Only the required fields, the message empty.
    Bare,
    /// No detail element at all: only a fault string.
    Absent,
}

/// The Fault element. `operation` is absent when the request was not understood so far.
pub(crate) fn fault(
    refusal: &Refusal,
    operation: Option<&Operation>,
    detail: FaultDetail,
    now: Millis,
) -> Xml {
    let (code, words) = match refusal {
        Refusal::Client(words) => ("Client", words.as_str()),
        Refusal::VersionMismatch(words) => ("VersionMismatch", *words),
        Refusal::MustUnderstand => ("MustUnderstand", "no header is understood here"),
        Refusal::NoSession => ("Server", "Session not created"),
        Refusal::Own { words, .. } | Refusal::Producer { words, .. } => ("Server", words.as_str()),
    };
    let element = match refusal {
        Refusal::NoSession => Some((QName::new(FAULTS, "SessionNotCreatedException"), 1)),
        Refusal::Own { code, .. } => {
            operation.and_then(Operation::own_fault).map(|name| (name.clone(), *code))
        }
        Refusal::Producer { local, .. } => Some((QName::new(PRODUCER_FAULTS, local), 200)),
        Refusal::Client(_) | Refusal::VersionMismatch(_) | Refusal::MustUnderstand => None,
    };
    let bounds = match refusal {
        Refusal::Producer { bounds, .. } => bounds.as_ref(),
        _ => None,
    };
    let inside = element
        .filter(|_| detail != FaultDetail::Absent)
        .map(|(name, number)| fields(name, number, words, bounds, detail, now))
        .map(|fields| Xml::new("", "detail").with(fields));
    Xml::new(SOAP, "Fault")
        .with(Xml::name_leaf("", "faultcode", QName::new(SOAP, code)))
        .with(Xml::leaf("", "faultstring", words))
        .with_all(inside)
}

fn fields(
    name: QName,
    number: u32,
    words: &str,
    bounds: Option<&(String, String)>,
    detail: FaultDetail,
    now: Millis,
) -> Xml {
    // The exceptions and the UserService's two faults carry a message; the other faults do not.
    let has_message = name.namespace != PRODUCER_FAULTS && name.local != "GetVersionFault";
    let full = detail == FaultDetail::Full;
    let leaf = |local: &str, text: &str| Xml::leaf(BASE_FAULTS, local, text);
    let mut xml = Xml::named(name).with(leaf("Timestamp", &java_date(now)));
    if full {
        xml = xml.with(leaf("ErrorCode", &number.to_string())).with(leaf("Description", words));
    }
    if has_message {
        xml = xml.with(leaf("message", if full { words } else { "" }));
    }
    if let Some((earliest, latest)) = bounds {
        xml = xml.with(Xml::leaf(NOTIFICATION, "MinimumTime", earliest)).with(Xml::leaf(
            NOTIFICATION,
            "MaximumTime",
            latest,
        ));
    }
    xml
}

/// `Wed Mar 04 10:15:30 GMT 2026`: how Java prints a date, which is what the timestamp of a fault is.
fn java_date(now: Millis) -> String {
    chrono::DateTime::from_timestamp_millis(now)
        .map(|time| time.format("%a %b %d %H:%M:%S GMT %Y").to_string())
        .unwrap_or_default()
}

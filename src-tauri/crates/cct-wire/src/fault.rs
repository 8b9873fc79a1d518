//! SOAP faults (section 7.1).

use log_safe::Private;

use crate::date_time::{DateTime, EpochMillis};
use crate::xml_reader::Element;

/// Which fault it is, by the name of its detail element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// `SessionNotCreatedException`: the token is unknown or expired; log in again.
    SessionNotCreated,
    /// `LogInToCCTServerException`: the credentials were refused.
    LogInToCctServer,
    /// `LoginException`: the agent could not be logged in.
    Login,
    /// `LogoutException`: refused for instance while a contact is open.
    Logout,
    /// `UnacceptableTerminationTimeFault`: ask again within these bounds.
    UnacceptableTerminationTime {
        /// Earliest acceptable end, where it can be told.
        min: Option<EpochMillis>,
        /// Latest acceptable end, where it is sent and can be told.
        max: Option<EpochMillis>,
    },
    /// `ResourceUnknownFault`: the subscription does not exist (any more).
    ResourceUnknown,
    /// Another name, such as `AnswerException`.
    Other(String),
    /// A fault without a named detail, such as one of the SOAP stack itself.
    Unnamed,
}

/// A fault as received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which fault.
    pub kind: FaultKind,
    /// For the screen: `message`, else the first `Description`, else `faultstring`.
    pub message: Private<String>,
    /// `ErrorCode`; values are not documented.
    pub error_code: Option<String>,
    /// First `Description`.
    pub description: Option<Private<String>>,
}

impl Fault {
    /// True if any text says "already": the one word that may be branched on (section 7.1), for
    /// "already logged in".
    pub fn says_already(&self) -> bool {
        let says = |text: &Private<String>| text.expose().to_lowercase().contains("already");
        says(&self.message) || self.description.as_ref().is_some_and(says)
    }

    pub(crate) fn read(fault: Element<'_>) -> Self {
        let detail = fault.child("detail").and_then(|detail| {
            detail.children().find(|child| {
                child.name().ends_with("Exception") || child.name().ends_with("Fault")
            })
        });
        let filled = |element: Option<Element<'_>>, name: &str| {
            element.and_then(|element| element.filled_word(name)).map(Private::new)
        };
        let description = filled(detail, "Description");
        Self {
            kind: detail.map_or(FaultKind::Unnamed, kind_of),
            message: filled(detail, "message")
                .or_else(|| description.clone())
                .or_else(|| filled(Some(fault), "faultstring"))
                .unwrap_or_default(),
            error_code: detail.and_then(|detail| detail.filled_word("ErrorCode")),
            description,
        }
    }
}

fn kind_of(detail: Element<'_>) -> FaultKind {
    let time = |name| DateTime::from_wire(&detail.child_word(name)?).instant;
    match detail.name() {
        "SessionNotCreatedException" => FaultKind::SessionNotCreated,
        "LogInToCCTServerException" => FaultKind::LogInToCctServer,
        "LoginException" => FaultKind::Login,
        "LogoutException" => FaultKind::Logout,
        "ResourceUnknownFault" => FaultKind::ResourceUnknown,
        "UnacceptableTerminationTimeFault" => FaultKind::UnacceptableTerminationTime {
            min: time("MinimumTime"),
            max: time("MaximumTime"),
        },
        other => FaultKind::Other(other.to_owned()),
    }
}

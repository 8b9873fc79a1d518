//! What went wrong, as a code that a screen turns into words.

use serde::Serialize;
use thiserror::Error;
use ts_rs::TS;

/// Something that failed: what, why, and where.
///
/// A screen chooses its words by `code` and shows `detail` beside them; it never reads `detail`.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, TS)]
#[error("{code:?}")]
pub struct ApiError {
    /// What failed and why.
    pub code: ErrorCode,
    /// Which server, field or file it is about (host and port, a name; never customer text).
    pub subject: Option<String>,
    /// The server's own words or number, to show after the sentence.
    pub detail: Option<String>,
}

impl ApiError {
    /// An error without subject and detail.
    pub const fn of(code: ErrorCode) -> Self {
        Self { code, subject: None, detail: None }
    }
}

/// Codes; a variant exists only when a screen says something of its own for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The command could not be read; `detail` names the field.
    BadCommand,
    /// This host cannot do that.
    NotSupportedHere,
    /// Nobody is signed in.
    NotSignedIn,
    /// Somebody is signed in already, or a sign-in is under way.
    AlreadySignedIn,
    /// The user, domain or password was refused by the CCT server.
    WrongCredentials,
    /// The CCT user has no agent.
    NoAgent,
    /// The CCT user has several agents and none matches; the settings must name one.
    SeveralAgents,
    /// The contact server refused the agent's log-in.
    AgentLoginRefused,
    /// The chat server refused the agent id or CCMM password.
    ChatLoginRefused,
    /// The name of the server has no address.
    NameNotFound,
    /// The server refuses connections.
    ConnectionRefused,
    /// The server did not answer in time.
    TimedOut,
    /// The connection broke.
    ConnectionLost,
    /// The certificate has expired or is not valid yet.
    CertificateExpired,
    /// The certificate is for another name.
    CertificateWrongName,
    /// The certificate's issuer is not trusted.
    CertificateUntrusted,
    /// The secure connection failed in another way.
    TlsFailed,
    /// The address answers, but not as the expected server.
    NotTheServer,
    /// The address in the settings is not a valid one.
    BadAddress,
    /// The server gave no answer to a request before its deadline.
    NoAnswer,
    /// The server answered with a fault; `detail` has its words.
    ServerFault,
    /// The server answered with an error code; `detail` has it.
    ServerError,
    /// The session at the server has ended.
    SessionEnded,
    /// There is no such contact (any more).
    NoSuchContact,
    /// There is no such line (any more).
    NoSuchItem,
    /// The contact server does not say which chat the contact is.
    NoChatId,
    /// The action is not possible now; `detail` is the reason's code.
    NotPossible,
    /// Contacts are open: sign-out waits.
    ContactsOpen,
    /// The text is empty.
    TextEmpty,
    /// The text is too long; `detail` is the limit in characters.
    TextTooLong,
    /// Only http and https addresses may be used.
    LinkNotAllowed,
    /// The page is not in the contact centre's list.
    PageNotListed,
    /// The chat server did not do what was asked.
    OperationRefused,
    /// The invited agent did not take the consult.
    ConsultDeclined,
    /// The invited agent did not come in time.
    ConsultTimedOut,
    /// The other agent has left.
    PartnerLeft,
    /// There is no such agent or skillset among the destinations (any more).
    NoSuchDestination,
    /// The program or page of a screen pop could not be opened.
    PopFailed,
    /// The settings do not allow this host or program; `detail` names it.
    PopNotAllowed,
    /// The keychain is not available.
    KeychainUnavailable,
}

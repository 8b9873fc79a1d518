//! What can fail, as the desk says it: one enum for links, one for everything an agent is told.

use std::fmt;

use thiserror::Error;

/// Why a connection could not be made or broke; made by the drivers.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LinkFailure {
    /// The name of the server has no address: check the name and the network.
    #[error("the name has no address")]
    NameNotFound,
    /// Nothing listens there: check the port, or the server is down.
    #[error("the server refuses connections")]
    Refused,
    /// No answer in time: the server, or a firewall, swallows the request.
    #[error("no answer in time")]
    TimedOut,
    /// The connection broke.
    #[error("the connection broke")]
    Lost,
    /// The certificate has expired or is not valid yet.
    #[error("the certificate has expired or is not valid yet")]
    CertificateExpired,
    /// The certificate is for another name.
    #[error("the certificate is for another name")]
    CertificateWrongName,
    /// The certificate's issuer is not trusted.
    #[error("the certificate's issuer is not trusted")]
    CertificateUntrusted,
    /// The secure connection failed in another way; the text is the library's.
    #[error("the secure connection failed: {0}")]
    Tls(String),
    /// The address answers with this HTTP status instead of the expected protocol.
    #[error("the address answers with HTTP status {0}")]
    HttpStatus(u16),
    /// The address answers with something that is neither.
    #[error("the address does not speak the expected protocol")]
    NotTheServer,
    /// The address is not a valid one.
    #[error("the address is not valid")]
    BadAddress,
}

/// Something that failed, for the agent: what, about which server, and the server's own words.
#[derive(Clone, PartialEq, Eq, Error)]
#[error("{kind:?} ({})", subject.as_deref().unwrap_or("-"))]
pub struct Failure {
    /// What failed.
    pub kind: FailureKind,
    /// Host and port of the server, or the name of a field; never customer text.
    pub subject: Option<String>,
    /// The server's own words or number.
    pub detail: Option<String>,
}

/// A server's own words may name a person, so they are left out.
impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Failure")
            .field("kind", &self.kind)
            .field("subject", &self.subject)
            .finish_non_exhaustive()
    }
}

impl Failure {
    /// A failure without subject and detail.
    pub const fn of(kind: FailureKind) -> Self {
        Self { kind, subject: None, detail: None }
    }

    /// A failure with the server's own words or number.
    pub fn with_detail(kind: FailureKind, detail: impl Into<String>) -> Self {
        Self { kind, subject: None, detail: Some(detail.into()) }
    }

    /// The same failure, about a server or field.
    pub fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }
}

/// What failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FailureKind {
    /// A link to a server failed.
    Link(LinkFailure),
    /// The user, domain or password was refused by the CCT server.
    WrongCredentials,
    /// The CCT user has no agent.
    NoAgent,
    /// The CCT user has several agents and none matches.
    SeveralAgents,
    /// The contact server refused the agent's log-in.
    AgentLoginRefused,
    /// The chat server refused the agent id or CCMM password.
    ChatLoginRefused,
    /// The server answered with a SOAP fault.
    ServerFault,
    /// The chat server answered with an error code.
    ServerError(i64),
    /// The chat server gave no answer before the deadline.
    NoAnswer,
    /// The session at the server has ended.
    SessionEnded,
    /// Nobody is signed in.
    NotSignedIn,
    /// Somebody is signed in already.
    AlreadySignedIn,
    /// There is no such contact (any more).
    NoSuchContact,
    /// There is no such line (any more).
    NoSuchItem,
    /// The contact server does not say which chat the contact is (no `CONTACTID`).
    NoChatId,
    /// The action is not possible now.
    NotPossible(WhyNot),
    /// Contacts are open: sign-out waits.
    ContactsOpen,
    /// The text is empty.
    TextEmpty,
    /// The text is longer than this many characters.
    TextTooLong(u32),
    /// Only http and https addresses may be used.
    LinkNotAllowed,
    /// The page is not in the contact centre's list.
    PageNotListed,
    /// The chat server did not do what was asked (`operationRequest` without success).
    OperationRefused,
    /// The invited agent did not take the consult.
    ConsultDeclined,
    /// The invited agent did not come before `consultRequestTimeout`.
    ConsultTimedOut,
    /// The other agent has left.
    PartnerLeft,
    /// There is no such agent or skillset among the destinations (any more).
    NoSuchDestination,
    /// The settings do not allow this host or program; the text names it.
    PopNotAllowed(String),
    /// The program or page of a screen pop could not be opened.
    PopFailed,
}

/// Why an action is not possible now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNot {
    /// The contact has not been accepted yet.
    NotAccepted,
    /// The contact is being accepted.
    Joining,
    /// The chat server's link is down.
    ChatServerDown,
    /// The contact server's link is down.
    ContactControlDown,
    /// The contact is being closed.
    Closing,
    /// The contact is being returned to its queue.
    BeingReturned,
    /// The customer has left.
    CustomerLeft,
    /// This contact is not a chat.
    NotAChat,
    /// The agent only observes this chat.
    ObservingOnly,
    /// The agent takes part in this chat without owning it.
    NotOwner,
    /// The contact centre's settings forbid it.
    SwitchedOffByServer,
    /// The contact has no e-mail address.
    NoEmailAddress,
    /// A closed reason must be chosen first.
    ReasonNeeded,
    /// The server has not sent the list of closed reasons yet.
    ReasonsNotHere,
    /// A step of a consult, transfer or conference is under way.
    StepRunning,
    /// A consult is under way: complete or end it first.
    ConsultRunning,
    /// No agent has been consulted.
    NoConsult,
    /// The invited agent is not in the room yet.
    PartnerNotHere,
    /// The chat was transferred before, and can be only once.
    TransferUsed,
    /// The chat had its conference: the one who began it cannot consult again.
    ConsultUsed,
    /// One extra agent is in the room already.
    RoomFull,
    /// There is no conference.
    NoConference,
    /// No other agent is in the room.
    NobodyElse,
    /// The agent was asked for help: the owner writes to the customer.
    ConsultedOnly,
    /// A supervisor has taken the chat over.
    TakenOver,
    /// The owner leaves by closing.
    OwnerCloses,
    /// An agent without ownership leaves instead of closing.
    LeaveInstead,
    /// Only supervisors may.
    NotSupervisor,
    /// The chat must be observed first.
    ObserveFirst,
    /// The server refused a whisper of an observer.
    ServerRefusesWhisper,
    /// The contact centre does not allow it for this contact.
    NotAllowedByCentre,
    /// Only the contact's own agent may.
    NotOwnContact,
    /// This agent is in the room already.
    InRoomAlready,
    /// That is the agent itself.
    ThatIsMe,
    /// Nobody is active in this skillset.
    NobodyActive,
    /// The settings name none.
    NoneConfigured,
    /// The customer has no address by which earlier contacts could be found.
    NoCustomerAddress,
}

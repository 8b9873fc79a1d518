//! The door between the rules and the CCT Open Interfaces: who signed in, legs, ready state.
//!
//! The SOAP side calls these methods and turns [`CctEvent`]s into notifications; it never looks
//! into rooms. A *leg* is one agent's part in one contact: in the words of CCT one connection with
//! one terminal connection.

use serde::Serialize;

use crate::center::{AgentId, Can, ContactKind, Guid};

/// What the port tells the CCT side, in the order in which it happened.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum CctEvent {
    /// A contact alerts at the agent: connection `… → ALERTING`, terminal connection `IDLE → RINGING`.
    Offered {
        /// The new leg, state [`LegState::Ringing`].
        leg: Leg,
    },
    /// The agent answered: `ALERTING → ESTABLISHED`, `RINGING → ACTIVE`.
    Answered {
        /// The leg, state [`LegState::Active`].
        leg: Leg,
    },
    /// The leg ended: `… → DISCONNECTED`, `… → DROPPED`.
    Dropped {
        /// The leg, state [`LegState::Dropped`].
        leg: Leg,
        /// What the leg was before it ended.
        before: LegState,
        /// Why it ended.
        why: DropReason,
    },
    /// Intrinsics of the contact changed (or are known now).
    Intrinsics {
        /// The leg with its new intrinsics.
        leg: Leg,
    },
    /// An agent gave a contact an activity code.
    Activity {
        /// The leg.
        leg: Leg,
        /// The code.
        code: String,
    },
    /// The agent's ready state or reason code changed.
    Ready {
        /// Login id.
        agent: AgentId,
        /// Ready for contacts.
        ready: bool,
        /// Not-ready reason code, if one was set.
        reason_code: Option<String>,
    },
    /// The agent logged in to or out of CCT.
    Login {
        /// Login id.
        agent: AgentId,
        /// True after a login.
        logged_in: bool,
    },
}

impl CctEvent {
    /// The agent whom the event concerns.
    pub fn agent(&self) -> &AgentId {
        match self {
            Self::Offered { leg }
            | Self::Answered { leg }
            | Self::Dropped { leg, .. }
            | Self::Activity { leg, .. }
            | Self::Intrinsics { leg } => &leg.agent,
            Self::Ready { agent, .. } | Self::Login { agent, .. } => agent,
        }
    }
}

/// State of a leg, in the words of a CCT terminal connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum LegState {
    /// Alerting, not answered.
    Ringing,
    /// Answered.
    Active,
    /// Ended; only ever seen inside [`CctEvent::Dropped`].
    Dropped,
}

/// Why a contact was offered, in the words of CCT's `Reason`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum OfferReason {
    /// `DEFAULT`: routed from a queue (or a consult on a server that does not say so).
    Default,
    /// `CONSULT_INIT`: another agent asks for a consult.
    ConsultInit,
}

/// Why a leg ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DropReason {
    /// The agent rejected this offer.
    Rejected,
    /// The agent rejected another offer, and all alerting web chats went back with it.
    RejectedWithAnother,
    /// The customer left while it alerted, or the consult was called off.
    Abandoned,
    /// The agent ended it through CCT.
    Disconnected,
    /// The chat ended, or the agent's part in it, through the agent socket.
    Closed,
    /// The agent handed the chat to somebody else.
    Transferred,
}

/// One agent's part in one contact.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Leg {
    /// Agent login id.
    pub agent: AgentId,
    /// CCMM contact id: the `guid` of the agent socket, and `externalContactId` here.
    pub guid: Guid,
    /// CCT's own contact id, in UUID form; the same for all legs of one contact.
    pub contact_id: String,
    /// CCT connection id, in UUID form; unique per leg.
    pub connection_id: String,
    /// CCT terminal connection id, in UUID form; unique per leg.
    pub terminal_connection_id: String,
    /// State now.
    pub state: LegState,
    /// Why it was offered.
    pub reason: OfferReason,
    /// What kind of contact it is.
    pub kind: ContactKind,
    /// Its text in `contactTypes`, where it is not the usual one.
    pub contact_type: Option<String>,
    /// What CCT lets the agent do with it.
    pub can: Can,
    /// Contact intrinsics, in order.
    pub intrinsics: Vec<(String, String)>,
}

/// What CCT knows of one agent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CctAgent {
    /// Login id.
    pub agent: AgentId,
    /// Display name.
    pub name: String,
    /// `DOMAIN\user` of the CCT user.
    pub user_name: String,
    /// True for a supervisor.
    pub supervisor: bool,
    /// Logged in to CCT.
    pub logged_in: bool,
    /// Ready for contacts.
    pub ready: bool,
    /// Not-ready reason code.
    pub reason_code: Option<String>,
    /// How many contacts may be with the agent at once.
    pub multiplicity: usize,
}

/// Why the port refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CctRefusal {
    /// No such CCT user, domain, or a wrong password.
    #[error("unknown CCT user or wrong password; sign in with the user's own password and domain")]
    BadCredentials,
    /// No agent with this login id.
    #[error("no agent has this login id; ask for the user's agents")]
    UnknownAgent,
    /// The agent is not logged in.
    #[error("the agent is not logged in; log in first")]
    NotLoggedIn,
    /// The agent is logged in already.
    #[error("the agent is already logged in")]
    AlreadyLoggedIn,
    /// A contact is still open.
    #[error("the agent still has an open contact; close it before logging out")]
    ContactOpen,
    /// No such contact at this agent.
    #[error("the agent has no such contact; read the contacts again")]
    UnknownContact,
    /// The contact is not alerting.
    #[error("the contact does not alert at this agent")]
    NotRinging,
    /// The contact is not answered.
    #[error("the contact is not active at this agent")]
    NotActive,
    /// The capability for this is withheld from this contact.
    #[error("the contact's capabilities do not allow this; read them before")]
    Withheld,
    /// A reason code was given while the agent is ready.
    #[error("a ready agent has no not-ready reason; go not ready first")]
    Ready,
}

/// The port: what the SOAP side may ask of the rules.
///
/// Every change is followed by its [`CctEvent`]s among the outputs, in order.
pub trait CctPort {
    /// Checks a CCT user; answers the agents of that user (one in the demo data).
    ///
    /// # Errors
    /// [`CctRefusal::BadCredentials`].
    fn cct_login(
        &self,
        user: &str,
        password: &str,
        domain: &str,
    ) -> Result<Vec<AgentId>, CctRefusal>;

    /// All agents, in order of login id.
    fn cct_agents(&self) -> Vec<CctAgent>;

    /// One agent's state.
    fn agent_state(&self, agent: &str) -> Option<CctAgent>;

    /// The agent's legs that ring or are active, oldest first.
    fn agent_contacts(&self, agent: &str) -> Vec<Leg>;

    /// Logs the agent in, Not Ready.
    ///
    /// # Errors
    /// [`CctRefusal::UnknownAgent`], [`CctRefusal::AlreadyLoggedIn`].
    fn agent_login(&mut self, agent: &str) -> Result<(), CctRefusal>;

    /// Logs the agent out.
    ///
    /// # Errors
    /// [`CctRefusal::ContactOpen`] while a leg or a room is open, [`CctRefusal::NotLoggedIn`].
    fn agent_logout(&mut self, agent: &str) -> Result<(), CctRefusal>;

    /// Ready or Not Ready; going Not Ready keeps what alerts or is active.
    ///
    /// # Errors
    /// [`CctRefusal::NotLoggedIn`], [`CctRefusal::UnknownAgent`].
    fn set_ready(&mut self, agent: &str, ready: bool) -> Result<(), CctRefusal>;

    /// Not-ready reason code.
    ///
    /// # Errors
    /// [`CctRefusal::Ready`] while ready, [`CctRefusal::NotLoggedIn`].
    fn set_reason_code(&mut self, agent: &str, code: &str) -> Result<(), CctRefusal>;

    /// Answers an alerting contact.
    ///
    /// # Errors
    /// [`CctRefusal::UnknownContact`], [`CctRefusal::NotRinging`], [`CctRefusal::Withheld`].
    fn answer(&mut self, agent: &str, contact: Guid) -> Result<(), CctRefusal>;

    /// Rejects an alerting contact; with a web chat, every other chat that alerts at this agent is
    /// rejected; the agent goes Not Ready (guide chapter 7, declining).
    ///
    /// # Errors
    /// [`CctRefusal::UnknownContact`], [`CctRefusal::NotRinging`], [`CctRefusal::Withheld`].
    fn reject(&mut self, agent: &str, contact: Guid) -> Result<(), CctRefusal>;

    /// Ends the agent's part in an active contact.
    ///
    /// # Errors
    /// [`CctRefusal::UnknownContact`], [`CctRefusal::NotActive`], [`CctRefusal::Withheld`].
    fn disconnect(&mut self, agent: &str, contact: Guid) -> Result<(), CctRefusal>;

    /// Gives a contact that the agent has answered an activity code; without a contact, the one
    /// answered last. Whoever only observes has no part in a contact (guide chapter 7, observing).
    ///
    /// # Errors
    /// [`CctRefusal::UnknownContact`], [`CctRefusal::NotActive`], [`CctRefusal::NotLoggedIn`].
    fn set_activity_code(
        &mut self,
        agent: &str,
        contact: Option<Guid>,
        code: &str,
    ) -> Result<(), CctRefusal>;

    /// The activity code that this agent gave this contact last.
    fn activity_code(&self, agent: &str, contact: Guid) -> Option<String>;
}

//! Every operation this client calls: one closed enum, so that a call can wait in a queue.

mod decode;
mod encode;
mod target;

use log_safe::{Private, Secret};

use crate::agent::Agent;
use crate::call_error::CallError;
use crate::contact::Contact;
use crate::credentials::Credentials;
use crate::date_time::EpochMillis;
use crate::ids::{ConnectionId, TerminalConnectionId};
use crate::irregular_names;
use crate::ready_status::InitialState;
use crate::reply::Reply;
use crate::service::Service;
use crate::sso_token::SsoToken;
use crate::subscription::{FilteredSubscription, SubscriptionRef, SubscriptionReference};
use crate::terminal::Terminal;

/// Which of two twin services is asked about a terminal connection (section 7.4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TerminalConnectionApi {
    /// TerminalConnectionService: tried first.
    #[default]
    Terminal,
    /// AgentTerminalConnectionService: the fallback.
    AgentTerminal,
}

/// A call, without the session token, which is added when it is written. `→` names the
/// [`Reply`] variant of its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// UserService.LogInToCCTServer (3.1), needs no token → `LoggedIn`
    LogIn {
        /// Who logs in.
        credentials: Credentials,
    },
    /// UserService.LogOffFromCCTServer (3.1) → `Done`
    LogOff,
    /// SessionService.GetVersion (3.1), needs no token, keeps no session alive → `Version`
    GetVersion,
    /// UserService.GetAgents (4.1) → `Agents`
    GetAgents,
    /// SessionService.GetTerminals (4.1): all of the CCT user → `Terminals`
    GetTerminals,
    /// SessionService.GetAddresses (4.1): all of the CCT user → `Addresses`
    GetAddresses,
    /// SessionService.GetAgentTerminals (4.1) → `Terminals`
    GetAgentTerminals(Agent),
    /// SessionService.GetAgentAddresses (4.1) → `Addresses`
    GetAgentAddresses(Agent),

    /// AgentService.IsLoggedIn (4.2); the preferred heartbeat → `Flag`
    IsLoggedIn(Agent),
    /// AgentService.Login (4.2) → `Done`
    AgentLogin {
        /// Who.
        agent: Agent,
        /// What it must hold is not confirmed (section 4.2).
        password: Secret,
        /// Ready or not ready afterwards.
        initial_state: InitialState,
    },
    /// AgentService.Logout (4.2) → `Done`
    AgentLogout(Agent),
    /// AgentTerminalService.Login (4.2) → `Done`
    AgentTerminalLogin {
        /// Where.
        terminal: Terminal,
        /// Agent login id.
        agent_id: String,
        /// What it must hold is not confirmed (section 4.2).
        password: Secret,
        /// Ready or not ready afterwards.
        initial_state: InitialState,
    },
    /// AgentTerminalService.Logout (4.2) → `Done`
    AgentTerminalLogout(Terminal),
    /// AgentService.SetReady (4.3) → `Done`
    SetReady {
        /// Who.
        agent: Agent,
        /// Ready or not.
        ready: bool,
    },
    /// AgentService.SetNotReadyReasonCode (4.3), after `SetReady { ready: false }` → `Done`
    SetNotReadyReasonCode {
        /// Who.
        agent: Agent,
        /// The code.
        reason_code: String,
    },
    /// AgentService.IsReady (4.3) → `Flag`
    IsReady(Agent),
    /// AgentService.GetNotReadyReasonCode (4.3) → `ReasonCode`
    GetNotReadyReasonCode(Agent),
    /// AgentService.GetContactTypes (4.1) → `ContactTypes`
    GetAgentContactTypes(Agent),
    /// AgentService.GetCapabilities (4.1) → `AgentCapabilities`
    GetAgentCapabilities(Agent),
    /// AgentService.IsSupervisor (4.1) → `Flag`
    IsSupervisor(Agent),

    /// AgentTerminalService.SetIsReady (4.3) → `Done`
    SetTerminalReady {
        /// Where.
        terminal: Terminal,
        /// Ready or not.
        ready: bool,
    },
    /// AgentTerminalService.SetNotReadyReasonCode (4.3) → `Done`
    SetTerminalNotReadyReasonCode {
        /// Where.
        terminal: Terminal,
        /// The code.
        reason_code: String,
    },
    /// AgentTerminalService.IsReady (4.3) → `Flag`
    IsTerminalReady(Terminal),
    /// AgentTerminalService.GetNotReadyReasonCode (4.3) → `ReasonCode`
    GetTerminalNotReadyReasonCode(Terminal),
    /// SessionService.SetToReadyState (4.3) → `Done`
    LiteSetToReadyState(Terminal),
    /// SessionService.SetToNotReadyState (4.3) → `Done`
    LiteSetToNotReadyState(Terminal),
    /// SessionService.SetToNotReadyStateWithReasonCode (4.3) → `Done`
    LiteSetToNotReadyStateWithReasonCode {
        /// Where.
        terminal: Terminal,
        /// The code.
        reason_code: String,
    },
    /// SessionService.GetReadyState (4.3) → `Flag`
    LiteGetReadyState(Terminal),

    /// AgentTerminalService.GetTerminalConnections (5.2) → `TerminalConnections`
    GetTerminalConnections(Terminal),
    /// GetState of a terminal connection (5.2) → `TerminalConnectionState`
    GetTerminalConnectionState(TerminalConnectionId, TerminalConnectionApi),
    /// GetContact of a terminal connection (5.2) → `Contact`
    GetTerminalConnectionContact(TerminalConnectionId, TerminalConnectionApi),
    /// GetConnection of a terminal connection (5.2) → `Connection`
    GetTerminalConnectionConnection(TerminalConnectionId, TerminalConnectionApi),
    /// GetTerminalConnectionCapabilities (5.2) → `TerminalConnectionCapabilities`
    GetTerminalConnectionCapabilities(TerminalConnectionId, TerminalConnectionApi),
    /// ConnectionService.GetState (5.2) → `ConnectionState`
    GetConnectionState(ConnectionId),
    /// ConnectionService.GetConnectionCapabilities (5.2) → `ConnectionCapabilities`
    GetConnectionCapabilities(ConnectionId),
    /// ConnectionService.GetAddress (5.2) → `Address`
    GetConnectionAddress(ConnectionId),
    /// ConnectionService.GetTerminalConnections (5.2) → `TerminalConnections`
    GetConnectionTerminalConnections(ConnectionId),
    /// ContactService.GetConnections (5.2) → `Connections`
    GetContactConnections(Contact),
    /// ContactService.GetIntrinsics (5.2) → `Intrinsics`
    GetIntrinsics(Contact),
    /// SessionService.GetIntrinsics (5.2) → `Intrinsics`
    LiteGetIntrinsics(Contact),
    /// ContactService.GetContactTypes (5.2) → `ContactTypes`
    GetContactTypes(Contact),
    /// ContactService.GetCapabilities (5.2) → `ContactCapabilities`
    GetContactCapabilities(Contact),
    /// ContactService.GetCallingAddress (5.2); may fault for some contacts → `Address`
    GetCallingAddress(Contact),
    /// ContactService.GetCalledAddress (5.2); may fault for some contacts → `Address`
    GetCalledAddress(Contact),

    /// TerminalConnectionService.Answer (5.2) → `Done`
    Answer(TerminalConnectionId),
    /// SessionService.AnswerContact (5.2) → `Done`
    LiteAnswerContact {
        /// Where it rings.
        terminal: Terminal,
        /// What rings.
        contact: Contact,
    },
    /// ConnectionService.Reject (5.2); the Lite API has none → `Done`
    Reject(ConnectionId),
    /// ConnectionService.Disconnect (5.2) → `Done`
    Disconnect(ConnectionId),
    /// SessionService.DropContact (5.2) → `Done`
    LiteDropContact {
        /// Where it is.
        terminal: Terminal,
        /// What to release.
        contact: Contact,
    },
    /// ContactService.Drop (5.2): the whole contact, all parties → `Done`
    DropContact(Contact),
    /// TerminalConnectionService.Hold (5.2) → `Done`
    Hold(TerminalConnectionId),
    /// TerminalConnectionService.Unhold (5.2) → `Done`
    Unhold(TerminalConnectionId),
    /// AgentTerminalConnectionService.SetActivityCode (4.3) → `Done`
    SetActivityCode {
        /// On what.
        terminal_connection: TerminalConnectionId,
        /// The code.
        activity_code: String,
    },
    /// AgentTerminalService.SetActivityCode (4.3) → `Done`
    SetTerminalActivityCode {
        /// Where.
        terminal: Terminal,
        /// The code.
        activity_code: String,
    },

    /// UserService.Subscribe (6.1): all events of the user → `Subscribed`
    Subscribe {
        /// The URL of our own endpoint.
        consumer_url: Private<String>,
    },
    /// UserService.Unsubscribe (6.1) → `Unsubscribed`
    Unsubscribe(SubscriptionRef),
    /// NotificationProducer.Subscribe (6.1) → `SubscribedFiltered`
    SubscribeFiltered(FilteredSubscription),
    /// NotificationProducer.Renew (6.1) → `Renewed`
    RenewFiltered {
        /// Which subscription.
        reference: SubscriptionReference,
        /// When it should end unless renewed again.
        termination_time: EpochMillis,
    },
    /// NotificationProducer.Unsubscribe (6.1) → `Unsubscribed`
    UnsubscribeFiltered(SubscriptionReference),
    /// MetricsService.GetLicenseConsumedCount (3.2); another heartbeat → `Count`
    GetLicenseConsumedCount,
}

/// A call as an HTTP POST: `Content-Type: text/xml; charset=utf-8`, the body below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoapRequest {
    /// Names the path below the configured base URL.
    pub service: Service,
    /// Value of the `SOAPAction` header, with its quotes.
    pub soap_action: String,
    /// The envelope. Secret because it carries the token or a password.
    pub body: Secret,
}

impl Call {
    /// The service to call.
    pub fn service(&self) -> Service {
        self.target().service
    }

    /// The operation's name as the WSDL has it, such as `SetReady`.
    pub fn operation(&self) -> &'static str {
        self.target().operation
    }

    /// False for the two calls that carry no token.
    pub fn needs_token(&self) -> bool {
        !matches!(self, Self::LogIn { .. } | Self::GetVersion)
    }

    /// The `SOAPAction` URI, without quotes.
    pub fn soap_action(&self) -> String {
        let target = self.target();
        irregular_names::soap_action(target.service, target.operation)
    }

    /// The whole envelope; the token is ignored by calls that need none.
    pub fn body(&self, token: &SsoToken) -> Secret {
        Secret::new(self.envelope(token))
    }

    /// Everything the HTTP layer needs.
    pub fn request(&self, token: &SsoToken) -> SoapRequest {
        SoapRequest {
            service: self.service(),
            soap_action: format!("\"{}\"", self.soap_action()),
            body: self.body(token),
        }
    }

    /// Reads the answer to this call.
    ///
    /// # Errors
    /// A fault whatever the status; otherwise whatever keeps the body from being the answer.
    pub fn decode_reply(&self, http_status: u16, body: &str) -> Result<Reply, CallError> {
        decode::reply(self, http_status, body)
    }
}

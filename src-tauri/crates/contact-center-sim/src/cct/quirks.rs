//! A switch for everything that no document settles about the CCT interface (`cct.md` 9 and 10).
//!
//! Each field names the alternatives; the default is what the client documents take as likeliest. Two
//! open points belong to the rules and are switched there: whether the leg ends with the close of the chat
//! (`leg_ends_with_close`) and the reason of a consult (`consult_init_reason`), both in
//! [`crate::center::Quirks`].

use crate::center::Millis;
use crate::soap::{FaultDetail, Prefixes, Strictness};
use serde::{Deserialize, Serialize};

/// How notices that belong to one change are posted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Batching {
    /// One POST for all notices of a change.
    #[default]
    PerChange,
    /// One POST per notice.
    Single,
}

/// Which of the two events about a leg comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventOrder {
    /// `CONNECTION_STATE`, then `TERMINAL_CONNECTION_STATE`.
    #[default]
    ConnectionFirst,
    /// The other way round.
    TerminalConnectionFirst,
}

/// Which of the two events about a leg come at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Families {
    /// Both.
    #[default]
    Both,
    /// Only `CONNECTION_STATE`, the one that was seen on a real server.
    ConnectionOnly,
    /// Only `TERMINAL_CONNECTION_STATE`.
    TerminalConnectionOnly,
}

/// What stands in `address.status` and `terminal.status`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AddressStatus {
    /// An empty element.
    #[default]
    Empty,
    /// Nothing, against the schema.
    Absent,
}

/// How `contactTypes` calls a web chat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactTypeText {
    /// `Web_Communications`.
    #[default]
    Underscore,
    /// `Web Communications`.
    Space,
    /// `WEBCOMMUNICATIONS`.
    UpperCase,
    /// No type at all: only the intrinsic tells.
    Absent,
}

/// What `externalContactId` is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExternalContactId {
    /// The number that the intrinsic `CONTACTID` holds.
    #[default]
    Equal,
    /// Another number.
    OtherNumber,
    /// Not a number.
    NotANumber,
}

/// Which service logs an agent in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgentLogin {
    /// Either.
    #[default]
    Either,
    /// Only `AgentService.Login`.
    AgentOnly,
    /// Only a login to a terminal.
    TerminalOnly,
}

/// What the password of an agent's login must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgentPassword {
    /// Anything.
    #[default]
    Ignored,
    /// The agent's login id.
    AgentId,
    /// Nothing.
    Empty,
}

/// Which half of the interface is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Api {
    /// All services.
    #[default]
    Both,
    /// SessionService, and the subscriptions of UserService and NotificationProducer.
    LiteOnly,
    /// Everything but contact control and ready state of SessionService.
    FullOnly,
}

/// What a fault rule does to a request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// The operation's own fault.
    #[default]
    Own,
    /// `SessionNotCreatedException`, the session living on.
    NoSession,
    /// HTTP 503 with no body.
    Unavailable,
    /// HTTP 500 with no body.
    EmptyError,
    /// HTTP 200 with a body that is not XML.
    NotXml,
    /// HTTP 200 with half an envelope.
    CutOff,
}

/// A fault to inject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaultRule {
    /// `Operation` or `Service.Operation`; `*` for all.
    pub operation: String,
    /// How many requests it hits; absent: all.
    #[serde(default)]
    pub times: Option<u32>,
    /// What happens.
    #[serde(default)]
    pub kind: FaultKind,
}

/// What a switch-over to another server does to sessions and subscriptions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HaMode {
    /// They go on (mission critical).
    #[default]
    Preserve,
    /// They are lost (hot and warm standby).
    Lose,
}

/// A capability that the server can withhold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capability {
    /// Answer what alerts.
    CanAnswer,
    /// Reject what alerts.
    CanReject,
    /// Release what is answered.
    CanDisconnect,
    /// Give activity codes.
    CanSetActivityCode,
}

/// What Hold does to a chat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldEffect {
    /// The terminal connection is HELD, the chat goes on.
    #[default]
    StateOnly,
    /// A fault.
    Refused,
}

/// How a login of the agent is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LoginEvents {
    /// `AGENT_PROPERTY` / `LOGIN_STATUS`.
    #[default]
    Status,
    /// `AGENT_PROPERTY` / `INFORMATION` with or without a `tnName`.
    Information,
}

/// How a change of the ready state is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadyEvents {
    /// `AGENT_PROPERTY` and `TERMINAL_PROPERTY`.
    #[default]
    Both,
    /// `AGENT_PROPERTY` only.
    AgentOnly,
    /// `TERMINAL_PROPERTY` only.
    TerminalOnly,
}

/// Which fault the NotificationProducer has for an unknown token; its WSDL declares no
/// `SessionNotCreatedException`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProducerToken {
    /// `SessionNotCreatedException`, as everywhere else.
    #[default]
    NoSession,
    /// `ResourceUnknownFault`, which is declared.
    ResourceUnknown,
}

/// How an operation without a result is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoidAnswer {
    /// An envelope with an empty Body.
    #[default]
    EmptyBody,
    /// HTTP 202 and no byte.
    NoBytes,
    /// An empty `…Response` element that no schema declares.
    ResponseElement,
}

/// Every switch. Deserializes from a partial object: absent fields keep their default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CctQuirks {
    /// How requests are checked.
    pub strictness: Strictness,
    /// A session ends after so long without a call that carries its token, milliseconds.
    pub session_timeout: Millis,
    /// The end of a session or subscription is announced so long before, milliseconds.
    pub imminent: Millis,
    /// A filtered subscription lives at least so long, milliseconds.
    pub subscription_min: Millis,
    /// A filtered subscription lives at most so long, and so long if it asks for nothing, milliseconds.
    pub subscription_max: Millis,
    /// A simple subscription ends after so long, milliseconds; absent: with the session.
    pub simple_life: Option<Millis>,
    /// Notices of one change in one POST or several.
    pub batching: Batching,
    /// Which event of a leg comes first.
    pub order: EventOrder,
    /// Which events of a leg come at all.
    pub families: Families,
    /// Every notice comes twice.
    pub duplicates: bool,
    /// Notices wait so long before they are posted, milliseconds.
    pub notify_delay: Millis,
    /// Intrinsics are missing so long after a contact alerts, milliseconds.
    pub intrinsics_after: Millis,
    /// Intrinsics are told by `CONTACT_PROPERTY`.
    pub intrinsics_event: bool,
    /// A leg of the customer, out of provider, is told beside the agent's.
    pub customer_leg: bool,
    /// Elements that no schema knows stand among the others.
    pub unknown_elements: bool,
    /// Enumerations hold values that no schema knows.
    pub unknown_values: bool,
    /// Lists hold a nil item.
    pub nil_items: bool,
    /// `status` of addresses and terminals.
    pub address_status: AddressStatus,
    /// Namespace prefixes.
    pub prefixes: Prefixes,
    /// The contact type of a chat.
    pub contact_type: ContactTypeText,
    /// `externalContactId` of a chat.
    pub external_contact_id: ExternalContactId,
    /// The agent's terminals and addresses are listed only while the agent is logged in.
    pub terminals_after_login: bool,
    /// Beside the chat terminal there is one for voice.
    pub voice_terminal: bool,
    /// Which login is accepted.
    pub agent_login: AgentLogin,
    /// The password of that login.
    pub agent_password: AgentPassword,
    /// In the Lite login `initialState` 1 stands for Ready; otherwise 0 does.
    pub one_is_ready: bool,
    /// Which services answer.
    pub api: Api,
    /// Capabilities that nobody has, whatever the state: a list of `can_answer`, `can_reject`,
    /// `can_disconnect`, `can_set_activity_code`.
    pub withheld: Vec<Capability>,
    /// An activity code is told by `TERMINAL_PROPERTY`.
    pub activity_event: bool,
    /// Hold and unhold.
    pub hold: HoldEffect,
    /// Events about a login.
    pub login_events: LoginEvents,
    /// Events about the ready state.
    pub ready_events: ReadyEvents,
    /// `Reason` tells why a leg ended; otherwise it is always `DEFAULT`.
    pub telling_reasons: bool,
    /// Simple subscriptions get SYSTEM events.
    pub system_events_on_simple: bool,
    /// A new subscription is told the present state first.
    pub replay_on_subscribe: bool,
    /// A listener without entities and values stands for all events of its kind.
    pub empty_listener_is_all: bool,
    /// A `Dialect` attribute on the topic is refused.
    pub refuse_dialects: bool,
    /// A wrong `InitialTerminationTime` gives `UnacceptableTerminationTimeFault`, which the WSDL declares
    /// for Renew only.
    pub bounds_on_subscribe: bool,
    /// What the NotificationProducer says to an unknown token.
    pub producer_token: ProducerToken,
    /// Notices that were not taken are posted so many times more.
    pub retries: u32,
    /// Pause before a notice is posted again, milliseconds.
    pub retry_pause: Millis,
    /// Notices may go to other machines than this one.
    pub foreign_consumers: bool,
    /// Notify carries WS-Addressing headers.
    pub notify_headers: bool,
    /// What faults say.
    pub fault_detail: FaultDetail,
    /// Answers without a result.
    pub void_answer: VoidAnswer,
    /// Faults to inject; the first that fits is used.
    pub faults: Vec<FaultRule>,
    /// Every answer waits so long, milliseconds.
    pub slow: Millis,
    /// Every request gets HTTP 503.
    pub unavailable: bool,
    /// What a switch-over does.
    pub ha: HaMode,
}

impl Default for CctQuirks {
    fn default() -> Self {
        Self {
            strictness: Strictness::Lenient,
            session_timeout: 120 * 60 * 1000,
            imminent: 60 * 1000,
            subscription_min: 60 * 1000,
            subscription_max: 24 * 3600 * 1000,
            simple_life: None,
            batching: Batching::default(),
            order: EventOrder::default(),
            families: Families::default(),
            duplicates: false,
            notify_delay: 0,
            intrinsics_after: 0,
            intrinsics_event: true,
            customer_leg: false,
            unknown_elements: false,
            unknown_values: false,
            nil_items: false,
            address_status: AddressStatus::default(),
            prefixes: Prefixes::default(),
            contact_type: ContactTypeText::default(),
            external_contact_id: ExternalContactId::default(),
            terminals_after_login: false,
            voice_terminal: false,
            agent_login: AgentLogin::default(),
            agent_password: AgentPassword::default(),
            one_is_ready: true,
            api: Api::default(),
            withheld: Vec::new(),
            activity_event: true,
            hold: HoldEffect::default(),
            login_events: LoginEvents::default(),
            ready_events: ReadyEvents::default(),
            telling_reasons: true,
            system_events_on_simple: true,
            replay_on_subscribe: false,
            empty_listener_is_all: true,
            refuse_dialects: false,
            bounds_on_subscribe: false,
            producer_token: ProducerToken::default(),
            retries: 0,
            retry_pause: 0,
            foreign_consumers: false,
            notify_headers: false,
            fault_detail: FaultDetail::default(),
            void_answer: VoidAnswer::default(),
            faults: Vec::new(),
            slow: 0,
            unavailable: false,
            ha: HaMode::default(),
        }
    }
}

impl CctQuirks {
    /// The fault that hits this operation now, using up one of its times.
    pub(crate) fn injected(&mut self, service: &str, operation: &str) -> Option<FaultKind> {
        let full = format!("{service}.{operation}");
        let rule = self.faults.iter_mut().find(|rule| {
            let named =
                rule.operation == "*" || rule.operation == operation || rule.operation == full;
            named && rule.times != Some(0)
        })?;
        if let Some(times) = &mut rule.times {
            *times -= 1;
        }
        Some(rule.kind)
    }
}

//! A switch for every fact of the protocol that no document settles.
//!
//! Each field names the alternatives; the default is what the client documents take as likeliest.
//! Changing a quirk at run time affects frames from then on.

use serde::{Deserialize, Serialize};

/// How timestamps are written to agents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timestamps {
    /// Seconds everywhere.
    Seconds,
    /// Milliseconds everywhere.
    Milliseconds,
    /// Seconds, but milliseconds in page pushes, as the guide's own examples.
    #[default]
    Mixed,
}

/// How keys such as `keepAliveTime_inSeconds` are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeySpelling {
    /// `X_inSeconds`.
    #[default]
    Underscore,
    /// `X inSeconds`.
    Space,
}

/// How `<`, `>`, `&` and quotes in a customer's text reach an agent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entities {
    /// As typed.
    #[default]
    None,
    /// `&lt;`.
    Once,
    /// `&amp;lt;`.
    Twice,
}

/// Under which key getDestinations lists the queues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DestinationsKey {
    /// `queues`.
    #[default]
    Queues,
    /// `destinations`.
    Destinations,
    /// Another key with an array as its value.
    Other,
}

/// Which verb ends observing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObserverLeaves {
    /// `leaveRoom`.
    #[default]
    LeaveRoom,
    /// `agentQuitChat`.
    AgentQuitChat,
}

/// How a well-formed operationRequest that the rules forbid is refused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusals {
    /// `operationRequest` with `success: false`.
    #[default]
    SuccessFalse,
    /// `error` with code 1.
    Error,
}

/// What a `customerDisconnect` carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerDisconnect {
    /// The closed reasons, so that the agent can close at once.
    #[default]
    WithReasons,
    /// No reasons: the agent asks for them with agentQuitChat.
    WithoutReasons,
}

/// Who hears of an agent's way out of a room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExitNotices {
    /// Dropped: the dropped one. Left: the owner.
    #[default]
    Concerned,
    /// Every agent in the room, the leaving one included.
    Everyone,
    /// Only who is thrown out hears it; nobody hears of a voluntary leave.
    ThrownOutOnly,
}

/// How a participant's role is called in frames to the customer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerRoleKey {
    /// `role`.
    #[default]
    Role,
    /// `participantRole`.
    ParticipantRole,
}

/// The envelope type of the answer to requestChat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChatAnswer {
    /// `notification`.
    #[default]
    Notification,
    /// `newChatAcknowledgement`.
    NewChatAcknowledgement,
}

/// Which alerting contacts go back together with one that an agent rejects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RejectReturns {
    /// With a web chat every other web chat; anything else goes back alone.
    #[default]
    WebChats,
    /// Everything that alerts at the agent, of whatever kind.
    EveryContact,
}

/// Under which key agentData says that an agent is ready: the guide speaks of it, its example
/// shows none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgentStatusKey {
    /// `status`.
    #[default]
    Status,
    /// `agentStatus`.
    AgentStatus,
    /// `state`.
    State,
    /// It is not said.
    Absent,
}

/// Every switch. Deserializes from a partial object: absent fields keep their default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Quirks {
    /// Acknowledge newMessage.
    pub acknowledge: bool,
    /// Acknowledge pagePush, too.
    pub acknowledge_pages: bool,
    /// Acknowledge isTyping, too.
    pub acknowledge_typing: bool,
    /// Acknowledge verbs without an answer of their own (agentLogout, leaveRoom,
    /// dropPassiveParticipant, conferenceClose).
    pub acknowledge_verbs: bool,
    /// Agents get their own newMessage back.
    pub echo_own_messages: bool,
    /// Agents get their own pagePush back.
    pub echo_own_pages: bool,
    /// Timestamps to agents.
    pub timestamps: Timestamps,
    /// `guid` as text in frames to agents.
    pub ids_as_strings: bool,
    /// Agent ids as numbers where they are digits without a leading zero.
    pub agent_ids_as_numbers: bool,
    /// `X_inSeconds` or `X inSeconds`.
    pub key_spelling: KeySpelling,
    /// XML entities in customers' text.
    pub entities: Entities,
    /// Key of the list in getDestinations.
    pub destinations_key: DestinationsKey,
    /// An observer may whisper.
    pub observer_may_whisper: bool,
    /// Verb that ends observing.
    pub observer_leaves: ObserverLeaves,
    /// How forbidden operations are refused.
    pub refusals: Refusals,
    /// The customer is told of a consulted agent.
    pub passive_shown_to_customer: bool,
    /// Push agentData to supervisors every so many milliseconds; absent = only when asked.
    pub agent_data_push_ms: Option<i64>,
    /// The same agent stands once per conversation in agentData.
    pub agent_data_repeats_agents: bool,
    /// How agentData tells whether an agent is ready.
    pub agent_data_status: AgentStatusKey,
    /// What customerDisconnect carries.
    pub customer_disconnect: CustomerDisconnect,
    /// Transcript entries carry timestamps.
    pub save_timestamp_on_messages: bool,
    /// An agent who is Not Ready may be consulted, and is listed as a destination.
    pub consult_not_ready: bool,
    /// A consult is offered with `CONSULT_INIT`; otherwise `DEFAULT`.
    pub consult_init_reason: bool,
    /// The agent who transferred gets exitRoom.
    pub transfer_exit_notice: bool,
    /// After a conference both agents get activeAgentNotification(active_participant).
    pub conference_active_notice: bool,
    /// The initiator hears of a rejected or expired consult by exitRoom.
    pub consult_end_notice: bool,
    /// Who hears of exits.
    pub exit_notices: ExitNotices,
    /// `role` or `participantRole` to the customer.
    pub customer_role_key: CustomerRoleKey,
    /// Envelope type of the requestChat answer.
    pub chat_answer: ChatAnswer,
    /// A customer who comes back is told again who is in the chat.
    pub participants_on_reconnect: bool,
    /// The CCT leg ends with the EWC close; otherwise the desktop must disconnect it.
    pub leg_ends_with_close: bool,
    /// Messages reach a reconnected agent before it has joined its rooms again.
    pub deliver_before_rejoin: bool,
    /// A barge must name the supervisor's own id.
    pub barge_needs_own_id: bool,
    /// A barge gives the supervisor an answered CCT leg; otherwise CCT knows nothing of it.
    pub barge_gives_leg: bool,
    /// agentSetClosedReason must name a listed code; otherwise 0 stands for none.
    pub closed_reason_required: bool,
    /// What a rejection returns.
    pub reject_returns: RejectReturns,
    /// Messages of the customer keep reaching an agent who has asked to quit.
    pub messages_after_quit: bool,
}

impl Default for Quirks {
    fn default() -> Self {
        Self {
            acknowledge: true,
            acknowledge_pages: false,
            acknowledge_typing: false,
            acknowledge_verbs: false,
            echo_own_messages: false,
            echo_own_pages: false,
            timestamps: Timestamps::default(),
            ids_as_strings: false,
            agent_ids_as_numbers: false,
            key_spelling: KeySpelling::default(),
            entities: Entities::default(),
            destinations_key: DestinationsKey::default(),
            observer_may_whisper: true,
            observer_leaves: ObserverLeaves::default(),
            refusals: Refusals::default(),
            passive_shown_to_customer: false,
            agent_data_push_ms: None,
            agent_data_repeats_agents: false,
            agent_data_status: AgentStatusKey::default(),
            customer_disconnect: CustomerDisconnect::default(),
            save_timestamp_on_messages: true,
            consult_not_ready: false,
            consult_init_reason: true,
            transfer_exit_notice: true,
            conference_active_notice: true,
            consult_end_notice: true,
            exit_notices: ExitNotices::default(),
            customer_role_key: CustomerRoleKey::default(),
            chat_answer: ChatAnswer::default(),
            participants_on_reconnect: true,
            leg_ends_with_close: true,
            deliver_before_rejoin: true,
            barge_needs_own_id: false,
            barge_gives_leg: false,
            closed_reason_required: true,
            reject_returns: RejectReturns::default(),
            messages_after_quit: true,
        }
    }
}

//! What may stand in a trace in clear: names and words of the two protocols, nothing else.

/// Keys of the chat server's messages (guide, chapter 11). A key that is not here may be data.
const JSON_KEYS: &[&str] = &[
    "accepted",
    "active",
    "agentId",
    "agentLabel",
    "agentNote",
    "agentStatus",
    "agents",
    "allowTransferToAgent",
    "allowTransferToSkillset",
    "amount",
    "apiVersion",
    "body",
    "clientType",
    "closedReason",
    "closedReasonCode",
    "closedReasonCodes",
    "code",
    "codes",
    "consultRequestTimeout",
    "contactType",
    "conversationLength",
    "conversationTranscript",
    "conversations",
    "currentParticipantList",
    "customFields",
    "customerLabel",
    "date",
    "defaultReasonCode",
    "delay",
    "description",
    "desirableResponseToAgent",
    "desirableResponseToCust",
    "destination",
    "destinationId",
    "destinationType",
    "destinations",
    "deviceType",
    "displayName",
    "emailChatLogToCustomer",
    "errorMessage",
    "forceIdleCustomerCheck",
    "forceIdleCustomerCheckTimeout",
    "forceLaunch",
    "frequentlyUsedPhraseList",
    "guid",
    "history",
    "holdTime",
    "id",
    "intrinsics",
    "isConnected",
    "isTyping",
    "joinType",
    "keepAliveTime",
    "lastMessageIn",
    "lastMessageOut",
    "loginSuccess",
    "maxConcurrentChats",
    "message",
    "messageType",
    "messages",
    "method",
    "name",
    "newOwner",
    "numberOfAgentMessages",
    "numberOfMessages",
    "numberOfParticipants",
    "numberOfUnansweredCustomerMessages",
    "pagePushURLList",
    "participantRole",
    "participants",
    "password",
    "path",
    "phraseText",
    "phrases",
    "previousTranscripts",
    "priority",
    "queueCCMSId",
    "queueId",
    "queueName",
    "queueld",
    "queues",
    "quid",
    "reconnect",
    "resources",
    "result",
    "role",
    "routepoint",
    "saveChatHistory",
    "saveTimestampOnMessages",
    "scenario",
    "screenPops",
    "sendTranscript",
    "sender",
    "sequence",
    "skillset",
    "source",
    "startTime",
    "state",
    "status",
    "success",
    "supervisorId",
    "text",
    "threshold",
    "thresholds",
    "timerList",
    "timestamp",
    "title",
    "transcript",
    "type",
    "url",
    "urls",
    "userType",
    "value",
];

/// Endings that a timer's key may carry.
const KEY_ENDINGS: &[&str] = &["_inSeconds", "inSeconds", " inSeconds"];

/// Keys whose value is a word of the protocol.
const JSON_WORD_KEYS: &[&str] = &[
    "agentStatus",
    "apiVersion",
    "clientType",
    "destination",
    "destinationType",
    "deviceType",
    "joinType",
    "messageType",
    "method",
    "participantRole",
    "role",
    "scenario",
    "state",
    "type",
    "userType",
];

/// The words themselves; any other value of those keys is told by its length.
const JSON_WORDS: &[&str] = &[
    "1.0",
    "acknowledgement",
    "active",
    "active_participant",
    "activeAgentNotification",
    "agent",
    "agentData",
    "agentJoinRoom",
    "agentLogin",
    "agentLogout",
    "agentQuitChat",
    "agentSetClosedReason",
    "barge",
    "changeConferenceOwner",
    "comfortMessage",
    "conference",
    "conferenceClose",
    "consult",
    "custom",
    "customer",
    "customerConnectionStatus",
    "customerDisconnect",
    "customerHistory",
    "dropPassiveParticipant",
    "error",
    "exitRoom",
    "getDestinations",
    "isTyping",
    "leaveRoom",
    "message",
    "newBrowserTab",
    "newMessage",
    "normal",
    "notification",
    "observe",
    "operationRequest",
    "pagePush",
    "passive_participant",
    "ping",
    "pong",
    "queue",
    "request",
    "screenPops",
    "supervisor",
    "supervisorBarge",
    "supervisor_observe",
    "welcomeMessage",
    "whisper",
];

/// Keys whose value names a contact, an agent or a queue: told by a stand-in.
const JSON_ID_KEYS: &[&str] = &[
    "agentId",
    "destinationId",
    "guid",
    "newOwner",
    "queueCCMSId",
    "queueId",
    "queueld",
    "quid",
    "supervisorId",
];

/// Keys whose number may be told: codes, counts and timers.
const JSON_NUMBER_KEYS: &[&str] = &[
    "amount",
    "apiVersion",
    "closedReasonCode",
    "code",
    "consultRequestTimeout",
    "conversationLength",
    "defaultReasonCode",
    "delay",
    "desirableResponseToAgent",
    "desirableResponseToCust",
    "forceIdleCustomerCheck",
    "forceIdleCustomerCheckTimeout",
    "holdTime",
    "keepAliveTime",
    "lastMessageIn",
    "lastMessageOut",
    "maxConcurrentChats",
    "numberOfAgentMessages",
    "numberOfMessages",
    "numberOfParticipants",
    "numberOfUnansweredCustomerMessages",
    "priority",
    "sequence",
    "threshold",
];

/// Elements of the contact server's envelopes whose text is a word of the protocol, in upper case
/// or a truth value.
const XML_WORD_ELEMENTS: &[&str] = &[
    "AddressProperty",
    "AgentProperty",
    "ContactProperty",
    "EventType",
    "IsRemote",
    "NewState",
    "PreviousState",
    "Reason",
    "State",
    "Status",
    "SystemEvent",
    "TerminalProperty",
    "addressType",
    "agentType",
    "currentState",
    "doNotDisturbSet",
    "immutable",
    "initialState",
    "isReady",
    "lastState",
    "loginEnded",
    "loginStatus",
    "providerName",
    "ready",
    "reason",
    "state",
    "status",
    "terminalType",
];

/// Elements whose text is an id: told by a stand-in.
const XML_ID_ELEMENTS: &[&str] = &[
    "SessionId",
    "SubscriptionId",
    "addressName",
    "agentId",
    "agentLoginId",
    "agentTerminalConnectionId",
    "connectionId",
    "contactId",
    "externalContactId",
    "parentId",
    "positionId",
    "terminalConnectionId",
    "terminalName",
    "tnName",
];

/// Elements whose number may be told.
const XML_NUMBER_ELEMENTS: &[&str] =
    &["consecutiveFailures", "count", "downTimeInMillis", "remainingTimeInMillis", "totalFailures"];

/// The key in clear, when it is one of the protocol's.
pub(super) fn json_key(key: &str) -> Option<&str> {
    JSON_KEYS.contains(&stem(key)).then_some(key)
}

/// The value of a key in clear, when both are words of the protocol.
pub(super) fn json_word<'a>(key: &str, value: &'a str) -> Option<&'a str> {
    (JSON_WORD_KEYS.contains(&key) && JSON_WORDS.contains(&value)).then_some(value)
}

pub(super) fn is_json_id(key: &str) -> bool {
    JSON_ID_KEYS.contains(&key)
}

pub(super) fn is_json_number(key: &str) -> bool {
    JSON_NUMBER_KEYS.contains(&stem(key))
}

/// The text of an element in clear, when it is a word of the protocol. The schemas have several
/// hundred such words; all are short and in upper case, or truth values, and stand only in the
/// elements listed or in a capability (`can…`).
pub(super) fn xml_word<'a>(element: &str, text: &'a str) -> Option<&'a str> {
    let truth = matches!(text, "true" | "false" | "0" | "1");
    let upper = text.len() <= 40 && text.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    let mixed = matches!(text, "Agent" | "AgentSupervisor" | "Supervisor");
    let capability = element.starts_with("can");
    let listed = XML_WORD_ELEMENTS.contains(&element);
    ((truth && (capability || listed)) || (listed && (upper || mixed))).then_some(text)
}

pub(super) fn is_xml_id(element: &str) -> bool {
    XML_ID_ELEMENTS.contains(&element)
}

pub(super) fn is_xml_number(element: &str) -> bool {
    XML_NUMBER_ELEMENTS.contains(&element)
}

fn stem(key: &str) -> &str {
    KEY_ENDINGS.iter().find_map(|ending| key.strip_suffix(ending)).unwrap_or(key)
}

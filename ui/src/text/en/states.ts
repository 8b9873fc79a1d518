// Words for the states that the desk reports: each table names every state there is.
import type {
  ContactKind, ContactPhase, CustomerPresence, EventSource, IntrinsicMeaning, LinkState, OfferEnd, ParticipantRole,
  ReadyCause, ReadyState, SendState, SignInStep, TimelineEvent, WhyNot,
} from "~/api/generated/bindings";

const ready: Record<ReadyState, string> = { ready: "Ready", not_ready: "Not Ready", unknown: "Not known" };

const cause: Record<ReadyCause, string> = {
  signed_in: "after sign-in",
  asked: "",
  declined_offer: "an offer was declined",
  switch_over: "server switch-over",
  server: "set by the server",
};

const link: Record<LinkState, string> = {
  down: "Not connected",
  connecting: "Connecting…",
  up: "Connected",
  reconnecting: "Reconnecting",
};

const eventSource: Record<EventSource, string> = {
  polling: "Asks the server every second.",
  pushed: "The server reports by itself; asking is the safety net.",
};

const step: Record<SignInStep, string> = {
  contact_control: "Logging in to contact control",
  discovery: "Finding your agent and terminals",
  agent_login: "Logging the agent in",
  chat_server: "Connecting to the chat server",
};

const whyNot: Record<WhyNot, string> = {
  not_accepted: "The contact has not been accepted yet.",
  joining: "The chat is still opening.",
  chat_server_down: "The chat server is not connected.",
  contact_control_down: "Contact control is not connected.",
  closing: "The contact is being closed.",
  being_returned: "The contact is going back to its queue.",
  customer_left: "The customer has left the chat.",
  not_a_chat: "This contact is not a chat.",
  observing_only: "You only observe this chat.",
  not_owner: "You take part in this chat but do not own it.",
  switched_off_by_server: "The contact center does not allow it.",
  no_email_address: "The contact has no e-mail address.",
  reason_needed: "Choose a closed reason first.",
  reasons_not_here: "The server has not sent the closed reasons yet.",
  step_running: "A step is still under way.",
  consult_running: "A consult is under way. Complete it or end it first.",
  no_consult: "Consult an agent first.",
  partner_not_here: "The other agent is not in the chat yet.",
  transfer_used: "This chat was transferred before; it can be transferred only once.",
  consult_used: "You have begun a conference in this chat; there is no second consult.",
  room_full: "Another agent is in the chat already; only one can be added.",
  no_conference: "There is no conference.",
  nobody_else: "No other agent is in the chat.",
  consulted_only: "You were asked for help. The owner writes to the customer.",
  taken_over: "A supervisor has taken the chat over. You may only whisper.",
  owner_closes: "You own the chat: close it, or make the other agent the owner.",
  leave_instead: "You do not own the chat: leave it.",
  not_supervisor: "Only supervisors may do that.",
  observe_first: "Observe the chat first.",
  server_refuses_whisper: "The server does not let observers whisper.",
  not_allowed_by_centre: "The contact center does not allow it for this contact.",
  not_own_contact: "Only the contact's own agent may do that.",
  in_room_already: "Is in the chat already.",
  that_is_me: "That is you.",
  nobody_active: "Nobody is active in this skillset.",
  none_configured: "None are set up.",
  no_customer_address: "The customer has no address by which earlier contacts could be found.",
};

const kind: Record<ContactKind, string> = { web_chat: "Web chat", email: "E-mail", voice: "Voice call", call_back: "Call-back", other: "Contact" };

const phase: Record<ContactPhase, string> = {
  offered: "Offered",
  joining: "Opening…",
  active: "",
  rejoining: "Reconnecting…",
  wrap_up: "Closing",
  being_returned: "Going back to the queue…",
};

const presence: Record<CustomerPresence, string> = {
  connected: "connected",
  disconnected: "connection lost",
  left: "has left",
  unknown: "connection not known",
};

const role: Record<ParticipantRole, string> = { active: "owner", passive: "guest", observer: "observing", other: "in the chat" };

const offerEnd: Record<OfferEnd, string> = {
  accepted: "Accepted",
  declined: "Declined by you",
  returned_with_another: "Returned with a declined one",
  gone: "Gave up, or taken away before you answered",
  taken_away: "Taken away by the contact center",
  closed: "Closed by you",
  transferred: "Handed over by you",
  left: "Left by you",
  dropped: "The owner of the chat removed you",
};

const send: Record<SendState["state"], string> = {
  queued: "waiting",
  sending: "sending…",
  sent: "sent",
  delivered: "delivered",
  refused: "refused",
  checking: "checking…",
  not_delivered: "not delivered",
};

const sendHint: Record<SendState["state"], string> = {
  queued: "Waits for the line before it, or for the connection.",
  sending: "Handed over; the server has not answered yet.",
  sent: "This server does not acknowledge messages.",
  delivered: "The server has it.",
  refused: "The server refused it.",
  checking: "The connection broke before the answer. The transcript will tell.",
  not_delivered: "It is not in the server's transcript.",
};

const event: Record<TimelineEvent, (who: string) => string> = {
  joined: () => "You joined the chat",
  agent_joined: (who) => `${who || "Another agent"} joined`,
  observer_joined: (who) => `${who || "A supervisor"} is observing`,
  agent_left: (who) => `${who || "An agent"} left`,
  owner_changed: (who) => (who === "" ? "The chat has a new owner" : `${who} owns the chat now`),
  supervisor_barged: (who) => `${who || "A supervisor"} took the chat over`,
  customer_disconnected: (who) => `${who || "The customer"} lost the connection`,
  customer_reconnected: (who) => `${who || "The customer"} is connected again`,
  customer_left: (who) => `${who || "The customer"} left the chat`,
  link_lost: () => "Your connection was lost",
  link_restored: () => "Your connection is back; the transcript was read again",
};

/** The same where it is the agent's own doing. */
const ownEvent: Partial<Record<TimelineEvent, string>> = {
  owner_changed: "You own the chat now",
  supervisor_barged: "You took the chat over",
};

const intrinsic: Record<IntrinsicMeaning, string> = {
  name: "Name",
  email: "E-mail",
  phone: "Phone",
  customer_id: "Customer id",
  skillset: "Skillset",
  contact_id: "Contact id",
  wait_time: "Waited in queue",
  priority: "Priority",
  contact_subtype: "Kind of contact",
  custom: "From the form",
};

export const states = {
  ready, cause, link, eventSource, step, whyNot, kind, phase, presence, role, offerEnd, send, sendHint, event, ownEvent, intrinsic,
};

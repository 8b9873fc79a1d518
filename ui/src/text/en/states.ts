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
};

const kind: Record<ContactKind, string> = { web_chat: "Web chat", email: "E-mail", voice: "Voice call", other: "Contact" };

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
  ready, cause, link, eventSource, step, whyNot, kind, phase, presence, role, offerEnd, send, sendHint, event, intrinsic,
};

// Contacts and rows with everything filled in; a scene names only what matters to it.
import type {
  ActionsView, Author, ContactView, SendState, TimelineContent, TimelineItem, WrapUpView,
} from "~/api/generated/bindings";

const START = Date.now();
/** Minutes before the gallery was opened, as a moment. */
export const ago = (minutes: number): number => START - Math.round(minutes * 60_000);

const yes = { is: "yes" } as const;

export const open: ActionsView = {
  accept: { is: "no", why: "closing" },
  decline: { is: "no", why: "closing" },
  decline_returns: 0,
  reply: yes,
  whisper: { is: "no", why: "not_owner" },
  push_page: yes,
  close: yes,
  finish: { is: "no", why: "reason_needed" },
  consult: yes,
  end_consult: { is: "no", why: "no_consult" },
  complete_transfer: { is: "no", why: "no_consult" },
  complete_conference: { is: "no", why: "no_consult" },
  transfer_to_skillset: yes,
  change_owner: { is: "no", why: "no_conference" },
  drop_participant: { is: "no", why: "nobody_else" },
  leave: { is: "no", why: "owner_closes" },
  close_conference: { is: "no", why: "no_conference" },
  barge: { is: "no", why: "observe_first" },
  history: yes,
  set_activity_code: { is: "no", why: "none_configured" },
};

export const offered: ActionsView = {
  accept: yes,
  decline: yes,
  decline_returns: 1,
  reply: { is: "no", why: "not_accepted" },
  whisper: { is: "no", why: "not_accepted" },
  push_page: { is: "no", why: "not_accepted" },
  close: { is: "no", why: "not_accepted" },
  finish: { is: "no", why: "not_accepted" },
  consult: { is: "no", why: "not_accepted" },
  end_consult: { is: "no", why: "not_accepted" },
  complete_transfer: { is: "no", why: "not_accepted" },
  complete_conference: { is: "no", why: "not_accepted" },
  transfer_to_skillset: { is: "no", why: "not_accepted" },
  change_owner: { is: "no", why: "not_accepted" },
  drop_participant: { is: "no", why: "not_accepted" },
  leave: { is: "no", why: "not_accepted" },
  close_conference: { is: "no", why: "not_accepted" },
  barge: { is: "no", why: "not_accepted" },
  history: { is: "no", why: "not_accepted" },
  set_activity_code: { is: "no", why: "not_accepted" },
};

const phrases = [
  { skillset: "WC_Travel", name: "Greeting", text: "Hello {{name}}, thank you for contacting Example Travel. I am {{your name}}; how can I help?" },
  { skillset: "WC_Travel", name: "Seat change", text: "I can move you to another seat on the same flight at no cost. Which row would you like?" },
  { skillset: "WC_Travel", name: "Rebooking", text: "I have rebooked you on {{flight}} on {{date}}. You will get the new ticket by e-mail in a few minutes." },
  { skillset: "WC_Travel", name: "Lounge voucher", text: "As a small apology I have added a lounge voucher for tomorrow." },
  { skillset: "all", name: "Hold on", text: "One moment please, I am looking into this for you." },
  { skillset: "all", name: "Thank you and goodbye", text: "Thank you for chatting with us today. Have a good day!" },
];

const pages = [
  { skillset: "WC_Travel", url: "https://www.example.org/travel/rebooking", description: "Rebook a flight" },
  { skillset: "WC_Travel", url: "https://www.example.org/travel/passenger-rights?country=IE&language=en", description: "Passenger rights" },
  { skillset: "all", url: "https://www.example.org/contact", description: "How to reach us" },
];

export function contact(key: string, title: string, more: Partial<ContactView> = {}): ContactView {
  return {
    key,
    guid: key,
    phase: "active",
    kind: "web_chat",
    title,
    skillset: "WC_Travel",
    type_words: "Web_Communications",
    consult: false,
    observed: false,
    part: "owner",
    joint: null,
    destinations: null,
    pops: [],
    activity: null,
    offered_at: ago(7),
    connected_at: ago(6),
    waited_seconds: 42,
    preview: null,
    unread: 0,
    unanswered: 0,
    unanswered_since: null,
    due_at: null,
    device: "Firefox 128 on Windows 11",
    customer: "connected",
    participants: [{ agent_id: "20001", name: "Ann Doyle", role: "active", me: true }],
    typing: [],
    intrinsics: [
      { key: "Name", meaning: "name", value: title },
      { key: "EmailAddress", meaning: "email", value: "maria.rossi@example.org" },
      { key: "Skillset", meaning: "skillset", value: "WC_Travel" },
      { key: "CONTACTID", meaning: "contact_id", value: "1300" },
      { key: "WaitTime", meaning: "wait_time", value: "42" },
      { key: "Custom:Booking reference", meaning: "custom", value: "EI-7QX2P4" },
      { key: "Custom:Frequent flyer", meaning: "custom", value: "Gold" },
      { key: "PRIORITY", meaning: "priority", value: "3" },
      { key: "ContactSubType", meaning: "contact_subtype", value: "WC" },
      { key: "X-ROUTE-POINT", meaning: null, value: "RP_WEB_04" },
    ],
    phrases,
    pages,
    previous_transcripts: 12,
    drafts: { reply: "", whisper: "" },
    actions: open,
    wrap_up: null,
    failure: null,
    ...more,
  };
}

let nextId = 0;
export function row(minutes: number, content: TimelineContent): TimelineItem {
  return { id: `row-${(nextId += 1)}`, at: ago(minutes), content };
}

export function line(minutes: number, author: Author, name: string, text: string, send: SendState | null = null): TimelineItem {
  return row(minutes, { kind: "line", author, name, audience: "everyone", text, send, suggestion: null });
}

export function whisper(minutes: number, author: Author, name: string, text: string, send: SendState | null = null): TimelineItem {
  return row(minutes, { kind: "line", author, name, audience: "whisper", text, send, suggestion: null });
}

export const wrapUp: WrapUpView = {
  state: { is: "open" },
  reasons: [
    { code: "1", label: "Solved", preselected: true },
    { code: "2", label: "Customer will call back", preselected: false },
    { code: "3", label: "Passed on to another department", preselected: false },
    { code: "4", label: "No answer from the customer", preselected: false },
    { code: "5", label: "Complaint recorded", preselected: false },
    { code: "6", label: "Wrong department", preselected: false },
  ],
  reason: null,
  note: "",
  send_transcript: false,
  transcript_possible: yes,
  customer_left: false,
};

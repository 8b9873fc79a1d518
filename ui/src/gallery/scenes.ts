// What can be looked at: each scene is a snapshot, and what the agent has done to it.
import type { Change, ContactView, Snapshot, TimelineItem, TimelineView } from "~/api/generated/bindings";
import { ago, contact, line, offered, open, row, whisper, wrapUp } from "./sampleContact";
import { link, session, signedOut, snapshot } from "./sampleDesk";
import { contextScenes } from "./scenesContext";
import { superviseScenes } from "./scenesSupervise";
import { togetherScenes } from "./scenesTogether";

export interface Scene {
  snapshot: Snapshot;
  selected?: string;
  /** Put beside it. */
  beside?: string;
  /** Typed into the composer. */
  typed?: string;
  /** Clicked after the first drawing, one after the other: test ids. */
  clicks?: string[];
  /** What the desk says every second, for the moments 1, 2, 3… */
  everySecond?: (moment: number) => Change;
}

const yes = { is: "yes" } as const;

const mariaRows: TimelineItem[] = [
  row(6.2, { kind: "event", event: "joined", who: null }),
  row(6.1, { kind: "welcome", text: "Welcome to Example Travel. An agent is with you now." }),
  line(5.9, "customer", "Maria Rossi", "Hi, my flight EI154 tomorrow was cancelled. What are my options?"),
  line(5.6, "customer", "Maria Rossi", "Booking EI-7QX2P4"),
  line(4.8, "me", "Ann Doyle", "Hello Maria, I am sorry about that. These flights still have seats tomorrow: EI158 at 18:40 and EI162 at 20:15.", { state: "delivered" }),
  row(4.4, { kind: "page", author: "me", name: "Ann Doyle", url: "https://www.example.org/travel/rebooking", host: "www.example.org", send: { state: "delivered" } }),
  whisper(3.9, "agent", "Sam Hale", "Offer her the lounge voucher, she is Gold."),
  whisper(3.6, "me", "Ann Doyle", "Good idea, will do.", { state: "delivered" }),
  row(3.1, { kind: "comfort", text: "Thank you for waiting, we are still here." }),
  row(2.2, { kind: "page", author: "customer", name: "Maria Rossi", url: "https://flights.example.com/search?from=DUB&to=LHR&date=2026-11-21&adults=1&cabin=economy&sort=departure", host: "flights.example.com", send: null }),
  row(2.1, { kind: "complete_until" }),
  line(1.2, "customer", "Maria Rossi", "Is there still a seat on the 18:40? I found https://flights.example.com/EI158 but it says sold out…"),
  line(0.9, "me", "Ann Doyle", "Yes, three are left. Shall I hold one for you?", { state: "sending" }),
];

const other = (key: string, text: string): TimelineView => ({ contact: key, items: [line(2, "customer", "Customer", text)], more_before: false });

const observed = { ...open, whisper: yes };

function fourChats(maria: Partial<ContactView> = {}, rows = mariaRows): { contacts: ContactView[]; timelines: TimelineView[] } {
  const contacts = [
    contact("offer-1", "jo.murphy@example.org", { phase: "offered", skillset: "WC_Sales", offered_at: ago(0.2), connected_at: null, waited_seconds: 31, actions: { ...offered, decline_returns: 2 }, customer: "unknown" }),
    contact("offer-2", "Li Wei", { phase: "offered", skillset: "WC_Travel", consult: true, offered_at: ago(0.1), connected_at: null, waited_seconds: 5, actions: { ...offered, decline_returns: 2 }, customer: "unknown" }),
    contact("phone", "+1 469 720 6211", { preview: { mine: false, whisper: false, text: "ticket number please" }, unread: 2, unanswered: 2, unanswered_since: ago(1.53), due_at: ago(0.5) }),
    contact("maria", "Maria Rossi", {
      preview: { mine: false, whisper: false, text: "Is there still a seat on the 18:40? I found https://flights…" },
      unanswered: 1, unanswered_since: ago(0.8), due_at: ago(-0.15),
      typing: [{ name: "Maria", customer: true, whisper: false }],
      participants: [
        { agent_id: "20001", name: "Ann Doyle", role: "active", me: true },
        { agent_id: "20090", name: "Sam Hale", role: "observer", me: false },
      ],
      actions: observed,
      ...maria,
    }),
    contact("noura", "نورة العتيبي", { skillset: "WC_Arabic", preview: { mine: false, whisper: false, text: "شكراً، متى تصل التذكرة؟" }, unread: 1, unanswered: 1, unanswered_since: ago(0.2), due_at: ago(-1.2), device: "Safari 17 on iPhone" }),
    contact("tomas", "Tomás Kelly", { preview: { mine: true, whisper: false, text: "I have sent the form." }, drafts: { reply: "Let me know if", whisper: "" } }),
  ];
  const timelines = [
    { contact: "maria", items: rows, more_before: false },
    other("phone", "ticket number please"),
    { contact: "noura", more_before: false, items: [
      line(3, "customer", "نورة العتيبي", "مرحباً، أريد تغيير موعد رحلتي رقم EI154 إلى يوم الأحد."),
      line(2, "me", "Ann Doyle", "بالتأكيد، لحظة من فضلك.", { state: "delivered" }),
      line(0.2, "customer", "نورة العتيبي", "شكراً، متى تصل التذكرة؟"),
    ] },
    { contact: "tomas", more_before: false, items: [line(9, "customer", "Tomás Kelly", "Where is the form?"), line(8, "me", "Ann Doyle", "I have sent the form.", { state: "sent" })] },
  ];
  return { contacts, timelines };
}

const desk = (maria?: Partial<ContactView>, rows?: TimelineItem[], more?: Partial<Snapshot>): Snapshot => {
  const { contacts, timelines } = fourChats(maria, rows);
  return snapshot(contacts, timelines, more);
};

const failedRows: TimelineItem[] = [
  ...mariaRows.slice(0, 4),
  row(4.9, { kind: "event", event: "link_lost", who: null }),
  row(4.7, { kind: "event", event: "link_restored", who: null }),
  line(4.5, "me", "Ann Doyle", "I am looking for other flights.", { state: "not_delivered" }),
  line(4.2, "me", "Ann Doyle", "This one is fine.", { state: "checking" }),
  line(3.2, "me", "Ann Doyle", "<b>Hello</b> & welcome", { state: "refused", why: { code: "server_error", subject: "The chat server", detail: "500" } }),
  line(2.9, "customer", "Maria Rossi", `${"A long message without an end. ".repeat(12)}\nhttps://www.example.org/${"very-long-path/".repeat(9)}?q=1`),
  line(2.5, "customer", "Maria Rossi", "Is http://bank.example@evil.example/login yours?"),
  row(2.2, { kind: "event", event: "customer_disconnected", who: "Maria" }),
  line(0.5, "me", "Ann Doyle", "Waiting in line.", { state: "queued" }),
];

const manyRows = Array.from({ length: 200 }, (_, index) =>
  line(1600 - index * 8, index % 3 === 0 ? "me" : "customer", index % 3 === 0 ? "Ann Doyle" : "Maria Rossi", `Message number ${index + 1}`, index % 3 === 0 ? { state: "delivered" } : null),
);

const down = session({
  readiness: { target: "ready", actual: "not_ready", reason_code: null, since: ago(1), cause: "switch_over", failure: null },
  chat_server: link("ewc.example.org:8445", { state: "reconnecting", attempt: 3, retry_at: ago(-0.12), trouble: { code: "connection_refused", subject: "ewc.example.org:8445", detail: null } }),
});
const lockedOut = session({
  contact_control: link("cct.example.org:9084", { state: "down", trouble: { code: "agent_login_refused", subject: "cct.example.org:9084", detail: null } }),
});
const notAChat = { is: "no", why: "not_a_chat" } as const;
const noReply = { is: "no", why: "chat_server_down" } as const;

export const scenes: Record<string, Scene> = {
  ...contextScenes,
  ...superviseScenes,
  ...togetherScenes,
  desk: { snapshot: desk(), selected: "maria", typed: "I can also add a lounge voucher for tomorrow. " },
  phrases: { snapshot: desk(), selected: "maria", typed: "Good news. /se" },
  whisper: { snapshot: desk(), selected: "maria", clicks: ["audience-whisper"], typed: "Could you check her booking?" },
  pages: { snapshot: desk(), selected: "maria", clicks: ["push-page"] },
  failed: { snapshot: desk({ customer: "disconnected", failure: { code: "server_error", subject: "ewc.example.org", detail: "500" } }, failedRows), selected: "maria" },
  close: { snapshot: desk({ phase: "wrap_up", wrap_up: wrapUp, actions: { ...observed, reply: { is: "no", why: "closing" }, close: { is: "no", why: "closing" }, push_page: { is: "no", why: "closing" } } }), selected: "maria" },
  left: {
    snapshot: desk({
      phase: "wrap_up", customer: "left", typing: [],
      wrap_up: { ...wrapUp, customer_left: true, state: { is: "refused", why: { code: "server_error", subject: "The chat server", detail: "412" } }, transcript_possible: { is: "no", why: "no_email_address" }, note: "Rebooked on EI158." },
      actions: { ...observed, decline: yes, finish: yes, close: { is: "no", why: "closing" }, push_page: { is: "no", why: "customer_left" } },
    }),
    selected: "maria",
  },
  down: {
    snapshot: desk({ phase: "rejoining", actions: { ...open, reply: noReply, push_page: noReply, close: noReply }, drafts: { reply: "I will hold the seat for you until", whisper: "" } }, mariaRows, {
      session: down,
      notices: [
        { id: "n1", at: ago(0.4), what: { notice: "undelivered_text", title: "Ivo Petrov", text: "Your ticket is on its way." } },
        { id: "n2", at: ago(0.3), what: { notice: "restored", lost_at: ago(3), missed_lines: 3, not_delivered: 1 } },
      ],
      options: {
        ...snapshot([], []).options,
        settings_problems: ["settings.toml line 12: `poll` wants a number of seconds from 1 to 60"],
      },
    }),
    selected: "maria",
  },
  rtl: { snapshot: desk(), selected: "noura" },
  many: { snapshot: desk({}, manyRows), selected: "maria" },
  menu: { snapshot: desk({}, mariaRows, { session: down }), selected: "maria", clicks: ["ready-menu"] },
  settings: { snapshot: desk(), selected: "maria", clicks: ["settings-menu"] },
  palette: { snapshot: desk(), selected: "maria", clicks: ["palette"] },
  why: { snapshot: desk(), selected: "maria", clicks: ["ready-menu", "why-no-chats"] },
  joining: { snapshot: desk({ phase: "joining", typing: [], preview: null, connected_at: null, customer: "unknown", actions: { ...open, reply: { is: "no", why: "joining" }, push_page: { is: "no", why: "joining" }, close: { is: "no", why: "joining" } } }, []), selected: "maria" },
  stuck: {
    snapshot: desk({
      phase: "joining", typing: [], preview: null, connected_at: null, customer: "unknown",
      failure: { code: "no_chat_id", subject: "cct.example.org:9084", detail: null },
      actions: { ...open, accept: yes, decline: yes, reply: { is: "no", why: "joining" }, push_page: { is: "no", why: "joining" }, close: { is: "no", why: "joining" } },
    }, []),
    selected: "maria",
  },
  email: {
    snapshot: desk({
      kind: "email", typing: [], preview: null, customer: "unknown", device: null, unanswered: 0, unanswered_since: null, due_at: null, participants: [],
      actions: { ...open, reply: notAChat, push_page: notAChat, close: notAChat },
    }, []),
    selected: "maria",
  },
  lockedout: { snapshot: desk({}, mariaRows, { session: lockedOut }), selected: "maria" },
  lockedoutwhy: { snapshot: desk({}, mariaRows, { session: lockedOut }), selected: "maria", clicks: ["ready-menu", "why-no-chats"] },
  lockedoutempty: { snapshot: snapshot([], [], { session: lockedOut }) },
  shortcuts: { snapshot: desk(), selected: "maria", clicks: ["settings-menu", "shortcut-list"] },
  none: { snapshot: desk() },
  empty: { snapshot: snapshot([], []) },
  notready: { snapshot: snapshot([], [], { session: session({ readiness: { target: "not_ready", actual: "not_ready", reason_code: "100", since: ago(12), cause: "asked", failure: null } }) }) },
  signin: { snapshot: snapshot([], [], { session: signedOut() }) },
  signinfailed: { snapshot: snapshot([], [], { session: signedOut({ failure: { code: "several_agents", subject: "cct.example.org:9084", detail: null } }) }) },
  signingin: { snapshot: snapshot([], [], { session: signedOut({ phase: "signing_in", step: "agent_login" }) }) },
};

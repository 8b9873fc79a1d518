// Several agents in one chat: handing over, consult, conference, whispers, suggestions; and two conversations at once.
import type {
  ActionsView, ContactView, DestinationsView, JointView, ParticipantView, Snapshot, TimelineContent, TimelineItem, WhyNot, WrapUpView,
} from "~/api/generated/bindings";
import { ago, contact, line, offered, open, row, whisper, wrapUp } from "./sampleContact";
import { session, snapshot } from "./sampleDesk";
import type { Scene } from "./scenes";

const yes = { is: "yes" } as const;
const no = (why: WhyNot) => ({ is: "no", why }) as const;

const me: ParticipantView = { agent_id: "20001", name: "Ann Doyle", role: "active", me: true };
const tom: ParticipantView = { agent_id: "20002", name: "Tom Brand", role: "passive", me: false };
const sam: ParticipantView = { agent_id: "20090", name: "Sam Hale", role: "observer", me: false };

const talk: TimelineItem[] = [
  row(6.2, { kind: "event", event: "joined", who: null }),
  line(5.9, "customer", "Maria Rossi", "Hi, my flight EI154 tomorrow was cancelled. What are my options?"),
  line(4.8, "me", "Ann Doyle", "Hello Maria, I am sorry about that. EI158 at 18:40 still has seats.", { state: "delivered" }),
  line(3.4, "customer", "Maria Rossi", "And who pays for the hotel?"),
  row(2.4, { kind: "event", event: "agent_joined", who: "Tom Brand" }),
  whisper(2.3, "me", "Ann Doyle", "Reason: hotel costs\nIn the chat for 4 minutes.\nLast messages:\n- Maria Rossi: And who pays for the hotel?", { state: "delivered" }),
  whisper(1.6, "agent", "Tom Brand", "We do, up to 140 € a night. Is she Gold?"),
  line(1.2, "customer", "Maria Rossi", "Are you still there?"),
  whisper(0.6, "me", "Ann Doyle", "Yes, Gold since 2019.", { state: "delivered" }),
];

const conference: TimelineItem[] = [
  ...talk.slice(0, 7),
  line(1.4, "agent", "Tom Brand", "Hello Maria, Tom from refunds here."),
  line(1.3, "agent", "Tom Brand", "We pay the hotel, up to 140 € a night."),
  line(1.2, "customer", "Maria Rossi", "Thank you both!"),
  line(0.5, "me", "Ann Doyle", "I will send you the form.", { state: "delivered" }),
];

const suggestion = (minutes: number, author: "me" | "agent", name: string, text: string, state: "open" | "taken" | "used" | "edited" | "declined"): TimelineItem => {
  const item = whisper(minutes, author, name, text, author === "me" ? { state: "delivered" } : null);
  return { ...item, content: { ...(item.content as Extract<TimelineContent, { kind: "line" }>), suggestion: state } };
};

const suggested: TimelineItem[] = [
  ...talk.slice(0, 4),
  suggestion(3.1, "agent", "Sam Hale", "We pay the hotel, up to 140 € a night.", "edited"),
  line(2.8, "me", "Ann Doyle", "We pay the hotel, Maria, up to 140 € a night.", { state: "delivered" }),
  suggestion(2.2, "agent", "Sam Hale", "Would you like a taxi as well?", "declined"),
  line(1.2, "customer", "Maria Rossi", "And breakfast?"),
  suggestion(0.4, "agent", "Sam Hale", "Breakfast is included. I can book the hotel for you now if you like.", "open"),
];

const owner: ActionsView = { ...open, whisper: yes };
const talking: ActionsView = {
  ...owner, consult: no("consult_running"), transfer_to_skillset: no("consult_running"), close: no("consult_running"),
  end_consult: yes, complete_transfer: yes, complete_conference: yes, drop_participant: yes,
};
const waiting: ActionsView = { ...talking, complete_transfer: no("partner_not_here"), complete_conference: no("partner_not_here"), whisper: no("nobody_else") };
const stepping: ActionsView = { ...talking, complete_transfer: no("step_running"), complete_conference: no("step_running"), end_consult: no("step_running") };
const guest: ActionsView = {
  ...open, reply: no("consulted_only"), whisper: yes, push_page: no("not_owner"), close: no("leave_instead"),
  consult: no("not_owner"), transfer_to_skillset: no("not_owner"), leave: yes,
};

const joint = (more: Partial<JointView> = {}): JointView => ({
  agent_id: "20002", name: "Tom Brand", step: "talking", begun_at: ago(2.6), until: null, failure: null, ...more,
});

const destinations: DestinationsView = {
  asking: false,
  at: ago(0.05),
  failure: null,
  queues: [
    { id: "1", name: "WC_Billing", transfer: yes, agents: [
      { id: "20002", name: "Tom Brand", consult: yes },
      { id: "20005", name: "João Álvares", consult: yes },
      { id: "20010", name: "Maximiliane von Hohenstein-Lindenberg", consult: yes },
    ] },
    { id: "2", name: "WC_Travel", transfer: yes, agents: [
      { id: "20001", name: "Ann Doyle", consult: no("that_is_me") },
      { id: "20003", name: "Li Wei", consult: no("in_room_already") },
    ] },
    { id: "3", name: "WC_Refunds", transfer: no("nobody_active"), agents: [] },
    ...Array.from({ length: 6 }, (_, index) => ({
      id: String(10 + index), name: `WC_Region_${index + 1}`, transfer: yes,
      agents: Array.from({ length: 4 }, (_, one) => ({ id: `3${index}0${one}`, name: `Agent ${index + 1}.${one + 1}`, consult: yes })),
    })),
  ],
};

const notBegun: WrapUpView = { ...wrapUp, state: { is: "not_begun" }, note: "" };
const codes = [{ code: "7", label: "Refund" }, { code: "8", label: "Rebooking" }];

function desk(maria: Partial<ContactView>, rows: TimelineItem[] = talk, more: Partial<Snapshot> = {}): Snapshot {
  const contacts = [
    contact("phone", "+1 469 720 6211", { preview: { mine: false, whisper: false, text: "ticket number please" }, unread: 2, unanswered: 2, unanswered_since: ago(1.53), due_at: ago(0.5) }),
    contact("maria", "Maria Rossi", {
      preview: { mine: false, whisper: false, text: "Are you still there?" }, unanswered: 1, unanswered_since: ago(1.2), due_at: ago(-0.3),
      wrap_up: notBegun, participants: [me], actions: owner, ...maria,
    }),
    contact("noura", "نورة العتيبي", { skillset: "WC_Arabic", part: "consulted", consult: true, actions: guest, participants: [{ ...me, role: "passive" }, { ...tom, role: "active" }], preview: { mine: false, whisper: true, text: "Can you read her ticket?" }, unread: 1 }),
    contact("tomas", "Tomás Kelly", { preview: { mine: true, whisper: false, text: "I have sent the form." }, drafts: { reply: "Let me know if", whisper: "" } }),
  ];
  const timelines = [
    { contact: "maria", items: rows, more_before: false },
    { contact: "phone", items: [line(2, "customer", "+1 469 720 6211", "ticket number please")], more_before: false },
    { contact: "noura", items: [line(3, "customer", "نورة العتيبي", "مرحباً، أريد تغيير موعد رحلتي."), whisper(1, "agent", "Tom Brand", "Can you read her ticket?")], more_before: false },
    { contact: "tomas", items: [line(9, "customer", "Tomás Kelly", "Where is the form?"), line(8, "me", "Ann Doyle", "I have sent the form.", { state: "sent" })], more_before: false },
  ];
  const plain = snapshot([], []);
  return snapshot(contacts, timelines, { options: { ...plain.options, activity_codes: codes }, ...more });
}

const two = { participants: [me, tom] };
const tomWrites = { name: "Tom Brand", customer: false, whisper: false };

export const togetherScenes: Record<string, Scene> = {
  handover: { snapshot: desk({ destinations }), selected: "maria", clicks: ["consult-or-transfer"] },
  handoverbrief: { snapshot: desk({ destinations }), selected: "maria", clicks: ["consult-or-transfer", "destination-agent", "write-brief"] },
  handoverskillset: { snapshot: desk({ destinations }), selected: "maria", clicks: ["consult-or-transfer", "destination-queue"] },
  handoverasking: { snapshot: desk({ destinations: { asking: true, at: null, failure: null, queues: [] } }), selected: "maria", clicks: ["consult-or-transfer"] },
  ringing: { snapshot: desk({ joint: joint({ step: "ringing", until: ago(-0.4) }), actions: waiting }, talk.slice(0, 4)), selected: "maria" },
  talking: {
    snapshot: desk({
      joint: joint(), actions: talking, ...two,
      typing: [{ name: "Maria", customer: true, whisper: false }, { name: "Tom Brand", customer: false, whisper: true }],
    }),
    selected: "maria", typed: "One moment please, I am asking a colleague.",
  },
  transferring: { snapshot: desk({ joint: joint({ step: "transferring" }), actions: stepping, ...two }), selected: "maria" },
  refused: { snapshot: desk({ joint: joint({ failure: { code: "operation_refused", subject: null, detail: null } }), actions: talking, ...two }), selected: "maria" },
  consultfailed: { snapshot: desk({ joint: joint({ step: "failed", failure: { code: "consult_timed_out", subject: null, detail: null } }), actions: { ...owner, end_consult: yes } }, talk.slice(0, 4)), selected: "maria" },
  conference: {
    snapshot: desk({
      actions: { ...owner, consult: no("consult_used"), change_owner: yes, drop_participant: yes, close_conference: yes },
      participants: [me, { ...tom, role: "active" }, sam], typing: [tomWrites, { name: "Sam Hale", customer: false, whisper: true }],
    }, conference),
    selected: "maria",
  },
  conferencemenu: {
    snapshot: desk({
      actions: { ...owner, consult: no("consult_used"), change_owner: yes, drop_participant: yes, close_conference: yes },
      participants: [me, { ...tom, role: "active" }],
    }, conference),
    selected: "maria", clicks: ["participant-menu"],
  },
  guest: { snapshot: desk({ part: "member", actions: { ...guest, reply: yes }, participants: [{ ...tom, role: "active" }, { ...me, role: "passive" }] }, conference), selected: "maria" },
  consulted: { snapshot: desk({}), selected: "noura" },
  barged: {
    snapshot: desk({
      part: "bystander", actions: { ...guest, reply: no("taken_over") },
      participants: [{ ...sam, role: "active" }, { ...me, role: "passive" }], drafts: { reply: "We will pay the", whisper: "" },
    }, [...talk.slice(0, 4), row(0.3, { kind: "event", event: "supervisor_barged", who: "Sam Hale" }), line(0.2, "agent", "Sam Hale", "Hello Maria, I am Sam, Ann's supervisor.")]),
    selected: "maria",
  },
  suggestion: { snapshot: desk({ participants: [me, sam], drafts: { reply: "Hello again,", whisper: "" } }, suggested), selected: "maria" },
  suggesting: {
    snapshot: desk({ part: "observer", observed: true, actions: { ...guest, reply: no("observing_only"), barge: yes }, participants: [{ ...tom, role: "active" }, { ...me, role: "observer" }] }, [
      ...talk.slice(0, 2),
      suggestion(2, "me", "Ann Doyle", "We pay the hotel.", "used"),
      line(1.9, "agent", "Tom Brand", "We pay the hotel."),
      suggestion(0.5, "me", "Ann Doyle", "Shall I book it?", "taken"),
    ], { session: session({ agent: { id: "20001", name: "Ann Doyle", supervisor: true } }) }),
    selected: "maria", clicks: ["as-suggestion"], typed: "Breakfast is included.",
  },
  beside: { snapshot: desk({}), selected: "tomas", beside: "maria", typed: "Hello" },
  besidetalk: { snapshot: desk({ joint: joint(), actions: talking, ...two }), selected: "maria", beside: "tomas" },
  note: { snapshot: desk({ actions: { ...owner, set_activity_code: yes } }), selected: "maria", clicks: ["note"] },
  closewhispers: {
    snapshot: desk({ phase: "wrap_up", wrap_up: { ...wrapUp, send_transcript: true, note: "Hotel paid." }, actions: { ...owner, reply: no("closing"), close: no("closing"), set_activity_code: yes }, activity: { code: "7", state: { is: "set" } } }, [
      ...talk, row(0.3, { kind: "event", event: "customer_left", who: "Maria" }), line(0.1, "customer", "Maria Rossi", "One more thing: thank you!"),
    ]),
    selected: "maria",
  },
  emailoffer: {
    snapshot: snapshot([
      contact("mail", "jo.murphy@example.org", { kind: "email", type_words: "E-mail from customer", phase: "offered", skillset: "EM_Sales", offered_at: ago(0.2), connected_at: null, waited_seconds: 310, customer: "unknown", actions: { ...offered, decline_returns: 3 } }),
      contact("call", "+44 20 7946 0958", { kind: "voice", type_words: "Incoming call", phase: "offered", skillset: "VO_Care", offered_at: ago(0.1), connected_at: null, waited_seconds: 12, customer: "unknown", actions: { ...offered, decline: no("not_allowed_by_centre"), decline_returns: 3 } }),
      contact("consult", "Li Wei", { phase: "offered", consult: true, participants: [{ ...tom, role: "active" }], offered_at: ago(0.1), connected_at: null, waited_seconds: 5, customer: "unknown", actions: { ...offered, decline_returns: 3 } }),
      contact("open-mail", "lena.k@example.org", { kind: "email", type_words: "E-mail from customer", skillset: "EM_Care", participants: [], customer: "unknown", device: null, actions: { ...open, reply: no("not_a_chat"), whisper: no("not_a_chat"), push_page: no("not_a_chat"), consult: no("not_a_chat"), close: no("not_a_chat") } }),
      contact("watched", "Ivo Petrov", { observed: true, part: "observer", participants: [{ ...tom, role: "active" }, { ...me, role: "observer" }], actions: { ...guest, reply: no("observing_only"), barge: yes } }),
    ], []),
    selected: "open-mail",
  },
};

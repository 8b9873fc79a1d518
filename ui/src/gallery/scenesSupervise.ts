// What a supervisor looks at: the board in its states, observed contacts, and a wall of 1 000 agents.
import type { BoardAgentView, BoardRowView, BoardView, ContactView, FlagView, Snapshot, TimelineItem } from "~/api/generated/bindings";
import { ago, contact, line, open, row, whisper } from "./sampleContact";
import { session, snapshot } from "./sampleDesk";
import type { Scene } from "./scenes";

const yes = { is: "yes" } as const;
const no = (why: "observing_only" | "not_owner" | "server_refuses_whisper" | "observe_first") => ({ is: "no", why }) as const;

const sam = session({
  agent: { id: "20090", name: "Sam Hale", supervisor: true },
  readiness: { target: "not_ready", actual: "not_ready", reason_code: "102", since: ago(110), cause: "asked", failure: null },
});

const agents: BoardAgentView[] = [
  ["20001", "Ann Doyle"], ["20002", "Tom Brand"], ["20003", "Li Wei"], ["20004", "Eva Roth"], ["20005", "João Álvares"],
  ["20006", "Ingrid Sørensen"], ["20007", "Noura Al-Otaibi"], ["20008", "Piotr Wiśniewski"], ["20009", "Kwame Mensah"],
  ["20010", "Maximiliane von Hohenstein-Lindenberg"], ["20011", "Ravi Kumar"], ["20012", "Grace Okoro"],
  ["20013", "Hugo Blanc"], ["20014", "Mei Tanaka"], ["20015", "Olga Petrova"], ["20016", "Sean Burke"], ["20017", "Ana Ruiz"], ["20018", "Lars Holm"],
].map(([id, name], index) => ({
  id: id ?? "", name: name ?? "", contacts: index < 14 ? (index % 4 === 0 ? 4 : index % 3 === 0 ? 3 : 2) : 0,
  status: index < 14 ? "Ready" : index === 14 ? "Not Ready" : index === 15 ? "Ready" : null,
}));

const limits = { unanswered: 1, since_agent: 20, length: 1200, since_customer: 90, agent_lines: 40 } as const;
type Measured = keyof typeof limits;
const flag = (measure: Measured, value: number, priority: number): FlagView => ({ measure, name: measure, value, threshold: limits[measure], priority });

function boardRow(guid: string, agent: string, five: [number, number, number, number, number], flags: FlagView[] = [], trend: BoardRowView["trend"] = "steady"): BoardRowView {
  const [length, since_agent, since_customer, agent_lines, unanswered] = five;
  return { guid, agent, length, since_agent, since_customer, agent_lines, unanswered, flags, trend };
}

const urgent: BoardRowView[] = [
  boardRow("7301300", "20001", [372, 94, 51, 9, 3], [flag("unanswered", 3, 1), flag("since_agent", 94, 2)], "worse"),
  boardRow("7301311", "20002", [160, 41, 38, 3, 2], [flag("unanswered", 2, 1)], "worse"),
  boardRow("7301290", "20010", [1865, 260, 240, 44, 1], [flag("since_customer", 240, 2), flag("length", 1865, 3), flag("since_agent", 260, 3), flag("agent_lines", 44, 5)], "better"),
  boardRow("7301288", "20003", [1325, 4, 2, 31, 0], [flag("length", 1325, 3)], "better"),
  boardRow("7301302", "20005", [700, 33, 120, 12, 0], [flag("since_agent", 33, 4)]),
];
const calm: BoardRowView[] = agents
  .flatMap((agent) => Array.from({ length: agent.contacts }, () => agent.id))
  .slice(0, 32)
  .map((id, index) => boardRow(String(7_301_400 + index), id, [60 + index * 23, 3 + index, 1 + (index * 7) % 40, 2 + (index % 9), index % 3 === 0 ? 1 : 0], [], index === 4 ? "worse" : "steady"));

const wall = (more: Partial<BoardView> = {}): BoardView => ({ at: ago(0.05), failure: null, agents, rows: [...urgent, ...calm], ...more });

const observedActions = { ...open, reply: no("observing_only"), whisper: yes, push_page: no("observing_only"), close: no("not_owner"), consult: no("observing_only"), transfer_to_skillset: no("observing_only"), leave: yes, barge: yes };
const watching: Partial<ContactView> = {
  observed: true, part: "observer", actions: observedActions, unanswered: 3, unanswered_since: ago(1.6), typing: [{ name: "Ann Doyle", customer: false, whisper: false }],
  participants: [
    { agent_id: "20001", name: "Ann Doyle", role: "active", me: false },
    { agent_id: "20090", name: "Sam Hale", role: "observer", me: true },
  ],
};
const suggested = (minutes: number, text: string): TimelineItem =>
  row(minutes, { kind: "line", author: "me", name: "Sam Hale", audience: "whisper", text, send: { state: "delivered" }, suggestion: "taken" });
const mariaRows: TimelineItem[] = [
  line(5.1, "customer", "Maria Rossi", "My flight EI154 tomorrow was cancelled. What are my options?"),
  line(4, "agent", "Ann Doyle", "Hello Maria, I am sorry about that. These seats are open: 18:40, 20:15."),
  line(2, "customer", "Maria Rossi", "Is there still a seat on the 18:40?"),
  row(1.5, { kind: "event", event: "observer_joined", who: "Sam Hale" }),
  line(1.2, "customer", "Maria Rossi", "Hello?"),
  suggested(1.1, "Yes, 3 left. Shall I hold one for you?"),
];
const maria = (more: Partial<ContactView> = {}): ContactView => contact("7301300", "Maria Rossi", { ...watching, ...more });
const timeline = (key: string, items: TimelineItem[]) => ({ contact: key, items, more_before: false });

const supervise = (board: BoardView | null, contacts: ContactView[] = [], timelines = [timeline("7301300", mariaRows)], more: Partial<Snapshot> = {}): Scene => ({
  snapshot: snapshot(contacts, timelines, { session: sam, board, ...more }),
  clicks: ["view-supervise"],
});

const bargedMaria = maria({
  part: "owner", observed: true, typing: [],
  participants: [
    { agent_id: "20001", name: "Ann Doyle", role: "passive", me: false },
    { agent_id: "20090", name: "Sam Hale", role: "active", me: true },
  ],
  actions: { ...open, whisper: yes, drop_participant: yes, change_owner: yes, barge: { is: "no", why: "step_running" } },
});
const bargedRows: TimelineItem[] = [
  ...mariaRows,
  row(0.6, { kind: "event", event: "supervisor_barged", who: "Sam Hale" }),
  line(0.4, "me", "Sam Hale", "Hello Maria, this is Sam. I hold a seat on the 18:40 for you.", { state: "delivered" }),
  whisper(0.2, "agent", "Ann Doyle", "Thank you!"),
];

const AGENTS = 1000;
const CONTACTS = 5;

/** A wall of 5 000 contacts at a moment; another number is another moment. */
export function bigBoard(moment: number, at: number): BoardView {
  const many: BoardAgentView[] = Array.from({ length: AGENTS }, (_, index) => ({
    id: String(30_000 + index), name: `Agent ${String(index).padStart(4, "0")} Surname${index % 97}`, status: "Ready", contacts: CONTACTS,
  }));
  const rows: BoardRowView[] = [];
  for (let index = 0; index < AGENTS * CONTACTS; index += 1) {
    const noise = (index * 7919 + moment * 104_729) % 1000;
    const unanswered = noise % 5;
    const silent = (noise % 120) + 1;
    const flags = [
      ...(unanswered > 2 ? [flag("unanswered", unanswered, 1)] : []),
      ...(silent > 90 ? [flag("since_agent", silent, 2)] : []),
    ];
    rows.push(boardRow(String(8_000_000 + index), String(30_000 + Math.floor(index / CONTACTS)), [noise * 2 + moment * 5, silent, silent % 60, noise % 40, unanswered], flags, noise % 7 === 0 ? "worse" : noise % 5 === 0 ? "better" : "steady"));
  }
  const weight = (one: BoardRowView): number => one.flags.reduce((sum, flagged) => sum + 1000 / (flagged.priority ?? 9) + flagged.value, 0);
  rows.sort((a, b) => weight(b) - weight(a));
  return { at, failure: null, agents: many, rows };
}

/** Made once each, so that what is measured is the window and not the making. */
const moments: BoardView[] = [];
function bigMoment(moment: number): BoardView {
  const at = moment % 4;
  return (moments[at] ??= bigBoard(at, 0));
}

export const superviseScenes: Record<string, Scene> = {
  board: supervise(wall()),
  boardobserving: supervise(wall(), [maria()]),
  boardtwo: supervise(wall(), [
    maria(),
    contact("7301311", "Ivo Petrov", { ...watching, participants: [{ agent_id: "20002", name: "Tom Brand", role: "active", me: false }, { agent_id: "20090", name: "Sam Hale", role: "observer", me: true }], unanswered: 2 }),
    contact("7301402", "Lena Kraus", { ...watching, participants: [{ agent_id: "20001", name: "Ann Doyle", role: "active", me: false }], unanswered: 0 }),
    contact("own", "Ole Lund", { unanswered: 1, unanswered_since: ago(1) }),
  ]),
  boardnowhisper: supervise(wall(), [maria({ actions: { ...observedActions, whisper: no("server_refuses_whisper") } })]),
  boardbarged: supervise(wall(), [bargedMaria], [timeline("7301300", bargedRows)]),
  boardempty: supervise(wall({ rows: [], agents: agents.map((agent) => ({ ...agent, contacts: 0 })) })),
  boardnoagents: supervise(wall({ rows: [], agents: [] })),
  boardold: supervise(wall({ at: ago(0.8), failure: { code: "no_answer", subject: "ewc.example.org:8445", detail: null } })),
  boardrefused: supervise({ at: null, failure: { code: "server_error", subject: "ewc.example.org:8445", detail: "500" }, agents: [], rows: [] }),
  boardasking: supervise(null),
  "wall-1000": {
    ...supervise(bigBoard(0, Date.now())),
    everySecond: (moment) => ({ change: "board", to: { ...bigMoment(moment), at: Date.now() } }),
  },
};

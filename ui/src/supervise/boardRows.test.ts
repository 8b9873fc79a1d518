// What of the board is shown: by agent, flagged, searched; and a wall of 5 000 contacts stays quick.
import { describe, expect, it } from "vitest";
import { bigBoard } from "~/gallery/scenesSupervise";
import { contact } from "~/gallery/sampleContact";
import { countsOf, filterAgents, filterRows, nextUrgent, samePeople, searchable } from "./boardRows";
import { ageOf } from "./dataAge";
import { waitOf } from "./waits";

const row = (guid: string, agent: string, flagged = false) => ({
  guid, agent, length: 60, since_agent: 40, since_customer: 30, agent_lines: 2, unanswered: 1, trend: "steady" as const,
  flags: flagged ? [{ measure: "length" as const, name: "length", value: 60, threshold: 20, priority: 1 }] : [],
});
const agents = [
  { id: "20001", name: "João Álvares", status: "Ready", contacts: 2 },
  { id: "20002", name: "Ann Doyle", status: null, contacts: 1 },
  { id: "20003", name: "Li Wei", status: "Not Ready", contacts: 0 },
];
const rows = [row("7300001", "20001", true), row("7300002", "20002"), row("7300003", "20001")];
const found = searchable(agents);
const all = { agent: null, flaggedOnly: false, query: "" };
const guids = (more: Partial<typeof all> | { agent: string }) => filterRows(rows, found, { ...all, ...more }).map((one) => one.guid);

describe("the rows shown", () => {
  it("are all of them, the same list, when nothing is chosen", () => expect(filterRows(rows, found, { ...all, query: "  " })).toBe(rows));
  it.each([
    [{ agent: "20001" }, ["7300001", "7300003"]],
    [{ flaggedOnly: true }, ["7300001"]],
    [{ query: "joao" }, ["7300001", "7300003"]],
    [{ query: "ALVARES joao" }, ["7300001", "7300003"]],
    [{ query: "20002" }, ["7300002"]],
    [{ query: "7300003" }, ["7300003"]],
    [{ query: "alv 03" }, ["7300003"]],
    [{ query: "nobody" }, []],
    [{ agent: "20002", flaggedOnly: true }, []],
  ])("for %o are %o", (filter, expected) => expect(guids(filter)).toEqual(expected));
});

it("counts agents, busy ones, chats and flagged ones", () => {
  expect(countsOf({ at: 0, failure: null, agents, rows })).toEqual({ agents: 3, busy: 2, chats: 3, flagged: 1 });
});

it("knows the same people again, whatever they do", () => {
  const before = samePeople([], agents);
  expect(before.map((one) => one.name)).toEqual(["João Álvares", "Ann Doyle", "Li Wei"]);
  expect(samePeople(before, agents.map((one) => ({ ...one, contacts: 9, status: null })))).toBe(before);
  expect(samePeople(before, agents.slice(1))).toHaveLength(2);
  expect(samePeople(before, agents.map((one) => ({ ...one, name: "A" })))).not.toBe(before);
});

it("lists agents without chats by the same search", () => {
  expect(filterAgents(agents, found, all).map((one) => one.id)).toEqual(["20003"]);
  expect(filterAgents(agents, found, { ...all, query: "wei" })).toHaveLength(1);
  expect(filterAgents(agents, found, { ...all, query: "ann" })).toEqual([]);
});

describe("the next one to look at", () => {
  it("is the first that is neither here nor my own", () => {
    expect(nextUrgent(rows, [], null)?.guid).toBe("7300001");
    expect(nextUrgent(rows, [contact("a", "Maria", { guid: "7300001" })], null)?.guid).toBe("7300002");
    expect(nextUrgent(rows, [], null, new Set(["7300001"]))?.guid).toBe("7300002");
    expect(nextUrgent(rows, [], "20001")?.guid).toBe("7300002");
    expect(nextUrgent([rows[1] ?? row("", "")], [], "20002")).toBeNull();
  });
});

describe("the wait of a customer", () => {
  it.each([
    [{ unanswered: 1 }, { seconds: 35, atLeast: false }],
    [{ unanswered: 3 }, { seconds: 35, atLeast: true }],
    [{ unanswered: null }, { seconds: 35, atLeast: false }],
    [{ unanswered: 0 }, null],
    [{ since_customer: null }, null],
  ])("%o is %o", (more, wait) => expect(waitOf({ ...row("1", "2"), ...more }, 5)).toEqual(wait));
});

it("calls data old after fifteen seconds", () => {
  expect(ageOf(10_000, 9_000)).toEqual({ seconds: 0, old: false });
  expect(ageOf(10_000, 25_900)).toEqual({ seconds: 15, old: false });
  expect(ageOf(10_000, 26_000)).toEqual({ seconds: 16, old: true });
});

it("takes far less than a frame for each update of 1 000 agents with 5 contacts each", () => {
  const boards = Array.from({ length: 4 }, (_, moment) => bigBoard(moment, 0));
  const times = Array.from({ length: 24 }, (_, index) => {
    const board = boards[index % boards.length] ?? bigBoard(0, 0);
    const start = performance.now();
    const searched = searchable(board.agents);
    const shown = filterRows(board.rows, searched, { agent: null, flaggedOnly: false, query: "surname9 8" });
    filterAgents(board.agents, searched, all);
    countsOf(board);
    nextUrgent(shown, [], "30000");
    expect(shown.length).toBeGreaterThan(0);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  expect(times[times.length / 2]).toBeLessThan(50);
});

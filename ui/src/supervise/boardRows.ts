// Which rows of the board are shown, and which one to look at next.
import type { BoardAgentView, BoardRowView, BoardView, ContactView } from "~/api/generated/bindings";
import { fold } from "~/kit/searchList";

export interface Filter {
  /** One agent's id; absent: all. */
  agent: string | null;
  flaggedOnly: boolean;
  query: string;
}

export interface Counts {
  agents: number;
  busy: number;
  chats: number;
  flagged: number;
}

export function countsOf(board: BoardView): Counts {
  let busy = 0;
  let flagged = 0;
  for (const agent of board.agents) if (agent.contacts > 0) busy += 1;
  for (const row of board.rows) if (row.flags.length > 0) flagged += 1;
  return { agents: board.agents.length, busy, chats: board.rows.length, flagged };
}

/** An agent as a name in a list. */
export type Person = Pick<BoardAgentView, "id" | "name">;

/** The list before, where nobody came, went or was renamed; else the new one. */
export function samePeople(before: readonly Person[], agents: readonly BoardAgentView[]): readonly Person[] {
  const same = before.length === agents.length && agents.every((agent, index) => {
    const known = before[index];
    return known !== undefined && known.id === agent.id && known.name === agent.name;
  });
  return same ? before : agents.map(({ id, name }) => ({ id, name }));
}

/** What is searched of an agent: name and id, in small letters without accents. */
export function searchable(agents: readonly Person[]): Map<string, string> {
  return new Map(agents.map((agent) => [agent.id, fold(`${agent.name} ${agent.id}`)]));
}

/** The rows that pass, in the order of the board; every word must be found in the agent's name or id, or the contact's. */
export function filterRows(
  rows: readonly BoardRowView[],
  agents: ReadonlyMap<string, string>,
  { agent, flaggedOnly, query }: Filter,
): readonly BoardRowView[] {
  const words = fold(query).split(/\s+/u).filter((word) => word !== "");
  if (agent === null && !flaggedOnly && words.length === 0) return rows;
  return rows.filter((row) => {
    if (agent !== null && row.agent !== agent) return false;
    if (flaggedOnly && row.flags.length === 0) return false;
    return words.every((word) => (agents.get(row.agent) ?? row.agent).includes(word) || row.guid.toLowerCase().includes(word));
  });
}

export function filterAgents(
  agents: readonly BoardAgentView[],
  found: ReadonlyMap<string, string>,
  { agent, query }: Filter,
): readonly BoardAgentView[] {
  const words = fold(query).split(/\s+/u).filter((word) => word !== "");
  return agents.filter(
    (one) => one.contacts === 0 && (agent === null || agent === one.id) && words.every((word) => (found.get(one.id) ?? "").includes(word)),
  );
}

/** The most urgent row that is neither in this window, nor about to be, nor my own. */
export function nextUrgent(
  rows: readonly BoardRowView[],
  contacts: readonly ContactView[],
  me: string | null,
  opening: ReadonlySet<string> = new Set(),
): BoardRowView | null {
  const here = new Set(contacts.map((contact) => contact.guid));
  return rows.find((row) => row.agent !== me && !here.has(row.guid) && !opening.has(row.guid)) ?? null;
}

// Where a chat can go: agents and skillsets as one list that narrows while one types.
import type { ActionsView, AgentChoiceView, Possible, QueueView } from "~/api/generated/bindings";
import { matchesWords } from "~/kit/searchList";

export type Destination =
  | { kind: "queue"; key: string; id: string; name: string; active: number; possible: Possible }
  | { kind: "agent"; key: string; id: string; name: string; possible: Possible };

export interface DestinationGroup {
  key: string;
  queue: Extract<Destination, { kind: "queue" }>;
  agents: Extract<Destination, { kind: "agent" }>[];
}

/** What the contact allows at all; its reason goes before that of an entry. */
export type Allowed = Pick<ActionsView, "consult" | "transfer_to_skillset">;

/** The skillset's own name finds all of it; otherwise the agents whose names match. */
export function groupsFor(queues: readonly QueueView[], query: string, allowed: Allowed): DestinationGroup[] {
  return queues.flatMap((queue) => {
    const all = matchesWords(query, queue.name);
    const agents = all ? queue.agents : queue.agents.filter((agent) => matchesWords(query, `${agent.name} ${agent.id}`));
    if (!all && agents.length === 0) return [];
    return [{ key: queue.id, queue: queueOf(queue, allowed), agents: agents.map((one) => agentOf(queue, one, allowed)) }];
  });
}

/** In the order they stand on the screen, as the arrow keys go through them. */
export function flat(groups: readonly DestinationGroup[]): Destination[] {
  return groups.flatMap((group) => [group.queue, ...group.agents]);
}

/** What Enter takes: the first that the words name themselves and that can be chosen. */
export function firstHit(groups: readonly DestinationGroup[], query: string): Destination | null {
  const hits = flat(groups).filter((one) => matchesWords(query, `${one.name} ${one.id}`));
  return hits.find((one) => one.possible.is === "yes") ?? hits[0] ?? null;
}

/** Who is there besides the agent who asks. */
export function activeIn(queue: QueueView): number {
  return queue.agents.filter((agent) => agent.consult.is === "yes" || agent.consult.why !== "that_is_me").length;
}

const first = (allowed: Possible, own: Possible): Possible => (allowed.is === "no" ? allowed : own);

function queueOf(queue: QueueView, allowed: Allowed): DestinationGroup["queue"] {
  const possible = first(allowed.transfer_to_skillset, queue.transfer);
  return { kind: "queue", key: `queue ${queue.id}`, id: queue.id, name: queue.name, active: activeIn(queue), possible };
}

/** The same agent may stand in several skillsets. */
function agentOf(queue: QueueView, agent: AgentChoiceView, allowed: Allowed): DestinationGroup["agents"][number] {
  const possible = first(allowed.consult, agent.consult);
  return { kind: "agent", key: `agent ${queue.id} ${agent.id}`, id: agent.id, name: agent.name, possible };
}

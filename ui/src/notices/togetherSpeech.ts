// What a screen reader says of the other agents in a chat: who came, who left, who took it over, what was suggested.
import type { Change, ContactView } from "~/api/generated/bindings";
import type { DeskState } from "~/desk/desk.svelte";
import { errorSentence } from "~/desk/errorWords";
import { text } from "~/text";

export interface Speech {
  polite: string[];
  /** What changes who may write to the customer. */
  assertive: string[];
}

const words = text.together.speech;

export function togetherSpeech(before: DeskState, after: DeskState, changes: readonly Change[]): Speech {
  const known = new Map(before.contacts.map((one) => [one.key, one]));
  const polite: string[] = [];
  const assertive: string[] = [];
  for (const now of after.contacts) {
    const was = known.get(now.key);
    if (was === undefined || was === now) continue;
    const barged = was.part !== "bystander" && now.part === "bystander";
    const owner = now.participants.find((one) => !one.me && one.role === "active");
    if (barged) assertive.push(words.barged(owner?.name ?? text.together.part.someone, now.title));
    const consult = consultWords(was, now);
    assertive.push(...consult.map(({ says }) => says));
    const told = new Set([...consult.map(({ who }) => who), ...(barged && owner !== undefined ? [owner.agent_id] : [])]);
    polite.push(...comings(was, now, told));
  }
  polite.push(...suggestions(changes));
  return { polite, assertive };
}

/** The invitation was taken or not, or a step failed. */
function consultWords(was: ContactView, now: ContactView): { says: string; who: string }[] {
  const joint = now.joint;
  if (joint === null) return [];
  const who = joint.agent_id ?? "";
  if (joint.failure !== null && was.joint?.failure?.code !== joint.failure.code) {
    return [{ says: words.failed(joint.name, errorSentence(joint.failure)), who }];
  }
  const came = joint.step === "talking" && was.joint !== null && (was.joint.step === "ringing" || was.joint.step === "inviting");
  return came ? [{ says: words.accepted(joint.name), who }] : [];
}

/** Who came and who left; who has been told of already is left out. A chat just entered says nothing of who is there. */
function comings(was: ContactView, now: ContactView, told: ReadonlySet<string>): string[] {
  if (was.participants.length === 0 || was.phase !== now.phase) return [];
  const there = new Set(was.participants.map((one) => one.agent_id));
  const here = new Set(now.participants.map((one) => one.agent_id));
  return [
    ...now.participants
      .filter((one) => !one.me && !there.has(one.agent_id) && !told.has(one.agent_id))
      .map((one) => (one.role === "observer" ? words.observes : words.joined)(one.name, now.title)),
    ...was.participants
      .filter((one) => !one.me && !here.has(one.agent_id) && !told.has(one.agent_id))
      .map((one) => words.left(one.name, now.title)),
  ];
}

/** Also in a conversation that is not on the screen: a suggestion is for now. */
function suggestions(changes: readonly Change[]): string[] {
  return changes.flatMap((change) => {
    if (change.change !== "timeline" || change.to.order !== null) return [];
    return change.to.items.flatMap(({ content }) =>
      content.kind === "line" && content.author !== "me" && content.suggestion === "open" ? [words.suggested(content.name, content.text)] : [],
    );
  });
}

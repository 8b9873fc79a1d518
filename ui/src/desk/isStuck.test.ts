// Stuck is a chat that was not entered and that the desk lets the agent try again.
import { expect, it } from "vitest";
import { contact, open } from "~/gallery/sampleContact";
import { isStuck } from "./isStuck";

const failure = { code: "no_chat_id", subject: null, detail: null } as const;
const again = { ...open, accept: { is: "yes" } as const };

it("needs a failure, a room not entered, and the way to try again", () => {
  expect(isStuck(contact("a", "A", { phase: "joining", failure, actions: again }))).toBe(true);
  expect(isStuck(contact("a", "A", { phase: "rejoining", failure, actions: again }))).toBe(true);
  expect(isStuck(contact("a", "A", { phase: "joining", actions: again }))).toBe(false);
  expect(isStuck(contact("a", "A", { phase: "joining", failure }))).toBe(false);
  expect(isStuck(contact("a", "A", { phase: "active", failure, actions: again }))).toBe(false);
});

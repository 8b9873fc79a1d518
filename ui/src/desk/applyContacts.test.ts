// Contacts by stable key: changed, added, gone, ordered; the rest stays the same object.
import { expect, it } from "vitest";
import type { Change, ContactView } from "~/api/generated/bindings";
import { contact } from "~/gallery/sampleContact";
import { applyContacts } from "./applyContacts";

const a = contact("a", "Ann");
const b = contact("b", "Bea");
const keys = (list: readonly ContactView[]): string => list.map((one) => one.key).join("");
const changed = (to: ContactView): Change => ({ change: "contact", to });

it("replaces what changed and nothing else", () => {
  const after = applyContacts([a, b], [changed({ ...b, unread: 3 })]);
  expect(after[0]).toBe(a);
  expect(after[1]?.unread).toBe(3);
});
it("adds, orders and removes within one batch", () => {
  const c = contact("c", "Cem");
  expect(keys(applyContacts([a, b], [changed(c), { change: "order", to: ["c", "b", "a"] }]))).toBe("cba");
  expect(keys(applyContacts([a, b], [{ change: "contact_gone", to: { key: "a" } }]))).toBe("b");
});
it("shows a contact that the order forgot", () => {
  expect(keys(applyContacts([a, b], [{ change: "order", to: ["b"] }]))).toBe("ba");
});
it("gives the same list back when no contact changed", () => {
  const list = [a, b];
  expect(applyContacts(list, [{ change: "notices", to: [] }])).toBe(list);
});

// A link that is down because nobody wants it is no trouble; one that the server keeps down is.
import { expect, it } from "vitest";
import { lockedOut } from "~/desk/lockedOut";
import { link, session, signedOut } from "~/gallery/sampleDesk";
import { linkWords } from "./linkWords";

const refused = { code: "agent_login_refused", subject: "cct.example.org:9084", detail: null } as const;
const kept = link("cct.example.org:9084", { state: "down", trouble: refused });

it("tells the two kinds of down apart", () => {
  expect(linkWords(link("", { state: "down" }), 0).tone).toBe("off");
  expect(linkWords(kept, 0).tone).toBe("late");
  expect(linkWords(kept, 0).more.join(" ")).toContain("refused to log the agent in");
});

it("is a lock-out only while somebody is signed in", () => {
  expect(lockedOut(session({ contact_control: kept }))).toBe(refused);
  expect(lockedOut(session())).toBeNull();
  expect(lockedOut(session({ phase: "signing_out", contact_control: link("", { state: "down" }) }))).toBeNull();
  expect(lockedOut(signedOut({ contact_control: kept }))).toBeNull();
});

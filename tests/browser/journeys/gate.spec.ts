// The development host serves nobody but its own page.
import { expect, test } from "../stage/test";

test("no token, no command; no other page, no answer", async ({ host, request }) => {
  const address = new URL("/api/desk", host.desk(0).url);
  address.hash = "";
  const data = { command: "next_updates", args: { revision: null } };
  const asked = async (headers: Record<string, string>) => (await request.post(address.href, { data, headers })).status();
  const authorization = `Bearer ${host.desk(0).token}`;
  expect(await asked({ authorization })).toBe(200);
  expect(await asked({ authorization, origin: address.origin })).toBe(200);
  expect(await asked({})).toBe(401);
  expect(await asked({ authorization: "Bearer guessed" })).toBe(401);
  expect(await asked({ authorization, origin: "http://elsewhere.example" })).toBe(403);
});

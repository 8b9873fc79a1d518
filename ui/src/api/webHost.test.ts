// The host over HTTP: the token from the address, the answer or the error as the desk gave it.
import { expect, it } from "vitest";
import { tokenOf, webHost } from "./webHost";

const answering = (body: unknown, seen: RequestInit[] = []): typeof fetch =>
  (async (_address: unknown, request: RequestInit) => {
    seen.push(request);
    return new Response(JSON.stringify(body));
  }) as typeof fetch;

it("takes the token from the address's fragment", () => {
  expect(tokenOf("#token=abc123")).toBe("abc123");
  expect(tokenOf("")).toBe("");
});
it("sends command, argument and token", async () => {
  const seen: RequestInit[] = [];
  await webHost("abc", answering({ ok: {} }, seen)).call("accept", { contact: "c1" });
  expect(JSON.parse(String(seen[0]?.body))).toEqual({ command: "accept", args: { contact: "c1" } });
  expect(seen[0]?.headers).toMatchObject({ authorization: "Bearer abc" });
});
it("rejects with the desk's error, or with one of its own when nobody answers", async () => {
  const error = { code: "contacts_open", subject: null, detail: null };
  await expect(webHost("", answering({ error })).call("sign_out", {})).rejects.toEqual(error);
  const silent = (() => Promise.reject(new Error("refused"))) as typeof fetch;
  await expect(webHost("", silent).call("sign_out", {})).rejects.toMatchObject({ code: "connection_lost" });
});

// Signing in and out, and what a wrong password looks like.
import { expect, test } from "../stage/test";

test("an agent signs in, goes Ready and Not Ready with a reason, and signs out", async ({ desk, centre }) => {
  await expect(desk.at("sign-in-user")).toHaveValue("ann");
  await desk.picture("01-sign-in");
  await desk.signIn();
  await desk.isSignedIn();
  await expect(desk.at("agent-name")).toContainText("ann");
  await desk.is("not_ready");
  await desk.picture("02-signed-in");
  await desk.goReady();
  await desk.at("ready-menu").click();
  await desk.picture("03-state-menu");
  await desk.at("set-not-ready-reason").filter({ hasText: "Meeting" }).click();
  await desk.is("not_ready");
  await expect(desk.at("state-pill")).toContainText("Meeting");
  await desk.signOut();
  await expect.poll(async () => (await centre.state()).agents.every((agent) => !agent.ewcLoggedIn)).toBe(true);
});

test("a wrong password is told in words, and the right one works afterwards", async ({ desk }) => {
  await desk.signIn("wrong");
  await expect(desk.at("sign-in-failure")).toHaveAttribute("data-code", "wrong_credentials");
  await desk.picture("04-wrong-password");
  await desk.signIn();
  await desk.isSignedIn();
});

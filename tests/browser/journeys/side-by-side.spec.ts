// Two conversations side by side, lines in flight in both: no text in the wrong one.
import { expect, test } from "../stage/test";

test("both are written to, each line is where it was meant", async ({ ready: desk, centre }) => {
  await desk.page.setViewportSize({ width: 1600, height: 900 });
  const names = ["Jo Marsh", "Kim Berg"];
  for (const name of names) {
    const short = name.split(" ")[0];
    await centre.customer(name, [
      ...[1, 2, 3, 4].flatMap((n) => [
        { step: "say" as const, text: `${short} line ${n}` },
        { step: "await_message" as const, contains: `for ${short} ${n}` },
      ]),
      { step: "say", text: `${short} is done` },
    ]);
    await desk.accept(name);
  }
  await desk.page.keyboard.press("Alt+s");
  await expect(desk.at("conversation")).toHaveCount(2);
  const pane = (name: string) => desk.conversation(name);
  await desk.picture("95-side-by-side");
  for (const n of [1, 2, 3, 4]) {
    // Both fields hold text before either is sent, and the answers come while the other is typed.
    for (const name of names) await pane(name).getByTestId("composer-text").pressSequentially(`for ${name.split(" ")[0]} ${n}`);
    for (const name of names) await pane(name).getByTestId("composer-text").press("Enter");
  }
  for (const name of names) {
    const [mine, other] = name === "Jo Marsh" ? ["Jo", "Kim"] : ["Kim", "Jo"];
    await expect(pane(name).getByTestId("timeline")).toContainText(`${mine} is done`);
    await expect(pane(name).getByTestId("timeline")).not.toContainText(`for ${other}`);
    await expect(pane(name).getByTestId("timeline")).not.toContainText(`${other} line`);
    const lines = (await centre.room(name))?.transcript.map((entry) => entry.message ?? "") ?? [];
    expect(lines.filter((line) => line.startsWith("for "))).toEqual([1, 2, 3, 4].map((n) => `for ${mine} ${n}`));
  }
  await desk.picture("96-side-by-side-talk");
  await pane("Kim Berg").getByTestId("pane-close").click();
  await expect(desk.at("conversation")).toHaveCount(1);
});

// What every journey starts with: a host and a centre of its own, and a window before sign-in.
import { test as base } from "@playwright/test";
import { Centre } from "./centre";
import { CustomerPage } from "./customerPage";
import { Desk } from "./desk";
import { DevHost } from "./devHost";

interface Stage {
  /** Further lines of the desk's settings. */
  settings: string;
  host: DevHost;
  centre: Centre;
  /** The window, signed out. */
  desk: Desk;
  /** The window, signed in and Ready. */
  ready: Desk;
  /** The customer's page in a tab of its own. */
  customer: CustomerPage;
}

export const test = base.extend<Stage>({
  settings: ["", { option: true }],
  host: async ({ settings }, use) => {
    const host = await DevHost.start(settings);
    await use(host);
    await host.end();
  },
  centre: async ({ host }, use) => {
    const centre = new Centre(host.at);
    await use(centre);
    await centre.nothingWasWrong();
  },
  desk: async ({ page, host }, use) => {
    const told: string[] = [];
    page.on("pageerror", (error) => told.push(error.message));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) told.push(`${message.text()} ${message.location().url}`);
    });
    await page.goto(host.at.url);
    await use(new Desk(page));
    if (told.length > 0) throw new Error(`the page complains: ${told.join("; ")}`);
  },
  ready: async ({ desk }, use) => {
    await desk.signIn();
    await desk.isSignedIn();
    await desk.goReady();
    await use(desk);
  },
  customer: async ({ context, host }, use) => {
    const page = await context.newPage();
    await page.goto(host.at.page_url);
    await use(new CustomerPage(page));
  },
});

export { expect } from "@playwright/test";

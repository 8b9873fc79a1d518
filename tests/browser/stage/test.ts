// What every journey starts with: desks and a centre of its own, and windows before or after sign-in.
import { type Page, test as base } from "@playwright/test";
import { Centre } from "./centre";
import { CustomerPage } from "./customerPage";
import { Desk } from "./desk";
import { DevHost } from "./devHost";
import { Supervisor } from "./supervisor";

interface Stage {
  /** Further lines of the desks' settings. */
  settings: string;
  /** Further flags of dev-host. */
  flags: string[];
  host: DevHost;
  centre: Centre;
  /** The first window, signed out. */
  desk: Desk;
  /** The first window, Ann signed in and Ready. */
  ready: Desk;
  /** The same, where there are others. */
  ann: Desk;
  /** A second window, Tom signed in and Ready; he serves WC_Support. */
  tom: Desk;
  /** A third window, Sam signed in, who supervises both. */
  sam: Supervisor;
  /** The customer's page in a tab of its own. */
  customer: CustomerPage;
}

/** A window, signed out; at the end it has nothing to complain of. */
async function opened(page: Page, url: string, use: () => Promise<void>): Promise<void> {
  const told: string[] = [];
  page.on("pageerror", (error) => told.push(error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) told.push(`${message.text()} ${message.location().url}`);
  });
  await page.goto(url);
  await use();
  if (told.length > 0) throw new Error(`the page complains: ${told.join("; ")}`);
}

export const test = base.extend<Stage>({
  settings: ["", { option: true }],
  flags: [[], { option: true }],
  host: async ({ settings, flags }, use) => {
    const host = await DevHost.start(settings, flags);
    await use(host);
    await host.end();
  },
  centre: async ({ host }, use) => {
    const centre = new Centre(host.at);
    await use(centre);
    await centre.nothingWasWrong();
  },
  desk: async ({ page, host }, use) => {
    await opened(page, host.desk(0).url, () => use(new Desk(page)));
  },
  ready: async ({ desk }, use) => {
    await desk.signIn();
    await desk.isSignedIn();
    await desk.goReady();
    await use(desk);
  },
  ann: async ({ ready }, use) => use(ready),
  tom: async ({ browser, host }, use) => {
    const page = await browser.newPage();
    await opened(page, host.desk(1).url, async () => {
      const tom = new Desk(page, "tom");
      await tom.signIn();
      await tom.isSignedIn();
      await tom.goReady();
      await use(tom);
    });
    await page.close();
  },
  sam: async ({ browser, host }, use) => {
    const page = await browser.newPage();
    await opened(page, host.desk(2).url, async () => {
      const sam = new Supervisor(page, "sam");
      await sam.signIn();
      await sam.isSignedIn();
      await use(sam);
    });
    await page.close();
  },
  customer: async ({ context, host }, use) => {
    const page = await context.newPage();
    await page.goto(host.at.page_url);
    await use(new CustomerPage(page));
  },
});

export { expect } from "@playwright/test";

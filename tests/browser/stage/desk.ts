// The agent's window, in the words of somebody who works with it.
import { expect, type Locator, type Page } from "@playwright/test";
import { artifacts } from "./artifacts";
import { emailOf } from "./centre";

/** An offer tells the address only; the name shows once the customer has written. */
function titled(name: string): RegExp {
  return new RegExp(`${name}|${emailOf(name)}`);
}

export class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  at(testid: string): Locator {
    return this.page.getByTestId(testid);
  }

  async signIn(password = "demo"): Promise<void> {
    await this.at("sign-in-user").fill("ann");
    await this.at("sign-in-domain").fill("demo");
    await this.at("sign-in-password").fill(password);
    await this.at("sign-in-submit").click();
  }

  async isSignedIn(): Promise<void> {
    await expect(this.at("agent-name")).toBeVisible();
    await expect(this.at("link-contact-control")).toHaveAttribute("data-state", "up");
    await expect(this.at("link-chat-server")).toHaveAttribute("data-state", "up");
  }

  async signOut(): Promise<void> {
    await this.at("settings-menu").click();
    await this.at("sign-out").click();
    await expect(this.at("sign-in-submit")).toBeVisible();
  }

  async goReady(): Promise<void> {
    await this.at("go-ready").click();
    await this.is("ready");
  }

  async is(state: "ready" | "not_ready"): Promise<void> {
    await expect(this.at("state-pill")).toHaveAttribute("data-state", state);
  }

  offer(name: string): Locator {
    return this.at("offer").filter({ hasText: titled(name) });
  }

  contact(name: string): Locator {
    return this.at("contact-row").filter({ hasText: titled(name) });
  }

  async accept(name: string): Promise<void> {
    await this.offer(name).getByTestId("offer-accept").click();
    await expect(this.conversation(name)).toHaveAttribute("data-phase", "active");
  }

  conversation(name: string): Locator {
    return this.at("conversation").filter({ has: this.page.getByRole("heading", { name: titled(name) }) });
  }

  get composer(): Locator {
    return this.at("composer-text");
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.at("composer-send").click();
  }

  /** The row with this text. */
  row(text: string): Locator {
    return this.at("timeline-item").filter({ hasText: text });
  }

  /** My own line is there in this state of sending. */
  async sent(text: string, state: string): Promise<void> {
    await expect(this.row(text).locator("[data-send]")).toHaveAttribute("data-send", state);
  }

  async close(reason: string, note = ""): Promise<void> {
    await this.at("close-contact").click();
    await this.at("closing-reason").filter({ hasText: reason }).click();
    if (note !== "") await this.at("closing-note").fill(note);
    await this.at("closing-finish").click();
    await expect(this.at("closing-form")).toBeHidden();
  }

  /** Keeps a picture. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: `${artifacts}/${name}.png`, animations: "disabled" });
  }
}

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
  readonly #user: string;

  constructor(page: Page, user = "ann") {
    this.page = page;
    this.#user = user;
  }

  at(testid: string): Locator {
    return this.page.getByTestId(testid);
  }

  async signIn(password = "demo"): Promise<void> {
    await this.at("sign-in-user").fill(this.#user);
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

  /** Its conversation comes to the front. */
  async opens(name: string): Promise<void> {
    await this.contact(name).click();
    await expect(this.conversation(name)).toBeVisible();
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

  /** Chooses in the list of whom to consult, or where to transfer; one name may stand in several skillsets. */
  async choosesWhere(name: string): Promise<void> {
    await this.at("consult-or-transfer").click();
    await this.at("destination-search").fill(name);
    await this.page.getByRole("option", { name }).first().click();
  }

  /** Asks another agent for help; the brief is what is sent along. */
  async consults(agent: string, brief = ""): Promise<void> {
    await this.choosesWhere(agent);
    if (brief !== "") await this.at("brief-text").fill(brief);
    await this.at("start-consult").click();
  }

  /** Comes when another agent asks for help. */
  async comesToHelp(name: string): Promise<void> {
    // The server does not say who asks before one is in the room.
    await expect(this.offer(name).getByTestId("asks-for-help")).toHaveText("An agent asks for help");
    await this.accept(name);
    await this.isInPart("consulted");
  }

  /** The conversation says this of my own part in it. */
  async isInPart(part: string): Promise<void> {
    await expect(this.at("part-banner")).toHaveAttribute("data-part", part);
  }

  /** The consult is at this step. */
  async isAtStep(step: string): Promise<void> {
    await expect(this.at("joint")).toHaveAttribute("data-step", step);
  }

  /** Whispers in the talk with the consulted agent. */
  async saysInTalk(text: string): Promise<void> {
    await this.at("talk-text").fill(text);
    await this.at("talk-send").click();
  }

  /** The agent stands in the conversation's header, in this role. */
  async seesInRoom(agent: string, role: string): Promise<void> {
    await expect(this.at("participant").filter({ hasText: agent })).toHaveAttribute("data-role", role);
  }

  /** Chooses in the menu of the other agent in the room. */
  async doesWithOther(what: "make-owner" | "drop-participant"): Promise<void> {
    await this.at("participant-menu").click();
    await this.at(what).click();
  }

  async whispers(text: string): Promise<void> {
    if (await this.at("audience-whisper").isVisible()) await this.at("audience-whisper").click();
    await this.say(text);
  }

  /** The contact has left my list. */
  async hasNoMore(name: string): Promise<void> {
    await expect(this.contact(name)).toHaveCount(0);
    await expect(this.offer(name)).toHaveCount(0);
  }

  /** Keeps a picture. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: `${artifacts}/${name}.png`, animations: "disabled" });
  }
}

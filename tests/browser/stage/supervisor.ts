// The supervisor's window: the board, and what is observed beside it.
import { expect, type Locator } from "@playwright/test";
import { Desk } from "./desk";

export class Supervisor extends Desk {
  async supervises(): Promise<void> {
    await this.at("view-supervise").click();
    await expect(this.at("board")).toBeVisible();
  }

  /** The rows of an agent's contacts. */
  rows(agent: string): Locator {
    return this.at("board-row").filter({ hasText: agent });
  }

  /** Looks into this agent's first contact. */
  async observes(agent: string): Promise<void> {
    await this.rows(agent).first().getByTestId("observe").click();
    await expect(this.at("observed")).toHaveAttribute("data-phase", "active");
  }

  /** Whispers while observing, or suggests a reply. */
  async whispersIn(text: string, suggestion = false): Promise<void> {
    const tick = this.at("as-suggestion");
    if ((await tick.count()) > 0) await tick.setChecked(suggestion);
    await this.talk.fill(text);
    await this.talk.press("Enter");
  }

  /** The field of the pane beside the board. */
  get talk(): Locator {
    return this.at("observe-pane").getByRole("textbox");
  }

  async barges(): Promise<void> {
    await this.at("barge").click();
    await expect(this.at("show-on-desk")).toBeVisible();
  }
}

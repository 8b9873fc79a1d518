// The customer's web page, in the words of somebody who uses it.
import { expect, type Page } from "@playwright/test";
import { artifacts } from "./artifacts";

export class CustomerPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async ask(name: string, email: string, topic = "WC_Travel"): Promise<void> {
    await this.page.getByLabel("Name").first().fill(name);
    await this.page.getByLabel("E-mail").first().fill(email);
    await this.page.locator("#skillset").selectOption(topic);
    await this.page.getByRole("button", { name: "Chat now" }).click();
  }

  async say(text: string): Promise<void> {
    await this.page.locator("#message").fill(text);
    await this.page.getByRole("button", { name: "Send", exact: true }).click();
  }

  async begins(text: string): Promise<void> {
    await this.page.locator("#message").pressSequentially(text);
  }

  async push(url: string): Promise<void> {
    await this.page.locator("#link").fill(url);
    await this.page.getByRole("button", { name: "Send link" }).click();
  }

  async reads(text: string): Promise<void> {
    await expect(this.page.locator("#lines")).toContainText(text);
  }

  async sees(state: string): Promise<void> {
    await expect(this.page.locator("#state")).toHaveText(state);
  }

  async leave(): Promise<void> {
    await this.page.getByRole("button", { name: "Close chat" }).click();
  }

  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: `${artifacts}/${name}.png`, animations: "disabled" });
  }
}

// The simulated contact centre as a journey sees it: scripted customers, its state, its log.
import { expect } from "@playwright/test";
import { type Announced, ask } from "./devHost";

/** One thing that a scripted customer does. */
export type Step =
  | { step: "await_agent" | "await_page" | "await_end" | "lose_connection" | "reconnect" | "leave" }
  | { step: "await_message"; contains: string }
  | { step: "say"; text: string }
  | { step: "type"; on: boolean }
  | { step: "push_page"; url: string };

export interface Room {
  guid: number;
  phase: string;
  owner: string | null;
  customer: { name: string };
  reasons: { agent: string; code: number; note: string }[];
  transcript: { message?: string }[];
}

interface State {
  agents: { agent: string; ready: boolean; ewcLoggedIn: boolean }[];
  rooms: Room[];
  mailed: { email: string }[];
  defects: number;
}

interface Line {
  kind: string;
  door: string | null;
  way: string | null;
  method: string | null;
  text: string;
  problem: string | null;
}

/** The address of a customer: `jo@example.org` for Jo Marsh. */
export function emailOf(name: string): string {
  return `${name.split(" ")[0]?.toLowerCase()}@example.org`;
}

export class Centre {
  readonly #at: Announced;

  constructor(at: Announced) {
    this.#at = at;
  }

  /** A customer who does these steps once an agent is there. */
  async customer(name: string, steps: Step[] = [], skillset = "WC_Travel"): Promise<void> {
    const chat = { name, email: emailOf(name), skillset };
    await this.#ask("customers", { chat, steps: [{ step: "await_agent" }, ...steps] });
  }

  /** An e-mail, a call or a call-back comes. */
  async contact(contact: Record<string, unknown>): Promise<void> {
    await this.#ask("contacts", contact);
  }

  /** Many agents at work, for a supervisor's board. */
  async wall(wall: { agents: number; chats_each: number; seed: number }): Promise<void> {
    await this.#ask("wall", wall);
  }

  /** Everything that was sent to customers, as text. */
  async toCustomers(): Promise<string> {
    const lines = (await this.#ask("log?door=customer")) as Line[];
    return lines.filter((line) => line.way === "out").map((line) => line.text).join("\n");
  }

  async state(): Promise<State> {
    return (await this.#ask("state")) as State;
  }

  async room(name: string): Promise<Room | undefined> {
    return (await this.state()).rooms.find((room) => room.customer.name === name);
  }

  async fault(fault: Record<string, unknown>): Promise<void> {
    await this.#ask("faults", fault);
  }

  async quirks(changes: Record<string, unknown>): Promise<void> {
    await this.#ask("quirks", changes);
  }

  /** The frames of this method that an agent has sent. */
  async heard(method: string): Promise<Line[]> {
    const lines = (await this.#ask(`log?door=agent&method=${method}`)) as Line[];
    return lines.filter((line) => line.way === "in");
  }

  /** Neither side has sent anything that breaks a schema, and no script got stuck. */
  async nothingWasWrong(): Promise<void> {
    const lines = (await this.#ask("log")) as Line[];
    const wrong = lines.filter((line) => ["defect", "bad_frame", "note"].includes(line.kind));
    expect(wrong.map((line) => `${line.kind} ${line.method} ${line.problem} ${line.text}`)).toEqual([]);
  }

  #ask(path: string, body?: unknown): Promise<unknown> {
    return ask(`${this.#at.control_url}/${path}`, this.#at.control_token, body);
  }
}

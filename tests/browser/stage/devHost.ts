// Three desks and a contact centre of one journey's own: the program dev-host, started and ended here.
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** One desk. */
export interface DeskAt {
  /** Its page, with its token. */
  url: string;
  token: string;
}

/** What dev-host says when it is ready. */
export interface Announced {
  desks: DeskAt[];
  /** The customer's page. */
  page_url: string;
  control_url: string;
  control_token: string;
}

const built = fileURLToPath(new URL("../../../target/debug/dev-host", import.meta.url));

export class DevHost {
  readonly at: Announced;
  readonly #process: ChildProcess;

  private constructor(at: Announced, child: ChildProcess) {
    this.at = at;
    this.#process = child;
  }

  /** `more`: further lines of the desks' frontdesk.toml; `flags`: further flags of dev-host. */
  static async start(more: string, flags: string[]): Promise<DevHost> {
    // Chats about travel reach Ann only, so that it is said who gets what.
    const usual = ["--simulator", "--desks", "3", "--serves", "tom=WC_Support"];
    const ui = process.env["DEV_HOST_UI"];
    const page = ui === undefined ? [] : ["--ui", ui];
    const child = spawn(process.env["DEV_HOST_BIN"] ?? built, [...usual, ...page, "--more", more, ...flags], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const announced = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).once("line", resolve);
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`dev-host ended with code ${code} before it was ready`)));
    });
    return new DevHost(JSON.parse(announced) as Announced, child);
  }

  /** It ends when its input does. */
  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.stdin?.end();
    await ended;
  }

  desk(place: number): DeskAt {
    const desk = this.at.desks[place];
    if (desk === undefined) throw new Error(`there is no desk ${place}`);
    return desk;
  }

  /** Something that the program around the first desk was asked for. */
  async kept<T>(what: "attention" | "opened" | "pops"): Promise<T[]> {
    const { url, token } = this.desk(0);
    const address = new URL(`/api/${what}`, url);
    address.hash = "";
    return (await ask(address.href, token)) as T[];
  }
}

/** Asks a JSON interface that wants a token. */
export async function ask(url: string, token: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}

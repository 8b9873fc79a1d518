// A desk and a contact centre of one journey's own: the program dev-host, started and ended here.
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** What dev-host says when it is ready. */
export interface Announced {
  /** The desk's page, with its token. */
  url: string;
  token: string;
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

  /** `more`: further lines of the desk's frontdesk.toml. */
  static async start(more: string): Promise<DevHost> {
    const child = spawn(process.env["DEV_HOST_BIN"] ?? built, ["--simulator", "--more", more], {
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

  /** Something that the program around the desk was asked for. */
  async kept<T>(what: "attention" | "opened"): Promise<T[]> {
    const address = new URL(`/api/${what}`, this.at.url);
    address.hash = "";
    return (await ask(address.href, this.at.token)) as T[];
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

// A host without a desk behind it: answers from a table, remembers the calls, and pushes updates by hand.
import type { ApiError, Change, Snapshot, Updates } from "./generated/bindings";
import type { Argument, CommandName, Host, Reply } from "./host";

type Handlers = { [N in CommandName]?: (argument: Argument<N>) => Reply<N> | Promise<Reply<N>> };
export type Call = { [N in CommandName]: { name: N; argument: Argument<N> } }[CommandName];

export class FakeHost implements Host {
  readonly calls: Call[] = [];
  readonly handlers: Handlers = {};
  #revision = 0;
  #snapshot: Snapshot;
  #waiting: Change[] = [];
  #wake: (() => void) | null = null;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  async call<N extends CommandName>(name: N, argument: Argument<N>): Promise<Reply<N>> {
    if (name === "next_updates") {
      return (await this.#next((argument as Argument<"next_updates">).revision)) as Reply<N>;
    }
    this.calls.push({ name, argument } as Call);
    const handler = this.handlers[name] as ((argument: Argument<N>) => Reply<N>) | undefined;
    if (handler !== undefined) return handler(argument);
    const reply = name === "send" || name === "push_page" ? { item: "new" } : {};
    return reply as Reply<N>;
  }

  /** What the next long poll answers. */
  push(...changes: Change[]): void {
    this.#waiting.push(...changes);
    this.#wake?.();
  }

  /** The calls of one command. */
  of<N extends CommandName>(name: N): Argument<N>[] {
    return this.calls.filter((call) => call.name === name).map((call) => call.argument as Argument<N>);
  }

  async #next(revision: string | null): Promise<Updates> {
    if (revision === null) return { revision: "0", snapshot: this.#snapshot, changes: [] };
    if (this.#waiting.length === 0) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#wake = null;
    }
    this.#revision += 1;
    return { revision: String(this.#revision), snapshot: null, changes: this.#waiting.splice(0) };
  }
}

/** What a handler throws to refuse. */
export function refusal(code: ApiError["code"], detail: string | null = null, subject: string | null = null): ApiError {
  return { code, subject, detail };
}

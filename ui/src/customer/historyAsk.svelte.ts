// Asking for a customer's earlier contacts: once when they are first looked at, and more when the agent wants more.
import { toApiError } from "~/api/apiError";
import type { ApiError, HistoryView } from "~/api/generated/bindings";
import type { Desk } from "~/desk/desk.svelte";

const AT_FIRST = 10;
/** The command takes no more. */
export const MOST = 200;

export class HistoryAsk {
  /** Why the desk did not even ask. */
  refused = $state.raw<ApiError | null>(null);
  readonly #desk: Pick<Desk, "call">;
  readonly #contact: string;

  constructor(desk: Pick<Desk, "call">, contact: string) {
    this.#desk = desk;
    this.#contact = contact;
  }

  /** The first look. */
  open(known: HistoryView | undefined): void {
    if (known === undefined || known.state.is === "not_asked") void this.#ask(AT_FIRST);
  }

  /** How many the next question is for; absent when there are no more to ask for. */
  next(known: HistoryView): number | null {
    return known.more && known.amount < MOST ? Math.min(MOST, known.amount * 2) : null;
  }

  more(known: HistoryView): void {
    const amount = this.next(known);
    if (amount !== null) void this.#ask(amount);
  }

  again(known: HistoryView | undefined): void {
    void this.#ask(Math.min(MOST, Math.max(AT_FIRST, known?.amount ?? AT_FIRST)));
  }

  async #ask(amount: number): Promise<void> {
    this.refused = null;
    try {
      await this.#desk.call("load_history", { contact: this.#contact, amount });
    } catch (error) {
      this.refused = toApiError(error);
    }
  }
}

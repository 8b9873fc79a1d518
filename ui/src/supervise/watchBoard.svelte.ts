// The chat server is asked for the board only while it is on the screen of a window that can be seen.
import { toApiError } from "~/api/apiError";
import type { ApiError } from "~/api/generated/bindings";
import type { Desk } from "~/desk/desk.svelte";

export class BoardWatch {
  /** Why the desk does not watch it; absent while it does. */
  refused = $state.raw<ApiError | null>(null);
  readonly #desk: Pick<Desk, "call">;
  #wanted = false;
  #told: Promise<unknown> = Promise.resolve();

  constructor(desk: Pick<Desk, "call">) {
    this.#desk = desk;
  }

  /** From now until the returned function is called, while the page is visible. */
  start(page: Document): () => void {
    const follow = (): void => this.#want(page.visibilityState === "visible");
    page.addEventListener("visibilitychange", follow);
    follow();
    return () => {
      page.removeEventListener("visibilitychange", follow);
      this.#want(false);
    };
  }

  /** In order, so that the last word is the one that counts. */
  #want(watch: boolean): void {
    if (this.#wanted === watch) return;
    this.#wanted = watch;
    this.#told = this.#told
      .then(() => this.#desk.call("watch_board", { watch }))
      .then(() => (this.refused = null))
      .catch((error: unknown) => {
        if (watch) this.refused = toApiError(error);
      });
  }
}

// The host in a browser: the same commands over HTTP, with the token that the page's address carries.
import type { ApiError } from "./generated/bindings";
import { hostGone, isApiError } from "./apiError";
import type { Argument, CommandName, Host, Reply } from "./host";

type Answer<T> = { ok: T } | { error: ApiError };

/** The fragment never reaches a server's log, so the token travels there: `#token=…`. */
export function tokenOf(fragment: string): string {
  return new URLSearchParams(fragment.replace(/^#/, "")).get("token") ?? "";
}

export function webHost(token: string, send: typeof fetch = fetch): Host {
  return {
    async call<N extends CommandName>(name: N, argument: Argument<N>): Promise<Reply<N>> {
      let answer: Answer<Reply<N>>;
      try {
        const response = await send("/api/desk", {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
          body: JSON.stringify({ command: name, args: argument }),
        });
        answer = (await response.json()) as Answer<Reply<N>>;
      } catch (error) {
        throw hostGone(error);
      }
      if ("ok" in answer) return answer.ok;
      throw isApiError(answer.error) ? answer.error : hostGone(null);
    },
  };
}

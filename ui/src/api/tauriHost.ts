// The host inside the desktop window; the only file that imports @tauri-apps.
import { invoke } from "@tauri-apps/api/core";
import { toApiError } from "./apiError";
import type { Argument, CommandName, Host, Reply } from "./host";

export const tauriHost: Host = {
  async call<N extends CommandName>(name: N, argument: Argument<N>): Promise<Reply<N>> {
    try {
      return await invoke<Reply<N>>("desk", { command: { command: name, args: argument } });
    } catch (error) {
      throw toApiError(error);
    }
  },
};

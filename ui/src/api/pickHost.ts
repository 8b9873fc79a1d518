// Chooses the host by where the page runs.
import type { Host } from "./host";
import { tauriHost } from "./tauriHost";
import { tokenOf, webHost } from "./webHost";

export function pickHost(page: Window): Host {
  return "__TAURI_INTERNALS__" in page ? tauriHost : webHost(tokenOf(page.location.hash));
}

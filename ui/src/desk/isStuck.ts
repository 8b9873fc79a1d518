// Whether a chat could not be entered and waits for the agent to try again or let go.
import type { ContactView } from "~/api/generated/bindings";

export function isStuck(contact: ContactView): boolean {
  const entering = contact.phase === "joining" || contact.phase === "rejoining";
  return entering && contact.failure !== null && contact.actions.accept.is === "yes";
}

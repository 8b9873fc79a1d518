// Signed in, but the contact server does not let the agent back in: open chats go on, new contacts do not come.
import type { ApiError, SessionView } from "~/api/generated/bindings";

/** Why the contact server keeps the agent out; absent while it does not. */
export function lockedOut(session: SessionView): ApiError | null {
  return session.phase === "signed_in" && session.contact_control.state === "down" ? session.contact_control.trouble : null;
}

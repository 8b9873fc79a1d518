// Accepting an offer opens it at once; the desk fills the conversation as the chat is entered.
import type { Desk } from "~/desk/desk.svelte";

export async function acceptOffer(desk: Desk, contact: string): Promise<void> {
  if (!(await desk.attempt("accept", { contact }))) return;
  desk.select(contact);
  desk.view.wantComposer();
}

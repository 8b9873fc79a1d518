// Words of the command palette and the list of shortcuts.
import type { ShortcutAction } from "~/api/generated/bindings";

const actions: Record<ShortcutAction, string> = {
  accept_offer: "Accept the first offer",
  decline_offer: "Decline the first offer, which returns all of them",
  toggle_ready: "Change between Ready and Not Ready",
  next_due: "Go to the contact due next",
  contact_by_place: "Go to a contact by its place",
  switch_audience: "Change between reply and whisper",
  focus_composer: "Write in the composer",
  push_page: "Push a page",
  close_contact: "Close the contact",
  toggle_customer: "Show or hide the customer panel",
  command_palette: "Open the command palette",
  shortcut_list: "List the shortcuts",
  consult: "Consult another agent, or hand the contact over",
  take_suggestion: "Take the newest suggested reply into the draft",
  side_by_side: "Two conversations side by side, or one",
  supervise: "Change between the desk and the supervisor's board",
  next_urgent: "Observe the contact that needs a look most",
  sign_out: "Sign out",
};

export const commands = {
  palette: "Commands",
  search: "What would you like to do?",
  shortcuts: "Keyboard shortcuts",
  shortcutsHint: "They can be changed in the settings.",
  goTo: (name: string) => `Go to ${name}`,
  ready: "Go Ready",
  notReady: "Go Not Ready",
  notReadyBecause: (label: string) => `Go Not Ready: ${label}`,
  theme: (name: string) => `Theme: ${name}`,
  groups: { state: "State", contacts: "Contacts", conversation: "Conversation", window: "Window" },
  actions,
  others: {
    reconnect: "Try the chat server again now",
    why_no_chats: "Why am I not getting chats?",
    send: "Send the message",
    new_line: "Begin a new line",
    phrase_search: "Search phrases (in the composer)",
  },
};

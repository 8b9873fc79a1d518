// What the palette offers now: only what can be done now.
import type { ContactView, Possible, ShortcutAction, Theme } from "~/api/generated/bindings";
import type { Desk } from "~/desk/desk.svelte";
import { text } from "~/text";
import type { Shortcuts } from "./shortcuts";

export interface Command {
  id: string;
  name: string;
  group: string;
  keys: string;
  run: () => void;
}

export type Run = (action: ShortcutAction, place: number) => void;

export function commandList(desk: Desk, shortcuts: Shortcuts, run: Run): Command[] {
  const { groups } = text.commands;
  const action = (id: ShortcutAction, group: string): Command => ({
    id,
    name: text.commands.actions[id],
    group,
    keys: shortcuts.keys(id),
    run: () => run(id, 0),
  });
  const contact = desk.selected;
  const possible: Command[] = [];
  if (desk.offers.length > 0) {
    possible.push(action("accept_offer", groups.contacts), action("decline_offer", groups.contacts));
  }
  possible.push(...stateCommands(desk));
  if (desk.mine.length > 0) possible.push(action("next_due", groups.contacts));
  desk.mine.forEach((one, index) =>
    possible.push({
      id: `go-${one.key}`,
      name: text.commands.goTo(one.title),
      group: groups.contacts,
      keys: shortcuts.placeKeys(index + 1),
      run: () => run("contact_by_place", index + 1),
    }),
  );
  if (desk.session?.chat_server.state === "reconnecting") {
    possible.push({
      id: "reconnect", name: text.commands.others.reconnect, group: groups.window, keys: "",
      run: () => void desk.attempt("reconnect", {}),
    });
  }
  if (contact !== null) {
    possible.push(action("focus_composer", groups.conversation));
    possible.push(...togetherCommands(desk, contact, action));
    if (contact.actions.whisper.is === "yes") possible.push(action("switch_audience", groups.conversation));
    if (contact.actions.push_page.is === "yes") possible.push(action("push_page", groups.conversation));
    if (contact.actions.close.is === "yes") possible.push(action("close_contact", groups.conversation));
    possible.push(action("toggle_customer", groups.conversation));
  }
  if (desk.session?.agent?.supervisor === true) {
    possible.push(action("supervise", groups.window));
    if (desk.view.supervising) possible.push(action("next_urgent", groups.window));
  }
  possible.push(...themeCommands(desk), action("shortcut_list", groups.window));
  if (desk.mine.length === 0) possible.push(action("sign_out", groups.window));
  return possible;
}

/** Several agents in the chat, and two chats on the screen. */
function togetherCommands(desk: Desk, contact: ContactView, action: (id: ShortcutAction, group: string) => Command): Command[] {
  const { groups } = text.commands;
  const { actions } = contact;
  const words = text.together;
  const commands: Command[] = [];
  const offer = (possible: Possible, name: CommandOfContact, says: string): void => {
    if (possible.is === "no") return;
    commands.push({
      id: name, name: says, group: groups.conversation, keys: "", run: () => void desk.attempt(name, { contact: contact.key }),
    });
  };
  if (actions.consult.is === "yes" || actions.transfer_to_skillset.is === "yes") commands.push(action("consult", groups.conversation));
  offer(actions.complete_transfer, "complete_transfer", words.joint.completeTransfer);
  offer(actions.complete_conference, "complete_conference", words.joint.completeConference);
  offer(actions.end_consult, "end_consult", words.joint.end);
  offer(actions.change_owner, "change_owner", words.people.makeOwnerOther);
  offer(actions.drop_participant, "drop_participant", words.people.removeOther);
  offer(actions.leave, "leave_room", words.part.leaveChat);
  offer(actions.close_conference, "close_conference", words.part.closeConference);
  if (actions.reply.is === "yes" && desk.timeline(contact.key)?.newestSuggestion !== undefined) {
    commands.push(action("take_suggestion", groups.conversation));
  }
  if (desk.mine.length > 1 || desk.besideKey !== null) commands.push(action("side_by_side", groups.window));
  return commands;
}

type CommandOfContact =
  | "complete_transfer" | "complete_conference" | "end_consult" | "change_owner" | "drop_participant" | "leave_room" | "close_conference";

function stateCommands(desk: Desk): Command[] {
  const { groups } = text.commands;
  const set = (id: string, name: string, ready: boolean, reason_code: string | null): Command => ({
    id: `state-${id}`, name, group: groups.state, keys: "", run: () => void desk.askReady(ready, reason_code),
  });
  const reasons = (desk.options?.reason_codes ?? []).map((reason) =>
    set(`reason-${reason.code}`, text.commands.notReadyBecause(reason.label), false, reason.code),
  );
  const ready = desk.session?.readiness.actual === "ready";
  return [
    ...(ready ? [] : [set("ready", text.commands.ready, true, null)]),
    ...(ready ? [set("not-ready", text.commands.notReady, false, null)] : []),
    ...reasons,
    { id: "why", name: text.commands.others.why_no_chats, group: groups.state, keys: "", run: () => (desk.view.whyNoChats = true) },
  ];
}

function themeCommands(desk: Desk): Command[] {
  const { groups } = text.commands;
  const preferences = desk.options?.preferences;
  if (preferences === undefined) return [];
  return (Object.keys(text.agentBar.themes) as Theme[])
    .filter((theme) => theme !== preferences.theme)
    .map((theme) => ({
      id: `theme-${theme}`,
      name: text.commands.theme(text.agentBar.themes[theme]),
      group: groups.window,
      keys: "",
      run: () => void desk.attempt("set_preferences", { ...preferences, theme }),
    }));
}

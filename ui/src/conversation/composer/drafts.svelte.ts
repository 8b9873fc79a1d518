// Texts being written. What is typed here is the field's text at once; the desk keeps it a quarter second later.
import type { Audience, ContactView } from "~/api/generated/bindings";
import type { Desk } from "~/desk/desk.svelte";

/** At most one `set_draft` in this many milliseconds for a text. */
export const PACE = 250;

interface Edit {
  contact: string;
  audience: Audience;
  text: string;
  timer: ReturnType<typeof setTimeout> | null;
  lastTold: number;
  told: string | null;
  underWay: Promise<unknown>;
}

const keyOf = (contact: string, audience: Audience): string => `${audience} ${contact}`;

/** The desk is about to append something to a draft. */
interface Append {
  contact: string;
  /** The draft it appends to, without the spaces at its end. */
  base: string;
  /** What it appends, on a line of its own. */
  more: string;
}

export class Drafts {
  readonly #desk: Pick<Desk, "call">;
  readonly #now: () => number;
  #edits = new Map<string, Edit>();
  #appends: Append[] = [];
  /** Goes up with every edit, so that readers of `text` follow. */
  #version = $state(0);

  constructor(desk: Pick<Desk, "call">, now: () => number = () => performance.now()) {
    this.#desk = desk;
    this.#now = now;
  }

  /** What stands in the field: this window's own text, else what the desk has kept. */
  text(contact: ContactView, audience: Audience): string {
    void this.#version;
    const kept = audience === "whisper" ? contact.drafts.whisper : contact.drafts.reply;
    return this.#edits.get(keyOf(contact.key, audience))?.text ?? kept;
  }

  set(contact: string, audience: Audience, text: string): void {
    const edit = this.#edit(contact, audience);
    if (edit.text === text && edit.told !== null) return;
    edit.text = text;
    this.#version += 1;
    if (edit.timer !== null) return;
    const wait = edit.lastTold + PACE - this.#now();
    if (wait <= 0) this.#tell(edit);
    else edit.timer = setTimeout(() => this.#tell(edit), wait);
  }

  /** At once, for all texts: another contact is chosen, or the field is left. */
  flush(): void {
    for (const edit of this.#edits.values()) if (edit.timer !== null) this.#tell(edit);
  }

  /** Resolves when the desk has every text it was told, so that a send comes after them. */
  async settle(contact: string, audience: Audience): Promise<void> {
    const edit = this.#edits.get(keyOf(contact, audience));
    if (edit === undefined) return;
    if (edit.timer !== null) clearTimeout(edit.timer);
    edit.timer = null;
    await edit.underWay;
  }

  /** The desk empties its draft when it takes a line; what was typed meanwhile stays. */
  sent(contact: string, audience: Audience, text: string): void {
    const edit = this.#edit(contact, audience);
    edit.told = "";
    const rest = edit.text.startsWith(text) ? edit.text.slice(text.length) : edit.text;
    edit.text = rest;
    this.#version += 1;
    if (rest !== "") this.#tell(edit);
  }

  /** Resolves when the desk has every text of this window. */
  async told(contact: string, audience: Audience): Promise<void> {
    const edit = this.#edits.get(keyOf(contact, audience));
    if (edit === undefined) return;
    if (edit.timer !== null) this.#tell(edit);
    await edit.underWay;
  }

  /** The desk will have this draft with something behind it. Gives back how to stop waiting for that. */
  expectAppend(contact: ContactView, more: string): () => void {
    const append: Append = { contact: contact.key, base: this.text(contact, "everyone").trimEnd(), more: more.trim() };
    this.#appends.push(append);
    return () => (this.#appends = this.#appends.filter((one) => one !== append));
  }

  /** What the desk appended joins the field; what was typed meanwhile stays before it. */
  absorb(contact: ContactView): void {
    const kept = contact.drafts.reply;
    const append = this.#appends.find((one) => one.contact === contact.key);
    if (append === undefined || !kept.startsWith(append.base)) return;
    const behind = kept.slice(append.base.length);
    if (behind.trim() === "" || !behind.trimEnd().endsWith(append.more)) return;
    this.#appends = this.#appends.filter((one) => one !== append);
    const edit = this.#edits.get(keyOf(contact.key, "everyone"));
    if (edit === undefined) return;
    this.#version += 1;
    if (edit.text.trimEnd() === append.base) this.#edits.delete(keyOf(contact.key, "everyone"));
    else {
      edit.text = [edit.text.trimEnd(), behind.trimStart()].filter((part) => part !== "").join("\n");
      this.#tell(edit);
    }
  }

  /** Where the desk has caught up with this window, the desk's text is the text again. */
  reconcile(contact: ContactView): void {
    for (const audience of ["everyone", "whisper"] as const) {
      const edit = this.#edits.get(keyOf(contact.key, audience));
      if (edit === undefined || edit.timer !== null || edit.told !== edit.text) continue;
      const kept = audience === "whisper" ? contact.drafts.whisper : contact.drafts.reply;
      if (kept === edit.text) this.#edits.delete(keyOf(contact.key, audience));
    }
  }

  forget(contact: string): void {
    this.#appends = this.#appends.filter((one) => one.contact !== contact);
    for (const audience of ["everyone", "whisper"] as const) {
      const edit = this.#edits.get(keyOf(contact, audience));
      if (edit !== undefined && edit.timer !== null) clearTimeout(edit.timer);
      this.#edits.delete(keyOf(contact, audience));
    }
  }

  #edit(contact: string, audience: Audience): Edit {
    const key = keyOf(contact, audience);
    const known = this.#edits.get(key);
    if (known !== undefined) return known;
    const edit: Edit = {
      contact, audience, text: "", timer: null, lastTold: -PACE, told: null, underWay: Promise.resolve(),
    };
    this.#edits.set(key, edit);
    return edit;
  }

  #tell(edit: Edit): void {
    if (edit.timer !== null) clearTimeout(edit.timer);
    edit.timer = null;
    edit.lastTold = this.#now();
    const text = edit.text;
    // In order, and a failure is no loss: the text is here, and the next change tells it again.
    edit.underWay = edit.underWay
      .then(() => this.#desk.call("set_draft", { contact: edit.contact, audience: edit.audience, text }))
      .then(() => (edit.told = text))
      .catch(() => undefined);
  }
}

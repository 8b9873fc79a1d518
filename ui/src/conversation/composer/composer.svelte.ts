// Writing to a contact: for whom, whether it may go, and sending it; nothing is sent twice or to someone else.
import type { ApiError, Audience, ContactView, TimelineItem, WhyNot } from "~/api/generated/bindings";
import { toApiError } from "~/api/apiError";
import type { Desk } from "~/desk/desk.svelte";
import { blanksIn } from "./blanks";
import { Drafts } from "./drafts.svelte";

/** Why a text waits for the agent before it goes. */
export type Held = { why: "blanks"; count: number } | { why: "too_long"; over: number } | { why: "was_whisper"; text: string };

/** Reasons for which writing to the customer is not the agent's part here, however long one waits. */
const NEVER_REPLIES: readonly WhyNot[] = ["observing_only", "not_owner", "consulted_only", "taken_over"];

const keyOf = (contact: string, audience: Audience): string => `${audience} ${contact}`;

interface Going {
  typed: string;
  done: Promise<boolean>;
}

export class Composer {
  readonly drafts: Drafts;
  readonly #desk: Desk;
  held = $state.raw<(Held & { key: string }) | null>(null);
  failure = $state.raw<{ key: string; error: ApiError } | null>(null);
  /** The contacts whose whisper goes as a suggested reply. */
  #suggesting = $state.raw<ReadonlySet<string>>(new Set());
  /** The text that goes last for each field; what it holds of texts before it goes with those. */
  #sending = new Map<string, Going>();

  constructor(desk: Desk, drafts = new Drafts(desk)) {
    this.#desk = desk;
    this.drafts = drafts;
  }

  /** The agent's choice; who may only whisper whispers. */
  audience(contact: ContactView): Audience {
    if (this.onlyWhispers(contact)) return "whisper";
    return this.#desk.view.audiences.get(contact.key) ?? "everyone";
  }

  /** Another agent writes to the customer: a whisper is all there is, and may be none. */
  onlyWhispers(contact: ContactView): boolean {
    const { reply } = contact.actions;
    return reply.is === "no" && NEVER_REPLIES.includes(reply.why);
  }

  switchAudience(contact: ContactView): void {
    if (this.onlyWhispers(contact)) return;
    if (contact.actions.whisper.is === "no" && this.audience(contact) === "everyone") return;
    this.choose(contact, this.audience(contact) === "everyone" ? "whisper" : "everyone");
  }

  choose(contact: ContactView, audience: Audience): void {
    this.drafts.flush();
    this.#desk.view.setAudience(contact.key, audience);
    this.held = null;
  }

  /** Typing answers whatever held the text. */
  typed(contact: ContactView, text: string, audience = this.audience(contact)): void {
    this.held = null;
    this.failure = null;
    this.drafts.set(contact.key, audience, text);
    this.#keepWhispering(contact, audience);
  }

  heldFor(contact: ContactView, audience = this.audience(contact)): Held | null {
    return this.held?.key === keyOf(contact.key, audience) ? this.held : null;
  }

  failureFor(contact: ContactView, audience = this.audience(contact)): ApiError | null {
    return this.failure?.key === keyOf(contact.key, audience) ? this.failure.error : null;
  }

  /** Whether the whisper being written suggests a reply. */
  suggests(contact: string): boolean {
    return this.#suggesting.has(contact);
  }

  suggest(contact: string, on: boolean): void {
    const suggesting = new Set(this.#suggesting);
    if (on) suggesting.add(contact);
    else suggesting.delete(contact);
    this.#suggesting = suggesting;
  }

  /** The desk appends the suggestion to the draft it has, which is the one in the field by then. */
  async takeSuggestion(contact: ContactView, item: string): Promise<void> {
    await this.drafts.told(contact.key, "everyone");
    const content = this.#desk.timeline(contact.key)?.items.find((one) => one.id === item)?.content;
    const stop = this.drafts.expectAppend(contact, content?.kind === "line" ? content.text : "");
    if (await this.#desk.attempt("take_suggestion", { contact: contact.key, item })) {
      this.choose(contact, "everyone");
      this.#desk.view.wantComposer();
    } else stop();
  }

  /**
   * Tells whether the text went to the desk; a text that did not stays in the field. What was typed
   * behind a text that is still on its way goes when that has gone.
   */
  async send(
    contact: ContactView,
    items: readonly TimelineItem[],
    confirmed = false,
    audience = this.audience(contact),
  ): Promise<boolean> {
    const key = keyOf(contact.key, audience);
    const typed = this.drafts.text(contact, audience);
    const before = this.#sending.get(key);
    if (before !== undefined && (!typed.startsWith(before.typed) || typed === before.typed)) return false;
    const going: Going = { typed, done: Promise.resolve(false) };
    const behind = typed.slice(before?.typed.length ?? 0);
    going.done = (async () => {
      if (before !== undefined && !(await before.done)) return false;
      going.typed = behind;
      return this.#send(contact, items, confirmed, audience, behind);
    })();
    this.#sending.set(key, going);
    const sent = await going.done;
    if (this.#sending.get(key) === going) this.#sending.delete(key);
    return sent;
  }

  async #send(
    contact: ContactView,
    items: readonly TimelineItem[],
    confirmed: boolean,
    audience: Audience,
    typed: string,
  ): Promise<boolean> {
    const key = keyOf(contact.key, audience);
    const text = typed.trimEnd();
    const possible = audience === "whisper" ? contact.actions.whisper : contact.actions.reply;
    if (possible.is === "no" || text.trim() === "") return false;
    const limit = this.#desk.options?.max_message_chars ?? Infinity;
    const held = this.#hold(text, audience, items, limit, confirmed);
    this.held = held === null ? null : { ...held, key };
    if (held !== null) return false;
    try {
      await this.drafts.settle(contact.key, audience);
      const suggestion = audience === "whisper" && this.suggests(contact.key);
      await this.#desk.call("send", { contact: contact.key, audience, text, suggestion });
      if (suggestion) this.suggest(contact.key, false);
      this.drafts.sent(contact.key, audience, typed);
      this.#keepWhispering(contact, audience);
      this.failure = null;
      return true;
    } catch (error) {
      this.failure = { key, error: toApiError(error) };
      return false;
    }
  }

  /** Who becomes the owner in the middle of a whisper goes on whispering; with an empty field, the customer is next. */
  #keepWhispering(contact: ContactView, audience: Audience): void {
    if (audience !== "whisper" || !this.onlyWhispers(contact)) return;
    const begun = this.drafts.text(contact, "whisper").trim() !== "";
    this.#desk.view.setAudience(contact.key, begun ? "whisper" : "everyone");
  }

  #hold(text: string, audience: Audience, items: readonly TimelineItem[], limit: number, confirmed: boolean): Held | null {
    const length = lengthOf(text);
    if (length > limit) return { why: "too_long", over: length - limit };
    const blanks = blanksIn(text).length;
    if (blanks > 0) return { why: "blanks", count: blanks };
    if (audience === "everyone" && !confirmed && holdsWhisper(text, items)) return { why: "was_whisper", text };
    return null;
  }
}

/** In characters, as the desk counts them: what a reader sees as one may be several. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Shorter ones ("ok") are said to everybody. */
const WORTH_ASKING = 12;

/** Whether the text repeats something that was said to agents only. */
export function holdsWhisper(text: string, items: readonly TimelineItem[]): boolean {
  const plain = (value: string): string => value.replace(/\s+/g, " ").trim().toLowerCase();
  const reply = plain(text);
  return items.some(({ content }) => {
    // A suggested reply is meant for the customer.
    if (content.kind !== "line" || content.audience !== "whisper" || content.suggestion !== null) return false;
    const whisper = plain(content.text);
    return whisper.length >= WORTH_ASKING && reply.includes(whisper);
  });
}

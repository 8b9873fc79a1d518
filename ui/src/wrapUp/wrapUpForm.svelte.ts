// The closing form as the agent fills it in; the desk keeps it a quarter second later, and gets it whole at the end.
import type { ContactView, Finish, WrapUpView } from "~/api/generated/bindings";
import type { Desk } from "~/desk/desk.svelte";

const PACE = 250;

export class WrapUpDraft {
  readonly #desk: Desk;
  readonly #contact: string;
  #reason = $state<string | null>(null);
  #note = $state<string | null>(null);
  #transcript = $state<boolean | null>(null);
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(desk: Desk, contact: string) {
    this.#desk = desk;
    this.#contact = contact;
  }

  /** What the agent chose here, else what the desk has, else what the contact center preselects. */
  reason(form: WrapUpView): string | null {
    return this.#reason ?? form.reason ?? form.reasons.find((reason) => reason.preselected)?.code ?? null;
  }

  note(form: WrapUpView): string {
    return this.#note ?? form.note;
  }

  transcript(form: WrapUpView): boolean {
    return form.transcript_possible.is === "yes" && (this.#transcript ?? form.send_transcript);
  }

  choose(form: WrapUpView, reason: string): void {
    this.#reason = reason;
    this.keep(form);
  }

  write(form: WrapUpView, note: string): void {
    this.#note = note;
    this.#timer ??= setTimeout(() => this.keep(form), PACE);
  }

  tick(form: WrapUpView, transcript: boolean): void {
    this.#transcript = transcript;
    this.keep(form);
  }

  keep(form: WrapUpView): void {
    this.stop();
    void this.#desk.attempt("set_wrap_up", this.argument(form));
  }

  /** Keeps at once what still waits: the agent looks at another contact. */
  leave(form: WrapUpView): void {
    if (this.#timer !== null) this.keep(form);
  }

  argument(form: WrapUpView): Finish {
    return {
      contact: this.#contact,
      reason: this.reason(form),
      note: this.note(form),
      send_transcript: this.transcript(form),
    };
  }

  async finish(form: WrapUpView): Promise<void> {
    this.stop();
    await this.#desk.attempt("finish", this.argument(form));
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** A reason chosen here counts, even while the desk has not heard of it yet. */
export function whyNotFinish(contact: ContactView, chosen: string | null): ContactView["actions"]["finish"] {
  const finish = contact.actions.finish;
  return finish.is === "no" && finish.why === "reason_needed" && chosen !== null ? { is: "yes" } : finish;
}

// The desk as the window sees it: what the updates say, which contact is selected, and nothing else.
import type {
  ApiError, BoardView, Change, ContactView, HistoryView, NoticeView, OptionsView, RecentOfferView, SessionView, Snapshot, Updates,
} from "~/api/generated/bindings";
import { sameError, toApiError } from "~/api/apiError";
import type { Argument, CommandName, Host, Reply } from "~/api/host";
import { applyContacts } from "./applyContacts";
import { Timeline } from "./timeline.svelte";
import { runUpdateLoop } from "./updateLoop";
import { ViewState } from "./viewState.svelte";

export interface LocalFailure {
  id: number;
  error: ApiError;
}

export type Listener = (before: DeskState | null, after: DeskState, changes: readonly Change[]) => void;

/** What a listener compares: the contacts before and after a batch. */
export interface DeskState {
  contacts: readonly ContactView[];
  selected: string | null;
  beside: string | null;
}

export class Desk {
  readonly host: Host;
  readonly view = new ViewState();
  session = $state.raw<SessionView | null>(null);
  contacts = $state.raw<readonly ContactView[]>([]);
  notices = $state.raw<readonly NoticeView[]>([]);
  recentOffers = $state.raw<readonly RecentOfferView[]>([]);
  /** Earlier contacts by the key of the contact they were fetched for. */
  histories = $state.raw<ReadonlyMap<string, HistoryView>>(new Map());
  /** The supervisor's board, while it is watched. */
  board = $state.raw<BoardView | null>(null);
  options = $state.raw<OptionsView | null>(null);
  /** Why no updates come; absent while they do. */
  lost = $state.raw<{ error: ApiError; attempt: number } | null>(null);
  /** Commands of this window that failed and have no place of their own to say so. */
  failures = $state.raw<readonly LocalFailure[]>([]);
  selectedKey = $state<string | null>(null);
  /** The contact beside the selected one, where two are on the screen. */
  besideKey = $state<string | null>(null);
  /** True when the selected one stands on the right: going from one to the other moves neither. */
  #selectedIsRight = $state(false);
  /** The name of the contact that was on screen when it went away. */
  goneTitle = $state<string | null>(null);

  readonly selected = $derived(this.contacts.find((contact) => contact.key === this.selectedKey) ?? null);
  readonly beside = $derived(this.contacts.find((contact) => contact.key === this.besideKey) ?? null);
  readonly offers = $derived(this.contacts.filter((contact) => contact.phase === "offered"));
  readonly mine = $derived(this.contacts.filter((contact) => contact.phase !== "offered" && !contact.observed));
  /** What a supervisor looks into. */
  readonly observing = $derived(this.contacts.filter((contact) => contact.phase !== "offered" && contact.observed));
  /** What is on the screen, from the left. */
  readonly panes = $derived.by(() => {
    const shown = [this.selected, this.beside].filter((contact) => contact !== null);
    return this.#selectedIsRight ? shown.reverse() : shown;
  });

  #timelines = $state.raw<ReadonlyMap<string, Timeline>>(new Map());
  #listeners = new Set<Listener>();
  #failureId = 0;
  #looking = true;
  #besideShown = true;

  constructor(host: Host) {
    this.host = host;
  }

  /** Runs until the signal; keeps everything on screen while updates are lost. */
  run(signal: AbortSignal): Promise<void> {
    return runUpdateLoop(
      this.host,
      {
        received: (updates) => this.#received(updates),
        lost: (error, attempt) => (this.lost = { error, attempt }),
      },
      signal,
    );
  }

  timeline(key: string): Timeline | undefined {
    return this.#timelines.get(key);
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Rejects with an `ApiError`: for callers that show it themselves. */
  call<N extends CommandName>(name: N, argument: Argument<N>): Promise<Reply<N>> {
    return this.host.call(name, argument);
  }

  /** For commands whose failure is shown among the notices. Tells whether it succeeded. */
  async attempt<N extends CommandName>(name: N, argument: Argument<N>): Promise<boolean> {
    try {
      await this.host.call(name, argument);
      return true;
    } catch (error) {
      this.report(toApiError(error));
      return false;
    }
  }

  /**
   * Ready, or Not Ready with the reason chosen, else with the one that the settings name. The bar says that it was
   * asked for until the server follows or refuses.
   */
  async askReady(ready: boolean, chosen: string | null = null): Promise<void> {
    this.view.readyAsked = true;
    const reason_code = ready ? null : (chosen ?? this.options?.default_reason_code ?? null);
    if (!(await this.attempt("set_ready", { ready, reason_code }))) this.view.readyAsked = false;
  }

  report(error: ApiError): void {
    const others = this.failures.filter((failure) => !sameError(failure.error, error));
    this.failures = [...others, { id: (this.#failureId += 1), error }];
  }

  dismissFailure(id: number): void {
    this.failures = this.failures.filter((failure) => failure.id !== id);
  }

  /** Shows a contact where the agent looks; one that is on the screen already only gets the attention. */
  select(key: string | null): void {
    this.goneTitle = null;
    if (this.selectedKey === key) return;
    if (key !== null && this.besideKey === key) {
      this.besideKey = this.selectedKey;
      this.#selectedIsRight = !this.#selectedIsRight;
    }
    this.selectedKey = key;
    if (key === null) this.#standAlone();
    this.view.pagePush = false;
    this.#tellSelection();
  }

  /** Puts a contact beside the selected one, or takes it away. */
  putBeside(key: string | null): void {
    const beside = key === this.selectedKey || this.selectedKey === null ? null : key;
    if (this.besideKey === beside) return;
    if (beside === null) this.#standAlone();
    else {
      if (this.besideKey === null) this.view.makeRoom(true);
      this.besideKey = beside;
    }
    this.#tellSelection();
  }

  /** Takes one of two conversations off the screen; the other one stays. */
  closePane(key: string): void {
    if (this.besideKey === null) return;
    if (key === this.selectedKey) this.selectedKey = this.besideKey;
    this.#standAlone();
    this.#tellSelection();
  }

  #standAlone(): void {
    if (this.besideKey !== null) this.view.makeRoom(false);
    this.besideKey = null;
    this.#selectedIsRight = false;
  }

  /** Looks into a contact of the board, and shows it; gives its key, or nothing when it was refused. */
  async observe(guid: string): Promise<string | null> {
    try {
      const { contact } = await this.host.call("observe", { guid });
      this.select(contact);
      return contact;
    } catch (error) {
      this.report(toApiError(error));
      return null;
    }
  }

  /** The agent looks at another window, or back: what arrives meanwhile is not read. */
  look(looking: boolean): void {
    if (this.#looking === looking) return;
    this.#looking = looking;
    this.#tellSelection();
  }

  /** The one beside is on the screen, or there is only room for one. */
  showBeside(shown: boolean): void {
    if (this.#besideShown === shown) return;
    this.#besideShown = shown;
    if (this.besideKey !== null) this.#tellSelection();
  }

  #tellSelection(): void {
    const contact = this.#looking ? this.selectedKey : null;
    const beside = this.#looking && this.#besideShown ? this.besideKey : null;
    // A contact that has just gone is no failure worth a word.
    this.host.call("select", { contact, beside }).catch(() => undefined);
  }

  #received(updates: Updates): void {
    const before: DeskState = { contacts: this.contacts, selected: this.selectedKey, beside: this.besideKey };
    const first = this.session === null;
    if (updates.snapshot !== null) this.#restart(updates.snapshot);
    this.contacts = applyContacts(this.contacts, updates.changes);
    for (const change of updates.changes) this.#apply(change);
    this.lost = null;
    this.#leaveGoneContact(before.contacts);
    const after: DeskState = { contacts: this.contacts, selected: this.selectedKey, beside: this.besideKey };
    for (const listener of this.#listeners) listener(first ? null : before, after, updates.changes);
  }

  #restart(snapshot: Snapshot): void {
    this.session = snapshot.session;
    this.contacts = snapshot.contacts;
    this.notices = snapshot.notices;
    this.recentOffers = snapshot.recent_offers;
    this.options = snapshot.options;
    this.histories = new Map(snapshot.histories.map((history) => [history.contact, history]));
    this.board = snapshot.board;
    const timelines = new Map<string, Timeline>();
    for (const view of snapshot.timelines) {
      const timeline = this.#timelines.get(view.contact) ?? new Timeline();
      timeline.reset(view);
      timelines.set(view.contact, timeline);
    }
    this.#timelines = timelines;
  }

  #apply(change: Change): void {
    switch (change.change) {
      case "session": {
        const { actual, target, failure } = change.to.readiness;
        if (actual === target || failure !== null) this.view.readyAsked = false;
        this.session = change.to;
        break;
      }
      case "timeline":
        this.#timelineFor(change.to.contact).apply(change.to);
        break;
      case "history":
        this.histories = new Map(this.histories).set(change.to.contact, change.to);
        break;
      case "board":
        this.board = change.to;
        break;
      case "notices":
        this.notices = change.to;
        break;
      case "recent_offers":
        this.recentOffers = change.to;
        break;
      case "options":
        this.options = change.to;
        break;
      case "contact_gone": {
        const timelines = new Map(this.#timelines);
        timelines.delete(change.to.key);
        this.view.forget(change.to.key);
        if (this.histories.has(change.to.key)) {
          const histories = new Map(this.histories);
          histories.delete(change.to.key);
          this.histories = histories;
        }
        this.#timelines = timelines;
        break;
      }
      case "contact":
      case "order":
        break;
    }
  }

  #timelineFor(key: string): Timeline {
    const known = this.#timelines.get(key);
    if (known !== undefined) return known;
    const timeline = new Timeline();
    this.#timelines = new Map(this.#timelines).set(key, timeline);
    return timeline;
  }

  /** Never moves to another contact by itself: the agent may be in the middle of a sentence. */
  #leaveGoneContact(before: readonly ContactView[]): void {
    const isGone = (key: string): boolean => !this.contacts.some((contact) => contact.key === key);
    if (this.besideKey !== null && isGone(this.besideKey)) this.putBeside(null);
    const key = this.selectedKey;
    if (key === null || !isGone(key)) return;
    // The other conversation is on the screen already: it stays, and nothing takes the focus.
    if (this.besideKey !== null) return this.closePane(key);
    const title = before.find((contact) => contact.key === key)?.title ?? null;
    this.select(null);
    this.goneTitle = title;
  }
}

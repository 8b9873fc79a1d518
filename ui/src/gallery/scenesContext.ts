// The panel on the right in its states: earlier contacts and screen pops.
import type { ContactView, HistoryView, PastContactView, PopView } from "~/api/generated/bindings";
import { ago, contact, line } from "./sampleContact";
import { snapshot } from "./sampleDesk";
import type { Scene } from "./scenes";

const DAY = 24 * 60;
const said = (text: string, whisper = false) => ({ text, whisper });

const past: PastContactView[] = [
  {
    at: ago(3 * DAY), contact_type: "Web_Communications", has_whispers: true,
    lines: [
      said("Maria Rossi: Hello, I would like to move to an aisle seat on EI154."),
      said("Tom Brand: Good morning, one moment please."),
      said("Sam Hale: She is Gold, offer row 5 at no cost.", true),
      said("Tom Brand: Thank you!", true),
      said("Tom Brand: I can offer 5C or 11D at no cost. Which would you like?"),
      said("Maria Rossi: 5C please. And is a crème brûlée included? <b>Just kidding</b>"),
      said("Tom Brand: 5C it is. Your ticket is on its way."),
    ],
  },
  { at: ago(19 * DAY), contact_type: "Email", has_whispers: false, lines: [said("Subject: Invoice for booking EI-7QX2P4\nDear team,\nplease send me the invoice for my last flight."), said("The invoice is attached.")] },
  { at: ago(44 * DAY), contact_type: "Web_Communications", has_whispers: false, lines: Array.from({ length: 40 }, (_, index) => said(`${index % 2 === 0 ? "Maria Rossi" : "Li Wei"}: line ${index + 1} about the seat of a long, long chat`)) },
  { at: null, contact_type: null, has_whispers: false, lines: [] },
  ...Array.from({ length: 6 }, (_, index): PastContactView => ({
    at: ago((60 + index * 30) * DAY), contact_type: "Voice", has_whispers: false, lines: [said(`Call ${index + 1}: asked about baggage.`)],
  })),
];

const pops: PopView[] = [
  { id: "1", name: "Customer record", opens: "page", shows: "crm.example.org", in_tab: true, state: { is: "open" } },
  { id: "2", name: "Booking", opens: "page", shows: "booking.example.org", in_tab: true, state: { is: "ready" } },
  { id: "3", name: "Flight status", opens: "page", shows: "flights.example.com", in_tab: false, state: { is: "open" } },
  { id: "4", name: "Ticket printer", opens: "program", shows: "ticket-printer", in_tab: false, state: { is: "ready" } },
  { id: "5", name: "Loyalty desk", opens: "page", shows: "loyalty.example.org", in_tab: true, state: { is: "closed" } },
  { id: "6", name: "Old portal", opens: "nothing", shows: "portal.example.net", in_tab: false, state: { is: "failed", why: { code: "pop_not_allowed", subject: "portal.example.net", detail: null } } },
  { id: "7", name: "Fare rules", opens: "page", shows: "fares.example.org", in_tab: true, state: { is: "failed", why: { code: "pop_failed", subject: null, detail: null } } },
];

const history = (more: Partial<HistoryView>): HistoryView => ({ contact: "maria", state: { is: "here" }, amount: 10, more: true, entries: past, ...more });

function scene(tab: "history" | "pops", histories: HistoryView[], more: Partial<ContactView> = {}, clicks: string[] = []): Scene {
  const maria = contact("maria", "Maria Rossi", { pops, ...more });
  const items = [line(4, "customer", "Maria Rossi", "Is there still a seat on the 18:40?")];
  return {
    snapshot: snapshot([maria], [{ contact: "maria", items, more_before: false }], { histories }),
    selected: "maria",
    clicks: [`context-tab-${tab}`, ...clicks],
  };
}

export const contextScenes: Record<string, Scene> = {
  history: scene("history", [history({})]),
  historyreading: scene("history", [history({})], {}, ["history-entry"]),
  historyasking: scene("history", [history({ state: { is: "asking" }, entries: [] })]),
  historymore: scene("history", [history({ state: { is: "asking" }, amount: 20 })]),
  historynone: scene("history", [history({ entries: [], more: false })], { previous_transcripts: 0 }),
  historyfailed: scene("history", [history({ state: { is: "failed", why: { code: "timed_out", subject: "ewc.example.org:8445", detail: null } }, entries: [] })]),
  historyimpossible: scene("history", [], { actions: { ...contact("x", "x").actions, history: { is: "no", why: "no_customer_address" } } }),
  pops: scene("pops", []),
  popsnone: scene("pops", [], { pops: [] }),
};

// A desk in the middle of a day: the session, the options, and the whole snapshot.
import type { ContactView, LinkView, OptionsView, SessionView, Snapshot, TimelineView } from "~/api/generated/bindings";
import { ago } from "./sampleContact";

export const shippedShortcuts: OptionsView["shortcuts"] = {
  accept_offer: "F2",
  decline_offer: "Alt+D",
  toggle_ready: "Alt+R",
  next_due: "Ctrl+ArrowDown",
  contact_by_place: "Alt+1",
  switch_audience: "Alt+W",
  focus_composer: "Alt+M",
  push_page: "Alt+P",
  close_contact: "Alt+C",
  toggle_customer: "Alt+I",
  command_palette: "Ctrl+K",
  shortcut_list: "F1",
  consult: "Alt+T",
  take_suggestion: "Alt+U",
  side_by_side: "Alt+S",
  supervise: "Alt+V",
  next_urgent: "Alt+N",
  sign_out: "Ctrl+Shift+Q",
};

export function link(server: string, more: Partial<LinkView> = {}): LinkView {
  return { state: "up", server, since: ago(62), attempt: 0, retry_at: null, trouble: null, event_source: null, ...more };
}

export function session(more: Partial<SessionView> = {}): SessionView {
  return {
    phase: "signed_in",
    step: null,
    failure: null,
    agent: { id: "20001", name: "Ann Doyle", supervisor: false },
    readiness: {
      target: "ready", actual: "ready", reason_code: null, since: ago(41), cause: "asked", failure: null,
    },
    contact_control: link("cct.example.org:9084", { event_source: "polling" }),
    chat_server: link("ewc.example.org:8445"),
    ...more,
  };
}

export function signedOut(more: Partial<SessionView> = {}): SessionView {
  return session({
    phase: "signed_out",
    agent: null,
    readiness: { target: "unknown", actual: "unknown", reason_code: null, since: 0, cause: "server", failure: null },
    contact_control: link("", { state: "down" }),
    chat_server: link("", { state: "down" }),
    ...more,
  });
}

export function snapshot(contacts: ContactView[], timelines: TimelineView[], more: Partial<Snapshot> = {}): Snapshot {
  return {
    session: session(),
    contacts,
    timelines,
    notices: [],
    recent_offers: [
      { title: "Ivo Petrov", skillset: "WC_Sales", offered_at: ago(58), ended_at: ago(57.6), end: "accepted" },
      { title: "lena.k@example.org", skillset: "WC_Travel", offered_at: ago(49), ended_at: ago(48.2), end: "gone" },
      { title: "Priya Nair", skillset: null, offered_at: ago(44), ended_at: ago(43.9), end: "returned_with_another" },
    ],
    histories: [],
    board: null,
    options: {
      version: "0.1.0",
      profile: "Dublin",
      sign_in: {
        contact_control: "cct.example.org:9084",
        chat_server: "ewc.example.org:8445",
        user: "adoyle",
        domain: "EXAMPLE",
        use_agent_id_as_ccmm_password: true,
        remember: false,
        password_remembered: true,
      },
      reason_codes: [
        { code: "100", label: "Lunch" },
        { code: "101", label: "Short break" },
        { code: "102", label: "Meeting or training" },
      ],
      default_reason_code: null,
      activity_codes: [],
      closed_reason_required: true,
      max_message_chars: 4096,
      preferences: { theme: "system", sound: true, notifications: true },
      density: "comfortable",
      font_scale_percent: 100,
      shortcuts: shippedShortcuts,
      settings_problems: [],
    },
    ...more,
  };
}

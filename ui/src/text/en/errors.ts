// What each error code says, and what to check.
import type { ErrorCode } from "~/api/generated/bindings";

export interface ErrorWords {
  /** One sentence; `subject` is a server, field or file, or the empty text. */
  says: (subject: string) => string;
  /** What the reader may check or try; empty when there is nothing. */
  check: string;
}

const at = (subject: string, otherwise: string): string => (subject === "" ? otherwise : subject);

export const errors: Record<ErrorCode, ErrorWords> = {
  bad_command: {
    says: () => "The desk did not understand this window.",
    check: "The window and the desk may be of different versions. Restart Frontdesk.",
  },
  not_supported_here: {
    says: () => "This cannot be done here.",
    check: "Use the installed Frontdesk instead of the browser page.",
  },
  not_signed_in: { says: () => "You are not signed in.", check: "Sign in and try again." },
  already_signed_in: { says: () => "Somebody is signed in already.", check: "Sign out first, or wait until the sign-in ends." },
  wrong_credentials: {
    says: (subject) => `${at(subject, "The contact control server")} did not accept the user, domain or password.`,
    check: "Check the domain as well as the password, and whether Caps Lock is on.",
  },
  no_agent: {
    says: () => "This user has no agent.",
    check: "Ask an administrator to link the user to an agent in Contact Center.",
  },
  several_agents: {
    says: () => "This user has several agents.",
    check: "Enter the agent id to use, or let the settings name it.",
  },
  agent_login_refused: {
    says: (subject) => `${at(subject, "The contact control server")} refused to log the agent in.`,
    check: "The agent may be logged in at another desk. Sign out there, or wait a minute.",
  },
  chat_login_refused: {
    says: (subject) => `${at(subject, "The chat server")} refused the agent id or the CCMM password.`,
    check: "If your CCMM password is not your agent id, enter it under “CCMM password”.",
  },
  name_not_found: {
    says: (subject) => `There is no server with the name ${at(subject, "in the settings")}.`,
    check: "Check the name in the settings, and whether you are on the company network or VPN.",
  },
  connection_refused: {
    says: (subject) => `${at(subject, "The server")} refuses connections.`,
    check: "The server program may be stopped, or the port in the settings may be wrong.",
  },
  timed_out: {
    says: (subject) => `${at(subject, "The server")} did not answer in time.`,
    check: "Check the network or VPN. A firewall may block the port.",
  },
  connection_lost: {
    says: (subject) => (subject === "" ? "The connection broke." : `The connection to ${subject} broke.`),
    check: "Check the network. Frontdesk keeps trying by itself.",
  },
  certificate_expired: {
    says: (subject) => `The certificate of ${at(subject, "the server")} has expired or is not valid yet.`,
    check: "Check the clock of this computer; otherwise an administrator must renew the certificate.",
  },
  certificate_wrong_name: {
    says: (subject) => `The certificate of ${at(subject, "the server")} is for another name.`,
    check: "Use the full name of the server in the settings, as the certificate has it.",
  },
  certificate_untrusted: {
    says: (subject) => `The certificate of ${at(subject, "the server")} comes from an issuer this computer does not trust.`,
    check: "Ask an administrator to install the company's root certificate on this computer.",
  },
  tls_failed: {
    says: (subject) => `No secure connection to ${at(subject, "the server")} could be made.`,
    check: "The server may only offer an outdated version of TLS, or none on this port.",
  },
  not_the_server: {
    says: (subject) => `${at(subject, "The address")} answers, but not as the server we expect.`,
    check: "Check host, port and path in the settings. A proxy may be answering instead.",
  },
  bad_address: {
    says: (subject) => (subject === "" ? "An address in the settings is not valid." : `“${subject}” is not a valid address.`),
    check: "Correct it in the settings; they need a host and, where it differs, a port.",
  },
  no_answer: {
    says: (subject) => `${at(subject, "The server")} is connected but gave no answer.`,
    check: "Try once more. If it goes on, the server may be overloaded.",
  },
  server_fault: {
    says: (subject) => `${at(subject, "The server")} could not do it.`,
    check: "Try once more. If it goes on, tell support these words.",
  },
  server_error: {
    says: (subject) => `${at(subject, "The server")} refused it.`,
    check: "Try once more. If it goes on, tell support the code.",
  },
  session_ended: {
    says: (subject) => `Your session at ${at(subject, "the server")} has ended.`,
    check: "You may have signed in somewhere else. Sign in again to go on here.",
  },
  no_such_contact: { says: () => "This contact is no longer yours.", check: "" },
  no_such_item: { says: () => "This line is no longer there.", check: "" },
  no_chat_id: {
    says: () => "The contact server does not say which chat this contact is.",
    check: "Support can see with “desk doctor” what the server sends.",
  },
  not_possible: { says: () => "That is not possible at the moment.", check: "" },
  contacts_open: {
    says: () => "You cannot sign out while contacts are open.",
    check: "Close your contacts first; going Not Ready stops new ones.",
  },
  text_empty: { says: () => "There is nothing to send.", check: "" },
  text_too_long: { says: () => "The text is too long for one message.", check: "Shorten it, or send it in parts." },
  link_not_allowed: { says: () => "Only http and https addresses can be opened.", check: "" },
  page_not_listed: {
    says: () => "This page is not in the contact center's list.",
    check: "Choose one from the list; an administrator can add pages.",
  },
  operation_refused: {
    says: () => "The chat server did not do it.",
    check: "The chat may have been transferred before, or the other agent may not be free any more.",
  },
  consult_declined: { says: () => "The other agent did not take the consult.", check: "Ask somebody else, or try again." },
  consult_timed_out: { says: () => "The other agent did not answer in time.", check: "Ask somebody else, or try again." },
  partner_left: { says: () => "The other agent has left the chat.", check: "" },
  no_such_destination: {
    says: () => "This agent or skillset is no longer available.",
    check: "Refresh the list and choose again.",
  },
  pop_failed: { says: () => "The screen pop could not be opened.", check: "" },
  pop_not_allowed: {
    says: () => "The settings do not allow this screen pop.",
    check: "An administrator can add the host or program to the list of allowed ones.",
  },
  keychain_unavailable: {
    says: () => "The system's keychain is not available.",
    check: "Unlock it, or sign in without “Remember my password”.",
  },
};

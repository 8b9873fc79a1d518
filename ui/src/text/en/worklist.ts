// Words of the work list on the left and of the customer panel on the right.

export const worklist = {
  landmark: "Work list",
  offered: "Offered",
  mine: "My contacts",
  accept: "Accept",
  decline: "Decline",
  declineReturns: (count: number) =>
    count === 1 ? "Decline returns it to its queue and sets you Not Ready." : `Decline returns ${count} offers and sets you Not Ready.`,
  waited: (clock: string) => `waited ${clock}`,
  consult: "Consult",
  offerLabel: (kind: string, title: string) => `Offer: ${kind}, ${title}`,
  you: "You:",
  whisper: "Whisper:",
  noLine: "No messages yet",
  unread: (count: number) => (count === 1 ? "1 unread message" : `${count} unread messages`),
  unanswered: (count: number) => (count === 1 ? "1 message without an answer" : `${count} messages without an answer`),
  waiting: (clock: string) => `Waits ${clock}`,
  dueIn: (clock: string) => `Waits for an answer; due in ${clock}`,
  overdueBy: (clock: string) => `Waits for an answer; overdue by ${clock}`,
  answered: "Nothing waits for an answer",
  draft: "Draft:",
  typing: "typing…",
  nextDue: "Next due:",
  nothingDue: "Nobody waits for an answer",
  nobody: "Nobody yet",
  emptyReadyTitle: "No contacts",
  emptyReady: "You are Ready. An offer will appear here.",
  emptyNotReadyTitle: "You are Not Ready",
  emptyNotReady: "Go Ready to be offered contacts.",
};

export const customer = {
  landmark: "Customer",
  show: "Show customer panel",
  hide: "Hide customer panel",
  device: "Device",
  connection: "Connection",
  previous: "Earlier conversations",
  raw: "All fields as the server sends them",
  empty: "The server sent nothing about this customer.",
  waitSeconds: (seconds: string) => `${seconds} s`,
};

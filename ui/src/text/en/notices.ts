// Words of the quiet stack of notices.

export const notices = {
  landmark: "Notices",
  restored: (from: string, to: string) => `You were disconnected from ${from} to ${to}`,
  missed: (count: number) => (count === 0 ? "No message was missed." : count === 1 ? "1 message arrived meanwhile." : `${count} messages arrived meanwhile.`),
  notDelivered: (count: number) => (count === 1 ? "1 line of yours did not get through." : `${count} lines of yours did not get through.`),
  contactGone: (title: string) => `${title} is no longer with you`,
  undelivered: (title: string) => `Your line to ${title} was never delivered`,
  unreadable: (count: number) => (count === 1 ? "The server sent something Frontdesk cannot read" : `The server sent ${count} things Frontdesk cannot read`),
  unreadableHint: "Your conversations go on. Support can see it with “desk doctor”.",
  settings: "The settings need attention",
  settingsHint: "Frontdesk goes on with the default for it.",
  code: (detail: string) => `Server: ${detail}`,
  more: (count: number) => `${count} more`,
};

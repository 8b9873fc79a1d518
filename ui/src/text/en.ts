// English: the tables of every part of the window, together.
import { agentBar } from "./en/agentBar";
import { commands } from "./en/commands";
import { context } from "./en/context";
import { composer, conversation, wrapUp } from "./en/conversation";
import { errors } from "./en/errors";
import { notices } from "./en/notices";
import { signIn } from "./en/signIn";
import { states } from "./en/states";
import { supervise } from "./en/supervise";
import { together } from "./en/together";
import { customer, worklist } from "./en/worklist";

export const en = {
  product: "Frontdesk",
  common: {
    close: "Close",
    cancel: "Cancel",
    dismiss: "Dismiss",
    tryAgain: "Try again",
    open: "Open",
    copy: "Copy",
    copied: "Copied",
    nothingFound: "Nothing found",
    duration: {
      underMinute: "less than a minute",
      minutes: (count: number) => `${count} min`,
      hours: (hours: number, minutes: number) => (minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`),
    },
    days: { today: "Today", yesterday: "Yesterday" },
    loading: "Opening the desk…",
    loadingHint: "It should take less than a second.",
    lostDesk: "The window has lost its connection to the desk.",
    lostDeskHint: (attempt: number) => `Trying again by itself (attempt ${attempt}). What is on screen may be out of date.`,
  },
  agentBar,
  commands,
  composer,
  context,
  conversation,
  customer,
  errors,
  notices,
  signIn,
  states,
  supervise,
  together,
  worklist,
  wrapUp,
};

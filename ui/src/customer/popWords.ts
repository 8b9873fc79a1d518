// What a screen pop opens and where, in words, and what can be done with it.
import type { PopView } from "~/api/generated/bindings";
import { text } from "~/text";

/** Before the click: where it will open. */
export function popMeans(pop: PopView): string {
  const words = text.context.pops;
  switch (pop.opens) {
    case "page":
      return pop.in_tab ? words.opensWindow : words.opensBrowser;
    case "program":
      return words.startsProgram;
    case "nothing":
      return words.opensNothing;
  }
}

/** How far it has got, and where it opened. */
export function popStateWords(pop: PopView): string {
  const words = text.context.pops;
  if (pop.state.is !== "open") return words.state[pop.state.is];
  if (pop.opens === "program") return words.started;
  return pop.in_tab ? words.inWindow : words.inBrowser;
}

/** What its button says; absent where there is nothing to open. */
export function popVerb(pop: PopView): string | null {
  const words = text.context.pops;
  if (pop.opens === "nothing") return null;
  const program = pop.opens === "program";
  switch (pop.state.is) {
    case "ready":
    case "opening":
      return program ? words.start : words.open;
    case "open":
      return program ? words.startAgain : words.showAgain;
    case "closed":
      return program ? words.startAgain : words.openAgain;
    case "failed":
      return pop.state.why.code === "pop_not_allowed" ? null : words.tryAgain;
  }
}

/** Only what the desk shows itself can be closed by it. */
export function popCloses(pop: PopView): boolean {
  return pop.opens === "page" && pop.in_tab && pop.state.is === "open";
}

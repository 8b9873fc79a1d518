// One composer for the window: texts outlive the conversation on screen.
import { getContext, setContext } from "svelte";
import type { Composer } from "./composer.svelte";

const KEY = Symbol("composer");

export function provideComposer(composer: Composer): void {
  setContext(KEY, composer);
}

export function useComposer(): Composer {
  return getContext<Composer>(KEY);
}

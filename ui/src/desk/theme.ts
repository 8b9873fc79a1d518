// Which of the four looks applies: the agent's choice first, the system's otherwise, followed live.
import type { Theme } from "~/api/generated/bindings";

export type Look = "light" | "dark" | "contrast" | "contrast-dark";

export function lookFor(theme: Theme, system: { dark: boolean; contrast: boolean }): Look {
  switch (theme) {
    case "light":
    case "dark":
      return theme;
    case "contrast":
      return system.dark ? "contrast-dark" : "contrast";
    case "system":
      if (system.contrast) return system.dark ? "contrast-dark" : "contrast";
      return system.dark ? "dark" : "light";
  }
}

/** Keeps the document's look right; `theme` is asked again whenever the system changes. */
export function followSystem(page: Window, apply: (system: { dark: boolean; contrast: boolean }) => void): () => void {
  const dark = page.matchMedia("(prefers-color-scheme: dark)");
  const contrast = page.matchMedia("(prefers-contrast: more)");
  const changed = (): void => apply({ dark: dark.matches, contrast: contrast.matches });
  dark.addEventListener("change", changed);
  contrast.addEventListener("change", changed);
  changed();
  return () => {
    dark.removeEventListener("change", changed);
    contrast.removeEventListener("change", changed);
  };
}

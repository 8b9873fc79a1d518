// Text on its surface is at least 4.5:1 and a control's outline 3:1, in every theme.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

function themeOf(name: string): Map<string, string> {
  const block = new RegExp(`:root\\[data-theme="${name}"\\] \\{([^}]*)\\}`, "u").exec(css)?.[1] ?? "";
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/gu)].map((match) => [match[1] ?? "", match[2] ?? ""]));
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ["background", "panel", "hover", "accent-tint"];
const texts: [string, string[]][] = [
  ["ink", [...surfaces, "due-tint", "late-tint", "whisper-tint"]],
  ["soft", [...surfaces, "whisper-tint", "late-tint"]],
  ["faint", ["background", "panel", "accent-tint"]],
  ["accent", ["panel", "background", "accent-tint", "hover"]],
  ["on-accent", ["accent", "accent-strong", "whisper", "whisper-strong"]],
  ["good", ["panel", "good-tint"]],
  ["due", ["panel", "due-tint", "accent-tint", "background"]],
  ["late", ["panel", "late-tint", "background"]],
  ["whisper", ["panel", "background", "whisper-tint", "accent-tint", "hover"]],
];

describe.each(["light", "dark", "contrast", "contrast-dark"])("%s", (name) => {
  const theme = themeOf(name);
  const color = (token: string): string => theme.get(token) ?? "missing";
  it.each(texts)("%s can be read on all it stands on", (text, on) => {
    for (const surface of on) {
      expect(ratio(color(text), color(surface)), `${text} ${color(text)} on ${surface} ${color(surface)}`).toBeGreaterThanOrEqual(4.5);
    }
  });
  it("shows where a control is", () => {
    for (const surface of ["panel", "background"]) expect(ratio(color("control"), color(surface))).toBeGreaterThanOrEqual(3);
  });
});

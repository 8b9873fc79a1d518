// Key combinations: read, compared, shown, and changed by the settings.
import { describe, expect, it } from "vitest";
import { matches, parseCombo, shown, type Press } from "./combo";
import { shippedShortcuts } from "~/gallery/sampleDesk";
import { isText, Shortcuts } from "./shortcuts";

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key, code: "", ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...more,
});

describe("combinations", () => {
  it.each([
    ["Ctrl+K", "Ctrl K"],
    ["Ctrl+ArrowDown", "Ctrl ↓"],
    ["F2", "F2"],
    ["Alt+Shift+X", "Alt Shift X"],
    ["Ctrl+Plus", "Ctrl +"],
    ["Alt+Space", "Alt Space"],
  ])("%s is shown as %s", (words, expected) => {
    const combo = parseCombo(words);
    expect(combo === null ? null : shown(combo)).toBe(expected);
  });
  it.each(["", "+", "Hyper+K"])("%j is none", (words) => expect(parseCombo(words)).toBeNull());
  it("takes the place of the key where Alt makes another sign of it", () => {
    const combo = parseCombo("Alt+W");
    expect(combo !== null && matches(combo, press("∑", { altKey: true, code: "KeyW" }))).toBe(true);
    expect(combo !== null && matches(combo, press("w", { code: "KeyW" }))).toBe(false);
  });
});

describe("shortcuts", () => {
  const shortcuts = new Shortcuts({ ...shippedShortcuts, accept_offer: "Ctrl+Enter" });
  it("are those of the settings", () => {
    expect(shortcuts.find(press("F2"))).toBeNull();
    expect(shortcuts.find(press("Enter", { ctrlKey: true }))?.action).toBe("accept_offer");
    expect(shortcuts.find(press("k", { ctrlKey: true }))?.action).toBe("command_palette");
    expect(shortcuts.find(press("Q", { ctrlKey: true, shiftKey: true }))?.action).toBe("sign_out");
  });
  it("know the place of a contact, and ? whatever key makes it", () => {
    expect(shortcuts.find(press("3", { altKey: true }))).toEqual({ action: "contact_by_place", place: 3 });
    expect(shortcuts.find(press("?", { shiftKey: true }))?.action).toBe("shortcut_list");
    expect(shortcuts.placeKeys(3)).toBe("Alt 3");
    expect(shortcuts.placeKeys(10)).toBe("");
  });
  it("that were taken away do nothing and are listed nowhere", () => {
    const few = new Shortcuts({ sign_out: "Alt+Q" });
    expect(few.actions).toEqual(["sign_out"]);
    expect(few.find(press("F1"))).toBeNull();
    expect(few.find(press("?", { shiftKey: true }))).toBeNull();
    expect(few.keys("accept_offer")).toBe("");
    expect(few.placeKeys(1)).toBe("");
  });
  it("leave plain letters to the one who writes", () => {
    expect(isText(press("?"))).toBe(true);
    expect(isText(press("F2"))).toBe(false);
    expect(isText(press("k", { ctrlKey: true }))).toBe(false);
  });
});

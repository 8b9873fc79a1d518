// Shows a scene: the real application over a fake host, then the scene's clicks and typing.
import { mount, tick } from "svelte";
import App from "~/App.svelte";
import type { OptionsView, Theme } from "~/api/generated/bindings";
import { FakeHost } from "~/api/fakeHost";
import { Desk } from "~/desk/desk.svelte";
import { scenes } from "./scenes";
import "~/styles/tokens.css";
import "~/styles/base.css";

const wanted = new URLSearchParams(location.search);
const scene = scenes[wanted.get("scene") ?? "desk"] ?? scenes["desk"];
const target = document.getElementById("app");
if (scene === undefined || target === null) throw new Error("no such scene");

const theme = wanted.get("theme") as Theme | null;

const { snapshot } = scene;
const options: OptionsView = {
  ...snapshot.options,
  preferences: { ...snapshot.options.preferences, theme: theme ?? "light" },
  density: wanted.get("density") === "compact" ? "compact" : "comfortable",
  font_scale_percent: Number(wanted.get("text") ?? 100),
};
const host = new FakeHost({ ...snapshot, options });
const desk = new Desk(host);
mount(App, { target, props: { desk } });

async function drawn(): Promise<void> {
  await tick();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

async function play(): Promise<void> {
  await drawn();
  if (scene?.selected !== undefined) desk.select(scene.selected);
  await drawn();
  if (scene?.beside !== undefined) desk.putBeside(scene.beside);
  await drawn();
  for (const id of scene?.clicks ?? []) {
    document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.click();
    await drawn();
  }
  const field = document.querySelector<HTMLTextAreaElement>('[data-testid="composer-text"]');
  if (scene?.typed !== undefined && field !== null) {
    field.value = scene.typed;
    field.setSelectionRange(scene.typed.length, scene.typed.length);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  await drawn();
}

/** Whoever is observed in the gallery is there already, or stays away. */
host.handlers.observe = ({ guid }) => ({ contact: guid });

host.handlers.brief_facts = () => ({
  minutes: 4,
  exchanges: [
    { author: "me", name: "Ann Doyle", text: "EI158 at 18:40 still has seats." },
    { author: "customer", name: "Maria Rossi", text: "And who pays for the hotel?" },
  ],
  pages: ["https://www.example.org/travel/rebooking"],
});

let moment = 0;
const tells = scene.everySecond;
if (tells !== undefined) setInterval(() => host.push(tells((moment += 1))), 1000);

Object.assign(window, { desk, host, played: play() });

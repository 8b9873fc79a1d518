// Picks the host, makes the desk, and shows it.
import { mount } from "svelte";
import App from "./App.svelte";
import { pickHost } from "~/api/pickHost";
import { Desk } from "~/desk/desk.svelte";
import "~/styles/tokens.css";
import "~/styles/base.css";

const target = document.getElementById("app");
if (target === null) throw new Error("the page has no element for the application");
mount(App, { target, props: { desk: new Desk(pickHost(window)) } });

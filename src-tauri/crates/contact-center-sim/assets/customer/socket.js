// The chat's socket: pings, and comes back with the session key when the connection is lost.

import { chatUrl } from "/page/links.js";

const pingEvery = 5_000;
const pongWithin = 15_000;
const retryEvery = 3_000;
const retryFor = 150_000;
const kept = "chat-session";

export class ChatSocket {
  #socket = null;
  #chat;
  #session = null;
  #frames;
  #states;
  #pinging = null;
  #awaiting = false;
  #overdue = null;
  #lostAt = null;
  #done = false;

  // `chat`: the fields of requestChat. `frames` gets every frame's body with its type, `states`
  // gets connecting, open, reconnecting or closed.
  constructor(chat, frames, states) {
    this.#chat = chat;
    this.#frames = frames;
    this.#states = states;
  }

  // The chat that this tab had before it was loaded again.
  static kept() {
    const text = sessionStorage.getItem(kept);
    return text === null ? null : JSON.parse(text);
  }

  open(session = null) {
    this.#session = session;
    this.#states(this.#lostAt === null ? "connecting" : "reconnecting");
    const socket = new WebSocket(chatUrl);
    this.#socket = socket;
    socket.onopen = () => {
      this.send("requestChat", {
        guid: this.#session?.guid ?? null,
        authenticationKey: this.#session?.key ?? null,
        ...this.#chat,
      });
      this.#awaiting = false;
      this.#pinging = setInterval(() => this.#ping(), pingEvery);
    };
    socket.onmessage = (event) => this.#receive(event.data);
    socket.onclose = () => this.#closed(socket);
  }

  send(method, fields = {}) {
    if (this.#socket?.readyState === WebSocket.OPEN) {
      const body = { method, ...fields };
      this.#socket.send(JSON.stringify({ apiVersion: "1.0", type: "request", body }));
    }
  }

  // The chat is over: no coming back.
  finish() {
    this.#done = true;
    sessionStorage.removeItem(kept);
    this.#socket?.close(1000);
  }

  #ping() {
    if (!this.#awaiting) {
      this.#awaiting = true;
      this.send("ping");
      const socket = this.#socket;
      this.#overdue = setTimeout(() => socket.close(4001, "no answer to ping"), pongWithin);
    }
  }

  #receive(text) {
    const frame = JSON.parse(text);
    const body = frame.body ?? {};
    if (body.method === "ping") {
      this.#awaiting = false;
      // Otherwise it would end a later ping, which has only just been sent.
      clearTimeout(this.#overdue);
      return;
    }
    if (body.method === "requestChat" && frame.type !== "error") {
      this.#session = { guid: body.guid, key: body.authenticationKey };
      sessionStorage.setItem(kept, JSON.stringify({ ...this.#session, chat: this.#chat }));
      this.#lostAt = null;
      this.#states("open");
    }
    this.#frames(body, frame.type);
  }

  #closed(socket) {
    if (socket !== this.#socket) return;
    clearInterval(this.#pinging);
    clearTimeout(this.#overdue);
    const now = Date.now();
    this.#lostAt ??= now;
    if (this.#done || this.#session === null || now - this.#lostAt > retryFor) {
      sessionStorage.removeItem(kept);
      this.#states("closed");
      return;
    }
    this.#states("reconnecting");
    setTimeout(() => {
      if (!this.#done) this.open(this.#session);
    }, retryEvery);
  }
}

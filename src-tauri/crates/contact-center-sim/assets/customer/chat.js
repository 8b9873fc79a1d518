// One chat: what each frame does to the page, and what the customer's actions send.

import { Hold } from "/page/hold.js";
import { ChatSocket } from "/page/socket.js";
import * as transcript from "/page/transcript.js";

const at = (id) => document.querySelector(`#${id}`);
const askQueueAfter = 3_000;
const typingFor = 3_000;

export class Chat {
  #socket;
  #hold = new Hold();
  #name = "You";
  #agents = new Map();
  #typing = new Map();
  #served = false;
  #over = false;
  #asked = null;
  #told = 0;

  constructor(fields, ended) {
    this.ended = ended;
    this.#socket = new ChatSocket(
      fields,
      (body, type) => this.#frame(body, type),
      (state) => this.#state(state),
    );
  }

  start(session = null) {
    if (session === null) transcript.clear();
    else transcript.restore();
    this.#people();
    this.#socket.open(session);
  }

  say(text) {
    this.#socket.send("newMessage", { message: text });
    this.#type(false);
    transcript.line("mine", this.#name, text);
  }

  push(url) {
    this.#socket.send("newPushPageMessage", { pagePushURL: url });
    transcript.page("mine", this.#name, url);
  }

  // A key was pressed: said at most every two seconds, taken back after three of silence.
  typed() {
    const now = Date.now();
    if (now - this.#told > 2_000) {
      this.#told = now;
      this.#socket.send("isTyping", { isTyping: true });
    }
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.#type(false), typingFor);
  }

  close() {
    if (this.connection === "open") this.#socket.send("closeConversation");
    else this.#end("You have closed the chat.");
  }

  #type(on) {
    clearTimeout(this.silence);
    if (!on && this.#told === 0) return;
    this.#told = 0;
    this.#socket.send("isTyping", { isTyping: on });
  }

  #frame(body, type) {
    if (type === "error") {
      this.#failed(body);
      return;
    }
    const when = body.timestamp ?? Date.now();
    switch (body.method) {
      case "requestChat":
        this.#name = body.intrinsics?.name || "You";
        this.#waiting(body);
        break;
      case "queueStatus":
        this.#queue(body.positionInQueue, body.estimatedWaitTime);
        break;
      case "newParticipant":
        this.#joined(body);
        break;
      case "participantLeave":
        this.#left(body);
        break;
      case "isTyping":
        this.#agentTypes(body.agentId, body.isTyping);
        break;
      case "newMessage":
        this.#agentTypes(null, false);
        transcript.line("theirs", body.displayName, body.message, when);
        break;
      case "newPushPageMessage":
        transcript.page("theirs", body.displayName, body.pagePushURL, when);
        break;
      case "closeConversation":
        if (body.result) this.#end("You have closed the chat.");
        break;
      default:
    }
  }

  #waiting(body) {
    this.#enable();
    if (this.#served) return;
    this.#hold.play(
      body.webOnHoldComfortGroups ?? [],
      body.webOnHoldURLs ?? [],
      (text) => transcript.line("centre", null, text),
      (description, url) => {
        transcript.line("centre", null, description);
        transcript.page("centre", null, url);
      },
    );
    clearTimeout(this.#asked);
    this.#asked = setTimeout(() => this.#socket.send("queueStatus"), askQueueAfter);
  }

  #queue(position, seconds) {
    if (this.#served || position <= 0 || seconds < 60) return;
    const minutes = Math.round(seconds / 60);
    const unit = minutes === 1 ? "minute" : "minutes";
    transcript.line("centre", null, `You are number ${position}. About ${minutes} ${unit} to wait.`);
  }

  #joined(body) {
    clearTimeout(this.#asked);
    this.#hold.stop();
    this.#served = true;
    // After a lost connection the centre names those again who are there still.
    const known = this.#agents.has(body.agentId);
    this.#show(body.participants);
    if (!known) {
      const role = body.participantRole ?? body.role;
      const as = role === "supervisor" ? " (supervisor)" : "";
      transcript.line("centre", null, `${body.displayName}${as} has joined.`);
    }
    this.#enable();
  }

  #left(body) {
    const name = this.#agents.get(body.agentId) ?? "The agent";
    this.#show(body.participants);
    transcript.line("centre", null, `${name} has left.`);
    if (body.endChatFlag) {
      this.#end("The chat has ended. Thank you.");
      return;
    }
    if (body.numberOfParticipants === 0) {
      // Handed over: nobody reads until the next agent has joined.
      this.#served = false;
      this.#enable();
      at("state").textContent = "Waiting for the next agent…";
    }
  }

  #show(participants) {
    this.#agents = new Map(participants.map((agent) => [agent.id, agent.name]));
    this.#people();
  }

  // At most three agents are shown, each with a mark while it types.
  #people() {
    const items = [...this.#agents].slice(0, 3).map(([id, name]) => {
      const item = document.createElement("li");
      item.textContent = name;
      item.className = this.#typing.has(id) ? "typing" : "";
      return item;
    });
    at("people").replaceChildren(...items);
    const names = [...this.#typing.keys()].map((id) => this.#agents.get(id) ?? "The agent");
    at("typing").textContent = names.length === 0 ? "" : `${names.join(" and ")} is typing…`;
  }

  #agentTypes(id, on) {
    const stop = (agent) => {
      clearTimeout(this.#typing.get(agent));
      this.#typing.delete(agent);
    };
    if (id === null) [...this.#typing.keys()].forEach(stop);
    else stop(id);
    if (on) {
      const expire = () => {
        this.#typing.delete(id);
        this.#people();
      };
      this.#typing.set(id, setTimeout(expire, typingFor));
    }
    this.#people();
  }

  #state(state) {
    this.connection = state;
    const words = {
      connecting: "Connecting…",
      open: this.#served ? "Connected." : "Connected. Waiting for an agent…",
      reconnecting: "The connection was lost. Trying again…",
      closed: "The connection is closed.",
    };
    if (!this.#over) at("state").textContent = words[state];
    if (state === "closed" && !this.#over) this.#end(words.closed);
    this.#enable();
  }

  #failed(body) {
    transcript.line("centre", null, body.errorMessage ?? "Something went wrong.");
    const gone = body.code === 2 || body.method === "requestChat";
    if (gone) this.#end("This chat cannot go on.");
  }

  #enable() {
    const able = this.#served && !this.#over && this.connection === "open";
    for (const id of ["message", "send", "link", "send-link"]) at(id).disabled = !able;
    if (able) at("state").textContent = "Connected.";
  }

  #end(words) {
    this.#over = true;
    this.#hold.stop();
    clearTimeout(this.#asked);
    this.#socket.finish();
    at("state").textContent = words;
    this.#enable();
    this.ended();
  }
}

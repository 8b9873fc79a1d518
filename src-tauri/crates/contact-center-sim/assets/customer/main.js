// Starts the page: the form before a chat, the room during it.

import * as callback from "/page/callback.js";
import { Chat } from "/page/chat.js";
import { openQueues } from "/page/queues.js";
import { ChatSocket } from "/page/socket.js";

const at = (id) => document.querySelector(`#${id}`);
let chat = null;

async function lookAtQueues() {
  const hint = at("queues");
  hint.classList.remove("bad");
  try {
    const open = await openQueues();
    const before = at("skillset").value;
    at("skillset").replaceChildren(...open.map((name) => new Option(name.replaceAll("_", " "), name)));
    if (open.includes(before)) at("skillset").value = before;
    at("start").disabled = open.length === 0;
    hint.textContent = open.length === 0 ? "Nobody is free for a chat just now." : "";
  } catch {
    at("start").disabled = true;
    hint.textContent = "The contact centre cannot be reached.";
    hint.classList.add("bad");
  }
}

function emailIsValid() {
  const email = at("email");
  return email.value.trim() !== "" && email.validity.valid;
}

function fields() {
  const booking = at("booking").value.trim();
  return {
    deviceType: navigator.userAgent,
    requestTranscript: at("transcript").checked && emailIsValid(),
    intrinsics: {
      email: at("email").value.trim(),
      name: at("name").value.trim(),
      country: at("country").value.trim(),
      area: at("area").value.trim(),
      phoneNumber: at("phone").value.trim(),
      skillset: at("skillset").value,
      customFields: [
        { title: "locale", value: navigator.language },
        ...(booking === "" ? [] : [{ title: "booking", value: booking }]),
      ],
    },
  };
}

function enter(asked, session) {
  at("ask").hidden = true;
  at("room").hidden = false;
  at("close").hidden = false;
  at("again").hidden = true;
  chat = new Chat(asked, () => {
    at("close").hidden = true;
    at("again").hidden = false;
    at("again").focus();
  });
  chat.start(session);
}

at("email").addEventListener("input", () => {
  at("transcript").disabled = !emailIsValid();
  if (!emailIsValid()) at("transcript").checked = false;
});
at("look").addEventListener("click", () => void lookAtQueues());
at("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  if (!at("email").validity.valid) {
    at("queues").textContent = "Please check the e-mail address, or leave it empty.";
    at("email").focus();
    return;
  }
  enter(fields(), null);
});
at("say").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = at("message").value.trim();
  if (text === "") return;
  chat.say(text);
  at("message").value = "";
  at("message").focus();
});
at("message").addEventListener("input", () => chat.typed());
at("message").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    at("say").requestSubmit();
  }
});
at("push").addEventListener("submit", (event) => {
  event.preventDefault();
  const url = at("link").value.trim();
  if (url === "") return;
  chat.push(url);
  at("link").value = "";
});
at("close").addEventListener("click", () => chat.close());
at("again").addEventListener("click", () => {
  at("room").hidden = true;
  at("ask").hidden = false;
  void lookAtQueues();
  at("name").focus();
});

void lookAtQueues();
void callback.prepare().catch(() => {});
const before = ChatSocket.kept();
if (before !== null) enter(before.chat, before);
// Queues open and close; look again now and then while the form is shown.
setInterval(() => {
  if (!at("ask").hidden && at("start").disabled) void lookAtQueues();
}, 5_000);

// The lines of a conversation; text is text, and links open only when clicked.

const list = document.querySelector("#lines");
const kept = "chat-lines";
let entries = [];

export function clear() {
  entries = [];
  sessionStorage.removeItem(kept);
  list.replaceChildren();
}

// Shows again what this tab showed before it was loaded anew.
export function restore() {
  const before = JSON.parse(sessionStorage.getItem(kept) ?? "[]");
  clear();
  for (const entry of before) {
    (entry.page ? page : line)(entry.kind, entry.who, entry.text, entry.at);
  }
}

// `kind`: mine, theirs or centre.
export function line(kind, who, text, at = Date.now()) {
  keep({ page: false, kind, who, text, at });
  add(kind, who, at, document.createTextNode(text));
}

export function page(kind, who, url, at = Date.now()) {
  const target = webAddress(url);
  if (target === null) {
    line(kind, who, url, at);
    return;
  }
  keep({ page: true, kind, who, text: url, at });
  const link = document.createElement("a");
  link.href = target;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.textContent = url;
  add(kind, who, at, link);
}

// A web address as people write it; anything but http and https is no link.
export function webAddress(text) {
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}

function keep(entry) {
  entries.push(entry);
  sessionStorage.setItem(kept, JSON.stringify(entries));
}

function add(kind, who, at, content) {
  const item = document.createElement("li");
  item.className = kind;
  if (who !== null) {
    const meta = document.createElement("span");
    meta.className = "meta";
    const time = new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    meta.textContent = `${who}, ${time}`;
    item.append(meta);
  }
  item.append(content);
  list.append(item);
  list.scrollTop = list.scrollHeight;
}

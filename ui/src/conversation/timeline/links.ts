// Finds web addresses in a text, so that they can be opened by a click and never by themselves.

export interface Part {
  text: string;
  /** The address to open; absent for plain text. */
  url: string | null;
  host: string;
}

const ADDRESS = /https?:\/\/[^\s<>"“”«»]+/giu;
/** What ends a sentence rather than an address. */
const TRAILING = /[.,;:!?'’)\]}]+$/u;

export function splitLinks(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  const plain = (until: number): void => {
    if (until > from) parts.push({ text: text.slice(from, until), url: null, host: "" });
  };
  for (const match of text.matchAll(ADDRESS)) {
    const shown = match[0].replace(TRAILING, "");
    const host = hostOf(shown);
    if (host === null) continue;
    plain(match.index);
    parts.push({ text: shown, url: shown, host });
    from = match.index + shown.length;
  }
  plain(text.length);
  return parts;
}

/** The host as it really is (no look-alike letters, no name in front of an @), or nothing when it is no web address. */
export function hostOf(address: string): string | null {
  try {
    const url = new URL(address);
    return (url.protocol === "http:" || url.protocol === "https:") && url.host !== "" ? url.host : null;
  } catch {
    return null;
  }
}

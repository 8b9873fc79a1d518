// What plays while the customer waits: comfort messages and pages, each in its rhythm.

export class Hold {
  #timers = [];

  // `say` gets a text, `page` gets a description and URLs.
  play(groups, pages, say, page) {
    this.stop();
    for (const group of groups) {
      const messages = [...group.messages].sort((a, b) => a.sequence - b.sequence);
      this.#repeat(group.delay, messages, (entry) => say(entry.message));
    }
    const bySequence = [...pages].sort((a, b) => a.sequence - b.sequence);
    for (const tag of bySequence) {
      this.#repeat(tag.holdTime, tag.urls, (entry) => page(tag.description, entry.url));
    }
  }

  stop() {
    this.#timers.forEach(clearInterval);
    this.#timers = [];
  }

  // One entry after the other, then none: nobody wants to read the same twice.
  #repeat(seconds, entries, show) {
    if (entries.length === 0 || !(seconds > 0)) return;
    let next = 0;
    const timer = setInterval(() => {
      show(entries[next]);
      next += 1;
      if (next >= entries.length) clearInterval(timer);
    }, seconds * 1000);
    this.#timers.push(timer);
  }
}

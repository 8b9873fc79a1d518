// Where the keyboard is, and when it has left.

const FOCUSABLE = 'button:not([tabindex="-1"]), [href], input, select, textarea, [tabindex]:not([tabindex="-1"])';

export function firstFocusable(within: HTMLElement): HTMLElement | null {
  return within.querySelector<HTMLElement>("[data-autofocus]") ?? within.querySelector<HTMLElement>(FOCUSABLE);
}

/** Calls `close` when a click or the focus goes outside the element. */
export function closeOnLeave(close: () => void): (element: HTMLElement) => () => void {
  return (element) => {
    const left = (event: Event): void => {
      if (event.target instanceof Node && !element.contains(event.target)) close();
    };
    document.addEventListener("pointerdown", left, true);
    document.addEventListener("focusin", left, true);
    return () => {
      document.removeEventListener("pointerdown", left, true);
      document.removeEventListener("focusin", left, true);
    };
  };
}

/** Moves the focus among an element's menu items with the arrow keys, Home and End. */
export function arrowKeys(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const last = items.length - 1;
  const to = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, Home: 0, End: last }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items[to]?.focus();
}

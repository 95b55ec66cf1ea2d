// What a key means at the counter. A scanner or a card reader that types like a keyboard never acts:
// neither as Enter nor as the number of an act.

/** What a key does. */
export type Meaning =
  | { do: "stop" | "back" | "language" | "acts" | "search" | "up" | "down" | "enter" | "none" }
  | { do: "choose"; number: number };

/** Where the key was pressed. */
export interface Where {
  /** In a field that takes text. */
  typing: boolean;
  /** Liquid may be flowing. */
  moving: boolean;
  /** The acts are numbered and wait for one. */
  numbered: boolean;
}

/** The part of a keyboard event that matters. */
export interface Pressed {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

const NONE: Meaning = { do: "none" };

/**
 * The numeric pad alone is enough: Enter, 0 = STOP, / = search, * = acts, then their number. STOP comes
 * before everything, in a field too (Esc).
 */
export function meaning(e: Pressed, where: Where): Meaning {
  const stops = e.key === "Escape" || !where.typing && (e.code === "Space" || e.code === "Numpad0");
  if (stops && where.moving) {
    return { do: "stop" };
  }
  if (e.ctrlKey || e.altKey || e.metaKey) {
    return NONE;
  }
  switch (e.key) {
    case "Escape":
      return { do: "back" };
    case "F2":
      return { do: "language" };
    case "F9":
      return { do: "acts" };
    case "Enter":
      return where.typing ? NONE : { do: "enter" };
  }
  return where.typing ? NONE : untyped(e, where);
}

function untyped(e: Pressed, where: Where): Meaning {
  if (e.code === "Space") {
    return { do: "none" };
  }
  const digit = /^(?:Numpad|Digit)([1-9])$/.exec(e.code)?.[1]; // Num Lock may be off
  if (where.numbered && digit !== undefined) {
    return { do: "choose", number: Number(digit) };
  }
  switch (e.key) {
    case "*":
      return { do: "acts" };
    case "/":
      return where.moving ? NONE : { do: "search" };
    case "ArrowUp":
      return where.moving ? NONE : { do: "up" };
    case "ArrowDown":
      return where.moving ? NONE : { do: "down" };
    default:
      return NONE;
  }
}

/** Characters of a scanner follow each other within a few milliseconds; a person's do not. */
export const SCAN_MS = 120;

/** Tells what a device typed from what a person typed. Times in milliseconds. */
export class Scans {
  #lastAt = -Infinity;

  /** Whether this key belongs to something scanned: it came right after a character. */
  heard(key: string, now: number): boolean {
    const follows = now - this.#lastAt < SCAN_MS;
    if (key.length === 1 || key === "Enter" && follows) {
      this.#lastAt = now;
    }
    return follows;
  }

  /** Whether a character came since. */
  since(when: number): boolean {
    return this.#lastAt > when;
  }
}

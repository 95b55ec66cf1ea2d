// Standing notices as the service tells them (docs/domain/notices.md), and when they are asked for:
// at once, every so often, and when the live state says that something was written.

import { ask } from "./http.ts";

/** How urgent. */
export type Level = "high" | "medium" | "low";

/** What it says and what to do. */
export interface Told {
  text: string;
  wayOn: string;
}

/** What stands open until an act ends it. Says nothing of a person. */
export interface Notice extends Told {
  kind: string;
  level: Level;
  /** Whether the people of a counter can act on it. */
  counter: boolean;
  /** The pharmacy's view on which it is ended, or `page/view` of another page; empty: none. */
  page: string;
  /** Labels of bottles, batches or pumps. */
  of: string[];
  station?: string;
  since?: string;
  until?: string;
  /** Of what is to be done by a moment; below zero it has passed. */
  minutesLeft?: number;
  vietnamese: Told;
}

const AGAIN_MS = 20_000;
const LEAST_MS = 2000;

/** Whether to ask again: what was read is old, or something was written since. */
export function due(age: number, written: boolean): boolean {
  return age > AGAIN_MS || written && age > LEAST_MS;
}

/** The address where it is ended; where it has no page of its own, the pharmacy's list. */
export function placeOf(notice: Notice): string {
  const [view, page] = notice.page.split("/").reverse();
  return `/${page ?? "pharmacy"}#/${view === "" ? "notices" : view}`;
}

/** Those that people at this counter can act on. */
export function atCounter(all: readonly Notice[], station: string): Notice[] {
  return all.filter((n) => n.counter && (n.station === undefined || n.station === station));
}

/** Keeps them as they are now. */
export class Notices {
  /** Null while nothing was read. */
  found: Notice[] | null = null;
  #askedAt = -Infinity;
  #entries = -1;
  #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Somebody else is logged in, or nobody. */
  forget(): void {
    this.found = null;
    this.#askedAt = -Infinity;
  }

  /** Asked for with the next tick: what was just done may have ended one. */
  again(): void {
    this.#askedAt = -Infinity;
  }

  /** Called with every tick of a page; asks where it is due. */
  look(now: number, entries: number): void {
    if (due(now - this.#askedAt, entries !== this.#entries)) {
      this.#askedAt = now;
      this.#entries = entries;
      this.#ask();
    }
  }

  async #ask(): Promise<void> {
    const answer = await ask("GET", "/api/notices");
    if (answer.ok) {
      this.found = answer.body.found as Notice[];
      this.#changed();
    }
  }
}

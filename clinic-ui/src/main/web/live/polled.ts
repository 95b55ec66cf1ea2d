// One answer of the service that is asked for again and again; the last good one stays, with its age.

import type { Refusal } from "../text/refusals.ts";
import { ask } from "./http.ts";

/** Keeps what a path answered. */
export class Polled<T> {
  /** The last good answer; null before the first. */
  found: T | null = null;
  /** Why the last answer was none; null after a good one. */
  refused: Refusal | null = null;
  #path: string;
  #everyMs: number;
  #changed: () => void;
  #heardAt = -Infinity;
  #askedAt = -Infinity;
  #asking = false;

  constructor(path: string, everyMs: number, changed: () => void) {
    this.#path = path;
    this.#everyMs = everyMs;
    this.#changed = changed;
  }

  /** Milliseconds since the last good answer; without one endlessly many. */
  age(now: number): number {
    return now - this.#heardAt;
  }

  /** Whether something is shown that may no longer be true: three answers were missed. */
  stale(now: number): boolean {
    return this.found !== null && this.age(now) > 3 * this.#everyMs;
  }

  /** Somebody else looks, or nobody. */
  forget(): void {
    this.found = null;
    this.refused = null;
    this.#heardAt = -Infinity;
    this.#askedAt = -Infinity;
  }

  /** Called with every tick of a page; asks where it is due. */
  look(now: number): void {
    if (!this.#asking && now - this.#askedAt >= this.#everyMs - 100) {
      this.#askedAt = now;
      this.#ask();
    }
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    const answer = await ask("GET", this.#path);
    this.#asking = false;
    this.refused = answer.ok ? null : answer.refusal;
    if (answer.ok) {
      this.found = answer.body as T;
      this.#heardAt = performance.now();
    }
    this.#changed();
  }
}

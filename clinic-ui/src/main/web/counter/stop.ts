// What is known of a pressed STOP. The screen never says stopped before the pump does.

/** `sent`: just pressed; `unconfirmed`: no answer of the device in 500 ms. */
export type StopState = "none" | "idle" | "sent" | "unconfirmed" | "done";

const CONFIRM_MS = 500;
const SHOWN_MS = 4000;

/** One STOP after the other; times in milliseconds. */
export class StopGuard {
  #pressedAt: number | null = null;
  #moved = false;
  #doneAt: number | null = null;

  /** Pressed. On old data nobody knows whether the pump moves, so it counts as moving. */
  press(now: number, moving: boolean, stale: boolean): void {
    this.#pressedAt = now;
    this.#moved = this.#moved && this.#doneAt === null || moving || stale;
    this.#doneAt = null;
  }

  /** What fresh or old data tells. */
  look(now: number, moving: boolean, stale: boolean): StopState {
    if (this.#pressedAt === null) {
      return "none";
    }
    const since = now - this.#pressedAt;
    if (!this.#moved) {
      return this.#shown(now, this.#pressedAt, "idle");
    }
    if (!moving && !stale && this.#doneAt === null) {
      this.#doneAt = now;
    }
    if (this.#doneAt !== null) {
      return this.#shown(now, this.#doneAt, "done");
    }
    return since < CONFIRM_MS ? "sent" : "unconfirmed";
  }

  #shown(now: number, from: number, state: StopState): StopState {
    if (now - from < SHOWN_MS) {
      return state;
    }
    this.#pressedAt = null;
    this.#moved = false;
    this.#doneAt = null;
    return "none";
  }
}

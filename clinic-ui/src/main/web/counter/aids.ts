// What helps whoever works here: the side of the buttons, the number of an act, who is looked for, and
// the sound of alarms. Nothing of it leaves the browser.

import { type Alarm, Bursts, highest, type Level, Speaker } from "../live/sound.ts";

const MIRRORED = "mirrored";

/** Lower case, without the marks of Vietnamese, đ as d. */
export function plain(text: string): string {
  return text.toLocaleLowerCase("vi").normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
}

/** Kept by the page beside its desk. */
export class Aids {
  /** STOP at the right and the main button at the left, for this browser. */
  mirrored = localStorage.getItem(MIRRORED) === "yes";
  /** The acts are numbered, and a digit chooses one. */
  numbered = false;
  /** Part of a name or number; empty while nobody is looked for. */
  find = "";
  /** What stands now. */
  alarms: readonly Alarm[] = [];
  readonly #bursts = new Bursts();
  readonly #speaker = new Speaker();
  #matched = "";
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  mirror(): void {
    this.mirrored = !this.mirrored;
    localStorage.setItem(MIRRORED, this.mirrored ? "yes" : "no");
    this.#changed();
  }

  /** Somebody touched the page: from now on it may make sounds. */
  wake(): void {
    this.#speaker.wake();
  }

  /** With every tick: plays what is due. */
  hear(alarms: readonly Alarm[], now: number): void {
    this.alarms = alarms;
    const due = this.#bursts.due(alarms, now);
    if (due !== null) {
      this.#speaker.play(due);
    }
  }

  /** Somebody was identified by the finger: a friendly sound, once a visit. */
  identified(visit: string): void {
    if (visit !== "" && visit !== this.#matched) {
      this.#speaker.play("match");
    }
    this.#matched = visit;
  }

  /** What is seen around the page. */
  get level(): Level | null {
    return highest(this.alarms.filter((a) => a.again));
  }

  silenceable(flowing: boolean): boolean {
    return Bursts.silenceable(this.alarms, flowing);
  }

  silence(flowing: boolean, now: number): void {
    this.#bursts.silence(this.alarms, flowing, now);
    this.#changed();
  }

  /** Seconds. */
  silentFor(now: number): number {
    return this.#bursts.silentFor(now);
  }
}

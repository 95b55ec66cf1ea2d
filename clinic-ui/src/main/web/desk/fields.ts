// What is typed into a form of the pharmacy, read into the integers of the service. A malformed
// number is said at its field and never guessed.

import type { Pair } from "../text/pharmacy-words.ts";
import { parseDay, parseScaled, scannedLabel } from "../text/stock-text.ts";

/** In place of decimals: a day was asked for. */
export const A_DAY = -1;

/** In place of decimals: a time was asked for. */
export const A_TIME = -2;

/** A field that cannot be sent as it is. */
export class Malformed extends Error {
  readonly field: string;
  readonly decimals: number;
  /** What is wrong, where it is no number, day or time. */
  readonly word?: Pair;

  constructor(field: string, decimals: number, word?: Pair) {
    super(field);
    this.field = field;
    this.decimals = decimals;
    this.word = word;
  }
}

/** The body of a request. */
export type Body = Record<string, unknown>;

/** A form that was sent, by the names of its fields. */
export class Sent {
  #data: FormData;

  constructor(data: FormData) {
    this.#data = data;
  }

  /** Text without blanks around it; empty when there is none. */
  text(name: string): string {
    return String(this.#data.get(name) ?? "").trim();
  }

  /** All values of a name, without empty ones. */
  all(name: string): string[] {
    return this.#data.getAll(name).map((v) => String(v).trim()).filter((v) => v !== "");
  }

  /** Whether a box is ticked. */
  ticked(name: string): boolean {
    return this.#data.get(name) !== null;
  }

  /** A number, as an integer of its last decimal. */
  number(name: string, decimals: number, least = 0): number {
    const value = parseScaled(this.text(name), decimals);
    if (value === null || value < least) {
      throw new Malformed(name, decimals);
    }
    return value;
  }

  /** The same, or nothing where nothing is typed. */
  maybe(name: string, decimals: number): number | undefined {
    return this.text(name) === "" ? undefined : this.number(name, decimals);
  }

  /** A day, typed day first. */
  date(name: string): string {
    const day = parseDay(this.text(name));
    if (day === null) {
      throw new Malformed(name, A_DAY);
    }
    return day;
  }

  /** Micrograms, typed as mg with at most one decimal (R10). */
  dose(name: string): number {
    return this.number(name, 1, 1) * 100;
  }

  /** A moment on a day, typed as hours and minutes of this place. */
  moment(name: string, day: string): string {
    const found = /^([01]?\d|2[0-3])[:h.]([0-5]\d)$/.exec(this.text(name));
    if (found === null) {
      throw new Malformed(name, A_TIME);
    }
    return new Date(`${day}T${found[1].padStart(2, "0")}:${found[2]}:00`).toISOString();
  }

  /** Microlitres, typed as mL. */
  volume(name: string): number {
    return this.number(name, 3);
  }

  /** Micrograms, typed as g with at most three decimals. */
  weight(name: string): number {
    return this.number(name, 3) * 1000;
  }

  maybeVolume(name: string): number | undefined {
    return this.maybe(name, 3);
  }

  maybeWeight(name: string): number | undefined {
    const milligrams = this.maybe(name, 3);
    return milligrams === undefined ? undefined : milligrams * 1000;
  }

  /** Labels in a field for many: one a line, or with blanks or commas between. */
  labels(name: string): string[] {
    const all = this.text(name).split(/[\s,;]+/).map(scannedLabel).filter((l) => l !== "");
    return [...new Set(all)];
  }
}

/** A body without what was left out. */
export function without(body: Body): Body {
  return Object.fromEntries(
    Object.entries(body).filter(([, v]) => v !== undefined && v !== ""),
  );
}

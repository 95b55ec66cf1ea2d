// What the panel computes, without a page.

import type { Language } from "../text/dose-text.ts";
import type { SimWord } from "../text/sim-words.ts";

/** A number as people of the language write it. */
export function decimal(value: number, digits: number, language: Language): string {
  const text = value.toFixed(digits).replace(/^-(?=[0.]+$)/, "");
  return text.replace(".", language === "vi" ? "," : ".");
}

/** Whether every word of the filter is somewhere in the text. */
export function fits(text: string, filter: string): boolean {
  const whole = text.toLowerCase();
  return filter.toLowerCase().split(/\s+/).every((word) => whole.includes(word));
}

const DEMO_CARD_FROM = 0x0d00_0000;

/** Cards at 13.56 MHz have numbers of their own; nobody of the demo has one. */
const CONTACTLESS_FROM = 0x0400_0000;

/** The card and finger of the demo's invented person so-and-so, from 1. */
export function inventedPerson(number: number): { card: string; finger: string } {
  const card = (DEMO_CARD_FROM + number - 1).toString(16).toUpperCase().padStart(10, "0");
  return { card, finger: "F" + String(number).padStart(4, "0") };
}

/** The card that a reader of this model would find in the person's hand. */
export function cardFor(model: string, number: number): string {
  return model === "pn532"
    ? (CONTACTLESS_FROM + number).toString(16).toUpperCase().padStart(8, "0")
    : inventedPerson(number).card;
}

/** Each of so many volumes was rounded to whole microlitres. */
const ROUNDING_MICROLITRES = 8;

/** One movement of the pump. */
export interface Run {
  number: number;
  cause: string;
  commandedMicrolitres: number;
  movedMicrolitres: number;
}

/** The truth of a station, as the control port tells it. */
export type Truth = Record<string, number | boolean | string | Run[]>;

/** Where liquid may be, with its words. */
export const FOUND: readonly (readonly [string, SimWord])[] = [
  ["bottleMicrolitres", "tBottle"],
  ["lineMicrolitres", "tLine"],
  ["cupMicrolitres", "tCup"],
  ["drunkMicrolitres", "tDrunk"],
  ["wasteMicrolitres", "tWaste"],
  ["spilledMicrolitres", "tSpilled"],
  ["carriedAwayMicrolitres", "tAway"],
  ["takenAwayBottlesMicrolitres", "tBottles"],
  ["crossedOutMicrolitres", "tCrossedOut"],
];

/** Where it came from. */
export const CAME: readonly (readonly [string, SimWord])[] = [
  ["suppliedMicrolitres", "tSupplied"],
  ["addedMicrolitres", "tAdded"],
  ["crossedInMicrolitres", "tCrossedIn"],
];

/** A number of the truth; 0 where it is not told. */
export function number(truth: Truth, name: string): number {
  return Number(truth[name] ?? 0);
}

/** What is somewhere less what came in: nothing but rounding, at all times. */
export function unbalanced(truth: Truth): number {
  const sum = (of: readonly (readonly [string, SimWord])[]) =>
    of.reduce((all, [name]) => all + number(truth, name), 0);
  const difference = sum(FOUND) - sum(CAME);
  return Math.abs(difference) <= ROUNDING_MICROLITRES ? 0 : difference;
}

/** Microlitres a second that fell from the spout between two looks. */
export function flow(
  before: { at: number; left: number } | undefined,
  now: { at: number; left: number },
): number {
  return before === undefined || now.at <= before.at
    ? 0
    : Math.max(0, (now.left - before.left) * 1000 / (now.at - before.at));
}

/** A fault of a model's menu, as the control port tells it. */
export interface Fault {
  kind: string;
  parameter?: string;
  usual?: number;
  least?: number;
  most?: number;
}

/** Where a fault in the middle of a pour shows more than one at its beginning. */
const MID_POUR_MICROLITRES = 2000;

/** The value that is offered first. */
export function offered(fault: Fault): number {
  return fault.parameter === "atMicrolitres" ? MID_POUR_MICROLITRES : fault.usual ?? 0;
}

/** The place of a topic in its clinic: of `mmt/v1/demo/facts/dose/x` what stands after the clinic. */
export function placed(topic: string): string {
  return topic.replace(/^mmt\/v1\/[^/]+\//, "");
}

/** What a payload says: its data, without the envelope that is the same in all of them. */
export function inside(payload: string): string {
  try {
    const data = JSON.parse(payload).data ?? {};
    return Object.entries(data)
      .filter(([name]) => !["format", "privateHash", "hash", "signature", "key"].includes(name))
      .map(([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`)
      .join(" · ");
  } catch {
    return payload;
  }
}

/** A name for a session that begins now, such as session-20261127-181500. */
export function nameAt(now: Date): string {
  const digits = now.toISOString().replace(/\D/g, "");
  return `session-${digits.slice(0, 8)}-${digits.slice(8, 14)}`;
}

// The text of amounts of the stock, and the reading of typed ones. Integers only (R11): microlitres,
// micrograms, tenths of a degree. A stock amount always has three decimals, so that a decimal mark is
// never taken for a group mark; a dose is written by dose-text.ts.

import type { Language } from "./dose-text.ts";

const NO_BREAK = "\u00a0"; // R4
const NARROW = "\u202f"; // R9

function fixed(scaled: number, decimals: number, language: Language): string {
  if (!Number.isSafeInteger(scaled)) {
    throw new RangeError("no amount: " + scaled);
  }
  const digits = Math.abs(scaled).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, NARROW) : whole;
  const sign = scaled < 0 ? "−" : "";
  return sign + grouped + (language === "vi" ? "," : ".") + digits.slice(digits.length - decimals);
}

/** A volume of the stock in mL with three decimals, from µL. */
export function millilitres(microlitres: number, language: Language): string {
  return fixed(microlitres, 3, language) + NO_BREAK + "mL";
}

/** A difference: its sign always stands before it. */
export function difference(microlitres: number, language: Language): string {
  return (microlitres > 0 ? "+" : "") + millilitres(microlitres, language);
}

/** A weight in g with three decimals, from µg; smaller parts are rounded. */
export function grams(micrograms: number, language: Language): string {
  const half = micrograms < 0 ? -500 : 500;
  return fixed(Math.trunc((micrograms + half) / 1000), 3, language) + NO_BREAK + "g";
}

/** A share in percent with two decimals, from millionths. */
export function percent(millionths: number, language: Language): string {
  const half = millionths < 0 ? -50 : 50;
  return fixed(Math.trunc((millionths + half) / 100), 2, language) + NO_BREAK + "%";
}

/** A temperature with one decimal, from tenths of a degree. */
export function degrees(tenths: number, language: Language): string {
  return fixed(tenths, 1, language) + NO_BREAK + "°C";
}

/**
 * A typed number as an integer of its last decimal, or null when malformed: two marks, a mark first
 * or last, leading zeros, too many decimals. Both marks are taken, neither ever groups (R8).
 */
export function parseScaled(text: string, decimals: number): number | null {
  const found = /^(-|−)?(0|[1-9]\d{0,6})(?:[.,](\d+))?$/.exec(text.trim());
  const part = found?.[3] ?? "";
  if (found === null || part.length > decimals) {
    return null;
  }
  const value = Number(found[2] + part.padEnd(decimals, "0"));
  return found[1] === undefined || value === 0 ? value : -value;
}

/** A day typed as dd/MM/yyyy (R15), as the service writes it; null when there is no such day. */
export function parseDay(text: string): string | null {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (found === null) {
    return null;
  }
  const iso = `${found[3]}-${found[2].padStart(2, "0")}-${found[1].padStart(2, "0")}`;
  const at = Date.parse(iso + "T00:00:00Z");
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== iso ? null : iso;
}

/** How a number to type has to look, by its decimals. */
export function example(decimals: number, language: Language): string {
  const mark = language === "vi" ? "," : ".";
  return decimals === 0 ? "12" : "12" + mark + "345678".slice(0, decimals);
}

/** A bottle's label as a scanner or a person gives it: large letters, a prefix sign dropped. */
export function scannedLabel(text: string): string {
  return text.trim().toUpperCase().replace(/^[^A-Z0-9]+/, "");
}

// The days of a patient, each told in one word: what was taken, what is ordered, what was missed. Pure.

import type { Person } from "../desk/person.ts";

export interface Step {
  from: string;
  doseMicrograms: number;
  laterMicrograms?: number;
}

export interface Order {
  prescription: string;
  stage: string;
  firstDay: string;
  lastDay: string;
  steps: Step[];
  now: boolean;
  by: string;
  signedOn: string;
  overLimits: boolean;
  reason: string;
}

export interface DoseDay {
  day: string;
  kind: "OBSERVED" | "TAKE_HOME" | "GUEST" | "HOSPITAL";
  place: string;
  doseMicrograms: number;
  takenMicrograms: number;
  confirmed: boolean;
  vomited: boolean;
}

export interface Hold {
  hold: string;
  by: string;
  reason: string;
  lastDay?: string;
}

export interface Letter {
  letter: string;
  way: "OUT" | "IN";
  site: string;
  from: string;
  to: string;
}

/** Everything of one patient. */
export interface History extends Person {
  today: string;
  since: string;
  inCare: boolean;
  pregnant: boolean;
  prescriptions: Order[];
  doses: DoseDay[];
  missed: string[];
  holds: Hold[];
  reviews: { review: string; from: string; reason: string }[];
  letters: Letter[];
  added: { kind: string; doseMicrograms: number; reason: string }[];
}

/** How a day ended. */
export type DayState =
  | "taken"
  | "part"
  | "doubt"
  | "vomited"
  | "TAKE_HOME"
  | "GUEST"
  | "HOSPITAL"
  | "missed"
  | "planned"
  | "nothing"
  | "closedOrNot";

/** One day of the calendar; the dose that was taken or is ordered, in micrograms. */
export interface CalendarDay {
  day: string;
  state: DayState;
  micrograms: number | null;
}

const DAY_MS = 86_400_000;

/** A day so many days later. */
export function plusDays(iso: string, days: number): string {
  return new Date(Date.parse(iso + "T00:00:00Z") + days * DAY_MS).toISOString().slice(0, 10);
}

/** What is ordered for a day; null for none. The latest order that holds comes last. */
export function orderedOn(h: History, day: string): number | null {
  const order = h.prescriptions.filter((p) => p.firstDay <= day && day <= p.lastDay).at(-1);
  return order?.steps.filter((s) => s.from <= day).at(-1)?.doseMicrograms ?? null;
}

function stateOf(dose: DoseDay): DayState {
  if (dose.vomited) {
    return "vomited";
  }
  if (!dose.confirmed) {
    return "doubt";
  }
  if (dose.kind !== "OBSERVED") {
    return dose.kind;
  }
  return dose.takenMicrograms < dose.doseMicrograms ? "part" : "taken";
}

/** One day: what was taken goes before what was ordered. */
export function dayOf(h: History, day: string): CalendarDay {
  const doses = h.doses.filter((d) => d.day === day);
  const ordered = orderedOn(h, day);
  if (doses.length > 0) {
    const taken = doses.reduce((sum, d) => sum + d.takenMicrograms, 0);
    return { day, state: stateOf(doses[0]), micrograms: taken };
  }
  if (h.missed.includes(day)) {
    return { day, state: "missed", micrograms: ordered };
  }
  return ordered === null
    ? { day, state: "nothing", micrograms: null }
    : { day, state: day >= h.today ? "planned" : "closedOrNot", micrograms: ordered };
}

/** Weeks from Monday to Sunday, from the first day known to the week after this one. */
export function weeks(h: History): CalendarDay[][] {
  const back = (new Date(Date.parse(h.since + "T00:00:00Z")).getUTCDay() + 6) % 7;
  const all: CalendarDay[][] = [];
  for (let monday = plusDays(h.since, -back); monday <= plusDays(h.today, 7); monday = plusDays(monday, 7)) {
    all.push([0, 1, 2, 3, 4, 5, 6].map((i) => dayOf(h, plusDays(monday, i))));
  }
  // Before treatment began there is nothing to see.
  const first = all.findIndex((week) => week.some((d) => d.state !== "nothing"));
  return all.slice(Math.max(0, first));
}

/** Days in a row that are alike. */
export interface Run {
  from: string;
  to: string;
  days: number;
  state: DayState;
  micrograms: number | null;
}

/** The days up to today as runs, the latest first; days without anything are left out. */
export function runs(h: History): Run[] {
  const all: Run[] = [];
  for (let day = h.since; day <= h.today; day = plusDays(day, 1)) {
    const { state, micrograms } = dayOf(h, day);
    const last = all.at(-1);
    if (last !== undefined && last.state === state && last.micrograms === micrograms) {
      last.to = day;
      last.days++;
    } else {
      all.push({ from: day, to: day, days: 1, state, micrograms });
    }
  }
  return all.filter((r) => r.state !== "nothing" && r.state !== "planned").reverse();
}

/** How far a dose is from the one before: the slip of ten has a word of its own. */
export function farFrom(dose: number, before: number | null): "tenfold" | "twice" | "half" | null {
  if (before === null || before === 0 || dose === 0) {
    return null;
  }
  if (dose >= 10 * before || 10 * dose <= before) {
    return dose > before ? "tenfold" : "half";
  }
  return dose >= 2 * before ? "twice" : 2 * dose <= before ? "half" : null;
}

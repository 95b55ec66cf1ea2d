// What the counsellor's lists hold, as the service answers them.

import type { Language } from "../text/dose-text.ts";
import { follow } from "../text/follow-words.ts";

/** A person on a list. */
export interface Listed {
  patient: string;
  familyName?: string;
  givenName?: string;
}

/** An attempt to get in touch. */
export interface Attempt {
  day: string;
  how: string;
  reached: boolean;
  words: string;
}

/** `GET /api/follow-up`. */
export interface Away extends Listed {
  missedDays: number;
  lastCovered: string;
  orderHolds: boolean;
  attempts: Attempt[];
}

/** `GET /api/prescriptions/ending`. */
export interface Ending extends Listed {
  lastDay: string;
  daysLeft: number;
}

/** `GET /api/after-care`. */
export interface AfterCare extends Listed {
  leaving: string;
  completed: string;
  overdue: boolean;
  number?: string;
  decided?: string;
  receiver?: string;
  sent?: string;
}

/** `GET /api/drop-outs`. */
export interface DropOut extends Listed {
  missedDays: number;
  lastCovered: string;
}

/** A pack of `GET /api/packs`. */
export interface Pack {
  kind: string;
  way: string;
  site: string;
  number: number;
  made: string;
  until?: string;
  old?: boolean;
}

/** The next step of a hand-over. */
export type Step = "decide" | "send" | "acknowledge";

/** What is to be done next about a hand-over: another decision is sent anew. */
export function nextStep(care: AfterCare): Step {
  return care.decided === undefined ? "decide" : care.sent === undefined ? "send" : "acknowledge";
}

/** How many days, with the word for it. */
export function days(n: number, l: Language): string {
  return `${n}\u00a0${follow(n === 1 ? "day" : "days", l)}`;
}

/** Missed days, with the words for them. */
export function missed(n: number, l: Language): string {
  return `${n}\u00a0${follow(n === 1 ? "dayMissed" : "daysMissed", l)}`;
}

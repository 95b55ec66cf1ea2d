// What the queue knows, and what it says beside a name.

import type { Language } from "../text/dose-text.ts";
import { say } from "../text/words.ts";

/** What somebody waits for. */
export type Waits = "ready" | "counter" | "until" | "doctor" | "dosed" | "absent";

/** One row. */
export interface Row {
  patient: string;
  phase: string;
  waits: Waits;
  /** The number as people read it; nothing for who came to a counter without one. */
  number?: string;
  /** When somebody looks again, hh:mm. */
  until?: string;
  /** Staff put this person in front. */
  first?: boolean;
  /** Somebody else of today has a name like this one. */
  similarName?: boolean;
  familyName?: string;
  givenName?: string;
}

/** The answer of `GET /api/queue`. */
export interface Queue {
  waiting: number;
  atDoctor: number;
  absent: number;
  dosed: number;
  next: Row[];
  doctor: Row[];
  notYet: Row[];
  done: Row[];
}

/** What a row says beside the name; nothing for who may simply be called. */
export function marks(row: Row, language: Language): string[] {
  const words: string[] = [];
  if (row.first === true) {
    words.push(say("inFront", language));
  }
  if (row.waits === "until") {
    words.push(`${say("waitsUntil", language)} ${row.until ?? say("unknown", language)}`);
  } else if (row.waits === "ready" && row.phase === "WAITING") {
    words.push(say("lookAgain", language));
  } else if (row.waits === "counter") {
    words.push(say("underWay", language));
  }
  if (row.similarName === true && row.waits !== "dosed") {
    words.push("▲ " + say("similarShort", language));
  }
  return words;
}

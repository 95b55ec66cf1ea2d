// What the counter offers while the clock and the clinic day do not agree. Dosing goes on in all
// modes but the one after a start, and the day is settled by one act.

import type { Word } from "../text/words.ts";
import type { Clock, Station } from "../live/station.ts";
import type { Choice } from "./flow.ts";

/** What is told of each mode; after a start the primary button says it. */
export const TOLD: Readonly<Record<Clock["mode"], Word | null>> = {
  AT_START: null,
  HELD: "clockHeld",
  AHEAD: "clockAhead",
  BACK: "clockBack",
};

/** Acts that settle the day; a day before the clinic's own is never confirmed. */
export function clockChoices(station: Station): Choice[] {
  const clock = station.clock;
  if (clock === undefined || station.dose !== undefined || clock.mode === "BACK") {
    return [];
  }
  const behind = clock.clock < clock.day;
  if (clock.mode === "AT_START") {
    return behind ? [{ word: "stillToday", act: { kind: "hold-day", day: clock.day } }] : [];
  }
  return behind ? [] : [{ word: "confirmClock", act: { kind: "day", day: clock.clock } }];
}

// Which hours of the day the devices' lines are drawn over.

import { type Board, minutes } from "./board.ts";

const LEAST_MINUTES = 120;

/** Minutes between two hours that are written. */
export function step(wide: number): number {
  return wide > 600 ? 120 : 60;
}

/** The hours that are shown: from the first slot to now, two at least. */
export function span(b: Board): { from: number; until: number } {
  const until = Math.max(LEAST_MINUTES, Math.ceil((minutes(b.time) + 1) / 60) * 60);
  const starts = b.devices.flatMap((d) => d.runs.map((r) => minutes(r.from)));
  const first = Math.max(0, Math.floor(Math.min(until - LEAST_MINUTES, ...starts) / 60) * 60);
  const each = step(until - first);
  const wide = Math.ceil((until - first) / each) * each;
  const from = Math.max(0, until - wide);
  return { from, until: from + wide };
}

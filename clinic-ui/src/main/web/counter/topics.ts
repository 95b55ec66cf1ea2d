// Which part of the help belongs to what is on the screen.

import type { Desk } from "./desk.ts";
import type { View } from "./flow.ts";

const OF_PHASE: Readonly<Record<string, string>> = {
  REVIEWING: "review",
  ARMED: "pour",
  STARTING: "pour",
  POURING: "pour",
  STOPPED: "pour",
  SETTLING: "pour",
  TOP_UP: "pour",
  MEASURED: "measured",
  HELD: "measured",
  DISCREPANCY: "discrepancy",
  OUTCOME_UNKNOWN: "unknown",
  HANDED_OVER: "out",
};

/** The name of the topic. */
export function topicOf(desk: Desk, shown: View | null): string {
  if (desk.me === null || shown === null) {
    return "counter/login";
  }
  const subject = shown.subject;
  if (subject === null) {
    return "counter/waiting";
  }
  return "counter/" + (subject.dose === null ? "identity" : OF_PHASE[subject.dose.phase] ?? "waiting");
}

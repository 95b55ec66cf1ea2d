// The words of the main button.

import * as text from "../text/dose-text.ts";
import { say } from "../text/words.ts";
import type { Desk } from "./desk.ts";
import { missingMicrograms, type Primary, type View } from "./flow.ts";
import { fullName } from "./subject.ts";

/** Its lines: what is attested, if anything, then what it does. */
export function label(desk: Desk, primary: Primary, shown: View | null): string[] {
  const l = desk.language;
  const does = say(primary.word, l) + added(desk, primary, shown);
  return primary.attest === undefined ? [does] : [say(primary.attest, l), does];
}

function added(desk: Desk, primary: Primary, shown: View | null): string {
  const l = desk.language;
  const dose = shown?.subject?.dose;
  const micrograms = dose?.orderedMicrograms ?? desk.station?.ordered?.micrograms;
  switch (primary.adds) {
    case "dose":
      return micrograms === undefined ? "" : " " + text.mass(micrograms, l);
    case "rest":
      return dose == null ? "" : " " + text.mass(missingMicrograms(dose), l);
    case "day":
      return ": " + text.weekday(desk.station?.confirmDay ?? "", l);
    case "person":
      return dose == null ? "" : ": " + fullName(dose.person, l);
    case undefined:
      return "";
  }
}

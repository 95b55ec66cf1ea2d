// A view of one patient: who is meant, then everything that is known, then what the view is for.

import { html } from "lit";
import type { Desk, Read } from "../desk/desk.ts";
import { type Drawn, shown } from "../desk/parts.ts";
import { banner, chosenPerson, choosePerson, finder } from "../desk/person.ts";
import type { History } from "./days.ts";

/** The history of a patient. */
export function historyOf(desk: Desk, patient: string): Read {
  return desk.look("/api/patients/history", { patient });
}

/** A view of the chosen patient with the record behind it. */
export function ofRecord(desk: Desk, draw: (h: History) => Drawn): Drawn {
  const p = chosenPerson(desk);
  if (p === null) {
    return finder(desk, (one) => choosePerson(desk, one));
  }
  return shown<History>(historyOf(desk, p.patient), desk.language, (h) =>
    html`${banner(desk, { ...h, similarName: p.similarName })}${draw(h)}`);
}

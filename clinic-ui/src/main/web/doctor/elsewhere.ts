// A dose that was not poured here: how much, which kind, who confirmed it and how (R-102). What was noted
// shows in the calendar of the record.

import { html, nothing } from "lit";
import { D } from "../text/doctor-words.ts";
import { mass } from "../text/dose-text.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { without } from "../desk/fields.ts";
import { choice, day, type Drawn, field, form, named, spare, table } from "../desk/parts.ts";
import type { History } from "./days.ts";
import { ofRecord } from "./record.ts";

const KINDS = ["HOSPITAL", "GUEST", "OBSERVED", "TAKE_HOME"] as const;

function noting(h: History, desk: Desk): Drawn {
  const l = desk.language;
  return form(desk, "elsewhere", D.noteElsewhere, [
    field("day", D.dayOf, l),
    field("dose", D.given, l, { unit: "mg" }),
    spare("strength", D.strength, l),
    choice("kind", D.kind, KINDS.map((k) => [k, named(D, "kind" + k, l)] as const), l),
    choice("confirmed", D.isConfirmed, [
      ["yes", put(D.confirmedYes, l)],
      ["no", put(D.confirmedNo, l)],
    ], l),
    field("by", D.toldBy, l),
    field("words", D.how, l),
  ], (sent) => ({
    form: "elsewhere",
    path: "/api/outside-doses",
    body: without({
      patient: h.patient,
      day: sent.date("day"),
      doseMicrograms: sent.dose("dose"),
      microgramsPerMillilitre: sent.text("strength") === "" ? undefined : sent.number("strength", 0, 1) * 1000,
      kind: sent.text("kind"),
      confirmed: sent.text("confirmed") === "yes",
      by: sent.text("by"),
      how: sent.text("words"),
    }),
    done: D.elsewhereNoted,
    then: () => desk.purge(),
  }));
}

/** The view. */
export function elsewhereView(desk: Desk): Drawn {
  const l = desk.language;
  return ofRecord(desk, (h) => {
    const known = h.doses.filter((d) => d.kind !== "OBSERVED").toReversed();
    return html`<section class="panel"><p class="hint">${put(D.elsewhereHint, l)}</p>${
      noting(h, desk)
    }</section>${
      known.length === 0 ? nothing : html`<section class="panel"><h3>${put(D.elsewhereKnown, l)}</h3>${
        table(D.elsewhereKnown, ["day", D.dose, D.kind, ""], known.map((d) => [
          day(d.day, l),
          html`<b>${mass(d.takenMicrograms, l)}</b>`,
          named(D, "kind" + d.kind, l),
          d.confirmed ? "" : html`<span class="tag care">▲ ${put(D.doubt, l)}</span>`,
        ]), l)
      }</section>`
    }`;
  });
}

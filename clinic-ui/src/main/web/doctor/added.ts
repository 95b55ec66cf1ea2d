// A second dose of today, for a dose that is noted: in place of a vomited one, a missing part, or more.

import { html } from "lit";
import { D } from "../text/doctor-words.ts";
import { mass } from "../text/dose-text.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { choice, type Drawn, field, form, shown } from "../desk/parts.ts";
import type { History } from "./days.ts";
import { ofRecord } from "./record.ts";
import type { Noted } from "./today.ts";

const KINDS = ["REPLACEMENT", "MISSING_PART", "SUPPLEMENT"] as const;

function ordering(h: History, mine: Noted[], desk: Desk): Drawn {
  const l = desk.language;
  return form(desk, "added", D.orderIt, [
    choice("visit", D.visit, mine.map((n) =>
      [n.visit, n.doseMicrograms === undefined ? n.phase : mass(n.doseMicrograms, l)] as const
    ), l),
    choice("kind", D.kind, KINDS.map((k) => [k, put(D[k], l)] as const), l),
    field("dose", D.dose, l, { unit: "mg" }),
    field("words", "reason", l),
  ], (sent) => ({
    form: "added",
    path: "/api/added-doses",
    body: {
      patient: h.patient,
      visit: sent.text("visit"),
      kind: sent.text("kind"),
      doseMicrograms: sent.dose("dose"),
      reason: sent.text("words"),
    },
    signed: (order) => ({ order }),
    secondAs: "signature",
    done: D.ordered,
    then: () => desk.purge(),
  }));
}

/** The view. */
export function addedView(desk: Desk): Drawn {
  const l = desk.language;
  return ofRecord(desk, (h) =>
    html`<section class="panel"><p class="hint">${put(D.addedHint, l)}</p>${
      shown<{ noted: Noted[] }>(desk.look("/api/noted"), l, ({ noted }) => {
        const mine = noted.filter((n) => n.patient === h.patient);
        return mine.length === 0 ? html`<p class="empty">${put(D.noVisit, l)}</p>` : ordering(h, mine, desk);
      })
    }${
      h.added.map((a) =>
        html`<p class="under">${put(D.orderedToday, l)}: ${put(D[a.kind as "SUPPLEMENT"], l)} <b>${
          mass(a.doseMicrograms, l)
        }</b> · ${a.reason}</p>`
      )
    }</section>`);
}

// Coming into care, moving to another site, leaving, and treatment that goes on.

import { html } from "lit";
import { D } from "../text/doctor-words.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { without } from "../desk/fields.ts";
import { choice, day, type Drawn, field, form, named, shown, spare, table } from "../desk/parts.ts";
import type { History } from "./days.ts";
import { ofRecord } from "./record.ts";

interface Movement {
  movement: string;
  day: string;
  step: string;
  source?: string;
  site?: string;
  why?: string;
  words?: string;
}

const SOURCES = ["VOLUNTARY", "DETOX_CENTRE", "TRANSFER"] as const;
const WHYS = [
  "COMPLETED", "TRANSFERRED", "IMPRISONED", "DIED", "OWN_WISH", "BREACH", "DROPPED_OUT", "OTHER",
] as const;

function noted(h: History, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(D.movements, l)}</h3>${
    shown<{ movements: Movement[] }>(desk.look("/api/movements", { patient: h.patient }), l, ({ movements }) =>
      movements.length === 0 ? html`<p class="empty">${put(D.noMovements, l)}</p>` : table(
        D.movements,
        ["day", "what", "why"],
        movements.map((m) => [
          day(m.day, l),
          named(D, m.step, l),
          `${named(D, m.source ?? m.why ?? m.site ?? "", l)} ${m.words ?? ""}`,
        ]),
        l,
      ))
  }</section>`;
}

function dayField(h: History, desk: Desk): Drawn {
  return field("day", D.dayOf, desk.language, { value: day(h.today, desk.language) });
}

function admitting(h: History, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(D.admit, l)}</h3>${
    form(desk, "admit", D.admitIt, [
      dayField(h, desk),
      choice("source", D.source, SOURCES.map((s) => [s, put(D[s], l)] as const), l),
    ], (sent) => ({
      form: "admit",
      path: "/api/admissions",
      body: { patient: h.patient, day: sent.date("day"), source: sent.text("source") },
      done: D.admitted,
      then: () => desk.purge(),
    }))
  }</section>`;
}

function leaving(h: History, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(D.leave, l)}</h3><p class="hint">${put(D.leaveHint, l)}</p>${
    form(desk, "leave", D.leaveIt, [
      dayField(h, desk),
      choice("why", "why", WHYS.map((w) => [w, put(D[w], l)] as const), l),
      spare("words", "inWords", l),
    ], (sent) => ({
      form: "leave",
      path: "/api/leavings",
      body: without({
        patient: h.patient,
        day: sent.date("day"),
        why: sent.text("why"),
        words: sent.text("words"),
      }),
      done: D.left,
      then: () => desk.purge(),
    }))
  }</section>`;
}

function moving(h: History, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(D.moveSite, l)}</h3>${
    form(desk, "move-site", D.moveIt, [dayField(h, desk), field("site", D.site, l)], (sent) => ({
      form: "move-site",
      path: "/api/site-moves",
      body: { patient: h.patient, day: sent.date("day"), site: sent.text("site") },
      done: D.moved,
      then: () => desk.purge(),
    }))
  }</section>`;
}

function goesOn(h: History, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(D.goesOn, l)}</h3>${
    form(desk, "goes-on", D.goesOnIt, field("words", "reason", l), (sent) => ({
      form: "goes-on",
      path: "/api/drop-outs/goes-on",
      body: { patient: h.patient, reason: sent.text("words") },
      done: D.wentOn,
    }))
  }</section>`;
}

/** The view. */
export function episodesView(desk: Desk): Drawn {
  return ofRecord(desk, (h) => [
    noted(h, desk),
    h.inCare ? leaving(h, desk) : admitting(h, desk),
    moving(h, desk),
    goesOn(h, desk),
  ]);
}

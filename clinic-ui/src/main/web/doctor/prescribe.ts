// A new order: typed, shown day by day with what is unusual, read again, and only then signed. What was
// shown is what is signed: a changed field takes the days away (R-10 to R-18, R-124).

import { html, nothing } from "lit";
import { D } from "../text/doctor-words.ts";
import { mass, weekday, words } from "../text/dose-text.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { type Body, type Sent, without } from "../desk/fields.ts";
import { choice, day, type Drawn, field, form, outcome, shown, spare, table } from "../desk/parts.ts";
import { because, type Reason } from "./patient.ts";
import { farFrom, type History, orderedOn, plusDays } from "./days.ts";
import { ofRecord } from "./record.ts";

interface Preview {
  days: { day: string; doseMicrograms: number; reasons: Reason[] }[];
  faults: Reason[];
  second: Reason[];
}

const STAGES = ["INDUCTION", "TITRATION", "MAINTENANCE", "TAPER"] as const;
const KEPT = "order";
const FORM = "prescribe";

/** The order as it was typed. */
export function orderBody(patient: string, sent: Sent): Body {
  const later = sent.text("later") === "" ? undefined : sent.dose("later");
  const change = sent.text("to") === "" ? undefined : {
    toMicrograms: sent.dose("to"),
    byMicrograms: sent.dose("by"),
    everyDays: sent.number("every", 0, 1),
  };
  return without({
    patient,
    doseMicrograms: sent.dose("dose"),
    laterMicrograms: later,
    firstDay: sent.date("first"),
    lastDay: sent.date("last"),
    stage: sent.text("stage"),
    change,
    reason: sent.text("words"),
  });
}

function typed(h: History, desk: Desk): Drawn {
  const l = desk.language;
  const gone = () => desk.remember(KEPT, "");
  return html`<section class="panel" @input=${gone}><h3>${put(D.vPrescribe, l)}</h3>${
    form(desk, "order", D.preview, [
      field("dose", D.doseMg, l, { unit: "mg" }),
      choice("stage", D.stage, STAGES.map((s) => [s, put(D[s], l)] as const), l, { chosen: "MAINTENANCE" }),
      field("first", D.from, l, { value: day(h.today, l) }),
      field("last", D.to, l, { value: day(plusDays(h.today, 29), l) }),
      html`<details class="full more"><summary>${put(D.changeTo, l)}</summary><div class="fields">${[
        spare("to", D.changeTo, l, { unit: "mg" }),
        spare("by", D.changeBy, l, { unit: "mg" }),
        spare("every", D.everyDays, l, { digits: true }),
        spare("later", D.laterMg, l, { unit: "mg" }),
      ]}</div></details>`,
      spare("words", D.reasonHigh, l),
    ], (sent) => {
      desk.outcomes.delete(FORM);
      desk.outcomes.delete("order");
      desk.remember(KEPT, JSON.stringify(orderBody(h.patient, sent)));
      return "kept";
    })
  }</section>`;
}

function change(now: number, before: number | null, desk: Desk): Drawn {
  const l = desk.language;
  if (before === null || now === before) {
    return nothing;
  }
  const off = Math.abs(now - before);
  return html`<b class="moved">${put(now > before ? D.up : D.downw, l)} ${mass(off, l)}</b>`;
}

function days(p: Preview, before: number | null, desk: Desk): Drawn {
  const l = desk.language;
  return html`<p class="under">${put(D.total, l)}: <b>${p.days.length}</b></p>${
    table(D.dayByDay, ["day", D.dose, D.inWords, D.unusual], p.days.map((d, i) => [
      weekday(d.day, l),
      html`<b class="dose-cell">${mass(d.doseMicrograms, l)}</b> ${
        change(d.doseMicrograms, i === 0 ? before : p.days[i - 1].doseMicrograms, desk)
      }`,
      words(d.doseMicrograms, l),
      d.reasons.length === 0 ? "" : html`<ul class="plain-list odd">${
        d.reasons.map((r) => html`<li>▲ ${because(r, desk)}</li>`)
      }</ul>`,
    ]), l)
  }`;
}

function reasons(word: keyof typeof D, all: Reason[], level: string, desk: Desk): Drawn {
  return all.length === 0 ? nothing : html`<div class="notice ${level}" role="alert"><p><b>▲▲ ${
    put(D[word], desk.language)
  }</b></p><ul class="plain-list">${all.map((r) => html`<li>${because(r, desk)}</li>`)}</ul></div>`;
}

/** What is unusual, loudest first; or that nothing is. */
function unusual(p: Preview, before: number | null, desk: Desk): Drawn {
  const l = desk.language;
  const doses = p.days.map((d) => d.doseMicrograms);
  const far = [...new Set(doses.map((d) => farFrom(d, before)).filter((f) => f !== null))];
  const usual = far.length === 0 && p.second.length === 0 && p.faults.length === 0;
  return html`${
    far.map((f) =>
      html`<p class="notice high far" role="alert">▲▲▲ ${put(D[f], l)}${
        before === null ? "" : ` (${mass(before, l)})`
      }</p>`
    )
  }${reasons("cannot", p.faults, "high", desk)}${reasons("twoSign", p.second, "medium", desk)}${
    usual ? html`<p class="notice good">✓ ${put(D.nothingUnusual, l)}</p>` : nothing
  }`;
}

function signing(body: Body, p: Preview, desk: Desk): Drawn {
  if (p.faults.length > 0) {
    return nothing;
  }
  const read = html`<label class="tick full"><input type="checkbox" name="read" value="yes" required> ${
    put(D.readAgain, desk.language)
  }</label>`;
  return form(desk, FORM, D.sign, read, () => ({
    form: FORM,
    path: "/api/prescriptions",
    body,
    signed: (order) => ({ prescription: order }),
    secondAs: "signature",
    done: D.signed,
    then: () => {
      desk.remember(KEPT, "");
      desk.purge();
    },
  }));
}

function shownDays(h: History, desk: Desk): Drawn {
  const l = desk.language;
  const kept = desk.memory.get(KEPT) ?? "";
  if (kept === "") {
    return outcome(desk, FORM);
  }
  const body = JSON.parse(kept) as Body;
  // Somebody else was chosen meanwhile: what was typed is not for this patient.
  if (body.patient !== h.patient) {
    return nothing;
  }
  const before = orderedOn(h, h.today);
  return html`<section class="panel"><h3>${put(D.dayByDay, l)}</h3>${
    shown<Preview>(desk.look("/api/prescriptions/preview", body), l, (p) =>
      html`<div class="unusual">${unusual(p, before, desk)}</div>${days(p, before, desk)}${
        signing(body, p, desk)
      }`)
  }</section>`;
}

/** The view. */
export function prescribeView(desk: Desk): Drawn {
  return ofRecord(desk, (h) => {
    const l = desk.language;
    const now = orderedOn(h, h.today);
    return html`<p class="lead">${put(D.present, l)}: ${
      now === null ? put(D.noOrder, l) : html`<b>${mass(now, l)}</b>`
    }</p>${typed(h, desk)}${shownDays(h, desk)}`;
  });
}

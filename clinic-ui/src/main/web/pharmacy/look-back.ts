// Look-back: which doses a bottle, a batch, a station or some days touched, kept as one incident.

import { html, nothing } from "lit";
import { put, putName } from "../text/pharmacy-words.ts";
import { scopeBody } from "./bodies.ts";
import type { Desk } from "../desk/desk.ts";
import { answered, choice, day, type Drawn, field, form, list, spare } from "../desk/parts.ts";

interface Incident {
  incident: string;
  day: string;
  why: string;
  from: string;
  until: string;
  batch?: string;
  bottle?: string;
  station?: string;
  doses: string[];
  words: string;
  closed?: string;
}

const WHY = ["WRONG_BOTTLE", "RECALL", "CALIBRATION", "SCALE", "DENSITY", "OTHER"];

function scope(desk: Desk): Drawn {
  const l = desk.language;
  return [
    field("from", "fromDay", l),
    field("until", "untilDay", l),
    spare("batch", "batch", l),
    spare("bottle", "bottle", l),
    spare("station", "station", l),
  ];
}

function end(i: Incident, desk: Desk): Drawn {
  const l = desk.language;
  const name = "end-" + i.incident;
  const at = `/api/stock/look-backs/${encodeURIComponent(i.incident)}`;
  return html`<details><summary>${put("endIncident", l)}</summary>${
    form(desk, name, "store", field("words", "whatCame", l), (sent) => ({
      form: name,
      path: at + "/end",
      signAt: at + "/signature",
      body: { words: sent.text("words") },
      done: "stored",
    }))
  }</details>`;
}

/** The view. */
export function lookBackView(desk: Desk): Drawn {
  const l = desk.language;
  const touched = answered(desk, "touched")?.found;
  return html`<section class="panel"><h3>${put("howManyTouched", l)}</h3>${
    form(desk, "touched", "lookUp", scope(desk), (sent) => ({
      form: "touched",
      path: "/api/stock/look-backs/doses",
      body: scopeBody(sent),
      done: "looked",
      keep: true,
    }))
  }${
    touched === undefined
      ? nothing
      : html`<p class="lead" role="status">${put("dosesTouched", l)}: <b>${touched.length}</b></p>`
  }</section>
  <section class="panel"><h3>${put("openIncident", l)}</h3>${
    form(
      desk,
      "incident",
      "openIncident",
      html`${
        choice("why", "why", WHY.map((w) => [w, putName("because" + w, l)] as const), l)
      }${scope(desk)}${field("words", "inWords", l)}`,
      (sent) => ({
        form: "incident",
        path: "/api/stock/look-backs",
        body: { why: sent.text("why"), ...scopeBody(sent), words: sent.text("words") },
        done: "stored",
      }),
    )
  }</section>${
    list<Incident>(desk.look("/api/stock/look-backs"), l, "noIncidents", (all) =>
      all.map((i) =>
        html`<section class="panel"><h3>${putName("because" + i.why, l)} · ${day(i.day, l)}</h3>
          <p class="under">${day(i.from, l)} – ${day(i.until, l)} · ${
          [i.batch, i.bottle, i.station].filter((x) => x !== undefined).join(" · ")
        } · ${put("dosesTouched", l)}: <b>${i.doses.length}</b> · ${i.words}</p>${
          i.closed === undefined
            ? html`<p><span class="tag care">${put("open", l)}</span></p>${end(i, desk)}`
            : html`<p><span class="tag good">${put("ended", l)}</span> ${i.closed}</p>`
        }</section>`
      ))
  }`;
}

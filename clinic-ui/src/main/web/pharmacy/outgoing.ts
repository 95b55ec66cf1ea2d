// What leaves the stock: shipments to another site and their confirmation, and destruction.

import { html, nothing } from "lit";
import { put } from "../text/pharmacy-words.ts";
import { millilitres } from "../text/stock-text.ts";
import { destructionBody } from "./bodies.ts";
import type { Desk } from "../desk/desk.ts";
import { without } from "../desk/fields.ts";
import { day, type Drawn, field, form, list, spare, table, tick } from "../desk/parts.ts";

interface Shipment {
  shipment: string;
  day: string;
  site: string;
  paper: string;
  carrier: string;
  bottles: string[];
  confirmedOn?: string;
  missing?: string[];
}

interface Destruction {
  day: string;
  permit: string;
  minutes: string;
  method: string;
  council: string[];
  waste: { station: string; batch: string; measuredMicrolitres: number }[];
  bottles: string[];
}

/** A field for many scanned labels. */
function scanned(desk: Desk, needed: boolean): Drawn {
  return html`<label class="field full">${put("labelsScanned", desk.language)}<textarea name="bottles"
    rows="2" autocomplete="off" spellcheck="false" ?required=${needed}></textarea></label>`;
}

function confirm(s: Shipment, desk: Desk): Drawn {
  const l = desk.language;
  const name = "confirm-" + s.shipment;
  return html`<details><summary>${put("confirmArrival", l)}</summary>${
    form(
      desk,
      name,
      "store",
      html`${field("paper", "theirPaper", l)}${spare("words", "whyMissing", l)}<fieldset class="fractions">
        <legend>${put("arrived", l)}</legend>${s.bottles.map((b) => tick("arrived", b, b))}</fieldset>`,
      (sent) => ({
        form: name,
        path: `/api/stock/shipments/${encodeURIComponent(s.shipment)}/confirmation`,
        body: without({
          paper: sent.text("paper"),
          arrived: sent.all("arrived"),
          words: sent.text("words"),
        }),
        done: "stored",
      }),
    )
  }</details>`;
}

/** Shipments. */
export function shipmentsView(desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put("sendAway", l)}</h3><p class="hint">${
    put("sendHint", l)
  }</p>${
    form(
      desk,
      "send",
      "sendAway",
      [
        field("site", "site", l),
        field("paper", "deliveryRecord", l),
        field("carrier", "carrier", l),
        scanned(desk, true),
      ],
      (sent) => ({
        form: "send",
        path: "/api/stock/shipments",
        body: {
          site: sent.text("site"),
          paper: sent.text("paper"),
          carrier: sent.text("carrier"),
          bottles: sent.labels("bottles"),
        },
        done: "sentDone",
      }),
    )
  }</section>${
    list<Shipment>(desk.look("/api/stock/shipments"), l, "noShipments", (all) =>
      all.map((s) =>
        html`<section class="panel"><h3>${s.site} · ${s.paper}</h3><p class="under">${
          day(s.day, l)
        } · ${s.carrier} · ${s.bottles.join(", ")}</p>${
          s.confirmedOn === undefined
            ? html`<p><span class="tag care">${put("notConfirmed", l)}</span></p>${confirm(s, desk)}`
            : html`<p><span class="tag good">${put("confirmedOn", l)} ${day(s.confirmedOn, l)}</span>${
              (s.missing ?? []).length === 0
                ? nothing
                : html` <span class="tag bad">${put("missing", l)} ${s.missing?.join(", ")}</span>`
            }</p>`
        }</section>`
      ))
  }`;
}

/** Destruction. */
export function destructionView(desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put("destroy", l)}</h3><p class="hint">${
    put("destroyHint", l)
  }</p>${
    form(
      desk,
      "destroy",
      "destroy",
      html`${field("permit", "permit", l)}${field("minutes", "minutesNumber", l)}${
        field("method", "methodOf", l)
      }${field("council", "council", l)}${scanned(desk, false)}
        <fieldset class="line-fields"><legend>${put("wasteContainer", l)}</legend><div class="fields">${[
        spare("station", "station", l),
        spare("batch", "batch", l),
        spare("measured", "measured", l, { unit: "mL" }),
      ]}</div>${tick("diluted", put("diluted", l))}</fieldset>`,
      (sent) => ({
        form: "destroy",
        path: "/api/stock/destructions",
        body: destructionBody(sent),
        done: "destroyed",
      }),
    )
  }</section>${
    list<Destruction>(desk.look("/api/stock/destructions"), l, "noDestructions", (all) =>
      table(
        "destructions",
        ["day", "permit", "minutesNumber", "methodOf", "council", "what"],
        all.map((d) => [
          day(d.day, l),
          d.permit,
          d.minutes,
          d.method,
          d.council.join(", "),
          [
            ...d.bottles,
            ...d.waste.map((w) => `${w.station} ${w.batch} ${millilitres(w.measuredMicrolitres, l)}`),
          ].join(" · "),
        ]),
        l,
      ))
  }`;
}

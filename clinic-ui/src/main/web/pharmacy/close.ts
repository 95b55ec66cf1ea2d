// The close of the day with its list, and a day as it was closed.

import { html, nothing } from "lit";
import { put, putName } from "../text/pharmacy-words.ts";
import { degrees, grams, millilitres } from "../text/stock-text.ts";
import { closeBody } from "./bodies.ts";
import type { Desk } from "../desk/desk.ts";
import type { Today } from "./day.ts";
import { opened } from "./day.ts";
import type { Bottle } from "./moves.ts";
import { day, dayFilter, type Drawn, facts, field, form, shown, spare, table } from "../desk/parts.ts";

interface Figures {
  batch: string;
  opening: number;
  received: number;
  dispensed: number;
  replaced: number;
  waste: number;
  sent: number;
  destroyed: number;
  loss: number;
  surplus: number;
  unexplained: number;
  closing: number;
}

interface Close {
  number: number;
  by: string;
  doses: number;
  people: number;
  note: string;
  figures: Figures[];
  list?: {
    seal: string;
    storeTenths: number;
    cupsOut: number;
    watched: number;
    waste: { station: string; grossMicrograms: number }[];
    without: { patient: string; why: string }[];
    ending: { patient: string; lastDay: string }[];
    items: { kind: string; of: string; since: string; days: number }[];
  };
}

interface Adjustment {
  act: string;
  kind: string;
  of: string;
  day: string;
  differenceMicrolitres: number;
}

const COLUMNS = [
  "opening",
  "received",
  "surplus",
  "dispensed",
  "replaced",
  "waste",
  "sent",
  "destroyed",
  "loss",
  "unexplained",
  "closing",
] as const;

function closing(now: Today, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put("closeDay", l)} ${day(now.day, l)}</h3>
    <p class="hint">${put("closeHint", l)}</p>${
    shown<{ found: Bottle[] }>(desk.look("/api/stock/bottles"), l, ({ found }) => {
      const all = now.closes === 0 ? [] : opened(found).map((b) => b.bottle);
      return form(
        desk,
        "close",
        now.closes === 0 ? "closeDay" : "closeAgain",
        html`${field("seal", "newSeal", l)}${field("store", "storeDegrees", l, { unit: "°C" })}${
          spare("note", "note", l)
        }${
          all.map((b) =>
            html`<label class="field">${put("grossIfUsed", l)} <span class="nowrap">${b} (g)</span><input name=${"gross-" + b}
              inputmode="decimal" autocomplete="off"></label>`
          )
        }`,
        (sent) => ({
          form: "close",
          path: "/api/stock/day/closes",
          body: closeBody(sent, now.day, all),
          done: "dayClosed",
        }),
      );
    })
  }</section>`;
}

function listed(list: NonNullable<Close["list"]>, desk: Desk): Drawn {
  const l = desk.language;
  return html`${
    facts([
      ["sealNumber", html`<b>${list.seal}</b>`],
      ["storeDegrees", degrees(list.storeTenths, l)],
      ["cupsOut", String(list.cupsOut)],
      ["watched", String(list.watched)],
      ["withoutDose", String(list.without.length)],
      ["ordersEnding", String(list.ending.length)],
    ], l)
  }${
    list.waste.length === 0
      ? nothing
      : table(
        "wasteWeights",
        ["station", "gross"],
        list.waste.map((w) => [w.station, grams(w.grossMicrograms, l)]),
        l,
      )
  }${
    list.without.length === 0 ? nothing : html`<details><summary>${put("withoutDose", l)}</summary>${
      table(
        "withoutDose",
        ["patient", "why"],
        list.without.map((w) => [w.patient, putName("why" + w.why, l)]),
        l,
      )
    }</details>`
  }${
    list.ending.length === 0
      ? nothing
      : html`<details><summary>${put("ordersEnding", l)}</summary>${
        table(
          "ordersEnding",
          ["patient", "lastDay"],
          list.ending.map((e) => [e.patient, day(e.lastDay, l)]),
          l,
        )
      }</details>`
  }${
    list.items.length === 0
      ? html`<p class="done">✓ ${put("nothingOpen", l)}</p>`
      : table(
        "openSince",
        ["what", "of", "since", "age"],
        list.items.map((i) => [putName(i.kind, l), i.of, day(i.since, l), `${i.days} ${put("days", l)}`]),
        l,
      )
  }`;
}

/** A batch a column, so that the columns of the sum stand under each other. */
function figures(all: Figures[], desk: Desk): Drawn {
  const l = desk.language;
  return html`<div class="table numbers" role="region" tabindex="0" aria-label=${put("figures", l)}>
    <table><thead><tr><td></td>${
    all.map((f) => html`<th scope="col">${f.batch}</th>`)
  }</tr></thead><tbody>${
    COLUMNS.map((c) =>
      html`<tr class=${c}><th scope="row">${put(c, l)}</th>${
        all.map((f) => html`<td>${millilitres(f[c], l)}</td>`)
      }</tr>`
    )
  }</tbody></table></div>`;
}

function closed(close: Close, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${
    put(close.number === 1 ? "closeOf" : "supplement", l)
  } ${close.number}</h3>
    <p class="under">${by(close.by, desk)}${put("doses", l)} ${close.doses} · ${put("people", l)} ${
    close.people
  }${close.note === "" ? "" : ` · ${close.note}`}</p>${
    figures(close.figures, desk)
  }${close.list === undefined ? nothing : listed(close.list, desk)}</section>`;
}

/** Names of others are not known here; one's own is. */
function by(staff: string, desk: Desk): string {
  return staff === desk.me?.staff ? `${desk.me.displayName} · ` : "";
}

/** The view: closing today, and any day as it was closed. */
export function closeView(desk: Desk): Drawn {
  const l = desk.language;
  return shown<Today>(desk.look("/api/stock/day"), l, (now) => {
    const asked = desk.memory.get("closedDay") ?? now.day;
    return html`${closing(now, desk)}
      ${dayFilter("closedDay", "closesOfDay", asked, desk)}${
      shown<{ closes: Close[]; adjustments: Adjustment[] }>(
        desk.look(`/api/stock/day/closes/${asked}`),
        l,
        (body) =>
          html`${body.closes.map((c) => closed(c, desk))}${
            body.adjustments.length === 0 ? nothing : table(
              "adjustments",
              ["day", "what", "of", "differs"],
              body.adjustments.map((a) => [
                day(a.day, l),
                putName("adjust" + a.act, l),
                a.of,
                millilitres(a.differenceMicrolitres, l),
              ]),
              l,
            )
          }`,
        { word: "notClosed", when: (body) => body.closes.length === 0 },
      )
    }`;
  });
}

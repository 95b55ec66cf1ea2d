// The clinic in one row: figures that are read from across the room, each with the way to the rows
// behind it.

import { html, nothing, type TemplateResult } from "lit";
import { day, type Language, strength } from "../text/dose-text.ts";
import { monitor } from "../text/monitor-words.ts";
import { difference, millilitres } from "../text/stock-text.ts";
import { type Board, percentOf } from "./board.ts";

interface Tile {
  name: string;
  head: string;
  figure: string | TemplateResult;
  under: string | TemplateResult;
  care?: boolean;
  to?: string;
}

function tile(t: Tile): TemplateResult {
  const head = t.to === undefined ? t.head : html`<a href=${t.to}>${t.head}</a>`;
  return html`<section class="tile figure-tile ${t.care === true ? "care" : ""}" data-tile=${t.name} aria-labelledby=${
    "tile-" + t.name
  }><h2 id=${"tile-" + t.name}>${t.care === true ? "▲ " : ""}${head}</h2><p class="figure">${t.figure}</p><p class="under">${
    t.under
  }</p></section>`;
}

function given(b: Board, l: Language): TemplateResult {
  const { given, expected } = b.doses;
  return tile({
    name: "given",
    head: monitor("given", l),
    figure: html`${given} <small>/ ${expected}</small>`,
    under: `${percentOf(given, expected)} · ${monitor("notCome", l)}: ${b.waiting.notCome}`,
    to: "/door",
  });
}

function care(b: Board, l: Language): TemplateResult {
  const { inTreatment, quota } = b.care;
  const left = quota === undefined ? 0 : quota - inTreatment;
  return tile({
    name: "care",
    head: monitor("care", l),
    figure: html`${inTreatment}${quota === undefined ? nothing : html` <small>/ ${quota}</small>`}`,
    under: quota === undefined
      ? monitor("noQuota", l)
      : left < 0
      ? `${monitor("over", l)}: ${-left}`
      : `${monitor("places", l)}: ${left}`,
    care: left < 0,
  });
}

function stock(b: Board, l: Language): TemplateResult {
  const { counting, lasting } = b.stock;
  const first = lasting.toSorted((one, other) => one.days - other.days)[0];
  const words = monitor(first?.days === 1 ? "oneDay" : "days", l);
  return tile({
    name: "stock",
    head: monitor("stock", l),
    figure: counting
      ? html`<small>${monitor("counting", l)}</small>`
      : first === undefined
      ? html`<small>${monitor("noStock", l)}</small>`
      : html`${first.days} <small>${words}</small>`,
    under: counting
      ? monitor("countingHint", l)
      : first === undefined
      ? monitor("noStockHint", l)
      : lasting.map((s) => `${strength(s.microgramsPerMillilitre, l)}: ${s.days}`).join(" · "),
    to: "/pharmacy#/forecast",
  });
}

function last(b: Board, l: Language): TemplateResult {
  const found = b.stock.last;
  // What is missing and what is over are never set off against each other.
  const off = found === undefined ? 0 : -found.missingMicrolitres || found.overMicrolitres;
  return tile({
    name: "last",
    head: monitor("last", l),
    figure: found === undefined
      ? html`<small>${monitor(b.stock.counting ? "counting" : "noClose", l)}</small>`
      : html`${difference(off, l)}`,
    under: found === undefined ? "" : `${day(found.day)} · ${monitor("missing", l)} ${
      millilitres(found.missingMicrolitres, l)
    } · ${monitor("overBook", l)} ${millilitres(found.overMicrolitres, l)}`,
    to: "/pharmacy#/differences",
  });
}

function identity(b: Board, l: Language): TemplateResult {
  const w = b.identity.ways;
  const all = Object.values(w).reduce((sum, n) => sum + n, 0);
  const others = [
    ["photo", w.CARD_AND_PHOTO],
    ["two", w.EXCEPTION_TWO_PERSONS],
    ["outage", w.OUTAGE_CARD_AND_PHOTO],
    ["sheet", w.DOWNTIME_SHEET],
    ["doubts", b.identity.doubts],
  ] as const;
  const said = others.filter(([, n]) => n > 0).map(([word, n]) => `${monitor(word, l)}: ${n}`);
  return tile({
    name: "identity",
    head: monitor("finger", l),
    figure: all === 0 ? "–" : html`${percentOf(w.CARD_AND_FINGER, all)}`,
    under: [`${w.CARD_AND_FINGER} / ${all}`, ...said].join(" · "),
    care: b.identity.doubts > 0,
  });
}

/** The row. */
export function clinicRow(b: Board, l: Language): TemplateResult {
  return html`<div class="row">${given(b, l)}${care(b, l)}${stock(b, l)}${last(b, l)}${identity(b, l)}</div>`;
}

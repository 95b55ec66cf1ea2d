// What each device was over the day, in slots: the height tells it besides the colour, and what is
// not ready is told in a table for screen readers.

import { html, nothing, svg, type TemplateResult } from "lit";
import type { Language } from "../text/dose-text.ts";
import { monitor } from "../text/monitor-words.ts";
import { type Board, type Device, type Is, kind, minutes } from "./board.ts";
import { span, step } from "./span.ts";

const HIGH: Readonly<Record<Is, number>> = { READY: 8, BUSY: 14, TROUBLE: 22, LOST: 28 };
const FLOOR = 28;
const ALL: readonly Is[] = ["READY", "BUSY", "TROUBLE", "LOST"];

function row(d: Device, at: { from: number; until: number }, l: Language) {
  const wide = at.until - at.from;
  return html`<li><span class="who">${kind(d.kind, l)} <b>${d.station}</b></span>
    <svg viewBox="0 0 ${wide} ${FLOOR}" preserveAspectRatio="none" aria-hidden="true">${
    d.runs.map((r) =>
      svg`<rect class=${r.is} x=${minutes(r.from) - at.from} y=${FLOOR - HIGH[r.is]} width=${
        r.slots * d.slotMinutes
      } height=${HIGH[r.is]}></rect>`
    )
  }</svg><span class="now ${d.now}">${monitor(`is${d.now}`, l)}${
    d.losses === 0 ? nothing : html` <small>${d.losses} ${monitor("losses", l)}</small>`
  }</span></li>`;
}

/** Whole steps from the first to the last, so that they stand evenly. */
function hours(at: { from: number; until: number }) {
  const marks: number[] = [];
  for (let m = at.from; m <= at.until; m += step(at.until - at.from)) {
    marks.push(m);
  }
  return html`<p class="day-axis" aria-hidden="true">${
    marks.map((m) => html`<span>${String(Math.floor(m / 60) % 24).padStart(2, "0")}:00</span>`)
  }</p>`;
}

function table(b: Board, l: Language) {
  const told = b.devices.flatMap((d) =>
    d.runs.filter((r) => r.is === "LOST" || r.is === "TROUBLE").map((r) => ({ d, r }))
  );
  return told.length === 0 ? nothing : html`<table class="unseen"><caption>${
    monitor("devices", l)
  }</caption><thead><tr><th scope="col">${monitor("device", l)}</th><th scope="col">${
    monitor("state", l)
  }</th><th scope="col">${monitor("from", l)}</th><th scope="col">${monitor("minutes", l)}</th></tr></thead>
    <tbody>${
    told.map(({ d, r }) =>
      html`<tr><td>${kind(d.kind, l)} ${d.station}</td><td>${monitor(`is${r.is}`, l)}</td><td>${r.from}</td><td>${
        r.slots * d.slotMinutes
      }</td></tr>`
    )
  }</tbody></table>`;
}

/** The panel. */
export function timelinePanel(b: Board, l: Language): TemplateResult {
  const at = span(b);
  return html`<section class="tile device-day" aria-labelledby="devices"><h2 id="devices">${
    monitor("devices", l)
  }</h2>${
    b.devices.length === 0
      ? html`<p class="empty">${monitor("noDevices", l)}</p>`
      : html`<ul class="day-lines">${b.devices.map((d) => row(d, at, l))}</ul>${hours(at)}${table(b, l)}`
  }<p class="keys">${
    ALL.map((is) => html`<span class="swatch ${is}"></span>${monitor(`is${is}`, l)} `)
  }</p></section>`;
}

// Doses by hour: a bar for what was given, a dashed line for a usual day; a table of the same for
// screen readers.

import { html, nothing, svg, type TemplateResult } from "lit";
import type { Language } from "../text/dose-text.ts";
import { monitor } from "../text/monitor-words.ts";
import type { Board } from "./board.ts";

const WIDTH = 560;
const HEIGHT = 168;
const HEAD = 22;
const FOOT = 22;

function tenths(value: number, l: Language): string {
  const text = value % 10 === 0 ? String(value / 10) : `${Math.floor(value / 10)}.${value % 10}`;
  return l === "vi" ? text.replace(".", ",") : text;
}

function bars(hours: Board["doses"]["hours"]) {
  const most = Math.max(1, ...hours.map((h) => Math.max(h.given, h.usualTenths / 10)));
  const column = Math.min(WIDTH / Math.max(hours.length, 4), 90);
  const left = (WIDTH - column * hours.length) / 2;
  const floor = HEIGHT - FOOT;
  const high = (n: number) => Math.max(n > 0 ? 2 : 0, (floor - HEAD) * n / most);
  return hours.map((h, i) => {
    const x = left + i * column;
    const y = floor - high(h.usualTenths / 10);
    return svg`<rect class="given" x=${x + column * 0.18} y=${floor - high(h.given)} width=${
      column * 0.64
    } height=${high(h.given)}></rect>
      ${
      h.usualTenths === 0
        ? nothing
        : svg`<line class="usual" x1=${x + column * 0.06} x2=${x + column * 0.94} y1=${y} y2=${y}></line>`
    }
      <text class="count" x=${x + column / 2} y=${floor - high(h.given) - 5}>${h.given}</text>
      <text x=${x + column / 2} y=${HEIGHT - 4}>${String(h.hour).padStart(2, "0")}</text>`;
  });
}

function table(hours: Board["doses"]["hours"], l: Language) {
  return html`<table class="unseen"><caption>${monitor("hours", l)}</caption><thead><tr>
    <th scope="col">${monitor("hour", l)}</th><th scope="col">${monitor("givenShort", l)}</th>
    <th scope="col">${monitor("usual", l)}</th></tr></thead><tbody>${
    hours.map((h) =>
      html`<tr><td>${h.hour}</td><td>${h.given}</td><td>${tenths(h.usualTenths, l)}</td></tr>`
    )
  }</tbody></table>`;
}

/** The panel. */
export function hoursPanel(b: Board, l: Language): TemplateResult {
  const hours = b.doses.hours;
  return html`<section class="tile by-hour" aria-labelledby="hours"><h2 id="hours">${
    monitor("hours", l)
  }</h2>${
    hours.length === 0 ? html`<p class="empty">${monitor("noDoses", l)}</p>` : html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}"
      aria-hidden="true"><line class="floor" x1="0" x2=${WIDTH} y1=${HEIGHT - FOOT} y2=${
      HEIGHT - FOOT
    }></line>${bars(hours)}</svg>${table(hours, l)}`
  }<p class="keys"><span class="swatch given"></span>${monitor("givenShort", l)}${
    b.doses.daysCompared === 0
      ? html` · ${monitor("noUsual", l)}`
      : html`<span class="swatch usual"></span>${monitor("usual", l)}: ${monitor("usualOf", l)}`
  }</p></section>`;
}

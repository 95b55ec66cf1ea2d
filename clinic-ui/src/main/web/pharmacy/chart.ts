// The control chart of a pump: how far pump and scale are apart, between the lines at which something
// is asked for; and the shots of the last calibration. Drawn in integers, with the same in words.

import { html, nothing, svg } from "lit";
import { put, putName } from "../text/pharmacy-words.ts";
import { percent } from "../text/stock-text.ts";
import { MOST, place } from "./bodies.ts";
import type { Desk } from "../desk/desk.ts";
import type { Drawn } from "../desk/parts.ts";

/** Advice, calibration demanded, stopped: millionths (see docs/domain/pump-service.md). */
const LEVELS = [6000, 12_000, 18_000] as const;

/** The chart. */
export function controlChart(
  of: { doses: number; differenceMillionths: number; level: string },
  desk: Desk,
): Drawn {
  const l = desk.language;
  const at = place(of.differenceMillionths);
  const band = (from: number, to: number, name: string) =>
    svg`<rect class=${name} x=${place(from)} y="18" width=${place(to) - place(from)} height="44" />`;
  return html`<figure class="control"><figcaption>${put("chartSays", l)} <b>${
    percent(of.differenceMillionths, l)
  }</b> · ${of.doses} ${put("dosesSince", l)} · ${putName("level" + of.level, l)}</figcaption>${
    of.doses === 0 ? nothing : html`<svg viewBox="-12 0 584 92" aria-hidden="true">
      ${band(-MOST, -LEVELS[2], "stop")}${band(-LEVELS[2], -LEVELS[1], "demand")}
      ${band(-LEVELS[1], -LEVELS[0], "advise")}${band(-LEVELS[0], LEVELS[0], "fine")}
      ${band(LEVELS[0], LEVELS[1], "advise")}${band(LEVELS[1], LEVELS[2], "demand")}
      ${band(LEVELS[2], MOST, "stop")}
      ${
      [-LEVELS[2], -LEVELS[0], 0, LEVELS[0], LEVELS[2]].map((v) =>
        svg`<line x1=${place(v)} x2=${place(v)} y1="18" y2="68" />
          <text x=${place(v)} y="84" text-anchor="middle">${percent(v, l)}</text>`
      )
    }
      ${svg`<path d=${`M${at - 9},4 h18 l-9,16 z`} /><line class="now" x1=${at} x2=${at} y1="16" y2="64" />`}
    </svg>`
  }</figure>`;
}

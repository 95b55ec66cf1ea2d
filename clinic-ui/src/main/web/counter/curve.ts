// Poured volume over time, by pump and by scale: two witnesses, two lines. Decoration beside the
// numbers, which are the fact (R14).

import { html, svg, type TemplateResult } from "lit";
import type { Language } from "../text/dose-text.ts";
import { volume } from "../text/dose-text.ts";
import { say } from "../text/words.ts";

const WIDTH = 300;
const HEIGHT = 130;
const LEFT = 44;
const BOTTOM = 18;
const SAMPLES_MOST = 1200;

/** One reading, microlitres, time in milliseconds. */
export interface Sample {
  at: number;
  pumped: number;
  weighed: number;
}

/** The samples of one dose. */
export class Trace {
  samples: Sample[] = [];
  #visit = "";

  /** Adds a reading of a visit; another visit begins anew. */
  add(visit: string, sample: Sample): void {
    if (this.#visit !== visit) {
      this.samples = [];
      this.#visit = visit;
    }
    const last = this.samples.at(-1);
    if (last?.pumped !== sample.pumped || last.weighed !== sample.weighed) {
      this.samples = [...this.samples.slice(-SAMPLES_MOST), sample];
    }
  }

  /** The samples of this visit. */
  of(visit: string): Sample[] {
    return visit === this.#visit ? this.samples : [];
  }
}

/** The drawing, with the ordered volume as its upper line. */
export function curve(samples: Sample[], ordered: number, language: Language): TemplateResult {
  const from = samples[0]?.at ?? 0;
  const seconds = Math.max(2, ((samples.at(-1)?.at ?? 0) - from) / 1000);
  const most = Math.max(ordered, ...samples.map((s) => Math.max(s.pumped, s.weighed)), 1000);
  const x = (at: number) => LEFT + ((at - from) / 1000 / seconds) * (WIDTH - LEFT - 6);
  const y = (v: number) => 8 + (1 - Math.max(0, v) / (most * 1.08)) * (HEIGHT - BOTTOM - 8);
  const line = (of: (s: Sample) => number) =>
    samples.map((s) => `${x(s.at).toFixed(1)},${y(of(s)).toFixed(1)}`).join(" ");
  const name = say("curve", language);
  return html`<figure class="curve">
    <figcaption>${name}
      <span class="key pump">${say("curvePump", language)}</span>
      <span class="key scale">${say("curveScale", language)}</span></figcaption>
    ${svg`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${name}>
      <line class="axis" x1=${LEFT} x2=${WIDTH} y1=${y(0)} y2=${y(0)} />
      <line class="target" x1=${LEFT} x2=${WIDTH} y1=${y(ordered)} y2=${y(ordered)} />
      <text x=${LEFT - 5} y=${y(ordered) + 4} text-anchor="end">${volume(ordered, language).replace("\u00a0mL", "")}</text>
      <text x=${LEFT - 5} y=${y(0) + 4} text-anchor="end">0</text>
      <text x=${LEFT} y=${HEIGHT - 3}>0</text>
      <text x=${WIDTH} y=${HEIGHT - 3} text-anchor="end">${Math.round(seconds)} s</text>
      <polyline class="by-scale" points=${line((s) => s.weighed)} />
      <polyline class="by-pump" points=${line((s) => s.pumped)} />
    </svg>`}
  </figure>`;
}

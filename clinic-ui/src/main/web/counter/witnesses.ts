// The right side: what pump and scale say, live, and the devices.

import { html, nothing, svg, type TemplateResult } from "lit";
import * as text from "../text/dose-text.ts";
import type { Language } from "../text/dose-text.ts";
import { type Device, type Dose, MOVING, type Station } from "../live/station.ts";
import { say } from "../text/words.ts";
import { curve, type Trace } from "./curve.ts";
import { agree } from "./flow.ts";

/** What both witnesses say of a dose, µL; undefined where one has said nothing. */
export interface Amounts {
  ordered: number;
  pumped: number;
  weighed: number | undefined;
}

/** The amounts of a dose, with the running pour added. */
export function amounts(station: Station, dose: Dose): Amounts {
  const flowing = MOVING.has(dose.phase) && station.live !== undefined && station.dose === dose;
  return {
    ordered: dose.orderedMicrolitres ?? station.ordered?.microlitres ?? 0,
    // What is drawn by hand has no pump to count it: the scale is the only witness.
    pumped: dose.pumpedMicrolitres + (flowing
      ? (dose.source === "HAND" ? station.live?.weighedMicrolitres : station.live?.pumpedMicrolitres) ?? 0
      : 0),
    weighed: flowing || dose.phase === "SETTLING" && station.live !== undefined
      ? station.live?.weighedMicrolitres
      : dose.weighedMicrolitres,
  };
}

/** While liquid flows the scale lags by its settling; then 0.5 mL is no disagreement. */
const LAG_MICROLITRES = 500;

function agreement(dose: Dose, a: Amounts, language: Language) {
  if (dose.unweighed === true) {
    return html`<span class="tag care">${say("notByWeight", language)}</span>`;
  }
  if (dose.source === "HAND" || a.weighed === undefined || dose.phase === "OUTCOME_UNKNOWN") {
    return nothing;
  }
  if (dose.confirmedByWeight === false) {
    return html`<span class="tag care">${say("notByWeight", language)}</span>`;
  }
  const still = !MOVING.has(dose.phase) && dose.phase !== "SETTLING";
  const good = still
    ? agree(a.pumped, a.weighed, a.ordered)
    : Math.abs(a.pumped - a.weighed) <= LAG_MICROLITRES;
  return good
    ? html`<span class="tag good">${say("agrees", language)}</span>`
    : html`<span class="tag bad">${say("disagrees", language)}</span>`;
}

function bar(a: Amounts, stopped: boolean): TemplateResult {
  const part = a.ordered === 0 ? 0 : Math.min(1, Math.max(0, a.pumped / a.ordered));
  return html`<div class="bar" aria-hidden="true">${
    svg`<svg viewBox="0 0 100 10" preserveAspectRatio="none">
      <rect class=${stopped ? "full stopped" : "full"} width=${(part * 100).toFixed(2)} height="10" />
    </svg>`
  }</div>`;
}

function row(name: string, value: string): TemplateResult {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** What the pump counted; a word where nobody knows (R16). */
function pumped(dose: Dose, a: Amounts, language: Language): string {
  return dose.phase === "OUTCOME_UNKNOWN"
    ? say("unknown", language)
    : text.volume(a.pumped, language);
}

function witnessRows(dose: Dose, a: Amounts, language: Language): TemplateResult {
  const weighed = a.weighed === undefined
    ? say("notWeighed", language)
    : text.volume(a.weighed, language);
  return html`<dl class="rows">
    ${row(say("orderedLabel", language), text.volume(a.ordered, language))}
    ${row(say("pumpedLabel", language), pumped(dose, a, language))}
    ${row(say("weighedLabel", language), weighed)}
  </dl>
  <p class="verdict">${agreement(dose, a, language)}</p>`;
}

function device(d: Device, language: Language): TemplateResult {
  return html`<li class=${d.up ? "up" : "down"} title=${d.text}>
    <span aria-hidden="true">${d.up ? "●" : "▲▲"}</span> ${say(d.kind, language)}
    <b>${say(d.up ? "up" : "down", language)}</b></li>`;
}

/** The panel of the two witnesses. */
export function witnessPanel(
  station: Station,
  dose: Dose | null,
  trace: Trace,
  language: Language,
): TemplateResult {
  const bottle = station.bottle;
  const a = dose === null ? null : amounts(station, dose);
  const shown = dose !== null && a !== null && a.ordered > 0;
  return html`
    <p class="source">${
    bottle === undefined
      ? say("noBottle", language)
      : html`${say("bottle", language)} <b>${bottle.label}</b>${
        bottle.leftMicrolitres === undefined
          ? ""
          : html` · ${say("left", language)} ${text.volume(bottle.leftMicrolitres, language)}`
      }`
  }</p>
    ${
    shown
      ? html`${bar(a, dose.phase === "STOPPED" || dose.phase === "DISCREPANCY")}
        <p class="poured">${say("poured", language)} <b>${pumped(dose, a, language)}</b> ${
        say("of", language)
      } ${text.volume(a.ordered, language)}</p>
        ${witnessRows(dose, a, language)}
        ${curve(trace.of(dose.visit), a.ordered, language)}`
      : nothing
  }
    <ul class="devices" aria-label=${say("devices", language)}>${
    station.devices.map((d) => device(d, language))
  }</ul>`;
}

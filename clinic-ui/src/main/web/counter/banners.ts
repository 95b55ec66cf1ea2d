// What is told between the dose and its acts: degraded modes, power, clock, orders of other sites, and
// what the service refused.

import { html, nothing, type TemplateResult } from "lit";
import * as text from "../text/dose-text.ts";
import { told } from "../text/refusals.ts";
import { say, sayName } from "../text/words.ts";
import type { Station } from "../live/station.ts";
import { TOLD as CLOCK_TOLD } from "./clock.ts";
import type { Desk } from "./desk.ts";
import type { View } from "./flow.ts";
import { orderLines } from "./packs.ts";

/** All of them, in the order of how long they stand. */
export function banners(desk: Desk, station: Station, shown: View) {
  return html`${clock(desk, station)}${power(desk, station)}${modes(desk, station)}${orders(desk)}${
    notice(desk, station, shown)
  }`;
}

/** In which degraded mode the station is, as long as it is. */
function modes(desk: Desk, station: Station) {
  const l = desk.language;
  return (station.modes ?? []).map((m) =>
    html`<div class="notice medium mode" role="status"><p><b>▲ ${sayName(m.mode, l)}</b></p></div>`
  );
}

/** That the battery carries the counters, for how long, and where the papers for the dark are. */
function power(desk: Desk, station: Station) {
  const l = desk.language;
  const power = station.power;
  if (power === undefined || power.state === "mains") {
    return nothing;
  }
  if (power.state === "unknown") {
    return html`<div class="notice medium mode" role="status"><p><b>▲ ${
      say("powerUnknown", l)
    }</b></p></div>`;
  }
  const left = power.minutes === undefined
    ? say("minutesUnknown", l)
    : `${power.minutes} ${say("minutes", l)}`;
  return html`<div class="notice medium mode" role="status">
    <p><b>▲▲ ${say("onBattery", l)} ${left}</b></p>
    <p>${
    power.papers === undefined
      ? say(power.papersFailed === true ? "papersFailed" : "papersComing", l)
      : html`${say("papersAt", l)} <b>${power.papers}</b>`
  }</p></div>`;
}

/** By whose orders this site doses: a small line, and a notice once they are over (R-132). */
function orders(desk: Desk) {
  return orderLines(desk.orders, desk.language).map((line) =>
    line.old
      ? html`<div class="notice medium mode" role="status"><p><b>▲ ${line.text}</b></p></div>`
      : html`<p class="age">${line.text}</p>`
  );
}

/** Which day people are dosed in while the clock is wrong, and what ends that. */
function clock(desk: Desk, station: Station) {
  const l = desk.language;
  const clock = station.clock;
  const word = clock === undefined ? null : CLOCK_TOLD[clock.mode];
  return clock === undefined || word === null
    ? nothing
    : html`<div class="notice medium mode" role="status"><p><b>▲ ${say(word, l)}</b> ${
      text.weekday(clock.day, l)
    } · ${say("clockSays", l)} ${text.weekday(clock.clock, l)}</p></div>`;
}

function notice(desk: Desk, station: Station, shown: View) {
  const l = desk.language;
  const refusal = desk.refusal ?? station.notice;
  // The state or the mode's banner says that already; photo and acts need the room.
  const outage = (station.modes ?? []).some((m) => m.mode === "reader-outage");
  const saidAlready = refusal === station.notice &&
    (refusal?.code === "outcome-unknown" || outage && refusal?.code === "reader-out-of-order");
  if (refusal === undefined || saidAlready) {
    return nothing;
  }
  const [what, wayOn] = refusal.code === "not-sent" ? [say("failed", l), ""] : told(refusal, l);
  return html`<div class="notice ${shown.alarm === "high" ? "high" : "medium"}" role="status">
    <p><b>${shown.alarm === "high" ? "▲▲▲" : "▲▲"} ${what}</b></p>${
    wayOn === "" ? nothing : html`<p>${say("wayOn", l)} ${wayOn}</p>`
  }</div>`;
}

/** What the service refused this page itself. */
export function refusedHere(desk: Desk): TemplateResult | typeof nothing {
  const refusal = desk.refusal;
  return refusal === null
    ? nothing
    : html`<div class="notice medium" role="alert"><p><b>▲▲ ${
      told(refusal, desk.language)[0]
    }</b></p></div>`;
}

// The frame of the counter's page: the band, the top, and the lines above the buttons.

import { html, nothing, type TemplateResult } from "lit";
import { atCounter, placeOf } from "../live/notices.ts";
import { about, mark, told } from "../text/notice-text.ts";
import { tell } from "../text/counter-words.ts";
import { say, type Word } from "../text/words.ts";
import type { Help } from "../live/help.ts";
import type { Aids } from "./aids.ts";
import { lostDevices, lostLevel } from "./alarms.ts";
import type { Desk } from "./desk.ts";
import type { View } from "./flow.ts";
import type { StopState } from "./stop.ts";

const STOP_WORDS: Readonly<Record<Exclude<StopState, "none">, Word>> = {
  idle: "stopIdle",
  sent: "stopSent",
  unconfirmed: "stopUnconfirmed",
  done: "stopDone",
};

/** Loud on every page while a device is simulated. */
export function band(desk: Desk) {
  const about = desk.about;
  return about === null || !about.training ? nothing : html`<aside class="band">${
    say(about.simulated ? "simulatedBand" : "trainingBand", desk.language)
  }</aside>`;
}

/** Title, stations, who is logged in, language. */
export function header(desk: Desk, aids: Aids, help: Help, now: number): TemplateResult {
  const l = desk.language;
  const me = desk.me;
  const others = desk.station?.users.filter((u) => u !== me?.staff).length ?? 0;
  return html`<header>
    <h1>${say("title", l)}</h1>
    <nav class="stations">${stationLinks(desk)}${
    me === null ? nothing : html`<a href="/pharmacy" target="mmt-pharmacy">${say("toPharmacy", l)}</a>`
  }${
    desk.about?.simulated === true
      ? html`<a href="/sim" target="mmt-sim">${say("toSim", l)}</a>`
      : nothing
  }</nav>
    ${silence(desk, aids, now)}
    ${
    me === null ? nothing : html`<p class="me">${me.displayName}${
      others > 0 ? html` <span>+ ${others} ${say("alsoHere", l)}</span>` : nothing
    }</p>
      <button class="small" @click=${() => desk.lock()} ?hidden=${desk.locked}>${
      say("lock", l)
    }</button>
      <button class="small" aria-disabled=${desk.cupOut ? "true" : "false"} title=${
      say(desk.cupOut ? "logoutWaits" : "logout", l)
    } @click=${() => desk.logOut()}>${say("logout", l)}</button>`
  }
    ${mirror(desk, aids)}${help.button(l)}
    <div class="language" role="group" aria-label=${say("language", l)}>
      <button lang="vi" aria-pressed=${l === "vi"} @click=${() => desk.speak("vi")}>VI</button>
      <button lang="en" aria-pressed=${l === "en"} @click=${() => desk.speak("en")}>EN</button>
    </div>
  </header>`;
}

/** Only while something sounds or was silenced; what is seen stays. */
function silence(desk: Desk, aids: Aids, now: number) {
  const l = desk.language;
  const left = aids.silentFor(now);
  if (left > 0) {
    return html`<p class="silent" role="status">${tell("silenced", l)} ${left}\u00a0${tell("seconds", l)}</p>`;
  }
  return aids.silenceable(desk.moving)
    ? html`<button class="small" id="silence" aria-label=${tell("silenceName", l)} @click=${() =>
      aids.silence(desk.moving, performance.now())}>${tell("silence", l)}</button>`
    : nothing;
}

/** For the left-handed. Sides stay as they are while liquid flows: STOP never moves. */
function mirror(desk: Desk, aids: Aids): TemplateResult {
  const l = desk.language;
  return html`<button class="small" id="mirror" aria-pressed=${aids.mirrored} aria-disabled=${
    desk.moving ? "true" : "false"
  } aria-label=${tell("mirrorName", l)} title=${
    tell(desk.moving ? "mirrorWaits" : "mirrorName", l)
  } @click=${() => desk.moving || aids.mirror()}>⇄</button>`;
}

/** An alarm is seen around the whole page too, by who cannot hear it. */
export function edge(aids: Aids) {
  const level = aids.level;
  return level === null ? nothing : html`<div class="edge ${level}" aria-hidden="true"></div>`;
}

function stationLinks(desk: Desk) {
  const l = desk.language;
  return (desk.about?.stations ?? []).map((s) =>
    html`<a href="/?station=${s}" aria-current=${
      s === desk.stationName ? "page" : nothing
    }>${say("station", l)} ${s}</a>`
  );
}

/**
 * The most urgent standing notice that people here can act on, in a line whose height never changes.
 * It leads to the pharmacy's page in a tab of its own, but not while liquid flows.
 */
export function standing(desk: Desk): TemplateResult {
  const l = desk.language;
  const all = atCounter(desk.notices.found ?? [], desk.stationName);
  if (all.length === 0) {
    return html`<p class="standing none" id="standing" role="status"></p>`;
  }
  const first = all[0];
  const { text, wayOn } = told(first, l);
  return html`<p class="standing ${first.level}" id="standing" role="status"><a href=${
    desk.moving ? nothing : placeOf(first)
  } target="mmt-pharmacy"><b>${mark(first.level)} ${text}</b> <span>${wayOn}</span> <span>${
    about(first, l)
  }</span>${
    all.length === 1 ? nothing : html` <span class="more-of">+ ${all.length - 1}</span>`
  }</a></p>`;
}

/** What to do next, lost devices, what became of STOP, and whether the line is down. */
export function lines(
  desk: Desk,
  shown: View | null,
  stale: boolean,
  now: number,
): TemplateResult {
  const l = desk.language;
  const state = desk.guard.look(now, desk.moving, stale);
  const advice = shown?.advice ?? "aLogin";
  const lost = desk.station === null ? [] : lostDevices(desk.station);
  return html`<section class="lines" aria-label=${say("whatNext", l)}>
    <p class="advice">${desk.busy ? say("sending", l) : say(advice, l)}</p>
    ${
    lost.length === 0 || stale ? nothing : html`<p class="line medium" role="alert">▲▲ ${
      say("deviceLost", l)
    } ${lost.map((d) => say(d.kind, l)).join(", ")}</p>`
  }
    ${
    state === "none" ? nothing : html`<p class="line ${
      state === "unconfirmed" ? "high" : "stop-line"
    }" role="alert" id="stop-line">${state === "unconfirmed" ? "▲▲▲ " : ""}${
      say(STOP_WORDS[state], l)
    }</p>`
  }
    ${
    stale
      ? html`<p class="line ${lostLevel(desk.moving)}" role="alert" id="lost">${
        mark(lostLevel(desk.moving))
      } ${say("lost", l)}</p>`
      : nothing
  }
  </section>`;
}

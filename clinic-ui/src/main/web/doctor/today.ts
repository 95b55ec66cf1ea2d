// What waits for a doctor today: people sent here, people watched, what was noted of doses, orders that
// end, and who is away so long that a doctor decides.

import { html, nothing } from "lit";
import { D } from "../text/doctor-words.ts";
import { mass } from "../text/dose-text.ts";
import { put } from "../text/pharmacy-words.ts";
import { type Refusal, told } from "../text/refusals.ts";
import type { Desk } from "../desk/desk.ts";
import { day, type Drawn, field, form, moment, named, shown, table } from "../desk/parts.ts";
import { choosePerson, fullName, type Person } from "../desk/person.ts";

interface Waiting extends Person {
  number?: string;
  why?: string;
  stopped?: Refusal;
  first?: boolean;
}

interface Watched extends Person {
  observation: string;
  cause: string;
  until: string;
}

/** What a doctor reads of a dose of today. */
export interface Noted extends Person {
  visit: string;
  phase: string;
  doseMicrograms?: number;
  permilleTaken?: number;
  vomitedMinutes?: number;
  seenByStaff?: boolean;
  wrong?: string;
  insteadOfMicrograms?: number;
}

function open(p: Person, desk: Desk): Drawn {
  const l = desk.language;
  const go = () => {
    const { patient, familyName, givenName, similarName } = p;
    choosePerson(desk, { patient, familyName, givenName, similarName });
    location.hash = "#/patient";
  };
  return html`<button class="small-act" data-open=${p.patient} aria-label=${
    `${put(D.open, l)}: ${fullName(p, desk)}`
  } @click=${go}>${put(D.open, l)}</button>`;
}

function who(p: Person, desk: Desk): Drawn {
  return html`<b>${fullName(p, desk)}</b>${
    p.similarName === true
      ? html` <span class="tag care">▲ ${put(D.similar, desk.language)}</span>`
      : nothing
  }`;
}

function why(w: Waiting, desk: Desk): Drawn {
  const l = desk.language;
  const stop = w.stopped === undefined ? "" : told(w.stopped, l)[0];
  return html`<span class="in-words">${
    w.why === undefined ? nothing : html`<b>${put(D.atDesk, l)}:</b> ${w.why} `
  }${stop}</span>`;
}

/** Who goes to the doctor first, in order. */
export function queueView(desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel">${
    shown<{ doctor: Waiting[] }>(desk.look("/api/queue/doctor"), l, ({ doctor }) =>
      doctor.length === 0 ? html`<p class="done">✓ ${put(D.nobodyWaits, l)}</p>` : table(
        D.vQueue,
        [D.number, "patient", D.why, ""],
        doctor.map((w) => [w.number ?? "", who(w, desk), why(w, desk), open(w, desk)]),
        l,
      ))
  }</section>`;
}

function what(n: Noted, desk: Desk): string {
  const l = desk.language;
  return [
    n.insteadOfMicrograms === undefined ? "" : `${put(D.lessByWish, l)} ${mass(n.insteadOfMicrograms, l)}`,
    n.permilleTaken === undefined ? "" : `${put(D.partTaken, l)}: ${Math.round(n.permilleTaken / 10)}\u00a0%`,
    n.vomitedMinutes === undefined
      ? ""
      : `${put(D.vomitedAfter, l)} ${n.vomitedMinutes}\u00a0${put(D.minutes, l)}${
        n.seenByStaff === true ? "" : ` (${put(D.notSeen, l)})`
      }`,
    n.wrong === undefined ? "" : `${put(D.wrong, l)}: ${named(D, "wrong" + n.wrong, l)}`,
  ].filter((one) => one !== "").join(" · ");
}

function watching(w: Watched, desk: Desk): Drawn {
  const l = desk.language;
  const name = "watch-" + w.observation;
  return html`<section class="panel"><h3>${fullName(w, desk)}</h3><p class="under">${
    named(D, w.cause, l)
  } · ${put(D.until, l)} ${moment(w.until)} ${open(w, desk)}</p>${
    form(desk, name, D.endWatch, field("words", D.finding, l), (sent) => ({
      form: name,
      path: "/api/observations/end",
      body: { observation: w.observation, finding: sent.text("words") },
      done: D.ended,
    }))
  }</section>`;
}

/** Who is watched after a dose, and what was noted of today's doses. */
export function watchedView(desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(D.watched, l)}</h3>${
    shown<{ observations: Watched[] }>(desk.look("/api/observations"), l, ({ observations }) =>
      observations.length === 0
        ? html`<p class="empty">${put(D.nobodyWatched, l)}</p>`
        : observations.map((w) => watching(w, desk)))
  }</section><section class="panel"><h3>${put(D.noted, l)}</h3>${
    shown<{ noted: Noted[] }>(desk.look("/api/noted"), l, ({ noted }) =>
      noted.length === 0 ? html`<p class="empty">${put(D.nothingNoted, l)}</p>` : table(
        D.noted,
        ["patient", D.dose, D.whatHappened, ""],
        noted.map((n) => [
          who(n, desk),
          n.doseMicrograms === undefined ? "" : mass(n.doseMicrograms, l),
          what(n, desk),
          open(n, desk),
        ]),
        l,
      ))
  }</section>`;
}

/** Orders that end within a week, and who is away so long that a doctor decides. */
export function endingView(desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(D.ending, l)}</h3>${
    shown<{ ending: (Person & { lastDay: string; daysLeft: number })[] }>(
      desk.look("/api/prescriptions/ending"),
      l,
      ({ ending }) =>
        ending.length === 0 ? html`<p class="empty">${put(D.nothingEnds, l)}</p>` : table(
          D.ending,
          ["patient", D.lastDay, D.daysLeft, ""],
          ending.map((e) => [
            who(e, desk),
            day(e.lastDay, l),
            `${e.daysLeft}\u00a0${put(D.days, l)}`,
            open(e, desk),
          ]),
          l,
        ),
    )
  }</section><section class="panel"><h3>${put(D.dropOuts, l)}</h3>${
    shown<{ dropOuts: (Person & { missedDays: number; lastCovered: string })[] }>(
      desk.look("/api/drop-outs"),
      l,
      ({ dropOuts }) =>
        dropOuts.length === 0 ? html`<p class="empty">${put(D.nobodyAway, l)}</p>` : table(
          D.dropOuts,
          ["patient", D.missedDays, D.lastCovered, ""],
          dropOuts.map((e) => [who(e, desk), e.missedDays, day(e.lastCovered, l), open(e, desk)]),
          l,
        ),
    )
  }</section>`;
}

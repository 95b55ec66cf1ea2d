// The middle of the screen: who stands there, and the dose, by the display rules R1 to R18.

import { html, nothing, type TemplateResult } from "lit";
import * as text from "../text/dose-text.ts";
import type { Language } from "../text/dose-text.ts";
import type { Dose, Person, Station } from "../live/station.ts";
import { say, sayName, type Word } from "../text/words.ts";
import { portrait } from "./portrait.ts";
import { agree, type View } from "./flow.ts";

const HOW: Readonly<Record<string, Word>> = {
  CARD_AND_FINGER: "fingerMatched",
  CARD_AND_PHOTO: "cardAndPhoto",
  EXCEPTION_TWO_PERSONS: "twoPersons",
  OUTAGE_CARD_AND_PHOTO: "outage",
  DOWNTIME_SHEET: "bySheet",
};

const WEIGHED_FOR_GOOD = new Set(["DISCREPANCY", "MEASURED", "HELD", "HANDED_OVER"]);

/** What pictures there are. */
export interface Pictures {
  /** Whether portraits may be drawn: training, where nobody is real. */
  drawn: boolean;
  /** PNG of the record's photo, base64; empty when there is none. */
  photo: string;
}

/** Family name in capitals, given names after it. */
export function fullName(person: Person, language: Language): string {
  return person.familyName === undefined
    ? say("unknown", language)
    : person.familyName.toLocaleUpperCase("vi") + " " + (person.givenName ?? "");
}

/** The picture: the record's photo, else a drawn one in training, else words. */
export function picture(person: Person, pictures: Pictures, language: Language): TemplateResult {
  const name = say("portraitOf", language);
  if (person.hasPhoto === true && pictures.photo !== "") {
    return html`<img class="portrait" alt=${name} src="data:image/png;base64,${pictures.photo}">`;
  }
  return pictures.drawn && person.portrait !== undefined
    ? portrait(person.portrait, say("portraitDrawn", language))
    : html`<div class="portrait none">${say("noPhoto", language)}</div>`;
}

function badge(subject: NonNullable<View["subject"]>, language: Language): TemplateResult {
  const word = subject.confirmed ? HOW[subject.dose?.identifiedBy ?? ""] : undefined;
  const sure = word === "fingerMatched" || word === "cardAndPhoto";
  return html`<p class="badge ${sure ? "good" : "care"}">${
    say(word ?? "notYetIdentified", language)
  }</p>`;
}

/** What today's dose is held against: a dose taken here, else the prescription of the day before. */
function before(station: Station, dose: Dose): text.Before | null {
  const ordered = station.ordered;
  if (ordered?.taken !== undefined) {
    return { kind: "taken", day: ordered.taken.day, micrograms: ordered.taken.micrograms };
  }
  return ordered?.prescribedDayBefore === undefined ? null : {
    kind: "prescribed",
    day: text.dayBefore(dose.day),
    micrograms: ordered.prescribedDayBefore,
  };
}

function changeLine(station: Station, dose: Dose, now: number, language: Language) {
  // Needed until the pour; later the room is for what is in the cup.
  const settled = WEIGHED_FOR_GOOD.has(dose.phase) || dose.phase === "OUTCOME_UNKNOWN";
  if (station.ordered === undefined || station.dose !== dose || settled) {
    return nothing;
  }
  const held = before(station, dose);
  const taken = station.ordered.taken;
  const last = taken === undefined ? say("noBefore", language) : `${
    say("beforeTaken", language)
  }: ${text.day(taken.day)} · ${text.mass(taken.micrograms, language)} · ${
    sayName(taken.phase, language)
  }`;
  return html`${held === null ? nothing : html`<p class="change ${
    text.direction(now, held.micrograms) === "same" ? "same" : "changed"
  }">${text.change(now, held, dose.day, language)}</p>`}
    <p class="last">${last}</p>
    ${
    (station.ordered.told ?? []).map((t) =>
      html`<p class="told">${language === "vi" ? t.vietnamese : t.text} <span>${t.rule}</span></p>`
    )
  }`;
}

/** What the cup holds, where that is not the dose: nobody reads the order for the content. */
function inCup(dose: Dose, micrograms: number, ordered: number, language: Language) {
  const weighed = dose.weighedMicrolitres;
  if (weighed === undefined || !WEIGHED_FOR_GOOD.has(dose.phase) || agree(ordered, weighed, ordered)) {
    return nothing;
  }
  const drug = Math.floor((weighed * micrograms) / ordered / 100) * 100;
  return html`<p class="change changed">▲▲ ${say("inCup", language)}: ${
    text.mass(drug, language)
  } · ${text.volume(weighed, language)}</p>`;
}

/** The dose panel; nothing before it is known what is ordered. */
function dosePanel(station: Station, dose: Dose, language: Language) {
  const now = dose.orderedMicrograms ?? station.ordered?.micrograms;
  const volume = dose.orderedMicrolitres ?? station.ordered?.microlitres;
  if (now === undefined || volume === undefined) {
    return nothing;
  }
  const strength = station.bottle?.microgramsPerMillilitre;
  return html`<div class="dose">
    <p class=${text.mass(now, language).length > 7 ? "mg long" : "mg"}>${text.mass(now, language)}</p>
    <p class="words">${text.words(now, language)}</p>
    <p class="ml">= ${text.volume(volume, language)} <b>${say("drug", language)}</b>${
    strength === undefined ? nothing : html` ${text.strength(strength, language)}`
  }</p>
    ${inCup(dose, now, volume, language)}
    ${changeLine(station, dose, now, language)}
  </div>`;
}

/** Before a pour, while it still helps: two of today are easily mixed up (R-04). */
function similar(subject: NonNullable<View["subject"]>, language: Language) {
  const before = subject.dose === null || subject.dose.phase === "REVIEWING";
  return before && subject.person.similarName === true
    ? html`<p class="similar" role="status">▲▲ ${say("similarName", language)}</p>`
    : nothing;
}

/** The banner and the dose of whoever is in the middle. */
export function subjectPanel(
  station: Station,
  view: View,
  pictures: Pictures,
  language: Language,
): TemplateResult {
  const subject = view.subject;
  if (subject === null) {
    return html`<div class="nobody">
      <p>${say(station.users.length === 0 ? "closedStation" : "welcome", language)}</p>
    </div>`;
  }
  const person = subject.person;
  const year = person.birthYear === undefined || person.birthYear === 0
    ? say("unknown", language)
    : String(person.birthYear);
  return html`<div class="subject">
    <div class="face">${picture(person, pictures, language)}${badge(subject, language)}</div>
    <div class="who">
      <h2 class="name">${fullName(person, language)}</h2>
      <p class="born"><span>${say("born", language)}</span> <b>${year}</b>
        ${subject.dose === null ? nothing : html`<span class="phase">${
    sayName(subject.dose.phase, language)
  }</span>`}</p>
      ${similar(subject, language)}
      ${subject.dose === null ? nothing : dosePanel(station, subject.dose, language)}
    </div>
  </div>`;
}

// An enrolment, step by step: who, consent, card, photo, fingers, the same person twice, two signatures,
// and the page to print (H104). The steps stand in one page, in their order.

import { html, nothing } from "lit";
import { E } from "../text/enrol-words.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { answered, choice, day, type Drawn, facts, field, form, named, outcome, paper, shown, spare, tap } from "../desk/parts.ts";
import { banner, chosenPerson, choosePerson, finder, type Person } from "../desk/person.ts";
import { smallPng } from "./photo.ts";
import { newPatient } from "./register.ts";

/** The enrolment of a patient that is under way in this page. */
function underWay(p: Person, desk: Desk): string | undefined {
  return desk.memory.get("enrolment-" + p.patient);
}

function latest(p: Person, desk: Desk): Drawn {
  const l = desk.language;
  return shown<{ enrolment?: string; day?: string; fingers?: number; photoDays?: number }>(
    desk.look("/api/enrolments/latest", { patient: p.patient }),
    l,
    (e) =>
      e.enrolment === undefined ? html`<p class="under">${put(E.never, l)}</p>` : html`${
        facts([[E.latest, day(e.day, l)], [E.fingers, e.fingers], [E.photoDays, e.photoDays]], l)
      }<p class="links">${paper(`/api/enrolments/${e.enrolment}/page`, E.page, l)}</p>`,
  );
}

function consent(p: Person, desk: Desk): Drawn {
  const l = desk.language;
  const answers = (["GIVEN", "REFUSED", "WITHDRAWN"] as const);
  const read = desk.look("/api/finger-consents/of", { patient: p.patient });
  return html`<section class="panel"><h3>${put(E.s1, l)}</h3><p class="hint">${put(E.consentHint, l)}</p>${
    shown<{ consents: { answer: string; day: string; form: string }[] }>(read, l, ({ consents }) =>
      consents.length === 0
        ? html`<p class="under">${put(E.noAnswer, l)}</p>`
        : html`<ul class="plain-list">${
          consents.map((c) => html`<li>${day(c.day, l)}: <b>${named(E, c.answer, l)}</b> · ${c.form}</li>`)
        }</ul>`)
  }${
    form(desk, "consent", E.noteAnswer, [
      choice("answer", E.answer, answers.map((a) => [a, put(E[a], l)] as const), l),
      field("version", E.formVersion, l),
    ], (sent) => ({
      form: "consent",
      path: "/api/finger-consents",
      body: { patient: p.patient, answer: sent.text("answer"), form: sent.text("version") },
      done: E.noted,
    }))
  }</section>`;
}

function beginning(p: Person, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(E.s2, l)}</h3>${
    form(desk, "begin", E.begin, field("card", E.cardText, l), (sent) => ({
      form: "begin",
      path: "/api/enrolments",
      body: { patient: p.patient, card: sent.text("card") },
      done: E.begun,
      then: (body) => desk.remember("enrolment-" + p.patient, body.enrolment),
    }))
  }</section>`;
}

function photo(enrolment: string, desk: Desk): Drawn {
  const l = desk.language;
  const chosen = async (e: Event) => {
    const file = (e.target as HTMLInputElement).files?.[0];
    const png = file === undefined ? null : await smallPng(file);
    if (png === null) {
      desk.outcomes.set("photo", { kind: "malformed", decimals: 0, word: E.noImage });
      desk.remember("png", "");
      return;
    }
    desk.outcomes.delete("photo");
    desk.remember("png", png);
  };
  const png = desk.memory.get("png") ?? "";
  return html`<section class="panel"><h3>${put(E.s3, l)}</h3><label class="field">${put(E.photoFile, l)}
    <input type="file" name="photo" accept="image/*" capture="user" @change=${chosen}></label>${
    png === "" ? nothing : html`<p class="photo-now"><img class="portrait" alt=${put(E.s3, l)} src=${
      "data:image/png;base64," + png
    }>${
      tap(desk, E.send, () => ({
        form: "photo",
        path: "/api/enrolments/photo",
        body: { enrolment, png },
        done: E.photoKept,
      }))
    }</p>`
  }${outcome(desk, "photo")}</section>`;
}

/** Whether the last answer of the patient is a yes. */
function agreed(p: Person, desk: Desk): boolean {
  const read = desk.look("/api/finger-consents/of", { patient: p.patient });
  return read.state === "there" && read.body.consents.at(-1)?.answer === "GIVEN";
}

function fingers(p: Person, enrolment: string, desk: Desk): Drawn {
  const l = desk.language;
  if (!agreed(p, desk)) {
    return html`<section class="panel"><h3>${put(E.s4, l)}</h3><p class="under">${
      put(E.noFingers, l)
    }</p></section>`;
  }
  const stations = (desk.about?.stations ?? []).map((s) => [s, s] as const);
  const names = [E.f1, E.f2, E.f3, E.f4, E.f5];
  const all = [...Array(10).keys()].map((i) =>
    [String(i + 1), `${put(names[i % 5], l)}, ${put(i < 5 ? E.right : E.leftHand, l)}`] as const
  );
  return html`<section class="panel"><h3>${put(E.s4, l)}</h3><p class="hint">${put(E.fingerHint, l)}</p>${
    form(desk, "finger", E.enrolFinger, [
      choice("station", E.station, stations, l),
      choice("finger", E.finger, all, l),
    ], (sent) => ({
      form: "finger",
      path: "/api/enrolments/finger",
      body: { enrolment, station: sent.text("station"), finger: sent.number("finger", 0, 1) },
      done: E.fingerKept,
    }))
  }</section>`;
}

interface Alike {
  patient: string;
  name: string;
  birthYear: number;
  by: string;
}

function twice(enrolment: string, desk: Desk): Drawn {
  const l = desk.language;
  const stations = (desk.about?.stations ?? []).map((s) => [s, s] as const);
  const body = answered(desk, "twice") as { alike: Alike[] } | undefined;
  return html`<section class="panel"><h3>${put(E.s5, l)}</h3>${
    form(desk, "twice", E.look, choice("station", E.station, stations, l), (sent) => ({
      form: "twice",
      path: "/api/enrolments/look-up",
      body: { enrolment, station: sent.text("station") },
      done: E.lookedUp,
      keep: true,
    }))
  }${
    body === undefined
      ? nothing
      : body.alike.length === 0
      ? html`<p class="notice good">✓ ${put(E.nobodyAlike, l)}</p>`
      : html`<div class="notice medium"><p><b>▲▲ ${put(E.alike, l)}</b></p><ul class="plain-list">${
        body.alike.map((a) => html`<li><b>${a.name}</b> ${a.birthYear} · ${named(E, a.by, l)}</li>`)
      }</ul></div>`
  }</section>`;
}

function completing(p: Person, enrolment: string, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(E.s6, l)}</h3>${
    form(desk, "complete", E.complete, spare("words", E.words, l), (sent) => ({
      form: "complete",
      path: "/api/enrolments/complete",
      signAt: "/api/enrolments/signature",
      body: sent.text("words") === "" ? { enrolment } : { enrolment, words: sent.text("words") },
      done: E.completed,
      then: () => {
        desk.memory.delete("png");
        desk.memory.delete("enrolment-" + p.patient);
        desk.purge();
      },
    }))
  }</section>`;
}

/** The view. */
export function enrolView(desk: Desk): Drawn {
  const l = desk.language;
  const p = chosenPerson(desk);
  if (p === null) {
    return html`<p class="hint">${put(E.hint, l)}</p>${
      finder(desk, (one) => choosePerson(desk, one))
    }${newPatient(desk)}`;
  }
  const enrolment = underWay(p, desk);
  return html`${banner(desk, p, latest(p, desk))}${consent(p, desk)}${
    enrolment === undefined
      ? [beginning(p, desk), outcome(desk, "complete")]
      : [
        outcome(desk, "begin"),
        photo(enrolment, desk),
        fingers(p, enrolment, desk),
        twice(enrolment, desk),
        completing(p, enrolment, desk),
      ]
  }`;
}

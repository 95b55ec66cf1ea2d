// What is recorded of a patient for later reports, and urine tests.

import { html } from "lit";
import { R } from "../text/register-words.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { Malformed, without } from "../desk/fields.ts";
import { choice, day, type Drawn, facts, field, form, named, shown, spare, table } from "../desk/parts.ts";
import { ofPerson, type Person } from "../desk/person.ts";
import { nameOf } from "../desk/staff.ts";

interface Records {
  sex?: string;
  birthYear?: number;
  residences: { from: string; commune: string }[];
  attempts: { day: string; how: string; reached: boolean; words: string; by: string }[];
}

function known(r: Records, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(R.recorded, l)}</h3>${
    facts([
      [R.sex, r.sex === undefined ? put("unknown", l) : named(R, r.sex, l)],
      [R.birthYear, r.birthYear ?? put("unknown", l)],
    ], l)
  }<h4>${put(R.residences, l)}</h4>${
    r.residences.length === 0
      ? html`<p class="empty">${put(R.noResidence, l)}</p>`
      : table(R.residences, ["since", R.commune], r.residences.map((h) => [day(h.from, l), h.commune]), l)
  }<h4>${put(R.attempts, l)}</h4>${
    r.attempts.length === 0 ? html`<p class="empty">${put(R.noAttempts, l)}</p>` : table(
      R.attempts,
      ["day", "what", "note", ""],
      r.attempts.map((a) => [
        day(a.day, l),
        put(a.reached ? R.reached : R.notReached, l),
        html`<span class="in-words">${a.words}</span>`,
        nameOf(desk, a.by),
      ]),
      l,
    )
  }</section>`;
}

function noting(p: Person, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(R.noteSex, l)}</h3>${
    form(desk, "sex", R.noteSex, choice("sex", R.sex, [
      ["FEMALE", put(R.FEMALE, l)],
      ["MALE", put(R.MALE, l)],
    ], l), (sent) => ({
      form: "sex",
      path: "/api/sex",
      body: { patient: p.patient, sex: sent.text("sex") },
      done: R.noted,
    }))
  }</section><section class="panel"><h3>${put(R.noteResidence, l)}</h3>${
    form(desk, "residence", R.noteResidence, [
      field("from", R.from, l),
      field("commune", R.commune, l, { digits: true }),
    ], (sent) => ({
      form: "residence",
      path: "/api/residences",
      body: { patient: p.patient, from: sent.date("from"), commune: sent.text("commune") },
      done: R.noted,
    }))
  }</section>`;
}

/** The view of records. */
export function recordsView(desk: Desk): Drawn {
  return ofPerson(desk, (p) =>
    html`${
      shown<Records>(desk.look("/api/records", { patient: p.patient }), desk.language, (r) => known(r, desk))
    }${noting(p, desk)}`);
}

const SUBSTANCES = [
  "OPIATES", "METHADONE", "AMPHETAMINE", "METHAMPHETAMINE", "MDMA", "CANNABIS", "BENZODIAZEPINES",
] as const;
const FOUND = ["POSITIVE", "NEGATIVE", "INVALID"] as const;

interface Test {
  test: string;
  day: string;
  found: Record<string, string>;
  words: string;
  by: string;
}

function results(t: Test, desk: Desk): Drawn {
  const l = desk.language;
  return html`<ul class="plain-list odd">${
    Object.entries(t.found).map(([substance, what]) =>
      html`<li>${named(R, substance, l)}: <b>${named(R, what, l)}</b></li>`
    )
  }</ul>`;
}

function newTest(p: Person, tests: Test[], desk: Desk): Drawn {
  const l = desk.language;
  const options = FOUND.map((f) => [f, put(R[f], l)] as const);
  return html`<section class="panel"><h3>${put(R.newTest, l)}</h3>${
    form(desk, "urine", R.noteTest, [
      field("day", R.dayOf, l),
      SUBSTANCES.map((s) => choice(s, R[s], options, l, { needed: false })),
      tests.length === 0
        ? ""
        : choice("corrects", R.corrects, tests.map((t) => [t.test, day(t.day, l)] as const), l, {
          needed: false,
        }),
      spare("words", "inWords", l),
    ], (sent) => {
      const found = without(Object.fromEntries(SUBSTANCES.map((s) => [s, sent.text(s)])));
      if (Object.keys(found).length === 0) {
        throw new Malformed(SUBSTANCES[0], 0, R.nothingFound);
      }
      return {
        form: "urine",
        path: "/api/urine-tests",
        body: without({
          patient: p.patient,
          day: sent.date("day"),
          found,
          words: sent.text("words"),
          corrects: sent.text("corrects"),
        }),
        done: R.noted,
      };
    })
  }</section>`;
}

/** The view of urine tests; who may note but not read them sees the form alone. */
export function urineView(desk: Desk): Drawn {
  const l = desk.language;
  return ofPerson(desk, (p) => {
    const read = desk.look("/api/urine-tests/of", { patient: p.patient });
    const tests = read.state === "there" ? read.body.tests as Test[] : [];
    return html`<section class="panel"><h3>${put(R.tests, l)}</h3>${
      shown<{ tests: Test[] }>(read, l, () =>
        tests.length === 0 ? html`<p class="empty">${put(R.noTests, l)}</p>` : table(
          R.tests,
          ["day", R.found, "note", ""],
          tests.map((t) => [
            day(t.day, l),
            results(t, desk),
            html`<span class="in-words">${t.words}</span>`,
            nameOf(desk, t.by),
          ]),
          l,
        ))
    }</section>${newTest(p, tests, desk)}`;
  });
}

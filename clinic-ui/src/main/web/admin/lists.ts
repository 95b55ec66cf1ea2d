// Lists without a patient chosen: fingers to look at, and quotas of the sites.

import { html } from "lit";
import { R } from "../text/register-words.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { choice, day, type Drawn, field, form, named, shown, table } from "../desk/parts.ts";
import { fullName, type Person } from "../desk/person.ts";

interface Task extends Person {
  task: string;
  times: number;
  last: string;
}

function looked(tasks: Task[], desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(R.looked, l)}</h3>${
    form(desk, "looked", R.noteLooked, [
      choice("patient", R.who, tasks.map((t) => [t.patient, fullName(t, desk)] as const), l),
      field("words", R.finding, l),
    ], (sent) => ({
      form: "looked",
      path: "/api/finger-tasks/review",
      body: { patient: sent.text("patient"), finding: sent.text("words") },
      done: R.noted,
    }))
  }</section>`;
}

/** Whose fingers are passed over often. */
export function fingersView(desk: Desk): Drawn {
  const l = desk.language;
  return html`<p class="hint">${put(R.fingersHint, l)}</p>${
    shown<{ fingerTasks: Task[] }>(desk.look("/api/finger-tasks"), l, ({ fingerTasks }) =>
      fingerTasks.length === 0 ? html`<p class="done">✓ ${put(R.nobody, l)}</p>` : html`<section class="panel">${
        table(R.task, [R.who, R.task, R.times, R.last], fingerTasks.map((t) => [
          html`<b>${fullName(t, desk)}</b>`,
          named(R, t.task, l),
          t.times,
          day(t.last, l),
        ]), l)
      }</section>${desk.me?.roles.includes("PRESCRIBER") === true ? looked(fingerTasks, desk) : ""}`)
  }`;
}

interface Quota {
  site: string;
  from: string;
  patients: number;
  source: string;
}

function quota(desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(R.newQuota, l)}</h3>${
    form(desk, "quota", R.noteQuota, [
      field("site", R.site, l),
      field("from", R.from, l),
      field("patients", R.patients, l, { digits: true }),
      field("words", R.source, l),
    ], (sent) => ({
      form: "quota",
      path: "/api/quotas",
      body: {
        site: sent.text("site"),
        from: sent.date("from"),
        patients: sent.number("patients", 0),
        source: sent.text("words"),
      },
      done: R.noted,
    }))
  }</section>`;
}

/** Quotas of all sites. */
export function quotasView(desk: Desk): Drawn {
  const l = desk.language;
  return html`<p class="hint">${put(R.quotasHint, l)}</p><section class="panel">${
    shown<{ quotas: Quota[] }>(desk.look("/api/quotas"), l, ({ quotas }) =>
      quotas.length === 0 ? html`<p class="empty">${put(R.noQuotas, l)}</p>` : table(
        R.site,
        [R.site, "since", R.patients, R.source],
        quotas.map((q) => [html`<b>${q.site}</b>`, day(q.from, l), q.patients, q.source]),
        l,
      ))
  }</section>${desk.me?.roles.includes("HEAD") === true ? quota(desk) : ""}`;
}

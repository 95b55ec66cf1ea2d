// The record of a patient: present order, what stands, ten weeks as a calendar and as a course.

import { html, nothing } from "lit";
import { D } from "../text/doctor-words.ts";
import { mass, weekday } from "../text/dose-text.ts";
import { put } from "../text/pharmacy-words.ts";
import { told } from "../text/refusals.ts";
import type { Desk } from "../desk/desk.ts";
import { day, type Drawn, facts, named, shown } from "../desk/parts.ts";
import { type CalendarDay, type History, type Order, type Run, runs, weeks } from "./days.ts";
import { ofRecord } from "./record.ts";

/** A reason of the rules. */
export interface Reason {
  code: string;
  rule: string;
  text: string;
  liftedBy: string;
  releasable: boolean;
  vietnamese: { text: string; liftedBy: string };
}

/** A reason in words, its rule behind it. */
export function because(r: Reason, desk: Desk): Drawn {
  const l = desk.language;
  return html`${l === "vi" ? r.vietnamese.text : r.text} <span class="rule">${r.rule}</span>`;
}

/** Whether the patient may be dosed today, and why not. */
export function todayOf(patient: string, desk: Desk): Drawn {
  const l = desk.language;
  const read = desk.look("/api/eligibility", { patient });
  if (read.state === "refused") {
    const [what, wayOn] = told(read.refusal, l);
    return html`<p class="notice medium">▲▲ ${put(D.today, l)}: <b>${what}</b> ${wayOn}</p>`;
  }
  return shown<{ decision: string; reasons: Reason[] }>(read, l, (v) =>
    html`<div class="notice ${v.decision === "DISPENSE" ? "good" : "medium"}"><p><b>${
      v.decision === "DISPENSE" ? "✓" : "▲▲"
    } ${put(D.today, l)}: ${named(D, v.decision, l)}</b></p>${
      v.reasons.length === 0 ? nothing : html`<ul class="plain-list">${
        v.reasons.map((r) => html`<li>${because(r, desk)}</li>`)
      }</ul>`
    }</div>`);
}

function order(o: Order, desk: Desk): Drawn {
  const l = desk.language;
  return html`${
    facts([
      [D.stage, named(D, o.stage, l)],
      [D.firstDay, day(o.firstDay, l)],
      [D.lastDay, day(o.lastDay, l)],
      [D.by, `${o.by} · ${day(o.signedOn, l)}`],
    ], l)
  }${o.overLimits ? html`<p class="tag care">▲ ${put(D.overLimits, l)}</p>` : nothing}${
    o.steps.length < 2 ? nothing : html`<p class="under">${put(D.steps, l)}: ${
      o.steps.map((s) => `${day(s.from, l)} → ${mass(s.doseMicrograms, l)}`).join(" · ")
    }</p>`
  }`;
}

function present(h: History, desk: Desk): Drawn {
  const l = desk.language;
  const now = h.prescriptions.findLast((p) => p.now);
  const step = now?.steps.filter((s) => s.from <= h.today).at(-1);
  return html`<section class="panel present"><h3>${put(D.present, l)}</h3>${
    now === undefined || step === undefined
      ? html`<p class="notice medium">▲▲ ${put(D.noOrder, l)}</p>`
      : html`<p class="dose-now">${mass(step.doseMicrograms, l)}</p>${
        step.laterMicrograms === undefined ? nothing : html`<p class="under">${put(D.laterPart, l)} ${
          mass(step.laterMicrograms, l)
        }</p>`
      }${order(now, desk)}`
  }</section>`;
}

function standing(h: History, desk: Desk): Drawn {
  const l = desk.language;
  const lines = [
    ...(h.inCare ? [] : [html`<b>▲▲ ${put(D.notInCare, l)}</b>`]),
    ...(h.pregnant ? [html`<b>▲ ${put(D.pregnant, l)}</b>`] : []),
    ...h.holds.map((one) =>
      html`<b>▲▲ ${put(D.holdBy, l)} ${named(D, "by" + one.by, l)}</b>: ${one.reason}${
        one.lastDay === undefined ? "" : ` (${put(D.until, l)} ${day(one.lastDay, l)})`
      }`
    ),
    ...h.reviews.map((r) => html`▲ ${put(D.review, l)} ${day(r.from, l)}: ${r.reason}`),
    ...h.letters.map((one) =>
      html`${named(D, "letter" + one.way, l)} <b>${one.site}</b>: ${day(one.from, l)} – ${day(one.to, l)}`
    ),
    ...h.added.map((a) => html`${put(D.orderedToday, l)}: ${named(D, a.kind, l)} <b>${mass(a.doseMicrograms, l)}</b>`),
  ];
  return html`<section class="panel"><h3>${put(D.standing, l)}</h3>${todayOf(h.patient, desk)}${
    lines.length === 0
      ? html`<p class="empty">${put(D.nothingStands, l)}</p>`
      : html`<ul class="plain-list">${lines.map((one) => html`<li>${one}</li>`)}</ul>`
  }</section>`;
}

const MARKS: Readonly<Record<string, string>> = {
  taken: "✓",
  part: "◐",
  vomited: "▲",
  missed: "✗",
  TAKE_HOME: "⌂",
  GUEST: "↗",
  HOSPITAL: "↗",
};

function cell(d: CalendarDay, first: boolean, today: string, desk: Desk): Drawn {
  const l = desk.language;
  const told = d.state === "taken" || d.state === "nothing" || d.state === "planned";
  return html`<td class="day ${d.state} ${d.day === today ? "today" : ""}"><span class="date">${
    d.day.slice(8)
  }${first || d.day.endsWith("-01") || d.day === today ? "/" + d.day.slice(5, 7) : ""}</span> ${
    d.micrograms === null ? nothing : html`<span class="amount">${MARKS[d.state] ?? ""} ${
      d.state === "missed" ? nothing : mass(d.micrograms, l)
    }</span>`
  } <span class=${told ? "hidden-word" : "word"}>${put(D[d.state], l)}</span></td>`;
}

function calendar(h: History, desk: Desk): Drawn {
  const l = desk.language;
  const all = weeks(h);
  return html`<section class="panel"><h3>${put(D.calendar, l)}</h3><div class="table calendar" role="region"
    tabindex="0" aria-label=${put(D.calendar, l)}><table><thead><tr>${
    all[0].map((d) => html`<th scope="col">${weekday(d.day, l).replace(/ \S+$/, "")}</th>`)
  }</tr></thead><tbody>${
    all.map((week) => html`<tr>${week.map((d, i) => cell(d, i === 0, h.today, desk))}</tr>`)
  }</tbody></table></div></section>`;
}

interface Told {
  day: string;
  what: Drawn;
  kind: string;
}

function run(r: Run, desk: Desk): Told {
  const l = desk.language;
  const span = r.days === 1 ? day(r.from, l) : `${day(r.from, l)} – ${day(r.to, l)} (${r.days}\u00a0${put(D.days, l)})`;
  return {
    day: r.to,
    kind: r.state,
    what: html`<span class="when">${span}</span> <b>${put(D[r.state], l)}</b>${
      r.micrograms === null || r.state === "missed" ? nothing : html` ${mass(r.micrograms, l)}`
    }`,
  };
}

interface Movement {
  day: string;
  step: string;
  source?: string;
  site?: string;
  why?: string;
  words?: string;
}

function course(h: History, desk: Desk): Drawn {
  const l = desk.language;
  const read = desk.look("/api/movements", { patient: h.patient });
  const moves = read.state === "there" ? read.body.movements as Movement[] : [];
  const all: Told[] = [
    ...runs(h).map((r) => run(r, desk)),
    ...h.prescriptions.map((p) => ({
      day: p.signedOn,
      kind: "order",
      what: html`<span class="when">${day(p.signedOn, l)}</span> <b>${put(D.signedOrder, l)}</b> ${
        p.steps.map((s) => mass(s.doseMicrograms, l)).join(" → ")
      } · ${day(p.firstDay, l)} – ${day(p.lastDay, l)} · ${p.by}${p.reason === "" ? "" : ` · ${p.reason}`}`,
    })),
    ...moves.map((m) => ({
      day: m.day,
      kind: "movement",
      what: html`<span class="when">${day(m.day, l)}</span> <b>${named(D, m.step, l)}</b> ${
        named(D, m.source ?? m.why ?? m.site ?? "", l)
      } ${m.words ?? ""}`,
    })),
  ].sort((a, b) => b.day.localeCompare(a.day));
  return html`<section class="panel"><h3>${put(D.timeline, l)}</h3>${
    all.length === 0
      ? html`<p class="empty">${put(D.noCourse, l)}</p>`
      : html`<ol class="course">${all.map((t) => html`<li class=${t.kind}>${t.what}</li>`)}</ol>`
  }</section>`;
}

/** The view. */
export function patientView(desk: Desk): Drawn {
  return ofRecord(desk, (h) =>
    html`<div class="two">${present(h, desk)}${standing(h, desk)}</div>${calendar(h, desk)}${
      course(h, desk)
    }`);
}

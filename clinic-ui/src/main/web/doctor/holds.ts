// Suspend and resume: holds, what a doctor releases for today, and reviews of the dose (R-126, R-128).

import { html, nothing } from "lit";
import { D } from "../text/doctor-words.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { choice, day, type Drawn, field, form, named, spare, table, tick } from "../desk/parts.ts";
import { type Body, without } from "../desk/fields.ts";
import { type Reason, todayOf } from "./patient.ts";
import type { History } from "./days.ts";
import { ofRecord } from "./record.ts";

/** In which function each role may suspend. */
const BY = [
  ["PRESCRIBER", "DOCTOR"],
  ["PHARMACIST", "PHARMACIST"],
  ["HEAD", "HEAD"],
  ["", "ADMINISTRATION"],
] as const;

function suspending(h: History, desk: Desk): Drawn {
  const l = desk.language;
  const roles = desk.me?.roles ?? [];
  const mine = BY.filter(([role]) => role === "" || roles.includes(role));
  return html`<section class="panel"><h3>${put(D.suspend, l)}</h3><p class="hint">${
    put(D.suspendHint, l)
  }</p>${
    form(desk, "hold", D.suspendIt, [
      choice("by", D.inFunction, mine.map(([, by]) => [by, named(D, "by" + by, l)] as const), l, {
        chosen: mine[0][1],
      }),
      spare("last", D.lastDayMaybe, l),
      field("words", "reason", l),
    ], (sent) => ({
      form: "hold",
      path: "/api/holds",
      body: without({
        patient: h.patient,
        by: sent.text("by"),
        reason: sent.text("words"),
        lastDay: sent.text("last") === "" ? undefined : sent.date("last"),
      }),
      done: D.suspended,
      then: () => desk.purge(),
    }))
  }</section>`;
}

function lifting(h: History, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(D.openHolds, l)}</h3>${
    h.holds.length === 0 ? html`<p class="empty">${put(D.noHolds, l)}</p>` : html`${
      table(D.openHolds, [D.holdBy, "why", D.until], h.holds.map((one) => [
        named(D, "by" + one.by, l),
        one.reason,
        one.lastDay === undefined ? "" : day(one.lastDay, l),
      ]), l)
    }<h4>${put(D.lift, l)}</h4>${
      form(desk, "lift", D.liftIt, [
        choice("hold", D.which, h.holds.map((one) =>
          [one.hold, `${named(D, "by" + one.by, l)}: ${one.reason}`] as const
        ), l),
        field("words", "reason", l),
      ], (sent) => act("lift", "/api/holds/lift", D.lifted, desk, {
        patient: h.patient,
        hold: sent.text("hold"),
        reason: sent.text("words"),
      }))
    }`
  }</section>`;
}

function act(form: string, path: string, done: readonly [string, string], desk: Desk, body: Body) {
  return { form, path, body, done, then: () => desk.purge() };
}

function releasing(h: History, desk: Desk): Drawn {
  const l = desk.language;
  const read = desk.look("/api/eligibility", { patient: h.patient });
  const all = read.state === "there" ? read.body.reasons as Reason[] : [];
  const may = all.filter((r) => r.releasable);
  return html`<section class="panel"><h3>${put(D.release, l)}</h3>${todayOf(h.patient, desk)}${
    may.length === 0 ? html`<p class="empty">${put(D.nothingToRelease, l)}</p>` : html`<p class="hint">${
      put(D.releaseHint, l)
    }</p>${
      form(desk, "release", D.releaseIt, [
        html`<fieldset class="line-fields full"><legend>${put(D.reasons, l)}</legend>${
          may.map((r) => html`<p>${tick("code", l === "vi" ? r.vietnamese.text : r.text, r.code)}</p>`)
        }</fieldset>`,
        field("words", "reason", l),
      ], (sent) => act("release", "/api/releases", D.released, desk, {
        patient: h.patient,
        reasons: sent.all("code"),
        reason: sent.text("words"),
      }))
    }`
  }</section>`;
}

function reviewing(h: History, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(D.setReview, l)}</h3>${
    form(desk, "review", D.setReview, [
      field("from", D.from, l, { value: day(h.today, l) }),
      field("words", "reason", l),
    ], (sent) => act("review", "/api/reviews", D.reviewSet, desk, {
      patient: h.patient,
      from: sent.date("from"),
      reason: sent.text("words"),
    }))
  }${
    h.reviews.length === 0 ? nothing : html`<h4>${put(D.clearReview, l)}</h4>${
      form(desk, "reviewed", D.clearReview, [
        choice("review", D.review, h.reviews.map((r) =>
          [r.review, `${day(r.from, l)}: ${r.reason}`] as const
        ), l),
        field("words", "reason", l),
      ], (sent) => act("reviewed", "/api/reviews/clear", D.reviewCleared, desk, {
        patient: h.patient,
        review: sent.text("review"),
        reason: sent.text("words"),
      }))
    }`
  }</section>`;
}

/** The view. */
export function holdsView(desk: Desk): Drawn {
  return ofRecord(desk, (h) => [
    lifting(h, desk),
    suspending(h, desk),
    releasing(h, desk),
    reviewing(h, desk),
  ]);
}

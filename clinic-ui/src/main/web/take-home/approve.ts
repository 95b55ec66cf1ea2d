// Doses to take home, the doctor's part: approve, end, open a day again (R-51, R-52, R-56).

import { html, nothing } from "lit";
import type { Desk } from "../desk/desk.ts";
import { without } from "../desk/fields.ts";
import { choice, day, type Drawn, field, form, spare, tick } from "../desk/parts.ts";
import { ofPerson, type Person } from "../desk/person.ts";
import { put } from "../text/pharmacy-words.ts";
import { T } from "../text/take-home-words.ts";
import { asOption, ofTakeHome, type TakeHome } from "./record.ts";

const CRITERIA = [
  "TREATMENT",
  "NO_DAY_MISSED",
  "SAME_DOSE",
  "SAFE_STORAGE",
  "URINE_NEGATIVE",
  "NO_EXCLUSION",
] as const;

function approving(p: Person, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(T.approve, l)}</h3><p class="hint">${
    put(T.approveHint, l)
  }</p>${
    form(desk, "approve", T.approveIt, [
      field("from", T.from, l),
      field("to", T.until, l),
      field("days", T.daysOf, l, { digits: true }),
      spare("commitment", T.commitment, l),
      html`<fieldset class="fractions"><legend>${put(T.criteria, l)}</legend>${
        CRITERIA.map((c) => tick("ticked", put(T[c], l), c))
      }</fieldset>`,
      spare("decision", T.decision, l),
      spare("decisionDay", T.decisionDay, l),
    ], (sent) => ({
      form: "approve",
      path: "/api/take-home/approvals",
      signAt: "/api/take-home/signature",
      signed: (approval) => ({ approval }),
      body: without({
        patient: p.patient,
        from: sent.date("from"),
        to: sent.date("to"),
        days: sent.number("days", 0, 1),
        ticked: sent.all("ticked"),
        commitment: sent.text("commitment"),
        decision: sent.text("decision") === ""
          ? undefined
          : { number: sent.text("decision"), day: sent.date("decisionDay") },
      }),
      done: T.approved,
      then: () => desk.purge(),
    }))
  }</section>`;
}

function ending(p: Person, all: TakeHome, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(T.endApproval, l)}</h3>${
    form(desk, "end-approval", T.endIt, [
      choice("approval", T.approvalsOf, all.approvals.map((a) =>
        [a.approval, `${day(a.from, l)} – ${day(a.to, l)}`] as const
      ), l),
      field("words", "reason", l),
    ], (sent) => ({
      form: "end-approval",
      path: "/api/take-home/approvals/end",
      body: { patient: p.patient, approval: sent.text("approval"), reason: sent.text("words") },
      done: T.ended,
      then: () => desk.purge(),
    }))
  }</section>`;
}

function reopening(all: TakeHome, desk: Desk): Drawn {
  const l = desk.language;
  const gone = all.bottles.filter((b) => b.state === "LOST" || b.state === "RETURNED");
  return gone.length === 0 ? nothing : html`<section class="panel"><h3>${put(T.reopen, l)}</h3>
    <p class="hint">${put(T.reopenHint, l)}</p>${
    form(desk, "reopen", T.reopenIt, [
      choice("label", T.whichBottle, gone.map((b) => asOption(b, desk)), l),
      field("words", "reason", l),
    ], (sent) => ({
      form: "reopen",
      path: "/api/take-home/reopened",
      body: { label: sent.text("label"), reason: sent.text("words") },
      done: T.reopened,
      then: () => desk.purge(),
    }))
  }</section>`;
}

/** The view. */
export function approveView(desk: Desk): Drawn {
  return ofPerson(desk, (p) =>
    ofTakeHome(desk, p.patient, (all) =>
      html`${approving(p, desk)}${
        all.approvals.length === 0 ? nothing : ending(p, all, desk)
      }${reopening(all, desk)}`));
}

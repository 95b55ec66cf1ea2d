// Who stays away, the longest first, and who tried to get in touch; and whom the table of missed days
// proposes as dropped out.

import { html, nothing, type TemplateResult } from "lit";
import { fullName } from "../counter/subject.ts";
import { line, pick, staffForm } from "../frame/staff-form.ts";
import type { Desk } from "../desk/desk.ts";
import { without } from "../desk/fields.ts";
import type { Drawn } from "../desk/parts.ts";
import { day, type Language } from "../text/dose-text.ts";
import { FOLLOW, follow } from "../text/follow-words.ts";
import { named } from "../text/lexicon.ts";
import { type Attempt, type Away, type DropOut, missed } from "./rows.ts";
import { clinicDay, listed } from "./lists.ts";

const WAYS = ["PHONE", "MESSAGE", "VISIT", "FAMILY", "COMMUNE", "OTHER"];
const NOTING = "noting";

function attempt(a: Attempt, l: Language) {
  return html`<li>${day(a.day)} · ${named(FOLLOW, "how" + a.how, l)} · <b>${
    follow(a.reached ? "reached" : "notReached", l)
  }</b>${a.words === "" ? nothing : html` · ${a.words}`}</li>`;
}

function noteForm(of: Away, desk: Desk): TemplateResult {
  const l = desk.language;
  const results = [["yes", follow("reached", l)], ["no", follow("notReached", l)]] as const;
  return staffForm(
    desk,
    "contact",
    follow("save", l),
    html`${line("day", follow("tried", l), { value: clinicDay(desk), digits: true })}${
      pick("how", follow("how", l), WAYS.map((w) => [w, named(FOLLOW, "how" + w, l)] as const))
    }${pick("reached", follow("result", l), results)}${
      line("words", follow("words", l), { needed: false })
    }`,
    (sent) => ({
      form: "contact",
      path: "/api/contact-attempts",
      body: without({
        patient: of.patient,
        day: sent.date("day"),
        how: sent.text("how"),
        reached: sent.text("reached") === "yes",
        words: sent.text("words"),
      }),
      done: "noted",
      then: () => desk.remember(NOTING, ""),
    }),
  );
}

function card(of: Away, desk: Desk): TemplateResult {
  const l = desk.language;
  const open = desk.memory.get(NOTING) === of.patient;
  const name = fullName(of, l);
  return html`<li class="panel listed-person" data-patient=${of.patient}><div class="top"><p class="count">${
    missed(of.missedDays, l)
  }</p><div class="who"><h3>${name}</h3><p class="under">${follow("lastTaken", l)}: ${
    day(of.lastCovered)
  } · ${follow(of.orderHolds ? "orderHolds" : "orderEnded", l)}</p></div>
    <button class="small-act" aria-label=${`${follow("note", l)}: ${name}`} aria-expanded=${
    open ? "true" : "false"
  } @click=${() => desk.remember(NOTING, open ? "" : of.patient)}>${follow("note", l)}</button></div>${
    of.attempts.length === 0
      ? html`<p class="nobody-tried">${follow("noAttempt", l)}</p>`
      : html`<ul class="attempts" aria-label=${follow("attempts", l)}>${
        of.attempts.toReversed().map((a) => attempt(a, l))
      }</ul>`
  }${open ? noteForm(of, desk) : nothing}</li>`;
}

/** Who stays away. */
export function awayView(desk: Desk): Drawn {
  return listed<Away>(desk, "/api/follow-up", "followUp", "nobodyAway", (all) =>
    html`<p class="hint">${follow("awayHint", desk.language)}</p><ul class="worklist">${
      all.map((of) => card(of, desk))
    }</ul>`);
}

function proposal(of: DropOut, desk: Desk): TemplateResult {
  const l = desk.language;
  const mayDecide = desk.me?.roles.includes("PRESCRIBER") === true;
  const form = "goes-on-" + of.patient;
  return html`<li class="panel listed-person" data-patient=${of.patient}><div class="top"><p class="count">${
    missed(of.missedDays, l)
  }</p><div class="who"><h3>${fullName(of, l)}</h3><p class="under">${follow("lastTaken", l)}: ${
    day(of.lastCovered)
  }</p></div></div>${
    mayDecide
      ? staffForm(desk, form, follow("goesOn", l), line("reason", follow("reason", l)), (sent) => ({
        form,
        path: "/api/drop-outs/goes-on",
        body: { patient: of.patient, reason: sent.text("reason") },
        done: "noted",
      }))
      : html`<p class="hint">${follow("byDoctor", l)}</p>`
  }</li>`;
}

/** Whom the table proposes. */
export function dropOutsView(desk: Desk): Drawn {
  return listed<DropOut>(desk, "/api/drop-outs", "dropOuts", "noDropOuts", (all) =>
    html`<p class="hint">${follow("dropOutHint", desk.language)}</p><ul class="worklist">${
      all.map((of) => proposal(of, desk))
    }</ul>`);
}

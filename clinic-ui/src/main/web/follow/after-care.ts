// Hand-overs to after-care that the receiver has not acknowledged, the overdue first; each with its
// next step, for a doctor or the head.

import { html, nothing, type TemplateResult } from "lit";
import { fullName } from "../counter/subject.ts";
import { line, staffForm } from "../frame/staff-form.ts";
import type { Act, Desk } from "../desk/desk.ts";
import type { Drawn } from "../desk/parts.ts";
import { day } from "../text/dose-text.ts";
import { FOLLOW, follow } from "../text/follow-words.ts";
import { clinicDay, listed } from "./lists.ts";
import { type AfterCare, nextStep, type Step } from "./rows.ts";

const STAGES = { decide: "stageNone", send: "stageDecided", acknowledge: "stageSent" } as const;
const BUTTONS = { decide: "noteDecision", send: "noteSent", acknowledge: "noteAcknowledged" } as const;

const PATHS: Readonly<Record<Step, string>> = {
  decide: "/api/after-care/decisions",
  send: "/api/after-care/sent",
  acknowledge: "/api/after-care/acknowledgements",
};

const FIELDS: Readonly<Record<Step, readonly (readonly [string, keyof typeof FOLLOW])[]>> = {
  decide: [["number", "decisionNumber"], ["day", "decisionDay"], ["receiver", "receiver"]],
  send: [["day", "sentDay"]],
  acknowledge: [["day", "acknowledgedDay"], ["by", "acknowledgedBy"]],
};

function stepForm(care: AfterCare, desk: Desk): TemplateResult {
  const l = desk.language;
  const step = nextStep(care);
  const form = "care-" + care.leaving;
  const fields = FIELDS[step];
  return staffForm(
    desk,
    form,
    follow(BUTTONS[step], l),
    html`${
      fields.map(([name, label]) =>
        name === "day"
          ? line(name, follow(label, l), { value: clinicDay(desk), digits: true })
          : line(name, follow(label, l))
      )
    }`,
    (sent): Act => ({
      form,
      path: PATHS[step],
      body: {
        leaving: care.leaving,
        ...Object.fromEntries(
          fields.map(([name]) => [name, name === "day" ? sent.date(name) : sent.text(name)]),
        ),
      },
      done: "noted",
    }),
  );
}

function card(care: AfterCare, desk: Desk): TemplateResult {
  const l = desk.language;
  const roles = desk.me?.roles ?? [];
  const mayNote = roles.includes("PRESCRIBER") || roles.includes("HEAD");
  return html`<li class="panel listed-person" data-patient=${care.patient}><div class="top"><div class="who"><h3>${
    fullName(care, l)
  }</h3><p class="under">${follow("completed", l)}: ${day(care.completed)} · ${
    follow(STAGES[nextStep(care)], l)
  }${
    care.decided === undefined ? nothing : html` · ${care.number ?? ""} (${day(care.decided)}) → ${care.receiver ?? ""}`
  }${care.sent === undefined ? nothing : html` · ${follow("sentDay", l)} ${day(care.sent)}`}</p></div>${
    care.overdue ? html`<span class="tag care">${follow("overdue", l)}</span>` : nothing
  }</div>${mayNote ? stepForm(care, desk) : html`<p class="hint">${follow("byDoctorOrHead", l)}</p>`}</li>`;
}

/** The view. */
export function afterCareView(desk: Desk): Drawn {
  return listed<AfterCare>(desk, "/api/after-care", "afterCare", "noAfterCare", (all) =>
    html`<ul class="worklist">${all.map((care) => card(care, desk))}</ul>`);
}

// The buttons of the panel, and the two doses that are not in the middle: of the other lane, and the one
// that ended last.

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import * as text from "../text/dose-text.ts";
import { say, sayName, type Word } from "../text/words.ts";
import type { Dose } from "../live/station.ts";
import type { Desk } from "./desk.ts";
import { type Choice, otherEnds } from "./flow.ts";
import { fullName, picture } from "./subject.ts";

/** Never the same button with another meaning: one that has the focus would do what nobody chose. */
function key(c: Choice): string {
  return c.word + ("visit" in c.act ? c.act.visit : "");
}

/** Acts beside the main button. */
export function choiceButtons(desk: Desk, choices: readonly Choice[]): TemplateResult {
  const off = desk.busy || desk.live.stale(performance.now());
  return html`<div class="acts">${
    repeat(choices, key, (c) =>
      html`<button class=${c.grave === true ? "act grave" : "act"} aria-disabled=${
        off ? "true" : "false"
      } @click=${() => off || desk.act(c.act, c.word)}>${say(c.word, desk.language)}</button>`
    )
  }</div>`;
}

/** The dose of the other lane keeps its photo, its name and its own buttons. */
export function besideLane(desk: Desk, dose: Dose): TemplateResult {
  const l = desk.language;
  const watched = dose.phase === "HANDED_OVER";
  const swallowed: Choice = {
    word: "swallowed",
    act: {
      kind: "step",
      visit: dose.visit,
      step: "swallowed",
      fields: { attestation: say("attestSwallowed", l) },
    },
  };
  return html`<div class="beside">
    ${picture(dose.person, { drawn: desk.about?.training === true, photo: "" }, l)}
    <div><p>${watched ? say("cupOut", l) : sayName(dose.phase, l)}</p>
      <p><b>${fullName(dose.person, l)}</b></p>${
    dose.orderedMicrograms === undefined
      ? nothing
      : html`<p><b>${text.mass(dose.orderedMicrograms, l)}</b></p>`
  }</div>
    ${
    watched && !desk.locked && desk.me !== null
      ? choiceButtons(desk, [swallowed, ...otherEnds(dose)])
      : nothing
  }</div>`;
}

/** What can still be told of the dose that ended last. */
export function justEnded(desk: Desk): TemplateResult | typeof nothing {
  const { ended, language: l, locked } = desk;
  if (ended === null || locked) {
    return nothing;
  }
  const step = (word: Word, name: string): Choice => ({
    word,
    act: { kind: "step", visit: ended.visit, step: name },
  });
  const choices: Choice[] = [
    step("correction", "correction"),
    {
      word: "vomited",
      act: { kind: "form", form: "vomited", visit: ended.visit, step: "vomited" },
    },
    {
      word: "wrongDose",
      act: { kind: "form", form: "wrong", visit: ended.visit, step: "wrong-dose" },
    },
  ];
  return html`<div class="ended"><p>${say("justEnded", l)}: <b>${
    fullName(ended.person, l)
  }</b> · ${sayName(ended.phase, l)}</p>
    <details><summary>${say("moreActs", l)}</summary>${choiceButtons(desk, choices)}</details></div>`;
}

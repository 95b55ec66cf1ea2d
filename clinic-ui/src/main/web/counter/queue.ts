// Who may come today. Names are on the screen of staff only, and hidden by a lock.

import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../text/dose-text.ts";
import { say, type Word } from "../text/words.ts";
import { fullName } from "./subject.ts";

/** One row. */
export interface Row {
  number: number;
  phase: string;
  familyName?: string;
  givenName?: string;
}

/** The answer of `GET /api/queue`. */
export interface Queue {
  waiting: number;
  dosed: number;
  next: Row[];
  done: Row[];
}

const MARK: Readonly<Record<string, Word>> = { REFERRED: "atDoctor", WAITING: "lookAgain" };
const NOTHING_YET: ReadonlySet<string> = new Set([
  "",
  "VOIDED",
  "DISCARDED",
  "REFUSED",
  "LEFT_BEFORE_POUR",
]);

function mark(phase: string, language: Language): string {
  const word = MARK[phase];
  return word !== undefined
    ? say(word, language)
    : NOTHING_YET.has(phase)
    ? ""
    : say("underWay", language);
}

function row(r: Row, done: boolean, language: Language): TemplateResult {
  const words = done ? "" : mark(r.phase, language);
  return html`<li><span class="number">${String(r.number).padStart(3, "0")}</span>
    <span class="person">${done ? "✓ " : ""}${fullName(r, language)}</span>${
    words === "" ? nothing : html`<span class="mark">${words}</span>`
  }</li>`;
}

/** The list, the next first. */
export function queuePanel(queue: Queue | null, language: Language): TemplateResult {
  if (queue === null) {
    return html`<p class="queue-title">${say("queue", language)}</p>`;
  }
  const rest = queue.waiting - queue.next.length;
  return html`
    <p class="queue-title">${say("waiting", language)} <b>${queue.waiting}</b></p>
    <ol class="queue" tabindex="0" aria-label=${say("waiting", language)}>${
    queue.next.map((r) => row(r, false, language))
  }${rest > 0 ? html`<li class="rest">${say("andMore", language)} ${rest}</li>` : nothing}</ol>
    <p class="queue-title">${say("dosed", language)} <b>${queue.dosed}</b></p>
    <ol class="queue done" tabindex="0" aria-label=${say("dosed", language)}>${
    queue.done.toReversed().map((r) => row(r, true, language))
  }</ol>`;
}

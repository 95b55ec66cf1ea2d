// Who is here, in order, and who has not come. Names are on the screen of staff only, and hidden by
// a lock.

import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../text/dose-text.ts";
import { say, type Word } from "../text/words.ts";
import { fullName } from "./subject.ts";
import { marks, type Queue, type Row } from "./waits.ts";

/** What a tap on a row does. */
export type Arrive = (patient: string) => void;

function row(r: Row, language: Language, arrive: Arrive | null): TemplateResult {
  const words = marks(r, language).join(" · ");
  const name = fullName(r, language);
  return html`<li class=${r.waits}>${
    arrive !== null ? nothing : html`<span class="number">${r.number ?? "–"}</span>`
  }<span class="person">${r.waits === "dosed" ? "✓ " : ""}${name}</span>${
    words === "" ? nothing : html`<span class="mark">${words}</span>`
  }${
    arrive === null ? nothing : html`<button class="arrived" aria-label=${
      say("arrived", language) + ": " + name
    } @click=${() => arrive(r.patient)}>${say("arrived", language)}</button>`
  }</li>`;
}

/** One list, with what its title says of how many there are. */
interface Titled {
  title: Word;
  count: number;
  rows: Row[];
  kind: string;
}

function heading(l: Titled, language: Language): TemplateResult {
  return html`${say(l.title, language)} <b>${l.count}</b>`;
}

function rows(l: Titled, language: Language, arrive: Arrive | null): TemplateResult {
  const rest = l.kind === "done" ? 0 : l.count - l.rows.length;
  return html`<ol class="queue ${l.kind}" tabindex="0" aria-label=${say(l.title, language)}>${
    l.rows.map((r) => row(r, language, arrive))
  }${
    rest > 0 ? html`<li class="rest">${say("andMore", language)} ${rest}</li>` : nothing
  }</ol>`;
}

/** Always in view. */
function shown(l: Titled, language: Language): TemplateResult {
  return html`<p class="queue-title">${heading(l, language)}</p>${rows(l, language, null)}`;
}

/** In view when asked for; `open` is how it begins, and again whenever that changes. */
function folded(
  l: Titled,
  open: boolean,
  language: Language,
  arrive: Arrive | null,
): TemplateResult {
  return html`<details class="more-queue" ?open=${open}><summary class="queue-title">${
    heading(l, language)
  }</summary>${rows(l, language, arrive)}</details>`;
}

/** The lists: who may be called next first, those who have not come and those dosed last. */
export function queuePanel(
  queue: Queue | null,
  language: Language,
  arrive: Arrive,
): TemplateResult {
  if (queue === null) {
    return html`<p class="queue-title">${say("queue", language)}</p>`;
  }
  const q = queue;
  const here: Titled = { title: "waiting", count: q.waiting, rows: q.next, kind: "here" };
  const doctor: Titled = {
    title: "forDoctor",
    count: q.atDoctor,
    rows: q.doctor,
    kind: "doctor",
  };
  const absent: Titled = { title: "notYet", count: q.absent, rows: q.notYet, kind: "absent" };
  const done: Titled = {
    title: "dosed",
    count: q.dosed,
    rows: q.done.toReversed(),
    kind: "done",
  };
  return html`
    ${shown(here, language)}
    ${q.atDoctor === 0 ? nothing : shown(doctor, language)}
    ${folded(absent, q.waiting === 0, language, arrive)}
    ${folded(done, false, language, null)}`;
}

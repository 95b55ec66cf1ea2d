// Who is here, in order, and who has not come. Names are on the screen of staff only, and hidden by
// a lock.

import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../text/dose-text.ts";
import { tell } from "../text/counter-words.ts";
import { say, type Word } from "../text/words.ts";
import { plain } from "./aids.ts";
import { fullName } from "./subject.ts";
import { marks, type Queue, type Row } from "./waits.ts";

/** What a tap on a row does. */
export type Arrive = (patient: string) => void;

/** Who is looked for, and what is done from the lists. */
export interface Hands {
  find: string;
  found: (text: string) => void;
  arrive: Arrive;
}

/** Whether a row is meant: by a part of the name without marks, or by its number. */
export function matches(r: Row, find: string): boolean {
  const wanted = plain(find).trim();
  return wanted === "" || plain(`${r.familyName ?? ""} ${r.givenName ?? ""}`).includes(wanted) ||
    r.number !== undefined && Number(r.number) === Number(wanted);
}

/** The field; Enter leads to the first one found, and no further. */
function finder(hands: Hands, none: boolean, language: Language): TemplateResult {
  const enter = (e: KeyboardEvent) => {
    if (e.key === "Enter") {
      const left = (e.target as HTMLElement).closest(".left");
      left?.querySelector<HTMLElement>(".arrived")?.focus();
    }
  };
  return html`<p class="find"><input type="search" name="find" autocomplete="off" spellcheck="false"
    maxlength="40" aria-label=${tell("findName", language)} placeholder=${
    tell("find", language)
  } .value=${hands.find} @keydown=${enter} @input=${(e: Event) =>
    hands.found((e.target as HTMLInputElement).value)}></p>${
    none ? html`<p class="hint" role="status">${tell("foundNone", language)}</p>` : nothing
  }`;
}

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
  const rest = l.kind === "done" ? 0 : l.count - l.rows.length; // below zero while looking for one
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

/** Only those who are looked for. */
function sought(q: Queue, find: string): Queue {
  const only = (rows: Row[]) => rows.filter((r) => matches(r, find));
  return find.trim() === "" ? q : {
    ...q,
    next: only(q.next),
    doctor: only(q.doctor),
    notYet: only(q.notYet),
    done: only(q.done),
  };
}

/** The lists: who may be called next first, those who have not come and those dosed last. */
export function queuePanel(
  queue: Queue | null,
  language: Language,
  hands: Hands,
): TemplateResult {
  if (queue === null) {
    return html`<p class="queue-title">${say("queue", language)}</p>`;
  }
  const q = sought(queue, hands.find);
  const looking = hands.find.trim() !== "";
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
  const none = looking && [q.next, q.doctor, q.notYet, q.done].every((some) => some.length === 0);
  return html`${finder(hands, none, language)}
    ${shown(here, language)}
    ${q.atDoctor === 0 ? nothing : shown(doctor, language)}
    ${folded(absent, looking || q.waiting === 0, language, hands.arrive)}
    ${folded(done, false, language, null)}`;
}

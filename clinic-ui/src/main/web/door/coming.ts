// Somebody comes: a card or a name, and what is said to them. The number is large, so that it can be
// read from the other side of the desk; why a doctor comes first stands apart, for staff.

import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../desk/desk.ts";
import { type Drawn, refused } from "../desk/parts.ts";
import { fullName } from "../counter/subject.ts";
import { door } from "../text/door-words.ts";
import type { Language } from "../text/dose-text.ts";
import { type Refusal, told } from "../text/refusals.ts";

/** What an arrival answers. */
interface Arrived {
  number: string;
  doctorFirst: boolean;
  before?: number;
  again: boolean;
  stopped?: Refusal;
}

/** Somebody whose name was looked for. */
interface Found {
  patient: string;
  familyName: string;
  givenName: string;
  birthYear: number;
  number?: string;
}

/** Who comes, as the service is asked. */
type Coming = { card: string } | { patient: string };

/** What the desk was asked last, for the reason that may be wanted. */
export class Last {
  coming: Coming | null = null;
}

/** Gives a number to whoever comes. */
export function arrive(desk: Desk, last: Last, coming: Coming, more: { admit?: string } = {}): void {
  last.coming = coming;
  desk.act({ form: "arrive", path: "/api/arrivals", body: { ...coming, ...more }, done: "noted" });
}

/** Somebody said so at the desk: what was looked for goes, and a scanner finds its field. */
function take(desk: Desk, last: Last, patient: string): void {
  desk.outcomes.delete("search");
  document.querySelector<HTMLFormElement>("form.by-name")?.reset();
  document.querySelector<HTMLElement>("#scan")?.focus();
  arrive(desk, last, { patient });
}

function scan(desk: Desk, last: Last): TemplateResult {
  const l = desk.language;
  const submit = (e: Event) => {
    e.preventDefault();
    const form = e.target as HTMLFormElement;
    const card = String(new FormData(form).get("card")).trim();
    form.reset();
    if (card !== "") {
      arrive(desk, last, { card });
    }
  };
  return html`<form class="coming" @submit=${submit}><label class="field">${door("scan", l)}
    <input id="scan" name="card" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="200"></label>
    <button class="act strong" aria-disabled=${desk.busy ? "true" : "false"}>${door("take", l)}</button></form>`;
}

function search(desk: Desk): TemplateResult {
  const l = desk.language;
  const submit = (e: Event) => {
    e.preventDefault();
    const words = String(new FormData(e.target as HTMLFormElement).get("words")).trim();
    desk.outcomes.delete("arrive");
    desk.act({ form: "search", path: "/api/door/search", body: { words }, done: "noted" });
  };
  return html`<form class="coming by-name" @submit=${submit}><label class="field">${door("noCard", l)}
    <input name="words" required autocomplete="off" spellcheck="false" maxlength="100" placeholder=${
    door("nameHint", l)
  }></label><button class="act">${door("search", l)}</button></form>`;
}

function foundList(desk: Desk, last: Last): Drawn {
  const l = desk.language;
  const is = desk.outcomes.get("search");
  if (is === undefined || is.kind === "malformed") {
    return nothing;
  }
  if (is.kind === "refused") {
    return refused(is.refusal, l);
  }
  const found = is.body.found as Found[];
  return html`<section class="found" aria-label=${door("found", l)}>${
    found.length === 0 ? html`<p class="empty" role="status">${door("foundNobody", l)}</p>` : html`<ul>${
      found.map((one) =>
        html`<li><span><b>${fullName(one, l)}</b> <small>${door("born", l)} ${one.birthYear}</small></span>
          <button class="small-act" aria-label=${`${door("arrivedHere", l)}: ${fullName(one, l)}`} @click=${() =>
          take(desk, last, one.patient)}>${
          one.number === undefined ? door("arrivedHere", l) : `${door("number", l)} ${one.number}`
        }</button></li>`
      )
    }</ul>${is.body.more === true ? html`<p class="hint">${door("foundMore", l)}</p>` : nothing}`
  }</section>`;
}

function place(is: Arrived, l: Language): string {
  return is.before === 0 ? door("nobodyBefore", l) : `${door("before", l)}: ${is.before}`;
}

function why(stop: Refusal, l: Language): TemplateResult {
  const [what, wayOn] = told(stop, l);
  return html`<div class="for-staff"><p class="soft">${door("staffOnly", l)}</p><p><b>${what}</b></p><p>${
    door("wayOn", l)
  } ${wayOn}</p></div>`;
}

function ticket(is: Arrived, l: Language): TemplateResult {
  return html`<section class="ticket ${is.doctorFirst ? "doctor" : "go"}" role="status" id="ticket"><p class="of">${
    door("number", l)
  }</p><p class="number">${is.number}</p><p class="say">${is.doctorFirst ? "▲ " : ""}${
    door(is.doctorFirst ? "doctorFirst" : "waitForNumber", l)
  }</p>${is.before === undefined ? nothing : html`<p>${place(is, l)}</p>`}${
    is.again ? html`<p class="soft">${door("already", l)}</p>` : nothing
  }${is.stopped === undefined ? nothing : why(is.stopped, l)}</section>`;
}

/** After the last intake staff may still take somebody in, and say why. */
function late(desk: Desk, last: Last): TemplateResult {
  const l = desk.language;
  const submit = (e: Event) => {
    e.preventDefault();
    const admit = String(new FormData(e.target as HTMLFormElement).get("admit")).trim();
    if (last.coming !== null && admit !== "") {
      arrive(desk, last, last.coming, { admit });
    }
  };
  return html`<form class="coming" @submit=${submit}><label class="field">${door("late", l)}
    <input name="admit" required autocomplete="off" maxlength="200"></label>
    <button class="act strong">${door("admit", l)}</button></form>`;
}

function answer(desk: Desk, last: Last): Drawn {
  const l = desk.language;
  const is = desk.outcomes.get("arrive");
  if (is === undefined || is.kind === "malformed") {
    return nothing;
  }
  return is.kind === "done" ? ticket(is.body as Arrived, l) : html`${refused(is.refusal, l)}${
    is.refusal.code === "after-last-intake" ? late(desk, last) : nothing
  }`;
}

/** The left side. */
export function comingPanel(desk: Desk, last: Last): TemplateResult {
  return html`<section class="panel coming-panel" aria-labelledby="coming"><h2 id="coming">${
    door("arrive", desk.language)
  }</h2>${scan(desk, last)}${search(desk)}${answer(desk, last)}${foundList(desk, last)}</section>`;
}

// Who is meant: looked for by a few letters, told apart by photo, year of birth and likeness of names,
// and shown above everything that is done for the person. No name goes into an address.

import { html, nothing } from "lit";
import { portrait } from "../counter/portrait.ts";
import { P } from "../text/person-words.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "./desk.ts";
import { type Drawn, shown } from "./parts.ts";

/** Somebody as the service tells. */
export interface Person {
  patient: string;
  familyName?: string;
  givenName?: string;
  birthYear?: number;
  portrait?: string;
  photoPng?: string;
  similarName?: boolean;
}

/** Family name in capitals, given names after it; a word where there is none (R16). */
export function fullName(p: Person, desk: Desk): string {
  return p.familyName === undefined
    ? put(P.unknownName, desk.language)
    : p.familyName.toLocaleUpperCase("vi") + " " + (p.givenName ?? "");
}

/** The photo of the record; in training a drawing. */
export function face(p: Person, desk: Desk): Drawn {
  const l = desk.language;
  if (p.photoPng !== undefined) {
    return html`<img class="portrait" alt=${put(P.photo, l)} src="data:image/png;base64,${p.photoPng}">`;
  }
  return desk.about?.training === true && p.portrait !== undefined
    ? portrait(p.portrait, put(P.drawn, l))
    : html`<div class="portrait none">${put(P.noPhoto, l)}</div>`;
}

function born(p: Person, desk: Desk): Drawn {
  const l = desk.language;
  return html`<span class="born">${put(P.born, l)} <b>${
    p.birthYear === undefined || p.birthYear === 0 ? put("unknown", l) : p.birthYear
  }</b></span>`;
}

function similar(p: Person, desk: Desk): Drawn {
  return p.similarName === true
    ? html`<span class="tag care">▲ ${put(P.similar, desk.language)}</span>`
    : nothing;
}

const CHOSEN = "person";

/** Who is chosen, while this page is open. */
export function chosenPerson(desk: Desk): Person | null {
  const kept = desk.memory.get(CHOSEN) ?? "";
  return kept === "" ? null : JSON.parse(kept) as Person;
}

/** Chooses somebody, or nobody. */
export function choosePerson(desk: Desk, p: Person | null): void {
  desk.outcomes.clear();
  desk.back();
  desk.remember(CHOSEN, p === null ? "" : JSON.stringify(p));
}

/** Looks for people; each that fits is a button. */
export function finder(desk: Desk, pick: (p: Person) => void): Drawn {
  const l = desk.language;
  const text = desk.memory.get("find") ?? "";
  const look = (e: Event) => {
    e.preventDefault();
    const form = new FormData(e.target as HTMLFormElement);
    desk.remember("find", String(form.get("text") ?? "").trim());
  };
  return html`<section class="panel finder"><h3>${put(P.find, l)}</h3>
    <form class="scan" data-form="find" @submit=${look}><label class="field">${put(P.name, l)}
      <input name="text" id="find" autocomplete="off" autocapitalize="none" spellcheck="false" required
        minlength="2" maxlength="80" .defaultValue=${text}></label>
      <button class="act">${put(P.look, l)}</button></form>
    ${text === "" ? html`<p class="hint">${put(P.findHint, l)}</p>` : found(desk, text, pick)}
  </section>`;
}

function found(desk: Desk, text: string, pick: (p: Person) => void): Drawn {
  const l = desk.language;
  const read = desk.look("/api/patients/search", { text });
  return shown<{ found: Person[]; all: number }>(read, l, ({ found, all }) =>
    found.length === 0 ? html`<p class="empty">${put(P.nobody, l)}</p>` : html`<ul class="people">${
      found.map((p) =>
        html`<li><button class="person-row" data-patient=${p.patient} @click=${() => pick(p)}>${
          face(p, desk)
        }<span class="who"><b>${fullName(p, desk)}</b>${born(p, desk)}${
          similar(p, desk)
        }</span></button></li>`
      )
    }</ul>${all > found.length ? html`<p class="hint">${put(P.more, l)}</p>` : nothing}`);
}

/** The banner of who is chosen, and the way to somebody else. */
export function banner(desk: Desk, p: Person, more: Drawn = nothing): Drawn {
  const l = desk.language;
  return html`<section class="panel person-banner" data-patient=${p.patient} aria-label=${put(P.chosen, l)}>${
    face(p, desk)
  }<div class="who"><p class="name">${fullName(p, desk)}</p><p>${born(p, desk)} ${
    similar(p, desk)
  }</p>${more}</div><button class="small-act" id="other" @click=${() => choosePerson(desk, null)}>${
    put(P.other, l)
  }</button></section>`;
}

/** A view of one person: first who, then what. */
export function ofPerson(desk: Desk, draw: (p: Person) => Drawn): Drawn {
  const p = chosenPerson(desk);
  return p === null
    ? finder(desk, (one) => choosePerson(desk, one))
    : html`${banner(desk, p)}${draw(p)}`;
}

// The parts all views are drawn with: a read that loads, is empty or refused; fields;
// tables; what became of an act, and the second signature, in place.

import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../text/dose-text.ts";
import { day as dayText } from "../text/dose-text.ts";
import { type Refusal, told } from "../text/refusals.ts";
import { type AnyWord, type Pair, put, putName } from "../text/pharmacy-words.ts";
import { example, parseDay } from "../text/stock-text.ts";
import { credentialForm } from "../counter/forms.ts";
import { type Act, type Desk, type Kept, type Read, WANTS_SECOND } from "./desk.ts";
import { A_DAY, A_TIME, type Sent } from "./fields.ts";

/** What a template may hold. */
export type Drawn = TemplateResult | typeof nothing | string | readonly Drawn[];

/** A refusal: what it is, and the way on. */
export function refused(refusal: Refusal, l: Language): TemplateResult {
  const [what, wayOn] = told(refusal, l);
  return html`<div class="notice medium" role="alert"><p><b>▲▲ ${what}</b></p>${
    wayOn === "" ? nothing : html`<p>${put("wayOn", l)} ${wayOn}</p>`
  }</div>`;
}

/** What was read, drawn; or that it loads, is refused, or that there is none. */
export function shown<T>(
  read: Read,
  l: Language,
  draw: (body: T) => Drawn,
  empty?: { word: AnyWord; when: (body: T) => boolean },
): Drawn {
  switch (read.state) {
    case "loading":
      return html`<p class="waiting" role="status">${put("loading", l)}</p>`;
    case "refused":
      return refused(read.refusal, l);
    case "there":
      return empty?.when(read.body as T) === true
        ? html`<p class="empty">${put(empty.word, l)}</p>`
        : draw(read.body as T);
  }
}

/** A list under `found`. */
export function list<T>(
  read: Read,
  l: Language,
  empty: AnyWord,
  draw: (found: T[]) => Drawn,
): Drawn {
  return shown<{ found: T[] }>(read, l, (body) => draw(body.found), {
    word: empty,
    when: (body) => body.found.length === 0,
  });
}

/** A table that may be wider than the page. */
export function table(
  caption: AnyWord,
  heads: readonly (AnyWord | "")[],
  rows: readonly (readonly unknown[])[],
  l: Language,
): TemplateResult {
  return html`<div class="table" role="region" tabindex="0" aria-label=${put(caption, l)}><table>
    <thead><tr>${
    heads.map((h) =>
      h === "" ? html`<td></td>` : html`<th scope="col">${put(h, l)}</th>`
    )
  }</tr></thead>
    <tbody>${
    rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)
  }</tbody></table></div>`;
}

/** Names and values, one under the other. */
export function facts(rows: readonly (readonly [AnyWord, unknown])[], l: Language) {
  return html`<dl class="facts">${
    rows.map(([name, value]) => html`<div><dt>${put(name, l)}</dt><dd>${value}</dd></div>`)
  }</dl>`;
}

/** A day, or that it is not known (R16). */
export function day(iso: string | undefined, l: Language): string {
  return iso === undefined || iso === "" ? put("unknown", l) : dayText(iso.slice(0, 10));
}

/** A moment, in the clock of this place: day and time of 24 hours (R15). */
export function moment(iso: string): string {
  const at = new Date(iso);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()} ${two(at.getHours())}:${
    two(at.getMinutes())
  }`;
}

/** A day that a view is of, typed day first; what is no day changes nothing. */
export function dayFilter(name: string, word: AnyWord, iso: string, desk: Desk) {
  const change = (e: Event) => {
    const input = e.target as HTMLInputElement;
    const day = parseDay(input.value);
    input.toggleAttribute("aria-invalid", day === null);
    if (day !== null) {
      desk.remember(name, day);
    }
  };
  return html`<label class="field narrow">${put(word, desk.language)}<input inputmode="numeric"
    autocomplete="off" .defaultValue=${dayText(iso)} @change=${change}></label>`;
}

/** Whole days from one day to another; what is open shows its age. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
}

interface FieldOptions {
  unit?: "mL" | "mg" | "g" | "°C" | "g/mL";
  value?: string;
  needed?: boolean;
  type?: string;
  digits?: boolean;
  list?: string;
}

/** A field with its name above it. */
export function field(
  name: string,
  word: AnyWord,
  l: Language,
  o: FieldOptions = {},
): TemplateResult {
  const number = o.unit !== undefined || o.digits === true;
  return html`<label class="field">${put(word, l)}${o.unit === undefined ? "" : ` (${o.unit})`}
    <input name=${name} type=${o.type ?? "text"} .defaultValue=${o.value ?? ""} autocomplete="off"
      autocapitalize="none" spellcheck="false" maxlength="200" inputmode=${
    number ? "decimal" : "text"
  } ?required=${o.needed !== false} list=${o.list ?? nothing}></label>`;
}

/** A field that may be left empty. */
export function spare(name: string, word: AnyWord, l: Language, o: FieldOptions = {}) {
  return field(name, word, l, { ...o, needed: false });
}

/** One of several. */
export function choice(
  name: string,
  word: AnyWord,
  options: readonly (readonly [string, string])[],
  l: Language,
  o: { needed?: boolean; chosen?: string; change?: (value: string) => void } = {},
): TemplateResult {
  const needed = o.needed !== false;
  const blank = o.chosen === undefined && options.length !== 1;
  return html`<label class="field">${put(word, l)}
    <select name=${name} ?required=${needed} @change=${(e: Event) =>
    o.change?.((e.target as HTMLSelectElement).value)}>${
    blank || !needed ? html`<option value="">–</option>` : nothing
  }${
    options.map(([value, text]) =>
      html`<option value=${value} ?selected=${value === o.chosen}>${text}</option>`
    )
  }</select></label>`;
}

/** Why a difference arose, once it is known: what is unexplained stays open and is no answer. */
export function reasonChoice(l: Language): TemplateResult {
  const known = ["SPILLED", "NOT_ENTERED", "MEASURED_WRONG", "OTHER"];
  return choice("reason", "why", known.map((r) => [r, putName("reason" + r, l)] as const), l);
}

/** A code that came over the wire, in the words of a page; the code itself when it has none. */
export function named(words: Readonly<Record<string, Pair>>, code: string, l: Language): string {
  return code in words ? put(words[code], l) : code;
}

/** What stands beside no form: that one is done by a tap. */
export function tap(desk: Desk, word: AnyWord, act: () => Act, about = ""): TemplateResult {
  const name = put(word, desk.language);
  return html`<button class="small-act" aria-label=${about === "" ? nothing : `${name}: ${about}`}
    @click=${() => desk.act(act())}>${name}</button>`;
}

/** A page of the service to print, in a tab of its own. */
export function paper(href: string, word: AnyWord, l: Language): TemplateResult {
  return html`<a class="small-act" href=${href} target="_blank" rel="noopener">${put(word, l)}</a>`;
}

/** A box to tick. */
export function tick(name: string, text: string, value = "yes"): TemplateResult {
  return html`<label class="tick"><input type="checkbox" name=${name} value=${value}> ${text}</label>`;
}

/** A form: its fields, its button, and under it what became of it. */
export function form(
  desk: Desk,
  name: string,
  go: AnyWord,
  fields: Drawn,
  act: (sent: Sent) => Act | Kept,
): TemplateResult {
  const submit = (e: Event) => {
    e.preventDefault();
    desk.send(e.target as HTMLFormElement, name, act);
  };
  return html`<form class="ask wide" @submit=${submit} data-form=${name}><div class="fields">${fields}</div>
    <div class="ask-buttons"><button class="act strong" aria-disabled=${
    desk.busy ? "true" : "false"
  }>${put(desk.busy ? "sending" : go, desk.language)}</button></div></form>${outcome(desk, name)}`;
}

/** What became of the last act of a form, and whose signature it waits for. */
export function outcome(desk: Desk, name: string): Drawn {
  const l = desk.language;
  const is = desk.outcomes.get(name);
  if (desk.signing?.form === name) {
    const wrong = is?.kind === "refused" && !WANTS_SECOND.has(is.refusal.code);
    return html`<div class="second" role="group" aria-label=${put("secondSigns", l)}>${
      credentialForm(
        { title: "secondSigns", hint: "secondHint", go: "sign" },
        l,
        (c) => desk.sign(c),
        () => desk.back(),
      )
    }${wrong ? refused(is.refusal, l) : nothing}</div>`;
  }
  if (is === undefined) {
    return nothing;
  }
  switch (is.kind) {
    case "refused":
      return refused(is.refusal, l);
    case "malformed":
      return html`<p class="wrong" role="alert">${
        is.word !== undefined
          ? put(is.word, l)
          : is.decimals === A_DAY
          ? put("dayForm", l)
          : is.decimals === A_TIME
          ? put("timeForm", l)
          : `${put("numberForm", l)} ${example(is.decimals, l)}`
      }</p>`;
    case "done":
      return html`<p class="done" role="status">✓ ${put(is.word, l)}</p>`;
  }
}

/** The body an act answered, when it was done here. */
// deno-lint-ignore no-explicit-any
export function answered(desk: Desk, name: string): any {
  const is = desk.outcomes.get(name);
  return is?.kind === "done" ? is.body : undefined;
}

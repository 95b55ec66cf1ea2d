// A form of a page of staff: its words are given as text, so that each page keeps its own.

import { html, type TemplateResult } from "lit";
import type { Act, Desk } from "../desk/desk.ts";
import type { Sent } from "../desk/fields.ts";
import { type Drawn, outcome } from "../desk/parts.ts";

/** A form: its fields, its button, and under it what became of it. */
export function staffForm(
  desk: Desk,
  name: string,
  go: string,
  fields: Drawn,
  act: (sent: Sent) => Act,
): TemplateResult {
  const submit = (e: Event) => {
    e.preventDefault();
    desk.send(e.target as HTMLFormElement, name, act);
  };
  return html`<form class="ask wide" data-form=${name} @submit=${submit}><div class="fields">${fields}</div>
    <div class="ask-buttons"><button class="act strong" aria-disabled=${
    desk.busy ? "true" : "false"
  }>${go}</button></div></form>${outcome(desk, name)}`;
}

/** A field with its label above it. */
export function line(
  name: string,
  label: string,
  o: { value?: string; needed?: boolean; digits?: boolean } = {},
): TemplateResult {
  return html`<label class="field">${label}<input name=${name} .defaultValue=${
    o.value ?? ""
  } autocomplete="off" maxlength="200" inputmode=${
    o.digits === true ? "numeric" : "text"
  } ?required=${o.needed !== false}></label>`;
}

/** One of several; the first is none of them. */
export function pick(
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
): TemplateResult {
  return html`<label class="field">${label}<select name=${name} required><option value="">–</option>${
    options.map(([value, text]) => html`<option value=${value}>${text}</option>`)
  }</select></label>`;
}

// F1: help about this screen, in place. A page makes one of these, puts `button` into its header and
// `view` where its text may stand, and adds its words to text/help-words.ts; no more is needed.

import { html, nothing, type TemplateResult } from "lit";
import { tell } from "../text/counter-words.ts";
import type { Language } from "../text/dose-text.ts";
import { keysOf, of, topic } from "../text/help-words.ts";

/** Whether help is open, and its drawing. Listens for F1 by itself. */
export class Help {
  open = false;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
    document.addEventListener("keydown", (e) => {
      if (e.key === "F1") {
        e.preventDefault();
        this.toggle();
      }
    }, { capture: true });
  }

  toggle(): void {
    this.open = !this.open;
    this.#changed();
  }

  /** Away with it; whether it was there. */
  close(): boolean {
    const was = this.open;
    this.open = false;
    if (was) {
      this.#changed();
    }
    return was;
  }

  /** For the header, on every page. */
  button(l: Language): TemplateResult {
    return html`<button class="small help-button" aria-label="F1 ${
      tell("help", l)
    }" aria-expanded=${this.open} @click=${() => this.toggle()}>F1 ?</button>`;
  }

  /** What is told of `name` (page, or page/part); nothing while it is closed. */
  view(name: string, l: Language, now = ""): TemplateResult | typeof nothing {
    const found = topic(name);
    if (!this.open || found === undefined) {
      return nothing;
    }
    return html`<div class="help" role="region" aria-label=${tell("help", l)}>
      <p class="help-title"><b>${of(found.title, l)}</b>
        <button class="small" @click=${() => this.close()}>${tell("closeHelp", l)}</button></p>
      ${now === "" ? nothing : html`<p class="help-now"><b>${tell("now", l)}:</b> ${now}</p>`}
      <ul>${found.lines.map((line) => html`<li>${of(line, l)}</li>`)}</ul>
      <p class="help-keys"><b>${tell("helpKeys", l)}</b></p>
      <dl>${
      keysOf(name).map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${of(does, l)}</dd></div>`)
    }</dl></div>`;
  }
}

// A list of what comes: newest first, with a filter, and a stop to read in peace.

import { html, type TemplateResult } from "lit";
import { sim, type SimWord } from "../text/sim-words.ts";
import { type Bench, button, typed } from "./bench.ts";

/** Saves text as a file of the browser. */
export function saveAs(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The head of such a list, and what it holds. */
export class Scroll {
  frozen = false;
  filter = "";
  readonly #bench: Bench;
  readonly #title: SimWord;

  constructor(bench: Bench, title: SimWord) {
    this.#bench = bench;
    this.#title = title;
  }

  /** Title, filter, stop, save. */
  head(save: () => void): TemplateResult {
    const l = this.#bench.language;
    return html`<div class="frames-head"><h2>${sim(this.#title, l)}</h2>
      <label>${sim("filter", l)} <input type="search" .value=${this.filter} @input=${
      (e: Event) => {
        this.filter = typed(e);
        this.#bench.redraw();
      }
    }></label>
      ${
      button(this.#bench, this.frozen ? "resume" : "freeze", () => {
        this.frozen = !this.frozen;
        this.#bench.redraw();
      })
    }
      ${button(this.#bench, "save", save)}</div>`;
  }

  /** The table, which scrolls by itself. */
  table(heads: readonly SimWord[], rows: readonly TemplateResult[], none: SimWord): TemplateResult {
    const l = this.#bench.language;
    return html`<div class="frames" tabindex="0" role="region" aria-label=${
      sim(this.#title, l)
    }><table>
      <thead><tr>${heads.map((word) => html`<th>${sim(word, l)}</th>`)}</tr></thead>
      <tbody>${
      rows.length === 0
        ? html`<tr><td colspan=${heads.length}>${sim(none, l)}</td></tr>`
        : rows
    }</tbody></table></div>`;
  }
}

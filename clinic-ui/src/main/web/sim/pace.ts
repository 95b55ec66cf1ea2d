// How fast the simulated physics go: slow to look at, quick for what only has to be done.

import { html, type TemplateResult } from "lit";
import { sim } from "../text/sim-words.ts";
import type { Bench } from "./bench.ts";

const PACES = [1, 10, 60];

/** The speed and its buttons. */
export class Pace {
  readonly #bench: Bench;
  #speed = 1;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  async look(): Promise<void> {
    const answer = await this.#bench.ask("GET", "speed");
    this.#speed = answer.ok ? Number(answer.body.speed) : this.#speed;
  }

  view(): TemplateResult {
    const l = this.#bench.language;
    const all = PACES.includes(this.#speed) ? PACES : [...PACES, this.#speed].sort((a, b) => a - b);
    return html`<div class="tabs pace" role="group" aria-label=${sim("speed", l)}><span>${
      sim("speed", l)
    }</span>${
      all.map((s) =>
        html`<button data-pace=${s} aria-pressed=${s === this.#speed} @click=${() =>
          this.#bench.act("POST", "speed", { speed: s })}>×${s}</button>`
      )
    }</div>`;
  }
}

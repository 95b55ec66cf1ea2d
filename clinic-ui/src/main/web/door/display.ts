// A screen in the waiting room: numbers only, large, in both languages at once. Nobody is logged in,
// and the page asks for two addresses that say nothing of a person.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { ask } from "../live/http.ts";
import { Polled } from "../live/polled.ts";
import { DISPLAY } from "../text/door-words.ts";
import { say } from "../text/words.ts";
import { type Numbers, split } from "./numbers.ts";

const EVERY_MS = 2000;
const TICK_MS = 500;
const LARGE = 3;
const SMALL = 12;

/** Vietnamese first and large, English under it. */
function both(word: keyof typeof DISPLAY): TemplateResult {
  const [vi, en] = DISPLAY[word];
  return html`<span class="vi">${vi}</span> <span class="en" lang="en">${en}</span>`;
}

/** `<mmt-display>`. */
class DisplayPage extends LitElement {
  #numbers = new Polled<Numbers>("/api/door/display", EVERY_MS, () => this.requestUpdate());
  #band: "simulatedBand" | "trainingBand" | null = null;

  override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#about();
    setInterval(() => {
      this.#numbers.look(performance.now());
      this.requestUpdate();
    }, TICK_MS);
  }

  async #about(): Promise<void> {
    const about = await ask("GET", "/api/about");
    if (!about.ok) {
      setTimeout(() => this.#about(), 2000);
    } else if (about.body.training === true) {
      this.#band = about.body.simulated === true ? "simulatedBand" : "trainingBand";
    }
  }

  override render(): TemplateResult {
    const n = this.#numbers.found;
    const old = this.#numbers.stale(performance.now());
    return html`${
      this.#band === null
        ? nothing
        : html`<aside class="band">${say(this.#band, "vi")} · <span lang="en">${say(this.#band, "en")}</span></aside>`
    }<header><h1>${both("title")}</h1>${n === null ? nothing : html`<p class="time">${n.time}</p>`}</header>
    ${old ? html`<p class="stale" role="alert" id="old">▲▲ ${both("old")}</p>` : nothing}
    <main class=${old ? "old" : ""}>${
      n === null ? html`<p class="empty" role="status">${both("connecting")}</p>` : this.#lists(n)
    }</main><footer>${both("ask")}</footer>`;
  }

  #lists(n: Numbers): TemplateResult {
    const { large, small, more } = split(n.next, LARGE, SMALL);
    return html`<section class="now" aria-labelledby="now"><h2 id="now">${both("now")}</h2>${
      n.at.length === 0 ? html`<p class="empty" aria-hidden="true">–</p>` : html`<ul>${
        n.at.map((one) =>
          html`<li><b>${one.number}</b>${
            one.station === undefined
              ? nothing
              : html`<span class="to">→ ${both("station")} <i>${one.station}</i></span>`
          }</li>`
        )
      }</ul>`
    }</section>
    <section class="next" aria-labelledby="next"><h2 id="next">${both("next")}</h2>${
      n.next.length === 0
        ? html`<p class="empty">${both("nobody")}</p>`
        : html`<ol class="large">${large.map((one) => html`<li>${one}</li>`)}</ol>`
    }</section>
    <section class="then" aria-labelledby="then" ?hidden=${small.length === 0}><h2 id="then">${both("wait")}</h2>
      <ol class="small">${small.map((one) => html`<li>${one}</li>`)}${
      more > 0 ? html`<li class="more">${both("more")} ${more}</li>` : nothing
    }</ol></section>`;
  }
}

customElements.define("mmt-display", DisplayPage);

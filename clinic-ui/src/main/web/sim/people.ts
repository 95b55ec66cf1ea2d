// Playing the people of a station: cards, codes and fingers, the cup, the bottle, the tubes.

import { html, nothing, type TemplateResult } from "lit";
import type { Answer } from "../live/http.ts";
import { sim, type SimWord } from "../text/sim-words.ts";
import { type Bench, button, stationsOf, typed } from "./bench.ts";
import { cardFor, inventedPerson, type Truth } from "./logic.ts";

const FINGER_MS = 2500;
const FINGER_AFTER_CARD_MS = 500;
const CARD_MS = 300;
/** The hands at a station. */
export class People {
  readonly #bench: Bench;
  readonly #qrCards = new Map<number, string>();
  #person = 1;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  #world(what: string, body: unknown): Promise<Answer> {
    return this.#bench.act("POST", `stations/${this.#bench.station}/${what}`, body);
  }

  #card(): string {
    const reader = this.#bench.devices.find((d) =>
      d.station === this.#bench.station && d.kind === "token"
    );
    return cardFor(reader?.model ?? "", this.#person);
  }

  async #presentBoth(): Promise<void> {
    await this.#world("card", { card: this.#card(), dwellMillis: CARD_MS });
    setTimeout(() => this.#lay(this.#person, "good"), FINGER_AFTER_CARD_MS);
  }

  #lay(person: number, quality: string): Promise<Answer> {
    const { finger } = inventedPerson(person);
    return this.#world("finger", { finger, quality, dwellMillis: FINGER_MS });
  }

  /** The person's clinic card; one is made when there is none yet, or the old one is lost. */
  async #qrCard(another = false): Promise<string | null> {
    const made = this.#qrCards.get(this.#person);
    if (made !== undefined && !another) {
      return made;
    }
    const { card } = inventedPerson(this.#person);
    const answer = await this.#bench.act("POST", "clinic-card", { card });
    if (!answer.ok) {
      return null;
    }
    this.#qrCards.set(this.#person, answer.body.payload);
    return answer.body.payload;
  }

  #scan(code: string | null): unknown {
    return code === null ? null : this.#world("code", { code, dwellMillis: CARD_MS });
  }

  /** The last letter is another: as a card would be that somebody wrote. */
  async #scanForged(): Promise<void> {
    const code = await this.#qrCard();
    this.#scan(code === null ? null : code.slice(0, -1) + (code.endsWith("A") ? "B" : "A"));
  }

  async #scanLost(): Promise<void> {
    const lost = await this.#qrCard();
    await this.#qrCard(true);
    this.#scan(lost);
  }

  /** The people and their things. */
  view(truth: Truth): TemplateResult {
    const b = this.#bench;
    const cup = (word: SimWord, body: unknown, look: "" | "strong" = "") =>
      button(b, word, () => this.#world("cup", body), look);
    return html`<div class="panel people"><h2>${sim("world", b.language)}</h2>
      <label class="field person">${sim("person", b.language)}
        <input type="number" min="1" max="2000" .value=${String(this.#person)} @change=${
      (e: Event) => {
        this.#person = Math.max(1, Number(typed(e)) || 1);
        b.redraw();
      }
    }></label>
      <div class="acts">
        ${button(b, "presentBoth", () => this.#presentBoth(), "strong")}
        ${
      button(b, "presentCard", () =>
        this.#world("card", { card: this.#card(), dwellMillis: CARD_MS }))
    }
        ${button(b, "scanQr", async () => this.#scan(await this.#qrCard()))}
        ${button(b, "scanForged", () => this.#scanForged())}
        ${button(b, "scanLost", () => this.#scanLost())}
        ${button(b, "layFinger", () => this.#lay(this.#person, "good"))}
        ${button(b, "layDry", () => this.#lay(this.#person, "dry"))}
        ${button(b, "layOther", () => this.#lay(this.#person + 1, "good"))}
        ${button(b, "liftFinger", () => this.#world("finger", { finger: null }))}
      </div>
      <p class="cup"><b>${
      sim(truth.cupOnScale === true ? "cupOn" : "cupOff", b.language)
    }</b></p>
      <div class="acts">
        ${cup("cupPut", { act: "put" }, "strong")}
        ${cup("cupLift", { act: "lift" })}
        ${cup("cupBack", { act: "put-back" })}
        ${cup("cupDrink", { act: "drink" })}
        ${cup("cupHalf", { act: "drink", permille: 500 })}
        ${cup("cupDiscard", { act: "discard" })}
        ${cup("cupFill", { act: "add", microlitres: 1000, of: "product" })}
        ${cup("cupWater", { act: "add", microlitres: 1000, of: "water" })}
        ${cup("cupDraw", { act: "draw-off", microlitres: 500 })}
        ${button(b, "newBottle", () => this.#world("bottle", { microlitres: 1_000_000 }))}
      </div>${this.#tubes(String(truth.spoutOver ?? b.station))}</div>`;
  }

  /** Tubes are crossed between stations; with one station there is nothing to cross. */
  #tubes(over: string): TemplateResult | typeof nothing {
    const b = this.#bench;
    const others = stationsOf(b).filter((s) => s !== b.station);
    const hang = (station: string) => this.#world("spout", { over: station });
    const words = sim("spoutCross", b.language);
    return others.length === 0 ? nothing : html`<p class="cup spout ${
      over === b.station ? "" : "crossed"
    }">${sim("spout", b.language)} <b>${over}</b>${
      over === b.station ? nothing : html` <b>${sim("crossed", b.language)}</b>`
    }</p><div class="acts">
      ${
      others.map((s) =>
        html`<button type="button" class="act" data-over=${s} @click=${() =>
          hang(s)}>${words} ${s}</button>`
      )
    }
      ${over === b.station ? nothing : button(b, "spoutHome", () => hang(b.station), "strong")}
    </div>`;
  }
}

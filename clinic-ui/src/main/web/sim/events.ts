// What the service published over MQTT lately.

import { html, type TemplateResult } from "lit";
import type { Bench } from "./bench.ts";
import { fits, inside, placed } from "./logic.ts";
import { saveAs, Scroll } from "./scroll.ts";

const EVENTS_MOST = 60;

interface Sent {
  number: number;
  at: string;
  topic: string;
  payload: string;
}

/** The events. */
export class Events {
  readonly #bench: Bench;
  readonly #scroll: Scroll;
  #events: Sent[] = [];
  #broker = true;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#scroll = new Scroll(bench, "events");
  }

  async look(): Promise<void> {
    if (this.#scroll.frozen) {
      return;
    }
    const after = this.#events.at(-1)?.number ?? 0;
    const sent = await this.#bench.ask("GET", `events?after=${after}`);
    if (sent.ok) {
      this.#broker = sent.body.broker;
      this.#events = [...this.#events, ...sent.body.found].slice(-EVENTS_MOST * 2);
    }
  }

  #found(): Sent[] {
    return this.#events
      .filter((e) => fits(`${e.topic} ${e.payload}`, this.#scroll.filter))
      .slice(-EVENTS_MOST)
      .toReversed();
  }

  view(): TemplateResult {
    const save = () =>
      saveAs(
        "events.jsonl",
        this.#found().toReversed().map((e) => JSON.stringify(e) + "\n").join(""),
      );
    const rows = this.#found().map((e) =>
      html`<tr><td>${e.at.slice(11, 23)}</td><td><b>${placed(e.topic)}</b><br>${
        inside(e.payload)
      }</td></tr>`
    );
    const none = this.#broker ? "noEvents" : "noBroker";
    return html`<div class="panel events">${this.#scroll.head(save)}${
      this.#scroll.table(["time", "event"], rows, none)
    }</div>`;
  }
}

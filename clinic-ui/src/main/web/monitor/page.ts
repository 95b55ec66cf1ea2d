// The head of the clinic sees at a glance whether anybody waits without a dose, and why. Counts only:
// nothing of a person is asked for, so nothing of a person can be shown.

import { html, nothing, type TemplateResult } from "lit";
import { StaffPage } from "../frame/staff-page.ts";
import { Polled } from "../live/polled.ts";
import { ageText } from "../text/age-text.ts";
import { day, type Language } from "../text/dose-text.ts";
import { monitor } from "../text/monitor-words.ts";
import { answer, type Board, grave, obstacles, reasons } from "./board.ts";
import { hoursPanel } from "./hours.ts";
import { noticesPanel, openPanel } from "./lists.ts";
import { clinicRow } from "./tiles.ts";
import { timelinePanel } from "./timeline.ts";

const EVERY_MS = 2000;
const MARKS = { none: "✓", some: "●", care: "▲▲", high: "▲▲▲" } as const;

/** `<mmt-monitor>`. */
class MonitorPage extends StaffPage {
  #board = new Polled<Board>("/api/monitor", EVERY_MS, () => this.requestUpdate());

  constructor() {
    super("monitor", false);
  }

  override titled(l: Language): string {
    return monitor("title", l);
  }

  override tellsLoss(): boolean {
    return false;
  }

  override ticked(now: number): void {
    if (this.#board.refused !== null) {
      this.desk.refusedBy(this.#board.refused);
    }
    if (this.desk.me === null) {
      this.#board.forget();
    } else {
      this.#board.look(now);
    }
  }

  override inside(): TemplateResult {
    const l = this.desk.language;
    const b = this.#board.found;
    if (b === null) {
      return html`<main class="board"><p class="waiting" role="status">${monitor("loading", l)}</p></main>`;
    }
    const now = performance.now();
    const old = this.#board.stale(now);
    return html`<main class="board ${old ? "old" : ""}">${
      old
        ? html`<p class="line high" role="alert" id="old">▲▲▲ ${monitor("old", l)} ${
          ageText(this.#board.age(now))
        } <span>${monitor("oldHint", l)}</span></p>`
        : nothing
    }${this.#answer(b, l)}${clinicRow(b, l)}<div class="two">${hoursPanel(b, l)}${
      timelinePanel(b, l)
    }</div><div class="two">${noticesPanel(this.desk.notices.found, l)}${openPanel(b, l)}</div></main>`;
  }

  #answer(b: Board, l: Language): TemplateResult {
    const how = grave(b);
    const inTheWay = obstacles(b, l);
    return html`<section class="answer ${how}" id="answer" aria-labelledby="question">
      <p class="where"><b>${b.site}</b> ${day(b.day)} · ${monitor("upToDate", l)} ${b.time}</p>
      <h2 id="question">${monitor("question", l)}</h2>
      <p class="big"><span aria-hidden="true">${MARKS[how]}</span> ${answer(b, l)}</p>
      <p class="why">${reasons(b, l).map((r) => html`<span>${r}</span>`)}${
      inTheWay.map((o) => html`<span class="in-the-way">▲ ${o}</span>`)
    }</p></section>`;
  }
}

customElements.define("mmt-monitor", MonitorPage);

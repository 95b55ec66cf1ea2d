// How long the stock lasts, and what to order.

import { html } from "lit";
import { strength } from "../text/dose-text.ts";
import { put } from "../text/pharmacy-words.ts";
import { millilitres } from "../text/stock-text.ts";
import { wholeDays } from "./bodies.ts";
import type { Desk } from "../desk/desk.ts";
import { type Drawn, list, table } from "../desk/parts.ts";

interface Line {
  microgramsPerMillilitre: number;
  product: string;
  usableMicrolitres: number;
  usedMicrolitres: number;
  days: number;
  lasts: number;
  orderMicrolitres: number;
  orderContainers: number;
  explain: boolean;
}

/** The view. */
export function forecastView(desk: Desk): Drawn {
  const l = desk.language;
  const days = wholeDays(desk.memory.get("days"), 30, 1);
  const safety = wholeDays(desk.memory.get("safety"), 15, 0);
  const number = (name: string, word: "orderDays" | "safetyDays", is: number) =>
    html`<label class="field">${put(word, l)}<input inputmode="numeric" .defaultValue=${
      String(is)
    } autocomplete="off" @change=${(e: Event) =>
      desk.remember(name, (e.target as HTMLInputElement).value)}></label>`;
  return html`<p class="hint">${put("forecastHint", l)}</p><div class="fields">${
    number("days", "orderDays", days)
  }${number("safety", "safetyDays", safety)}</div><section class="panel">${
    list<Line>(desk.look("/api/stock/forecast", { days, safety }), l, "noForecast", (all) =>
      table(
        "forecast",
        ["product", "usable", "used", "lasts", "order", "verdict"],
        all.map((f) => [
          html`<b>${f.product}</b> ${strength(f.microgramsPerMillilitre, l)}`,
          millilitres(f.usableMicrolitres, l),
          html`${millilitres(f.usedMicrolitres, l)} / ${f.days} ${put("days", l)}`,
          f.usedMicrolitres === 0 ? put("unknown", l) : `${f.lasts} ${put("days", l)}`,
          html`<b>${f.orderContainers}</b> ${put("containersOf", l)} · ${
            millilitres(f.orderMicrolitres, l)
          }`,
          f.explain ? html`<span class="tag care">${put("explain", l)}</span>` : "",
        ]),
        l,
      ))
  }</section>`;
}

// Linked corrections: what a count booked is taken back, or what is open is settled. Two sign; the
// figures of a closed day stay as they are (R-96).

import { html, nothing } from "lit";
import { put, putName } from "../text/pharmacy-words.ts";
import { difference } from "../text/stock-text.ts";
import { correctionBody, monthsBefore, type Place, placeKey } from "./bodies.ts";
import type { Today } from "./day.ts";
import type { Desk } from "../desk/desk.ts";
import { choice, day, dayFilter, type Drawn, field, form, reasonChoice, shown, table } from "../desk/parts.ts";

interface Booked extends Place {
  count: string;
  day: string;
  differenceMicrolitres: number;
  reason?: string;
}

interface Open extends Place {
  missingMicrolitres: number;
}

interface Made extends Place {
  act: string;
  ofDay: string;
  day: string;
  differenceMicrolitres: number;
  reason: string;
  words: string;
}

interface Page {
  booked: Booked[];
  open: Open[];
  made: Made[];
}

function named(place: Place, desk: Desk): string {
  return `${putName("place" + place.kind, desk.language)} ${place.of} · ${place.batch}`;
}

/** Loss or surplus: where it was booked to, and where it would be. */
function side(microlitres: number, desk: Desk): string {
  return putName(microlitres < 0 ? "LOSS" : "SURPLUS", desk.language);
}

function takeBack(page: Page, desk: Desk): Drawn {
  const l = desk.language;
  const chosen = desk.memory.get("takeBack");
  const line = page.booked.find((b) => placeKey(b) === chosen);
  return html`<section class="panel"><h3>${put("takeBack", l)}</h3><p class="hint">${
    put("takeBackHint", l)
  }</p>${
    page.booked.length === 0 ? html`<p class="empty">${put("nothingBooked", l)}</p>` : form(
      desk,
      "takeBack",
      "takeBackGo",
      html`<div class="full">${
        choice(
          "of",
          "wasBooked",
          page.booked.map((b) =>
            [
              placeKey(b),
              `${day(b.day, l)} · ${named(b, desk)} · ${side(b.differenceMicrolitres, desk)} ${
                difference(b.differenceMicrolitres, l)
              }`,
            ] as const
          ),
          l,
          { change: (to) => desk.remember("takeBack", to) },
        )
      }</div>${
        line === undefined ? nothing : html`<p class="full lead">${
          line.reason === undefined ? "" : `${put("saidThen", l)} ${putName("reason" + line.reason, l)} · `
        }${put("afterwards", l)} ${difference(-line.differenceMicrolitres, l)}</p>`
      }${reasonChoice(l)}${field("words", "whatIsRight", l)}`,
      (sent) => ({
        form: "takeBack",
        path: "/api/stock/day/adjustments",
        body: correctionBody(sent, "REVERSED", page.booked),
        done: "takenBack",
        then: () => desk.remember("takeBack", ""),
      }),
    )
  }</section>`;
}

function settle(page: Page, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put("settleOpen", l)}</h3><p class="hint">${
    put("settleHint", l)
  }</p>${
    page.open.length === 0 ? html`<p class="empty">${put("nothingToSettle", l)}</p>` : form(
      desk,
      "settleOpen",
      "settleGo",
      html`<div class="full">${
        choice(
          "of",
          "isOpen",
          page.open.map((o) =>
            [
              placeKey(o),
              `${named(o, desk)} · ${difference(-o.missingMicrolitres, l)} → ${
                side(-o.missingMicrolitres, desk)
              }`,
            ] as const
          ),
          l,
        )
      }</div>${reasonChoice(l)}${field("words", "whatIsRight", l)}`,
      (sent) => ({
        form: "settleOpen",
        path: "/api/stock/day/adjustments",
        body: correctionBody(sent, "SETTLED", page.open),
        done: "settledDone",
      }),
    )
  }</section>`;
}

function made(page: Page, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put("corrections", l)}</h3>${
    page.made.length === 0 ? html`<p class="empty">${put("noCorrections", l)}</p>` : table(
      "corrections",
      ["day", "what", "of", "ofDay", "differs", "why", "inWords"],
      page.made.map((a) => [
        day(a.day, l),
        putName("adjust" + a.act, l),
        named(a, desk),
        day(a.ofDay, l),
        difference(a.differenceMicrolitres, l),
        putName("reason" + a.reason, l),
        html`<span class="in-words">${a.words}</span>`,
      ]),
      l,
    )
  }</section>`;
}

/** The view. */
export function correctionsView(desk: Desk): Drawn {
  const l = desk.language;
  return shown<Today>(desk.look("/api/stock/day"), l, (now) => {
    const from = desk.memory.get("correctionsFrom") ?? monthsBefore(now.day, 1);
    return html`${dayFilter("correctionsFrom", "fromDay", from, desk)}${
      shown<Page>(
        desk.look(`/api/stock/day/adjustments/${from}/${now.day}`),
        l,
        (page) => html`${takeBack(page, desk)}${settle(page, desk)}${made(page, desk)}`,
      )
    }`;
  });
}

// What all lists of the counsellor share, and the plain ones: orders that end, packs.

import { html, type TemplateResult } from "lit";
import { fullName } from "../counter/subject.ts";
import type { Desk } from "../desk/desk.ts";
import { type Drawn, moment, refused } from "../desk/parts.ts";
import { day, type Language } from "../text/dose-text.ts";
import { FOLLOW, follow } from "../text/follow-words.ts";
import { named } from "../text/lexicon.ts";
import { days, type Ending, type Pack } from "./rows.ts";

/** The clinic's day as it is typed: the machine in front of us may be in another zone. */
export function clinicDay(desk: Desk): string {
  const read = desk.look("/api/clock");
  return read.state === "there" ? day(read.body.day) : "";
}

/** A list that was read, drawn; or that it loads, is refused, or that it is empty. */
export function listed<T>(
  desk: Desk,
  path: string,
  key: string,
  empty: keyof typeof FOLLOW,
  draw: (all: T[]) => TemplateResult,
): Drawn {
  const l = desk.language;
  const read = desk.look(path);
  switch (read.state) {
    case "loading":
      return html`<p class="waiting" role="status">${follow("loading", l)}</p>`;
    case "refused":
      return refused(read.refusal, l);
    case "there":
      return read.body[key].length === 0
        ? html`<p class="done">✓ ${follow(empty, l)}</p>`
        : draw(read.body[key] as T[]);
  }
}

function table(caption: string, heads: string[], rows: unknown[][]): TemplateResult {
  return html`<div class="table panel" role="region" tabindex="0" aria-label=${caption}><table><thead><tr>${
    heads.map((h) => html`<th scope="col">${h}</th>`)
  }</tr></thead><tbody>${
    rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)
  }</tbody></table></div>`;
}

/** Whose order ends within a week and has none after it. */
export function endingView(desk: Desk): Drawn {
  const l = desk.language;
  return listed<Ending>(desk, "/api/prescriptions/ending", "ending", "noEnding", (all) =>
    html`<p class="hint">${follow("endingHint", l)}</p>${
      table(
        follow("vEnding", l),
        [follow("person", l), follow("lastDay", l), follow("left", l)],
        all.map((of) => [
          html`<b>${fullName(of, l)}</b>`,
          day(of.lastDay),
          of.daysLeft === 0
            ? html`<span class="tag care">${follow("endsToday", l)}</span>`
            : days(of.daysLeft, l),
        ]),
      )
    }`);
}

function packRow(pack: Pack, l: Language): unknown[] {
  return [
    html`<b>${pack.site}</b>`,
    `${named(FOLLOW, "kind" + pack.kind, l)} · ${named(FOLLOW, "way" + pack.way, l)} · ${pack.number}`,
    moment(pack.made),
    pack.until === undefined ? "" : moment(pack.until),
    pack.old === true
      ? html`<span class="tag care">${follow("old", l)}</span>`
      : pack.old === false
      ? follow("valid", l)
      : "",
  ];
}

/** Packs that went to other sites and came from them. */
export function packsView(desk: Desk): Drawn {
  const l = desk.language;
  const read = desk.look("/api/packs");
  if (read.state !== "there") {
    return listed<Pack>(desk, "/api/packs", "orders", "noPacks", () => html``);
  }
  const all = [...read.body.orders, ...read.body.latest] as Pack[];
  const open = read.body.open.length as number;
  return html`<p class="hint">${follow("packsHint", l)}</p>${
    open === 0 ? "" : html`<p class="notice medium">▲▲ ${follow("openMarks", l)}: <b>${open}</b></p>`
  }${
    all.length === 0 ? html`<p class="done">✓ ${follow("noPacks", l)}</p>` : table(
      follow("vPacks", l),
      (["site", "pack", "made", "until", "state"] as const).map((w) => follow(w, l)),
      all.map((pack) => packRow(pack, l)),
    )
  }`;
}

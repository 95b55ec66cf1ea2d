// Guest letters: signed, printed, ended before their first day (R-123).

import { html, nothing } from "lit";
import { D } from "../text/doctor-words.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { choice, day, type Drawn, field, form, named, paper, shown, table } from "../desk/parts.ts";
import type { History, Letter } from "./days.ts";
import { ofRecord } from "./record.ts";

function listed(h: History, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(D.letters, l)}</h3>${
    h.letters.length === 0 ? html`<p class="empty">${put(D.noLetters, l)}</p>` : table(
      D.letters,
      [D.way, "from", D.until, ""],
      h.letters.map((one) => [
        `${named(D, "letter" + one.way, l)} ${one.site}`,
        day(one.from, l),
        day(one.to, l),
        one.way === "OUT" ? paper(`/api/guest-letters/${one.letter}`, D.print, l) : nothing,
      ]),
      l,
    )
  }</section>`;
}

function writing(h: History, sites: string[], desk: Desk): Drawn {
  const l = desk.language;
  return form(desk, "letter", D.letterIt, [
    choice("site", D.site, sites.map((s) => [s, s] as const), l),
    field("from", D.from, l),
    field("to", D.to, l),
  ], (sent) => ({
    form: "letter",
    path: "/api/guest-letters",
    body: {
      patient: h.patient,
      site: sent.text("site"),
      from: sent.date("from"),
      to: sent.date("to"),
    },
    done: D.letterSigned,
    then: () => desk.purge(),
  }));
}

function ending(open: Letter[], desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(D.endLetter, l)}</h3>${
    form(desk, "end-letter", D.endIt, [
      choice("letter", D.vLetters, open.map((one) =>
        [one.letter, `${one.site}: ${day(one.from, l)} – ${day(one.to, l)}`] as const
      ), l),
      field("words", "reason", l),
    ], (sent) => ({
      form: "end-letter",
      path: "/api/guest-letters/end",
      body: { letter: sent.text("letter"), reason: sent.text("words") },
      done: D.letterEnded,
      then: () => desk.purge(),
    }))
  }</section>`;
}

/** The view. */
export function lettersView(desk: Desk): Drawn {
  const l = desk.language;
  return ofRecord(desk, (h) => {
    const open = h.letters.filter((one) => one.way === "OUT" && one.from > h.today);
    return html`${listed(h, desk)}<section class="panel"><h3>${put(D.newLetter, l)}</h3><p class="hint">${
      put(D.letterHint, l)
    }</p>${
      shown<{ sites: string[] }>(desk.look("/api/site"), l, ({ sites }) =>
        sites.length === 0 ? html`<p class="empty">${put(D.noSites, l)}</p>` : writing(h, sites, desk))
    }</section>${open.length === 0 ? nothing : ending(open, desk)}`;
  });
}

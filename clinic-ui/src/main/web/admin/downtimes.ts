// Downtimes: the sheet to print, what the service asks about, and a sheet typed in by two, line by line
// (R-71, R-122). Nobody is dosed while a sheet is owed, so this page says first what is open.

import { html, nothing } from "lit";
import { A } from "../text/admin-words.ts";
import { mass } from "../text/dose-text.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { without } from "../desk/fields.ts";
import { choice, day, type Drawn, field, form, moment, outcome, paper, shown, table } from "../desk/parts.ts";
import { choosePerson, chosenPerson, finder, fullName, type Person } from "../desk/person.ts";
import { nameOf, staffOptions } from "../desk/staff.ts";

interface Downtime {
  downtime: string;
  day: string;
  from: string;
  standing: string;
  station?: string;
  reason: string;
  lines: number;
}

interface Line {
  patient: string;
  told: "DOSED" | "NOT_DOSED" | "UNKNOWN";
  doseMicrograms?: number;
  at?: string;
  givenBy?: string;
}

/** A line, and whose it is, for the eyes of both. */
interface Typed {
  line: Line;
  name: string;
}

function typed(desk: Desk, of: string): Typed[] {
  return JSON.parse(desk.memory.get("lines-" + of) ?? "[]") as Typed[];
}

function keep(desk: Desk, of: string, all: Typed[]): void {
  desk.remember("lines-" + of, JSON.stringify(all));
}

function printing(desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(A.print, l)}</h3><p class="hint">${
    put(A.printHint, l)
  }</p><p class="links">${
    (desk.about?.stations ?? []).map((s) =>
      paper(`/api/stations/${s}/downtime-sheet`, [`${A.sheetOf[0]} ${s}`, `${A.sheetOf[1]} ${s}`], l)
    )
  }</p></section>`;
}

function asking(d: Downtime, desk: Desk): Drawn {
  const l = desk.language;
  const name = "answer-" + d.downtime;
  return html`<p class="lead">${put(A.asked, l)}</p>${
    form(desk, name, A.answer, [
      choice("onPaper", A.told, [["yes", put(A.onPaper, l)], ["no", put(A.notOnPaper, l)]], l),
      field("words", "reason", l),
    ], (sent) => ({
      form: name,
      path: "/api/downtimes/answer",
      body: { downtime: d.downtime, onPaper: sent.text("onPaper") === "yes", reason: sent.text("words") },
      done: A.answered,
    }))
  }`;
}

/** What the sheet says of the person who is found. */
function newLine(d: Downtime, p: Person, desk: Desk): Drawn {
  const l = desk.language;
  const told = (["DOSED", "NOT_DOSED", "UNKNOWN"] as const);
  const name = "line-" + d.downtime;
  const dosed = (desk.memory.get("told") ?? "DOSED") === "DOSED";
  return html`<p class="lead">${fullName(p, desk)}</p>${
    form(desk, name, A.addLine, [
      choice("told", A.told, told.map((t) => [t, put(A[t], l)] as const), l, {
        chosen: desk.memory.get("told") ?? "DOSED",
        change: (value) => desk.remember("told", value),
      }),
      dosed
        ? [
          field("dose", A.given, l, { unit: "mg" }),
          field("at", A.at, l),
          choice("givenBy", A.givenBy, staffOptions(desk, ["DISPENSER", "PHARMACIST", "PRESCRIBER"]), l),
        ]
        : nothing,
    ], (sent) => {
      const line: Line = { patient: p.patient, told: sent.text("told") as Line["told"] };
      if (line.told === "DOSED") {
        line.doseMicrograms = sent.dose("dose");
        line.at = sent.moment("at", d.day);
        line.givenBy = sent.text("givenBy");
      }
      keep(desk, d.downtime, [...typed(desk, d.downtime), { line, name: fullName(p, desk) }]);
      desk.remember("told", "DOSED");
      desk.remember("find", "");
      choosePerson(desk, null);
      return "taken";
    })
  }`;
}

function lineRow(t: Typed, desk: Desk, strike: () => void): readonly unknown[] {
  const l = desk.language;
  return [
    html`<b>${t.name}</b>`,
    put(A[t.line.told], l),
    t.line.doseMicrograms === undefined ? "" : html`<b>${mass(t.line.doseMicrograms, l)}</b>`,
    t.line.at === undefined ? "" : moment(t.line.at),
    t.line.givenBy === undefined ? "" : nameOf(desk, t.line.givenBy),
    html`<button class="small-act" aria-label=${`${put(A.strike, l)}: ${t.name}`} @click=${strike}>${
      put(A.strike, l)
    }</button>`,
  ];
}

function signing(d: Downtime, desk: Desk): Drawn {
  const l = desk.language;
  const all = typed(desk, d.downtime);
  const name = "lines-" + d.downtime;
  if (all.length === 0) {
    return outcome(desk, name);
  }
  const stations = (desk.about?.stations ?? []).map((s) => [s, s] as const);
  return html`<h4>${put(A.lines, l)}</h4>${
    table(A.lines, ["patient", A.told, A.given, A.at, A.givenBy, ""], all.map((t, i) =>
      lineRow(t, desk, () => keep(desk, d.downtime, all.filter((_, j) => j !== i)))), l)
  }${
    form(desk, name, A.signLines, choice("station", A.atStation, stations, l, { chosen: d.station }), (sent) => ({
      form: name,
      path: "/api/downtimes/sheet",
      body: { downtime: d.downtime, station: sent.text("station"), rows: all.map((t) => t.line) },
      secondAs: "signature",
      done: A.linesSigned,
      then: () => keep(desk, d.downtime, []),
    }))
  }`;
}

function entering(d: Downtime, desk: Desk): Drawn {
  const l = desk.language;
  const p = chosenPerson(desk);
  const name = "end-" + d.downtime;
  const rests = (["NOT_DOSED", "UNKNOWN"] as const);
  return html`<h4>${put(A.enter, l)}</h4><p class="hint">${put(A.enterHint, l)}</p>${
    p === null ? finder(desk, (one) => choosePerson(desk, one)) : newLine(d, p, desk)
  }${signing(d, desk)}<h4>${put(A.closeSheet, l)}</h4>${
    form(desk, name, A.closeIt, [
      choice("rest", A.rest, [
        ...rests.map((r) => [r, put(A[`rest${r}`], l)] as const),
        ["EMPTY", put(A.sheetEmpty, l)] as const,
      ], l),
    ], (sent) => {
      const empty = sent.text("rest") === "EMPTY";
      return {
        form: name,
        path: "/api/downtimes/sheet/in",
        body: { downtime: d.downtime, rest: empty ? "NOT_DOSED" : sent.text("rest"), empty },
        secondAs: "signature",
        done: A.closed,
      };
    })
  }`;
}

function card(d: Downtime, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel notice-edge" data-downtime=${d.downtime}><h3>▲▲ ${
    d.station === undefined ? put(A.wholeClinic, l) : `${put("station", l)} ${d.station}`
  } · ${day(d.day, l)}</h3><p class="under">${put("from", l)} ${moment(d.from)}${
    d.reason === "" ? "" : ` · ${d.reason}`
  } · ${d.lines} ${put(A.linesIn, l)}</p>${
    d.standing === "PROPOSED" ? asking(d, desk) : entering(d, desk)
  }</section>`;
}

function declaring(today: string, desk: Desk): Drawn {
  const l = desk.language;
  const stations = (desk.about?.stations ?? []).map((s) => [s, s] as const);
  return html`<section class="panel"><h3>${put(A.declare, l)}</h3><p class="hint">${
    put(A.declareHint, l)
  }</p>${
    form(desk, "declare", A.declareIt, [
      choice("station", A.station, stations, l, { needed: false }),
      field("day", A.fromDay, l, { value: day(today, l) }),
      field("at", A.fromTime, l),
      field("words", "reason", l),
    ], (sent) => ({
      form: "declare",
      path: "/api/downtimes",
      body: without({
        station: sent.text("station"),
        from: sent.moment("at", sent.date("day")),
        reason: sent.text("words"),
      }),
      done: A.declared,
    }))
  }</section>`;
}

/** The view. */
export function downtimesView(desk: Desk): Drawn {
  const l = desk.language;
  return shown<{ day: string; downtimes: Downtime[] }>(desk.look("/api/degraded"), l, (now) =>
    html`${
      now.downtimes.length === 0
        ? html`<p class="done">✓ ${put(A.noDowntimes, l)}</p>`
        : now.downtimes.map((d) => card(d, desk))
    }${printing(desk)}${declaring(now.day, desk)}`);
}

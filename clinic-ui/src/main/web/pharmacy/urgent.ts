// Urgent reports of a loss or mix-up: the draft, the hours left, and what became of it (R-82, R-87).

import { html, nothing } from "lit";
import { left } from "../text/notice-text.ts";
import { put, putName } from "../text/pharmacy-words.ts";
import { sentBody, sheetAt } from "./bodies.ts";
import type { Desk } from "../desk/desk.ts";
import { day, type Drawn, field, form, list, moment, outcome, table } from "../desk/parts.ts";

interface Report {
  report: string;
  day: string;
  found: string;
  due: string;
  minutesLeft: number;
  ended?: { day: string; number?: string; sent?: string; words: string };
}

const ENDED = "/api/stock/urgent-reports/ended";

/** The draft in each language and form. */
function drafts(r: Report, desk: Desk): Drawn {
  const l = desk.language;
  const name = "draft-" + r.report;
  return html`<p class="drafts">${put("draft", l)}: ${
    (["vi", "en"] as const).map((language) =>
      html`<a class="small-act" href=${sheetAt("urgent-report", "day", r.day, language, "pdf")}
        @click=${(e: Event) => desk.download(e, name, `urgent-report-${r.day}-${language}.pdf`)}>PDF ${
        putName("language-" + language, l)
      }</a> `
    )
  }</p>${outcome(desk, name)}`;
}

function open(r: Report, today: string, desk: Desk): Drawn {
  const l = desk.language;
  const sent = "sent-" + r.report;
  const notDue = "notDue-" + r.report;
  return html`<section class="panel" data-report=${r.report}><h3>${
    r.minutesLeft < 0 ? "▲▲▲" : "▲▲"
  } ${put("urgentReport", l)} · ${day(r.day, l)}</h3><p class="lead">${
    left(r.minutesLeft, l)
  } · ${put("reportBy", l)} ${moment(r.due)}</p><p class="under">${put("foundAt", l)} ${
    moment(r.found)
  }</p>${drafts(r, desk)}${
    form(
      desk,
      sent,
      "noteSent",
      [field("number", "letterNumber", l), field("sent", "letterDay", l, { value: day(today, l) })],
      (fields) => ({
        form: sent,
        path: ENDED,
        body: sentBody(fields, r.report),
        done: "noted",
      }),
    )
  }<details><summary>${put("notDue", l)}</summary>${
    form(desk, notDue, "notDueGo", field("words", "whyNotDue", l), (fields) => ({
      form: notDue,
      path: ENDED,
      body: { report: r.report, words: fields.text("words") },
      done: "noted",
    }))
  }</details></section>`;
}

function ended(all: Report[], desk: Desk): Drawn {
  const l = desk.language;
  return all.length === 0 ? nothing : html`<section class="panel"><h3>${
    put("reportsEnded", l)
  }</h3>${
    table(
      "reportsEnded",
      ["day", "verdict", "letterNumber", "inWords"],
      all.map((r) => [
        day(r.day, l),
        r.ended?.sent === undefined
          ? put("noneWasDue", l)
          : `${put("sentOn", l)} ${day(r.ended.sent, l)}`,
        r.ended?.number ?? "",
        html`<span class="in-words">${r.ended?.words}</span>`,
      ]),
      l,
    )
  }</section>`;
}

/** What is owed, on top of the sheets; nothing where there never was one. */
export function urgentReports(today: string, desk: Desk): Drawn {
  const read = desk.look("/api/stock/urgent-reports");
  if (read.state !== "there" || read.body.found.length === 0) {
    return nothing;
  }
  return list<Report>(read, desk.language, "noSheets", (all) =>
    html`${all.filter((r) => r.ended === undefined).map((r) => open(r, today, desk))}${
      ended(all.filter((r) => r.ended !== undefined), desk)
    }`);
}

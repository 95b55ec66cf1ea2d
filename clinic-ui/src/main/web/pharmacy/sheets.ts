// Reports and sheets: what the service offers, with a link for each period and form.

import { html } from "lit";
import { put, putName } from "../text/pharmacy-words.ts";
import { sheetAt } from "./bodies.ts";
import type { Desk } from "../desk/desk.ts";
import { dayFilter, type Drawn, list, outcome, shown } from "../desk/parts.ts";
import type { Today } from "./day.ts";
import { urgentReports } from "./urgent.ts";

const FORM = "sheet";

/** A sheet as the service names it. */
export interface Sheet {
  sheet: string;
  vietnamese: string;
  english: string;
  periods: string[];
  forms: string[];
}

function links(sheet: Sheet, day: string, desk: Desk): Drawn {
  const l = desk.language;
  const name = l === "vi" ? sheet.vietnamese : sheet.english;
  return html`<section class="panel"><h3>${name}</h3><ul class="sheets">${
    sheet.periods.map((period) =>
      html`<li><span>${putName("period-" + period, l)}</span>${
        sheet.forms.map((as) =>
          html`<a class="small-act" href=${sheetAt(sheet.sheet, period, day, l, as)}
            @click=${(e: Event) => desk.download(e, FORM, `${sheet.sheet}-${period}-${day}.${as}`)}
            aria-label=${`${name}, ${putName("period-" + period, l)}, ${putName("form-" + as, l)}`}>${
            putName("form-" + as, l)
          }</a>`
        )
      }</li>`
    )
  }</ul></section>`;
}

/** The view. */
export function sheetsView(desk: Desk): Drawn {
  const l = desk.language;
  return shown<Today>(desk.look("/api/stock/day"), l, (now) => {
    const day = desk.memory.get("sheetDay") ?? now.day;
    const sheets = desk.look("/api/sheets");
    return html`${urgentReports(now.day, desk)}${dayFilter("sheetDay", "dayInPeriod", day, desk)}<p class="hint">${put("sheetsHint", l)}</p>${outcome(desk, FORM)}${
      sheets.state === "refused" && sheets.status === 404
        ? html`<p class="empty">${put("noSheets", l)}</p>`
        : list<Sheet>(sheets, l, "noSheets", (all) => all.map((s) => links(s, day, desk)))
    }`;
  });
}

// Differences over days: alarms that two persons explain, and the days beside the shares of their
// issue that clinics are used to.

import { html, nothing } from "lit";
import { put, putName } from "../text/pharmacy-words.ts";
import { difference, millilitres } from "../text/stock-text.ts";
import { monthsBefore } from "./bodies.ts";
import type { Today } from "./day.ts";
import type { Desk } from "../desk/desk.ts";
import { day, dayFilter, type Drawn, field, form, reasonChoice, shown, table } from "../desk/parts.ts";

interface Found {
  at: string;
  of: string;
  kind: string;
  since: string;
  microlitres: number;
}

interface Alarm {
  alarm: string;
  day: string;
  found: Found[];
  explained?: { day: string; reason: string; words: string };
}

interface Page {
  days: {
    day: string;
    differenceMicrolitres: number;
    limitMicrolitres: number;
    step: string;
  }[];
  alarms: Alarm[];
  drift?: { microlitres: number; limitMicrolitres: number; beyond: boolean };
}

function found(alarm: Alarm, desk: Desk): Drawn {
  const l = desk.language;
  return table(
    "whatWasSeen",
    ["laidTo", "what", "since", "differs"],
    alarm.found.map((f) => [
      html`${putName("at" + f.at, l)} ${
        f.at === "CLINIC" || f.at === "CUSTODY" ? nothing : html`<b>${f.of}</b>`
      }`,
      putName("found" + f.kind, l),
      day(f.since, l),
      difference(f.microlitres, l),
    ]),
    l,
  );
}

function open(alarm: Alarm, desk: Desk): Drawn {
  const l = desk.language;
  const name = "explain-" + alarm.alarm;
  return html`<section class="panel" data-alarm=${alarm.alarm}><h3>▲▲ ${put("alarmOf", l)} ${
    day(alarm.day, l)
  }</h3>${found(alarm, desk)}<p class="hint">${put("explainHint", l)}</p>${
    form(
      desk,
      name,
      "explainGo",
      [reasonChoice(l), field("words", "whatFound", l)],
      (sent) => ({
        form: name,
        path: "/api/stock/day/differences/explained",
        body: { alarm: alarm.alarm, reason: sent.text("reason"), words: sent.text("words") },
        done: "explained",
      }),
    )
  }</section>`;
}

function explained(alarms: Alarm[], desk: Desk): Drawn {
  const l = desk.language;
  return alarms.length === 0 ? nothing : html`<section class="panel"><h3>${
    put("explainedAlarms", l)
  }</h3>${
    table(
      "explainedAlarms",
      ["day", "explainedOn", "why", "whatFound"],
      alarms.map((a) => [
        day(a.day, l),
        day(a.explained?.day, l),
        putName("reason" + a.explained?.reason, l),
        html`<span class="in-words">${a.explained?.words}</span>`,
      ]),
      l,
    )
  }</section>`;
}

function days(page: Page, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put("daysBeside", l)}</h3><p class="hint">${
    put("stepsHint", l)
  }</p>${
    page.days.length === 0 ? html`<p class="empty">${put("noCounts", l)}</p>` : table(
      "daysBeside",
      ["day", "differs", "limit", "step"],
      page.days.toReversed().map((d) => [
        day(d.day, l),
        difference(d.differenceMicrolitres, l),
        millilitres(d.limitMicrolitres, l),
        html`<span class="tag ${d.step === "WITHIN" ? "good" : "care"}">${
          putName("step" + d.step, l)
        }</span>`,
      ]),
      l,
    )
  }${
    page.drift === undefined ? nothing : html`<p class="under">${put("driftOf", l)} <b>${
      difference(page.drift.microlitres, l)
    }</b> · ${put("limit", l)} ${millilitres(page.drift.limitMicrolitres, l)} · ${
      put(page.drift.beyond ? "beyond" : "within", l)
    }</p>`
  }</section>`;
}

/** The view: as far back as an alarm is open. */
export function differencesView(desk: Desk): Drawn {
  const l = desk.language;
  return shown<Today>(desk.look("/api/stock/day"), l, (now) => {
    const oldest = (desk.notices.found ?? []).filter((n) => n.kind === "DIFFERENCE")
      .map((n) => n.since ?? now.day);
    const usual = [monthsBefore(now.day, 3), ...oldest].sort()[0];
    const from = desk.memory.get("differencesFrom") ?? usual;
    return html`${dayFilter("differencesFrom", "fromDay", from, desk)}${
      shown<Page>(desk.look(`/api/stock/day/differences/${from}/${now.day}`), l, (page) => {
        const waiting = page.alarms.filter((a) => a.explained === undefined);
        return html`${
          waiting.length === 0
            ? html`<p class="done">✓ ${put("noAlarms", l)}</p>`
            : waiting.map((a) => open(a, desk))
        }${explained(page.alarms.filter((a) => a.explained !== undefined), desk)}${
          days(page, desk)
        }`;
      })
    }`;
  });
}

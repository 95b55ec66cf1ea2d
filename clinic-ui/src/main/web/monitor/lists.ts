// What stands open: notices, the most urgent first, and the close list's items with their age.

import { html, nothing, type TemplateResult } from "lit";
import type { Notice } from "../live/notices.ts";
import { day, type Language } from "../text/dose-text.ts";
import { named } from "../text/lexicon.ts";
import { monitor, MONITOR } from "../text/monitor-words.ts";
import { about, mark, told, urgency } from "../text/notice-text.ts";
import { type Board, daysOld } from "./board.ts";

const NOTICES_MOST = 4;

function notice(n: Notice, l: Language) {
  const where = about(n, l);
  return html`<li class=${n.level}><span class="tag-of ${n.level}">${mark(n.level)} ${
    urgency(n.level, l)
  }</span><span>${told(n, l).text}${where === "" ? nothing : html` <small>${where}</small>`}</span></li>`;
}

/** Notices; null while they are not read. */
export function noticesPanel(all: Notice[] | null, l: Language): TemplateResult {
  const rest = (all?.length ?? 0) - NOTICES_MOST;
  return html`<section class="tile alarms" aria-labelledby="alarms"><h2 id="alarms"><a href="/pharmacy#/notices">${
    monitor("notices", l)
  }</a> <b>${all?.length ?? ""}</b></h2>${
    all === null
      ? html`<p class="empty">${monitor("loading", l)}</p>`
      : all.length === 0
      ? html`<p class="well">✓ ${monitor("noNotices", l)}</p>`
      : html`<ul class="plain">${all.slice(0, NOTICES_MOST).map((n) => notice(n, l))}</ul>${
        rest > 0 ? html`<p class="soft">${monitor("more", l)} ${rest}</p>` : nothing
      }`
  }</section>`;
}

function age(since: string, today: string, l: Language): string {
  const days = daysOld(since, today);
  return days <= 0 ? monitor("today", l) : `${days} ${monitor(days === 1 ? "oneDay" : "days", l)}`;
}

/** Open items by kind, the oldest first. */
export function openPanel(b: Board, l: Language): TemplateResult {
  return html`<section class="tile open-items" aria-labelledby="open"><h2 id="open">${monitor("open", l)}</h2>${
    b.open.length === 0 ? html`<p class="well">✓ ${monitor("noOpen", l)}</p>` : html`<ul class="plain">${
      b.open.map((o) =>
        html`<li><b class="n">${o.count}</b> <span>${named(MONITOR, "open" + o.kind, l)} <small>${
          monitor("oldest", l)
        }: ${age(o.since, b.day, l)} (${day(o.since)})</small></span></li>`
      )
    }</ul>`
  }</section>`;
}

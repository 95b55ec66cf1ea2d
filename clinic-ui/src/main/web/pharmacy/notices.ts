// Standing notices: the most urgent in a line of fixed height above every view, all of them in a
// view of their own with what to do and the way there. Nothing here hides one.

import { html, nothing } from "lit";
import { about, mark, told, urgency } from "../text/notice-text.ts";
import { put } from "../text/pharmacy-words.ts";
import { type Notice, placeOf } from "../live/notices.ts";
import type { Desk } from "../desk/desk.ts";
import { owedSignatures } from "./owed.ts";
import type { Drawn } from "../desk/parts.ts";

/** The line; its height is the same whatever stands. */
export function noticeLine(desk: Desk): Drawn {
  const l = desk.language;
  const all = desk.notices.found;
  if (all === null) {
    return html`<p class="standing unread" role="status" id="standing">${put("loading", l)}</p>`;
  }
  if (all.length === 0) {
    return html`<p class="standing none" role="status" id="standing">✓ ${put("nothingStands", l)}</p>`;
  }
  const first = all[0];
  return html`<p class="standing ${first.level}" role="status" id="standing"><a href="/pharmacy#/notices"><b>${
    mark(first.level)
  } ${told(first, l).text}</b> <span>${about(first, l)}</span>${
    all.length === 1 ? nothing : html` <span class="more-of">+ ${all.length - 1}</span>`
  }</a></p>`;
}

function card(n: Notice, desk: Desk): Drawn {
  const l = desk.language;
  const { text, wayOn } = told(n, l);
  const where = about(n, l);
  return html`<li class="panel notice-card ${n.level}" data-kind=${n.kind}><p class="tag-of ${n.level}">${
    mark(n.level)
  } ${urgency(n.level, l)}</p><div><h3>${text}</h3>${
    where === "" ? nothing : html`<p class="under">${where}</p>`
  }<p>${put("toDo", l)} ${wayOn}</p></div>${
    n.page === "" || n.page === "notices" ? nothing : html`<a class="small-act" href=${placeOf(n)} aria-label=${
      `${put("toPage", l)}: ${text}`
    }>${put("toPage", l)}</a>`
  }</li>`;
}

/** The view. */
export function noticesView(desk: Desk): Drawn {
  const l = desk.language;
  const all = desk.notices.found;
  if (all === null) {
    return html`<p class="waiting" role="status">${put("loading", l)}</p>`;
  }
  return html`<p class="hint">${put("noticesHint", l)}</p>${
    all.length === 0
      ? html`<p class="done">✓ ${put("nothingStands", l)}</p>`
      : html`<ul class="notice-list">${all.map((n) => card(n, desk))}</ul>`
  }${all.some((n) => n.kind === "SIGNATURE_OWED") ? owedSignatures(desk) : nothing}`;
}

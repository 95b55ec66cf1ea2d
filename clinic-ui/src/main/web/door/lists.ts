// Who is here, in order, and who goes to the doctor first and why. Staff put somebody in front here,
// with a reason that stands on no public screen.

import { html, nothing, type TemplateResult } from "lit";
import { fullName } from "../counter/subject.ts";
import { marks, type Queue, type Row } from "../counter/waits.ts";
import type { Desk } from "../desk/desk.ts";
import { type Drawn, outcome, refused } from "../desk/parts.ts";
import { door } from "../text/door-words.ts";
import { type Refusal, told } from "../text/refusals.ts";

/** A row of the doctor's list. */
interface Stopped extends Row {
  stopped?: Refusal;
  why?: string;
}

const FRONT = "front";

function reasonForm(row: Row, desk: Desk): TemplateResult {
  const l = desk.language;
  const submit = (e: Event) => {
    e.preventDefault();
    const reason = String(new FormData(e.target as HTMLFormElement).get("reason")).trim();
    desk.act({
      form: FRONT,
      path: "/api/arrivals/priority",
      body: { patient: row.patient, first: row.first !== true, reason },
      done: "noted",
      then: () => desk.remember(FRONT, ""),
    });
  };
  return html`<form class="front" data-form="front" @submit=${submit}><label class="field">${door("reason", l)}
    <input name="reason" required autocomplete="off" maxlength="200"></label>
    <p class="hint">${door("frontHint", l)}</p>
    <div class="front-buttons"><button class="act" type="button" @click=${() => desk.remember(FRONT, "")}>${
    door("cancel", l)
  }</button><button class="act strong">${door("save", l)}</button></div></form>${outcome(desk, FRONT)}`;
}

function waitingRow(row: Row, desk: Desk): TemplateResult {
  const l = desk.language;
  const asked = desk.memory.get(FRONT) === row.patient;
  const word = door(row.first === true ? "fromFront" : "toFront", l);
  const name = fullName(row, l);
  return html`<li class=${row.waits} data-number=${row.number ?? ""}><b class="number">${
    row.number ?? "–"
  }</b><span class="who">${name}<small>${marks(row, l).join(" · ")}</small></span>${
    row.number === undefined || row.waits === "counter"
      ? nothing
      : html`<button class="small-act" aria-label=${`${word}: ${name}`} aria-expanded=${
        asked ? "true" : "false"
      } @click=${() => desk.remember(FRONT, asked ? "" : row.patient)}>${word}</button>`
  }${asked ? reasonForm(row, desk) : nothing}</li>`;
}

function stoppedRow(row: Stopped, desk: Desk): TemplateResult {
  const l = desk.language;
  const [what, wayOn] = row.stopped === undefined ? ["", ""] : told(row.stopped, l);
  return html`<li class="doctor" data-number=${row.number ?? ""}><b class="number">${
    row.number ?? "–"
  }</b><span class="who">${fullName(row, l)}${
    what === "" ? nothing : html`<small>${what}</small><small>${door("wayOn", l)} ${wayOn}</small>`
  }${row.why === undefined ? nothing : html`<small>«${row.why}»</small>`}</span></li>`;
}

function rest(all: number, shown: number, desk: Desk): Drawn {
  return all > shown
    ? html`<li class="soft">${door("andMore", desk.language)} ${all - shown}</li>`
    : nothing;
}

/** Who waits for the doctor: with reasons where this account may read them. */
function doctors(desk: Desk, queue: Queue): Stopped[] {
  const read = desk.look("/api/queue/doctor");
  return read.state === "there" ? read.body.doctor as Stopped[] : queue.doctor;
}

/** The right side. */
export function listsPanel(desk: Desk): TemplateResult {
  const l = desk.language;
  const read = desk.look("/api/queue");
  if (read.state !== "there") {
    return read.state === "refused"
      ? refused(read.refusal, l)
      : html`<p class="waiting" role="status">${door("loading", l)}</p>`;
  }
  const queue = read.body as Queue;
  const stopped = doctors(desk, queue);
  return html`<div class="lists"><section class="panel" aria-labelledby="waits"><h2 id="waits">${
    door("queue", l)
  } <b>${queue.waiting}</b></h2>${
    queue.next.length === 0 ? html`<p class="empty">${door("nobodyWaits", l)}</p>` : html`<ol class="rows">${
      queue.next.map((row) => waitingRow(row, desk))
    }${rest(queue.waiting, queue.next.length, desk)}</ol>`
  }</section><section class="panel" aria-labelledby="doctor"><h2 id="doctor">${door("doctorList", l)} <b>${
    queue.atDoctor
  }</b></h2>${
    stopped.length === 0 ? html`<p class="empty">${door("nobodyForDoctor", l)}</p>` : html`<ol class="rows">${
      stopped.map((row) => stoppedRow(row, desk))
    }</ol>`
  }</section></div><p class="counts">${door("notCome", l)} <b>${queue.absent}</b> · ${door("dosed", l)} <b>${
    queue.dosed
  }</b></p>`;
}

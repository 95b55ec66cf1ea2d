// What a patient has of doses to take home: approvals and bottles, as the service tells.

import { html, nothing } from "lit";
import type { Desk } from "../desk/desk.ts";
import { day, type Drawn, named, paper, shown, table } from "../desk/parts.ts";
import { mass } from "../text/dose-text.ts";
import { put } from "../text/pharmacy-words.ts";
import { T } from "../text/take-home-words.ts";

/** A doctor's approval. */
export interface Approval {
  approval: string;
  from: string;
  to: string;
  days: number;
  commitment: string;
  decision?: string;
}

/** A bottle for one day. */
export interface TakenBottle {
  label: string;
  day: string;
  part: number;
  doseMicrograms: number;
  state: string;
}

/** Both. */
export interface TakeHome {
  approvals: Approval[];
  bottles: TakenBottle[];
}

/** A bottle in a list to choose from. */
export function asOption(b: TakenBottle, desk: Desk): readonly [string, string] {
  const l = desk.language;
  return [b.label, `${day(b.day, l)} · ${mass(b.doseMicrograms, l)} · ${named(T, b.state, l)}`];
}

/** Asks for them, shows them, and under them what may be done. */
export function ofTakeHome(desk: Desk, patient: string, acts: (all: TakeHome) => Drawn): Drawn {
  const l = desk.language;
  return shown<TakeHome>(desk.look("/api/take-home", { patient }), l, (all) =>
    html`${approvals(all, desk)}${bottles(all, desk)}${acts(all)}`);
}

function approvals(all: TakeHome, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(T.approvalsOf, l)}</h3>${
    all.approvals.length === 0 ? html`<p class="empty">${put(T.noApprovals, l)}</p>` : table(
      T.approvalsOf,
      [T.from, T.until, T.daysOf, T.commitment],
      all.approvals.map((a) => [day(a.from, l), day(a.to, l), a.days, a.decision ?? a.commitment]),
      l,
    )
  }</section>`;
}

function bottles(all: TakeHome, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(T.bottlesOf, l)}</h3>${
    all.bottles.length === 0 ? html`<p class="empty">${put(T.noBottles, l)}</p>` : table(
      T.bottlesOf,
      [T.label, T.forDay, T.amount, T.state, ""],
      all.bottles.map((b) => [
        b.label,
        day(b.day, l),
        mass(b.doseMicrograms, l),
        named(T, b.state, l),
        b.state !== "FILLED" ? nothing : html`${
          paper(`/api/take-home/bottles/${encodeURIComponent(b.label)}/page`, T.print, l)
        } ${paper(`/api/take-home/bottles/${encodeURIComponent(b.label)}/form-06`, T.form06, l)}`,
      ]),
      l,
    )
  }</section>`;
}

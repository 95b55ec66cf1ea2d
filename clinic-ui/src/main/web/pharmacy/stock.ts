// The stock by batch: accounts, bottles with state, volume and last day, and what is open with its age.

import { html, nothing } from "lit";
import { strength } from "../text/dose-text.ts";
import { put, putName } from "../text/pharmacy-words.ts";
import { millilitres } from "../text/stock-text.ts";
import type { Desk } from "../desk/desk.ts";
import type { Bottle } from "./moves.ts";
import { day, daysBetween, type Drawn, list, shown, table } from "../desk/parts.ts";

interface Batch {
  batch: string;
  product: string;
  brand: string;
  microgramsPerMillilitre: number;
  expiry: string;
  stopped: boolean;
}

interface Held {
  batch: string;
  account: string;
  microlitres: number;
}

/** An expiry says in words that it is over or near. */
function expiry(iso: string, today: string | undefined, desk: Desk): Drawn {
  const l = desk.language;
  const left = today === undefined ? Infinity : daysBetween(today, iso);
  const word = left < 0 ? "expired" : left < 60 ? "expiresSoon" : null;
  return word === null
    ? day(iso, l)
    : html`${day(iso, l)} <span class="tag ${left < 0 ? "bad" : "care"}">${put(word, l)}</span>`;
}

/** A state as a tag; what may not be used stands out. */
export function state(b: Bottle, desk: Desk) {
  const grave = ["BROKEN", "MISSING", "QUARANTINED"].includes(b.state);
  return html`<span class=${grave ? "tag care" : "tag plain"}>${putName(b.state, desk.language)}</span>${
    b.station === undefined ? "" : ` ${b.station}`
  }`;
}

function bottles(all: Bottle[], desk: Desk): Drawn {
  const l = desk.language;
  const choose = (b: Bottle) => {
    desk.chosen = [b.bottle];
    location.hash = "#/acts";
  };
  return table(
    "bottles",
    ["label", "state", "volume", "lastDay", "act"],
    all.map((b) => [
      html`<b>${b.bottle}</b>`,
      state(b, desk),
      b.volumeMicrolitres === undefined ? put("hidden", l) : millilitres(b.volumeMicrolitres, l),
      b.inUseUntil === undefined ? "" : day(b.inUseUntil, l),
      html`<button class="small-act" aria-label=${`${put("toActs", l)} ${b.bottle}`} @click=${() =>
        choose(b)}>${put("toActs", l)}</button>`,
    ]),
    l,
  );
}

function accounts(held: Held[], desk: Desk): Drawn {
  const l = desk.language;
  // What the supplier gave is the mirror of all the others.
  return html`<ul class="accounts">${
    held.filter((h) => h.microlitres !== 0 && h.account !== "SUPPLIER").map((h) =>
      html`<li>${putName(h.account, l)} <b>${millilitres(h.microlitres, l)}</b></li>`
    )
  }</ul>`;
}

/** Batches that were received in the first form, without labels: only their accounts are known. */
function unlabelled(held: Held[], labelled: readonly string[], desk: Desk): Drawn {
  const others = [...new Set(held.map((h) => h.batch))].filter((b) => !labelled.includes(b));
  return others.map((batch) =>
    html`<section class="panel"><h3>${batch} · ${put("noLabels", desk.language)}</h3>${
      accounts(held.filter((h) => h.batch === batch), desk)
    }</section>`
  );
}

/** Broken without paper, missing, quarantined: until somebody explains it. */
function open(all: Bottle[], desk: Desk): Drawn {
  const items = all.filter((b) => ["BROKEN", "MISSING", "QUARANTINED"].includes(b.state));
  return items.length === 0 ? nothing : html`<div class="notice medium"><p><b>▲ ${
    put("openItems", desk.language)
  }</b> ${
    items.map((b) => `${b.bottle}: ${putName(b.state, desk.language)}`).join(" · ")
  }</p></div>`;
}

/** The age of what the last close left open. */
function aged(desk: Desk, today: string | undefined): Drawn {
  const l = desk.language;
  if (today === undefined) {
    return nothing;
  }
  const read = desk.look(`/api/stock/day/closes/${today}`);
  const closes = read.state === "there" ? read.body.closes : [];
  const items = closes.at(-1)?.list?.items ?? [];
  return items.length === 0 ? nothing : html`<section class="panel"><h3>${put("openSince", l)}</h3>${
    table(
      "openSince",
      ["what", "of", "since", "age"],
      items.map((i: { kind: string; of: string; since: string; days: number }) => [
        putName(i.kind, l),
        i.of,
        day(i.since, l),
        `${i.days} ${put("days", l)}`,
      ]),
      l,
    )
  }</section>`;
}

/** The clinic's day, where it is known yet. */
export function today(desk: Desk): string | undefined {
  const read = desk.look("/api/stock/day");
  return read.state === "there" ? read.body.day : undefined;
}

/** The view. */
export function stockView(desk: Desk): Drawn {
  const l = desk.language;
  const now = today(desk);
  const all = desk.look("/api/stock/bottles");
  const held = desk.look("/api/stock/accounts");
  const found: Bottle[] = all.state === "there" ? all.body.found : [];
  const sheets = desk.look("/api/stock/batches");
  const labelled: Batch[] = sheets.state === "there" ? sheets.body.found : [];
  return html`${open(found, desk)}${
    list<Batch>(sheets, l, "noBatches", (batches) =>
      batches.map((b) =>
        html`<section class="panel"><h3>${b.batch} · ${b.brand} ${
          strength(b.microgramsPerMillilitre, l)
        }</h3>
          <p class="under">${put("expiry", l)} ${expiry(b.expiry, now, desk)}${
          b.stopped ? html` <span class="tag bad">${put("batchStopped", l)}</span>` : nothing
        }</p>
          ${
          shown<{ found: Held[] }>(held, l, (body) =>
            accounts(body.found.filter((h) => h.batch === b.batch), desk))
        }
          ${
          shown<{ found: Bottle[] }>(
            all,
            l,
            (body) => bottles(body.found.filter((one) => one.batch === b.batch), desk),
            {
              word: "noBottles",
              when: (body) => body.found.every((one) => one.batch !== b.batch),
            },
          )
        }</section>`
      ))
  }${
    held.state === "there"
      ? unlabelled(held.body.found, labelled.map((b) => b.batch), desk)
      : nothing
  }${aged(desk, now)}`;
}

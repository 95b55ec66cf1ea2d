// Acts with bottles: scan, see what they are, choose the act, and sign it where two have to.

import { html, nothing } from "lit";
import { put, putName } from "../text/pharmacy-words.ts";
import { millilitres, scannedLabel } from "../text/stock-text.ts";
import type { Desk } from "../desk/desk.ts";
import { actsFor, ASKS, type Bottle, type MoveAct, moveBody, oneTap } from "./moves.ts";
import { choice, day, type Drawn, field, form, outcome, shown, spare } from "../desk/parts.ts";
import { state } from "./stock.ts";
import type { Sent } from "../desk/fields.ts";

const FORM = "move";

function scan(desk: Desk): Drawn {
  const add = (e: Event) => {
    e.preventDefault();
    const input = (e.target as HTMLFormElement).elements.namedItem("scan") as HTMLInputElement;
    const label = scannedLabel(input.value);
    if (label !== "" && !desk.chosen.includes(label)) {
      desk.chosen = [...desk.chosen, label];
    }
    input.value = "";
    desk.outcomes.delete(FORM);
    desk.remember("act", "");
  };
  const l = desk.language;
  return html`<form class="scan" @submit=${add}><label class="field">${put("scan", l)}
    <input name="scan" id="scan" autocomplete="off" autocapitalize="characters" spellcheck="false"
      required maxlength="40"></label><button class="act">${put("add", l)}</button></form>`;
}

function chosen(bottles: Bottle[], desk: Desk): Drawn {
  const l = desk.language;
  const drop = (label: string) => {
    desk.chosen = desk.chosen.filter((one) => one !== label);
    desk.remember("act", "");
  };
  return html`<ul class="chosen" aria-label=${put("chosen", l)}>${
    desk.chosen.map((label) => {
      const b = bottles.find((one) => one.bottle === label);
      return html`<li><b>${label}</b> ${
        b === undefined ? html`<span class="tag bad">${put("notListed", l)}</span>` : html`${
          state(b, desk)
        } <span>${
          b.volumeMicrolitres === undefined ? put("hidden", l) : millilitres(b.volumeMicrolitres, l)
        } · ${b.batch} · ${put("expiry", l)} ${day(b.expiry, l)}</span>`
      }<button class="small-act" aria-label=${`${put("drop", l)} ${label}`} @click=${() =>
        drop(label)}>×</button></li>`;
    })
  }</ul>`;
}

function asked(act: MoveAct, bottles: Bottle[], all: Bottle[], desk: Desk): Drawn {
  const l = desk.language;
  const asks = ASKS[act];
  const stations = (desk.about?.stations ?? []).map((s) => [s, s] as const);
  const others = all.filter((b) =>
    b.state === "OPEN" && b.batch === bottles[0].batch && b.bottle !== bottles[0].bottle
  );
  const volumeWord = act === "MOUNT" ? "fillsLine" : act === "SETTLE" ? "recovered" : "orVolume";
  const one = bottles.length === 1;
  return [
    asks.station === undefined
      ? nothing
      : choice("station", "station", stations, l, { needed: asks.station === "needed" }),
    asks.into === true
      ? choice("into", "into", others.map((b) => [b.bottle, b.bottle] as const), l)
      : nothing,
    bottles.map((b) =>
      html`${one ? nothing : html`<p class="of">${b.bottle}</p>`}${
        asks.gross === undefined ? nothing : spare("gross-" + b.bottle, "gross", l, { unit: "g" })
      }${
        asks.volume === undefined
          ? nothing
          : spare("volume-" + b.bottle, volumeWord, l, { unit: "mL" })
      }`
    ),
    asks.words === undefined
      ? nothing
      : asks.words === "needed"
      ? field("words", "reason", l)
      : spare("words", "reasonEarlier", l),
  ];
}

function move(act: MoveAct, labels: readonly string[], sent?: Sent) {
  return {
    form: FORM,
    path: "/api/stock/moves",
    body: moveBody(act, labels, sent),
    done: "moved" as const,
  };
}

function acts(bottles: Bottle[], all: Bottle[], desk: Desk): Drawn {
  const l = desk.language;
  const can = actsFor(bottles);
  const act = desk.memory.get("act") as MoveAct | "" | undefined;
  const labels = bottles.map((b) => b.bottle);
  const choose = (one: MoveAct) => {
    desk.back();
    desk.outcomes.delete(FORM);
    desk.remember("act", oneTap(one) ? "" : one);
    if (oneTap(one)) {
      desk.act(move(one, labels));
    }
  };
  const told = (desk.outcomes.get(FORM) as { body?: { weightOff?: string[] } } | undefined)?.body;
  return html`${
    can.length === 0
      ? html`<p class="empty">${put(bottles.length === 0 ? "scanFirst" : "noActForAll", l)}</p>`
      : html`<div class="acts" role="group" aria-label=${put("actsWith", l)}>${
        can.map((one) =>
          html`<button class=${
            ["BREAK", "SETTLE", "QUARANTINE"].includes(one) ? "act grave" : "act"
          } aria-pressed=${one === act} data-act=${one} @click=${() => choose(one)}>${
            putName("act" + one, l)
          }</button>`
        )
      }</div>`
  }${
    act !== undefined && act !== "" && can.includes(act)
      ? html`<section class="panel"><h3>${putName("act" + act, l)}</h3>${
        form(desk, FORM, "go", asked(act, bottles, all, desk), (sent) => move(act, labels, sent))
      }</section>`
      : outcome(desk, FORM)
  }${
    (told?.weightOff ?? []).length === 0
      ? nothing
      : html`<div class="notice medium" role="status"><p><b>▲ ${put("weightOff", l)}</b> ${
        told?.weightOff?.join(", ")
      }</p></div>`
  }`;
}

/** The view. */
export function actsView(desk: Desk): Drawn {
  return html`${scan(desk)}${
    shown<{ found: Bottle[] }>(desk.look("/api/stock/bottles"), desk.language, ({ found }) => {
      const bottles = desk.chosen.flatMap((label) => found.filter((b) => b.bottle === label));
      return html`${chosen(found, desk)}${acts(bottles, found, desk)}`;
    })
  }`;
}

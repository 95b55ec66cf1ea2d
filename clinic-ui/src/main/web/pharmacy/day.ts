// The opening of the day and the counter hand-over.

import { html, nothing } from "lit";
import { put } from "../text/pharmacy-words.ts";
import { difference } from "../text/stock-text.ts";
import type { Desk } from "../desk/desk.ts";
import { openingBody } from "./bodies.ts";
import { without } from "../desk/fields.ts";
import type { Bottle } from "./moves.ts";
import { answered, choice, moment, type Drawn, field, form, shown, spare, tick } from "../desk/parts.ts";

interface Check {
  fits: boolean;
  bottles: { bottle: string; agrees: boolean }[];
  stations: { station: string; passed: boolean }[];
}

interface Custody {
  station: string;
  keeper: string;
  from: string;
}

/** What the day stands at. */
export interface Today {
  day: string;
  labelled: boolean;
  counting: boolean;
  closes: number;
  /** Somebody opened it. */
  opened: boolean;
  custodies: Custody[];
  check?: Check;
}

/** Opened bottles, which are weighed: also those that are held. */
export function opened(bottles: readonly Bottle[]): Bottle[] {
  return bottles.filter((b) =>
    b.state === "OPEN" || b.state === "MOUNTED" || b.state === "QUARANTINED" && b.heldFrom === "OPEN"
  );
}

function stationFields(station: string, desk: Desk): Drawn {
  const l = desk.language;
  return html`<fieldset class="line-fields"><legend>3 · ${put("station", l)} ${station}</legend>
    <div class="fields">${[
    field("pump-" + station, "pumpNumber", l),
    field("scale-" + station, "scaleNumber", l),
    field("nominal-" + station, "weightNominal", l, { unit: "g" }),
    field("read-" + station, "weightRead", l, { unit: "g" }),
  ]}</div>${tick("passed-" + station, put("pumpPassed", l))}</fieldset>`;
}

function result(check: Check, desk: Desk): Drawn {
  const l = desk.language;
  const off = check.bottles.filter((b) => !b.agrees).map((b) => b.bottle);
  const bad = check.stations.filter((s) => !s.passed).map((s) => s.station);
  return html`<div class="notice ${check.fits ? "good" : "medium"}" role="status"><p><b>${
    put(check.fits ? "checkFits" : "checkOff", l)
  }</b></p>${off.length === 0 ? nothing : html`<p>${put("weightOff", l)} ${off.join(", ")}</p>`}${
    bad.length === 0 ? nothing : html`<p>${put("stationFailed", l)} ${bad.join(", ")}</p>`
  }${
    check.fits ? nothing : html`<p><a href="#/count">${put("toCount", l)}</a></p>`
  }</div>`;
}

const STEPS = ["stepSeal", "stepWeigh", "stepDevices", "stepOpen"] as const;

/** Which parts of the form are filled: where nothing that is needed is empty. */
function filled(e: Event, desk: Desk): void {
  const form = (e.target as Element).closest("form");
  const done = [...form?.querySelectorAll<HTMLElement>("[data-part]") ?? []].filter((part) =>
    [...part.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[required]")].every((f) =>
      f.value.trim() !== ""
    )
  );
  desk.remember("openingParts", done.map((part) => part.dataset.part).join());
}

/** How far the morning is: what is done has its mark, what comes next is named to a reader too. */
function steps(now: Today, desk: Desk): Drawn {
  const l = desk.language;
  const typed = (desk.memory.get("openingParts") ?? "").split(",");
  // The third part is done once all is stored and fits; what is typed is not told yet.
  const done = STEPS.map((step, n) =>
    now.opened || n < 3 && now.check?.fits === true ||
    n < 2 && now.check === undefined && typed.includes(step)
  );
  const next = done.indexOf(false);
  return html`<ol class="steps" id="opening-steps">${
    STEPS.map((step, n) =>
      html`<li aria-current=${n === next ? "step" : nothing}>${done[n] ? "✓ " : ""}${put(step, l)}</li>`
    )
  }</ol>`;
}

/** Seal, weights, pump and reference weight of each station: one form, in parts. */
function checkForm(desk: Desk): Drawn {
  const l = desk.language;
  const stations = desk.about?.stations ?? [];
  return shown<{ found: Bottle[] }>(desk.look("/api/stock/bottles"), l, ({ found }) => {
    const all = opened(found).map((b) => b.bottle);
    return form(
      desk,
      "opening",
      "store",
      html`<fieldset class="line-fields" data-part="stepSeal"><legend>${put("stepSeal", l)}</legend>
      <div class="fields">${[
        choice("seal", "seal", [
          ["UNBROKEN", put("sealUnbroken", l)],
          ["BROKEN", put("sealBroken", l)],
          ["UNKNOWN", put("sealUnknown", l)],
        ], l),
        spare("number", "sealNumber", l),
      ]}</div></fieldset>
      <fieldset class="line-fields" data-part="stepWeigh"><legend>${put("stepWeigh", l)}</legend>${
        all.length === 0
          ? html`<p class="empty">${put("noneOpened", l)}</p>`
          : html`<div class="fields">${
            all.map((b) =>
              html`<label class="field">${put("grossOf", l)} <span class="nowrap">${b} (g)</span><input
                name=${"gross-" + b} inputmode="decimal" autocomplete="off" required></label>`
            )
          }</div>`
      }</fieldset><div class="full stations-fields" data-part="stepDevices">${
        stations.map((s) => stationFields(s, desk))
      }</div>`,
      (sent) => ({
        form: "opening",
        path: "/api/stock/day/opening",
        body: openingBody(sent, all, stations),
        done: "stored",
        then: () => desk.remember("openingParts", ""),
      }),
    );
  });
}

/** The morning: one looks, and where it does not fit two count. */
export function openingView(desk: Desk): Drawn {
  const l = desk.language;
  return shown<Today>(desk.look("/api/stock/day"), l, (now) =>
    html`${steps(now, desk)}${
      now.check === undefined
        ? now.opened ? nothing : html`<p class="lead">${put("notChecked", l)}</p>`
        : result(now.check, desk)
    }
    ${
      now.check?.fits === true
        ? html`<details class="panel" @input=${(e: Event) => filled(e, desk)}><summary>${
          put("checkAgain", l)
        }</summary>${checkForm(desk)}</details>`
        : html`<section class="panel" @input=${(e: Event) => filled(e, desk)}><h3>${
          put("openingCheck", l)
        }</h3>${checkForm(desk)}</section>`
    }
    <section class="panel"><h3>${put("stepOpen", l)}</h3>${
      now.opened ? html`<p class="done" role="status">✓ ${put("dayOpened", l)}</p>` : html`<p class="hint">${
        put("openDayHint", l)
      }</p>${
        form(
          desk,
          "openDay",
          "openDay",
          choice("trace", "trace", [
            ["STRIP_PRINTER", put("stripPrinter", l)],
            ["SIGNED_REGISTER", put("signedRegister", l)],
            ["BATTERY_TABLET", put("batteryTablet", l)],
          ], l, { needed: false }),
          (sent) => ({
            form: "openDay",
            path: "/api/openings",
            body: without({ trace: sent.text("trace") }),
            done: "dayOpened",
          }),
        )
      }`
    }</section>`);
}

/** Who answers for a station, and one weight that both sign. */
export function handOverView(desk: Desk): Drawn {
  const l = desk.language;
  return shown<Today>(desk.look("/api/stock/day"), l, (now) => {
    const ended = answered(desk, "handOver")?.ended;
    return html`<p class="hint">${put("handOverHint", l)}</p>
      <ul class="plain-list">${
      (desk.about?.stations ?? []).map((s) => {
        const of = now.custodies.find((c) => c.station === s);
        return html`<li>${put("station", l)} <b>${s}</b>: ${
          of === undefined
            ? put("nobodyKeeps", l)
            : html`<b>${
              of.keeper === desk.me?.staff ? desk.me.displayName : put("anotherKeeps", l)
            }</b> ${put("from", l)} ${moment(of.from)}`
        }</li>`;
      })
    }</ul>
      <section class="panel"><h3>${put("handOver", l)}</h3>${
      form(
        desk,
        "handOver",
        "handOverGo",
        [
          choice("station", "station", (desk.about?.stations ?? []).map((s) => [s, s] as const), l),
          spare("gross", "mountedGross", l, { unit: "g" }),
        ],
        (sent) => ({
          form: "handOver",
          path: "/api/stock/day/hand-over",
          body: without({
            station: sent.text("station"),
            grossMicrograms: sent.maybeWeight("gross"),
          }),
          done: "handedOverDone",
        }),
      )
    }${
      ended?.differenceMicrolitres === undefined
        ? nothing
        : html`<div class="notice ${ended.beyond ? "medium" : "good"}" role="status"><p>${
          put("differenceOfShift", l)
        } <b>${difference(ended.differenceMicrolitres, l)}</b> · ${
          put(ended.beyond ? "beyond" : "within", l)
        }</p></div>`
    }</section>`;
  });
}


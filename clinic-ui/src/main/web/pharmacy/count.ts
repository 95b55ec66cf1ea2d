// The blind count: two count, and only then is the book beside it. Nothing that was read before the
// count outlives its beginning (R-80).

import { html, nothing } from "lit";
import { volume } from "../text/dose-text.ts";
import { put, putName } from "../text/pharmacy-words.ts";
import { difference, millilitres } from "../text/stock-text.ts";
import type { Act, Desk } from "../desk/desk.ts";
import { countBody, type Place, reasonsBody, type Scope } from "./bodies.ts";
import { type Drawn, form, outcome, shown, table } from "../desk/parts.ts";

interface Line extends Place {
  countedMicrolitres?: number;
  bookMicrolitres: number;
  differenceMicrolitres: number;
  limitMicrolitres: number;
  beyond: boolean;
  missing: string[];
  extra: string[];
}

interface Counting {
  counting: boolean;
  scope?: Scope;
  stored?: { count: string; lines: Line[] };
  booked?: boolean;
}

const REASONS = ["SPILLED", "NOT_ENTERED", "MEASURED_WRONG", "OTHER", "UNEXPLAINED"];

/** The name of a place: closed ones by cabinet and size. */
function named(place: Place, desk: Desk): string {
  const l = desk.language;
  if (place.kind !== "CLOSED") {
    return `${putName("place" + place.kind, l)} ${place.of}`;
  }
  const [cabinet, size] = place.of.split("/");
  return `${putName(cabinet, l)}: ${put("closedOf", l)} ${volume(Number(size), l)}`;
}

function input(name: string, text: string, needed: boolean): Drawn {
  return html`<label class="field">${text}<input name=${name} inputmode="decimal" autocomplete="off"
    ?required=${needed}></label>`;
}

function placeFields(place: Place, n: number, desk: Desk): Drawn {
  const l = desk.language;
  return html`<fieldset class="line-fields"><legend>${named(place, desk)} · ${place.batch}</legend>
    <div class="fields">${
    place.kind === "CLOSED"
      ? [
        input("containers" + n, put("howMany", l), false),
        html`<label class="field">${put("orScanned", l)}<textarea name=${"labels" + n} rows="2"
          autocomplete="off" spellcheck="false"></textarea></label>`,
      ]
      : place.byVolume === true
      ? input("volume" + n, `${put("volumeRead", l)} (mL)`, true)
      : [
        input("gross" + n, `${put("gross", l)} (g)`, true),
        place.kind === "WASTE" ? input("empty" + n, `${put("emptyWeight", l)} (g)`, false) : nothing,
      ]
  }</div></fieldset>`;
}

function counting(scope: Scope, desk: Desk): Drawn {
  const l = desk.language;
  return html`<ol class="steps"><li aria-current="step">${put("stepCount", l)}</li><li>${
    put("stepCompare", l)
  }</li><li>${put("stepBook", l)}</li></ol>
    <p class="lead">${put("countBlind", l)}</p>${
    form(
      desk,
      "count",
      "storeCounts",
      scope.places.map((p, n) => placeFields(p, n, desk)),
      (sent) => ({
        form: "count",
        path: "/api/stock/day/counts/found",
        body: countBody(sent, scope),
        done: "countsStored",
      }),
    )
  }`;
}

function verdict(line: Line, desk: Desk): Drawn {
  const l = desk.language;
  const labels = [
    ...line.missing.map((m) => `${put("missing", l)} ${m}`),
    ...line.extra.map((e) => `${put("extra", l)} ${e}`),
  ];
  return html`<span class="tag ${line.beyond ? "bad" : "good"}">${
    put(line.beyond ? "beyond" : "within", l)
  }</span>${labels.length === 0 ? nothing : html` ${labels.join(" · ")}`}`;
}

function reason(line: Line, n: number, desk: Desk): Drawn {
  const l = desk.language;
  return html`<fieldset class="line-fields"><legend>${named(line, desk)}</legend><div class="fields">
    <label class="field">${put("why", l)}<select name=${"reason" + n} required><option value="">–</option>${
    REASONS.map((r) => html`<option value=${r}>${putName("reason" + r, l)}</option>`)
  }</select></label><label class="field">${put("inWords", l)}<input name=${"words" + n} required
    autocomplete="off" maxlength="200"></label></div></fieldset>`;
}

function compared(stored: { count: string; lines: Line[] }, desk: Desk): Drawn {
  const l = desk.language;
  const beyond = stored.lines.filter((line) =>
    line.beyond || line.missing.length > 0 || line.extra.length > 0
  );
  return html`<ol class="steps"><li>✓ ${put("stepCount", l)}</li><li aria-current="step">${
    put("stepCompare", l)
  }</li><li>${put("stepBook", l)}</li></ol>${
    table(
      "comparison",
      ["place", "counted", "book", "differs", "limit", "verdict"],
      stored.lines.map((line) => [
        html`<b>${named(line, desk)}</b> · ${line.batch}`,
        line.countedMicrolitres === undefined
          ? put("unknown", l)
          : millilitres(line.countedMicrolitres, l),
        millilitres(line.bookMicrolitres, l),
        difference(line.differenceMicrolitres, l),
        millilitres(line.limitMicrolitres, l),
        verdict(line, desk),
      ]),
      l,
    )
  }<p class="hint">${put("lossApart", l)}</p>${
    form(
      desk,
      "book",
      "bookCount",
      beyond.map((line, n) => reason(line, n, desk)),
      (sent) => ({
        form: "book",
        path: "/api/stock/day/counts/booked",
        body: reasonsBody(sent, stored.count, beyond),
        done: "countBooked",
      }),
    )
  }<p class="more"><button class="act" @click=${() =>
    begin(desk, "/api/stock/day/counts/again", { count: stored.count })}>${
    put("countAgain", l)
  }</button></p>`;
}

/** A count begins: what was read of the book before is forgotten first. */
function begin(desk: Desk, path: string, body?: Act["body"]): void {
  desk.act({
    form: "begin",
    path,
    body: body ?? {},
    done: "countBegun",
    then: () => {
      desk.outcomes.clear();
      desk.purge();
    },
  });
}

/** The view. */
export function countView(desk: Desk): Drawn {
  const l = desk.language;
  return shown<Counting>(desk.look("/api/stock/day"), l, (now) => {
    if (now.counting && now.scope !== undefined) {
      return counting(now.scope, desk);
    }
    if (now.stored !== undefined && now.booked !== true) {
      return compared(now.stored, desk);
    }
    return html`${
      now.booked === true
        ? html`<div class="notice good" role="status"><p><b>✓ ${put("isBooked", l)}</b> <a href="#/close">${
          put("toClose", l)
        }</a></p></div>`
        : nothing
    }<section class="panel"><h3>${put("blindCount", l)}</h3><p class="hint">${
      put("countHint", l)
    }</p><p class="ask-buttons"><button class="act strong" @click=${() =>
      begin(desk, "/api/stock/day/counts")}>${put("beginCount", l)}</button></p>${
      outcome(desk, "begin")
    }</section>`;
  });
}

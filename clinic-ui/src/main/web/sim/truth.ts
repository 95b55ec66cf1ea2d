// Where all liquid of a station truly is, and what its pump truly moved.

import { html, type TemplateResult } from "lit";
import { type Language, volume } from "../text/dose-text.ts";
import { sim, simName, type SimWord } from "../text/sim-words.ts";
import { CAME, decimal, FOUND, number, type Truth, unbalanced } from "./logic.ts";

const RUNS_SHOWN = 5;

/** The volumes and movements. */
export function truthView(truth: Truth, flowing: number, l: Language): TemplateResult {
  const row = ([name, word]: readonly [string, SimWord]) =>
    html`<div><dt>${sim(word, l)}</dt><dd data-of=${name}>${
      volume(number(truth, name), l)
    }</dd></div>`;
  const apart = unbalanced(truth);
  const grams = decimal(number(truth, "scaleTrueMicrograms") / 1_000_000, 2, l);
  return html`<div class="panel truth"><h2>${sim("truth", l)}</h2><dl class="rows">
    ${FOUND.slice(0, 3).map(row)}${row(["cupProductMicrolitres", "tProduct"])}
    ${FOUND.slice(3).map(row)}${CAME.map(row)}
    <div><dt>${sim("tScale", l)}</dt><dd>${grams}\u00a0g</dd></div>
    <div><dt>${sim("tFlow", l)}</dt><dd>${decimal(flowing, 0, l)}\u00a0µL/s</dd></div></dl>
    <p class="balance">${
    apart === 0
      ? "✓ " + sim("balanced", l)
      : html`<b>▲▲ ${sim("unbalanced", l)} ${volume(apart, l)}</b>`
  }</p>${runsView(truth, l)}</div>`;
}

function runsView(truth: Truth, l: Language): TemplateResult {
  const runs = Array.isArray(truth.runs) ? truth.runs.slice(-RUNS_SHOWN).toReversed() : [];
  return html`<h3>${sim("runs", l)}</h3>${
    runs.length === 0
      ? html`<p class="empty">${sim("noRuns", l)}</p>`
      : html`<table class="runs"><thead><tr><th>#</th><th>${sim("runCause", l)}</th><th>${
        sim("runCommanded", l)
      }</th><th>${sim("runMoved", l)}</th></tr></thead><tbody>${
        runs.map((r) =>
          html`<tr><td>${r.number}</td><td>${simName("cause-" + r.cause, l)}</td><td>${
            r.commandedMicrolitres === 0
              ? sim("unlimited", l)
              : volume(r.commandedMicrolitres, l)
          }</td><td>${volume(r.movedMicrolitres, l)}</td></tr>`
        )
      }</tbody></table>`
  }`;
}

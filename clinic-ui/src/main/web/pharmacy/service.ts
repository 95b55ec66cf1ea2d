// Service of a pump: the line, a purge that is owed, acts, calibration and its log, the control
// chart. STOP stands where it stands at the counter: left, large, never disabled.

import { html, nothing } from "lit";
import { put, putName } from "../text/pharmacy-words.ts";
import type { Refusal } from "../text/refusals.ts";
import { difference, millilitres } from "../text/stock-text.ts";
import { type Act, type Calibration, calibrationBody, freeShots, MAY_GO } from "./bodies.ts";
import { controlChart } from "./chart.ts";
import type { Desk } from "../desk/desk.ts";
import { choice, day, type Drawn, field, form, outcome, refused, shown, spare, table } from "../desk/parts.ts";
import { unitsPanel } from "./units.ts";

interface Service {
  line: { batch: string; microlitres: number }[];
  purgeOwed?: { why: string; purgedMicrolitres: number; firstShotOnly: boolean };
  poursNoDose?: Refusal;
  doses: number;
  differenceMillionths: number;
  level: string;
  open?: string;
  acts: Act[];
  calibrations: Calibration[];
  movedAlone: { day: string; how: string; missingMicrolitres: number }[];
}

function line(s: Service, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put("lineHolds", l)}</h3>${
    s.line.length === 0 ? html`<p class="empty">${put("lineEmpty", l)}</p>` : html`<ol class="segments">${
      s.line.map((one) => html`<li><b>${one.batch}</b> ${millilitres(one.microlitres, l)}</li>`)
    }</ol>`
  }${
    s.purgeOwed === undefined ? nothing : html`<div class="notice medium" role="status"><p><b>▲ ${
      put("purgeOwed", l)
    }</b> ${putName("purge" + s.purgeOwed.why, l)} · ${put("purgedYet", l)} ${
      millilitres(s.purgeOwed.purgedMicrolitres, l)
    }${s.purgeOwed.firstShotOnly ? ` · ${put("firstShot", l)}` : ""}</p></div>`
  }${s.poursNoDose === undefined ? nothing : refused(s.poursNoDose, l)}${controlChart(s, desk)}</section>`;
}

function begin(at: string, desk: Desk): Drawn {
  const l = desk.language;
  const kind = desk.memory.get("serviceKind") ?? "PRIME";
  return html`<section class="panel"><h3>${put("serviceAct", l)}</h3>${
    form(
      desk,
      "service",
      "startPump",
      [
        choice(
          "kind",
          "kind",
          Object.keys(MAY_GO).map((k) => [k, putName("service" + k, l)] as const),
          l,
          { chosen: kind, change: (to) => desk.remember("serviceKind", to) },
        ),
        choice("to", "goesTo", (MAY_GO[kind] ?? []).map((t) => [t, putName("to" + t, l)] as const), l),
        field("volume", "volume", l, { unit: "mL" }),
        spare("words", "inWords", l),
      ],
      (sent) => ({
        form: "service",
        path: at,
        body: {
          kind: sent.text("kind"),
          to: sent.text("to"),
          microlitres: sent.volume("volume"),
          words: sent.text("words"),
        },
        done: "serviceBegun",
      }),
    )
  }<details><summary>${put("sayPurge", l)}</summary>${
    form(
      desk,
      "owed",
      "noteIt",
      [
        choice("why", "why", ["CLEANED", "WATER", "STRENGTH"].map((w) =>
          [w, putName("purge" + w, l)] as const
        ), l),
        field("words", "inWords", l),
      ],
      (sent) => ({
        form: "owed",
        path: at + "/purge-owed",
        body: { why: sent.text("why"), words: sent.text("words") },
        done: "noted",
      }),
    )
  }</details></section>`;
}

/** An act is under way: what, how much, and where STOP is. */
function running(act: Act, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel" id="running"><h3>▲ ${putName("phase" + act.phase, l)}: ${
    putName("service" + act.kind, l)
  } · ${millilitres(act.commandedMicrolitres, l)} → ${putName("to" + act.to, l)}</h3><p class="hint">${
    put("stopAbove", l)
  }</p></section>`;
}

function settle(act: Act, at: string, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put("settleUnknown", l)}</h3><p class="hint">${
    putName("service" + act.kind, l)
  } · ${millilitres(act.commandedMicrolitres, l)} · ${put("neverRepeated", l)}</p>${
    form(
      desk,
      "settle",
      "store",
      [field("volume", "flowed", l, { unit: "mL" }), field("words", "howKnown", l)],
      (sent) => ({
        form: "settle",
        path: `${at}/${encodeURIComponent(act.act)}/settle`,
        body: { microlitres: sent.volume("volume"), words: sent.text("words") },
        done: "stored",
      }),
    )
  }</section>`;
}

function acts(s: Service, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put("serviceActs", l)}</h3>${
    s.acts.length === 0 ? html`<p class="empty">${put("noActs", l)}</p>` : table(
      "serviceActs",
      ["day", "kind", "goesTo", "told", "pumped", "weighed", "state"],
      s.acts.map((a) => [
        day(a.day, l),
        putName("service" + a.kind, l),
        putName("to" + a.to, l),
        millilitres(a.commandedMicrolitres, l),
        millilitres(a.pumpedMicrolitres, l),
        a.weighedMicrolitres === undefined ? "" : millilitres(a.weighedMicrolitres, l),
        html`<span class=${a.phase === "UNKNOWN" ? "tag care" : "tag plain"}>${
          putName("phase" + a.phase, l)
        }</span>`,
      ]),
      l,
    )
  }</section>`;
}

function calibration(s: Service, at: string, today: string, desk: Desk): Drawn {
  const l = desk.language;
  const shots = freeShots(s.acts, s.calibrations, today);
  return html`<section class="panel"><h3>${put("calibration", l)}</h3><p class="hint">${
    put("calibrationHint", l)
  }</p>${
    shots.length === 0 ? html`<p class="empty">${put("noShots", l)}</p>` : form(
      desk,
      "calibrate",
      "store",
      html`${
        choice("method", "method", [
          ["FLASK", put("flask", l)],
          ["WATER_WEIGHED", put("waterWeighed", l)],
        ], l)
      }${field("before", "factorBefore", l, { digits: true })}${
        field("after", "factorAfter", l, { digits: true })
      }${
        shots.map((a, n) =>
          html`<label class="field">${put("shot", l)} ${n + 1}: ${
            millilitres(a.commandedMicrolitres, l)
          } → mL<input name=${"shot-" + a.act} inputmode="decimal" autocomplete="off"></label>`
        )
      }`,
      (sent) => ({
        form: "calibrate",
        path: at + "/calibrations",
        body: calibrationBody(sent, shots.map((a) => a.act)),
        done: "calibrated",
      }),
    )
  }<h4>${put("calibrationLog", l)}</h4>${
    s.calibrations.length === 0 ? html`<p class="empty">${put("noCalibrations", l)}</p>` : table(
      "calibrationLog",
      ["day", "method", "told", "measured", "differs", "verdict"],
      s.calibrations.flatMap((c) =>
        c.shots.map((shot, n) => [
          n === 0 ? day(c.day, l) : "",
          n === 0 ? put(c.method === "FLASK" ? "flask" : "waterWeighed", l) : "",
          millilitres(shot.commandedMicrolitres, l),
          millilitres(shot.measuredMicrolitres, l),
          difference(shot.measuredMicrolitres - shot.commandedMicrolitres, l),
          n > 0 ? "" : html`<span class="tag ${c.passed ? "good" : "bad"}">${
            put(c.passed ? "passed" : "failedWord", l)
          }</span>`,
        ])
      ),
      l,
    )
  }</section>`;
}

/** STOP acts on the press, never asks and is never off. */
function stop(station: string, desk: Desk): Drawn {
  const l = desk.language;
  let pressedAt = -Infinity;
  const press = (e: Event) => {
    e.preventDefault();
    pressedAt = performance.now();
    desk.live.stop(station);
    desk.remember("stopped", station);
  };
  const click = () => {
    if (performance.now() - pressedAt > 1500) {
      desk.live.stop(station);
      desk.remember("stopped", station);
    }
  };
  return html`<div class="stop-row"><button id="stop" aria-label=${
    put("stopName", l)
  } @pointerdown=${press} @click=${click}>■ ${put("stop", l)}</button>${
    desk.memory.get("stopped") === station
      ? html`<p class="line stop-line" role="status">${put("stopSent", l)}</p>`
      : html`<p class="hint">${put("stopHint", l)}</p>`
  }</div>`;
}

/** The view. */
export function serviceView(desk: Desk): Drawn {
  const l = desk.language;
  const stations = desk.about?.stations ?? [];
  const station = desk.memory.get("serviceStation") ?? stations[0] ?? "";
  const at = `/api/stations/${encodeURIComponent(station)}/service`;
  const now = desk.look("/api/stock/day");
  const today = now.state === "there" ? now.body.day : "";
  return html`<div class="tabs" role="group" aria-label=${put("station", l)}>${
    stations.map((s) =>
      html`<button aria-pressed=${s === station} @click=${() => desk.remember("serviceStation", s)}>${
        put("station", l)
      } ${s}</button>`
    )
  }</div>${stop(station, desk)}${
    shown<Service>(desk.look(at), l, (s) => {
      const open = s.acts.find((a) => a.act === s.open);
      return html`${line(s, desk)}${
        open === undefined
          ? begin(at, desk)
          : open.phase === "UNKNOWN"
          ? settle(open, at, desk)
          : running(open, desk)
      }${outcome(desk, open === undefined ? "" : "service")}${unitsPanel(station, desk)}${
        calibration(s, at, today, desk)
      }${acts(s, desk)}${
        s.movedAlone.length === 0 ? nothing : html`<section class="panel"><h3>${
          put("movedAlone", l)
        }</h3>${
          table(
            "movedAlone",
            ["day", "what", "volume"],
            s.movedAlone.map((m) => [
              day(m.day, l),
              putName("moved" + m.how, l),
              millilitres(m.missingMicrolitres, l),
            ]),
            l,
          )
        }</section>`
      }`;
    })
  }`;
}

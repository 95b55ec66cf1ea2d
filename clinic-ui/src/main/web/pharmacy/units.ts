// Units of a station: which one stands where, a registered spare that takes the place of one that
// failed, and spares that are looked at in calm.

import { html } from "lit";
import { put, putName } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { choice, type Drawn, field, form, shown, spare as maybe, table } from "../desk/parts.ts";

interface Device {
  station: string;
  name: string;
  kind: string;
  up?: boolean;
  text?: string;
}

interface Spare {
  kind: string;
  identity: string;
}

const KINDS = ["PUMP", "SCALE", "FINGERPRINT", "TOKEN", "SCANNER"] as const;

function standing(devices: Device[], desk: Desk): Drawn {
  const l = desk.language;
  return table(
    "units",
    ["device", "state", "unit"],
    devices.map((d) => [
      d.name,
      html`<span class="tag ${d.up === true ? "good" : "bad"}">${
        put(d.up === true ? "deviceThere" : "deviceAway", l)
      }</span>`,
      d.text ?? "",
    ]),
    l,
  );
}

function change(station: string, devices: Device[], spares: Spare[], desk: Desk): Drawn {
  const l = desk.language;
  const chosen = desk.memory.get("unitDevice") ?? devices.find((d) => d.up !== true)?.name ??
    devices[0]?.name ?? "";
  const kind = devices.find((d) => d.name === chosen)?.kind.toUpperCase() ?? "";
  const fitting = spares.filter((s) => s.kind === kind);
  return html`<h4>${put("changeUnit", l)}</h4><p class="hint">${put("changeUnitHint", l)}</p>${
    form(
      desk,
      "unit",
      "noteIt",
      [
        choice("device", "device", devices.map((d) => [d.name, d.name] as const), l, {
          chosen,
          change: (to) => desk.remember("unitDevice", to),
        }),
        choice("identity", "spareUnit", fitting.map((s) => [s.identity, s.identity] as const), l),
        maybe("words", "inWords", l),
      ],
      (sent) => ({
        form: "unit",
        path: `/api/stations/${encodeURIComponent(station)}/unit`,
        body: {
          device: sent.text("device"),
          identity: sent.text("identity"),
          words: sent.text("words"),
        },
        done: "unitChanged",
      }),
    )
  }${fitting.length === 0 ? html`<p class="empty">${put("noSpare", l)}</p>` : ""}`;
}

function register(spares: Spare[], desk: Desk): Drawn {
  const l = desk.language;
  return html`<details><summary>${put("spares", l)} (${spares.length})</summary>${
    spares.length === 0 ? html`<p class="empty">${put("noSpares", l)}</p>` : table(
      "spares",
      ["unitKind", "unit"],
      spares.map((s) => [putName("unit" + s.kind, l), s.identity]),
      l,
    )
  }<p class="hint">${put("spareHint", l)}</p>${
    form(
      desk,
      "spare",
      "noteIt",
      [
        choice("kind", "unitKind", KINDS.map((k) => [k, putName("unit" + k, l)] as const), l),
        field("identity", "unit", l),
        maybe("words", "inWords", l),
      ],
      (sent) => ({
        form: "spare",
        path: "/api/spares",
        body: {
          kind: sent.text("kind"),
          identity: sent.text("identity"),
          words: sent.text("words"),
        },
        done: "noted",
      }),
    )
  }</details>`;
}

/** The panel of one station. */
export function unitsPanel(station: string, desk: Desk): Drawn {
  const l = desk.language;
  const again = () => {
    desk.refresh();
    desk.remember("unitsLooked", String(performance.now()));
  };
  return html`<section class="panel"><h3>${put("units", l)}</h3><p class="more"><button id="units-again" type="button" class="small-act" @click=${again}>${
    put("lookAgain", l)
  }</button></p>${
    shown<{ devices: Device[] }>(desk.look("/api/devices"), l, (all) => {
      const here = all.devices.filter((d) => d.station === station);
      return shown<{ spares: Spare[] }>(desk.look("/api/spares"), l, (found) =>
        html`${standing(here, desk)}${change(station, here, found.spares, desk)}${
          register(found.spares, desk)
        }`);
    })
  }</section>`;
}

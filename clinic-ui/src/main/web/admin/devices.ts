// Every device: there or not, who it is, what its line went through, and its last frames.

import { html, nothing } from "lit";
import { A } from "../text/admin-words.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { type Drawn, named, shown, table } from "../desk/parts.ts";

interface Device {
  station: string;
  name: string;
  kind: string;
  up?: boolean;
  text?: string;
  identity?: string;
  identityDemanded: string;
  counted: { timeouts: number; badFrames: number; retries: number; reopened: number };
}

interface Frame {
  millisAgo: number;
  toDevice: boolean;
  hex: string;
  meaning: string;
}

/** The newest of the frames that the service keeps. */
const FRAMES_SHOWN = 40;

function state(d: Device, desk: Desk): Drawn {
  const l = desk.language;
  return d.up === true
    ? html`<span class="tag good">✓ ${put(A.up, l)}</span>`
    : html`<span class="tag bad">▲▲ ${put(A.down, l)}</span>`;
}

/** How surely it is known; what is demanded beside it where that is more. */
function identity(d: Device, desk: Desk): Drawn {
  const l = desk.language;
  const known = named(A, "id-" + (d.identity ?? "none"), l);
  return d.identity === d.identityDemanded
    ? known
    : html`${known}<br><span class="under">${put(A.identityDemanded, l)} ${
      named(A, "id-" + d.identityDemanded, l)
    }</span>`;
}

function row(d: Device, desk: Desk): readonly unknown[] {
  const l = desk.language;
  return [
    html`<b>${d.name}</b> · ${put("station", l)} ${d.station} · ${named(A, d.kind, l)}<br><span
      class="under">${d.text ?? ""}</span>`,
    state(d, desk),
    identity(d, desk),
    d.counted.timeouts,
    d.counted.badFrames,
    d.counted.retries,
    d.counted.reopened,
    html`<button class="small-act" aria-label=${`${put(A.frames, l)}: ${d.name}`} aria-pressed=${
      desk.memory.get("device") === d.name
    } @click=${() => desk.remember("device", d.name)}>${put(A.frames, l)}</button>`,
  ];
}

function frames(device: string, desk: Desk): Drawn {
  const l = desk.language;
  const read = desk.look(`/api/devices/${encodeURIComponent(device)}`);
  return html`<section class="panel"><h3>${put(A.framesOf, l)} ${device}</h3>${
    shown<{ frames: Frame[] }>(read, l, ({ frames }) =>
      frames.length === 0 ? html`<p class="empty">${put(A.noFrames, l)}</p>` : table(
        A.frames,
        [A.ago, "", A.bytes, A.meaning],
        frames.slice(-FRAMES_SHOWN).reverse().map((f) => [
          `${Math.round(f.millisAgo / 1000)}\u00a0s`,
          put(f.toDevice ? A.toDevice : A.fromDevice, l),
          html`<code>${f.hex}</code>`,
          html`<span class="in-words">${f.meaning}</span>`,
        ]),
        l,
      ))
  }</section>`;
}

/** The view. */
export function devicesView(desk: Desk): Drawn {
  const l = desk.language;
  const device = desk.memory.get("device");
  return html`<section class="panel">${
    shown<{ devices: Device[] }>(desk.look("/api/devices"), l, ({ devices }) =>
      table(A.vDevices, [
        A.device,
        A.state,
        A.identity,
        A.timeouts,
        A.badFrames,
        A.retries,
        A.reopened,
        "",
      ], devices.map((d) => row(d, desk)), l))
  }</section>${device === undefined ? nothing : frames(device, desk)}`;
}

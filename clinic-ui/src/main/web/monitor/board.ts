// The clinic at a glance as the service tells it, and what follows from it: the answer in words, how
// grave it is, and shares. Nothing here knows a page.

import type { Language } from "../text/dose-text.ts";
import { monitor, MONITOR } from "../text/monitor-words.ts";
import { named } from "../text/lexicon.ts";

/** What a device was or is. */
export type Is = "READY" | "BUSY" | "TROUBLE" | "LOST";

/** A device over the day. */
export interface Device {
  station: string;
  kind: string;
  device: string;
  now: Is;
  losses: number;
  slotMinutes: number;
  /** Neighbouring slots that were alike; `from` as HH:mm. */
  runs: { is: Is; from: string; slots: number }[];
}

/** `GET /api/monitor`. */
export interface Board {
  site: string;
  day: string;
  time: string;
  care: { inTreatment: number; quota?: number };
  doses: {
    given: number;
    expected: number;
    daysCompared: number;
    hours: { hour: number; given: number; usualTenths: number }[];
  };
  waiting: {
    all: number;
    ready: number;
    atCounter: number;
    later: number;
    atDoctor: number;
    doctor: Record<string, number>;
    notCome: number;
  };
  open: { kind: string; count: number; since: string }[];
  modes: { station: string; mode: string; since: string }[];
  identity: { ways: Record<string, number>; doubts: number };
  stock: {
    counting: boolean;
    lasting: { microgramsPerMillilitre: number; days: number }[];
    last?: { day: string; missingMicrolitres: number; overMicrolitres: number };
  };
  stations: { station: string; staff?: number; bottle?: boolean; closed?: boolean }[];
  devices: Device[];
}

/** How grave the answer is. */
export type Grave = "none" | "some" | "care" | "high";

/** Counters at which somebody can be dosed just now: staff, a bottle, and a pump or hand pour. */
export function dosing(b: Board): number {
  const byHand = new Set(b.modes.filter((m) => m.mode === "hand-pour").map((m) => m.station));
  const without = new Set(
    b.devices.filter((d) => d.kind === "pump" && d.now === "LOST").map((d) => d.station),
  );
  return b.stations.filter((s) =>
    s.closed !== true && (s.staff ?? 0) > 0 && s.bottle === true &&
    (!without.has(s.station) || byHand.has(s.station))
  ).length;
}

/** Whether anybody waits without a dose, by how grave that is. */
export function grave(b: Board): Grave {
  const w = b.waiting;
  if (w.all === 0) {
    return "none";
  }
  if (dosing(b) === 0) {
    return "high";
  }
  const off = b.devices.some((d) => d.now === "LOST" || d.now === "TROUBLE");
  return w.atDoctor > 0 || w.later > 0 || off ? "care" : "some";
}

/** The answer to the question on top. */
export function answer(b: Board, l: Language): string {
  const all = b.waiting.all;
  return all === 0 ? monitor("nobody", l) : `${all} ${monitor(all === 1 ? "oneWaits" : "wait", l)}`;
}

/** Why they wait, as counts; groups with nobody are left out. */
export function reasons(b: Board, l: Language): string[] {
  const w = b.waiting;
  const said: string[] = [];
  const add = (n: number, words: string) => n > 0 ? said.push(`${words}: ${n}`) : 0;
  add(w.ready, monitor("ready", l));
  add(w.atCounter, monitor("atCounter", l));
  add(w.later, monitor("later", l));
  for (const [why, n] of Object.entries(w.doctor)) {
    add(n, `${monitor("doctor", l)} – ${named(MONITOR, "why" + why, l)}`);
  }
  return said;
}

/** What stands in the way of all of them together. */
export function obstacles(b: Board, l: Language): string[] {
  const said: string[] = [];
  if (b.waiting.all > 0 && dosing(b) === 0) {
    said.push(monitor("noStation", l));
  }
  for (const d of b.devices) {
    if (d.now === "LOST" || d.now === "TROUBLE") {
      said.push(`${kind(d.kind, l)} ${d.station}: ${monitor(d.now === "LOST" ? "isLOST" : "isTROUBLE", l)}`);
    }
  }
  for (const m of b.modes) {
    said.push(`${m.station}: ${named(MONITOR, "mode-" + m.mode, l)} (${monitor("since", l)} ${m.since})`);
  }
  return said;
}

/** A kind of device in words. */
export function kind(name: string, l: Language): string {
  return named(MONITOR, "kind" + name, l);
}

/** A share in whole percent; of nothing there is none. */
export function percentOf(part: number, whole: number): string {
  return whole === 0 ? "–" : `${Math.round(part * 100 / whole)}\u00a0%`;
}

/** Minutes since midnight of HH:mm. */
export function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Whole days from one day to another. */
export function daysOld(since: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000);
}

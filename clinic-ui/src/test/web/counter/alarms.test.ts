// Alarms and their sounds: the same level for what is seen and heard, and what may be silenced.
import { type Alarm, Bursts, BURSTS, SILENCE_MS } from "../live/sound.ts";
import type { Station } from "../live/station.ts";
import { alarms } from "./alarms.ts";
import { view } from "./flow.ts";

function same(actual: unknown, expected: unknown) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`expected ${JSON.stringify(expected)}, was ${JSON.stringify(actual)}`);
  }
}

const QUIET = { stale: false, moving: false, stop: "none", notices: [] } as const;

function station(more: Partial<Station>): Station {
  return { station: "s1", rev: 7, stage: "idle", users: ["a"], ready: false, devices: [], ...more };
}

function levels(s: Station, around: Parameters<typeof alarms>[2] = QUIET): string[] {
  return alarms(s, view(s, { staff: "a", locked: false }), around).map((a) => a.level);
}

function dose(phase: string): Station["dose"] {
  return {
    visit: "v1",
    phase,
    day: "2026-11-21",
    user: "a",
    identifiedBy: "CARD_AND_FINGER",
    person: {},
    pumpedMicrolitres: 0,
  };
}

const NOTICE = { code: "no-cup", rule: "", text: "", liftedBy: "" };

Deno.test("five tones, three, none; a high alarm is higher than a medium one", () => {
  same([BURSTS.high.length, BURSTS.medium.length, BURSTS.low.length], [5, 3, 0]);
  same(BURSTS.high[0].hertz > BURSTS.medium[0].hertz, true);
});

Deno.test("what is the way of every dose is no alarm", () => {
  same(levels(station({ dose: dose("REVIEWING"), notice: NOTICE })), []);
  same(levels(station({ dose: dose("POURING") })), []);
  same(levels(station({ dose: dose("POURING"), notice: NOTICE })), ["medium"]);
});

Deno.test("unknown outcome and an unconfirmed STOP are high, a difference and a lost device medium", () => {
  same(levels(station({ dose: dose("OUTCOME_UNKNOWN") })), ["high"]);
  same(levels(station({}), { ...QUIET, stop: "unconfirmed", moving: true }), ["high"]);
  same(levels(station({ dose: dose("DISCREPANCY") })), ["medium"]);
  const own = { ...dose("DISCREPANCY"), orderedMicrolitres: 8000, pumpedMicrolitres: 2000 };
  same(levels(station({ dose: { ...own, weighedMicrolitres: 2000 } as Station["dose"] })), []);
  same(levels(station({ devices: [{ name: "p", kind: "pump", up: false, text: "" }] })), ["medium"]);
});

Deno.test("a lost device whose mode was entered is told by its banner and no longer sounds", () => {
  const devices = [{ name: "p", kind: "pump", up: false, text: "" }] as Station["devices"];
  const mode = { mode: "hand-pour", since: "", by: "", reason: "" } as const;
  same(levels(station({ devices, modes: [mode] })), []);
  same(levels(station({ devices, modes: [{ ...mode, mode: "reader-outage" }] })), ["medium"]);
});

Deno.test("a lost line is medium at rest and high while liquid may flow, and hides older alarms", () => {
  const s = station({ dose: dose("OUTCOME_UNKNOWN") });
  same(levels(s, { ...QUIET, stale: true }), ["medium"]);
  same(levels(s, { ...QUIET, stale: true, moving: true }), ["high"]);
});

const MEDIUM: Alarm = { id: "m", level: "medium", again: true };
const HIGH: Alarm = { id: "h", level: "high", again: true };
const STANDING: Alarm = { id: "s", level: "medium", again: false };

Deno.test("it sounds at once, again while it stands, and a standing notice once", () => {
  const bursts = new Bursts();
  same([0, 200, 19_000, 20_000].map((t) => bursts.due([MEDIUM], t)), ["medium", null, null, "medium"]);
  same([30_000, 90_000].map((t) => bursts.due([STANDING], t)), ["medium", null]);
  same(bursts.due([], 100_000), null);
  same(bursts.due([MEDIUM], 100_200), "medium"); // come again
});

Deno.test("a silence ends by itself, by a new alarm, and is none while liquid may flow", () => {
  const bursts = new Bursts();
  bursts.due([MEDIUM], 0);
  bursts.silence([MEDIUM], false, 1000);
  same(bursts.silentFor(1000), SILENCE_MS.medium / 1000);
  same(bursts.due([MEDIUM], 60_000), null);
  same(bursts.due([MEDIUM, HIGH], 61_000), "high");
  same(bursts.silentFor(61_000), 0);
  bursts.silence([HIGH], true, 62_000);
  same(bursts.silentFor(62_000), 0);
  same(bursts.due([HIGH], 66_000), "high");
  bursts.silence([HIGH], false, 67_000);
  same(bursts.due([HIGH], 80_000), null);
  same(bursts.due([HIGH], 97_000), "high");
  same(Bursts.silenceable([STANDING], false), false);
});

// Which alarms stand, out of what is shown: the same level for colour, shape, word and sound.

import { atCounter, type Notice } from "../live/notices.ts";
import type { Alarm } from "../live/sound.ts";
import type { Device, Station } from "../live/station.ts";
import { MODES, type View } from "./flow.ts";
import type { StopState } from "./stop.ts";

/** What the page knows beside the station. */
export interface Around {
  stale: boolean;
  moving: boolean;
  stop: StopState;
  notices: readonly Notice[];
}

/** Phases before liquid: what is told there is the way of every dose (no cup yet), and no alarm. */
const BEFORE = new Set(["REVIEWING"]);

/** How loud a lost line is: nobody knows whether the pump goes on. */
export function lostLevel(moving: boolean): "high" | "medium" {
  return moving ? "high" : "medium";
}

/** Devices that are gone, but for those whose degraded mode somebody has entered: its banner tells it. */
export function lostDevices(station: Station): Device[] {
  const running = new Set((station.modes ?? []).map((m) => m.mode));
  const covered = new Set(MODES.filter((m) => running.has(m.mode)).map((m) => m.device));
  return station.devices.filter((d) => !d.up && !covered.has(d.kind));
}

/** Every alarm that stands now. A standing notice is told once; it waits for hours. */
export function alarms(station: Station | null, shown: View | null, around: Around): Alarm[] {
  const found: Alarm[] = [];
  if (around.stop === "unconfirmed") {
    found.push({ id: "stop", level: "high", again: true });
  }
  if (around.stale) {
    found.push({ id: "lost", level: lostLevel(around.moving), again: true });
    return found; // the rest is old data
  }
  if (station === null || shown === null) {
    return found;
  }
  for (const device of lostDevices(station)) {
    found.push({ id: "device " + device.name, level: "medium", again: true });
  }
  // Who stopped a pour is not shouted at: pump and scale agree, and one tap pours the rest (H107).
  if (shown.alarm !== "none" && shown.primary.word !== "pRest") {
    const of = shown.subject?.dose?.visit ?? station.stage;
    found.push({ id: `state ${of} ${shown.primary.word}`, level: shown.alarm, again: true });
  }
  const phase = station.dose?.phase;
  if (station.notice !== undefined && phase !== undefined && !BEFORE.has(phase)) {
    const level = shown.alarm === "high" ? "high" : "medium";
    found.push({ id: `notice ${station.notice.code} ${station.dose?.visit}`, level, again: true });
  }
  for (const notice of atCounter(around.notices, station.station)) {
    found.push({ id: "standing " + notice.kind + notice.of.join(), level: notice.level, again: false });
  }
  return found;
}

// The service's snapshots, as docs/api/live.md has them. Whole micrograms and microlitres.

import type { Refusal } from "../text/refusals.ts";

/** A person as a screen of staff shows them. */
export interface Person {
  portrait?: string;
  familyName?: string;
  givenName?: string;
  birthYear?: number;
  hasPhoto?: boolean;
  /** Somebody else of today has a name like this one. */
  similarName?: boolean;
}

/** A dose in one of the two lanes. */
export interface Dose {
  visit: string;
  phase: string;
  day: string;
  user: string;
  identifiedBy: string;
  person: Person;
  pumpedMicrolitres: number;
  orderedMicrograms?: number;
  orderedMicrolitres?: number;
  weighedMicrolitres?: number;
  confirmedByWeight?: boolean;
  /** Where its liquid comes from: the pump, a hand, or the downtime sheet. */
  source?: "PUMP" | "HAND" | "SHEET";
  /** Poured where no scale could weigh it. */
  unweighed?: boolean;
}

/** Today's dose with what was before. */
export interface Ordered {
  micrograms: number;
  microlitres: number;
  taken?: { day: string; micrograms: number; phase: string };
  prescribedDayBefore?: number;
  /** What the rules of treatment say beside it, in both languages. */
  told?: { code: string; rule: string; text: string; vietnamese: string }[];
}

/** The figures of a running pour. */
export interface Pour {
  commandedMicrolitres: number;
  pumpedMicrolitres: number;
  weighedMicrolitres: number;
}

/** One device. */
export interface Device {
  name: string;
  kind: "pump" | "scale" | "fingerprint" | "token" | "scanner";
  up: boolean;
  text: string;
}

/** The name of a degraded mode. */
export type ModeName = "hand-pour" | "pump-without-scale" | "reader-outage";

/** A degraded mode that a station is in. */
export interface Mode {
  mode: ModeName;
  since: string;
  by: string;
  reason: string;
}

/** What the counters run on, as a UPS tells it. */
export interface Power {
  state: "mains" | "battery" | "unknown";
  /** How long the battery lasts; nobody knows where it is left out. */
  minutes?: number;
  percent?: number;
  /** Folder with the list of who was dosed today and the downtime sheets. */
  papers?: string;
  /** They could not be written. */
  papersFailed?: boolean;
  newPours: boolean;
}

/** The clock and the clinic day do not agree. */
export interface Clock {
  mode: "AT_START" | "HELD" | "AHEAD" | "BACK";
  /** The clinic day. */
  day: string;
  /** The day that the clock says. */
  clock: string;
}

/** All of one counter; replaces what was before. */
export interface Station {
  station: string;
  rev: number;
  stage: "closed" | "idle" | "looking-up" | "finger" | "photo" | "no-read" | "doubt" | "identified";
  users: string[];
  ready: boolean;
  devices: Device[];
  candidate?: Person;
  dose?: Dose;
  watched?: Dose;
  ordered?: Ordered;
  /** The day that the clock says, while somebody has to confirm it. */
  confirmDay?: string;
  /** While the clock is in doubt. */
  clock?: Clock;
  live?: Pour;
  notice?: Refusal;
  /** What goes on while something is out of order. */
  modes?: Mode[];
  /** Only where a UPS is configured. */
  power?: Power;
  bottle?: { label: string; microgramsPerMillilitre: number; leftMicrolitres?: number };
}

/** A snapshot of all counters. */
export interface Snapshot {
  rev: number;
  serverMs: number;
  /** How many entries the journal has: another number says that something was written. */
  entries: number;
  stations: Station[];
}

/** Phases in which liquid may flow or an order to stop is not answered yet. */
export const MOVING: ReadonlySet<string> = new Set(["ARMED", "STARTING", "POURING", "STOPPED"]);

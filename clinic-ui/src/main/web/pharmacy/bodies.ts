// The bodies that the forms of the pharmacy send, and other logic without a page: so it is tested
// without one.

import { parseScaled } from "../text/stock-text.ts";
import { type Sent, without } from "../desk/fields.ts";

/** How far the control chart reaches to each side, millionths. */
export const MOST = 24_000;
const WIDTH = 560;

/** Where what an act pumps may go. */
export const MAY_GO: Readonly<Record<string, readonly string[]>> = {
  PRIME: ["WASTE", "BOTTLE"],
  PURGE: ["WASTE"],
  EMPTY: ["WASTE", "BOTTLE"],
  FLUSH: ["WASTE"],
  CALIBRATE: ["FLASK"],
  CHECK_SHOT: ["WASTE", "BOTTLE"],
};

/** A line of the delivery. */
export function lineBody(sent: Sent, n: number) {
  return without({
    batch: sent.text("batch" + n),
    product: sent.text("product" + n),
    expiry: sent.date("expiry" + n),
    densityMicrogramsPerMillilitre: sent.maybe("density" + n, 6),
    onPaper: sent.number("onPaper" + n, 0),
    containers: sent.number("containers" + n, 0),
  });
}

/** The body of a delivery with so many lines. */
export function deliveryBody(sent: Sent, lines: number) {
  return without({
    ours: sent.text("ours"),
    supplier: sent.text("supplier"),
    authority: sent.text("authority"),
    deliverer: sent.text("deliverer"),
    lines: Array.from({ length: lines }, (_, n) => lineBody(sent, n)),
    causes: sent.all("causes"),
    words: sent.text("words"),
  });
}

/** What was looked at in the morning. */
export function openingBody(sent: Sent, bottles: readonly string[], stations: readonly string[]) {
  return without({
    seal: sent.text("seal"),
    number: sent.text("number"),
    bottles: bottles.map((bottle) => ({ bottle, grossMicrograms: sent.weight("gross-" + bottle) })),
    stations: stations.map((station) => ({
      station,
      pump: sent.text("pump-" + station),
      scale: sent.text("scale-" + station),
      nominalMicrograms: sent.weight("nominal-" + station),
      readMicrograms: sent.weight("read-" + station),
      pumpPassed: sent.ticked("passed-" + station),
    })),
  });
}

/** A place that is counted. */
export interface Place {
  kind: string;
  of: string;
  batch: string;
  station?: string;
  byVolume?: boolean;
}

/** What is counted, and in which attempt. */
export interface Scope {
  count: string;
  attempt: number;
  places: Place[];
}

/** What was found at a place: a number or labels, a weight, or a volume. */
export function foundAt(sent: Sent, place: Place, n: number) {
  const of = { kind: place.kind, of: place.of, batch: place.batch };
  if (place.kind === "CLOSED") {
    const labels = sent.labels("labels" + n);
    return without(
      labels.length > 0
        ? { ...of, labels, containers: sent.maybe("containers" + n, 0) }
        : { ...of, containers: sent.number("containers" + n, 0) },
    );
  }
  return place.byVolume === true
    ? { ...of, volumeMicrolitres: sent.volume("volume" + n) }
    : without({
      ...of,
      grossMicrograms: sent.weight("gross" + n),
      emptyMicrograms: sent.maybeWeight("empty" + n),
    });
}

/** All that was found. */
export function countBody(sent: Sent, scope: Scope) {
  return {
    count: scope.count,
    attempt: scope.attempt,
    found: scope.places.map((place, n) => foundAt(sent, place, n)),
  };
}

/** The reasons of what is beyond its limit. */
export function reasonsBody(sent: Sent, count: string, beyond: readonly Place[]) {
  return {
    count,
    reasons: beyond.map((line, n) => ({
      kind: line.kind,
      of: line.of,
      batch: line.batch,
      reason: sent.text("reason" + n),
      words: sent.text("words" + n),
    })),
  };
}

/** What a correction is about: a place, and of a booked one its count. */
export function placeKey(of: Place & { count?: string }): string {
  return [of.count ?? "", of.kind, of.of, of.batch].join("|");
}

/** The body of a correction: the line that was chosen, however the list changed meanwhile. */
export function correctionBody(
  sent: Sent,
  act: "REVERSED" | "SETTLED",
  lines: readonly (Place & { count?: string })[],
) {
  const line = lines.find((one) => placeKey(one) === sent.text("of"));
  return without({
    act,
    count: line?.count,
    kind: line?.kind,
    of: line?.of,
    batch: line?.batch,
    reason: sent.text("reason"),
    words: sent.text("words"),
  });
}

/** An urgent report that was sent. */
export function sentBody(sent: Sent, report: string) {
  return { report, number: sent.text("number"), sent: sent.date("sent") };
}

/** A day so many months before, no later than the last of that month. */
export function monthsBefore(iso: string, months: number): string {
  const at = new Date(iso + "T00:00:00Z");
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - months + 1);
  at.setUTCDate(0);
  at.setUTCDate(Math.min(day, at.getUTCDate()));
  return at.toISOString().slice(0, 10);
}

/** The body of a close; bottles that were used since the count are weighed. */
export function closeBody(sent: Sent, today: string, bottles: readonly string[]) {
  const weighed = bottles.filter((b) => sent.text("gross-" + b) !== "");
  return without({
    day: today,
    seal: sent.text("seal"),
    storeTenths: sent.number("store", 1, -400),
    note: sent.text("note"),
    bottles: weighed.length === 0
      ? undefined
      : weighed.map((bottle) => ({ bottle, grossMicrograms: sent.weight("gross-" + bottle) })),
  });
}

/** A service act. */
export interface Act {
  act: string;
  kind: string;
  to: string;
  phase: string;
  day: string;
  commandedMicrolitres: number;
  pumpedMicrolitres: number;
  weighedMicrolitres?: number;
  by: string;
}

/** A line of the calibration log. */
export interface Calibration {
  calibration: string;
  day: string;
  method: string;
  shots: { act: string; commandedMicrolitres: number; measuredMicrolitres: number }[];
  factorBeforeMillionths: number;
  factorAfterMillionths: number;
  passed: boolean;
  by: string;
}

/** The shots of today that no calibration used yet. */
export function freeShots(acts: readonly Act[], used: readonly Calibration[], today: string): Act[] {
  const taken = new Set(used.flatMap((c) => c.shots.map((s) => s.act)));
  return acts.filter((a) =>
    a.kind === "CALIBRATE" && a.phase === "ENDED" && a.day === today && !taken.has(a.act)
  );
}

/** The body of a calibration: shots whose flask was read. */
export function calibrationBody(sent: Sent, shots: readonly string[]) {
  return {
    method: sent.text("method"),
    shots: shots.filter((s) => sent.text("shot-" + s) !== "").map((act) => ({
      act,
      measuredMicrolitres: sent.volume("shot-" + act),
    })),
    factorBeforeMillionths: sent.number("before", 6, 1),
    factorAfterMillionths: sent.number("after", 6, 1),
  };
}

/** Permit, minutes, council; waste of a station and batch, or bottles. */
export function destructionBody(sent: Sent) {
  const measured = sent.maybeVolume("measured");
  return without({
    permit: sent.text("permit"),
    minutes: sent.text("minutes"),
    method: sent.text("method"),
    council: sent.text("council").split(/[,;\n]+/).map((n) => n.trim()).filter((n) => n !== ""),
    waste: measured === undefined ? [] : [{
      station: sent.text("station"),
      batch: sent.text("batch"),
      measuredMicrolitres: measured,
      diluted: sent.ticked("diluted"),
    }],
    bottles: sent.labels("bottles"),
  });
}

/** Days, and what is looked for in them. */
export function scopeBody(sent: Sent) {
  return without({
    from: sent.date("from"),
    until: sent.date("until"),
    batch: sent.text("batch"),
    bottle: sent.text("bottle"),
    station: sent.text("station"),
  });
}

/** Whole days within what the service takes. */
export function wholeDays(text: string | undefined, otherwise: number, least: number): number {
  const typed = parseScaled(text ?? "", 0);
  return typed === null || typed < least || typed > 366 ? otherwise : typed;
}

/** Where a sheet is. */
export function sheetAt(sheet: string, period: string, day: string, l: string, as: string): string {
  return `/api/sheets/${[sheet, period, day, l, as].map(encodeURIComponent).join("/")}`;
}

/** Where a difference lies on the scale, 0 to its width; what is beyond lies at its end. */
export function place(millionths: number): number {
  const held = Math.max(-MOST, Math.min(MOST, millionths));
  return Math.round(((held + MOST) * WIDTH) / (2 * MOST));
}

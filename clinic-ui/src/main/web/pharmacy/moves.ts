// Which acts are for bottles as they stand, and what each act asks for. The service decides; this
// only keeps the page from offering what cannot be, and makes the body of the request.

import type { Sent } from "../desk/fields.ts";
import { without } from "../desk/fields.ts";

/** A bottle as the service lists it. */
export interface Bottle {
  bottle: string;
  state: string;
  batch: string;
  product: string;
  containerMicrolitres: number;
  floorMicrolitres: number;
  volumeMicrolitres?: number;
  expiry: string;
  receipt: string;
  paperOwed: boolean;
  heldFrom?: string;
  inUseUntil?: string;
  station?: string;
}

/** An act with bottles. */
export type MoveAct =
  | "ISSUE"
  | "PUT_BACK"
  | "OPEN"
  | "MOUNT"
  | "UNMOUNT"
  | "POOL"
  | "EMPTY"
  | "COUNT"
  | "BREAK"
  | "SETTLE"
  | "QUARANTINE"
  | "RELEASE"
  | "SEND_BACK"
  | "FIND";

const OPENED = ["OPEN", "MOUNTED"];

/** What an act asks for: once for all bottles, or for each. */
export interface Asks {
  from: readonly string[];
  one?: boolean;
  gross?: "maybe" | "needed";
  volume?: boolean;
  station?: "maybe" | "needed";
  into?: boolean;
  words?: "maybe" | "needed";
}

/** The acts, in the order of a bottle's life. */
export const ASKS: Readonly<Record<MoveAct, Asks>> = {
  ISSUE: { from: ["IN_STORE"] },
  PUT_BACK: { from: ["IN_DAY_CABINET"] },
  OPEN: { from: ["IN_DAY_CABINET"], words: "maybe" },
  MOUNT: { from: ["OPEN"], one: true, station: "needed", gross: "maybe", volume: true },
  UNMOUNT: { from: ["MOUNTED"], gross: "maybe" },
  POOL: { from: ["OPEN"], one: true, into: true, words: "needed" },
  EMPTY: { from: ["OPEN"] },
  COUNT: { from: ["OPEN", "QUARANTINED"], gross: "maybe", volume: true, words: "needed" },
  QUARANTINE: { from: ["IN_STORE", "IN_DAY_CABINET", "OPEN"], words: "needed" },
  RELEASE: { from: ["QUARANTINED"], words: "needed" },
  SEND_BACK: { from: ["QUARANTINED"], words: "needed" },
  FIND: { from: ["MISSING"], words: "needed" },
  BREAK: { from: ["IN_STORE", "IN_DAY_CABINET", "QUARANTINED", ...OPENED] },
  SETTLE: { from: ["BROKEN", "MISSING"], one: true, station: "maybe", volume: true, words: "needed" },
};

/** Whether an act is for this bottle; a count is of opened liquid, what goes back stands in the store. */
function fits(act: MoveAct, b: Bottle): boolean {
  const held = b.state === "QUARANTINED" ? b.heldFrom : undefined;
  return ASKS[act].from.includes(b.state) &&
    !(act === "COUNT" && held !== undefined && held !== "OPEN") &&
    !(act === "SEND_BACK" && held !== undefined && held !== "IN_STORE");
}

/** The acts that are for all of these bottles at once. */
export function actsFor(bottles: readonly Bottle[]): MoveAct[] {
  if (bottles.length === 0) {
    return [];
  }
  return (Object.keys(ASKS) as MoveAct[]).filter((act) =>
    (ASKS[act].one !== true || bottles.length === 1) && bottles.every((b) => fits(act, b))
  );
}

/** Whether an act is done by one tap, because nothing has to be typed for it. */
export function oneTap(act: MoveAct): boolean {
  const { gross, volume, station, into, words } = ASKS[act];
  return [gross, volume, station, into, words].every((asked) => asked === undefined);
}

/** The body of an act; what belongs to one bottle is in a field with its label. */
export function moveBody(act: MoveAct, labels: readonly string[], sent?: Sent) {
  return {
    act,
    bottles: labels.map((bottle) =>
      without({
        bottle,
        station: sent?.text("station"),
        into: sent?.text("into"),
        grossMicrograms: sent?.maybeWeight("gross-" + bottle),
        volumeMicrolitres: sent?.maybeVolume("volume-" + bottle),
        words: sent?.text("words"),
      })
    ),
  };
}

// What the counter shows and offers in each state: a pure function of what the service said. The
// primary button, the words above it, and the acts on the panel.

import type { Word } from "../text/words.ts";
import { clockChoices } from "./clock.ts";
import type { Dose, ModeName, Person, Station } from "../live/station.ts";

/** What a button does. */
export type Act =
  | { kind: "step"; visit: string; step: string; fields?: Record<string, unknown> }
  | { kind: "sign-in" }
  | { kind: "day"; day: string }
  | { kind: "hold-day"; day: string }
  | { kind: "cancel" }
  | { kind: "identity" }
  | { kind: "same-person" }
  | { kind: "mode"; mode: ModeName; enter: boolean; reason: string }
  | { kind: "form"; form: Form; visit: string; step: string };

/** A question before a step can be sent. */
export type Form = "taken" | "flowed" | "flowed-taken" | "vomited" | "wrong" | "less" | "passed-over";

/** A button of the panel. */
export interface Choice {
  word: Word;
  act: Act;
  grave?: boolean;
}

/** The primary button. */
export interface Primary {
  /** Its large words; `dose` adds the dose in mg, `rest` the missing amount, `person` the name. */
  word: Word;
  adds?: "dose" | "rest" | "person" | "day";
  attest?: Word;
  act: Act | null;
  tone: "go" | "resolve" | "off";
}

/** All that the station page shows of a state. */
export interface View {
  /** Who is in the middle of the screen; none when nobody is. */
  subject: { person: Person; dose: Dose | null; confirmed: boolean } | null;
  /** The dose in the other lane, shown beside. */
  beside: Dose | null;
  primary: Primary;
  advice: Word;
  choices: Choice[];
  /** Shows ordered, pumped and weighed side by side. */
  amounts: boolean;
  /** Black on yellow or white on red, where something needs care. */
  alarm: "none" | "medium" | "high";
}

/** Who looks at the page. */
export interface Reader {
  staff: string | null;
  locked: boolean;
}

const OFF = (word: Word): Primary => ({ word, act: null, tone: "off" });

function step(word: Word, visit: string, name: string, grave = false): Choice {
  return { word, act: { kind: "step", visit, step: name }, grave };
}

function form(word: Word, dose: Dose, name: string, which: Form, grave = false): Choice {
  return { word, act: { kind: "form", form: which, visit: dose.visit, step: name }, grave };
}

/** What pump and scale still lack of the order, in µL, by the scale where it can tell. */
export function missing(dose: Dose): number {
  const inCup = dose.weighedMicrolitres ?? dose.pumpedMicrolitres;
  return Math.max(0, (dose.orderedMicrolitres ?? 0) - inCup);
}

/** The missing amount in µg, rounded down to whole tenths of a milligram. */
export function missingMicrograms(dose: Dose): number {
  const volume = dose.orderedMicrolitres ?? 0;
  const drug = dose.orderedMicrograms ?? 0;
  return volume === 0 ? 0 : Math.floor((missing(dose) * drug) / volume / 100) * 100;
}

/** Whether pump and scale agree within the accept band: 0.10 mL or 2 % of the order. */
export function agree(pumped: number, weighed: number, ordered: number): boolean {
  return Math.abs(pumped - weighed) <= Math.max(100, Math.floor(ordered / 50));
}

function witnessesAgree(dose: Dose): boolean {
  const weighed = dose.weighedMicrolitres;
  return weighed !== undefined &&
    agree(dose.pumpedMicrolitres, weighed, dose.orderedMicrolitres ?? 0);
}

type Part = Pick<View, "primary" | "advice" | "choices" | "amounts" | "alarm">;

function plain(primary: Primary, advice: Word, choices: Choice[] = []): Part {
  return { primary, advice, choices, amounts: false, alarm: "none" };
}

function reviewing(dose: Dose, ready: boolean, mine: boolean): Part {
  const acts: Choice[] = [
    step("notFit", dose.visit, "not-fit", true),
    step("callDoctor", dose.visit, "call-doctor", true),
    step("leftAct", dose.visit, "left"),
  ];
  if (!mine) {
    const again: Choice = { word: "signIn", act: { kind: "sign-in" } };
    return plain(OFF("pOther"), "aOther", [...acts, again]);
  }
  return ready
    ? plain(
      {
        word: "pour",
        adds: "dose",
        attest: "attestPour",
        act: { kind: "step", visit: dose.visit, step: "pour" },
        tone: "go",
      },
      "aReady",
      [...acts, form("lessAct", dose, "pour", "less")],
    )
    : plain(OFF("pPreparing"), "aPreparing", acts);
}

/** Each degraded mode: the device it stands in for, and the words of its two acts. */
export const MODES: readonly { mode: ModeName; device: string; enter: Word; leave: Word }[] = [
  { mode: "hand-pour", device: "pump", enter: "enterHandPour", leave: "leaveHandPour" },
  {
    mode: "pump-without-scale",
    device: "scale",
    enter: "enterWithoutScale",
    leave: "leaveWithoutScale",
  },
  {
    mode: "reader-outage",
    device: "fingerprint",
    enter: "enterReaderOutage",
    leave: "leaveReaderOutage",
  },
];

/**
 * Degraded modes to enter or leave: one is offered when its device is gone, or when pump and scale
 * do not get ready and the service has said why.
 */
export function modeChoices(station: Station): Choice[] {
  const running = new Set((station.modes ?? []).map((m) => m.mode));
  const pours = running.has("hand-pour") || running.has("pump-without-scale");
  const stuck = station.dose?.phase === "REVIEWING" && !station.ready &&
    station.notice !== undefined;
  return MODES.flatMap(({ mode, device, enter, leave }): Choice[] => {
    const reason = station.notice?.code ?? device;
    if (running.has(mode)) {
      return [{ word: leave, act: { kind: "mode", mode, enter: false, reason } }];
    }
    const gone = station.devices.some((d) => d.kind === device && !d.up);
    const wanted = mode === "reader-outage" ? gone : !pours && (gone || stuck);
    return wanted ? [{ word: enter, act: { kind: "mode", mode, enter: true, reason } }] : [];
  });
}

/** The dispenser draws into the cup on the scale and says when it is done. */
function drawing(dose: Dose): Part {
  const poured: Act = { kind: "step", visit: dose.visit, step: "poured" };
  return { ...plain({ word: "pDrawn", act: poured, tone: "go" }, "aDraw"), amounts: true };
}

function discrepancy(dose: Dose): Part {
  const id = dose.visit;
  const restPossible = witnessesAgree(dose) && missing(dose) > 100;
  const choices = [
    step("asItIs", id, "as-it-is"),
    step("drawnOff", id, "drawn-off"),
    step("discard", id, "discard"),
  ];
  const rest: Primary = {
    word: "pRest",
    adds: "rest",
    act: { kind: "step", visit: id, step: "rest" },
    tone: "resolve",
  };
  return restPossible
    ? { primary: rest, advice: "aRest", choices, amounts: true, alarm: "medium" }
    : {
      primary: OFF("pResolve"),
      advice: "aResolve",
      choices: [step("rest", id, "rest"), ...choices],
      amounts: true,
      alarm: "medium",
    };
}

function unknown(dose: Dose): Part {
  return {
    primary: OFF("pUnknown"),
    advice: "aUnknown",
    choices: [
      step("unknownUnmoved", dose.visit, "unknown-unmoved"),
      step("unknownInCup", dose.visit, "unknown-in-cup"),
      form("unknownDiscarded", dose, "unknown-discarded", "flowed"),
      form("unknownDrunk", dose, "unknown-drunk", "flowed-taken"),
      form("unknownForEver", dose, "unknown-for-ever", "flowed"),
    ],
    amounts: true,
    alarm: "high",
  };
}

/** The ways a handed-over dose can end, beside the swallow. */
export function otherEnds(dose: Dose): Choice[] {
  return [
    form("partTaken", dose, "part-taken", "taken"),
    step("givenBack", dose.visit, "given-back"),
    form("spilled", dose, "spilled", "taken"),
    step("walkedOff", dose.visit, "walked-off"),
    step("notSeen", dose.visit, "not-seen"),
  ];
}

function handedOver(dose: Dose): Part {
  return plain(
    {
      word: "attestSwallowed",
      act: { kind: "step", visit: dose.visit, step: "swallowed" },
      tone: "go",
    },
    "aSwallowed",
    otherEnds(dose),
  );
}

/** Lifting the cup hands it over; a cup that the scale does not see is handed over by a tap. */
function measured(dose: Dose, scale: boolean): Part {
  const seen = scale && dose.weighedMicrolitres !== undefined;
  const handOver: Act = { kind: "step", visit: dose.visit, step: "hand-over" };
  const acts = [step("hold", dose.visit, "hold"), step("discard", dose.visit, "discard")];
  return seen
    ? plain({ ...OFF("pLift"), adds: "person" }, "aLift", [
      { word: "handOverAct", act: handOver },
      ...acts,
    ])
    : plain({ word: "pHandOver", adds: "person", act: handOver, tone: "go" }, "aHandOver", acts);
}

function ofDose(dose: Dose, station: Station, mine: boolean): Part {
  const ready = station.ready;
  const scale = station.devices.every((d) => d.kind !== "scale" || d.up);
  switch (dose.phase) {
    case "REVIEWING":
      return reviewing(dose, ready, mine);
    case "ARMED":
    case "STARTING":
    case "POURING":
      return dose.source === "HAND" ? drawing(dose) : { ...plain(OFF("pPouring"), "aPouring"), amounts: true };
    case "STOPPED":
      return { ...plain(OFF("pStopping"), "aStopping"), amounts: true };
    case "SETTLING":
    case "TOP_UP":
      return { ...plain(OFF("pSettling"), "aSettling"), amounts: true };
    case "MEASURED":
      return { ...measured(dose, scale), amounts: true };
    case "HELD":
      return {
        ...plain(OFF("pHeld"), "aHeld", [step("discard", dose.visit, "discard")]),
        amounts: true,
        alarm: "medium",
      };
    case "DISCREPANCY":
      return discrepancy(dose);
    case "OUTCOME_UNKNOWN":
      return unknown(dose);
    case "HANDED_OVER":
      return handedOver(dose);
    default:
      return plain(OFF("pWaiting"), "aWaiting");
  }
}

function identification(station: Station): Part {
  const cancel: Choice = { word: "cancelIdentification", act: { kind: "cancel" } };
  const two = (word: Word): Primary => ({ word, act: { kind: "identity" }, tone: "resolve" });
  switch (station.stage) {
    case "looking-up":
      return plain(OFF("pLookingUp"), "aFinger");
    case "finger":
      return plain(OFF("pFinger"), "aFinger", [cancel]);
    case "photo":
      // Fingerprints are refused: the equal path, by one person, without an alarm.
      return plain(
        { word: "pPhoto", act: { kind: "same-person" }, tone: "go" },
        "aPhoto",
        [cancel],
      );
    case "no-read":
      return {
        ...plain(
          {
            word: "pNoRead",
            act: { kind: "form", form: "passed-over", visit: "", step: "" },
            tone: "resolve",
          },
          "aNoRead",
          [cancel],
        ),
        alarm: "medium",
      };
    case "doubt":
      return { ...plain(two("pDoubt"), "aDoubt", [cancel]), alarm: "high" };
    case "closed":
    case "idle":
    case "identified":
      return station.confirmDay === undefined ? plain(OFF("pWaiting"), "aWaiting") : {
        ...plain({
          word: "pDay",
          adds: "day",
          act: { kind: "day", day: station.confirmDay },
          tone: "resolve",
        }, "aDay"),
        alarm: "medium",
      };
  }
}

const ASKING = new Set(["looking-up", "finger", "photo", "no-read", "doubt"]);

/** The view of a station for whoever looks at it. */
export function view(station: Station, reader: Reader): View {
  const { dose, watched } = station;
  const candidate = ASKING.has(station.stage) ? station.candidate : undefined;
  // Whom the card names comes before the cup of another: he stands at the counter now.
  const identifies = candidate !== undefined && !(dose !== undefined && inHand(dose));
  const shown = identifies ? null : dose ?? watched ?? null;
  const part = identifies || shown === null
    ? identification(station)
    : ofDose(shown, station, shown.user === reader.staff);
  const subject = identifies
    ? { person: candidate, dose: null, confirmed: false }
    : shown === null
    ? null
    : { person: shown.person, dose: shown, confirmed: shown.phase !== "HELD" };
  const other = identifies ? dose ?? watched : shown === dose ? watched : undefined;
  return { ...guarded(station, reader, part), subject, beside: other ?? null };
}

function inHand(dose: Dose): boolean {
  return dose.phase !== "HELD" && dose.phase !== "MEASURED";
}

/** Without login, behind a lock or not signed in here nothing is offered but STOP. */
function guarded(station: Station, reader: Reader, part: Part): Part {
  if (reader.staff === null) {
    return { ...part, primary: OFF("pLogin"), advice: "aLogin", choices: [] };
  }
  if (reader.locked) {
    return { ...part, primary: OFF("pLocked"), advice: "aLocked", choices: [] };
  }
  if (!station.users.includes(reader.staff)) {
    const signIn: Primary = { word: "signIn", act: { kind: "sign-in" }, tone: "go" };
    return { ...part, primary: signIn, advice: "aSignIn", choices: [] };
  }
  const modes = station.dose === undefined || station.dose.phase === "REVIEWING";
  const more = [...clockChoices(station), ...modeChoices(station)];
  return modes ? { ...part, choices: [...part.choices, ...more] } : part;
}

/** While less is being asked for there is one way to pour: the form's own, never the whole dose. */
export function whileAsking(shown: View, form: Form | null): View {
  return form === "less" ? { ...shown, primary: OFF("pLess") } : shown;
}

/** Steps that a second person may have to sign. */
export const SIGNABLE: ReadonlySet<string> = new Set([
  "pour",
  "as-it-is",
  "discard",
  "unknown-in-cup",
  "unknown-drunk",
  "unknown-for-ever",
  "unknown-discarded",
  "correction",
]);

/**
 * The id of a command: made of visit, step and state, so that a double tap is one command. A visit
 * is poured once; other steps may come again in a later state.
 */
export function commandId(visit: string, name: string, rev: number): string {
  return `${visit}/${name}/${name === "pour" ? 1 : rev % 1_000_000}`;
}

// Days of a patient told in one word, runs of days, and how far a dose is from the one before.
import { dayOf, farFrom, type History, orderedOn, plusDays, runs, weeks } from "./days.ts";

const DOSE = { kind: "OBSERVED", place: "OF_THE_DAY", confirmed: true, vomited: false } as const;

function order(firstDay: string, lastDay: string, micrograms: number) {
  return {
    prescription: firstDay, stage: "MAINTENANCE", firstDay, lastDay, now: true, by: "", signedOn: firstDay,
    overLimits: false, reason: "", steps: [{ from: firstDay, doseMicrograms: micrograms }],
  };
}

function dose(day: string, taken = 80_000, more = {}) {
  return { ...DOSE, day, doseMicrograms: 80_000, takenMicrograms: taken, ...more };
}

const H: History = {
  patient: "p1", today: "2026-11-12", since: "2026-11-02", inCare: true, pregnant: false,
  prescriptions: [order("2026-11-04", "2026-11-30", 80_000)],
  doses: [dose("2026-11-04"), dose("2026-11-05"), dose("2026-11-07", 40_000), dose("2026-11-08", 80_000, { vomited: true })],
  missed: ["2026-11-06", "2026-11-09", "2026-11-10"],
  holds: [], reviews: [], letters: [], added: [],
};

function is(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
  }
}

Deno.test("each day has one state; what was taken goes before what was ordered", () => {
  const states = ["03", "04", "06", "07", "08", "11", "12", "20"].map((d) => dayOf(H, "2026-11-" + d).state);
  is(states, ["nothing", "taken", "missed", "part", "vomited", "closedOrNot", "planned", "planned"]);
  is(dayOf(H, "2026-11-07").micrograms, 40_000);
});

Deno.test("a later order holds where two would", () => {
  const h = { ...H, prescriptions: [...H.prescriptions, order("2026-11-10", "2026-12-30", 85_000)] };
  is([orderedOn(h, "2026-11-09"), orderedOn(h, "2026-11-10"), orderedOn(h, "2027-01-01")], [80_000, 85_000, null]);
});

Deno.test("days that are alike are one run, the latest first", () => {
  is(runs(H).map((r) => `${r.state} ${r.days}`), [
    "closedOrNot 1", "missed 2", "vomited 1", "part 1", "missed 1", "taken 2",
  ]);
});

Deno.test("weeks begin on Monday and end after this one; empty ones before treatment are left out", () => {
  is(weeks(H).map((w) => w[0].day), ["2026-11-02", "2026-11-09", "2026-11-16"]);
  is(weeks({ ...H, since: "2026-09-14" })[0][0].day, "2026-11-02");
  is(plusDays("2026-12-31", 1), "2027-01-01");
});

Deno.test("ten times, twice and half are told apart; nothing before is no distance", () => {
  is([farFrom(800, 80), farFrom(160, 80), farFrom(40, 80), farFrom(85, 80), farFrom(800, null)], [
    "tenfold", "twice", "half", null, null,
  ]);
});

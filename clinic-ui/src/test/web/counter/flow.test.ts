// What the counter offers in each state: the rules of the controls, and of a lock.
import { agree, commandId, missingMicrograms, view, whileAsking } from "./flow.ts";
import type { Dose, Station } from "../live/station.ts";

function same(actual: unknown, expected: unknown) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`expected ${JSON.stringify(expected)}, was ${JSON.stringify(actual)}`);
  }
}

const ME = { staff: "a", locked: false };

function dose(phase: string, more: Partial<Dose> = {}): Dose {
  return {
    visit: "v1",
    phase,
    day: "2026-11-21",
    user: "a",
    identifiedBy: "CARD_AND_FINGER",
    person: { portrait: "1" },
    pumpedMicrolitres: 0,
    orderedMicrograms: 85_000,
    orderedMicrolitres: 8_500,
    ...more,
  };
}

function station(more: Partial<Station>): Station {
  return { station: "s1", rev: 7, stage: "idle", users: ["a"], ready: false, devices: [], ...more };
}

const PHASES = [
  "REVIEWING", "ARMED", "STARTING", "POURING", "STOPPED", "SETTLING", "TOP_UP", "MEASURED", "HELD",
  "DISCREPANCY", "OUTCOME_UNKNOWN",
];

Deno.test("pour is offered only to a prepared visit, with its attestation", () => {
  const off = view(station({ dose: dose("REVIEWING") }), ME);
  same(off.primary.act, null);
  const ready = view(station({ dose: dose("REVIEWING"), ready: true }), ME);
  same(ready.primary, {
    word: "pour",
    adds: "dose",
    attest: "attestPour",
    act: { kind: "step", visit: "v1", step: "pour" },
    tone: "go",
  });
  same(ready.choices.map((c) => c.word), ["notFit", "callDoctor", "leftAct", "lessAct"]);
  same(off.choices.map((c) => c.word), ["notFit", "callDoctor", "leftAct"]);
});

Deno.test("while less is asked for the large button pours nothing", () => {
  const ready = view(station({ dose: dose("REVIEWING"), ready: true }), ME);
  same(whileAsking(ready, "less").primary.act, null);
  same(whileAsking(ready, null).primary, ready.primary);
  same(whileAsking(ready, "vomited").primary, ready.primary);
});

Deno.test("a visit bound to another user is not poured by this one", () => {
  const others = view(station({ dose: dose("REVIEWING", { user: "b" }), ready: true }), ME);
  same(others.primary.act, null);
  same(others.choices.at(-1)?.act, { kind: "sign-in" });
});

Deno.test("a measured cup is lifted, not tapped, while the scale is up; without it a tap hands over", () => {
  const scale = (up: boolean) => ({ name: "s1-scale", kind: "scale" as const, up, text: "" });
  const weighed = dose("MEASURED", { weighedMicrolitres: 8_500 });
  const at = (up: boolean) => view(station({ dose: weighed, devices: [scale(up)] }), ME);
  same(at(true).primary, { word: "pLift", act: null, tone: "off", adds: "person" });
  const handOver = { kind: "step", visit: "v1", step: "hand-over" };
  same(at(true).choices[0]?.act, handOver);
  same(at(false).primary, { word: "pHandOver", adds: "person", act: handOver, tone: "go" });
  same(at(false).choices.map((c) => c.word), ["hold", "discard"]);
});

Deno.test("a cup that was never weighed is handed over by a tap: its lift may not be seen", () => {
  const up = { name: "s1-scale", kind: "scale" as const, up: true, text: "" };
  const shown = view(station({ dose: dose("MEASURED"), devices: [up] }), ME);
  const handOver = { kind: "step", visit: "v1", step: "hand-over" };
  same(shown.primary, { word: "pHandOver", adds: "person", act: handOver, tone: "go" });
});

Deno.test("after STOP the primary button never pours the whole dose again (control 4)", () => {
  for (const phase of PHASES.filter((p) => p !== "REVIEWING")) {
    const shown = view(station({ dose: dose(phase, { pumpedMicrolitres: 4_000 }), ready: true }), ME);
    const act = shown.primary.act;
    if (act?.kind === "step" && act.step === "pour") {
      throw new Error(phase);
    }
  }
});

Deno.test("the rest is one tap when pump and scale agree, and no tap when they do not", () => {
  const agreed = dose("DISCREPANCY", { pumpedMicrolitres: 4_300, weighedMicrolitres: 4_310 });
  const shown = view(station({ dose: agreed }), ME);
  same(shown.primary.act, { kind: "step", visit: "v1", step: "rest" });
  same(missingMicrograms(agreed), 41_900);
  const apart = dose("DISCREPANCY", { pumpedMicrolitres: 4_300, weighedMicrolitres: 2_000 });
  same(view(station({ dose: apart }), ME).primary.act, null);
  same(agree(5_000, 5_101, 5_000), false);
  same(agree(5_000, 5_100, 5_000), true);
});

Deno.test("a lock hides no patient whose cup is out, and offers nothing", () => {
  const shown = view(station({ watched: dose("HANDED_OVER") }), { staff: "a", locked: true });
  same(shown.subject?.dose?.visit, "v1");
  same(shown.primary.act, null);
  same(shown.choices, []);
});

Deno.test("nobody logged in or signed in elsewhere: nothing is offered but to sign in", () => {
  const here = station({ dose: dose("REVIEWING"), ready: true });
  same(view(here, { staff: null, locked: false }).primary.act, null);
  same(view(here, { staff: "b", locked: false }).primary.act, { kind: "sign-in" });
  same(view(here, { staff: "b", locked: false }).choices, []);
});

Deno.test("two cups: the one on the scale is in the middle, the other beside it", () => {
  const shown = view(
    station({ dose: dose("POURING"), watched: dose("HANDED_OVER", { visit: "v0" }) }),
    ME,
  );
  same(shown.subject?.dose?.visit, "v1");
  same(shown.beside?.visit, "v0");
});

Deno.test("the person a card names is shown before the finger's result, the held cup beside", () => {
  const shown = view(
    station({ stage: "finger", candidate: { portrait: "2" }, dose: dose("HELD") }),
    ME,
  );
  same(shown.subject, { person: { portrait: "2" }, dose: null, confirmed: false });
  same(shown.beside?.phase, "HELD");
});

Deno.test("whoever takes a held cup is identified again: the finger of before confirms nobody", () => {
  same(view(station({ dose: dose("HELD") }), ME).subject?.confirmed, false);
  same(view(station({ dose: dose("MEASURED") }), ME).subject?.confirmed, true); // the control
});

Deno.test("who refuses fingerprints is known by the photo, by one tap and without an alarm", () => {
  const shown = view(station({ stage: "photo", candidate: { portrait: "2" } }), ME);
  same(shown.primary.act, { kind: "same-person" });
  same(shown.alarm, "none");
  same(shown.subject?.confirmed, false);
  const noRead = view(station({ stage: "no-read", candidate: { portrait: "2" } }), ME);
  same(noRead.primary.act, { kind: "form", form: "passed-over", visit: "", step: "" });
});

Deno.test("a double tap is one command: the id is of visit, step and state", () => {
  same(commandId("v1", "pour", 12), "v1/pour/1");
  same(commandId("v1", "pour", 13), "v1/pour/1");
  same(commandId("v1", "hold", 12), "v1/hold/12");
  same(commandId("v1", "hold", 1_000_012), "v1/hold/12");
});

Deno.test("a day that nobody confirmed is the one thing offered, and to who is signed in only", () => {
  const asked = view(station({ confirmDay: "2026-11-25" }), ME);
  same(asked.primary.act, { kind: "day", day: "2026-11-25" });
  same(view(station({ confirmDay: "2026-11-25", users: [] }), ME).primary.act, { kind: "sign-in" });
  same(view(station({}), ME).primary.act, null);
});

Deno.test("a wrong clock stops nobody for longer than one act", () => {
  const clock = (mode: "AT_START" | "HELD" | "AHEAD" | "BACK", says: string) =>
    view(station({ clock: { mode, day: "2026-11-25", clock: says } }), ME).choices.map((c) =>
      c.act
    );
  same(clock("AT_START", "1970-01-01"), [{ kind: "hold-day", day: "2026-11-25" }]);
  same(clock("AT_START", "2026-11-26"), []); // the primary button confirms it
  same(clock("HELD", "1970-01-01"), []);
  same(clock("HELD", "2026-11-26"), [{ kind: "day", day: "2026-11-26" }]);
  same(clock("AHEAD", "2026-11-28"), [{ kind: "day", day: "2026-11-28" }]);
  same(clock("BACK", "2026-11-20"), []);
});

Deno.test("a mode is offered when its device is gone or pump and scale do not get ready", () => {
  const down = (kind: "pump" | "scale" | "fingerprint") =>
    station({ devices: [{ name: "x", kind, up: false, text: "" }] });
  const words = (s: Station) => view(s, ME).choices.map((c) => c.word);
  same(words(station({})), []);
  same(words(down("pump")), ["enterHandPour"]);
  same(words(down("scale")), ["enterWithoutScale"]);
  same(words(down("fingerprint")), ["enterReaderOutage"]);
  const notice = { code: "port-lost", rule: "", text: "", liftedBy: "" };
  same(words(station({ dose: dose("REVIEWING"), notice })), [
    "notFit", "callDoctor", "leftAct", "enterHandPour", "enterWithoutScale",
  ]);
  same(words(station({ dose: dose("DISCREPANCY"), notice })).includes("enterHandPour"), false);
});

Deno.test("a mode that runs is left by a button, and no other of its sort is offered", () => {
  const mode = { mode: "hand-pour" as const, since: "", by: "a", reason: "" };
  const s = station({ modes: [mode], devices: [{ name: "s", kind: "scale", up: false, text: "" }] });
  const choices = view(s, ME).choices;
  same(choices.map((c) => c.word), ["leaveHandPour"]);
  same(choices[0].act, { kind: "mode", mode: "hand-pour", enter: false, reason: "pump" });
});

Deno.test("what is drawn by hand ends by a tap, what a pump pours does not", () => {
  const hand = view(station({ dose: dose("POURING", { source: "HAND" }) }), ME);
  same(hand.primary, {
    word: "pDrawn",
    act: { kind: "step", visit: "v1", step: "poured" },
    tone: "go",
  });
  same(view(station({ dose: dose("POURING", { source: "PUMP" }) }), ME).primary.act, null);
});

// What the forms of the pharmacy send: integers of the service, nothing guessed, nothing left over.
import { A_DAY, Malformed, Sent, without } from "../desk/fields.ts";
import { actsFor, ASKS, type Bottle, type MoveAct, moveBody, oneTap } from "./moves.ts";
import {
  calibrationBody,
  closeBody,
  correctionBody,
  countBody,
  destructionBody,
  freeShots,
  lineBody,
  monthsBefore,
  openingBody,
  place,
  placeKey,
  reasonsBody,
  sentBody,
  sheetAt,
  wholeDays,
} from "./bodies.ts";

function sent(fields: Record<string, string>): Sent {
  const data = new FormData();
  Object.entries(fields).forEach(([name, value]) => data.append(name, value));
  return new Sent(data);
}

function same(is: unknown, should: unknown): void {
  if (JSON.stringify(is) !== JSON.stringify(should)) {
    throw new Error(`${JSON.stringify(is)}, not ${JSON.stringify(should)}`);
  }
}

function malformed(field: string, act: () => unknown): Malformed {
  try {
    act();
  } catch (e) {
    if (e instanceof Malformed && e.field === field) {
      return e;
    }
    throw e;
  }
  throw new Error("taken: " + field);
}

function bottle(state: string, heldFrom?: string): Bottle {
  return {
    bottle: "B-000012",
    state,
    heldFrom,
    batch: "L-9",
    product: "P",
    containerMicrolitres: 1_000_000,
    floorMicrolitres: 100_000,
    expiry: "2027-10-01",
    receipt: "r",
    paperOwed: false,
  };
}

Deno.test("each state offers its own acts", () => {
  const table: readonly (readonly [Bottle, MoveAct[]])[] = [
    [bottle("IN_STORE"), ["ISSUE", "QUARANTINE", "BREAK"]],
    [bottle("IN_DAY_CABINET"), ["PUT_BACK", "OPEN", "QUARANTINE", "BREAK"]],
    [bottle("OPEN"), ["MOUNT", "POOL", "EMPTY", "COUNT", "QUARANTINE", "BREAK"]],
    [bottle("MOUNTED"), ["UNMOUNT", "BREAK"]],
    [bottle("QUARANTINED", "IN_STORE"), ["RELEASE", "SEND_BACK", "BREAK"]],
    [bottle("QUARANTINED", "OPEN"), ["COUNT", "RELEASE", "BREAK"]],
    [bottle("BROKEN"), ["SETTLE"]],
    [bottle("MISSING"), ["FIND", "SETTLE"]],
    [bottle("IN_TRANSIT"), []],
  ];
  table.forEach(([b, acts]) => same(actsFor([b]), acts));
});

Deno.test("several bottles: only what fits all, and nothing that is for one alone", () => {
  same(actsFor([bottle("IN_STORE"), bottle("IN_DAY_CABINET")]), ["QUARANTINE", "BREAK"]);
  same(actsFor([bottle("OPEN"), bottle("OPEN")]), ["EMPTY", "COUNT", "QUARANTINE", "BREAK"]);
  same(actsFor([]), []);
});

Deno.test("one tap is enough where nothing is asked, a breakage among them", () => {
  same((Object.keys(ASKS) as MoveAct[]).filter(oneTap), ["ISSUE", "PUT_BACK", "EMPTY", "BREAK"]);
});

Deno.test("a move names each bottle with its own weight", () => {
  const of = sent({ station: "s1", "gross-B-1": "1142", "gross-B-2": "1140,703", words: "" });
  same(moveBody("UNMOUNT", ["B-1", "B-2"], of), {
    act: "UNMOUNT",
    bottles: [
      { bottle: "B-1", station: "s1", grossMicrograms: 1_142_000_000 },
      { bottle: "B-2", station: "s1", grossMicrograms: 1_140_703_000 },
    ],
  });
  same(moveBody("ISSUE", ["B-1"]), { act: "ISSUE", bottles: [{ bottle: "B-1" }] });
  malformed("gross-B-1", () => moveBody("MOUNT", ["B-1"], sent({ "gross-B-1": "1.142.000" })));
});

Deno.test("a line of a delivery: density in millionths, a day, whole containers", () => {
  const line = {
    batch0: " L-9 ",
    product0: "P",
    expiry0: "01/10/2027",
    density0: "1,05",
    onPaper0: "2",
    containers0: "2",
  };
  same(lineBody(sent(line), 0), {
    batch: "L-9",
    product: "P",
    expiry: "2027-10-01",
    densityMicrogramsPerMillilitre: 1_050_000,
    onPaper: 2,
    containers: 2,
  });
  same("densityMicrogramsPerMillilitre" in lineBody(sent({ ...line, density0: "" }), 0), false);
  malformed("containers0", () => lineBody(sent({ ...line, containers0: "2,5" }), 0));
  same(malformed("expiry0", () => lineBody(sent({ ...line, expiry0: "10/31/2027" }), 0)).decimals, A_DAY);
});

Deno.test("a negative weight is none, a temperature may be", () => {
  malformed("gross", () => sent({ gross: "-1" }).weight("gross"));
  same(closeBody(sent({ seal: "N-1", store: "-0,5" }), "2026-11-27", []), {
    day: "2026-11-27",
    seal: "N-1",
    storeTenths: -5,
  });
});

Deno.test("a close weighs only the bottles that were used", () => {
  const body = closeBody(sent({ seal: "N", store: "28,5", "gross-B-1": "900" }), "d", ["B-1", "B-2"]);
  same(body.bottles, [{ bottle: "B-1", grossMicrograms: 900_000_000 }]);
});

Deno.test("the opening check: a pump that was not ticked did not pass", () => {
  const of = { seal: "UNBROKEN", number: "N-1", "gross-B-1": "764,5" };
  const station = { "pump-s1": "P", "scale-s1": "S", "nominal-s1": "20", "read-s1": "20,01" };
  const body = openingBody(sent({ ...of, ...station }), ["B-1"], ["s1"]);
  same(body.bottles, [{ bottle: "B-1", grossMicrograms: 764_500_000 }]);
  same((body.stations as { pumpPassed: boolean }[])[0].pumpPassed, false);
});

Deno.test("a count: weight, number or labels, volume; a place that was not counted is no zero", () => {
  const at = (kind: string, byVolume = false) => ({ kind, of: "x", batch: "L", byVolume });
  const scope = {
    count: "c",
    attempt: 1,
    places: [at("BOTTLE"), at("CLOSED"), at("CLOSED"), at("BOTTLE", true), at("WASTE")],
  };
  const of = {
    gross0: "1142",
    containers1: "0",
    labels2: "b-000012\nB-000024 b-000012",
    volume3: "12,5",
    gross4: "300",
    empty4: "120",
  };
  const place = { of: "x", batch: "L" };
  same(countBody(sent(of), scope).found, [
    { kind: "BOTTLE", ...place, grossMicrograms: 1_142_000_000 },
    { kind: "CLOSED", ...place, containers: 0 },
    { kind: "CLOSED", ...place, labels: ["B-000012", "B-000024"] },
    { kind: "BOTTLE", ...place, volumeMicrolitres: 12_500 },
    { kind: "WASTE", ...place, grossMicrograms: 300_000_000, emptyMicrograms: 120_000_000 },
  ]);
  malformed("gross0", () => countBody(sent({ ...of, gross0: "" }), scope));
  malformed("containers1", () => countBody(sent({ ...of, containers1: "" }), scope));
});

Deno.test("reasons name their places in the order of the lines", () => {
  const lines = [{ kind: "BOTTLE", of: "B-1", batch: "L" }];
  same(reasonsBody(sent({ reason0: "SPILLED", words0: "đổ" }), "c", lines), {
    count: "c",
    reasons: [{ ...lines[0], reason: "SPILLED", words: "đổ" }],
  });
});

Deno.test("only shots of today that ended, and no calibration used, are measured", () => {
  const act = (id: string, more: Record<string, string> = {}) => ({
    act: id,
    kind: "CALIBRATE",
    to: "FLASK",
    phase: "ENDED",
    day: "d2",
    commandedMicrolitres: 5000,
    pumpedMicrolitres: 5000,
    by: "S",
    ...more,
  });
  const used = [{
    calibration: "c",
    day: "d2",
    method: "FLASK",
    shots: [{ act: "b", commandedMicrolitres: 5000, measuredMicrolitres: 5000 }],
    factorBeforeMillionths: 1,
    factorAfterMillionths: 1,
    passed: true,
    by: "S",
  }];
  const all = [
    act("a"),
    act("b"),
    act("c", { day: "d1" }),
    act("d", { phase: "UNKNOWN" }),
    act("e", { kind: "PRIME" }),
  ];
  same(freeShots(all, used, "d2").map((a) => a.act), ["a"]);
  const of = { method: "FLASK", before: "1", after: "1,012", "shot-a": "5,01", "shot-b": "" };
  same(calibrationBody(sent(of), ["a", "b"]), {
    method: "FLASK",
    shots: [{ act: "a", measuredMicrolitres: 5010 }],
    factorBeforeMillionths: 1_000_000,
    factorAfterMillionths: 1_012_000,
  });
});

Deno.test("a destruction: the council by commas, waste only where it was measured", () => {
  const of = { permit: "p", minutes: "m", method: "x", council: "A, B;C", bottles: "b-1 b-2" };
  same(destructionBody(sent(of)).council, ["A", "B", "C"]);
  same(destructionBody(sent(of)).waste, []);
  same(destructionBody(sent({ ...of, station: "s1", batch: "L", measured: "2,5" })).waste, [
    { station: "s1", batch: "L", measuredMicrolitres: 2500, diluted: false },
  ]);
});

Deno.test("days of a forecast, the address of a sheet, a place on the chart", () => {
  same([wholeDays("45", 30, 1), wholeDays("x", 30, 1), wholeDays("0", 30, 1), wholeDays("0", 15, 0)], [
    45,
    30,
    30,
    0,
  ]);
  same(sheetAt("day-sheet", "day", "2026-11-27", "vi", "pdf"), "/api/sheets/day-sheet/day/2026-11-27/vi/pdf");
  same([place(0), place(-24_000), place(24_000), place(99_000)], [280, 0, 560, 560]);
  same(without({ a: "", b: undefined, c: 0, d: false }), { c: 0, d: false });
});

Deno.test("a correction names the line that was chosen, however the list changed meanwhile", () => {
  const one = { count: "sc-1", kind: "BOTTLE", of: "B-1", batch: "L-9" };
  const other = { count: "sc-2", kind: "WASTE", of: "s1", batch: "L-9" };
  const form = sent({ of: placeKey(other), reason: "MEASURED_WRONG", words: "the cap was on" });
  same(correctionBody(form, "REVERSED", [other, one]), {
    act: "REVERSED",
    ...other,
    reason: "MEASURED_WRONG",
    words: "the cap was on",
  });
  const { count: _, ...open } = other;
  const settled = sent({ of: placeKey(open), reason: "SPILLED", words: "w" });
  same("count" in correctionBody(settled, "SETTLED", [open]), false);
});

Deno.test("months before a day end with their last day", () => {
  same(monthsBefore("2026-11-27", 1), "2026-10-27");
  same(monthsBefore("2026-03-31", 1), "2026-02-28");
  same(monthsBefore("2026-01-15", 3), "2025-10-15");
});

Deno.test("a report that was sent has the day of its letter", () => {
  same(sentBody(sent({ number: "12/BC", sent: "28/11/2026" }), "ur-1"), {
    report: "ur-1",
    number: "12/BC",
    sent: "2026-11-28",
  });
  malformed("sent", () => sentBody(sent({ number: "12/BC", sent: "2026" }), "ur-1"));
});

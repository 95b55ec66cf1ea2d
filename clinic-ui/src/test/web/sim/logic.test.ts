// The panel's own logic, and its words: both languages, every name that the simulators know.
import { SIM, SIM_REASONS } from "../text/sim-words.ts";
import { cardFor, decimal, fits, flow, inside, nameAt, offered, placed, unbalanced } from "../sim/logic.ts";

const SIMULATORS = "../../../simulators/src/main/java/clinic/mmt/sim/";

function same(given: unknown, wanted: unknown): void {
  if (JSON.stringify(given) !== JSON.stringify(wanted)) {
    throw new Error(`${JSON.stringify(given)} is not ${JSON.stringify(wanted)}`);
  }
}

Deno.test("no word is empty or the same letters in both languages by mistake", () => {
  for (const [name, [vi, en]] of Object.entries(SIM)) {
    if (vi.trim() === "" || en.trim() === "" || vi === en) {
      throw new Error(name);
    }
  }
});

Deno.test("each fault and each parameter of the simulators has its words", () => {
  const words = (file: string, pattern: RegExp) =>
    [...Deno.readTextFileSync(SIMULATORS + file).matchAll(pattern)].map((m) => m[1]);
  const faults = words("fault/FaultKind.java", /^ {2}[A-Z0-9_]+\("([a-z0-9-]+)"/gm);
  const parameters = words("fault/Parameter.java", /^ {2}[A-Z_]+\("([A-Za-z]+)"/gm);
  const causes = words("physics/RunCause.java", /^ {2}[A-Z_]+\("([a-z-]+)"\)/gm)
    .map((c) => "cause-" + c);
  const lacking = [...faults, ...parameters, ...causes].filter((name) => !(name in SIM));
  if (faults.length < 40 || parameters.length < 8 || causes.length < 4 || lacking.length > 0) {
    throw new Error(`${faults.length} ${parameters.length} ${causes.length}; lacking ${lacking}`);
  }
});

/** Every Java file of the simulators, as one text. */
function sources(folder: string): string {
  return [...Deno.readDirSync(folder)].map((entry) =>
    entry.isDirectory
      ? sources(folder + entry.name + "/")
      : Deno.readTextFileSync(folder + entry.name)
  ).join("\n");
}

Deno.test("what people cannot do just now is told in Vietnamese too", () => {
  const refused = [...sources(SIMULATORS).matchAll(/[rR]efused\(((?:[^()"+]|"[^"]*")*)\)/g)]
    .flatMap((m) => [...m[1].matchAll(/"([^"]+)"/g)].map((text) => text[1]));
  const lacking = refused.filter((text) => !(text in SIM_REASONS));
  const unknown = Object.keys(SIM_REASONS).filter((text) => !refused.includes(text));
  if (refused.length < 12 || lacking.length > 0 || unknown.length > 0) {
    throw new Error(`${refused.length}; lacking ${lacking}; unknown ${unknown}`);
  }
});

Deno.test("a filter wants every word, wherever it stands", () => {
  same(fits("in 30 56 0VER", "0ver IN"), true);
  same(fits("in 30 56 0VER", "out"), false);
  same(fits("anything", ""), true);
});

Deno.test("what is somewhere is what came in, rounding left out", () => {
  const truth = {
    bottleMicrolitres: 990, crossedOutMicrolitres: 7, suppliedMicrolitres: 1000,
    crossedInMicrolitres: 0,
  };
  same(unbalanced(truth), 0);
  same(unbalanced({ ...truth, crossedOutMicrolitres: 107 }), 97);
  same(unbalanced({ ...truth, crossedInMicrolitres: 50 }), -53);
});

Deno.test("the flow is what left the spout between two looks", () => {
  same(flow(undefined, { at: 0, left: 5 }), 0);
  same(flow({ at: 0, left: 100 }, { at: 500, left: 150 }), 100);
  same(flow({ at: 0, left: 100 }, { at: 500, left: 100 }), 0);
});

Deno.test("a reader finds the card of its own kind in the hand", () => {
  same(cardFor("rdm6300", 9), "000D000008");
  same(cardFor("pn532", 9), "04000009");
});

Deno.test("a fault is offered with its usual value, one of a pour in its middle", () => {
  same(offered({ kind: "air", parameter: "atMicrolitres", usual: 0 }), 2000);
  same(offered({ kind: "noise", parameter: "bytes", usual: 3 }), 3);
});

Deno.test("of an event its data are shown, without hashes; what is none as it came", () => {
  same(inside('{"id":"1","data":{"kind":"dose.x","hash":"ff","up":true}}'), "kind dose.x · up true");
  same(inside("no JSON"), "no JSON");
  same(placed("mmt/v1/demo/facts/dose/ended"), "facts/dose/ended");
});

Deno.test("numbers have the mark of the language, and nothing is less than nothing", () => {
  same(decimal(-0.0004, 3, "vi"), "0,000");
  same(decimal(-1.25, 1, "en"), "-1.3");
});

Deno.test("a session is named by the time it begins", () => {
  same(nameAt(new Date("2026-11-27T18:15:00.5Z")), "session-20261127-181500");
});

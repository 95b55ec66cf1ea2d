// What the overview answers: how many wait, why, how grave it is, and which hours are drawn.
import { answer, type Board, dosing, grave, obstacles, percentOf, reasons } from "./board.ts";
import { span } from "./span.ts";
import { MONITOR } from "../text/monitor-words.ts";
import { FRAME } from "../text/frame-words.ts";
import { ageText } from "../text/age-text.ts";

function board(more: Partial<Board> = {}): Board {
  return {
    site: "demo",
    day: "2026-11-21",
    time: "09:12",
    care: { inTreatment: 200, quota: 210 },
    doses: { given: 0, expected: 0, daysCompared: 0, hours: [] },
    waiting: { all: 0, ready: 0, atCounter: 0, later: 0, atDoctor: 0, doctor: {}, notCome: 0 },
    open: [],
    modes: [],
    identity: { ways: {}, doubts: 0 },
    stock: { counting: false, lasting: [] },
    stations: [{ station: "s1", staff: 1, bottle: true, closed: false }],
    devices: [],
    ...more,
  };
}

const pump = (now: "READY" | "LOST") => ({
  station: "s1",
  kind: "pump",
  device: "pump-1",
  now,
  losses: 0,
  slotMinutes: 5,
  runs: [{ is: now, from: "07:10", slots: 3 }],
});

const three = { all: 3, ready: 2, atCounter: 0, later: 0, atDoctor: 1, doctor: { ABSENCE: 1 }, notCome: 9 };

function is(found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`${JSON.stringify(found)} is not ${JSON.stringify(wanted)}`);
  }
}

Deno.test("nobody waits: said in words, and nothing is in the way", () => {
  is([answer(board(), "en"), grave(board())], ["Nobody is waiting.", "none"]);
  is([reasons(board(), "vi"), obstacles(board(), "vi")], [[], []]);
});

Deno.test("who waits is counted by why; a doctor's case wants care", () => {
  const b = board({ waiting: three });
  is(answer(b, "vi"), "3 người đang chờ, chưa có liều");
  is(reasons(b, "en"), ["for their number: 2", "for the doctor – missed days: 1"]);
  is(grave(b), "care");
  is(grave(board({ waiting: { ...three, atDoctor: 0, doctor: {} } })), "some");
});

Deno.test("where no counter can dose, a waiting person is grave", () => {
  for (const off of [{ staff: 0 }, { bottle: false }, { closed: true }]) {
    const station = { station: "s1", staff: 1, bottle: true, closed: false, ...off };
    is(grave(board({ waiting: three, stations: [station] })), "high");
  }
  const lost = board({ waiting: three, devices: [pump("LOST")] });
  is([dosing(lost), grave(lost)], [0, "high"]);
  is(obstacles(lost, "en"), ["NO COUNTER IS DOSING", "Pump s1: LOST"]);
  const byHand = { ...lost, modes: [{ station: "s1", mode: "hand-pour", since: "08:00" }] };
  is([dosing(byHand), grave(byHand)], [1, "care"]);
});

Deno.test("the day is drawn in whole hours, from the first that is known to now", () => {
  is(span(board({ devices: [pump("READY")] })), { from: 420, until: 600 });
  is(span(board({ time: "00:05" })), { from: 0, until: 120 });
  const long = pump("READY");
  long.runs[0].from = "05:00";
  is(span(board({ time: "17:55", devices: [long] })), { from: 240, until: 1080 });
});

Deno.test("shares and ages are whole", () => {
  is([percentOf(2, 3), percentOf(0, 0)], ["67\u00a0%", "–"]);
  is([ageText(14_900), ageText(3_723_000)], ["00:14", "1:02:03"]);
});

Deno.test("no word of the overview or the frame is empty or the same by mistake", () => {
  for (const [name, [vi, en]] of Object.entries({ ...MONITOR, ...FRAME })) {
    if (vi === "" || en === "" || vi === en) {
      throw new Error(name);
    }
  }
});

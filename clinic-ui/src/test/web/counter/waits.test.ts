// What the queue says beside a name.
import { marks, type Row } from "./waits.ts";

function same(actual: unknown, expected: unknown) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`expected ${JSON.stringify(expected)}, was ${JSON.stringify(actual)}`);
  }
}

function row(more: Partial<Row>): Row {
  return { patient: "p", phase: "", waits: "ready", number: "017", ...more };
}

Deno.test("who may simply be called has no mark", () => {
  same(marks(row({}), "vi"), []);
  same(marks(row({ phase: "REFUSED" }), "en"), []);
});

Deno.test("each other one says what it waits for, in both languages", () => {
  same(marks(row({ waits: "until", until: "08:45" }), "vi"), ["chờ đến 08:45"]);
  same(marks(row({ waits: "until", until: "08:45" }), "en"), ["until 08:45"]);
  same(marks(row({ phase: "WAITING" }), "vi"), ["khám lại"]);
  same(marks(row({ waits: "counter", phase: "POURING" }), "en"), ["now"]);
  same(marks(row({ first: true }), "en"), ["in front"]);
});

Deno.test("a similar name is flagged until the dose was given (R-04)", () => {
  same(marks(row({ similarName: true, first: true }), "en"), ["in front", "▲ similar name"]);
  same(marks(row({ similarName: true, waits: "dosed" }), "en"), []);
});

// The screen never says stopped before the pump does.
import { StopGuard } from "./stop.ts";

function same(actual: unknown, expected: unknown) {
  if (actual !== expected) {
    throw new Error(`expected ${expected}, was ${actual}`);
  }
}

Deno.test("unconfirmed after 500 ms, done only when fresh data says so", () => {
  const guard = new StopGuard();
  same(guard.look(0, true, false), "none");
  guard.press(1000, true, false);
  same(guard.look(1499, true, false), "sent");
  same(guard.look(1500, true, false), "unconfirmed");
  same(guard.look(9000, false, true), "unconfirmed"); // old data confirms nothing
  same(guard.look(9100, false, false), "done");
  same(guard.look(13_100, false, false), "none");
});

Deno.test("on old data STOP counts as unconfirmed, whatever was last seen", () => {
  const guard = new StopGuard();
  guard.press(0, false, true);
  same(guard.look(600, false, true), "unconfirmed");
});

Deno.test("while nothing moves STOP is taken and claims nothing", () => {
  const guard = new StopGuard();
  guard.press(0, false, false);
  same(guard.look(100, false, false), "idle");
  same(guard.look(4100, false, false), "none");
});

Deno.test("a second press while the first is unconfirmed asks again", () => {
  const guard = new StopGuard();
  guard.press(0, true, false);
  guard.press(700, false, true);
  same(guard.look(900, true, false), "sent");
  same(guard.look(1300, true, false), "unconfirmed");
});

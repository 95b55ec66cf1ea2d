// Keys of the counter: STOP before all, the numeric pad alone, and no device that types acts.
import { meaning, type Pressed, SCAN_MS, Scans, type Where } from "./keys.ts";

function same(actual: unknown, expected: unknown) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`expected ${JSON.stringify(expected)}, was ${JSON.stringify(actual)}`);
  }
}

function pressed(key: string, code = key): Pressed {
  return { key, code, ctrlKey: false, altKey: false, metaKey: false };
}

const REST: Where = { typing: false, moving: false, numbered: false };

Deno.test("STOP is Esc, space and 0 of the numeric pad, and only while it pours", () => {
  const keys = [pressed("Escape"), pressed(" ", "Space"), pressed("0", "Numpad0")];
  keys.forEach((k) => same(meaning(k, { ...REST, moving: true }).do, "stop"));
  same(keys.map((k) => meaning(k, REST).do), ["back", "none", "none"]);
  same(meaning(pressed("0", "Digit0"), { ...REST, moving: true }).do, "none");
  same(meaning(pressed("Escape"), { ...REST, moving: true, typing: true }).do, "stop");
  same(meaning(pressed(" ", "Space"), { ...REST, moving: true, typing: true }).do, "none");
});

Deno.test("the numeric pad alone: Enter, search, acts and their numbers", () => {
  same(meaning(pressed("Enter", "NumpadEnter"), REST).do, "enter");
  same(meaning(pressed("/", "NumpadDivide"), REST).do, "search");
  same(meaning(pressed("*", "NumpadMultiply"), REST).do, "acts");
  same(meaning(pressed("F9"), REST).do, "acts");
  same(meaning(pressed("2", "Numpad2"), { ...REST, numbered: true }), { do: "choose", number: 2 });
  same(meaning(pressed("PageDown", "Numpad3"), { ...REST, numbered: true }), { do: "choose", number: 3 });
  same(meaning(pressed("2", "Numpad2"), REST).do, "none");
});

Deno.test("the queue is walked only while nothing pours, and nothing acts out of a field", () => {
  same(meaning(pressed("ArrowDown"), REST).do, "down");
  same(meaning(pressed("ArrowDown"), { ...REST, moving: true }).do, "none");
  same(meaning(pressed("/"), { ...REST, moving: true }).do, "none");
  same(meaning(pressed("Enter"), { ...REST, typing: true }).do, "none");
  same(meaning(pressed("*"), { ...REST, typing: true }).do, "none");
  same(meaning({ ...pressed("F2"), ctrlKey: true }, REST).do, "none");
});

Deno.test("an Enter right after characters is the scanner's, a later one a person's", () => {
  const scans = new Scans();
  same(scans.heard("Enter", 0), false);
  same(["4", "7", "1"].map((k, i) => scans.heard(k, 1000 + i * 5)), [false, true, true]);
  same(scans.heard("Enter", 1015), true);
  same(scans.heard("Enter", 1018), true); // a carriage return and a line feed
  same(scans.heard("Enter", 1018 + SCAN_MS), false);
  same(scans.since(1009), true);
  same(scans.since(1018), false);
});

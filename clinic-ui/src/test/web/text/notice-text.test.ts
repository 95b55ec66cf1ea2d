// A standing notice in words, and when it is asked for again.
import { atCounter, due, type Notice } from "../live/notices.ts";
import { about, left, mark, told, urgency } from "./notice-text.ts";

function notice(more: Partial<Notice>): Notice {
  return {
    kind: "QUARANTINED",
    level: "low",
    counter: false,
    page: "acts",
    of: [],
    text: "A bottle is in quarantine.",
    wayOn: "two release it",
    vietnamese: { text: "Có chai đang cách ly.", wayOn: "hai người cho dùng lại" },
    ...more,
  };
}

function same(is: unknown, expected: unknown): void {
  if (JSON.stringify(is) !== JSON.stringify(expected)) {
    throw new Error(JSON.stringify(is));
  }
}

Deno.test("a level has its shape and its word in both languages", () => {
  same(["high", "medium", "low"].map((l) => mark(l as Notice["level"])), ["▲▲▲", "▲▲", "▲"]);
  for (const level of ["high", "medium", "low"] as const) {
    if (urgency(level, "vi") === urgency(level, "en")) {
      throw new Error(level);
    }
  }
});

Deno.test("it is told in the language of the screen, with what it is about as far as known", () => {
  const n = notice({ station: "s1", of: ["B-1", "B-2"], since: "2026-11-21", until: "2026-11-30" });
  same(told(n, "vi").text, "Có chai đang cách ly.");
  same(told(n, "en").wayOn, "two release it");
  same(about(n, "en"), "counter s1 · B-1, B-2 · since 21/11/2026 · until 30/11/2026");
  same(about(n, "vi"), "quầy s1 · B-1, B-2 · từ 21/11/2026 · đến 30/11/2026");
  same(about(notice({}), "en"), "");
});

Deno.test("a counter shows what its people can act on, of its own station or of none", () => {
  const all = [
    notice({ kind: "A", counter: true }),
    notice({ kind: "B", counter: true, station: "s1" }),
    notice({ kind: "C", counter: true, station: "s2" }),
    notice({ kind: "D", counter: false }),
  ];
  same(atCounter(all, "s1").map((n) => n.kind), ["A", "B"]);
});

Deno.test("asked again when old, and when something was written, but not with every entry", () => {
  same([due(Infinity, false), due(20_001, false), due(20_000, false)], [true, true, false]);
  same([due(2001, true), due(2000, true), due(2001, false)], [true, false, false]);
});

Deno.test("time left is told in hours, the last two in minutes, and that it has passed", () => {
  same([2880, 2879, 120, 119, 0].map((m) => left(m, "en")), [
    "left: 48\u00a0h",
    "left: 47\u00a0h",
    "left: 2\u00a0h",
    "left: 119\u00a0min",
    "left: 0\u00a0min",
  ]);
  same(left(-1, "vi"), "QUÁ HẠN 1\u00a0phút");
  same(left(-150, "en"), "OVERDUE by 2\u00a0h");
});

// The line that says how old the orders of another site are.
import { orderLines } from "./packs.ts";

function same(actual: unknown, expected: unknown) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`expected ${JSON.stringify(expected)}, was ${JSON.stringify(actual)}`);
  }
}

// Without a zone it is the time of the machine, so the test reads the same everywhere.
const orders = { site: "clinic-a", hours: 26, until: "2026-11-24T08:05:00", old: false };

Deno.test("it names the site, the age and the end, in both languages", () => {
  same(orderLines([orders], "en"), [
    { text: "Orders from clinic-a, 26 hours old, good until 24/11 08:05", old: false },
  ]);
  same(orderLines([orders], "vi"), [
    { text: "Y lệnh của clinic-a, đã 26 giờ, có hiệu lực đến 24/11 08:05", old: false },
  ]);
});

Deno.test("orders that are over say the way on", () => {
  same(orderLines([{ ...orders, hours: 73, old: true }], "en"), [
    { text: "Orders from clinic-a, 73 hours old. They are over: take in a new order pack.", old: true },
  ]);
});

Deno.test("a site with orders of its own says nothing", () => same(orderLines([], "vi"), []));

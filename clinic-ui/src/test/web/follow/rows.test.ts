// The counsellor's rows: the next step of a hand-over, counts with their words.
import { type AfterCare, days, missed, nextStep } from "./rows.ts";
import { FOLLOW } from "../text/follow-words.ts";

const care: AfterCare = { patient: "p", leaving: "m", completed: "2026-11-01", overdue: false };

function is(found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`${JSON.stringify(found)} is not ${JSON.stringify(wanted)}`);
  }
}

Deno.test("a hand-over is decided, sent and acknowledged, one after the other (R-97)", () => {
  const decided = { ...care, decided: "2026-11-02", number: "1", receiver: "r" };
  is(
    [nextStep(care), nextStep(decided), nextStep({ ...decided, sent: "2026-11-03" })],
    ["decide", "send", "acknowledge"],
  );
});

Deno.test("one day has a word of its own in English", () => {
  is([days(1, "en"), days(3, "vi")], ["1\u00a0day", "3\u00a0ngày"]);
  is([missed(1, "en"), missed(4, "en")], ["1\u00a0day missed", "4\u00a0days missed"]);
});

Deno.test("no word of the counsellor's page is empty or the same by mistake", () => {
  for (const [name, [vi, en]] of Object.entries(FOLLOW)) {
    if (vi === "" || en === "" || vi === en) {
      throw new Error(name);
    }
  }
});

Deno.test("every way of the contract has a word", () => {
  const contract = Deno.readTextFileSync("../../../docs/api/openapi.yaml");
  const found = /how: \{type: string, enum: \[(PHONE[^\]]*)\]/.exec(contract);
  for (const way of (found?.[1] ?? "none").split(", ")) {
    if (!("how" + way in FOLLOW)) {
      throw new Error(way);
    }
  }
});

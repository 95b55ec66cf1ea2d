// Every word in both languages; every refusal that a counter can meet in Vietnamese.
import { ALL } from "./words.ts";
import { CODES, told } from "./refusals.ts";

Deno.test("no word is empty or the same letters in both languages by mistake", () => {
  const sameInBoth = new Set(["drug"]);
  for (const [name, [vi, en]] of Object.entries(ALL)) {
    if (vi === "" || en === "" || (vi === en && !sameInBoth.has(name))) {
      throw new Error(name);
    }
  }
});

Deno.test("each code of the troubleshooting page has a Vietnamese text, and no other has", () => {
  const page = Deno.readTextFileSync("../../../docs/operating/troubleshooting.md");
  const rows = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map((m) => m[1]);
  const elsewhere = new Set([ // setting up, orders and stock: no page for them yet
    "wrong-setup-code", "dose-out-of-range", "days-out-of-range", "density-out-of-window",
    "not-in-store", "line-too-large", "enrol-at-the-reader", "another-strength", "unknown-batch",
    "another-journal", "readings-apart",
  ]);
  const lacking = rows.filter((code) => !CODES.has(code) && !elsewhere.has(code));
  const unknown = [...CODES].filter((code) => !rows.includes(code));
  if (rows.length < 60 || lacking.length > 0 || unknown.length > 0) {
    throw new Error(`lacking ${lacking}; unknown ${unknown}`);
  }
});

Deno.test("a code without own text is told in the words of the service", () => {
  const refusal = { code: "new-one", rule: "", text: "What.", liftedBy: "how" };
  const [what, how] = told(refusal, "vi");
  if (what !== "What." || how !== "how") {
    throw new Error(what + how);
  }
});

// Every word of the pharmacy in both languages, every name that the service sends among them.
import { PHARMACY } from "./pharmacy-words.ts";
import { ASKS } from "../pharmacy/moves.ts";
import { MAY_GO } from "../pharmacy/bodies.ts";

Deno.test("no word is empty or the same letters in both languages by mistake", () => {
  const sameInBoth = new Set(["form-pdf", "form-xlsx"]);
  for (const [name, [vi, en]] of Object.entries(PHARMACY)) {
    if (vi.trim() === "" || en.trim() === "" || vi === en && !sameInBoth.has(name)) {
      throw new Error(name);
    }
  }
});

/** The enum of a schema's member in the contract. */
function names(contract: string, before: RegExp): string[] {
  const at = contract.search(before);
  const found = /enum: \[([^\]]+)\]/.exec(contract.slice(at));
  if (at < 0 || found === null) {
    throw new Error("not in the contract: " + before);
  }
  return found[1].split(",").map((n) => n.trim());
}

Deno.test("each name of the contract has a word", () => {
  const contract = Deno.readTextFileSync("../../../docs/api/openapi.yaml");
  const asked: readonly (readonly [RegExp, string])[] = [
    [/^ {4}BottleActs:/m, "act"],
    [/^ {8}causes:/m, "cause"],
    [/^ {4}ReasonOfPlace:[\s\S]*?^ {8}reason:/m, "place"],
    [/^ {8}reason: \{type: string, enum: \[SPILLED/m, "reason"],
    [/^ {8}why: \{type: string, enum: \[STRENGTH/m, "purge"],
    [/^ {8}kind: \{type: string, enum: \[PRIME/m, "service"],
    [/^ {8}to: \{type: string, enum: \[BOTTLE/m, "to"],
    [/^ {10}enum: \[WRONG_BOTTLE/m, "because"],
    [/name: period, in: path/, "period-"],
    [/name: form, in: path, required: true, schema: \{type: string, enum: \[pdf/, "form-"],
  ];
  let seen = 0;
  for (const [where, prefix] of asked) {
    for (const name of names(contract, where)) {
      seen++;
      // A closed container is named by its cabinet.
      if (!(prefix + name in PHARMACY) && prefix + name !== "placeCLOSED") {
        throw new Error(prefix + name);
      }
    }
  }
  if (seen < 55) {
    throw new Error("the control: " + seen);
  }
});

Deno.test("the acts offered are those of the contract, and service acts too", () => {
  const contract = Deno.readTextFileSync("../../../docs/api/openapi.yaml");
  const acts = names(contract, /^ {4}BottleActs:/m).sort().join();
  const kinds = names(contract, /^ {8}kind: \{type: string, enum: \[PRIME/m).sort().join();
  if (Object.keys(ASKS).sort().join() !== acts || Object.keys(MAY_GO).sort().join() !== kinds) {
    throw new Error(acts + " " + kinds);
  }
});

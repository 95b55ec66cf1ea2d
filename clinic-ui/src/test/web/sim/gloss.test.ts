// Words beside the manual's letters: for each text protocol its start and its stop, and a weight.
import { gloss } from "../sim/gloss.ts";

Deno.test("what moves liquid, what stops it and what a scale says has words, in both languages", () => {
  const asked: readonly (readonly [string, "in" | "out", string, string])[] = [
    ["new-era", "in", "0RUN", "RUN"],
    ["new-era", "in", "0STP", "STOP"],
    ["new-era", "in", "0", "asks the status"],
    ["new-era", "out", "00A?S", "alarm: motor stalled"],
    ["new-era", "out", "00S?NA", "refused"],
    ["new-era", "out", "00SI0.300W0.000ML", "stands"],
    ["reglo-icc", "in", "1H", "START"],
    ["reglo-icc", "in", "1I", "STOP"],
    ["ezo-pmp", "in", "D,0.5", "DISPENSE"],
    ["ezo-pmp", "in", "D,?", "asks what it dispenses"],
    ["ezo-pmp", "in", "X", "STOP"],
    ["cavro-dt", "in", "0 T", "STOP"],
    ["cavro-oem", "out", "ready 7", "ready"],
    ["mt-sics", "in", "SI", "asks the weight at once"],
    ["mt-sics", "out", "S S 20.00 g", "stable weight"],
    ["mt-sics", "out", "S D 19.00 g", "weight not at rest"],
    ["mt-sics", "out", "S +", "overload"],
    ["and-standard", "out", "ST,+00123.45 g", "stable weight"],
    ["and-standard", "out", "US,+00123.45 g", "weight not at rest"],
    ["rdm6300", "out", "000D000008", "number of a card"],
  ];
  for (const [model, dir, meaning, words] of asked) {
    const told = gloss(model, dir, meaning, "en");
    const vietnamese = gloss(model, dir, meaning, "vi");
    if (told !== words || vietnamese === "" || vietnamese === words) {
      throw new Error(`${model} ${meaning}: ${told} / ${vietnamese}`);
    }
  }
  if (gloss("new-era", "in", "0QQQ", "en") !== "" || gloss("none", "in", "0", "en") !== "") {
    throw new Error("the control: what is not known has no words");
  }
});

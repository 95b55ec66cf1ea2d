// The display's numbers, and the words of the desk.
import { split } from "./numbers.ts";
import { DISPLAY, DOOR } from "../text/door-words.ts";

Deno.test("the first are large, the others small, and the rest is a count", () => {
  const next = ["001", "002", "003", "004", "005"];
  const found = JSON.stringify(split(next, 2, 2));
  const wanted = JSON.stringify({ large: ["001", "002"], small: ["003", "004"], more: 1 });
  if (found !== wanted || split([], 2, 2).more !== 0) {
    throw new Error(found);
  }
});

Deno.test("no word of desk and display is empty or the same by mistake", () => {
  for (const [name, [vi, en]] of Object.entries({ ...DOOR, ...DISPLAY })) {
    if (vi === "" || en === "" || vi === en) {
      throw new Error(name);
    }
  }
});

// Words of the pages beside the counter: every one in both languages.
import { A } from "./admin-words.ts";
import { D } from "./doctor-words.ts";
import { E } from "./enrol-words.ts";
import { P, ROLES } from "./person-words.ts";
import { R } from "./register-words.ts";
import { T } from "./take-home-words.ts";

Deno.test("no word is empty or the same letters in both languages by mistake", () => {
  for (const [name, [vi, en]] of [A, D, E, P, R, ROLES, T].flatMap((w) => Object.entries(w))) {
    if (vi.trim() === "" || en.trim() === "" || vi === en) {
      throw new Error(name);
    }
  }
});

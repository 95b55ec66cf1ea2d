// The text of doses is the one of dose-text.json, as in the Java test of the same file.
import * as text from "./dose-text.ts";

type Case = Record<string, string> & Record<string, number>;
const examples = JSON.parse(Deno.readTextFileSync("text/dose-text.json"));

function same(actual: unknown, expected: unknown) {
  if (actual !== expected) {
    throw new Error(`expected ${JSON.stringify(expected)}, was ${JSON.stringify(actual)}`);
  }
}

for (const language of ["vi", "en"] as const) {
  Deno.test(`doses, volumes, strengths and words are written by the rules, ${language}`, () => {
    examples.mass.forEach((c: Case) => same(text.mass(c.micrograms, language), c[language]));
    examples.volume.forEach((c: Case) => same(text.volume(c.microlitres, language), c[language]));
    examples.strength.forEach((c: Case) =>
      same(text.strength(c.microgramsPerMillilitre, language), c[language])
    );
    examples.words.forEach((c: Case) => same(text.words(c.micrograms, language), c[language]));
  });

  Deno.test(`a changed dose says so with sign, words and old value (R12), ${language}`, () => {
    examples.change.forEach((c: Case) =>
      same(text.change(c.now, c as unknown as text.Before, c.today, language), c[language])
    );
  });

  Deno.test(`every tenth of a milligram is written without trailing zero or bare mark, ${language}`, () => {
    for (let tenths = 0; tenths < 10_000; tenths++) {
      const written = text.mass(tenths * 100, language);
      if (!/^(0|[1-9]\d{0,2})([.,][1-9])?\u00a0mg$/.test(written)) {
        throw new Error(written);
      }
    }
  });

  Deno.test(`a volume comes back as it was written (R8), ${language}`, () => {
    for (let hundredths = 0; hundredths < 20_000; hundredths++) {
      const typed = text.volume(hundredths * 10, language).replace("\u00a0mL", "");
      same(text.parseVolume(typed), hundredths * 10);
    }
  });
}

Deno.test("a gram or more is no dose (R9)", () => {
  for (const micrograms of examples.noMass) {
    let thrown = false;
    try {
      text.mass(micrograms, "vi");
    } catch {
      thrown = true;
    }
    same(thrown, true);
  }
});

Deno.test("malformed numbers are refused instead of guessed", () => {
  examples.typed.forEach((c: { text: string; microlitres: number | null }) =>
    same(text.parseVolume(c.text), c.microlitres)
  );
});

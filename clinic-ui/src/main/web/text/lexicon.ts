// The words of one page, in both languages: Vietnamese first. A word that lacks one does not compile.

import type { Language } from "./dose-text.ts";

/** Words by their names. */
export type Words = Readonly<Record<string, readonly [string, string]>>;

/** What says the words of a page, by their names. */
export function lexicon<W extends Words>(words: W): (word: keyof W, language: Language) => string {
  return (word, language) => words[word][language === "vi" ? 0 : 1];
}

/** A word by a name that came over the wire; the name itself where it has none. */
export function named(words: Words, name: string, language: Language): string {
  return words[name]?.[language === "vi" ? 0 : 1] ?? name;
}

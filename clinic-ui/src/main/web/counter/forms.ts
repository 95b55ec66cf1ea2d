// Questions that come before a step: a fraction, a volume, minutes, a login, a second signature.
// They stand in the page, never before it.

import { html, nothing, type TemplateResult } from "lit";
import { type Language, parseVolume } from "../text/dose-text.ts";
import { say, type Word } from "../text/words.ts";
import type { Form } from "./flow.ts";

/** The answer to a question, as the step's fields. */
export type Fields = Record<string, unknown>;

function data(event: Event): FormData {
  event.preventDefault();
  return new FormData(event.target as HTMLFormElement);
}

const FRACTIONS: readonly (readonly [number, string])[] = [
  [0, ""],
  [250, "¼"],
  [500, "½"],
  [750, "¾"],
  [1000, ""],
];

function fractionText(permille: number, sign: string, language: Language): string {
  return permille === 0 ? say("none", language) : permille === 1000 ? say("all", language) : sign;
}

function fractions(from: number, most: number, language: Language): TemplateResult {
  const some = FRACTIONS.filter(([p]) => p >= from && p <= most);
  return html`<fieldset class="fractions"><legend>${say("howMuchTaken", language)}</legend>${
    some.map(([p, sign]) =>
      html`<label><input type="radio" name="permille" value=${p} required> ${
        fractionText(p, sign, language)
      }</label>`
    )
  }</fieldset>`;
}

function flowed(language: Language, wrong: boolean): TemplateResult {
  return html`<label class="field">${say("howMuchFlowed", language)}
    <input name="millilitres" inputmode="decimal" autocomplete="off" required maxlength="6">
    </label>${
    wrong ? html`<p class="wrong" role="alert">${say("numberForm", language)}</p>` : nothing
  }`;
}

/** Reads a form; null when its number is malformed. */
export function fieldsOf(form: FormData): Fields | null {
  const fields: Fields = {};
  const typed = form.get("millilitres");
  if (typed !== null) {
    const microlitres = parseVolume(String(typed));
    if (microlitres === null || microlitres > 99_999) {
      return null;
    }
    fields.microlitres = microlitres;
  }
  const milligrams = form.get("milligrams");
  if (milligrams !== null && milligrams !== "") {
    // Thousandths of a milligram, as of a millilitre.
    const micrograms = parseVolume(String(milligrams));
    if (micrograms === null || micrograms < 1) {
      return null;
    }
    fields.doseMicrograms = micrograms;
  }
  for (const name of ["reason", "attestation", "seenBy", "wrong", "why", "besides"]) {
    const value = form.get(name);
    if (value !== null) {
      fields[name] = String(value);
    }
  }
  const words = form.get("words");
  if (words !== null && String(words).trim() !== "") {
    fields.words = String(words).trim();
  }
  for (const name of ["permille", "minutes"]) {
    const value = form.get(name);
    if (value !== null) {
      fields[name] = Number(value);
    }
  }
  return fields;
}

function milligrams(language: Language, wrong: boolean, needed: boolean): TemplateResult {
  return html`<label class="field">${say("howManyMilligrams", language)}
    <input name="milligrams" inputmode="decimal" autocomplete="off" maxlength="6" ?required=${needed}>
    </label>${
    wrong ? html`<p class="wrong" role="alert">${say("numberForm", language)}</p>` : nothing
  }`;
}

function oneOf(
  name: string,
  title: Word,
  options: readonly (readonly [string, Word])[],
  language: Language,
): TemplateResult {
  return html`<fieldset class="fractions"><legend>${say(title, language)}</legend>${
    options.map(([value, word]) =>
      html`<label><input type="radio" name=${name} value=${value} required> ${
        say(word, language)
      }</label>`
    )
  }</fieldset>`;
}

/** Less by the patient's wish is poured with the same words as any dose, and with a reason. */
function less(language: Language, wrong: boolean): TemplateResult {
  return html`${milligrams(language, wrong, true)}
    <label class="field">${say("patientsReason", language)}
      <input name="reason" autocomplete="off" required maxlength="200"></label>
    <input type="hidden" name="attestation" value=${say("attestPour", language)}>
    <p class="hint">${say("attestPour", language)}</p>`;
}

function vomited(language: Language): TemplateResult {
  return html`<label class="field">${say("minutesAfter", language)}
      <input name="minutes" type="number" min="0" max="1440" step="1" required></label>${
    oneOf("seenBy", "whoSaw", [["staff", "staffSaw"], ["patient", "onlyTold"]], language)
  }`;
}

function wrongDose(language: Language, wrong: boolean): TemplateResult {
  return html`${
    oneOf(
      "wrong",
      "howWrong",
      [["MORE", "wrongMore"], ["LESS", "wrongLess"], ["OTHER", "wrongOther"]],
      language,
    )
  }${milligrams(language, wrong, false)}`;
}

const WHY_NO_READ: readonly (readonly [string, Word])[] = [
  ["WET", "whyWet"],
  ["DRY", "whyDry"],
  ["DIRTY", "whyDirty"],
  ["WORN", "whyWorn"],
  ["INJURED", "whyInjured"],
  ["SKIN_DISEASE", "whySkin"],
  ["MISSING", "whyMissing"],
  ["NOT_ENROLLED", "whyNotEnrolled"],
  ["DEVICE", "whyDevice"],
  ["OTHER", "whyOther"],
];

/** Why a finger is passed over, and what was compared besides card and photo. */
function passedOver(language: Language): TemplateResult {
  return html`<label class="field">${say("whyNoRead", language)}
      <select name="why" required><option value="">–</option>${
    WHY_NO_READ.map(([value, word]) => html`<option value=${value}>${say(word, language)}</option>`)
  }</select></label>
    <label class="field">${say("inWords", language)}
      <input name="words" autocomplete="off" maxlength="200"></label>
    <label class="field">${say("comparedBesides", language)}
      <select name="besides" required><option value="">–</option>
        <option value="CITIZEN_CARD">${say("citizenCard", language)}</option>
        <option value="SPOKEN_FACT">${say("spokenFact", language)}</option></select></label>`;
}

/** A question of the panel. */
export function question(
  which: Form,
  title: Word,
  language: Language,
  wrong: boolean,
  answer: (fields: Fields | null) => void,
  back: () => void,
): TemplateResult {
  const spilledOrPart = which === "taken";
  return html`<form class="ask" @submit=${(e: Event) => answer(fieldsOf(data(e)))}>
    <p class="ask-title">${say(title, language)}</p>
    ${which === "flowed" || which === "flowed-taken" ? flowed(language, wrong) : nothing}
    ${spilledOrPart ? fractions(title === "partTaken" ? 250 : 0, 750, language) : nothing}
    ${which === "flowed-taken" ? fractions(250, 1000, language) : nothing}
    ${which === "vomited" ? vomited(language) : nothing}
    ${which === "wrong" ? wrongDose(language, wrong) : nothing}
    ${which === "passed-over" ? passedOver(language) : nothing}
    ${which === "less" ? less(language, wrong) : nothing}
    <div class="ask-buttons"><button class="act" type="button" @click=${back}>${
    say("back", language)
  }</button><button class="act strong">${say(which === "less" ? "goPour" : "go", language)}</button></div>
  </form>`;
}

/** A name and a password. */
export interface Credential {
  login: string;
  password: string;
}

/** Login, unlock and second signature ask the same two things. */
export function credentialForm(
  words: { title: Word; hint: Word | readonly [string, string]; go: Word },
  language: Language,
  give: (credential: Credential) => void,
  back?: () => void,
): TemplateResult {
  const submit = (event: Event) => {
    const form = data(event);
    (event.target as HTMLFormElement).reset();
    give({ login: String(form.get("login")), password: String(form.get("password")) });
  };
  return html`<form class="ask credential" @submit=${submit}>
    <p class="ask-title">${say(words.title, language)}</p>
    <p class="hint">${
    typeof words.hint === "string"
      ? say(words.hint, language)
      : words.hint[language === "vi" ? 0 : 1]
  }</p>
    <label class="field">${say("loginName", language)}
      <input name="login" autocomplete="off" autocapitalize="none" spellcheck="false" required></label>
    <label class="field">${say("password", language)}
      <input name="password" type="password" autocomplete="off" required></label>
    <div class="ask-buttons">${
    back === undefined
      ? nothing
      : html`<button class="act" type="button" @click=${back}>${say("back", language)}</button>`
  }<button class="act strong">${say(words.go, language)}</button></div>
  </form>`;
}

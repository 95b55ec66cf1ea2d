// The text of doses, by the display rules R1 to R18. The Java class DoseText writes the same text;
// both are tested with dose-text.json. Integers only (R11): micrograms and microlitres.

export type Language = "vi" | "en";

const NO_BREAK = "\u00a0"; // R4
const NARROW = "\u202f"; // R9

const MASS_MOST = 999_950; // rounds to 1000 mg, which is never a dose (R9)
const GROUP_FROM = 10_000; // mL

/** A whole number with so many implied decimals, without trailing zeros (R2, R3, R8). */
function decimal(scaled: number, decimals: number, language: Language): string {
  const digits = Math.abs(scaled).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const part = digits.slice(digits.length - decimals).replace(/0+$/, "");
  const mark = language === "vi" ? "," : ".";
  return (scaled < 0 ? "−" : "") + whole + (part === "" ? "" : mark + part);
}

function rounded(value: number, step: number): number {
  const half = Math.floor((Math.abs(value) + Math.floor(step / 2)) / step);
  return value < 0 ? -half : half;
}

/** An amount of drug in mg, at most one decimal (R5, R10). A dose of 1000 mg or more is an error. */
export function mass(micrograms: number, language: Language): string {
  if (!Number.isSafeInteger(micrograms) || Math.abs(micrograms) >= MASS_MOST) {
    throw new RangeError("no dose: " + micrograms + " µg");
  }
  return decimal(rounded(micrograms, 100), 1, language) + NO_BREAK + "mg";
}

/** A volume in mL, at most two decimals (R5, R10); stock in groups of three (R9). */
export function volume(microlitres: number, language: Language): string {
  const hundredths = rounded(microlitres, 10);
  const whole = Math.floor(Math.abs(hundredths) / 100);
  if (whole < GROUP_FROM) {
    return decimal(hundredths, 2, language) + NO_BREAK + "mL";
  }
  const grouped = whole.toString().replace(/\B(?=(\d{3})+$)/g, NARROW);
  return (hundredths < 0 ? "−" : "") + grouped + NO_BREAK + "mL";
}

/** The strength, as amount per volume (R6). */
export function strength(microgramsPerMillilitre: number, language: Language): string {
  return decimal(rounded(microgramsPerMillilitre, 100), 1, language) + NO_BREAK + "mg/mL";
}

const VI = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const EN = [
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
  "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];
const TENS = [
  "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

function wordsVi(n: number): string {
  const hundreds = Math.floor(n / 100);
  const tens = Math.floor((n % 100) / 10);
  const ones = n % 10;
  const parts: string[] = [];
  if (hundreds > 0) {
    parts.push(VI[hundreds], "trăm");
  }
  if (tens > 0) {
    parts.push(...(tens === 1 ? ["mười"] : [VI[tens], "mươi"]));
  } else if (hundreds > 0 && ones > 0) {
    parts.push("linh");
  }
  if (ones === 1 && tens > 1) {
    parts.push("mốt");
  } else if (ones === 5 && tens > 0) {
    parts.push("lăm");
  } else if (ones > 0 || parts.length === 0) {
    parts.push(VI[ones]);
  }
  return parts.join(" ");
}

function wordsEn(n: number): string {
  const hundreds = Math.floor(n / 100);
  const rest = n % 100;
  const parts: string[] = [];
  if (hundreds > 0) {
    parts.push(EN[hundreds] + " hundred");
  }
  if (rest > 0 || hundreds === 0) {
    const ones = rest % 10;
    const small = rest < 20 ? EN[rest] : TENS[Math.floor(rest / 10)] + (ones > 0 ? "-" + EN[ones] : "");
    parts.push(small);
  }
  return parts.join(" and ");
}

/** The dose in words, to be read back (R13). */
export function words(micrograms: number, language: Language): string {
  mass(micrograms, language);
  const tenths = rounded(micrograms, 100);
  const whole = Math.floor(tenths / 10);
  const part = tenths % 10;
  if (language === "vi") {
    return wordsVi(whole) + (part > 0 ? " phẩy " + VI[part] : "") + " miligam";
  }
  const plural = tenths === 10 ? " milligram" : " milligrams";
  return wordsEn(whole) + (part > 0 ? " point " + EN[part] : "") + plural;
}

/** A day as dd/MM/yyyy in both languages (R15). */
export function day(iso: string): string {
  const [y, m, d] = iso.split("-");
  return `${d}/${m}/${y}`;
}

const DAYS: Readonly<Record<Language, readonly string[]>> = {
  vi: ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};

/** An ISO day with its day of the week; empty for none. */
export function weekday(iso: string, language: Language): string {
  const number = new Date(Date.parse(iso + "T00:00:00Z")).getUTCDay();
  const name = DAYS[language][number];
  return name === undefined ? "" : name + " " + day(iso);
}

/** The day before an ISO day. */
export function dayBefore(iso: string): string {
  return new Date(Date.parse(iso + "T00:00:00Z") - 86_400_000).toISOString().slice(0, 10);
}

/** What today's dose is held against. */
export interface Before {
  /** `taken`: a dose taken here; `prescribed`: the prescription of the day before. */
  kind: "taken" | "prescribed";
  day: string;
  micrograms: number;
}

/** Which way a dose changed: more, less, or the same. */
export function direction(now: number, before: number): "up" | "down" | "same" {
  return now > before ? "up" : now < before ? "down" : "same";
}

/** A changed dose says so in words, sign and old value (R12); a past day is named (R15). */
export function change(now: number, before: Before, today: string, language: Language): string {
  const yesterday = before.day === dayBefore(today);
  const old = mass(before.micrograms, language);
  const by = mass(Math.abs(now - before.micrograms), language);
  const when = whenText(before, yesterday, language);
  switch (direction(now, before.micrograms)) {
    case "up":
      return language === "vi"
        ? `▲ tăng ${by} so với ${when} (${old})`
        : `▲ up ${by} from ${when} (${old})`;
    case "down":
      return language === "vi"
        ? `▼ giảm ${by} so với ${when} (${old})`
        : `▼ down ${by} from ${when} (${old})`;
    case "same":
      return language === "vi" ? `Như ${when} (${old})` : `Same as ${when} (${old})`;
  }
}

function whenText(before: Before, yesterday: boolean, language: Language): string {
  const on = day(before.day);
  if (language === "vi") {
    const what = before.kind === "prescribed" ? "đơn " : "";
    return what + (yesterday ? "hôm qua " : before.kind === "taken" ? "lần trước " : "ngày ") + on;
  }
  const what = before.kind === "prescribed" ? "the prescription of " : "";
  return what + (yesterday ? "yesterday " : before.kind === "taken" ? "the last time " : "") + on;
}

/**
 * A typed volume in microlitres, or null when malformed: two marks, a mark first or last, leading
 * zeros, more than two decimals. Both marks are taken, neither ever groups (R8).
 */
export function parseVolume(text: string): number | null {
  const found = /^(0|[1-9]\d{0,4})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (found === null) {
    return null;
  }
  return Number(found[1]) * 1000 + Number((found[2] ?? "").padEnd(3, "0"));
}

// A standing notice in words: its mark, what it says, what it is about, and since when.

import type { Level, Notice, Told } from "../live/notices.ts";
import { day, type Language } from "./dose-text.ts";

const MARKS: Readonly<Record<Level, string>> = { high: "▲▲▲", medium: "▲▲", low: "▲" };

const WORDS = {
  high: ["ngay bây giờ", "now"],
  medium: ["hôm nay", "today"],
  low: ["sắp tới", "soon"],
  station: ["quầy", "counter"],
  since: ["từ", "since"],
  until: ["đến", "until"],
  left: ["còn", "left:"],
  over: ["QUÁ HẠN", "OVERDUE by"],
  hours: ["giờ", "h"],
  minutes: ["phút", "min"],
} as const;

function put(word: keyof typeof WORDS, l: Language): string {
  return WORDS[word][l === "vi" ? 0 : 1];
}

/** The shape beside the colour. */
export function mark(level: Level): string {
  return MARKS[level];
}

/** The word beside shape and colour. */
export function urgency(level: Level, l: Language): string {
  return put(level, l);
}

/** What it says and what to do. */
export function told(notice: Notice, l: Language): Told {
  return l === "vi" ? notice.vietnamese : notice;
}

/** Time that is left, or by how much it has passed: whole hours, below two of them minutes. */
export function left(minutes: number, l: Language): string {
  const off = Math.abs(minutes);
  const amount = off < 120
    ? `${off}\u00a0${put("minutes", l)}`
    : `${Math.floor(off / 60)}\u00a0${put("hours", l)}`;
  return `${put(minutes < 0 ? "over" : "left", l)} ${amount}`;
}

/** Station, labels and days, as far as they are known. */
export function about(notice: Notice, l: Language): string {
  return [
    notice.station === undefined ? "" : `${put("station", l)} ${notice.station}`,
    notice.minutesLeft === undefined ? "" : left(notice.minutesLeft, l),
    notice.of.join(", "),
    notice.since === undefined ? "" : `${put("since", l)} ${day(notice.since)}`,
    notice.until === undefined ? "" : `${put("until", l)} ${day(notice.until)}`,
  ].filter((part) => part !== "").join(" · ");
}

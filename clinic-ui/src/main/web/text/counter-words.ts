// Words of what helps at the counter: keys, search, mirror, silence. Vietnamese and English side by
// side.

import type { Language } from "./dose-text.ts";

const WORDS = {
  help: ["Trợ giúp", "Help"],
  closeHelp: ["Đóng trợ giúp", "Close help"],
  helpKeys: ["Phím", "Keys"],
  now: ["Bây giờ", "Now"],
  mirror: ["Đổi tay", "Swap hands"],
  mirrorName: [
    "Đổi tay: DỪNG và nút chính đổi bên",
    "Swap hands: STOP and the main button change sides",
  ],
  mirrorWaits: ["Không đổi bên khi đang rót", "Sides do not change while it pours"],
  find: ["Tìm / Quét", "Find / scan"],
  findName: ["Tìm theo tên hoặc số thứ tự", "Find by name or number"],
  foundNone: ["Không có ai tên như vậy", "Nobody has such a name"],
  silence: ["Tắt tiếng", "Silence"],
  silenceName: ["Tắt tiếng báo động một lúc", "Silence the alarm for a while"],
  silenced: ["Tắt tiếng, còn", "Silent, left:"],
  seconds: ["giây", "s"],
  numbered: ["Bấm số của việc muốn làm. Esc = thôi.", "Press the number of an act. Esc = none."],
  keys: [
    "Enter = nút chính · Esc, phím cách, 0 = DỪNG khi đang rót · F9 hay * = việc khác · / = tìm · F1 = trợ giúp · F2 = đổi tiếng",
    "Enter = main button · Esc, Space, 0 = STOP while pouring · F9 or * = other acts · / = find · F1 = help · F2 = language",
  ],
} as const satisfies Record<string, readonly [string, string]>;

/** The name of a word. */
export type CounterWord = keyof typeof WORDS;

/** A word in a language. */
export function tell(word: CounterWord, language: Language): string {
  return WORDS[word][language === "vi" ? 0 : 1];
}

/** Every word, for the tests. */
export const ALL: Readonly<Record<string, readonly [string, string]>> = WORDS;

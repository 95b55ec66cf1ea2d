// Words that stand around every page of staff.

import { lexicon } from "./lexicon.ts";

/** All of them, for the tests. */
export const FRAME = {
  counter: ["Quầy cấp phát", "Counter"],
  pharmacy: ["Khoa dược", "Pharmacy"],
  door: ["Đón tiếp", "Arrivals"],
  doctor: ["Bác sĩ", "Doctor"],
  "follow-up": ["Liên hệ", "Follow-up"],
  monitor: ["Toàn cảnh", "Overview"],
  admin: ["Quản trị", "Administration"],
  pages: ["Các trang", "Pages"],
  keys: ["F2 = đổi tiếng", "F2 = language"],
} as const satisfies Record<string, readonly [string, string]>;

/** Says one of them. */
export const frame = lexicon(FRAME);

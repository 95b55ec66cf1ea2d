// Words about a person, wherever one is looked for or shown beside the counter.

import type { Pair } from "./pharmacy-words.ts";

export const P = {
  find: ["Tìm người bệnh", "Find a patient"],
  findHint: [
    "Gõ vài chữ của họ tên, không cần dấu; thêm năm sinh nếu nhiều người trùng tên.",
    "Type a few letters of the name, without accents; add the year of birth where several fit.",
  ],
  name: ["Họ tên hoặc năm sinh", "Name or year of birth"],
  look: ["Tìm", "Look"],
  nobody: ["Không có ai như vậy. Thử ít chữ hơn.", "Nobody fits. Try fewer letters."],
  more: ["Còn nhiều người nữa: gõ thêm chữ hoặc năm sinh.", "There are more: type more letters or the year of birth."],
  born: ["Sinh năm", "Born"],
  similar: ["tên giống người khác: xem ảnh và năm sinh", "name like another's: check photo and birth year"],
  photo: ["Ảnh người bệnh", "Photo of the patient"],
  drawn: ["Hình vẽ, không phải người thật", "A drawing, nobody real"],
  noPhoto: ["Chưa có ảnh", "No photo"],
  other: ["Người khác", "Somebody else"],
  chosen: ["Người bệnh đang chọn", "The chosen patient"],
  unknownName: ["không có tên trong sổ", "no name on record"],
} as const satisfies Record<string, Pair>;

/** Functions of staff, by their codes. */
export const ROLES = {
  DISPENSER: ["cấp phát", "dispenser"],
  PHARMACIST: ["dược sĩ", "pharmacist"],
  STORE_KEEPER: ["thủ kho", "store keeper"],
  PRESCRIBER: ["bác sĩ", "doctor"],
  HEAD: ["trưởng cơ sở", "head of the clinic"],
  ADMINISTRATOR: ["quản trị", "administrator"],
} as const satisfies Record<string, Pair>;

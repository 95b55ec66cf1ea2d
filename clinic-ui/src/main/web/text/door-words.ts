// Words of the arrival desk, and of the display in the waiting room, which shows both languages at once.

import { lexicon } from "./lexicon.ts";

/** All of them, for the tests. */
export const DOOR = {
  title: ["Đón tiếp", "Arrivals"],
  arrive: ["Người đến", "Somebody comes"],
  scan: ["Quét hoặc nhập thẻ", "Scan or type a card"],
  take: ["Phát số", "Give a number"],
  noCard: ["Không có thẻ: tìm theo tên", "Without a card: by name"],
  nameHint: ["một phần tên", "part of the name"],
  search: ["Tìm", "Search"],
  found: ["Tìm thấy", "Found"],
  foundNobody: [
    "Không có ai tên như vậy trong ngày hôm nay.",
    "Nobody of today has such a name.",
  ],
  foundMore: ["Còn nữa: nhập thêm chữ trong tên.", "There are more: type more of the name."],
  born: ["sinh năm", "born"],
  arrivedHere: ["Đã đến", "Is here"],
  number: ["Số", "Number"],
  already: ["Đã có số từ trước", "Had this number before"],
  before: ["Đứng trước", "Before them"],
  nobodyBefore: ["Không có ai đứng trước", "Nobody before them"],
  waitForNumber: ["Xin chờ gọi số.", "Please wait for your number."],
  doctorFirst: ["Xin gặp bác sĩ trước.", "Please see the doctor first."],
  staffOnly: ["Chỉ dành cho nhân viên", "For staff only"],
  wayOn: ["Cách đi tiếp:", "Way on:"],
  late: ["Đã quá giờ nhận cuối. Vẫn nhận: ghi lý do.", "After the last intake. Take in all the same: why."],
  reason: ["Lý do", "Reason"],
  admit: ["Vẫn nhận", "Take in"],
  queue: ["Đang chờ", "Waiting"],
  nobodyWaits: ["Chưa có ai chờ.", "Nobody is waiting."],
  doctorList: ["Gặp bác sĩ trước", "Doctor first"],
  nobodyForDoctor: ["Không có ai phải gặp bác sĩ.", "Nobody has to see the doctor."],
  notCome: ["Chưa đến", "Not here yet"],
  dosed: ["Đã cấp", "Dosed"],
  toFront: ["Lên trước", "To the front"],
  fromFront: ["Về chỗ cũ", "Back in line"],
  frontHint: [
    "Lý do được lưu, không hiện ở màn hình công cộng.",
    "The reason is kept, and stands on no public screen.",
  ],
  save: ["Lưu", "Store"],
  cancel: ["Thôi", "Not now"],
  loading: ["Đang tải…", "Loading…"],
  andMore: ["và thêm", "and more:"],
  display: ["Màn hình gọi số", "Public display"],
} as const satisfies Record<string, readonly [string, string]>;

/** The display: both at once. */
export const DISPLAY = {
  title: ["Mời theo số", "Please come by number"],
  now: ["Đang ở quầy", "At the counter"],
  station: ["Quầy", "Counter"],
  next: ["Mời tiếp theo", "Next"],
  wait: ["Tiếp sau", "Then"],
  nobody: ["Chưa có số nào chờ", "No numbers waiting"],
  more: ["và thêm", "and more"],
  ask: ["Không thấy số của mình? Xin hỏi nhân viên tại bàn.", "Your number is not here? Please ask at the desk."],
  old: ["Màn hình chưa cập nhật. Xin nghe nhân viên gọi.", "Not up to date. Please listen for the staff."],
  connecting: ["Đang kết nối…", "Connecting…"],
} as const satisfies Record<string, readonly [string, string]>;

/** Says a word of the desk. */
export const door = lexicon(DOOR);

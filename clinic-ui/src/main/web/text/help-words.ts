// What F1 tells, in both languages: a page's own text, and one for each part or state of it. A new
// page needs an entry here and `Help` of live/help.ts, nothing else.

import type { Language } from "./dose-text.ts";
import { STAFF_TOPICS } from "./staff-help.ts";

/** Vietnamese, English. */
export type Both = readonly [string, string];

/** What is told of one thing. */
export interface Topic {
  title: Both;
  lines: readonly Both[];
}

/** A key and what it does. */
export type KeyLine = readonly [key: string, does: Both];

const F1: KeyLine = ["F1", ["mở hoặc đóng trợ giúp này", "opens and closes this help"]];
const F2: KeyLine = ["F2", ["đổi tiếng Việt – Anh", "Vietnamese – English"]];

/** Keys of each page. */
export const KEYS: Readonly<Record<string, readonly KeyLine[]>> = {
  counter: [
    ["Enter", ["nút chính", "the main button"]],
    [
      "Esc · Space · 0",
      ["DỪNG khi đang rót (0 của bàn phím số)", "STOP while it pours (0 of the numeric pad)"],
    ],
    ["F9 · *", ["đánh số các việc khác, rồi bấm số", "numbers the other acts; then its number"]],
    ["/", ["tìm trong hàng chờ", "finds in the queue"]],
    ["↑ ↓", ["chọn trong hàng chờ khi không rót", "chooses in the queue while nothing pours"]],
    ["Esc", ["thôi, về nút chính", "back to the main button"]],
    F1,
    F2,
  ],
  pharmacy: [
    ["/", ["đến ô quét chai", "to the field for a bottle's label"]],
    ["Esc", ["thôi; ở trang Bơm là DỪNG", "back; on the pump's page STOP"]],
    F1,
    F2,
  ],
  other: [["Esc", ["thôi, đóng trợ giúp", "back, closes this help"]], F1, F2],
};

/** Every topic by its name: a page, or page/part. */
export const TOPICS: Readonly<Record<string, Topic>> = {
  "counter/login": {
    title: ["Vào ca", "Begin work"],
    lines: [
      ["Đăng nhập bằng tên và mật khẩu của mình: vào ca luôn.", "Log in by your own name and password: that signs you in."],
      ["DỪNG dùng được cả khi chưa đăng nhập hay đã khóa.", "STOP works without a login, and behind a lock."],
    ],
  },
  "counter/waiting": {
    title: ["Chờ người bệnh", "Waiting for a patient"],
    lines: [
      ["Thẻ hoặc mã QR trước, rồi ngón tay. Không phải bấm gì.", "Card or QR code first, then the finger. Nothing is tapped."],
      ["Ai đã đến thì bấm Đã đến: người đó có số.", "Tap Here for who has come: they get a number."],
      [
        "Vừa bấm nhầm: mở Việc khác của liều vừa xong; sửa được trong 2 phút.",
        "A mis-tap: open More about the dose just ended; for 2 minutes it is put right.",
      ],
    ],
  },
  "counter/identity": {
    title: ["Đúng người?", "The right person?"],
    lines: [
      ["So ảnh với người trước khi xem kết quả vân tay.", "Compare photo and person before the finger's result."],
      ["Không đọc được vân tay: ghi lý do, người thứ hai ký.", "A finger that cannot be read: say why, a second person signs."],
      ["Vân tay của người khác: dược sĩ hoặc bác sĩ quyết định.", "Another's finger: a pharmacist or doctor decides."],
    ],
  },
  "counter/review": {
    title: ["Trước khi rót", "Before the pour"],
    lines: [
      ["Đặt cốc rỗng lên cân. Hỏi tên và liều, nhắc lại.", "Empty cup on the scale. Ask name and dose, read back."],
      ["Không tỉnh táo: chờ khám lại, giữ chỗ. Không phạt ai.", "Not fit: a re-check later, the place is kept."],
      ["Uống ít hơn theo ý người bệnh: ghi lý do; bác sĩ được báo.", "Less by the patient's wish: a reason; the doctor is told."],
    ],
  },
  "counter/pour": {
    title: ["Đang rót", "Pouring"],
    lines: [
      ["DỪNG không hỏi lại. Dừng thừa không sao: rót tiếp được bằng một lần bấm.", "STOP never asks. A needless stop costs one tap: the rest is poured."],
      ["Nếu DỪNG CHƯA XÁC NHẬN: bấm nút đỏ trên máy bơm.", "STOP NOT CONFIRMED: press the red button on the pump."],
    ],
  },
  "counter/measured": {
    title: ["Trao cốc", "Hand the cup over"],
    lines: [
      ["Nhấc cốc trong một phút và trao cho đúng người trong ảnh: nhấc là trao.", "Lift the cup within a minute and give it to the person of the photo: lifting hands it over."],
      ["Người đó không còn đó: Giữ cốc, tối đa 15 phút, rồi nhận dạng lại.", "The person is not there: Hold, at most 15 minutes, then identify again."],
    ],
  },
  "counter/out": {
    title: ["Cốc ở người bệnh", "The cup is out"],
    lines: [
      ["Xem uống, tráng cốc, nói vài câu; rồi bấm Đã uống hết.", "Watch, rinse, speak a few words; then Swallowed all."],
      ["Uống một phần, trả lại, đổ, mang đi, không thấy: chọn đúng việc đã xảy ra.", "A part, given back, spilled, carried off, not seen: choose what happened."],
      ["Hai người cùng vào ca thì rót cho người sau được; cốc này vẫn hiện bên phải.", "With two signed in the next may be poured for; this cup stays at the right."],
    ],
  },
  "counter/discrepancy": {
    title: ["Liều dở hoặc sai lệch", "A part dose or a discrepancy"],
    lines: [
      ["Bơm và cân khớp: Rót tiếp, một người.", "Pump and scale agree: pour the rest, one person."],
      ["Không khớp: rút phần thừa và cân lại, cho uống như hiện có (hai người), hoặc hủy vào thùng thải.", "They disagree: draw off and weigh again, give as it is (two persons), or into the waste container."],
    ],
  },
  "counter/unknown": {
    title: ["Chưa rõ kết quả", "Outcome unknown"],
    lines: [
      ["Không đoán. Xem bơm, tìm cốc, đọc cân, hỏi người bệnh đã uống chưa.", "No guessing. Look at the pump, find the cup, read the scale, ask whether the patient drank."],
      ["Chưa xử lý xong thì hôm nay không ai rót lần nữa cho người này.", "Until it is settled nobody pours for this person again today."],
    ],
  },
  "pharmacy": {
    title: ["Khoa dược", "Pharmacy"],
    lines: [
      ["Mỗi việc một trang ở bên trái. Không trang nào khóa quầy.", "A page for each job, at the left. None of them locks a counter."],
      ["Dòng trên cùng là việc còn nợ; bấm vào là đến trang làm việc đó.", "The line at the top is what is owed; it leads to the page that ends it."],
      ["Số gõ dấu phẩy hay dấu chấm đều được, một dấu thôi.", "Numbers take a comma or a point, one only."],
    ],
  },
  "pharmacy/opening": {
    title: ["Mở ngày", "Open the day"],
    lines: [["Niêm phong, cân chai, kiểm bơm, cân chuẩn: xong cả bốn thì quầy mở.", "Seal, weights, pump check, reference weight: after all four the counter opens."]],
  },
  "pharmacy/hand-over": {
    title: ["Giao ca", "Hand over"],
    lines: [["Cân chai đang mở; người giao và người nhận cùng ký một số.", "Weigh the open bottle; both sign the same figure."]],
  },
  "pharmacy/count": {
    title: ["Đếm", "Count"],
    lines: [["Đếm mù: sổ chỉ hiện sau khi hai người ghi số đếm được.", "Blind: the book is shown after two have written what they found."]],
  },
  "pharmacy/close": {
    title: ["Đóng ngày", "Close the day"],
    lines: [["Số niêm phong và nhiệt độ kho. Sau đó chỉ còn dòng sửa, không sửa đè.", "Seal number and temperature. From then on corrections are new lines."]],
  },
  "pharmacy/receipt": {
    title: ["Nhận hàng", "Receive"],
    lines: [["Lô, hạn dùng, số chai; hai người ký; in nhãn của mình cho từng chai.", "Batch, expiry, bottles; two sign; our own label for each bottle."]],
  },
  "pharmacy/service": {
    title: ["Bơm", "Pump"],
    lines: [
      ["Mồi, xả, rót thử đều có dòng trong sổ. DỪNG luôn ở bên.", "Prime, purge and check shots have a line in the book. STOP stands beside."],
      ["Đổi máy: máy dự phòng đã ghi trước, xả ống, một lần rót thử có cân.", "A change: a registered spare, purge, one weighed check shot."],
    ],
  },
  "sim": {
    title: ["Bảng mô phỏng", "Simulators' panel"],
    lines: [
      ["Bên trái: đóng vai người bệnh, cốc, chai. Giữa: lỗi và byte của từng máy. Bên phải: thu, phát lại, sự kiện.", "Left: play patient, cup, bottle. Middle: faults and bytes of each device. Right: record, replay, events."],
      ["Mọi thứ ở đây cũng là một lệnh HTTP của cổng điều khiển.", "Everything here is also an HTTP call of the control port."],
    ],
  },
};

/** The topic of a name; of its page where the part has none. */
export function topic(name: string): Topic | undefined {
  const page = name.split("/")[0];
  return TOPICS[name] ?? STAFF_TOPICS[name] ?? TOPICS[page] ?? STAFF_TOPICS[page];
}

/** The keys of a page. */
export function keysOf(name: string): readonly KeyLine[] {
  return KEYS[name.split("/")[0]] ?? KEYS.other;
}

/** One of the two. */
export function of(both: Both, language: Language): string {
  return both[language === "vi" ? 0 : 1];
}

// What frames of the text protocols mean, in words, beside the manual's own letters. Only for people
// at the panel: nothing decides by it. What is not listed is shown in the manual's letters alone.

import type { Language } from "../text/dose-text.ts";

type Row = readonly ["in" | "out", RegExp, string, string];

const NEW_ERA: readonly Row[] = [
  ["in", /^\d{0,2}$/, "hỏi trạng thái", "asks the status"],
  ["in", /^\d*SAF/, "chế độ an toàn, canh giờ im lặng", "Safe mode with its watchdog"],
  ["in", /^\d*VER/, "hỏi phiên bản", "asks the version"],
  ["in", /^\d*DIS/, "hỏi đã bơm bao nhiêu", "asks what was dispensed"],
  ["in", /^\d*CLD/, "xóa bộ đếm", "clears the counter"],
  ["in", /^\d*DIR/, "chiều bơm", "direction"],
  ["in", /^\d*PF/, "sau khi mất điện", "after a loss of power"],
  ["in", /^\d*RAT/, "tốc độ", "rate"],
  ["in", /^\d*VOL/, "thể tích sẽ bơm", "volume to pump"],
  ["in", /^\d*DIA/, "đường kính", "diameter"],
  ["in", /^\d*RUN/, "CHẠY", "RUN"],
  ["in", /^\d*STP/, "DỪNG", "STOP"],
  ["out", /A\?S/, "báo động: kẹt động cơ", "alarm: motor stalled"],
  ["out", /A\?R/, "báo động: đã mất điện", "alarm: power was lost"],
  ["out", /A\?T/, "báo động: đường truyền im lặng", "alarm: the line was silent"],
  ["out", /A\?/, "báo động", "alarm"],
  ["out", /\?OOR/, "từ chối: ngoài khoảng", "refused: out of range"],
  ["out", /\?/, "từ chối", "refused"],
  ["out", /^\d\dI/, "đang bơm", "pumping"],
  ["out", /^\d\dW/, "đang hút về", "withdrawing"],
  ["out", /^\d\dP/, "tạm dừng", "paused"],
  ["out", /^\d\dS/, "đứng yên", "stands"],
];

const REGLO: readonly Row[] = [
  ["in", /^\d#/, "hỏi kiểu máy", "asks the model"],
  ["in", /^\d\(/, "hỏi phiên bản", "asks the firmware"],
  ["in", /^\dxS/, "hỏi số máy", "asks the serial number"],
  ["in", /^\dxA/, "hỏi số kênh", "asks the channels"],
  ["in", /^\dxE/, "bật tin tự gửi", "events on or off"],
  ["in", /^\d~/, "gọi theo kênh", "addresses channels"],
  ["in", /^\dE/, "đang chạy không?", "does it run?"],
  ["in", /^\d:/, "hỏi đã bơm bao nhiêu", "asks what was dispensed"],
  ["in", /^\d(O|xM)/, "chế độ theo thể tích", "mode: by volume"],
  ["in", /^\d(J|K|xD)/, "chiều bơm", "direction"],
  ["in", /^\df/, "tốc độ", "rate"],
  ["in", /^\dv/, "thể tích sẽ bơm", "volume to pump"],
  ["in", /^\dW/, "xóa bộ đếm", "clears the counter"],
  ["in", /^\dH/, "CHẠY", "START"],
  ["in", /^\dI/, "DỪNG", "STOP"],
  ["out", /^\*/, "được", "done"],
  ["out", /^#/, "từ chối", "refused"],
  ["out", /\^X/, "tin: kênh đã dừng", "event: the channel stopped"],
  ["out", /\^U/, "tin: đang chạy", "event: progress"],
];

const EZO: readonly Row[] = [
  ["in", /^D,\?/i, "hỏi đang bơm gì", "asks what it dispenses"],
  ["in", /^D,/i, "BƠM", "DISPENSE"],
  ["in", /^DC,\?/i, "hỏi tốc độ nhanh nhất", "asks its fastest rate"],
  ["in", /^X/i, "DỪNG", "STOP"],
  ["in", /^R/i, "hỏi lần này đã bơm", "asks what this run dispensed"],
  ["in", /^TV/i, "hỏi đã bơm tất cả", "asks what was dispensed in all"],
  ["in", /^PV/i, "hỏi điện áp bơm", "asks the pump's supply"],
  ["in", /^P,\?/i, "tạm dừng không?", "is it paused?"],
  ["in", /^i/i, "hỏi là máy nào", "asks who it is"],
  ["in", /^C,/i, "tự báo liên tục", "reports by itself"],
  ["out", /\*ER/, "từ chối", "refused"],
  ["out", /\*DONE/i, "bơm xong", "dispensing is done"],
  ["out", /\*OK/, "được", "done"],
];

const CAVRO: readonly Row[] = [
  ["in", / &$/, "hỏi phiên bản", "asks the firmware"],
  ["in", / Q$/, "hỏi trạng thái", "asks the status"],
  ["in", / \?4?$/, "hỏi vị trí pít-tông", "asks where the plunger is"],
  ["in", / \?/, "hỏi một giá trị", "asks for a value"],
  ["in", / T/, "DỪNG", "STOP"],
  ["in", / [ZYW]/, "khởi động cơ", "initialises"],
  ["in", /R$/, "làm chuỗi lệnh", "executes a string"],
  ["out", /^ready/, "sẵn sàng", "ready"],
  ["out", /^busy/, "đang làm", "busy"],
];

const WEIGHT: readonly Row[] = [
  ["out", /^S S|^ST/, "số cân ổn định", "stable weight"],
  ["out", /^S D|^US/, "số cân chưa yên", "weight not at rest"],
  ["out", /^S \+|^OL|High|OVERLOAD/i, "quá tải", "overload"],
  ["out", /^S -|Low|UNDER/i, "dưới khoảng cân", "below the range"],
  ["out", /[\d.]+ *g/, "số cân", "a weight"],
];

const SICS: readonly Row[] = [
  ["in", /^@/, "bắt đầu lại", "begins anew"],
  ["in", /^I\d/, "hỏi là cân nào", "asks who it is"],
  ["in", /^SI/, "hỏi số cân ngay", "asks the weight at once"],
  ["in", /^S$/, "hỏi số cân khi yên", "asks the weight at rest"],
  ["in", /^Z/, "đặt số không", "sets zero"],
  ["in", /^TAC/, "xóa bì", "clears the tare"],
  ["in", /^TA/, "hỏi bì", "asks the tare"],
  ["in", /^T/, "trừ bì", "tares"],
  ["out", /^I4 A/, "số máy", "serial number"],
  ["out", /^I\d/, "là cân này", "this is who it is"],
  ["out", /^TA A/, "bì", "the tare"],
  ["out", / A$/, "được", "done"],
  ["out", / I$/, "bây giờ không được", "not now"],
  ...WEIGHT,
];

const OTHER_SCALES: readonly Row[] = [
  ["in", /x\d_|\?(SN|TN|ID)|PSN|^P?V/, "hỏi là cân nào", "asks who it is"],
  ["in", /^(Q|SI|IP|S|SP)$/, "hỏi số cân", "asks the weight"],
  ["in", /P$/, "hỏi số cân", "asks the weight"],
  ["in", /^(Z|R)$|V$/, "đặt số không", "sets zero"],
  ["in", /T$/, "trừ bì", "tares"],
  ["in", /^C$|^0P$/, "thôi tự gửi", "no longer by itself"],
  ...WEIGHT,
];

const CARD: readonly Row[] = [["out", /^[0-9A-F]{10}/i, "số thẻ", "number of a card"]];
const CODE: readonly Row[] = [["out", /./, "chữ trong mã", "text of a code"]];

const BY_MODEL: Readonly<Record<string, readonly Row[]>> = {
  "new-era": NEW_ERA,
  "reglo-icc": REGLO,
  "ezo-pmp": EZO,
  "cavro-oem": CAVRO,
  "cavro-dt": CAVRO,
  "mt-sics": SICS,
  "sartorius-sbi": OTHER_SCALES,
  "and-standard": OTHER_SCALES,
  ohaus: OTHER_SCALES,
  "comma-stream": OTHER_SCALES,
  yaohua: OTHER_SCALES,
  rdm6300: CARD,
  "id-12la": CARD,
  "qr-cdc": CODE,
};

/** What a frame means in words; nothing, where the manual's letters have to do. */
export function gloss(
  model: string,
  dir: "in" | "out",
  meaning: string,
  language: Language,
): string {
  const row = BY_MODEL[model]?.find((r) => r[0] === dir && r[1].test(meaning));
  return row === undefined ? "" : row[language === "vi" ? 2 : 3];
}

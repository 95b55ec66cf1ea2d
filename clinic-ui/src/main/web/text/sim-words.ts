// Words of the simulators' panel, Vietnamese and English side by side. Names of faults and parameters
// are those of the control port.

import type { Language } from "./dose-text.ts";

const WORDS = {
  simLogin: ["Đăng nhập ở trang quầy trước.", "Log in on the counter page first."],
  simNone: [
    "Không có thiết bị mô phỏng: chỉ có trong ./clinic demo.",
    "No simulated devices: there are some in ./clinic demo only.",
  ],
  world: ["Thế giới mô phỏng", "Simulated world"],
  person: ["Người số", "Person number"],
  presentBoth: ["Thẻ + ngón tay", "Card + finger"],
  presentCard: ["Đưa thẻ", "Present card"],
  scanQr: ["Quét thẻ QR", "QR card"],
  scanForged: ["Quét thẻ QR giả", "Forged QR card"],
  scanLost: ["Quét thẻ QR đã mất", "Lost QR card"],
  layFinger: ["Đặt ngón tay", "Lay finger"],
  layDry: ["Ngón khô", "Dry finger"],
  layOther: ["Ngón người khác", "Another's finger"],
  liftFinger: ["Nhấc ngón tay", "Lift finger"],
  cupPut: ["Đặt cốc mới", "Put fresh cup"],
  cupLift: ["Nhấc cốc", "Lift cup"],
  cupBack: ["Đặt lại", "Put back"],
  cupDrink: ["Uống hết", "Drink all"],
  cupHalf: ["Uống nửa", "Drink half"],
  cupDiscard: ["Đổ thùng thải", "Into waste"],
  cupWater: ["+ 1 mL nước", "+ 1 mL water"],
  cupFill: ["+ 1 mL thuốc", "+ 1 mL product"],
  cupDraw: ["Rút 0,5 mL", "Draw off 0.5 mL"],
  newBottle: ["Chai mới", "New bottle"],
  speed: ["Tốc độ", "Speed"],
  truth: ["Thể tích thật", "True volumes"],
  tBottle: ["trong chai", "in the bottle"],
  tLine: ["trong ống", "in the line"],
  tCup: ["trong cốc", "in the cup"],
  tScale: ["trên cân (thật)", "on the scale (true)"],
  tDrunk: ["đã uống", "drunk"],
  tWaste: ["thùng thải", "waste"],
  tSpilled: ["đã đổ", "spilled"],
  tAway: ["bị mang đi", "carried away"],
  tProduct: ["thuốc trong cốc", "product in the cup"],
  tBottles: ["trong chai đã thay", "in bottles taken away"],
  tCrossedOut: ["rơi sang bàn khác", "fell onto another station's pan"],
  tCrossedIn: ["rơi từ vòi bàn khác", "fell here from another's spout"],
  tAdded: ["thêm bằng tay", "added by hand"],
  tSupplied: ["đã cấp (chai, ống)", "supplied (bottles, line)"],
  tFlow: ["đang chảy", "flowing now"],
  balanced: ["Tổng nơi có = tổng đã vào", "Everything that came in is somewhere"],
  unbalanced: ["Tổng nơi có khác tổng đã vào:", "What is somewhere differs from what came in by"],
  runs: ["Bơm đã chạy thật", "True movements of the pump"],
  runCause: ["Vì sao", "Why"],
  runCommanded: ["Lệnh", "Commanded"],
  runMoved: ["Chảy thật", "Moved"],
  noRuns: ["bơm chưa chạy lần nào", "the pump has not moved yet"],
  unlimited: ["không giới hạn", "no limit"],
  "cause-wire": ["lệnh của máy chủ", "host's command"],
  "cause-front-panel": ["nút trên bơm", "keys of the pump"],
  "cause-leak": ["rò", "leak"],
  "cause-purge": ["xả, khởi động", "purge, initialising"],
  station: ["Bàn", "Station"],
  spout: ["Vòi của bàn này nằm trên cân của bàn", "This station's spout hangs over the pan of"],
  crossed: ["▲▲ ống bị lẫn", "▲▲ tubes crossed"],
  spoutCross: ["Lẫn ống sang", "Cross tubes to"],
  spoutHome: ["Trả vòi về chỗ", "Hang the spout back"],
  cupOn: ["cốc trên cân", "cup on the scale"],
  cupOff: ["không có cốc trên cân", "no cup on the scale"],
  faults: ["Lỗi", "Fault"],
  faultOnce: ["một lần", "once"],
  clearFaults: ["Xóa lỗi", "Clear faults"],
  powerCycle: ["Tắt bật nguồn", "Power cycle"],
  pull: ["Rút dây", "Unplug"],
  plug: ["Cắm dây", "Plug"],
  swap: ["Đổi máy khác", "Swap unit"],
  frontPanel: ["Chạy 0,5 mL bằng nút trên bơm", "Run 0.5 mL at the pump's keys"],
  frames: ["Byte trên dây", "Bytes on the wire"],
  freeze: ["Dừng cuộn", "Freeze"],
  resume: ["Cuộn tiếp", "Resume"],
  save: ["Lưu", "Save"],
  direction: ["Hướng", "Direction"],
  dirIn: ["tới máy", "to the device"],
  dirOut: ["từ máy", "from the device"],
  time: ["Lúc", "Time"],
  filter: ["Lọc", "Filter"],
  bytes: ["Byte", "Bytes"],
  meaning: ["Nghĩa", "Meaning"],
  noFrames: ["chưa có byte nào", "no bytes yet"],

  // What can go wrong.
  faultValue: ["Giá trị", "Value"],
  faultSet: ["Đặt lỗi", "Set fault"],
  noFaults: ["không có lỗi nào đang đặt", "no fault is set"],
  "no-answer": ["không trả lời", "no answer"],
  "late-answer": ["trả lời chậm", "late answer"],
  truncate: ["câu trả lời bị cụt", "answer cut short"],
  "bad-checksum": ["sai mã kiểm tra", "bad checksum"],
  noise: ["nhiễu trước câu trả lời", "noise before the answer"],
  glued: ["hai câu dính nhau", "two answers glued"],
  split: ["từng byte rời", "byte by byte"],
  "duplicate-reply": ["trả lời hai lần", "answers twice"],
  "wrong-address": ["sai địa chỉ", "wrong address"],
  unplug: ["tuột dây giữa chừng", "cable comes off in mid-answer"],
  stall: ["kẹt động cơ", "motor stalls"],
  "over-pour": ["chảy nhiều hơn số đếm", "pours more than it counts"],
  "ignore-stop": ["không nghe lệnh DỪNG", "ignores STOP"],
  air: ["khí trong ống", "air in the line"],
  "slow-leak": ["rò khi đứng yên", "leaks while it stands"],
  "bottle-empty": ["hết chai", "bottle empty"],
  "stop-short": ["tự dừng sớm", "stops short by itself"],
  "pump-error": ["lỗi riêng của bơm", "error of the pump itself"],
  "news-in-answer": ["tin tự gửi nằm trong câu trả lời", "unasked news inside an answer"],
  "stuck-weight": ["số cân đứng yên", "weight is stuck"],
  unstable: ["cân không ổn định", "never stable"],
  drift: ["số cân trôi", "weight drifts"],
  overload: ["quá tải", "overload"],
  "scale-error": ["lỗi riêng của cân", "error of the scale itself"],
  dry: ["mọi ngón đều khô", "every finger is dry"],
  wet: ["mọi ngón đều ướt", "every finger is wet"],
  "false-mismatch": ["đúng người mà báo không khớp", "right person, no match"],
  "false-match": ["sai người mà báo khớp", "wrong person, match"],
  "template-refused": ["không nhận mẫu", "template refused"],
  "answer-code": ["trả lời bằng một mã lỗi", "answers with an error code"],
  reboot: ["khởi động lại", "starts anew"],
  flicker: ["lúc thấy ngón lúc không", "finger seen now and then"],
  "merge-anything": ["ghép các ngón khác nhau", "merges different fingers"],
  "raw-mismatch": ["hai lần lấy không khớp nhau", "two captures do not match"],
  "short-ack": ["câu «không» thiếu số", "a “no” without its numbers"],
  "slow-search": ["tìm rất lâu", "slow search"],
  "two-cards": ["hai thẻ cùng lúc", "two cards at once"],
  "lost-start": ["mất byte đầu", "first byte lost"],
  "lower-case": ["chữ thường", "lower case"],
  jitter: ["lúc nhanh lúc chậm", "jitter"],
  "not-utf8": ["bảng mã khác", "another code page"],
  "no-suffix": ["thiếu cuối dòng", "no end of line"],
  milliseconds: ["mili giây", "milliseconds"],
  atByte: ["sau số byte", "after so many bytes"],
  atMicrolitres: ["sau số µL", "after so many µL"],
  factor: ["hệ số", "factor"],
  code: ["mã", "code"],
  permille: ["phần nghìn", "per mille"],
  microlitresPerSecond: ["µL mỗi giây", "µL a second"],
  microgramsPerSecond: ["µg mỗi giây", "µg a second"],

  // Sessions: recorded and played again.
  sessions: ["Thu và phát lại phiên", "Record and replay"],
  sessionName: ["Tên phiên", "Session name"],
  fresh: [
    "cắm lại mọi dây trước (để phát lại được)",
    "plug every cable anew first (so that it can be replayed)",
  ],
  record: ["Thu phiên", "Record"],
  stopRecording: ["Ngừng và lưu", "Stop and save"],
  recording: ["● Đang thu", "● Recording"],
  recorded: ["Đã lưu", "Saved"],
  lines: ["dòng", "lines"],
  download: ["Tải về", "Download"],
  session: ["Phiên đã lưu", "Saved session"],
  noSessions: ["chưa có phiên nào", "no session yet"],
  replaySpeed: ["Tốc độ", "Speed"],
  replay: ["Phát lại", "Replay"],
  stopReplay: ["Ngừng phát lại", "End the replay"],
  replaying: ["▶ Đang phát lại", "▶ Replaying"],
  "state-playing": ["đang phát", "playing"],
  "state-waiting": ["chờ máy chủ nói", "waits for the host"],
  "state-differs": ["máy chủ nói khác", "the host differs"],
  "state-over": ["đã phát hết", "all played"],
  expected: ["đợi", "expected"],
  came: ["đến", "came"],

  // Events.
  events: ["Sự kiện MQTT", "MQTT events"],
  event: ["Chủ đề và nội dung", "Topic and payload"],
  noEvents: ["chưa có sự kiện nào", "no events yet"],
  noBroker: ["không có máy chủ tin (MQTT)", "there is no MQTT broker"],

  // What people cannot do just now, in the words of the simulators' control port.
  refusedInEnglish: ["Không làm được:", "Not possible:"],
} as const satisfies Record<string, readonly [string, string]>;

/** The name of a word of the panel. */
export type SimWord = keyof typeof WORDS;

/** What the control port refuses, in Vietnamese; a test compares it with the simulators. */
const REASONS: Readonly<Record<string, string>> = {
  "a cup stands on the scale; lift it first": "trên cân đang có cốc; nhấc cốc trước",
  "a recording is on; end it first": "đang thu một phiên; ngừng phiên đó trước",
  "a recording is on, and has one speed; end it first":
    "đang thu một phiên, và phiên chỉ có một tốc độ; ngừng thu trước",
  "a session is being replayed; end that first": "đang phát lại một phiên; ngừng phiên đó trước",
  "no cup stands on the scale; put one first": "trên cân không có cốc; đặt cốc trước",
  "no cup was lifted; put one": "chưa nhấc cốc nào; đặt cốc mới",
  "no device of the session is on this bench; names must be the same":
    "không máy nào của phiên có ở đây; tên máy phải trùng nhau",
  "the cup does not hold so much; draw off less": "trong cốc không có nhiều như vậy; rút ít hơn",
  "the cup stands on the scale already": "cốc đã ở trên cân",
  "the front panel is disabled (B)": "nút trên bơm đang bị tắt (B)",
  "the front panel is locked (LOC 1)": "nút trên bơm đang bị khóa (LOC 1)",
  "the pump has no power": "bơm không có điện",
  "the pump is running": "bơm đang chạy",
  "there is no cup to drink from; put one first": "không có cốc để uống; đặt cốc trước",
  "there is no cup to empty; put one first": "không có cốc để đổ; đặt cốc trước",
  "there is no cup to pour into; put one first": "không có cốc để rót vào; đặt cốc trước",
};

/** A word of the panel in a language. */
export function sim(word: SimWord, language: Language): string {
  return WORDS[word][language === "vi" ? 0 : 1];
}

/** A word by a name that came over the wire; the name itself when it has none. */
export function simName(name: string, language: Language): string {
  return name in WORDS ? sim(name as SimWord, language) : name;
}

/** Why the control port said no; what has no words of ours is told as it came. */
export function reason(text: string, language: Language): string {
  const own = language === "vi" ? REASONS[text] : text;
  return own ?? `${sim("refusedInEnglish", language)} ${text}`;
}

/** Every word and reason, for the tests. */
export const SIM: Readonly<Record<string, readonly [string, string]>> = WORDS;
export const SIM_REASONS: Readonly<Record<string, string>> = REASONS;

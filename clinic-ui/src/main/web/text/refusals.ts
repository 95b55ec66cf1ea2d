// Refusals and notices of the service in Vietnamese, by code: what it is, and the way on. English
// comes from the service. A test holds the codes against the page of troubleshooting.

import type { Language } from "./dose-text.ts";

/** What the service refuses or tells. */
export interface Refusal {
  code: string;
  rule: string;
  text: string;
  liftedBy: string;
  vietnamese?: { text: string; liftedBy: string };
}

const VI: Readonly<Record<string, readonly [string, string]>> = {
  "sign-in-first": ["Chưa ai vào ca tại quầy.", "vào ca tại quầy này"],
  "lifted-not-handed-over": [
    "Cốc bị nhấc lên nhưng CHƯA được trao.",
    "đặt cốc lại lên cân, rồi nhận dạng lại người bệnh",
  ],
  "card-revoked": [
    "Thẻ này đã báo mất hoặc đã được thay.",
    "dùng thẻ mới nhất hoặc thẻ khác; thẻ mới làm tại phòng đăng ký",
  ],
  "card-of-another-clinic": [
    "Thẻ này của cơ sở khác.",
    "dùng thẻ của cơ sở này; người từ nơi khác đến phải đăng ký trước",
  ],
  "card-forged": [
    "Thẻ này không phải do cơ sở làm ra như vậy.",
    "quét lại; nếu vẫn vậy, giữ thẻ, gọi dược sĩ và dùng thẻ khác",
  ],
  "no-such-person": ["Chưa có người nào đăng ký như vậy.", "đăng ký người bệnh trước"],
  "unreadable-code": [
    "Máy quét đọc được thứ không phải thẻ.",
    "giữ thẻ phẳng và yên; nếu vẫn vậy, kiểm tra cài đặt máy quét",
  ],
  "unknown-card": ["Thẻ không có trong sổ.", "đưa thẻ khác, hoặc gọi dược sĩ"],
  "no-read": ["Không đọc được vân tay.", "lau tay và đưa thẻ lại; hoặc thẻ và ảnh, người thứ hai ký"],
  "no-read-limit": ["Hôm nay đã quá nhiều lần bỏ qua vân tay.", "dược sĩ hoặc bác sĩ cùng ký; hoặc đọc lại vân tay"],
  "reader-out-of-order": ["Máy vân tay hỏng.", "thẻ và ảnh, người thứ hai ký"],
  "identity-doubt": ["Vân tay không phải của thẻ này.", "dược sĩ hoặc bác sĩ cùng người thứ hai quyết định"],
  "nothing-to-resolve": ["Chưa có ai chờ nhận dạng.", "đưa thẻ"],
  "cup-of-another-person": ["Cốc trên cân là của người khác.", "xong liều đó trước"],
  "cup-is-out": ["Một cốc đang ở người bệnh, không ai theo dõi.", "ghi liều đó kết thúc thế nào, hoặc người thứ hai vào ca"],
  "identify-again": ["Nhận dạng đã lâu hoặc người khác vừa được nhận dạng.", "nhận dạng lại: thẻ và ngón tay"],
  "identify-first": ["Cốc đang được giữ.", "nhận dạng lại, rồi cân"],
  "identified-too-long-ago": ["Nhận dạng đã quá 5 phút.", "nhận dạng lại"],
  "not-registered": ["Người này chưa đăng ký tại đây.", "đăng ký người bệnh"],
  "after-last-intake": ["Đã hết giờ nhận hôm nay.", "nhân viên có thể nhận thêm, ghi lý do; nếu không thì ngày mai"],
  "not-arrived": ["Hôm nay người này chưa có số.", "ghi là đã đến trước"],
  "see-the-desk": ["Thẻ này không dùng được ở đây.", "xin hỏi nhân viên tại bàn"],
  "already-dosed": ["Hôm nay đã có liều của người này.", "ngày mai; hôm nay chỉ thêm liều khi bác sĩ ra y lệnh"],
  "later-part-too-large": ["Phần liều sau phải nhỏ hơn liều cả ngày.", "sửa phần liều sau"],
  "reason-missing": ["Uống ít hơn y lệnh thì phải ghi lý do.", "ghi lời người bệnh nói"],
  "amount-missing": ["Liều sai thì phải ghi lượng đã cho.", "ghi nhiều hơn hay ít hơn, và bao nhiêu"],
  "no-dose-today": ["Hôm nay người này chưa có liều nào đã uống.", "phát liều như thường lệ"],
  "dose-not-ended": ["Chưa ghi liều kết thúc thế nào.", "ghi tại quầy"],
  "added-already": ["Hôm nay đã bù liều loại này.", "liều ngày mai như thường lệ"],
  "no-such-observation": ["Không có ai được theo dõi với mã này.", "xem lại danh sách theo dõi"],
  "day-not-confirmed": ["Sau khi khởi động, đồng hồ báo ngày khác ngày làm việc cuối.", "chỉnh đồng hồ nếu sai, rồi xác nhận ngày tại quầy"],
  "not-the-day": ["Ngày không đúng với đồng hồ, hoặc trước ngày làm việc cuối.", "chỉnh đồng hồ máy, rồi xác nhận"],
  "order-not-possible": ["Đơn không hợp lệ.", "bác sĩ sửa đơn"],
  "order-over-limits": ["Đơn vượt giới hạn.", "bác sĩ thứ hai hoặc dược sĩ cùng ký đơn này"],
  "hold-needs-an-end": ["Tạm giữ của trưởng cơ sở phải hết trong 14 ngày.", "ghi ngày hết hạn"],
  "no-such-hold": ["Không có lệnh tạm giữ này.", "không phải làm gì"],
  "not-releasable": ["Đổi liều thì phải có y lệnh mới.", "bác sĩ ra y lệnh mới"],
  "imported-not-signed": ["Y lệnh nhập từ tệp, bác sĩ chưa ký danh sách.", "bác sĩ ký danh sách đã in trước, hoặc ký đơn riêng"],
  "list-changed": ["Danh sách đã thay đổi sau khi in.", "in lại, đọc, rồi ký danh sách mới"],
  "list-over-limits": ["Danh sách có y lệnh vượt giới hạn.", "bác sĩ thứ hai hoặc dược sĩ cùng ký danh sách này"],
  "no-such-import": ["Không có lần nhập này đang chờ ký.", "xem danh sách các lần nhập"],
  "nothing-imported-waits": ["Người này không có y lệnh nhập đang chờ ký.", "không phải làm gì"],
  "no-prescription-today": ["Hôm nay không có đơn.", "bác sĩ ký đơn"],
  "no-bottle-mounted": ["Chưa lắp chai tại quầy này.", "dược sĩ lắp chai"],
  "bottle-low": ["Chai sắp hết: sẽ dưới mức tối thiểu.", "dược sĩ lắp chai khác"],
  "batch-stopped": ["Các liều đầu của lô này: bơm và cân lệch nhau.", "lắp chai của lô khác; hoặc dược sĩ hay bác sĩ đo lại tỷ trọng, hiệu chuẩn bơm, có người thứ hai ký"],
  "not-prepared": ["Bơm và cân chưa sẵn sàng.", "cốc rỗng trên cân, chờ một lát"],
  "not-waiting-for-a-pour": ["Liều này không chờ bơm.", "xem màn hình đang báo gì"],
  "not-at-the-counter": ["Người bệnh không ở quầy.", "nhận dạng lại"],
  "visit-of-another-user": ["Lượt này của nhân viên khác.", "người đó bấm, hoặc nhận dạng lại"],
  "below-pump-minimum": ["Liều nhỏ hơn mức bơm được.", "rót tay trên cân"],
  "profile-not-signed": ["Bộ tham số là bản nháp chưa ký.", "bác sĩ và trưởng cơ sở ký; dùng phiếu giấy"],
  "day-changed": ["Lượt này mở vào ngày khác.", "kết thúc, nhận dạng lại"],
  "place-taken": ["Chỗ này đang có cốc khác.", "xong cốc đó trước"],
  closing: ["Phần mềm đang dừng.", "chờ đến khi chạy lại"],
  "not-poured": ["Chưa bơm.", "rót trước"],
  "held-too-long": ["Cốc giữ quá 15 phút.", "hủy và rót lại"],
  "it-moved": ["Bơm hoặc thuốc đã chảy.", "cân cốc, hoặc hủy"],
  "cup-missing": ["Chưa có cốc trên cân.", "đặt cốc rỗng, khô lên cân"],
  "cup-too-heavy": ["Cốc quá nặng so với cốc rỗng.", "lấy cốc sạch, rỗng"],
  "cup-used": [
    "Vẫn là cốc của liều trước.",
    "nhấc ra, đặt cốc mới; nếu cân trống mà vẫn báo thì chỉnh cân về 0",
  ],
  "cup-not-empty": ["Cốc không rỗng.", "lấy cốc sạch, rỗng"],
  "tare-lost": ["Cân mất nguồn, mất số bì: không làm chứng được.", "hủy, hoặc hai người quyết định"],
  "zero-shift": ["Cân không có gì mà không về 0.", "lau sạch, chỉnh 0, thử quả cân chuẩn"],
  "scale-unstable": ["Cân không ổn định.", "tránh gió, không chạm tay"],
  overload: ["Cân quá tải.", "bỏ bớt"],
  leak: ["Cân tăng khi bơm đứng: nước hoặc rò rỉ?", "khóa ống, xem ống dẫn"],
  "no-weight": ["Không cân được cốc.", "đặt cốc lên cân, hoặc xử lý cách khác"],
  "pour-under-way": ["Đang rót hoặc đang cân một liều.", "chờ, hoặc DỪNG"],
  stopped: ["Đã bấm DỪNG.", "xem lại, rồi bấm lại khi an toàn"],
  "pump-stopped": ["Bơm tự dừng.", "xem bơm"],
  "pump-alarm": ["Bơm báo lỗi.", "xem bơm"],
  "pump-runs": ["Bơm còn chạy.", "bấm DỪNG, rồi thử lại"],
  "no-weight-gain": ["Bơm đếm mà cân không tăng: có khí, hết thuốc hoặc tuột ống.", "xem chai và ống"],
  "cup-removed": ["Cốc bị nhấc khi đang rót.", "đặt lại, rồi xử lý sai lệch"],
  overshoot: ["Bơm quá lượng.", "xem cốc và bơm"],
  "pump-stuck": ["Bơm kẹt: nói chạy mà không đếm.", "xem bơm"],
  "scale-silent": ["Cân im lặng khi đang rót.", "xem dây của cân"],
  "unexplained-gain": ["Cân tăng nhanh hơn bơm đếm.", "có nước trong cốc không?"],
  "too-long": ["Bơm chạy quá lâu.", "xem bơm"],
  "not-permitted": ["Vượt giới hạn của liều.", "hai người cho uống như hiện có, hoặc hủy"],
  "over-cap": ["Vượt giới hạn của liều.", "hủy và rót lại"],
  "already-poured": ["Liều này đã bơm.", "làm tiếp cho xong"],
  "no-rest": ["Không còn phần bơm bù được.", "cho uống như hiện có"],
  "witnesses-disagree": ["Bơm và cân không khớp.", "hai người quyết định, hoặc hủy"],
  "not-measured": ["Lượng chưa xác định.", "xử lý trước"],
  "not-handed-over": ["Chưa trao cốc.", "trao cốc trước"],
  "handed-over": ["Đã trao cốc.", "ghi liều kết thúc thế nào"],
  "not-a-part": ["Phần đã uống không hợp lệ.", "chọn cách kết thúc khác"],
  "not-minutes": ["Số phút không hợp lệ.", "ghi 0 đến 1440 phút"],
  "outcome-unknown": ["Chưa rõ đã chảy bao nhiêu.", "xử lý liều chưa rõ trước"],
  "not-proved": ["Bơm và cân không chứng minh được là chưa chảy.", "tìm cốc và cân, hoặc hủy"],
  "nothing-to-settle": ["Không có gì phải xử lý.", "làm tiếp"],
  "dose-ended": ["Liều này đã kết thúc.", "nhận dạng lại"],
  "log-in": ["Chưa đăng nhập.", "đăng nhập"],
  "wrong-login": ["Sai tên hoặc mật khẩu.", "thử lại"],
  "too-many-failures": ["Sai quá nhiều lần.", "chờ 30 giây"],
  "not-signed-in-here": ["Chưa vào ca tại quầy này.", "vào ca tại quầy"],
  "not-your-function": ["Ngoài chức năng của tài khoản này.", "người có chức năng đó"],
  "second-signature-needed": ["Cần chữ ký của người thứ hai.", "người thứ hai nhập tên và mật khẩu; có dược sĩ hoặc bác sĩ nếu được yêu cầu"],
  "nothing-to-sign": ["Việc này không cần ký.", "cứ làm"],
  "nothing-owed": ["Không nợ chữ ký.", "không phải làm gì"],
  "still-owed": ["Vẫn nợ chữ ký.", "người khác ký"],
  "no-answer": ["Thiết bị không trả lời.", "xem nguồn, dây, cấu hình"],
  "bad-frame": ["Thiết bị trả lời sai dạng.", "xem dây, đúng loại máy, cấu hình"],
  "device-refused": ["Thiết bị từ chối.", "xem màn hình của thiết bị"],
  "wrong-device": ["Sai thiết bị.", "lắp đúng máy"],
  "device-unplugged": ["Mất kết nối với thiết bị.", "cắm lại; phần mềm tự tìm thấy"],
  "store-failed": ["Không ghi được sổ; chưa làm gì.", "giải phóng ổ đĩa, bấm lại"],
  "disk-full": ["Đĩa sắp đầy: không nhận lượt mới, liều đang dở vẫn làm xong.", "giải phóng ổ đĩa; phần mềm tự chạy tiếp"],
  "store-conflict": ["Sổ từ chối.", "đã có sẵn, hoặc hỏi dược sĩ"],
  "simulators-gone": ["Không thấy thiết bị mô phỏng.", "chạy lại demo"],
  "no-such-station": ["Không có quầy này.", "xem cấu hình"],
  "no-such-address": ["Không có địa chỉ này.", "báo kỹ thuật viên"],
  "no-such-visit": ["Không có lượt này.", "nhận dạng người bệnh"],
  "no-such-step": ["Không có bước này.", "báo kỹ thuật viên"],
  "id-used-for-something-else": ["Mã lệnh đã dùng.", "bấm lại"],
  "id-of-another-step": ["Mã lệnh sai bước.", "tải lại trang"],
  "number-missing": ["Thiếu số.", "nhập số được hỏi"],
  "volume-missing": ["Thiếu thể tích.", "nhập số mL"],
  "malformed-request": ["Yêu cầu sai dạng.", "báo kỹ thuật viên"],
  "our-fault": ["Lỗi phần mềm.", "báo kỹ thuật viên"],
};

/** The codes that have a Vietnamese text, for the test. */
export const CODES: ReadonlySet<string> = new Set(Object.keys(VI));

/** What it is, and the way on. */
export function told(refusal: Refusal, language: Language): readonly [string, string] {
  if (language === "en") {
    return [refusal.text, refusal.liftedBy];
  }
  const own = refusal.vietnamese;
  return own ? [own.text, own.liftedBy] : VI[refusal.code] ?? [refusal.text, refusal.liftedBy];
}

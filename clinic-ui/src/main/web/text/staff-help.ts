// What F1 tells on the pages of doctors, administration, door, follow-up and overview.

import type { Topic } from "./help-words.ts";

/** Topics by their name: a page, or page/part. */
export const STAFF_TOPICS: Readonly<Record<string, Topic>> = {
  "doctor": {
    title: ["Trang bác sĩ", "Doctors' pages"],
    lines: [
      ["Tìm người bệnh trước, so ảnh, rồi chọn việc ở bên trái. Tên gõ không dấu cũng tìm được.", "Find the patient first, compare the photo, then choose a job at the left. Names are found without accents."],
      ["Không trang nào khóa quầy.", "None of these pages locks a counter."],
    ],
  },
  "doctor/queue": {
    title: ["Khám trước khi uống", "Doctor first"],
    lines: [["Ai ở đây chưa được rót cho đến khi bác sĩ xem xong. Lý do ghi bên tên.", "Nobody here is poured for until a doctor has seen them. The reason stands beside the name."]],
  },
  "doctor/watched": {
    title: ["Đang theo dõi", "Watched"],
    lines: [["Kết thúc theo dõi thì ghi kết quả. Chưa kết thúc thì ngày chưa đóng được.", "Say how it ended. A day cannot be closed while somebody is watched."]],
  },
  "doctor/ending": {
    title: ["Đơn sắp hết", "Orders that end"],
    lines: [["Hết đơn là hôm sau không rót. Ký đơn mới trước ngày cuối.", "Without an order nothing is poured the next day. Sign a new one before the last day."]],
  },
  "doctor/prescribe": {
    title: ["Kê đơn", "A new order"],
    lines: [
      ["Xem từng ngày trước khi ký. Số đỏ là gấp mười, gấp đôi hoặc một nửa liều trước.", "Read it day by day before you sign. Red is ten-fold, double or half of the dose before."],
      ["Vượt giới hạn: bác sĩ thứ hai ký.", "Beyond the limits a second doctor signs."],
    ],
  },
  "doctor/holds": {
    title: ["Tạm ngừng", "Holds"],
    lines: [["Tạm ngừng có hiệu lực ngay ở mọi quầy; cho tiếp tục cũng vậy.", "A hold is in force at every counter at once, and so is lifting it."]],
  },
  "doctor/episodes": {
    title: ["Vào, chuyển, ra", "Admission, moves, leaving"],
    lines: [["Ra khỏi điều trị thì không rót nữa cho đến khi nhận lại.", "Who left care is not dosed until admitted again."]],
  },
  "doctor/letters": {
    title: ["Giấy uống ở nơi khác", "Guest letters"],
    lines: [["Những ngày trong giấy thì cơ sở này không rót.", "On the days of the letter this clinic does not pour."]],
  },
  "admin": {
    title: ["Quản trị", "Administration"],
    lines: [
      ["Người, chứng chỉ, giấy khi mất điện, thiết bị, hồ sơ: mỗi việc một trang ở bên trái.", "Staff, certificates, downtime sheets, devices, records: a page for each, at the left."],
      ["Điều gì cần hai người thì trang hỏi người thứ hai ngay tại chỗ.", "What needs two asks for the second person in place."],
    ],
  },
  "admin/staff": {
    title: ["Nhân viên", "Staff"],
    lines: [["Mỗi người một tên đăng nhập. Bỏ hết chức năng là người đó không đăng nhập được nữa.", "A login of their own for everybody. Without a function nobody can log in."]],
  },
  "admin/certificates": {
    title: ["Chứng chỉ", "Certificates"],
    lines: [["Hết hạn thì không ký được nữa. Gia hạn trước ngày cuối.", "Who has no valid certificate cannot sign. Extend it before its last day."]],
  },
  "admin/downtimes": {
    title: ["Giấy khi ngừng máy", "Downtime sheets"],
    lines: [
      ["Khai ngừng máy, in giấy, cho uống theo giấy, rồi gõ lại từng dòng; hai người ký.", "Declare the downtime, print the sheet, dose by it, type each line in; two sign."],
      ["Giấy chưa gõ xong thì quầy chưa rót lại.", "Until the sheet is in no counter pours again."],
    ],
  },
  "admin/devices": {
    title: ["Thiết bị", "Devices"],
    lines: [["Trạng thái, danh tính, những khung cuối và nghĩa của chúng. Đổi máy ở trang Bơm của Khoa dược.", "State, identity, the last frames and what they mean. A change of unit is on the pharmacy's page of the pump."]],
  },
  "admin/enrol": {
    title: ["Ghi danh", "Enrolment"],
    lines: [["Tìm trùng trước, rồi đồng ý, ảnh, ngón tay, thẻ; hai người ký sau cùng.", "Look for the same person first, then consent, photo, finger, card; two sign at the end."]],
  },
  "admin/cards": {
    title: ["Thẻ", "Cards"],
    lines: [["Mã chỉ hiện một lần khi cấp. Mất thẻ thì hủy ngay, rồi cấp thẻ khác.", "The code is shown once. A lost card is revoked at once, then another one is made."]],
  },
  "door": {
    title: ["Đón tiếp", "Arrivals"],
    lines: [
      ["Quẹt thẻ hoặc gõ tên, đưa số. Ai cần gặp bác sĩ thì đến bác sĩ trước.", "Card or name, then give the number. Who needs the doctor goes there first."],
      ["Chỉ gọi số, không gọi tên.", "Call numbers, never names."],
      ["Ưu tiên thì ghi lý do; người đó lên trước nhưng số không đổi.", "Priority moves a person forward; the number stays."],
    ],
  },
  "follow-up": {
    title: ["Liên hệ", "Follow-up"],
    lines: [
      ["Ai vắng lâu nhất ở trên cùng. Mỗi lần gọi ghi một dòng, cả khi không gặp.", "Who stays away longest is at the top. Each attempt is a line, also when nobody answered."],
      ["Ra khỏi điều trị thì bác sĩ quyết định, không phải danh sách này.", "Leaving care is decided by a doctor, not by this list."],
    ],
  },
  "monitor": {
    title: ["Toàn cảnh", "Overview"],
    lines: [
      ["Câu hỏi ở trên cùng: có ai đang chờ mà chưa có thuốc, và vì sao.", "The question on top: is anybody waiting without a dose, and why."],
      ["Không có dữ liệu của người nào. Số liệu cũ thì hiện to tuổi của nó.", "Nothing of a person is shown. Old figures say loudly how old they are."],
      ["Giờ dự kiến là trung bình tuần trước: không ai có hẹn.", "Expected by hour is last week's mean: nobody has an appointment."],
    ],
  },
};

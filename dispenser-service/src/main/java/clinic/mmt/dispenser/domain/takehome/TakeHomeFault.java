package clinic.mmt.dispenser.domain.takehome;

import clinic.mmt.dispenser.domain.text.Refused;
import clinic.mmt.dispenser.domain.text.Words;

/** Why somebody may not take doses home, each with its way on; the words are in both languages. */
public enum TakeHomeFault implements Refused {
  /** */
  OFF(
      "take-home-off",
      "R-50",
      new Words("This site does not hand out doses to take home.", "a doctor and the head sign it"),
      new Words("Cơ sở chưa cấp liều mang về.", "bác sĩ và trưởng cơ sở ký giá trị này")),
  /** No commitment. */
  NO_COMMITMENT(
      "take-home-commitment",
      "R-51",
      new Words(
          "There is no voluntary written commitment of the patient.", "the patient signs one"),
      new Words("Chưa có cam kết tự nguyện bằng văn bản.", "người bệnh ký cam kết")),
  /** The first and last day do not follow. */
  WRONG_DAYS(
      "take-home-wrong-days",
      "R-51",
      new Words("The days of the approval are over, or end before they begin.", "correct them"),
      new Words("Ngày của phê duyệt đã qua hoặc không đúng thứ tự.", "sửa lại ngày")),
  /** The approval is for more days than the profile allows. */
  TOO_MANY_DAYS(
      "take-home-too-many-days",
      "R-52",
      new Words("These are more days than one collection may cover.", "take fewer days"),
      new Words("Nhiều ngày hơn mức cho phép của một lần nhận.", "giảm số ngày")),
  /** Too short in treatment, or not in maintenance. */
  TREATMENT(
      "take-home-treatment",
      "R-51",
      new Words(
          "The patient is not in maintenance, or not long enough in treatment.",
          "dose on site until it is so"),
      new Words(
          "Chưa ở giai đoạn duy trì hoặc điều trị chưa đủ lâu.", "uống tại cơ sở đến khi đủ")),
  /** The ledger does not reach back far enough. */
  TREATMENT_UNKNOWN(
      "take-home-treatment-unknown",
      "R-51",
      new Words(
          "The ledger does not reach back far enough to show how long treatment has gone on.",
          "the doctor looks in the file and ticks TREATMENT"),
      new Words("Sổ chưa đủ dài để biết thời gian điều trị.", "bác sĩ xem bệnh án và đánh dấu")),
  /** A day was missed. */
  DAY_MISSED(
      "take-home-day-missed",
      "R-51",
      new Words("A day was missed not long ago.", "dose on site until enough days have passed"),
      new Words("Gần đây có ngày bỏ liều.", "uống tại cơ sở đến khi đủ ngày")),
  /** The ledger does not reach back far enough. */
  DAY_MISSED_UNKNOWN(
      "take-home-day-missed-unknown",
      "R-51",
      new Words(
          "The ledger does not reach back far enough to show that no day was missed.",
          "the doctor looks in the file and ticks NO_DAY_MISSED"),
      new Words("Sổ chưa đủ dài để biết có bỏ liều không.", "bác sĩ xem bệnh án và đánh dấu")),
  /** The dose changed. */
  DOSE_CHANGED(
      "take-home-dose-changed",
      "R-51",
      new Words("The dose changed not long ago.", "dose on site until it has been the same"),
      new Words("Liều mới thay đổi gần đây.", "uống tại cơ sở đến khi liều ổn định")),
  /** The ledger does not reach back far enough. */
  DOSE_CHANGED_UNKNOWN(
      "take-home-dose-changed-unknown",
      "R-51",
      new Words(
          "The ledger does not reach back far enough to show that the dose stayed the same.",
          "the doctor looks in the file and ticks SAME_DOSE"),
      new Words("Sổ chưa đủ dài để biết liều có ổn định không.", "bác sĩ xem bệnh án và đánh dấu")),
  /** Not ticked. */
  SAFE_STORAGE(
      "take-home-safe-storage",
      "R-51",
      new Words("Nobody said that there is a safe place at home.", "ask, and tick SAFE_STORAGE"),
      new Words("Chưa xác nhận nơi cất giữ an toàn ở nhà.", "hỏi rồi đánh dấu")),
  /** Not ticked. */
  URINE(
      "take-home-urine",
      "R-51",
      new Words("Nobody said that the urine is negative.", "test, and tick URINE_NEGATIVE"),
      new Words("Chưa xác nhận nước tiểu âm tính.", "xét nghiệm rồi đánh dấu")),
  /** Not ticked. */
  EXCLUSION(
      "take-home-exclusion",
      "R-51",
      new Words(
          "Nobody said that no criterion of exclusion applies.", "look, and tick NO_EXCLUSION"),
      new Words("Chưa xác nhận không có tiêu chuẩn loại trừ.", "xem rồi đánh dấu")),
  /** No approval that holds. */
  NO_APPROVAL(
      "take-home-no-approval",
      "R-51",
      new Words("No approval holds today.", "a doctor approves it, or dose on site"),
      new Words(
          "Hôm nay không có phê duyệt còn hiệu lực.", "bác sĩ phê duyệt, hoặc uống tại cơ sở")),
  /** */
  NOT_FIT(
      "take-home-not-fit",
      "R-31",
      new Words(
          "The patient was found not fit today: no bottle goes out.",
          "a doctor sees the patient; take home another day"),
      new Words(
          "Hôm nay người bệnh không đủ tỉnh táo: không cấp mang về.", "bác sĩ khám; hẹn hôm khác")),
  /** A hold, or not in care. */
  BARRED(
      "take-home-barred",
      "R-51",
      new Words(
          "A hold is placed on this patient, or the patient has left care.",
          "who placed the hold lifts it; a doctor admits again"),
      new Words(
          "Người bệnh đang bị giữ lại hoặc đã ra khỏi chương trình.",
          "người giữ gỡ ra; bác sĩ tiếp nhận lại")),
  /** A bottle for a day that is not ahead. */
  NOT_AHEAD(
      "take-home-not-ahead",
      "R-54",
      new Words("A bottle is for a day to come; today's dose is drunk here.", "name a day to come"),
      new Words("Chai mang về chỉ cho ngày sau; liều hôm nay uống tại cơ sở.", "chọn ngày sau")),
  /** A split dose. */
  LATER_PART(
      "take-home-split",
      "R-125",
      new Words("Parts of a split dose are not taken home here.", "both parts on site"),
      new Words("Cơ sở không cấp mang về phần của liều chia.", "uống cả hai phần tại cơ sở")),
  /** Empties are missing. */
  EMPTIES_MISSING(
      "take-home-empties",
      "R-56",
      new Words(
          "Bottles of earlier days have not come back.",
          "scan the empties; or note each as lost or returned"),
      new Words(
          "Chai của những ngày trước chưa được trả.",
          "quét chai rỗng; hoặc ghi mất, hoặc trả lại")),
  /** First drunk on site. */
  NOT_DRUNK(
      "take-home-first-on-site",
      "R-54",
      new Words("Today's dose was not drunk here yet.", "dose on site first"),
      new Words("Liều hôm nay chưa uống tại cơ sở.", "uống liều hôm nay trước")),
  /** The scanned bottles are not those that were filled. */
  WRONG_SET(
      "take-home-wrong-set",
      "R-53",
      new Words(
          "The scanned bottles are not exactly those that were filled for this patient.",
          "scan each of them once; discard what shall not go out"),
      new Words(
          "Các chai đã quét không đúng bộ chai đã đóng cho người bệnh này.",
          "quét từng chai một lần; hủy chai không cấp")),
  /** A filled bottle's day has come. */
  DAY_CAME(
      "take-home-day-came",
      "R-54",
      new Words("The day of a filled bottle has come or is too far.", "discard it, two people"),
      new Words("Ngày của chai đã đến hoặc quá xa.", "hủy chai, hai người")),
  /** Form 04 or its confirmation is missing. */
  FORM_04(
      "take-home-form-04",
      "R-55",
      new Words("Form 04, confirmed by the hospital, is missing.", "file it, and record it"),
      new Words("Thiếu mẫu 04 có xác nhận của bệnh viện.", "nộp và ghi lại mẫu 04")),
  /** Form 05 is missing. */
  FORM_05(
      "take-home-form-05",
      "R-55",
      new Words("The representative's commitment, form 05, is missing.", "have it signed"),
      new Words("Thiếu cam kết mẫu 05 của người đại diện.", "người đại diện ký mẫu 05")),
  /** A bottle was not found tight. */
  NOT_TIGHT(
      "take-home-not-tight",
      "R-55",
      new Words(
          "Not every bottle carries form 06 and was found tight.", "check and scan each bottle"),
      new Words("Chưa phải chai nào cũng có nhãn mẫu 06 và kín.", "kiểm tra và quét từng chai"));

  private final String code;
  private final String rule;
  private final Words english;
  private final Words vietnamese;

  TakeHomeFault(String code, String rule, Words english, Words vietnamese) {
    this.code = code;
    this.rule = rule;
    this.english = english;
    this.vietnamese = vietnamese;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public Words english() {
    return english;
  }

  @Override
  public Words vietnamese() {
    return vietnamese;
  }
}

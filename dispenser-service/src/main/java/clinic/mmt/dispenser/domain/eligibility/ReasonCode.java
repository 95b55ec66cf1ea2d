package clinic.mmt.dispenser.domain.eligibility;

import static clinic.mmt.dispenser.domain.eligibility.Lifter.*;
import static clinic.mmt.dispenser.domain.eligibility.Weight.INFORMS;
import static clinic.mmt.dispenser.domain.eligibility.Weight.NEEDS_DOCTOR;
import static clinic.mmt.dispenser.domain.eligibility.Weight.REFUSES;

/** Every reason that eligibility knows; {@code {0}}, {@code {1}} stand for its figures. */
public enum ReasonCode {
  /** The ordinary case. */
  ENTITLED("R-19", INFORMS, NOBODY, "The prescription holds today.", "Đơn có hiệu lực hôm nay."),
  /** A dose of today is recorded. */
  ALREADY_DOSED(
      "R-30", REFUSES, TOMORROW_OR_DOCTOR, "Today's dose was taken.", "Đã uống liều hôm nay."),
  /** In doubt a dose counts as taken. */
  MAYBE_DOSED(
      "R-30",
      REFUSES,
      DOCTOR_AFTER_ASKING,
      "A dose may have been taken today; in doubt it counts as taken.",
      "Có thể đã uống một liều hôm nay; chưa rõ thì coi như đã uống."),
  /** Handed out for today. */
  COVERED_BY_TAKE_HOME(
      "R-30",
      REFUSES,
      TOMORROW_OR_DOCTOR,
      "A take-home dose was handed out for today.",
      "Đã phát liều mang về cho hôm nay."),
  /** Nobody is dosed who left, until admitted again. */
  LEFT_CARE(
      "R-35",
      REFUSES,
      DOCTOR_ADMITS,
      "Has left treatment here and was not admitted again.",
      "Đã ra khỏi điều trị tại đây và chưa được tiếp nhận lại."),
  /** A guest at another site today. */
  GUEST_ELSEWHERE(
      "R-123",
      REFUSES,
      GUEST_SITE_ASKED,
      "Is a guest at {0} up to {1}, by a letter of this site.",
      "Đang uống tạm tại {0} đến {1}, theo thư của cơ sở này."),
  /** Another site cares for the patient. */
  ASSIGNED_ELSEWHERE(
      "R-123", REFUSES, DOCTOR_MOVES_BACK, "Is assigned to {0}.", "Đang thuộc điểm {0}."),
  /** A guest here, on a day that the letter does not have. */
  GUEST_DAYS_OVER(
      "R-123",
      REFUSES,
      HOME_SITE_WRITES,
      "Is a guest here, and the letter is for {0} to {1} only.",
      "Là khách tại đây; thư chỉ cho từ {0} đến {1}."),
  /** The orders of the treatment site are too old. */
  ORDER_PACK_OLD(
      "R-132", NEW_PACK, "The orders from {0} are {1} hours old.", "Y lệnh của {0} đã {1} giờ."),
  /** The treatment site orders no longer for this patient. */
  NOT_IN_ORDER_PACK(
      "R-132", REFUSES, SITE_ASKED, "Not in the orders of {0}.", "Không có trong y lệnh của {0}."),
  /** Not on this day. */
  OUTSIDE_PRESCRIPTION(
      "R-19",
      REFUSES,
      PRESCRIBER,
      "The prescription holds from {0} to {1}.",
      "Đơn có hiệu lực từ {0} đến {1}."),
  /** Longer than a prescription may last. */
  PRESCRIPTION_TOO_LONG(
      "R-10",
      PRESCRIBER,
      "The prescription lasts {0} days; {1} are allowed.",
      "Đơn kéo dài {0} ngày; cho phép {1}."),
  /** Longer than its stage allows by a text that is not in force: kept at signing, told here. */
  PRESCRIPTION_LONG(
      "R-11",
      "The prescription lasts {0} days; at this stage {1} are usual.",
      "Đơn kéo dài {0} ngày; giai đoạn này thường {1}."),
  /** Not an amount that can be ordered. */
  NOT_A_DOSE(
      "R-18", PRESCRIBER, "A dose is a multiple of {0} mg.", "Liều phải là bội số của {0} mg."),
  /** Twice or half of the dose before. */
  FAR_FROM_LAST(
      "R-124",
      SECOND_PRESCRIBER,
      "Twice as much or half as much as the {0} mg prescribed last.",
      "Gấp đôi hoặc bằng nửa liều {0} mg đã kê gần nhất."),
  /** Nobody so young is in care. */
  TOO_YOUNG("R-20", REFUSES, DOCTOR, "Younger than {0} years.", "Chưa đủ {0} tuổi."),
  /** A minor needs consent. */
  CONSENT_MISSING(
      "R-20",
      REFUSES,
      REPRESENTATIVE,
      "Under {0} years, and no written consent of the legal representative is recorded.",
      "Dưới {0} tuổi và chưa có văn bản đồng ý của người đại diện hợp pháp."),
  /** Intoxicated or sedated. */
  NOT_FIT(
      "R-31",
      REFUSES,
      CHECK_AGAIN,
      "Not fit to be dosed now.",
      "Hiện không tỉnh táo để uống thuốc."),
  /** A doctor's hold. */
  HELD_BY_DOCTOR(
      "R-126", DOCTOR, "A doctor asked to see the patient first.", "Bác sĩ cần gặp trước."),
  /** A counter called a doctor, or the patient was not fit twice on one day. */
  SENT_TO_DOCTOR(
      "R-116",
      DOCTOR,
      "The counter sent the patient to a doctor, who has not released the dose yet.",
      "Quầy đã mời gặp bác sĩ; bác sĩ chưa cho phép uống thuốc."),
  /** A pharmacist's hold. */
  HELD_BY_PHARMACIST(
      "R-126", REFUSES, PHARMACIST, "A pharmacist stopped dosing.", "Dược sĩ tạm dừng cấp phát."),
  /** The head's hold. */
  HELD_BY_HEAD(
      "R-126",
      REFUSES,
      HEAD,
      "The head of the clinic stopped dosing.",
      "Trưởng cơ sở tạm dừng cấp phát."),
  /** Any other hold. */
  HELD_TO_INFORM(
      "R-126",
      "An administrative note is open; it stops nothing.",
      "Có ghi chú hành chính; không chặn liều."),
  /** A doctor wanted to review the dose by now. */
  REVIEW_DUE(
      "R-128",
      NEEDS_DOCTOR,
      DOCTOR_REVIEWS,
      "A doctor wanted to review the dose from {0} on.",
      "Bác sĩ hẹn xem lại liều từ {0}."),
  /** The review is near. */
  REVIEW_COMING(
      "R-128",
      INFORMS,
      NOBODY,
      "A doctor reviews the dose from {0} on; make the appointment.",
      "Bác sĩ sẽ xem lại liều từ {0}; hẹn người bệnh gặp bác sĩ."),
  /** Missed, and the table says the full dose. */
  MISSED_FULL(
      "R-32", INFORMS, NOBODY, "{0} missed days: the full dose.", "Nghỉ {0} ngày: đủ liều."),
  /** Missed, and a doctor looks first. */
  MISSED_REVIEW(
      "R-33", DOCTOR, "{0} missed days: a doctor first.", "Nghỉ {0} ngày: gặp bác sĩ trước."),
  /** Missed, and the table proposes less. */
  MISSED_REDUCED(
      "R-33",
      DOCTOR,
      "{0} missed days: a doctor signs a new order; the table proposes less.",
      "Nghỉ {0} ngày: bác sĩ ra y lệnh mới; bảng đề nghị giảm liều."),
  /** Missed, and treatment begins again. */
  MISSED_REINDUCT(
      "R-34",
      DOCTOR,
      "{0} missed days: treatment begins again with a first dose.",
      "Nghỉ {0} ngày: khởi liều lại từ đầu."),
  /** Missed, and the episode may have ended. */
  MISSED_EPISODE(
      "R-35",
      DOCTOR,
      "{0} missed days: a doctor decides whether the episode has ended.",
      "Nghỉ {0} ngày: bác sĩ quyết định đợt điều trị đã kết thúc hay chưa."),
  /** A prescriber signed this order knowing of the absence. */
  SIGNED_AFTER_ABSENCE(
      "R-33",
      "{0} missed days; the order was signed after them.",
      "Nghỉ {0} ngày; y lệnh đã ký sau đó."),
  /** A doctor released something for today. */
  RELEASED("R-33", "A doctor released today's dose.", "Bác sĩ đã cho phép liều hôm nay."),
  /** Part of the absence was the clinic's. */
  CLOSED_DAYS(
      "R-32",
      "On {0} of the missed days the clinic was closed; that is not the patient's fault.",
      "{0} ngày nghỉ là do cơ sở đóng cửa, không phải lỗi người bệnh."),
  /** No earlier dose is known. */
  NEW_START(
      "R-102",
      "No earlier dose is known: this is a first dose.",
      "Không biết liều nào trước đó: đây là liều đầu."),
  /** A first dose above the limit. */
  FIRST_DOSE_HIGH(
      "R-13", SECOND_PRESCRIBER, "A first dose is at most {0} mg.", "Liều đầu tối đa {0} mg."),
  /** A first dose is watched, and the last doctor leaves before that is over. */
  FIRST_DOSE_LATE(
      "R-117",
      DOCTOR_STAYS,
      "A first dose is watched for {0} minutes; the last doctor leaves before that.",
      "Liều đầu phải theo dõi {0} phút; bác sĩ cuối cùng về trước đó."),
  /** Still being watched after a dose. */
  WATCHED(
      "R-36",
      DOCTOR_ENDS,
      "Is still being watched after a dose.",
      "Đang được theo dõi sau khi uống thuốc."),
  /** A second dose was ordered by a doctor. */
  ADDED_BY_DOCTOR(
      "R-46",
      "A doctor ordered a second dose for today.",
      "Bác sĩ ra y lệnh thêm một liều hôm nay."),
  /** Nobody of staff saw it. */
  VOMIT_NOT_SEEN(
      "R-45",
      REFUSES,
      TOMORROW,
      "Staff did not see the dose being vomited: nothing is replaced.",
      "Nhân viên không thấy người bệnh nôn: không bù liều."),
  /** Too late for the table. */
  VOMIT_TOO_LATE(
      "R-45",
      REFUSES,
      TOMORROW,
      "Vomited {0} minutes after the dose: the table replaces nothing.",
      "Nôn sau khi uống {0} phút: theo bảng không bù liều."),
  /** More than the table replaces. */
  REPLACEMENT_HIGH(
      "R-45",
      REFUSES,
      PRESCRIBER_LESS,
      "The table replaces at most {0} mg.",
      "Theo bảng chỉ bù tối đa {0} mg."),
  /** There is no missing part. */
  NOTHING_MISSING(
      "R-118",
      REFUSES,
      TOMORROW,
      "Of this dose nothing is missing, or nobody knows how much.",
      "Liều này không thiếu, hoặc không rõ thiếu bao nhiêu."),
  /** More than is missing. */
  MISSING_PART_HIGH(
      "R-118",
      REFUSES,
      PRESCRIBER_LESS,
      "At most {0} mg of this dose are missing.",
      "Liều này chỉ thiếu tối đa {0} mg."),
  /** Too much on the first day. */
  FIRST_DAY_HIGH(
      "R-14",
      SECOND_PRESCRIBER,
      "On a first day at most {0} mg in all.",
      "Ngày đầu tổng cộng tối đa {0} mg."),
  /** Not less than ordered. */
  NOT_LESS(
      "R-118",
      REFUSES,
      PRESCRIBER,
      "By wish only less than the ordered {0} mg, and never of a second dose of the day.",
      "Theo ý người bệnh chỉ được ít hơn liều đã kê {0} mg, và không áp dụng cho liều bù."),
  /** Less than ordered, two days running. */
  LESS_TWICE(
      "R-118",
      DOCTOR,
      "Less than ordered by wish on two days running: a doctor signs another order.",
      "Hai ngày liền xin uống ít hơn: bác sĩ ra y lệnh khác."),
  /** A rise waits for a covered day. */
  RISE_WAITS(
      "R-110",
      "The rise waits: a day was missed or not kept down; the dose taken last is given.",
      "Chưa tăng liều: có ngày nghỉ hoặc nôn; giữ liều uống gần nhất."),
  /** Two days missed while rising. */
  RISE_BROKEN(
      "R-110",
      DOCTOR,
      "{0} days missed while the dose is rising: a doctor first.",
      "Nghỉ {0} ngày khi đang tăng liều: gặp bác sĩ trước."),
  /** Too much in one step. */
  STEP_HIGH(
      "R-15",
      SECOND_PRESCRIBER,
      "More than {0} mg above the dose taken last.",
      "Tăng quá {0} mg so với liều uống gần nhất."),
  /** Too soon after the rise before. */
  RISE_SOON(
      "R-15",
      SECOND_PRESCRIBER,
      "A rise less than {0} days after the one before.",
      "Tăng liều khi chưa đủ {0} ngày từ lần trước."),
  /** Too much in a week. */
  WEEK_HIGH(
      "R-16",
      SECOND_PRESCRIBER,
      "More than {0} mg above the lowest dose of seven days.",
      "Tăng quá {0} mg trong 7 ngày."),
  /** Above the ceiling. */
  OVER_CEILING(
      "R-17",
      SECOND_PRESCRIBER,
      "A daily dose above {0} mg needs two signatures.",
      "Liều trên {0} mg cần hai chữ ký."),
  /** Signed by two for more than the limits. */
  SIGNED_OVER_LIMITS(
      "R-17",
      "Two have signed for more than the limits.",
      "Đã có hai chữ ký cho liều vượt giới hạn."),
  /** An earlier dose is in doubt. */
  DOSE_IN_DOUBT(
      "R-115",
      DOCTOR,
      "Nobody knows whether an earlier dose was taken: a doctor first.",
      "Chưa rõ liều trước đã uống chưa: gặp bác sĩ trước."),
  /** A taper is a doctor's decision in pregnancy. */
  TAPER_IN_PREGNANCY(
      "R-127",
      DOCTOR,
      "The dose goes down in pregnancy: a doctor first.",
      "Giảm liều khi mang thai: gặp bác sĩ trước."),
  /** Soon after the last dose. */
  INTERVAL_TELLS(
      "R-111", "Less than {0} hours since the last dose.", "Chưa đủ {0} giờ từ liều trước."),
  /** Too soon after the last dose. */
  INTERVAL_ASKS(
      "R-111",
      DOCTOR,
      "Less than {0} hours since the last dose: a doctor first.",
      "Chưa đủ {0} giờ từ liều trước: gặp bác sĩ trước."),
  /** The later part of a split dose soon after the first. */
  PARTS_TELL(
      "R-125",
      "Less than {0} hours since the first part of today's dose.",
      "Chưa đủ {0} giờ từ phần liều trước."),
  /** The later part too soon. */
  PARTS_ASK(
      "R-125",
      DOCTOR,
      "Less than {0} hours since the first part of today's dose: a doctor first.",
      "Chưa đủ {0} giờ từ phần liều trước: gặp bác sĩ trước."),
  /** A split dose: this is one of its parts. */
  SPLIT_DOSE(
      "R-125",
      "A split dose: {0} mg first, {1} mg later today.",
      "Liều chia hai lần: {0} mg lần đầu, {1} mg lần sau trong ngày."),
  /** Too much together with what was taken a short time ago. */
  ROLLING_HIGH(
      "R-111",
      DOCTOR,
      "With the doses since the evening before more than {0} mg.",
      "Cộng các liều từ tối hôm trước vượt {0} mg.");

  private final String code;
  private final String rule;
  private final Weight weight;
  private final Lifter lifter;
  private final String english;
  private final String vietnamese;

  /** One that is only told. */
  ReasonCode(String rule, String english, String vietnamese) {
    this(rule, INFORMS, NOBODY, english, vietnamese);
  }

  /** One that needs a doctor, or what {@code lifter} says. */
  ReasonCode(String rule, Lifter lifter, String english, String vietnamese) {
    this(rule, NEEDS_DOCTOR, lifter, english, vietnamese);
  }

  ReasonCode(String rule, Weight weight, Lifter lifter, String english, String vietnamese) {
    this.code = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    this.rule = rule;
    this.weight = weight;
    this.lifter = lifter;
    this.english = english;
    this.vietnamese = vietnamese;
  }

  /** Stable kebab-case code, for screens and files. */
  public String code() {
    return code;
  }

  /** Id of the rule, as in {@code docs/domain/rules.md}. */
  public String rule() {
    return rule;
  }

  /** What the reason does. */
  public Weight weight() {
    return weight;
  }

  /**
   * Whether a doctor who has seen the patient may release it for one day. What changes the amount
   * needs a new order instead.
   */
  public boolean releasable() {
    return Releases.possible(this);
  }

  /** Who lifts it. */
  public Lifter lifter() {
    return lifter;
  }

  String english() {
    return english;
  }

  String vietnamese() {
    return vietnamese;
  }
}

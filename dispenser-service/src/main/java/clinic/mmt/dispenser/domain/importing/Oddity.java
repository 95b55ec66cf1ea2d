package clinic.mmt.dispenser.domain.importing;

import java.util.Locale;

/**
 * What makes an imported line worth a look before anything else (R-129, H103). An oddity stops
 * nothing by itself; a person reads it and decides.
 */
public enum Oddity {
  /** Above the ceiling of the profile: a property of the order itself, so a list may be signed. */
  OVER_CEILING(
      "R-17",
      Weight.CEILING,
      "dose",
      "Above the ceiling of a daily dose; two persons sign the list.",
      "Vượt liều trần hằng ngày; danh sách cần hai người ký."),
  /** A first dose, by what is known, and above its limit. */
  FIRST_DOSE_HIGH(
      "R-13",
      Weight.LIMIT,
      "dose",
      "A first dose by what is known here, and above its limit: confirm the last dose, or a doctor"
          + " signs an order of its own.",
      "Theo dữ liệu thì đây là liều đầu và vượt giới hạn: xác nhận liều gần nhất, hoặc bác sĩ ký đơn"
          + " riêng."),
  /** A rise above the limits of step, week or days between. */
  RISE_HIGH(
      "R-15",
      Weight.LIMIT,
      "dose",
      "Rises from the last dose by more, or sooner, than the limits allow.",
      "Tăng so với liều gần nhất nhiều hơn hoặc sớm hơn giới hạn."),
  /** Twice or half of the last dose given. */
  FAR_FROM_LAST(
      "R-124",
      Weight.LIMIT,
      "dose",
      "Twice as much or half as much as the last dose given.",
      "Gấp đôi hoặc bằng nửa liều gần nhất."),
  /** About ten times, or a tenth: a point lost, or millilitres read as milligrams. */
  TENFOLD(
      "R-124",
      Weight.LIMIT,
      "dose",
      "About ten times or a tenth of the last dose given: mg and mL, or a decimal point?",
      "Khoảng gấp mười hoặc bằng một phần mười liều gần nhất: nhầm mg với mL, hay dấu thập phân?"),
  /** In maintenance the dose stays as it is. */
  DIFFERS_FROM_LAST(
      "R-124",
      Weight.TOLD,
      "dose",
      "In maintenance, and not the last dose given: has a column moved against the others?",
      "Đang duy trì mà khác liều gần nhất: có cột nào bị lệch dòng không?"),
  /** Among the highest of the file. */
  HIGH_IN_FILE(
      "R-129",
      Weight.TOLD,
      "dose",
      "Among the highest doses of this file.",
      "Thuộc nhóm liều cao nhất trong tệp."),
  /** Far below the middle of the file. */
  LOW_IN_FILE(
      "R-129",
      Weight.TOLD,
      "dose",
      "Far below the middle dose of this file: millilitres in place of milligrams?",
      "Thấp hơn nhiều so với liều giữa của tệp: ghi mL thay cho mg?"),
  /** The number of days stands where the dose should. */
  DOSE_LIKE_DAYS(
      "R-129",
      Weight.TOLD,
      "dose",
      "The dose in mg is the number of days of the prescription: has a column been swapped?",
      "Số mg bằng số ngày của đơn: có đổi nhầm cột không?"),
  /** Nothing is known of an earlier dose. */
  NO_LAST_DOSE(
      "R-102",
      Weight.TOLD,
      "last_dose",
      "No last dose: counts as a new start.",
      "Không có liều gần nhất: coi như bắt đầu mới."),
  /** Nobody confirmed the last dose. */
  UNCONFIRMED(
      "R-102",
      Weight.TOLD,
      "confirmed_by",
      "Nobody confirmed the last dose: counts as a new start.",
      "Chưa ai xác nhận liều gần nhất: coi như bắt đầu mới."),
  /** So long ago that a doctor has to look. */
  LAST_DOSE_LONG_AGO(
      "R-33",
      Weight.TOLD,
      "last_dose_day",
      "So many missed days since the last dose that a doctor sees the patient first; signing the"
          + " list does not replace that.",
      "Nghỉ nhiều ngày từ liều gần nhất: bác sĩ phải gặp trước; ký danh sách không thay cho việc"
          + " này."),
  /** Already over. */
  OVER(
      "R-19",
      Weight.TOLD,
      "last_day",
      "The prescription is over already: a doctor signs a new one before a dose.",
      "Đơn đã hết hạn: bác sĩ ký đơn mới trước khi phát."),
  /** Over soon. */
  ENDS_SOON("R-19", Weight.TOLD, "last_day", "The prescription ends soon.", "Đơn sắp hết hạn."),
  /** Begins later. */
  BEGINS_LATER(
      "R-19",
      Weight.TOLD,
      "first_day",
      "The prescription begins on a later day.",
      "Đơn bắt đầu vào ngày sau."),
  /** Admitted after what came after the admission. */
  DATES_LOOK_SWAPPED(
      "R-129",
      Weight.TOLD,
      "admitted_on",
      "Admitted after the prescription or the last dose: have dates been swapped?",
      "Ngày nhận sau ngày bắt đầu đơn hoặc liều gần nhất: có đổi nhầm ngày không?"),
  /** The same name and year of birth. */
  SAME_PERSON(
      "R-04",
      Weight.TOLD,
      "family_name",
      "Another line, or somebody in care here, has the same name and year of birth.",
      "Dòng khác hoặc người đang điều trị ở đây có cùng họ tên và năm sinh."),
  /** Family and given name changed places. */
  NAMES_LOOK_SWAPPED(
      "R-04",
      Weight.TOLD,
      "family_name",
      "The given name is a common family name: have the two been swapped?",
      "Tên riêng giống một họ phổ biến: có đổi nhầm họ và tên không?"),
  /** Letters that Vietnamese does not have. */
  ODD_LETTERS(
      "R-04",
      Weight.TOLD,
      "family_name",
      "The name has letters that Vietnamese does not: another language, or an old font?",
      "Tên có chữ không thuộc tiếng Việt: tên dân tộc khác, hay phông chữ cũ?"),
  /** Under the age at which a representative consents. */
  MINOR(
      "R-20",
      Weight.TOLD,
      "birth_year",
      "May be a minor: without a recorded consent of the representative there is no dose.",
      "Có thể chưa thành niên: không có văn bản đồng ý của người đại diện thì không phát."),
  /** Older than most. */
  OLD(
      "R-129",
      Weight.TOLD,
      "birth_year",
      "Unusually old: is the year right?",
      "Tuổi rất cao: năm sinh đúng không?"),
  /** A doctor's flag came with the file. */
  PREGNANT(
      "R-127",
      Weight.TOLD,
      "pregnant",
      "Flagged as pregnant: a doctor looks.",
      "Được ghi là có thai: bác sĩ xem.");

  /** What an oddity means for the signature under the list. */
  private enum Weight {
    /** Two sign, and the order is then signed for more than the limits. */
    CEILING,
    /** Two sign, and the limit still stops the dose until somebody has looked at this patient. */
    LIMIT,
    /** Told. */
    TOLD
  }

  private final String rule;
  private final Weight weight;
  private final String column;
  private final String english;
  private final String vietnamese;

  Oddity(String rule, Weight weight, String column, String english, String vietnamese) {
    this.rule = rule;
    this.weight = weight;
    this.column = column;
    this.english = english;
    this.vietnamese = vietnamese;
  }

  /** Stable kebab-case code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Id of the rule. */
  public String rule() {
    return rule;
  }

  /** The column of the file that it is about. */
  public String column() {
    return column;
  }

  /** Whether a list with it needs two signatures. */
  public boolean needsSecond() {
    return weight != Weight.TOLD;
  }

  /** Whether it depends on earlier doses, which a signature under a list does not look at. */
  public boolean ofThePatient() {
    return weight == Weight.LIMIT;
  }

  /** In plain English. */
  public String english() {
    return english;
  }

  /** In plain Vietnamese. */
  public String vietnamese() {
    return vietnamese;
  }
}

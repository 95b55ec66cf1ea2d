package clinic.mmt.dispenser.domain.eligibility;

/** Who may lift a reason, or what the way on is. */
public enum Lifter {
  /** Nothing has to be lifted. */
  NOBODY("nobody needs to", "không cần ai"),
  /** Tomorrow, or by a doctor's order for a replacement or a supplement. */
  TOMORROW_OR_DOCTOR(
      "tomorrow's dose as usual; before that only a doctor's order for a replacement or supplement",
      "liều ngày mai như thường lệ; trước đó chỉ theo y lệnh bù liều của bác sĩ"),
  /** Whoever gave the dose in doubt can say so. */
  DOCTOR_AFTER_ASKING(
      "a doctor, after asking whoever may have given it",
      "bác sĩ, sau khi hỏi nơi có thể đã cho liều"),
  /** Tomorrow only. */
  TOMORROW("tomorrow's dose as usual", "liều ngày mai như thường lệ"),
  /** A doctor ends it. */
  DOCTOR_ENDS(
      "a doctor looks at the patient and ends the observation",
      "bác sĩ xem người bệnh và kết thúc theo dõi"),
  /** The prescriber orders less. */
  PRESCRIBER_LESS("a prescriber orders no more than that", "bác sĩ kê không quá mức đó"),
  /** The prescriber. */
  DOCTOR(
      "a doctor, with a new order where the amount changes", "bác sĩ, ra y lệnh mới nếu đổi liều"),
  /** The doctor who wanted to look, or another. */
  DOCTOR_REVIEWS(
      "a doctor reviews the dose: signs a new order or clears the flag, or releases today",
      "bác sĩ xem lại liều: ký y lệnh mới hoặc xóa hẹn, hoặc cho phép liều hôm nay"),
  /** Care begins anew. */
  DOCTOR_ADMITS(
      "a doctor admits the patient again", "bác sĩ tiếp nhận lại người bệnh vào điều trị"),
  /** Whoever may have given a dose today is asked. */
  GUEST_SITE_ASKED(
      "a doctor, after asking that site by telephone whether a dose was given today, releases today",
      "bác sĩ gọi điện hỏi nơi đó đã cho liều hôm nay chưa, rồi cho phép hôm nay"),
  /** The assignment is changed. */
  DOCTOR_MOVES_BACK(
      "a doctor moves the patient back to this site, or after asking that site releases today",
      "bác sĩ chuyển người bệnh về điểm này, hoặc hỏi nơi đó rồi cho phép hôm nay"),
  /** A guest stays longer, or for good. */
  HOME_SITE_WRITES(
      "the home site signs another letter, or a doctor here admits the patient by a transfer",
      "cơ sở gốc ký thư khác, hoặc bác sĩ tại đây tiếp nhận chuyển đến"),
  /** Newer orders are taken in. */
  NEW_PACK(
      "take in a new order pack; until then a doctor, after asking that site, releases today",
      "nhập gói y lệnh mới; chưa có thì bác sĩ gọi hỏi nơi đó rồi cho phép hôm nay"),
  /** The site that orders is asked. */
  SITE_ASKED(
      "that site assigns the patient here and writes a new order pack; or a doctor, after asking"
          + " that site, releases today",
      "nơi đó chuyển người bệnh về đây và gửi gói y lệnh mới; hoặc bác sĩ hỏi nơi đó rồi cho phép"
          + " hôm nay"),
  /** Somebody has to be there while a first dose is watched. */
  DOCTOR_STAYS(
      "a doctor who stays until it is over releases it for today; otherwise tomorrow, earlier",
      "bác sĩ ở lại theo dõi thì cho phép hôm nay; nếu không thì ngày mai, đến sớm hơn"),
  /** A prescriber signs. */
  PRESCRIBER("a prescriber signs an order that holds today", "bác sĩ ký đơn có hiệu lực hôm nay"),
  /** A second prescriber or a pharmacist. */
  SECOND_PRESCRIBER(
      "a second prescriber or a pharmacist signs as well", "bác sĩ thứ hai hoặc dược sĩ cùng ký"),
  /** The dispenser looks again, a doctor when it is so twice. */
  CHECK_AGAIN(
      "the dispenser looks again later today; a doctor when it is so twice",
      "nhân viên cấp phát xem lại trong ngày; hai lần thì bác sĩ"),
  /** The head of the clinic. */
  HEAD("the head of the clinic", "trưởng cơ sở"),
  /** A pharmacist. */
  PHARMACIST("a pharmacist or a doctor", "dược sĩ hoặc bác sĩ"),
  /** The legal representative. */
  REPRESENTATIVE(
      "the written consent of the legal representative is recorded",
      "ghi nhận văn bản đồng ý của người đại diện hợp pháp");

  private final String english;
  private final String vietnamese;

  Lifter(String english, String vietnamese) {
    this.english = english;
    this.vietnamese = vietnamese;
  }

  /** For people, in English. */
  public String english() {
    return english;
  }

  /** For people, in Vietnamese. */
  public String vietnamese() {
    return vietnamese;
  }
}

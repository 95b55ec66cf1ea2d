package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.text.Refused;
import clinic.mmt.dispenser.domain.text.Words;

/** Why something of the day of the stock is refused, and the way on, in both languages. */
public enum DayNo implements Refused {
  /** Every opened bottle is weighed at the opening. */
  NOT_ALL_WEIGHED(
      "opened-not-weighed",
      "R-79",
      new Words(
          "Every opened bottle is weighed at the opening.",
          "weigh each opened bottle with its cap and name it by its label; one that is not to be found is counted by two"),
      new Words(
          "Mở ngày phải cân mọi chai đã mở.",
          "cân từng chai đã mở cả nắp và ghi theo nhãn; chai không thấy thì hai người kiểm")),
  /** Somebody else answers for this station. */
  NOT_KEEPER(
      "not-the-keeper",
      "R-79",
      new Words(
          "Somebody else answers for this station.",
          "the person who answers for it signs too; without that person two others count the stock, which ends the period"),
      new Words(
          "Quầy này do người khác chịu trách nhiệm.",
          "người đang chịu trách nhiệm cùng ký; vắng thì hai người khác kiểm kho để kết thúc ca")),
  /** The same person answers for this station already. */
  SAME_KEEPER(
      "same-keeper",
      "R-79",
      new Words(
          "The same person answers for this station already.",
          "the next person signs in or gives the second signature"),
      new Words(
          "Chính người này đang chịu trách nhiệm quầy.",
          "người nhận ca đăng nhập hoặc ký thứ hai")),
  /** No count with this number is under way today. */
  NO_COUNT(
      "count-not-begun",
      "R-80",
      new Words(
          "No count with this number is under way today.",
          "begin a count; the answer says what is to be counted"),
      new Words(
          "Hôm nay không có lần kiểm kê mang số này.",
          "bắt đầu kiểm kê; hệ thống cho biết cần đếm gì")),
  /** The counts of this attempt are stored already. */
  COUNT_STORED(
      "count-stored",
      "R-80",
      new Words(
          "The counts of this attempt are stored already.",
          "look at the comparison; ask for a second blind count, or book it"),
      new Words(
          "Số đếm của lượt này đã được lưu.", "xem bảng so sánh; yêu cầu kiểm lại, hoặc ghi sổ")),
  /** This count is booked already. */
  COUNT_BOOKED(
      "count-booked",
      "R-80",
      new Words(
          "This count is booked already.",
          "begin another count; what is wrong with it is taken back by a correction"),
      new Words("Lần kiểm kê này đã ghi sổ.", "bắt đầu lần kiểm khác; sai sót thì ghi điều chỉnh")),
  /** Not everything that is to be counted was counted, or something was counted twice. */
  INCOMPLETE(
      "count-incomplete",
      "R-80",
      new Words(
          "Not everything that is to be counted was counted, or something was counted twice.",
          "count each place of the list once: weigh opened bottles and waste, number or scan closed containers"),
      new Words(
          "Chưa đếm đủ, hoặc có chỗ đếm hai lần.",
          "đếm mỗi mục một lần: cân chai đã mở và thùng thải, đếm hoặc quét chai nguyên")),
  /** Something was poured or moved while people counted. */
  MOVED(
      "stock-moved",
      "R-80",
      new Words(
          "Something was poured or moved while people counted.",
          "begin the count again, and count while nothing is poured"),
      new Words(
          "Có rót hoặc chuyển thuốc trong lúc kiểm kê.",
          "bắt đầu lại và kiểm khi không rót thuốc")),
  /** People are counting: the book is not shown before the counts are stored. */
  COUNTING(
      "count-under-way",
      "R-80",
      new Words(
          "People are counting: the book is not shown before the counts are stored.",
          "store the counts first"),
      new Words("Đang kiểm kê: chưa hiện số sổ trước khi lưu số đếm.", "lưu số đếm trước")),
  /** A difference is larger than honest work explains, and nobody says why. */
  NO_REASON(
      "count-reason-missing",
      "R-82",
      new Words(
          "A difference is larger than honest work explains, and nobody says why.",
          "give a reason in words for each such place, or ask for a second blind count"),
      new Words(
          "Có chênh lệch vượt mức bình thường mà chưa có lý do.",
          "ghi lý do cho từng mục, hoặc yêu cầu kiểm lại")),
  /** The number of closed containers is not that of the book. */
  SCAN_CLOSED(
      "closed-differ",
      "R-80",
      new Words(
          "The number of closed containers is not that of the book.",
          "count again and scan their labels, so that it is known which one is missing"),
      new Words("Số chai nguyên khác với sổ.", "kiểm lại và quét nhãn để biết thiếu chai nào")),
  /** The stock was not counted for this close, or the count is not booked. */
  NOT_COUNTED(
      "day-not-counted",
      "R-80",
      new Words(
          "The stock was not counted for this close, or the count is not booked.",
          "two persons count, then the count is booked, then the day is closed"),
      new Words(
          "Chưa kiểm kê cho lần đóng ngày này, hoặc chưa ghi sổ.",
          "hai người kiểm kê, ghi sổ, rồi đóng ngày")),
  /** The stock was not looked at since last evening's close. */
  NOT_CHECKED(
      "stock-not-checked",
      "R-61",
      new Words(
          "The stock was not looked at since last evening's close.",
          "one person checks the seal and weighs the opened bottles; then open the day"),
      new Words(
          "Chưa kiểm tra kho từ lần đóng tối qua.",
          "một người kiểm niêm phong và cân các chai đã mở; rồi mở ngày")),
  /** The seal or a weight is not that of last evening. */
  TO_COUNT(
      "stock-to-count",
      "R-79",
      new Words(
          "The seal or a weight is not that of last evening.",
          "two persons count the stock and book the count; then open the day"),
      new Words(
          "Niêm phong hoặc cân nặng khác tối qua.", "hai người kiểm kê và ghi sổ; rồi mở ngày")),
  /** This site has bottles with labels: its day is closed with a count and the list. */
  WITH_LIST(
      "close-with-list",
      "R-117",
      new Words(
          "This site has bottles with labels: its day is closed with a count and the list.",
          "count the stock, book the count, then close the day of the stock"),
      new Words(
          "Cơ sở có chai mang nhãn: đóng ngày phải có kiểm kê và danh mục.",
          "kiểm kê, ghi sổ, rồi đóng ngày của kho")),
  /** A difference of this count is unexplained: the head writes a note before the day is closed. */
  HEAD_NOTE(
      "head-note-needed",
      "R-82",
      new Words(
          "A difference of this count is unexplained: the head writes a note before the day is closed.",
          "the head signs in and closes the day with a note"),
      new Words(
          "Còn chênh lệch chưa rõ lý do: người phụ trách ghi ý kiến trước khi đóng ngày.",
          "người phụ trách đăng nhập và đóng ngày kèm ý kiến")),
  /** A later day is closed: its figures hold what moved since. */
  LATER_CLOSED(
      "later-day-closed",
      "R-96",
      new Words(
          "A later day is closed: its figures hold what moved since.",
          "look at that close; a correction is made today and linked"),
      new Words(
          "Đã đóng ngày sau đó: số liệu nằm trong lần đóng ấy.",
          "xem lần đóng đó; điều chỉnh ghi hôm nay và có liên kết")),
  /** Nothing of this place is to be explained. */
  NOT_TO_SETTLE(
      "nothing-to-explain",
      "R-81",
      new Words(
          "Nothing of this place is to be explained.",
          "look up the open items: name the bottle or station and its batch as they are there"),
      new Words(
          "Mục này không có gì phải giải trình.",
          "xem danh mục còn mở: ghi đúng chai hoặc quầy và lô")),
  /** No booked count of these days has a difference at this place. */
  UNKNOWN_COUNT(
      "unknown-count",
      "R-96",
      new Words(
          "No booked count of these days has a difference at this place.",
          "look up the results of the day; a count older than a year is not taken back"),
      new Words(
          "Không có lần kiểm kê đã ghi sổ nào chênh lệch ở mục này.",
          "xem kết quả của ngày; lần kiểm quá một năm thì không đảo")),
  /** This was taken back before. */
  REVERSED(
      "reversed-already",
      "R-96",
      new Words("This was taken back before.", "settle what is to be explained"),
      new Words("Mục này đã được đảo trước đó.", "giải trình phần còn lại")),
  /** No alarm of the charts over days has this number. */
  NO_ALARM(
      "unknown-difference",
      "R-83",
      new Words(
          "No alarm of the differences over days has this number.",
          "look up the differences over these days, or the open items of the last close"),
      new Words(
          "Không có cảnh báo chênh lệch nhiều ngày mang số này.",
          "xem chênh lệch các ngày, hoặc danh mục còn mở của lần đóng gần nhất")),
  /** Two persons explained this before. */
  EXPLAINED(
      "difference-explained",
      "R-83",
      new Words(
          "Two persons explained this before.",
          "read what they wrote; what is booked wrong is corrected by an adjustment"),
      new Words(
          "Cảnh báo này đã có hai người giải trình.",
          "xem lời giải trình; ghi sổ sai thì ghi điều chỉnh")),
  /** No urgent report has this number. */
  NO_REPORT(
      "unknown-report",
      "R-87",
      new Words("No urgent report has this number.", "look up the urgent reports again"),
      new Words("Không có báo cáo khẩn mang số này.", "xem lại các báo cáo khẩn")),
  /** Somebody noted before what became of it. */
  REPORT_ENDED(
      "report-ended",
      "R-87",
      new Words(
          "Somebody noted before what became of this report.",
          "read what was noted; a second letter needs no note here"),
      new Words(
          "Báo cáo này đã được ghi kết quả.", "xem điều đã ghi; thư thứ hai không cần ghi ở đây")),
  /** A report that was sent has a number and a day. */
  REPORT_NOT_TOLD(
      "report-not-told",
      "R-87",
      new Words(
          "A report that was sent has a number, and a day from that of the count to today.",
          "read both off the letter"),
      new Words(
          "Báo cáo đã gửi phải có số, và ngày từ ngày kiểm kê đến hôm nay.",
          "ghi theo văn bản đã gửi")),
  /** A correction needs words. */
  NO_WORDS(
      "adjustment-words-missing",
      "R-96",
      new Words("A correction needs words.", "say in words what was found"),
      new Words("Điều chỉnh phải có lời giải thích.", "ghi rõ đã phát hiện gì"));

  private final String code;
  private final String rule;
  private final Words english;
  private final Words vietnamese;

  DayNo(String code, String rule, Words english, Words vietnamese) {
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

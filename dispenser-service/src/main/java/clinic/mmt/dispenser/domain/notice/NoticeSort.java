package clinic.mmt.dispenser.domain.notice;

import clinic.mmt.dispenser.domain.text.Words;

/**
 * Sorts of standing notices: what each says, what ends it, on which page of the pharmacy that is
 * done, and whether the people of a counter can do something about it.
 */
public enum NoticeSort {
  /** H100. */
  MOVED_ALONE(
      Where.COUNTER_TOO,
      "service",
      new Words(
          "The pump moved, or a cup became heavier, and nobody had asked for it.",
          "look for the liquid and lock the pump's keys; a count that is booked ends this notice"),
      new Words(
          "Bơm đã chạy, hoặc cốc nặng thêm, mà không có lệnh.",
          "tìm lượng thuốc đó, khóa phím bơm; kiểm kê và ghi sổ thì hết thông báo này")),
  /** */
  PUMP_STOPPED(
      Where.COUNTER_TOO,
      "service",
      new Words(
          "No dose is poured by this pump: it drifted, or failed a check.",
          "a certified person calibrates it; meanwhile another station, or by hand on the scale"),
      new Words(
          "Bơm này không được rót: đã lệch, hoặc không đạt kiểm tra.",
          "người có chứng nhận hiệu chuẩn; trong lúc chờ: quầy khác, hoặc rót tay trên cân")),
  /** */
  LINE_NOT_PURGED(
      Where.COUNTER_TOO,
      "service",
      new Words(
          "The line is not purged: no dose is poured by this pump.",
          "purge it into the waste container, then one check shot"),
      new Words(
          "Ống chưa xả: bơm này không được rót.",
          "xả ống vào thùng thải, rồi một lần bơm kiểm tra")),
  /** */
  PUMP_NOT_CHECKED(
      Where.COUNTER_TOO,
      "service",
      new Words(
          "Another pump was put in place, and no check shot was passed with it yet.",
          "one check shot, weighed; meanwhile another station, or by hand on the scale"),
      new Words(
          "Bơm vừa được thay và chưa bơm kiểm tra đạt.",
          "bơm kiểm tra một lần có cân; trong lúc chờ: quầy khác, hoặc rót tay trên cân")),
  /** */
  SERVICE_UNKNOWN(
      Where.COUNTER_TOO,
      "service",
      new Words(
          "Nobody knows how much a service act moved: no dose is poured by this pump.",
          "say how much flowed, and how you know it"),
      new Words(
          "Chưa rõ một việc bảo trì đã bơm bao nhiêu: bơm này không được rót.",
          "ghi đã chảy bao nhiêu, và biết bằng cách nào")),
  /** */
  PUMP_DEMANDED(
      Where.COUNTER_TOO,
      "service",
      new Words(
          "The pump drifts: from the next day on no dose is poured by it.",
          "a certified person calibrates it before the next opening"),
      new Words(
          "Bơm đang lệch: từ ngày sau không được rót bằng bơm này.",
          "người có chứng nhận hiệu chuẩn trước khi mở ngày sau")),
  /** The scale, and not the pump. */
  SCALE_STUCK(
      Where.COUNTER_TOO,
      "service",
      new Words(
          "The scale showed the same weight for different doses.",
          "look at the scale and put the reference weight on it"),
      new Words("Cân chỉ cùng một số cho các liều khác nhau.", "xem lại cân, đặt quả cân chuẩn")),
  /** */
  PUMP_ADVISED(
      Where.COUNTER_TOO,
      "service",
      new Words("The pump drifts a little.", "calibrate it in the next days"),
      new Words("Bơm hơi lệch.", "hiệu chuẩn trong vài ngày tới")),
  /** */
  SHEET_OWED(
      Where.COUNTER_TOO,
      "admin/downtimes",
      new Words(
          "The sheet of a downtime is owed: nobody is dosed before it is in.",
          "two persons enter it, or declare it empty"),
      new Words(
          "Còn nợ phiếu khi sự cố: chưa nhập thì chưa cấp liều.",
          "hai người nhập phiếu, hoặc xác nhận phiếu trống")),
  /** */
  DAY_UNCLOSED(
      Where.COUNTER_TOO,
      "close",
      new Words(
          "An earlier day is not closed: if it stays so, no next day can be opened.",
          "count where nobody did, then close it"),
      new Words(
          "Có ngày trước chưa đóng: nếu để vậy sẽ không mở được ngày sau.",
          "kiểm kê nếu chưa làm, rồi đóng ngày đó")),
  /** */
  HAND_OVER(
      Where.COUNTER_TOO,
      "hand-over",
      new Words(
          "Who works at this station does not answer for it: a hand-over is due.",
          "weigh the mounted bottle; who leaves and who comes sign"),
      new Words(
          "Người đang làm không phải người giữ quầy: cần giao ca.",
          "cân chai đang lắp; người đi và người đến cùng ký")),
  /** */
  BOTTLE_ENDS(
      Where.COUNTER_TOO,
      "acts",
      new Words("The mounted bottle is not poured from after this day.", "mount another bottle"),
      new Words("Chai đang lắp chỉ được dùng đến ngày này.", "lắp chai khác")),
  /** */
  REPORT_DUE(
      Where.PHARMACY,
      "sheets",
      new Words(
          "A loss or mix-up is to be reported to the authority.",
          "complete and send the draft, then note its number; or two note that none is due"),
      new Words(
          "Phải báo cáo khẩn về thất thoát hoặc nhầm lẫn.",
          "hoàn thiện và gửi bản nháp, rồi ghi số; hoặc hai người ghi là không phải báo cáo")),
  /** */
  DIFFERENCE(
      Where.PHARMACY,
      "differences",
      new Words(
          "Counts over days are further off than these devices explain.",
          "two persons look into it and write what they found"),
      new Words(
          "Chênh lệch qua nhiều ngày vượt mức thiết bị giải thích được.",
          "hai người tìm hiểu và ghi kết quả")),
  /** */
  COUNT_BEYOND(
      Where.PHARMACY,
      "count",
      new Words(
          "A stored count is beyond its limit and not booked.",
          "count again, or write the reason and book it"),
      new Words("Số đếm đã lưu vượt giới hạn, chưa ghi sổ.", "đếm lại, hoặc ghi lý do rồi ghi sổ")),
  /** */
  UNEXPLAINED(
      Where.PHARMACY,
      "corrections",
      new Words("A booked difference is not explained.", "find out why, then two settle it"),
      new Words(
          "Có chênh lệch đã ghi sổ, chưa rõ nguyên nhân.",
          "tìm nguyên nhân, rồi hai người giải quyết")),
  /** */
  MISSING(
      Where.PHARMACY,
      "acts",
      new Words("A bottle is not where it should be.", "find it, or two settle it"),
      new Words("Có chai không thấy ở chỗ của nó.", "tìm lại, hoặc hai người lập biên bản")),
  /** */
  BROKEN_WITHOUT_PAPER(
      Where.PHARMACY,
      "acts",
      new Words("A broken bottle has no paper yet.", "two persons settle it"),
      new Words("Có chai vỡ chưa lập biên bản.", "hai người lập biên bản")),
  /** */
  UNSETTLED_DOSE(
      Where.PHARMACY,
      "",
      new Words("Nobody knows how a dose ended.", "settle it at its station"),
      new Words("Có liều chưa rõ kết quả.", "xử lý tại quầy của liều đó")),
  /** H109. */
  SIGNATURE_OWED(
      Where.PHARMACY,
      "notices",
      new Words("A second signature is owed.", "the second person signs at the end of the notices"),
      new Words("Còn nợ chữ ký thứ hai.", "người thứ hai ký ở cuối trang việc cần xem")),
  /** */
  STOCK_LOW(
      Where.PHARMACY,
      "forecast",
      new Words("The stock lasts until about this day.", "order, or ask another site"),
      new Words("Thuốc còn đủ đến khoảng ngày này.", "đặt hàng, hoặc xin điều chuyển")),
  /** */
  CERTIFICATE(
      Where.PHARMACY,
      "admin/certificates",
      new Words(
          "A certificate of the staff ends on this day.",
          "the head or an administrator looks at the certificates"),
      new Words(
          "Chứng chỉ của một nhân viên hết hạn ngày này.",
          "trưởng cơ sở hoặc quản trị xem danh sách chứng chỉ")),
  /** */
  QUARANTINED(
      Where.PHARMACY,
      "acts",
      new Words("A bottle is in quarantine.", "two release it or send it back, or it is destroyed"),
      new Words("Có chai đang cách ly.", "hai người cho dùng lại hoặc trả; hoặc hủy"));

  private enum Where {
    PHARMACY,
    COUNTER_TOO
  }

  private final Where where;
  private final String page;
  private final Words english;
  private final Words vietnamese;

  NoticeSort(Where where, String page, Words english, Words vietnamese) {
    this.where = where;
    this.page = page;
    this.english = english;
    this.vietnamese = vietnamese;
  }

  /** Whether the people of a counter can do something about it. */
  public boolean counter() {
    return where == Where.COUNTER_TOO;
  }

  /** The view on which it is ended, of the pharmacy or as {@code page/view}; empty: none. */
  public String page() {
    return page;
  }

  /** What it says and what to do, in English. */
  public Words english() {
    return english;
  }

  /** The same in Vietnamese. */
  public Words vietnamese() {
    return vietnamese;
  }
}
